"""A debrief as plain data: what `--debrief json` prints."""

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.debrief import Luck, PathStep, debrief_of
from lmcs_sim.play.play import Play
from lmcs_sim.play.record import Data, citations, finding_record, play_record, since
from lmcs_sim.play.ways import Path, ways_of
from lmcs_sim.words.verdicts import luck_line


def debrief_record(play: Play, attainable: Attainable | None = None, learner: str = "") -> Data:
    """The record of a play with what a debrief adds to it, under keys that stay.

    Beside those of `play_record`: `scenario_title`, `story` (the first and the last day), `reviewed`, `learner` (empty
    unless it is given), `ending_title` and `ending_text` (null until the play has ended), `path` with its findings,
    `attainable` (null until proved; a path is null where no seed with its luck is known), `luck`, and `reading` with
    each provision's citation and what has become of it.
    """
    debrief, scenario, book = debrief_of(play, attainable), play.game.scenario, play.game.book
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
        "luck": [_luck(item) for item in debrief.luck],
        "reading": [
            cited | {"since": since(book.guidance.provisions[str(cited["provision"])], book)}
            for cited in citations(debrief.reading, book)
        ],
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
