"""What is proved of a scenario, as far as a debrief sets a play beside it."""

from collections.abc import Mapping

from attrs import field, frozen

from lmcs_sim.play.duty_map import DutyMap
from lmcs_sim.words.interface import attainable_lines, duty_in_words


@frozen
class Ends:
    """Where the best, or the worst, play of a scenario ends on duty, and one way to it."""

    breached: int
    points: int
    path: tuple[str, ...]
    """Ids of enquiries and choices in order, as `play --choose` takes them."""
    needs_luck: bool
    seed: int | None


@frozen
class Attainable:
    """The fewest breaches, then the most points of any play, and the most breaches, then the fewest points."""

    best: Ends
    worst: Ends
    by_theme: Mapping[str, int] = field(factory=dict)
    """The points by theme on the best play; nothing, where no seed with its luck is known."""
    duty_map: DutyMap | None = None
    """What each step of a play is weighed on; None where it would be too large to keep."""

    def lines(self) -> tuple[str, str]:
        """The best and the worst in words."""
        best, worst = (duty_in_words(ends.points, ends.breached) for ends in (self.best, self.worst))
        return attainable_lines(best, self.best.needs_luck, worst)
