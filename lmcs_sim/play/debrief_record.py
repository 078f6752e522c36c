"""A debrief as plain data: what `--debrief json` prints."""

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.course import Course, Courses
from lmcs_sim.play.debrief import Luck, PathStep, debrief_of
from lmcs_sim.play.debrief_told import mattered_lines, suggestion_line, told
from lmcs_sim.play.mattered import DutyEnd, Mattered, Weighed
from lmcs_sim.play.play import Play
from lmcs_sim.play.record import Data, citations, finding_record, play_record, since
from lmcs_sim.play.suggestion import Suggestion
from lmcs_sim.play.ways import Path, ways_of
from lmcs_sim.words.verdicts import luck_line


def debrief_record(
    play: Play,
    attainable: Attainable | None = None,
    learner: str = "",
    suggestions: tuple[Suggestion, ...] = (),
) -> Data:
    """The record of a play with what a debrief adds to it, under keys that stay.

    Beside those of `play_record`: `scenario_title`, `story` (the first and the last day), `reviewed`, `learner` (empty
    unless it is given), `ending_title` and `ending_text` (null until the play has ended), `path` with its findings,
    `attainable` (null until proved; a path is null where no seed with its luck is known), `mattered` (every decision
    that put something out of reach, the first the worst; null until proved, and until the play has ended), `months`
    (each measure after each month in which something happened), `luck`, `reading` with each provision's citation and
    what has become of it, and `next`: what to play next.
    """
    debrief, scenario, book = debrief_of(play, attainable, suggestions), play.game.scenario, play.game.book
    ending, reviewed = debrief.ending, scenario.reviewed
    return {
        **play_record(play, attainable),
        "scenario_title": scenario.title,
        "story": {
            "from": scenario.date.isoformat(),
            "until": add_months(scenario.date, scenario.ends).isoformat(),
        },
        "reviewed": {"by": reviewed.by, "on": reviewed.on, "until": reviewed.until},
        "learner": learner,
        "ending_title": None if ending is None else ending.title,
        "ending_text": None if ending is None else ending.text.strip(),
        "path": [
            _decision(item) | {"findings": [finding_record(found, book) for found in item.findings]}
            for item in debrief.path
        ],
        "attainable": None if attainable is None else _attainable(play, attainable),
        "mattered": None if debrief.weighed is None else _weighed(play, debrief.weighed),
        "months": _months(debrief.courses),
        "luck": [_luck(item) for item in debrief.luck],
        "reading": [
            cited | {"since": since(book.guidance.provisions[str(cited["provision"])], book)}
            for cited in citations(debrief.reading, book)
        ],
        "next": [_suggestion(item) for item in debrief.suggestions],
    }


def _weighed(play: Play, weighed: Weighed) -> Data:
    return {
        "text": list(mattered_lines(weighed)),
        "decisions": [_mattered(item) | {"text": list(told(play, item).lines)} for item in weighed.decisions],
        "luck": dict(zip(("breached", "points"), weighed.luck, strict=True)),
    }


def _mattered(item: Mattered) -> Data:
    return {
        "number": item.number,
        "scene": item.scene,
        "step": item.step,
        "after": _duty_end(item.after),
        "could": _duty_end(item.could),
        "better": list(item.better),
        "ending": item.ending,
        "own_luck": item.own_luck,
    }


def _duty_end(end: DutyEnd) -> Data:
    return {"points": end.points, "breached": end.breached}


def _months(courses: Courses) -> Data:
    def by_month(course: Course) -> list[Data]:
        return [{"month": at, "value": value} for at, value in zip(courses.months, course.values, strict=True)]

    return {course.measure: {"start": course.start, "by_month": by_month(course)} for course in courses.measures}


def _suggestion(item: Suggestion) -> Data:
    return {
        "scenario": item.scenario.id,
        "title": item.scenario.title,
        "again": item.again,
        "theme": item.theme or None,
        "against": item.left.against,
        "open": item.left.open,
        "text": suggestion_line(item),
    }


def _attainable(play: Play, attainable: Attainable) -> Data:
    ways = ways_of(play.game, attainable)
    return {
        "best": _ends(attainable.best, ways.best),
        "worst": _ends(attainable.worst, ways.worst),
        "by_theme": dict(attainable.by_theme),
    }


def _ends(ends: Ends, path: Path | None) -> Data:
    return {
        "points": ends.points,
        "breached": ends.breached,
        "needs_luck": ends.needs_luck,
        "path": None if path is None else [_decision(item) for item in path],
    }


def _decision(item: PathStep) -> Data:
    return {"scene": item.scene, "title": item.title, "asked": list(item.asked), "decided": item.decided}


def _luck(item: Luck) -> Data:
    return {
        "event": item.event,
        "about": item.about,
        "chance": item.chance,
        "fired": item.fired,
        "text": luck_line(item.event, item.fired, item.chance, item.about),
    }
