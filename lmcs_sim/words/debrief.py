"""The headings and lines of a debrief that is kept as a file."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from lmcs_sim.words.catalogue import Named, counted, said
from lmcs_sim.words.dates import month_in_words
from lmcs_sim.words.interface import signed

_HEADINGS = {
    "page": "page.heading.page",
    "contents": "page.heading.contents",
    "ending": "page.heading.ending",
    "duty": "page.heading.duty",
    "mattered": "mattered.title",
    "against": "page.heading.against",
    "explained": "page.heading.explained",
    "open": "page.heading.open",
    "quality": "page.heading.quality",
    "outcomes": "page.heading.outcomes",
    "path": "page.heading.path",
    "beside": "page.heading.beside",
    "luck": "page.heading.luck",
    "reading": "page.heading.reading",
    "next": "suggestion.title",
    "note": "page.heading.note",
}
HEADINGS = Named(_HEADINGS, lambda section: said(_HEADINGS[section]))
"""By section, in the order in which a debrief is told."""


def exported_line(paths: Sequence[Path]) -> str:
    """Where pages were written: one folder holds them all."""
    return said("page.written", folder=paths[0].parent, names=", ".join(path.name for path in paths))


def story_line(begins: dt.date, ends: dt.date) -> str:
    """The time that a story covers."""
    return said("page.story", begins=month_in_words(begins), ends=month_in_words(ends))


def duty_line(points: int, met: int, left_open: int) -> str:
    """Where the duty ledger ends: its points, what was met, what lay open."""
    if left_open:
        return said("page.duty-open", points=signed(points), met=met, open=left_open)
    return said("page.duty", points=signed(points), met=met)


def theme_line(points: int, best: int | None) -> str:
    """The points of a theme, beside those of the best play where they are known."""
    return signed(points) if best is None else said("page.of-best", points=signed(points), best=signed(best))


def theme_name(theme: str) -> str:
    """A theme as people read it."""
    return theme.replace("-", " ")


def trap_line(tag: str, times: int) -> str:
    """How often a trap was walked into."""
    return counted(times, "page.trap", tag=tag)


def scenes_line(scenes: Sequence[str]) -> str:
    """The scenes that a finding was made in."""
    return said("page.scenes", scenes="; ".join(dict.fromkeys(scenes)))
