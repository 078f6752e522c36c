"""A condition on one field, as a finite set of what satisfies it."""

import datetime as dt

from attrs import frozen

from lmcs_sim.rules.vocabulary import NONE

LOWEST, HIGHEST = -(10**9), 10**9


@frozen
class OneOf:
    """A word field holds one of these words; `none` among them stands for absence."""

    words: frozenset[str]

    def holds(self, value: object) -> bool:
        """Whether the field's value satisfies it."""
        return value in self.words

    def meet(self, other: "OneOf") -> "OneOf | None":
        """What satisfies both; None where nothing does."""
        both = self.words & other.words
        return OneOf(both) if both else None

    def inside(self, other: "OneOf") -> bool:
        """Whether all that satisfies this satisfies the other."""
        return self.words <= other.words

    def example(self) -> object:
        """One value that satisfies it: a word rather than absence, where there is one."""
        return min(self.words, key=lambda word: (word == NONE, word))


@frozen
class Between:
    """A number, a day or a measure lies between two whole numbers, both included."""

    low: int = LOWEST
    high: int = HIGHEST

    def holds(self, value: object) -> bool:
        """Whether the field's value satisfies it; an absent value does not."""
        return isinstance(value, int) and self.low <= value <= self.high

    def meet(self, other: "Between") -> "Between | None":
        """What satisfies both; None where nothing does."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Between(low, high) if low <= high else None

    def inside(self, other: "Between") -> bool:
        """Whether all that satisfies this satisfies the other."""
        return other.low <= self.low and self.high <= other.high

    def example(self) -> object:
        """One value that satisfies it."""
        return self.low if self.low != LOWEST else min(self.high, 0)


@frozen
class Holds:
    """A set field has all of some words, at least one of each of some groups, and none of others."""

    every: frozenset[str] = frozenset()
    some: tuple[frozenset[str], ...] = ()
    none: frozenset[str] = frozenset()

    def holds(self, value: object) -> bool:
        """Whether the field's words satisfy it; an absent field is an empty set."""
        words = value if isinstance(value, frozenset) else frozenset()
        return self.every <= words and not self.none & words and all(group & words for group in self.some)

    def meet(self, other: "Holds") -> "Holds | None":
        """What satisfies both; None where nothing does."""
        both = Holds(self.every | other.every, self.some + other.some, self.none | other.none)
        return both if both.can_hold() else None

    def can_hold(self) -> bool:
        """Whether any set of words satisfies it."""
        return not self.every & self.none and all(group - self.none for group in self.some)

    def inside(self, other: "Holds") -> bool:
        """Whether all that satisfies this satisfies the other."""
        return (
            other.every <= self._certain()
            and other.none <= self.none
            and all(self._ensures(group) for group in other.some)
        )

    def _certain(self) -> frozenset[str]:
        """The words that every set satisfying it holds."""
        left = (group - self.none for group in self.some)
        return self.every.union(*(group for group in left if len(group) == 1))

    def _ensures(self, group: frozenset[str]) -> bool:
        return bool(self.every & group) or any(mine - self.none <= group for mine in self.some)

    def example(self) -> object:
        """One set of words that satisfies it."""
        return self.every | {min(group - self.none) for group in self.some if not group & self.every}


Test = OneOf | Between | Holds


def meet(one: Test, other: Test) -> Test | None:
    """What satisfies both tests of one field; None where nothing does."""
    return one.meet(other) if type(one) is type(other) else None  # type: ignore[arg-type]


def inside(one: Test, other: Test) -> bool:
    """Whether all that satisfies one test of a field satisfies the other."""
    return type(one) is type(other) and one.inside(other)  # type: ignore[arg-type]


def day_number(day: dt.date) -> int:
    """A day as the whole number that date conditions compare."""
    return day.toordinal()
