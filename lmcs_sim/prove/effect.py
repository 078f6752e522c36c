"""What a step, an event or the close of a play adds to the ledgers: values that are added along a play."""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from lmcs_sim.play.consequence import Finding
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Event, Move

Amounts = tuple[tuple[str, int], ...]
"""By dimension or measure, in the order of their names."""


@frozen
class Effect:
    """What is added: breaches and points of duty, quality by dimension, movements by measure; and on what grounds."""

    breached: int = 0
    points: int = 0
    quality: Amounts = ()
    moved: Amounts = ()
    findings: tuple[tuple[str, str, str], ...] = ()
    """Rule, verdict and governing provision of each finding, sorted: in which order they were made adds nothing."""
    provisions: frozenset[str] = frozenset()
    """Those that the findings and the movements cite."""
    fired: tuple[str, ...] = ()
    """Events that came about."""

    def __add__(self, other: "Effect") -> "Effect":
        """Both, one after the other."""
        if self == NOTHING:
            return other
        if other == NOTHING:
            return self
        return Effect(
            self.breached + other.breached,
            self.points + other.points,
            _added(self.quality + other.quality),
            _added(self.moved + other.moved),
            tuple(sorted(self.findings + other.findings)),
            self.provisions | other.provisions,
            self.fired + other.fired,
        )


NOTHING = Effect()


class Effects:
    """Effects by number, equal ones once; the first is nothing. Numbers are compared and added fast."""

    def __init__(self) -> None:
        self.all: list[Effect] = []
        self._numbers: dict[Effect, int] = {}
        self._sums: dict[tuple[int, int], int] = {}
        self.number(NOTHING)

    def number(self, effect: Effect) -> int:
        """The number of an effect."""
        number = self._numbers.setdefault(effect, len(self.all))
        if number == len(self.all):
            self.all.append(effect)
        return number

    def plus(self, one: int, other: int) -> int:
        """The number of two effects together."""
        if not one or not other:
            return one or other
        both = self._sums.get((one, other))
        if both is None:
            both = self._sums[one, other] = self.number(self.all[one] + self.all[other])
        return both


def effect_of(findings: Iterable[Finding] = (), moves: Iterable[Move] = (), fired: Iterable[Event] = ()) -> Effect:
    """The effect of findings, of movements and of events; what the events themselves move is among the movements."""
    findings, moves = tuple(findings), tuple(moves)
    duty = [item for item in findings if not item.dimension]
    cited = {name for item in findings for name in item.cites} | {name for move in moves for name in move.cites}
    return Effect(
        sum(item.ruling.verdict == "breached" for item in duty),
        sum(item.points for item in duty),
        _added((item.dimension, item.by) for item in findings if item.dimension),
        _added((move.measure, move.by) for move in moves),
        tuple(sorted((item.ruling.rule.id, item.ruling.verdict, item.ruling.provision.id) for item in findings)),
        frozenset(cited),
        tuple(event.id for event in fired),
    )


def adverse_in(findings: Iterable[Finding]) -> int:
    """How many findings are against duty: what a cautious player looks at."""
    return sum(item.ruling.verdict in ADVERSE for item in findings)


def _added(amounts: Iterable[tuple[str, int]]) -> Amounts:
    total: Counter[str] = Counter()
    for name, by in amounts:
        total[name] += by
    return tuple(sorted((name, by) for name, by in total.items() if by))
