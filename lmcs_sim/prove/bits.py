"""A situation as one whole number: a bit for each thing that may be true, a few for each measure.

Equal situations are equal numbers, and a step is two operations: set bits, add to measures.
"""

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from lmcs_sim.play.situation import Situation
from lmcs_sim.rules.act import DoneWord
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import Between, Holds
from lmcs_sim.scenario.scenario import Choice, Enquiry, Event, Scenario

Holding = Callable[[int], bool]
"""Whether a condition holds of a situation's number."""


@frozen
class Field:
    """Where a measure stands in the number: its value less `low`, so that it is never below nothing."""

    shift: int
    mask: int
    low: int


@frozen(eq=False)
class Bits:
    """Which bit means what. The lowest bits are the enquiries taken in the scene, in the scene's order."""

    enquiries: int
    """How many bits those are."""
    done: Mapping[DoneWord, int]
    known: Mapping[str, int]
    settled: Mapping[str, int]
    measures: Mapping[str, Field]

    @property
    def taken(self) -> int:
        """The bits of the enquiries taken."""
        return (1 << self.enquiries) - 1

    def mask_done(self, words: Iterable[str], matter: str | None = None) -> int:
        """The bits of words that an act on a matter sees done; on any matter, for an act without one."""
        wanted = frozenset(words)
        return union(
            bit
            for (word, about), bit in self.done.items()
            if word in wanted and (matter is None or about is None or about == matter)
        )

    def mask_known(self, words: Iterable[str]) -> int:
        """The bits of words that are known."""
        return union(self.known.get(word, 0) for word in words)

    def set_by(self, item: Enquiry | Choice | Event) -> int:
        """The bits that a step or an event sets: what it does, what its acts do on their matter, what it finds."""
        done = [(word, None) for word in item.does]
        acts = () if isinstance(item, Event) else item.acts
        about = [(word, act.matter) for act in acts for word in act.does]
        return union([*(self.done[word] for word in (*done, *about)), *(self.known[word] for word in item.finds)])

    def adds(self, item: Enquiry | Choice | Event, within: int) -> int:
        """What a step or an event adds to the number for the measures that stand within a mask."""
        fields = ((self.measures[move.measure], move.by) for move in item.moves)
        return sum(by << field.shift for field, by in fields if field.mask & within)

    def condition(self, box: Box) -> tuple[int, Holding]:
        """The bits that a condition reads, and the condition."""
        mask, parts = 0, []
        for name, test in box.tests:
            if isinstance(test, Holds):
                read, holding = self._words(test, self.mask_done if name == "done" else self.mask_known)
            else:
                assert isinstance(test, Between)
                field = self.measures[name.removeprefix("measure.")]
                read, holding = field.mask, _between(field, test)
            mask |= read
            parts.append(holding)
        if len(parts) == 1:
            return mask, parts[0]
        return mask, lambda state: all(holding(state) for holding in parts)

    def _words(self, test: Holds, mask: Callable[[Iterable[str]], int]) -> tuple[int, Holding]:
        some = [*(mask([word]) for word in test.every), *(mask(group) for group in test.some)]
        none = mask(test.none)
        # What a single bit says of a group needs no loop, and most groups are one bit.
        need = union(group for group in some if group.bit_count() == 1)
        more = [group for group in some if group.bit_count() != 1]
        reads = union(some) | none
        if not more:
            return reads, lambda state: state & need == need and not state & none
        return reads, lambda state: state & need == need and not state & none and all(state & group for group in more)

    def pack(self, situation: Situation) -> int:
        """The number of a situation in which no enquiry is taken yet."""
        flags = [*(self.done[word] for word in situation.done), *(self.known[word] for word in situation.known)]
        flags += [self.settled[name] for name in situation.settled]
        fields = ((self.measures[name], value) for name, value in situation.measures)
        return union(flags) | union((value - field.low) << field.shift for field, value in fields)

    def words_of(self, state: int) -> tuple[frozenset[DoneWord], frozenset[str]]:
        """What is done and what is known in a situation, as far as its number says."""
        done = frozenset([word for word, bit in self.done.items() if state & bit])
        return done, frozenset([word for word, bit in self.known.items() if state & bit])


def bits_of(scenario: Scenario) -> Bits:
    """The bits that the situations of a scenario need."""
    steps = [step for scene in scenario.scene for step in scene.steps]
    items = [*steps, *scenario.event]
    done: dict[DoneWord, int] = {(word, None): 0 for item in items for word in item.does}
    done |= {(word, act.matter): 0 for step in steps for act in step.acts for word in act.does}
    known = {word: 0 for item in items for word in item.finds}
    enquiries = max(len(scene.enquiry) for scene in scenario.scene)
    at = enquiries
    flags: list[dict[object, int]] = [done, known, {event.id: 0 for event in scenario.event}]  # type: ignore[list-item]
    for names in flags:
        for name in names:
            names[name] = 1 << at
            at += 1
    measures = {}
    for name, measure in scenario.measure.items():
        moves = [move.by for item in items for move in item.moves if move.measure == name]
        down, up = sum(by for by in moves if by < 0), sum(by for by in moves if by > 0)
        width = (up - down).bit_length()
        measures[name] = Field(at, ((1 << width) - 1) << at, measure.start + down)
        at += width
    return Bits(enquiries, done, known, flags[2], measures)  # type: ignore[arg-type]


def union(masks: Iterable[int]) -> int:
    """All the bits of some masks."""
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def _between(field: Field, test: Between) -> Holding:
    low, high, mask, shift = test.low - field.low, test.high - field.low, field.mask, field.shift
    return lambda state: low <= (state & mask) >> shift <= high
