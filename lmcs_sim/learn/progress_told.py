"""Progress as lines to read, each opened by a word, and as plain data."""

from collections.abc import Iterator, Mapping

from lmcs_sim.learn.progress import Ended, Progress, Shown, Theme, ThemeWeek, Week, adverse, monday_of
from lmcs_sim.words.catalogue import counted, said
from lmcs_sim.words.dates import day_in_words
from lmcs_sim.words.debrief import theme_name
from lmcs_sim.words.interface import signed

Data = dict[str, object]

LATEST = 10
"""Plays that are told one by one, and traps and weeks of a theme likewise: the latest. The data has them all."""


def progress_lines(progress: Progress, titles: Mapping[str, str]) -> Iterator[str]:
    """Everything, part after part; an empty line stands between parts. `titles`: those of scenarios, by id."""
    parts = (
        [count_line(progress.told)],
        *(list(theme_lines(theme, titles)) for theme in progress.themes),
        [trap_line(week, traps) for week, traps in progress.traps[-LATEST:]],
        list(play_lines(progress, titles)),
        list(library_lines(progress)),
    )
    for number, part in enumerate(part for part in parts if part):
        if number:
            yield ""
        yield from part


def count_line(ended: int) -> str:
    """How many plays have ended; where none has, what to do."""
    return counted(ended, "progress.plays")


def play_lines(progress: Progress, titles: Mapping[str, str]) -> Iterator[str]:
    """The latest plays that have ended, how many came before, and those that are not counted."""
    for item in progress.ended[:LATEST]:
        yield ended_line(item, titles)
    if len(progress.ended) > LATEST:
        yield counted(len(progress.ended) - LATEST, "progress.earlier")
    for gone in progress.left_out[:LATEST]:
        title = titles.get(gone.scenario, gone.scenario)
        yield said("progress.left-out", day=day_in_words(gone.day), title=title, why=gone.why, number=gone.id)
    if len(progress.left_out) > LATEST:
        yield counted(len(progress.left_out) - LATEST, "progress.more-left-out")


def ended_line(item: Ended, titles: Mapping[str, str]) -> str:
    """A finished play in a line: when, which, its duty ledger, and the best there is where that is known."""
    whole, attainable = item.ledger.duty.whole, item.ledger.attainable
    line = said(
        "progress.play",
        day=day_in_words(item.day),
        title=titles.get(item.scenario, item.scenario),
        points=signed(whole.points),
        breaches=counted(whole.counts.get("breached", 0), "progress.breaches"),
    )
    if attainable is None:
        return line
    best = attainable.best
    breaches = counted(best.breached, "progress.breaches")
    return f"{line} {said('progress.best-there-is', points=signed(best.points), breaches=breaches)}"


def theme_lines(theme: Theme, titles: Mapping[str, str]) -> Iterator[str]:
    """A theme: how many plays came by it, its latest, its best so far, then week by week."""
    yield from standing_lines(theme, titles)
    for week in theme.weeks[-LATEST:]:
        yield week_line(week)


def standing_lines(theme: Theme, titles: Mapping[str, str]) -> Iterator[str]:
    """A theme: how many plays came by it, its latest, and its best so far where that is another."""
    plays = counted(theme.plays, "progress.plays-of")
    yield said("progress.theme", theme=theme_name(theme.theme), plays=plays)
    yield said("progress.latest", play=_shown(theme.latest, titles))
    if theme.best.play != theme.latest.play:
        yield said("progress.best", play=_shown(theme.best, titles))


def week_line(week: ThemeWeek) -> str:
    """What came up of a theme in a week, and what became of it."""
    return said(
        "progress.week",
        week=_week(week.week),
        plays=counted(week.plays, "progress.plays-of"),
        met=week.counts.get("met", 0),
        open=week.counts.get("open", 0),
        against=adverse(week.counts),
    )


def trap_line(week: Week, traps: Mapping[str, int]) -> str:
    """The traps of a week."""
    told = ", ".join(said("progress.trap", trap=trap, times=counted(n, "progress.times")) for trap, n in traps.items())
    return said("progress.traps", week=_week(week), traps=told)


def library_lines(progress: Progress) -> Iterator[str]:
    """The scenarios played to an end, and those not yet."""
    for shelf in progress.library:
        if shelf.ended:
            yield said("progress.played", title=shelf.title, plays=counted(shelf.ended, "progress.times"))
    for shelf in progress.not_yet:
        yield said("progress.begun" if shelf.unfinished else "progress.not-yet", title=shelf.title)


def progress_record(progress: Progress) -> Data:
    """Progress as plain data. Weeks are named as ISO 8601 does: "2026-W47"."""
    return {
        "plays": [
            {"id": item.id, "scenario": item.scenario, "day": item.day.isoformat(), "duty": item.ledger.duty.record()}
            for item in progress.ended
        ],
        "left_out": [
            {"id": item.id, "scenario": item.scenario, "day": item.day.isoformat(), "why": item.why}
            for item in progress.left_out
        ],
        "themes": {item.theme: _theme_record(item) for item in progress.themes},
        "traps": {_iso(week): dict(traps) for week, traps in progress.traps},
        "library": [
            {"scenario": shelf.scenario, "ended": shelf.ended, "unfinished": shelf.unfinished}
            for shelf in progress.library
        ],
    }


def _theme_record(theme: Theme) -> Data:
    return {
        "plays": theme.plays,
        "latest": {"play": theme.latest.play, **theme.latest.tally.record()},
        "best": {"play": theme.best.play, **theme.best.tally.record()},
        "weeks": {
            _iso(item.week): {"plays": item.plays, "points": item.points, **dict(sorted(item.counts.items()))}
            for item in theme.weeks
        },
    }


def _shown(item: Shown, titles: Mapping[str, str]) -> str:
    best = item.tally.best
    points = signed(item.tally.points)
    return said(
        "progress.shown" if best is None else "progress.shown-beside",
        day=day_in_words(item.day),
        title=titles.get(item.scenario, item.scenario),
        points=points,
        best="" if best is None else signed(best),
    )


def _week(week: Week) -> str:
    return said("progress.week-of", day=day_in_words(monday_of(week)))


def _iso(week: Week) -> str:
    return f"{week[0]}-W{week[1]:02}"
