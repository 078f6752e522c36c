"""How each measure went over the months of a play: where it stood after every month in which something happened."""

from collections.abc import Iterator

from attrs import frozen

from lmcs_sim.play.consequence import Consequence, Happened, Moved
from lmcs_sim.play.play import Play


@frozen
class Course:
    """One measure: where it began, and where it stood at each of the months."""

    measure: str
    start: int
    values: tuple[int, ...]


@frozen
class Courses:
    """The months, after the scenario's date, in which a step was taken or an event came about, and each measure.

    The last month of a play that has ended is that of the story's end.
    """

    months: tuple[int, ...]
    measures: tuple[Course, ...]


def courses_of(play: Play) -> Courses:
    """The course of each measure through a play, ended or not."""
    brought = dict(play.log.carried)
    measures = play.game.scenario.measure
    starts = {name: brought.get(f"measure.{name}", measure.start) for name, measure in measures.items()}
    now, by_month, month = dict(starts), dict[int, dict[str, int]](), 0
    for at, item in _in_order(play):
        if isinstance(item, Moved):
            now[item.move.measure] = item.now
        # An event that could only come about later than its own month stands where it is told.
        month = max(month, item.event.month if isinstance(item, Happened) else at)
        by_month[month] = dict(now)
    months = tuple(by_month)
    return Courses(
        months,
        tuple(Course(name, start, tuple(by_month[each][name] for each in months)) for name, start in starts.items()),
    )


def _in_order(play: Play) -> Iterator[tuple[int, Consequence | None]]:
    """Each step, then everything that followed, with the month of its scene; at last the end of the story."""
    scenario = play.game.scenario
    for turn in play.turns:
        month = scenario.scenes[turn.scene].month
        yield from ((month, item) for item in turn.before)
        for step in turn.steps:
            yield month, None
            yield from ((month, item) for item in step.consequences)
    if play.ended:
        yield scenario.ends, None
