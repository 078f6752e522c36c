"""A scenario: scenes, choices, enquiries, events and endings, as its file gives them."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from lmcs_sim.rules.act import Act
from lmcs_sim.rules.compile import RawTable

END = "end"
"""Where a choice leads that closes the play."""
MEASURES_OF = ("trust", "confidence", "capacity", "money", "time")
CHANCE_ABOUT = ("inspection", "press", "money", "post-holder", "trust")


@frozen
class Said:
    """A word that only this scenario may find or do, or a phrase of it."""

    says: str
    """What it means, as a phrase such as "cabinet has cut the Friday bus"."""


@frozen
class Measure:
    """Something about an institution that may rise or fall; never about a child."""

    title: str
    """Something about an institution that may rise or fall; never about a child."""
    of: str
    """What kind of thing it is: `trust`, `confidence`, `capacity`, `money` or `time`."""
    start: int
    """Where it begins; 5 is usual."""


@frozen
class Move:
    """A movement of a measure: by how much, resting on which provisions, or for the story's sake."""

    measure: str
    """The id of the measure that moves."""
    by: int
    """How far: `1`, `-2`."""
    cites: tuple[str, ...] = ()
    """The provisions that really bear it. Nothing moves without a reason."""
    story: bool = False
    """`true`, in place of `cites`, where the story alone moves it. `check` lists every one."""


@frozen
class Lead:
    """Where a choice leads, if its condition holds."""

    to: str
    """The id of the scene it leads to, or `end`."""
    when: RawTable | None = None
    """The condition on which it leads there. The last lead of a list has none."""


@frozen
class Enquiry:
    """Looking before deciding, at a cost of attention."""

    id: str
    """Its id, used once in the scene. Players may see it, so keep it neutral."""
    text: str
    """What the player does, in the player's own voice."""
    says: str
    """What happens then, in the story only. The judgement is not yours to write."""
    costs: int = 1
    """How much attention it takes."""
    finds: tuple[str, ...] = ()
    """Words for what the player now knows."""
    acts: tuple[Act, ...] = ()
    """What the step is, in the words of the vocabulary, so that rules can judge it."""
    does: tuple[str, ...] = ()
    """Words for what has now been done, on whatever matter."""
    moves: tuple[Move, ...] = ()
    """The measures that move."""


@frozen
class Reason:
    """A reason that a player may have had for a choice, and the author's answer to it. Nothing is scored by it."""

    id: str
    """Its id, used once in the choice. Players may see it, so keep it neutral."""
    text: str
    """The reason, in the player's own voice. A decent person could have it."""
    says: str
    """Your answer: what is right in it, and what it leaves out."""


@frozen
class Choice:
    """A decision on offer, what it does and where it leads."""

    id: str
    """Its id, used once in the scene. Players may see it, so keep it neutral."""
    text: str
    """What the player decides, in the player's own voice."""
    says: str
    """What happens then, in the story only. The judgement is not yours to write."""
    leads: tuple[Lead, ...]
    """The next scene's id, or `end`; or a list of leads with conditions, the first of which that holds is taken."""
    acts: tuple[Act, ...] = ()
    """What the step is, in the words of the vocabulary, so that rules can judge it."""
    does: tuple[str, ...] = ()
    """Words for what has now been done, on whatever matter."""
    finds: tuple[str, ...] = ()
    """Words for what the player now knows."""
    moves: tuple[Move, ...] = ()
    """The measures that move."""
    when: RawTable | None = None
    """The condition on which it is on offer. Left out: always."""
    reason: tuple[Reason, ...] = ()
    """Two to four reasons, among which the player is asked "why?" afterwards. Nothing is scored by the answer."""


@frozen
class Scene:
    """A moment: what happens, what may be asked, what may be decided. `month` counts from the scenario's date."""

    id: str
    """Its id, used once in the file."""
    text: str
    """What happens, up to the moment of deciding."""
    choice: tuple[Choice, ...]
    """The decisions on offer. At least one has no `when`, so that nobody is ever stuck."""
    title: str = ""
    """A short title."""
    month: int = 0
    """Months since the scenario's date. It never falls from one scene to the next."""
    attention: int = 0
    """How much the player may spend on enquiries here."""
    enquiry: tuple[Enquiry, ...] = ()
    """What may be looked into before deciding."""

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
    """Its id, used once in the file."""
    month: int
    """The month in which it comes due."""
    text: str
    """What happens."""
    when: RawTable | None = None
    """The condition on which it happens. Left out: whatever was done."""
    chance: int | None = None
    """Per cent, from 1 to 99. Left out: it is certain."""
    about: str | None = None
    """What the chance is about: `inspection`, `press`, `money`, `post-holder` or `trust`; never a child."""
    finds: tuple[str, ...] = ()
    """Words for what the player now knows."""
    does: tuple[str, ...] = ()
    """Words for what has now been done."""
    moves: tuple[Move, ...] = ()
    """The measures that move."""


@frozen
class Ending:
    """How a play closes, if its condition holds; the last has none."""

    id: str
    """Its id, used once in the file."""
    title: str
    """Its title."""
    text: str
    """How things stand at the close."""
    when: RawTable | None = None
    """The condition on which it is the ending. The first ending that holds is taken; the last has none."""


@frozen
class Council:
    """The council's standing facts, and the local sources that bind in it."""

    governance: str = "leader-and-cabinet"
    """How the council is run: `leader-and-cabinet`, `committee` or `mayor`."""
    sources: tuple[str, ...] = ()
    """The ids of local sources that count here. Usually none."""


@frozen
class Reviewed:
    """Who reviewed the scenario, when, and until when the review holds; empty means unsigned."""

    by: str = ""
    """The solicitor or former director who checked it. Empty: it is shown as unsigned."""
    on: str = ""
    """The day of the review."""
    until: str = ""
    """The day until which it holds."""


@frozen
class Workshop:
    """The decisions a room takes, and the choice taken for it in each other scene the cut can reach."""

    cut: tuple[str, ...]
    """Three or four scenes that fill 45 minutes."""
    pass_: Mapping[str, str] = field(factory=dict, metadata={"key": "pass"})
    """For each other scene that the cut can reach, the choice taken. It has no `when`."""


@frozen
class OtherSeats:
    """What the same moment means for members in other seats."""

    scrutiny: str
    """What the same moment asks of a member of scrutiny."""
    ward: str
    """What it asks of a ward member."""
    corporate_parent: str
    """What it asks of every member, as a corporate parent."""


@frozen
class Prompt:
    """A question for the room at one scene, and what to listen for."""

    at: str
    """The id of the scene at which to ask it."""
    ask: str
    """The question."""
    listen_for: str
    """What to hope to hear."""


@frozen
class Facilitator:
    """What a facilitator needs."""

    aim: str
    """What members should leave able to do."""
    other_seats: OtherSeats
    """What the same moment means for members who are not Lead Member."""
    prompt: tuple[Prompt, ...]
    """Questions for the room."""


@frozen(slots=False)
class Scenario:
    """One scenario file. `date` is the day of month 0; `ends` counts months after it."""

    format: int
    """The format of the file: `1`."""
    id: str
    """The scenario's id. Give the file the same name."""
    title: str
    """What the library calls it."""
    summary: str
    """What the library says of it, in one sentence."""
    minutes: int
    """How long a play takes."""
    date: dt.date
    """The day on which month 0 begins. Every act is judged by what was in force on its own day."""
    ends: int
    """In how many months after that day the play closes."""
    themes: tuple[str, ...]
    """One or more themes of the guidance."""
    objectives: tuple[str, ...]
    """What a player will practise, a line each."""
    briefing: str
    """Who you are, what is on the desk, what you can do."""
    starts: str
    """The id of the first scene."""
    scene: tuple[Scene, ...]
    """The moments of deciding."""
    ending: tuple[Ending, ...]
    """How a play may close."""
    workshop: Workshop
    """The part that a room plays in one sitting."""
    facilitator: Facilitator
    """What whoever leads the room needs."""
    note: str = ""
    """Sensitive content, said before play."""
    reviewed: Reviewed = field(factory=Reviewed)
    """Who checked it, when, and until when that holds."""
    carried: tuple[str, ...] = ()
    """What a series of scenarios may bring in: `measure.NAME`, `done.WORD`, `known.WORD`. Nothing sets it yet."""
    teaches: tuple[str, ...] = ()
    """The provisions that its objectives rest on."""
    council: Council = field(factory=Council)
    """The council's standing facts."""
    fact: Mapping[str, Said] = field(factory=dict)
    """Words that only this scenario may find or do, each under `[fact.ID]`."""
    measure: Mapping[str, Measure] = field(factory=dict)
    """What may rise or fall, each under `[measure.ID]`."""
    event: tuple[Event, ...] = ()
    """What happens later, because of what was done."""

    @cached_property
    def scenes(self) -> Mapping[str, Scene]:
        """The scenes by id."""
        return {scene.id: scene for scene in self.scene}

    @property
    def standing(self) -> tuple[tuple[str, str], ...]:
        """The council's standing facts, as rules read them."""
        return (("governance", self.council.governance),)
