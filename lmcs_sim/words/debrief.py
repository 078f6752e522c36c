"""The sentences and headings of a debrief that is kept as a file."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from lmcs_sim.words.interface import signed

HEADINGS = {
    "page": "Debrief",
    "contents": "On this page",
    "ending": "How it ended",
    "duty": "Duty: the council's duties, and your part in them",
    "against": "What went against duty",
    "explained": "What was explained",
    "open": "What lay open",
    "quality": "Quality: what research says of effective Lead Members; not law",
    "outcomes": "Outcomes: the council and its partners",
    "path": "Your path",
    "beside": "Your path beside the best and the worst",
    "luck": "Luck, which is no judgement on you",
    "reading": "What to read",
    "note": "Note",
}
"""By section, in the order in which a debrief is told."""

UNFINISHED = "This play has not ended. What follows is how it stands so far."
NOT_WORKED_OUT = "The best and the worst that any play of this can do are not worked out in this copy."
NOT_THERE = "Not on this path."
UNKNOWN_LUCK = "This path needs luck that none of the plays tried has."
KEEP_AS_FILE = "To keep it as a page (html, markdown) or as data (json):"
NONE_AGAINST = "Nothing went against duty."
PATHS = {"yours": "Your path", "best": "The best", "worst": "The worst"}
"""Whose path a decision stands on."""

LABELS = {
    "sources": "Sources",
    "scene": "Scene",
    "theme": "Theme",
    "points": "Points",
    "trap": "Trap",
    "because": "Because",
    "instead": "Instead",
    "asked": "You asked",
    "decided": "You decided",
    "ask": "Asks",
    "decide": "Decides",
    "measure": "Measure",
    "start": "At the start",
    "end": "At the end",
    "gist": "In our words",
    "since": "Since",
}
"""The words that open a line or head a column."""

CAPTIONS = {
    "themes": "Points of duty by theme: yours, and of the best play where that is known",
    "outcomes": "Each measure at the start and at the end",
    "beside": "What each path asks and decides, scene by scene",
}


def exported_line(paths: Sequence[Path]) -> str:
    """Where pages were written: one folder holds them all."""
    return f"Written in {paths[0].parent}: {', '.join(path.name for path in paths)}"


def story_line(begins: dt.date, ends: dt.date) -> str:
    """The time that a story covers."""
    return f"The story: {begins:%B %Y} to {ends:%B %Y}."


def played_line(learner: str) -> str:
    """Who played."""
    return f"Played by {learner}."


def duty_line(points: int, met: int, left_open: int) -> str:
    """Where the duty ledger ends: its points, what was met, what lay open."""
    more = f"; {left_open} more lay open" if left_open else ""
    return f"{signed(points)} points. Met {met}{more}."


def theme_line(points: int, best: int | None) -> str:
    """The points of a theme, beside those of the best play where they are known."""
    return signed(points) if best is None else f"{signed(points)} of {signed(best)}"


def trap_line(tag: str, times: int) -> str:
    """How often a trap was walked into."""
    return f"{tag}, {'once' if times == 1 else f'{times} times'}"


def part_line(whose: str, part: str) -> str:
    """Whose duty it was, and the player's part in it."""
    return f"Whose duty: {whose}. Your part: {part}."


def times_line(counts: str, times: int) -> str:
    """What a finding counts for, and how often where that is more than once."""
    return counts if times == 1 else f"{counts}, {times} times"


def scenes_line(scenes: Sequence[str]) -> str:
    """The scenes that a finding was made in."""
    return f"In: {'; '.join(dict.fromkeys(scenes))}."


def open_line(choice: str, scene: str) -> str:
    """Which choice would have met a duty, and in which scene."""
    return f"by: {choice} ({scene})"
