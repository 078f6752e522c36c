"""Which rules apply to an act: a bitset per field and word, so that the cost hardly grows with the rules."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from lmcs_sim.rules.act import Facts
from lmcs_sim.rules.box import Box, Tests
from lmcs_sim.rules.condition import OneOf
from lmcs_sim.rules.vocabulary import NONE


class Index:
    """Boxes by position. Built once, and never changed by being asked.

    The boxes are parted by one word field, for rules the act, so that each question meets only the few boxes, and the
    few fields, that have to do with it.
    """

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._by = _parting_field(boxes)
        parts: dict[str, list[int]] = defaultdict(list)
        free = []
        for position, box in enumerate(boxes):
            test = dict(box.tests).get(self._by)
            if isinstance(test, OneOf):
                for word in test.words:
                    parts[word].append(position)
            else:
                free.append(position)
        self._parts = {word: _Part(boxes, sorted(found + free), self._by) for word, found in parts.items()}
        self._other = _Part(boxes, free, self._by)

    def holding(self, facts: Facts) -> list[int]:
        """The positions of the boxes that the facts lie in, in order."""
        part = self._parts.get(facts.get(self._by, NONE), self._other)  # type: ignore[arg-type]
        return part.holding(facts)


def _parting_field(boxes: Sequence[Box]) -> str:
    """The word field that the most boxes test, each with the fewest words."""
    tested: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for box in boxes:
        for name, test in box.tests:
            if isinstance(test, OneOf):
                tested[name] += 1
                words[name] += len(test.words)
    return min(sorted(tested), key=lambda name: (-tested[name], words[name]), default="")


class _Part:
    """The boxes left once one field is settled: bitsets for their words, and whatever else they test one by one.

    A number, a date or a set is seldom tested, and only of the few boxes that every word has left. Bitsets of those too
    would have to be kept for each set of words that is met, without end.
    """

    def __init__(self, boxes: Sequence[Box], positions: Sequence[int], settled: str) -> None:
        left = [tuple(each for each in boxes[position].tests if each[0] != settled) for position in positions]
        self._all = (1 << len(positions)) - 1
        names = {name for tests in left for name, test in tests if isinstance(test, OneOf)}
        self._columns = [_column(name, left) for name in sorted(names)]
        self._boxes = [
            (position, tuple(each for each in tests if not isinstance(each[1], OneOf)))
            for position, tests in zip(positions, left, strict=True)
        ]

    def holding(self, facts: Facts) -> list[int]:
        """The positions of its boxes that the facts lie in, once they have the word it was parted by."""
        mask = self._all
        for name, by_word, untested in self._columns:
            mask &= by_word.get(facts.get(name, NONE), untested)  # type: ignore[arg-type]
        found = []
        while mask:
            last = mask.bit_length() - 1
            mask ^= 1 << last
            position, tests = self._boxes[last]
            if not tests or _hold(tests, facts):
                found.append(position)
        found.reverse()
        return found


def _hold(tests: Tests, facts: Facts) -> bool:
    return all(test.holds(facts.get(name, NONE)) for name, test in tests)


def _column(name: str, many: Sequence[Tests]) -> tuple[str, dict[str, int], int]:
    """For each word of a field, the boxes it does not rule out; and those that do not test the field as words."""
    untested = 0
    by_word: dict[str, int] = defaultdict(int)
    for place, tests in enumerate(many):
        test = dict(tests).get(name)
        if isinstance(test, OneOf):
            for word in test.words:
                by_word[word] |= 1 << place
        else:
            untested |= 1 << place
    return name, {word: mask | untested for word, mask in by_word.items()}, untested
