"""What a situation still matters for: a condition that can never hold again needs nothing of what it reads.

Bits are only ever set, never taken back. So a condition has failed for good once a word that it forbids is done, or
where a word that it wants is not done and nothing from here on can do it. Most situations differ only in what
such conditions read, and are one situation without it.
"""

from collections.abc import Iterable

from attrs import frozen

from lmcs_sim.play.game import Conditional, Game
from lmcs_sim.prove.bits import Bits, union
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import Holds
from lmcs_sim.scenario.scenario import Event


@frozen
class _Readers:
    """Conditions that fail for good alike, and all that they read."""

    settled: int
    """The bit of the event whose condition it is: once settled, nothing but that is read."""
    forbids: int
    wants: tuple[int, ...]
    """Bits of which one at least must be set, and nothing from here on can set any."""
    reads: int


@frozen
class Cut:
    """What situations are cut to on arriving somewhere."""

    always: int
    """What is read whatever has happened."""
    readers: tuple[_Readers, ...]
    home: int
    """Every measure at its start. One that is no longer read goes back there, so that movements never overrun it."""

    def __call__(self, state: int) -> int:
        """The situation without what nothing can still read."""
        keep = self.always
        for each in self.readers:
            if state & each.settled:
                keep |= each.settled
            elif forbidden := state & each.forbids:
                # One of them is enough for it to stay failed.
                keep |= forbidden & -forbidden
            else:
                for wanted in each.wants:
                    if not state & wanted:
                        break
                else:
                    keep |= each.reads
        return state & keep | self.home & ~keep


def cut_of(game: Game, bits: Bits, judged: int, settable: int, items: Iterable[Conditional]) -> Cut:
    """The cut on arriving somewhere.

    `judged`: the bits that judgements from here on may read; `settable`: those that steps or events from here on may
    set; `items`: whatever from here on has a condition, events among them.
    """
    readers: dict[tuple[int, int, tuple[int, ...]], int] = {}
    for item in items:
        settled = bits.settled[item.id] if isinstance(item, Event) else 0
        box = Box() if item.when is None else game.box(item)
        reads = bits.condition(box)[0] | settled
        key = (settled, *_failing(bits, box, settable))
        readers[key] = readers.get(key, 0) | reads
    always = judged | readers.pop((0, 0, ()), 0)
    measured = union(field.mask for field in bits.measures.values())
    read = always | union(readers.values())
    fields = [bits.measures[name] for name in game.scenario.measure]
    starts = [measure.start for measure in game.scenario.measure.values()]
    home = union(start - each.low << each.shift for each, start in zip(fields, starts, strict=True))
    return Cut(always, tuple(_Readers(*key, reads) for key, reads in readers.items()), home & read & measured)


def _failing(bits: Bits, box: Box, settable: int) -> tuple[int, tuple[int, ...]]:
    """What a condition forbids, and what it wants that nothing can still set."""
    forbids, wants = 0, []
    for name, test in box.tests:
        if isinstance(test, Holds):
            mask = bits.mask_done if name == "done" else bits.mask_known
            forbids |= mask(test.none)
            groups = [*([word] for word in test.every), *test.some]
            wants += [wanted for wanted in map(mask, groups) if not wanted & settable]
    return forbids, tuple(wants)
