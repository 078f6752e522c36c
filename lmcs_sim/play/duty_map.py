"""A scenario as far as duty goes: what may still be added from every place, places that add alike merged."""

from collections.abc import Callable
from typing import NamedTuple

from attrs import frozen

STUCK = (-(10**9), 0, 0)
"""Worse than any play can end: a place where nothing is on offer."""

Worth = tuple[int, int, int]
"""Breaches below nothing, points, steps below nothing: more is better, the first counting most."""


class Onward(NamedTuple):
    """A step on offer, or one way luck may fall: what it adds to duty, and the place it leads to."""

    step: str
    """The id of the enquiry or choice; empty for luck."""
    drawn: tuple[tuple[str, bool], ...]
    """The events that luck decided, and whether each came about."""
    breached: int
    points: int
    to: int

    def before(self, rest: Worth) -> Worth:
        """What it is worth together with what follows."""
        return rest[0] - self.breached, rest[1] + self.points, rest[2] - bool(self.step)


Falls = Callable[[Onward], bool]
"""Whether luck falls so."""


@frozen
class DutyMap:
    """Places by number: the endings first, then each after all those it leads to; the last is the beginning."""

    endings: tuple[str, ...]
    places: tuple[tuple[Onward, ...], ...]
    """What is on offer, or how luck may fall, in each place after the endings."""

    @property
    def start(self) -> int:
        """The place every play begins in."""
        return len(self.endings) + len(self.places) - 1

    def onward(self, place: int) -> tuple[Onward, ...]:
        """The ways on from a place; none from an ending."""
        return () if place < len(self.endings) else self.places[place - len(self.endings)]

    def luck(self, place: int) -> bool:
        """Whether luck, not the player, decides how it goes on."""
        return any(not way.step for way in self.onward(place))

    def worths(self, falls: Falls | None = None) -> list[Worth]:
        """The best that can still be attained from each place: with luck at its best, or as it falls."""
        found: list[Worth] = [(0, 0, 0)] * len(self.endings)
        for ways in self.places:
            open_ = [way for way in ways if way.step or falls is None or falls(way)]
            found.append(max((way.before(found[way.to]) for way in open_), default=STUCK))
        return found

    def best_way(self, place: int, worths: list[Worth], falls: Falls | None = None) -> tuple[tuple[str, ...], str]:
        """The steps of a shortest way to the best from a place, and the ending they lead to.

        `worths` is what `worths` gives for the same luck. Nothing may be stuck on the way.
        """
        steps: list[str] = []
        while place >= len(self.endings):
            ways = (way for way in self.onward(place) if way.step or falls is None or falls(way))
            way = next(way for way in ways if way.before(worths[way.to]) == worths[place])
            steps += [way.step] if way.step else []
            place = way.to
        return tuple(steps), self.endings[place]
