"""The decisions of a play that mattered most: each beside the best that was on offer with it, on duty.

A step is weighed by the best that can still come after it, with luck at its best from there on. So what all steps put
out of reach, together with what luck did, is just what lies between the play's end and the best that can be proved.
"""

from collections.abc import Iterator

from attrs import frozen

from lmcs_sim.play.duty_map import DutyMap, Onward, Worth
from lmcs_sim.play.engine import fires
from lmcs_sim.play.play import Play

MOST = 3
"""How many decisions a debrief tells of."""


@frozen
class DutyEnd:
    """Where the duty ledger of a whole play ends."""

    breached: int
    points: int

    @property
    def rank(self) -> tuple[int, int]:
        """Fewer breaches, then more points: the greater, the better."""
        return -self.breached, self.points


@frozen
class Mattered:
    """A step that put something out of reach, and a way on that would have kept it."""

    number: int
    """Of the step in the play, from 1."""
    scene: str
    step: str
    after: DutyEnd
    """The best that could still come after it."""
    could: DutyEnd
    """The best that could still come before it."""
    better: tuple[str, ...]
    """The steps of a shortest way to that, from there to the end."""
    ending: str
    own_luck: bool
    """Whether that way ends so with the luck of this very play."""

    @property
    def lost(self) -> tuple[int, int]:
        """Breaches, and points, that it cost: the greater, the more it mattered."""
        return self.after.breached - self.could.breached, self.could.points - self.after.points


@frozen
class Weighed:
    """Every step of a play that put something out of reach, the worst first; and what luck put out of reach."""

    decisions: tuple[Mattered, ...]
    luck: tuple[int, int]
    """Breaches and points."""


def weigh(play: Play, duty_map: DutyMap) -> Weighed:
    """What mattered in a play of the mapped scenario, ended or not. Nothing may have been brought into it."""
    walk = _Walk(play, duty_map)
    decisions = [item for item in walk.decisions() if item is not None]
    return Weighed(tuple(sorted(decisions, key=lambda item: item.lost, reverse=True)), walk.luck)


class _Walk:
    """A play followed on the map."""

    def __init__(self, play: Play, duty_map: DutyMap) -> None:
        self.play = play
        self.map = duty_map
        self.luck = (0, 0)
        self._events = {event.id: event for event in play.game.scenario.event}
        self._scenes = [turn.scene for turn in play.turns for _ in turn.steps]
        self._best = duty_map.worths()
        self._own = duty_map.worths(self._falls)
        self._breached = self._points = 0

    def decisions(self) -> Iterator[Mattered | None]:
        """Each step in order; None for one that put nothing out of reach."""
        place = self._after_luck(self.map.start)
        for number, step in enumerate(self.play.log.steps, start=1):
            way = next(way for way in self.map.onward(place) if way.step == step)
            yield self._weighed(number, place, way)
            self._add(way)
            place = self._after_luck(way.to)

    def _falls(self, way: Onward) -> bool:
        return all(fires(self.play.log.seed, self._events[name]) == fired for name, fired in way.drawn)

    def _add(self, way: Onward) -> None:
        self._breached += way.breached
        self._points += way.points

    def _after_luck(self, place: int) -> int:
        """Where luck led from a place, as it fell in this play."""
        if not self.map.luck(place):
            return place
        way = next(way for way in self.map.onward(place) if self._falls(way))
        best, left = self._best[place], way.before(self._best[way.to])
        self.luck = (self.luck[0] + best[0] - left[0], self.luck[1] + best[1] - left[1])
        self._add(way)
        return way.to

    def _weighed(self, number: int, place: int, taken: Onward) -> Mattered | None:
        after, could = taken.before(self._best[taken.to]), self._best[place]
        if after[:2] == could[:2]:
            return None
        own_luck = self._own[place][:2] == could[:2]
        worths, falls = (self._own, self._falls) if own_luck else (self._best, None)
        better, ending = self.map.best_way(place, worths, falls)
        scene = self._scenes[number - 1]
        return Mattered(number, scene, taken.step, self._end(after), self._end(could), better, ending, own_luck)

    def _end(self, rest: Worth) -> DutyEnd:
        """Where the whole play would end with the rest."""
        return DutyEnd(self._breached - rest[0], self._points + rest[1])
