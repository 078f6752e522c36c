"""Which rules apply to an act: a bitset per field and word, so that the cost hardly grows with the rules."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lmcs_sim.rules.act import Facts
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import Between, Holds, OneOf
from lmcs_sim.rules.vocabulary import NONE


class Index:
    """Boxes by position. Built once; asking it changes nothing that can be seen."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._all = (1 << len(boxes)) - 1
        tests: dict[str, list[tuple[int, object]]] = defaultdict(list)
        for position, box in enumerate(boxes):
            for name, test in box.tests:
                tests[name].append((position, test))
        self._columns = {name: _column(name, found, self._all) for name, found in sorted(tests.items())}

    def holding(self, facts: Facts) -> Iterator[int]:
        """The positions of the boxes that the facts lie in, in order."""
        mask = self._all
        for name, column in self._columns.items():
            mask &= column.mask(facts.get(name, NONE))
            if not mask:
                return
        while mask:
            lowest = mask & -mask
            yield lowest.bit_length() - 1
            mask ^= lowest


def _column(name: str, tests: list[tuple[int, object]], everything: int) -> "_Words | _Ranges | _Sets":
    words = [(position, test) for position, test in tests if isinstance(test, OneOf)]
    ranges = [(position, test) for position, test in tests if isinstance(test, Between)]
    sets = [(position, test) for position, test in tests if isinstance(test, Holds)]
    assert len(tests) in (len(words), len(ranges), len(sets)), f"{name} is tested in two ways"
    if words:
        return _Words(words, everything)
    return _Ranges(ranges, everything) if ranges else _Sets(sets, everything)


def _bits(positions: list[int]) -> int:
    mask = 0
    for position in positions:
        mask |= 1 << position
    return mask


class _Words:
    """A word field: for each word, the boxes it does not rule out."""

    def __init__(self, tests: list[tuple[int, OneOf]], everything: int) -> None:
        self._untested = everything & ~_bits([position for position, _ in tests])
        by_word: dict[str, int] = defaultdict(int)
        for position, test in tests:
            for word in test.words:
                by_word[word] |= 1 << position
        self._by_word = {word: mask | self._untested for word, mask in by_word.items()}

    def mask(self, value: object) -> int:
        return self._by_word.get(value, self._untested)  # type: ignore[call-overload, no-any-return]


class _Ranges:
    """A number or date field: the line cut where any range begins or ends, with the boxes of each piece."""

    def __init__(self, tests: list[tuple[int, Between]], everything: int) -> None:
        self._untested = everything & ~_bits([position for position, _ in tests])
        self._cuts = sorted({end for _, test in tests for end in (test.low, test.high + 1)})
        starts = [self._cuts[0] - 1, *self._cuts]
        self._masks = [
            self._untested | _bits([position for position, test in tests if test.holds(start)]) for start in starts
        ]

    def mask(self, value: object) -> int:
        if not isinstance(value, int):
            return self._untested
        return self._masks[bisect_right(self._cuts, value)]


class _Sets:
    """A set field: asked with the same set again and again, so each answer is kept."""

    def __init__(self, tests: list[tuple[int, Holds]], everything: int) -> None:
        self._untested = everything & ~_bits([position for position, _ in tests])
        self._tests = tests
        self._kept: dict[object, int] = {}

    def mask(self, value: object) -> int:
        kept = self._kept.get(value)
        if kept is None:
            holding = [position for position, test in self._tests if test.holds(value)]
            kept = self._kept[value] = self._untested | _bits(holding)
        return kept
