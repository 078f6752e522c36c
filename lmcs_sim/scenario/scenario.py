"""A scenario: scenes, choices, enquiries, events and endings, as its file gives them."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from lmcs_sim.rules.act import Act
from lmcs_sim.rules.compile import RawTable

FORMAT = 1
END = "end"
"""Where a choice leads that closes the play."""
MEASURES_OF = ("trust", "confidence", "capacity", "money", "time")
CHANCE_ABOUT = ("inspection", "press", "money", "post-holder", "trust")


@frozen
class Said:
    """A word that only this scenario may find or do, or a phrase of it."""

    says: str


@frozen
class Measure:
    """Something about an institution that may rise or fall; never about a child."""

    title: str
    of: str
    start: int


@frozen
class Move:
    """A movement of a measure: by how much, resting on which provisions, or for the story's sake."""

    measure: str
    by: int
    cites: tuple[str, ...] = ()
    story: bool = False


@frozen
class Lead:
    """Where a choice leads, if its condition holds."""

    to: str
    when: RawTable | None = None


@frozen
class Enquiry:
    """Looking before deciding, at a cost of attention."""

    id: str
    text: str
    says: str
    costs: int = 1
    finds: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    does: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()


@frozen
class Choice:
    """A decision on offer, what it does and where it leads."""

    id: str
    text: str
    says: str
    leads: tuple[Lead, ...]
    acts: tuple[Act, ...] = ()
    does: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    when: RawTable | None = None


@frozen
class Scene:
    """A moment: what happens, what may be asked, what may be decided. `month` counts from the scenario's date."""

    id: str
    text: str
    choice: tuple[Choice, ...]
    title: str = ""
    month: int = 0
    attention: int = 0
    enquiry: tuple[Enquiry, ...] = ()

    @property
    def steps(self) -> tuple[Enquiry | Choice, ...]:
        """Everything that may be taken here: enquiries, then choices."""
        return (*self.enquiry, *self.choice)

    def step(self, name: str) -> Enquiry | Choice:
        """An enquiry or a choice by its id."""
        return next(step for step in self.steps if step.id == name)


@frozen
class Event:
    """Something that happens later: certain, or by chance (per cent) about something chance may touch."""

    id: str
    month: int
    text: str
    when: RawTable | None = None
    chance: int | None = None
    about: str | None = None
    finds: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()


@frozen
class Ending:
    """How a play closes, if its condition holds; the last has none."""

    id: str
    title: str
    text: str
    when: RawTable | None = None


@frozen
class Council:
    """The council's standing facts, and the local sources that bind in it."""

    governance: str = "leader-and-cabinet"
    sources: tuple[str, ...] = ()


@frozen
class Reviewed:
    """Who reviewed the scenario, when, and until when the review holds; empty means unsigned."""

    by: str = ""
    on: str = ""
    until: str = ""


@frozen
class Workshop:
    """The decisions a room takes, and the choice taken for it in each other scene the cut can reach."""

    cut: tuple[str, ...]
    pass_: Mapping[str, str] = field(factory=dict, metadata={"key": "pass"})


@frozen
class OtherSeats:
    """What the same moment means for members in other seats."""

    scrutiny: str
    ward: str
    corporate_parent: str


@frozen
class Prompt:
    """A question for the room at one scene, and what to listen for."""

    at: str
    ask: str
    listen_for: str


@frozen
class Facilitator:
    """What a facilitator needs."""

    aim: str
    other_seats: OtherSeats
    prompt: tuple[Prompt, ...]


@frozen(slots=False)
class Scenario:
    """One scenario file. `date` is the day of month 0; `ends` counts months after it."""

    format: int
    id: str
    title: str
    summary: str
    minutes: int
    date: dt.date
    ends: int
    themes: tuple[str, ...]
    objectives: tuple[str, ...]
    briefing: str
    starts: str
    scene: tuple[Scene, ...]
    ending: tuple[Ending, ...]
    workshop: Workshop
    facilitator: Facilitator
    note: str = ""
    reviewed: Reviewed = field(factory=Reviewed)
    carried: tuple[str, ...] = ()
    council: Council = field(factory=Council)
    fact: Mapping[str, Said] = field(factory=dict)
    measure: Mapping[str, Measure] = field(factory=dict)
    event: tuple[Event, ...] = ()

    @cached_property
    def scenes(self) -> Mapping[str, Scene]:
        """The scenes by id."""
        return {scene.id: scene for scene in self.scene}

    @property
    def standing(self) -> tuple[tuple[str, str], ...]:
        """The council's standing facts, as rules read them."""
        return (("governance", self.council.governance),)
