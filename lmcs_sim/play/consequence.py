"""Consequences: the things that follow from a step, one value each."""

import datetime as dt

from attrs import frozen

from lmcs_sim.rules.act import Act
from lmcs_sim.rules.holder import holder_of, part_in, part_of
from lmcs_sim.rules.judging import Ruling
from lmcs_sim.scenario.scenario import Ending, Event, Measure, Move


@frozen(eq=False)
class Finding:
    """What a rule found of an act, with its points; research moves a dimension instead of points."""

    ruling: Ruling
    act: Act
    points: int
    dimension: str = ""
    by: int = 0

    @property
    def holder(self) -> str:
        """Who holds the duty."""
        return holder_of(self.ruling.provision.addressee, self.ruling.verdict)

    @property
    def part(self) -> str:
        """The player's part in it."""
        if self.ruling.provision is not self.ruling.rule.provision:
            return part_of(self.holder)
        return part_in(self.ruling.rule, self.holder)

    @property
    def tags(self) -> tuple[str, ...]:
        """The traps it names: none where the provision was honoured or the departure explained."""
        caught = not self.ruling.honoured and self.ruling.verdict != "explained"
        return self.ruling.rule.entry.tags if caught else ()

    @property
    def cites(self) -> tuple[str, ...]:
        """The provisions it rests on, the governing one first."""
        governing = self.ruling.provision.id
        rest = tuple(name for name in self.ruling.rule.entry.cites if name != governing)
        return (governing, *rest)


@frozen
class Moved:
    """A measure moved, and where it stands now."""

    move: Move
    measure: Measure
    now: int


@frozen
class Found:
    """A fact came to be known or done."""

    word: str
    says: str
    known: bool


@frozen
class Happened:
    """An event fired. `date` is the day of the play's calendar in the event's own month."""

    event: Event
    date: dt.date


@frozen
class Closed:
    """The play reached its ending."""

    ending: Ending


Consequence = Finding | Moved | Found | Happened | Closed


@frozen
class Open:
    """A duty the step did not engage, which another choice on offer would have met by the act itself."""

    rule: str
    provision: str
    choice: str


@frozen(eq=False)
class Step:
    """One enquiry or choice, and what followed."""

    id: str
    is_choice: bool
    consequences: tuple[Consequence, ...]
    open: tuple[Open, ...] = ()

    @property
    def story(self) -> tuple[Consequence, ...]:
        """What happened: told before any judgement."""
        return tuple(item for item in self.consequences if not isinstance(item, Finding | Closed))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was judged."""
        return tuple(item for item in self.consequences if isinstance(item, Finding))

    @property
    def ending(self) -> Ending | None:
        """The ending it led to."""
        return next((item.ending for item in self.consequences if isinstance(item, Closed)), None)


@frozen(eq=False)
class Turn:
    """A scene's steps, ending in its choice. `before`: what was settled on entering the first scene."""

    scene: str
    steps: tuple[Step, ...] = ()
    before: tuple[Consequence, ...] = ()

    @property
    def choice(self) -> str | None:
        """The choice that closed the turn; None while it is open."""
        return next((step.id for step in self.steps if step.is_choice), None)

    @property
    def enquiries(self) -> tuple[str, ...]:
        """The enquiries taken, in order."""
        return tuple(step.id for step in self.steps if not step.is_choice)

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """Everything that followed in the turn, in order."""
        return (*self.before, *(item for step in self.steps for item in step.consequences))
