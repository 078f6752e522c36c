"""What to play next: what was not played yet, where most lay open elsewhere; else once more, where most is left."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from lmcs_sim.play.play import Play
from lmcs_sim.play.score import duty_of
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Scenario

MOST = 2
"""How many are suggested."""


@frozen(order=True)
class Left:
    """What a play left to learn of a theme: findings against duty first, then duties that lay open."""

    against: int = 0
    open: int = 0

    def __add__(self, other: "Left") -> "Left":
        """Both together."""
        return Left(self.against + other.against, self.open + other.open)

    def __bool__(self) -> bool:
        """Whether anything was left."""
        return bool(self.against or self.open)


@frozen
class Past:
    """A play of a learner, ended or not. `left` is by theme; None where the play was not played again to see."""

    scenario: str
    left: Mapping[str, Left] | None = None


@frozen
class Suggestion:
    """A scenario to play next, and why.

    `theme`: for one not yet played, the theme of it in which most was left elsewhere; empty where nothing was.
    `left`: what was left in that theme; for one to play again, in its own last play.
    """

    scenario: Scenario
    again: bool
    theme: str = ""
    left: Left = field(factory=Left)


def left_in(play: Play) -> dict[str, Left]:
    """What a play left to learn, by theme; only themes in which there is something."""
    names = [name.replace("-", "_") for name in ADVERSE]
    themes = sorted(duty_of(play).by_theme.items())
    found = {
        theme: Left(sum(tally.counts.get(name, 0) for name in names), tally.counts.get("open", 0))
        for theme, tally in themes
    }
    return {theme: left for theme, left in found.items() if left}


def pasts_of(play: Play, others: Iterable[str]) -> list[Past]:
    """A play that has just ended, and the scenarios of the learner's other plays, the latest first."""
    return [Past(play.log.scenario, left_in(play)), *(Past(name) for name in others)]


def suggest(scenarios: Sequence[Scenario], pasts: Iterable[Past]) -> tuple[Suggestion, ...]:
    """At most two scenarios to play next, the first first. `pasts`: a learner's plays, the latest first.

    None, where every scenario was played and nothing is known to be left.
    """
    latest: dict[str, Past] = {}
    for past in pasts:
        latest.setdefault(past.scenario, past)
    by_theme: dict[str, Left] = {}
    for past in latest.values():
        for theme, left in (past.left or {}).items():
            by_theme[theme] = by_theme.get(theme, Left()) + left
    fresh = [_fresh(scenario, by_theme) for scenario in scenarios if scenario.id not in latest]
    by_id = {scenario.id: scenario for scenario in scenarios}
    known = [_again(by_id[name], past.left) for name, past in latest.items() if name in by_id and past.left]
    # Of those of which nothing is known, the one played longest ago comes first.
    unseen = [_again(by_id[name], {}) for name, past in latest.items() if name in by_id and past.left is None][::-1]
    return (*_most_first(fresh), *_most_first(known), *unseen)[:MOST]


def _most_first(found: list[Suggestion]) -> list[Suggestion]:
    return sorted(found, key=lambda item: item.left, reverse=True)


def _fresh(scenario: Scenario, by_theme: Mapping[str, Left]) -> Suggestion:
    theme = max(scenario.themes, key=lambda name: by_theme.get(name, Left()))
    left = by_theme.get(theme, Left())
    return Suggestion(scenario, again=False, theme=theme if left else "", left=left)


def _again(scenario: Scenario, left: Mapping[str, Left]) -> Suggestion:
    return Suggestion(scenario, again=True, left=sum(left.values(), Left()))
