"""What is proved of a scenario: every number holds over all choices and all luck, none is sampled."""

from collections.abc import Mapping

from attrs import field, frozen

from lmcs_sim.play.duty_map import DutyMap

PLAYERS = ("random", "cautious", "best")
"""Random: takes whatever is on offer, all alike. Cautious: what departs from the fewest duties, ties alike. Best: what
is best on average (fewest breaches, then most duty points), ties alike."""

Chances = Mapping[str, float]
"""By player, from 0 to 1."""


@frozen
class Standing:
    """Where a play's duty ledger ends: fewer breaches are better, then more points."""

    breached: float
    points: float

    def record(self) -> dict[str, float]:
        """The standing as plain data."""
        return {"points": self.points, "breached": self.breached}


@frozen
class Way:
    """A shortest way to something: ids as `play --choose` takes them."""

    path: tuple[str, ...]
    needs_luck: bool
    """Whether the same path leads elsewhere when luck falls otherwise."""
    seed: int | None = 0
    """A seed with the luck it needs, the lowest that has all of one such play's; None where none was found."""


@frozen
class Amount:
    """What a dimension or a measure ends at, and a shortest way there."""

    value: int
    way: Way


@frozen
class Extreme:
    """The best, or the worst, over choices and luck: of duty, and of every dimension and measure by itself."""

    duty: Standing
    way: Way
    quality: Mapping[str, Amount]
    outcomes: Mapping[str, Amount]


@frozen
class Average:
    """Where a kind of player ends on average."""

    duty: Standing
    quality: Mapping[str, float]
    outcomes: Mapping[str, float]


@frozen
class Tradeoff:
    """What can be attained together, and not bettered on one ledger without losing on another.

    `quality` adds all dimensions, `outcomes` all that measures moved.
    """

    duty: Standing
    quality: int
    outcomes: int


@frozen
class EndingProof:
    """Whether an ending can be reached, how likely for each player, and a shortest way to it."""

    id: str
    reachable: bool
    chance: Chances
    way: Way | None


@frozen
class Unreachable:
    """What no play meets. Choices and enquiries are named `scene/choice`."""

    scenes: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    enquiries: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@frozen
class DeadEnd:
    """A situation in which no choice is on offer, and the way to it."""

    scene: str
    way: Way


@frozen
class StoryMove:
    """A measure that moves for the story's sake: at which `scene/step` or event."""

    at: str
    measure: str
    by: int


@frozen
class Exercised:
    """Which rules find something in some play, and the provisions these rest on; what the objectives lack."""

    rules: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Provisions the scenario says it teaches (`teaches`) that no play exercises."""


@frozen
class Counts:
    """How much was seen. `paths`: plays told apart by their steps in order and by luck."""

    states: int
    transitions: int
    paths: int | None
    """None where not all were seen."""
    chance_nodes: int


@frozen(eq=False)
class Proof:
    """Everything proved of one scenario against one rulebook.

    Cut short (`complete` false), it holds only what was met until then: no extreme, chance or absence is said.
    """

    scenario: str
    complete: bool
    counts: Counts
    starts: Mapping[str, int] = field(factory=dict)
    """Where each measure begins."""
    best: Extreme | None = None
    worst: Extreme | None = None
    assured: Standing | None = None
    expected: Mapping[str, Average] = field(factory=dict)
    """By player."""
    front: tuple[Tradeoff, ...] = ()
    endings: tuple[EndingProof, ...] = ()
    unreachable: Unreachable | None = None
    dead_ends: tuple[DeadEnd, ...] = ()
    never_best: tuple[str, ...] = ()
    """Choices, as `scene/choice`."""
    no_difference: tuple[tuple[str, str], ...] = ()
    """Pairs of choices of one scene that lead to the same wherever both are on offer."""
    story_moves: tuple[StoryMove, ...] = ()
    exercised: Exercised = field(factory=Exercised)
    chances: Mapping[str, Chances] = field(factory=dict)
    """How likely each player is to come to a `scene`, take a `scene/step`, or meet an event (`event:id`)."""
    stopped: str = ""
    """What cut it short."""
    duty_map: DutyMap | None = None
    """What the steps of any play are weighed on; None where it would be too large to keep."""
