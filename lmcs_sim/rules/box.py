"""A box: one test per field, all of which must hold. A rule applies inside its boxes."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from lmcs_sim.rules.act import Facts
from lmcs_sim.rules.condition import Test, inside, meet
from lmcs_sim.rules.vocabulary import NONE

Tests = tuple[tuple[str, Test], ...]


def _by_name(given: Mapping[str, Test] | Tests) -> Tests:
    return tuple(sorted(dict(given).items()))


@frozen
class Box:
    """A conjunction of tests, ordered by field name."""

    tests: Tests = field(default=(), converter=_by_name)

    def holds(self, facts: Facts) -> bool:
        """Whether every test holds of the facts."""
        # Written out: judging asks this most, and a generator takes twice as long to make as a test to answer.
        for name, test in self.tests:  # noqa: SIM110
            if not test.holds(facts.get(name, NONE)):
                return False
        return True

    def failing(self, facts: Facts) -> tuple[tuple[str, Test], ...]:
        """The tests that do not hold."""
        return tuple((name, test) for name, test in self.tests if not test.holds(facts.get(name, NONE)))

    def meet(self, other: "Box") -> "Box | None":
        """The box of what lies in both; None where nothing does."""
        tests = dict(self.tests)
        for name, test in other.tests:
            if name in tests:
                both = meet(tests[name], test)
                if both is None:
                    return None
                test = both
            tests[name] = test
        return Box(tests)

    def inside(self, other: "Box") -> bool:
        """Whether all that lies in this box lies in the other."""
        mine = dict(self.tests)
        return all(name in mine and inside(mine[name], test) for name, test in other.tests)

    def example(self) -> dict[str, object]:
        """Facts that lie in the box."""
        return {name: test.example() for name, test in self.tests}


def meet_any(ones: Iterable[Box], others: Iterable[Box]) -> Iterator[Box]:
    """Every box of what lies in one of the first and in one of the second."""
    others = tuple(others)
    for one in ones:
        for other in others:
            both = one.meet(other)
            if both is not None:
                yield both


def inside_any(ones: Iterable[Box], others: Iterable[Box]) -> bool:
    """Whether each of the first lies inside one of the second."""
    others = tuple(others)
    return all(any(one.inside(other) for other in others) for one in ones)
