"""How a learner's plays went: by play, by theme and by week. Nobody is ranked, and nothing is a mark."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from attrs import frozen

from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.score import Duty, Tally, duty_of
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.words.catalogue import said

Week = tuple[int, int]
"""A year and its week, as ISO 8601 counts them."""


class Kept(Protocol):
    """A play as a store keeps it."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def log(self) -> Log:
        """What it is."""

    @property
    def ending(self) -> str | None:
        """How it ended; None while it is unfinished."""

    @property
    def updated(self) -> str:
        """When its last step was taken."""


@frozen
class Ledger:
    """The duty ledger of a kept play, beside what is proved of its scenario."""

    duty: Duty
    attainable: Attainable | None = None


@frozen
class NotReplayed:
    """Why a kept play cannot be played again: its scenario is gone, or its story has changed."""

    why: str


Again = Callable[[Kept], Ledger | NotReplayed]
"""Plays a kept play again. Whoever asks for progress hands it in: it needs scenarios and rules."""


@frozen
class Ended:
    """A finished play: on which day it ended, and its ledger."""

    id: int
    scenario: str
    day: dt.date
    ledger: Ledger

    @property
    def week(self) -> Week:
        """The week it ended in."""
        return week_of(self.day)


@frozen
class LeftOut:
    """A finished play that counts nowhere, and why."""

    id: int
    scenario: str
    day: dt.date
    why: str


@frozen
class Shown:
    """The duty ledger of one theme in one play."""

    play: int
    scenario: str
    day: dt.date
    tally: Tally


@frozen
class ThemeWeek:
    """A theme in the plays of one week, added up."""

    week: Week
    plays: int
    counts: Mapping[str, int]
    """By the names in `score.COUNTED`."""
    points: int


@frozen
class Theme:
    """A theme over all finished plays that came by it. `best`: fewest breaches, then most points."""

    theme: str
    plays: int
    latest: Shown
    best: Shown
    weeks: tuple[ThemeWeek, ...]


@frozen
class Shelf:
    """A scenario of the library: how many plays of it have ended, and how many have not."""

    scenario: str
    title: str
    ended: int
    unfinished: int


@frozen
class Progress:
    """Everything that is told of a learner's plays. Plays stand the latest first, weeks the first first."""

    ended: tuple[Ended, ...]
    left_out: tuple[LeftOut, ...]
    themes: tuple[Theme, ...]
    traps: tuple[tuple[Week, Mapping[str, int]], ...]
    """By week, how often each trap was walked into."""
    library: tuple[Shelf, ...]

    @property
    def told(self) -> int:
        """How many plays have ended, those left out among them."""
        return len(self.ended) + len(self.left_out)

    @property
    def not_yet(self) -> tuple[Shelf, ...]:
        """The scenarios that no play has brought to an end."""
        return tuple(shelf for shelf in self.library if not shelf.ended)


def progress_of(
    kept: Iterable[Kept], again: Again, library: Sequence[Scenario], day_of: Callable[[str], dt.date]
) -> Progress:
    """The progress of one learner. `day_of` gives the local day of a kept moment."""
    plays = sorted(kept, key=lambda item: (item.updated, item.id), reverse=True)
    finished = [item for item in plays if item.ending is not None]
    ended: list[Ended] = []
    left_out: list[LeftOut] = []
    for item in finished:
        day, found = day_of(item.updated), again(item)
        if isinstance(found, Ledger):
            ended.append(Ended(item.id, item.log.scenario, day, found))
        else:
            left_out.append(LeftOut(item.id, item.log.scenario, day, found.why))
    done = Counter(item.log.scenario for item in finished)
    begun = Counter(item.log.scenario for item in plays if item.ending is None)
    shelves = tuple(Shelf(item.id, item.title, done[item.id], begun[item.id]) for item in library)
    return Progress(tuple(ended), tuple(left_out), _themes(ended), _traps(ended), shelves)


def played_again(log: Log, game: Game, attainable: Attainable | None = None) -> Ledger | NotReplayed:
    """The ledger of a finished play, in today's text."""
    play, parted = replay(game, log)
    if parted is not None:
        return NotReplayed(said("progress.parted", number=parted.number, step=parted.step))
    if not play.ended:
        return NotReplayed(said("progress.goes-on"))
    return Ledger(duty_of(play, attainable), attainable)


def week_of(day: dt.date) -> Week:
    """The week a day falls in: from Monday to Sunday."""
    year, week, _ = day.isocalendar()
    return year, week


def monday_of(week: Week) -> dt.date:
    """The first day of a week."""
    return dt.date.fromisocalendar(*week, 1)


def adverse(counts: Mapping[str, int]) -> int:
    """How many findings went against duty."""
    return sum(counts.get(verdict.replace("-", "_"), 0) for verdict in ADVERSE)


def _themes(ended: Sequence[Ended]) -> tuple[Theme, ...]:
    shown: dict[str, list[Shown]] = {}
    for item in ended:
        for theme, tally in item.ledger.duty.by_theme.items():
            shown.setdefault(theme, []).append(Shown(item.id, item.scenario, item.day, tally))
    return tuple(_theme(theme, shown[theme]) for theme in sorted(shown))


def _theme(theme: str, shown: Sequence[Shown]) -> Theme:
    """A theme in plays, the latest first; of two as good, the later is the best."""
    best = min(shown, key=lambda item: (item.tally.counts.get("breached", 0), -item.tally.points))
    weeks: dict[Week, list[Shown]] = {}
    for item in reversed(shown):
        weeks.setdefault(week_of(item.day), []).append(item)
    return Theme(theme, len(shown), shown[0], best, tuple(_week(week, weeks[week]) for week in sorted(weeks)))


def _week(week: Week, shown: Sequence[Shown]) -> ThemeWeek:
    counts: Counter[str] = Counter()
    for item in shown:
        counts.update(item.tally.counts)
    return ThemeWeek(week, len(shown), counts, sum(item.tally.points for item in shown))


def _traps(ended: Sequence[Ended]) -> tuple[tuple[Week, Mapping[str, int]], ...]:
    weeks: dict[Week, Counter[str]] = {}
    for item in ended:
        weeks.setdefault(item.week, Counter()).update(item.ledger.duty.tags)
    return tuple((week, dict(sorted(weeks[week].items()))) for week in sorted(weeks) if weeks[week])
