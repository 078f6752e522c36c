"""What a player hears before anything else, read from a scenario's tables before the rest of them is.

Named tuples, so that the first words of a play wait neither for attrs nor for the classes of a whole scenario.
"""

from collections.abc import Mapping
from typing import NamedTuple

FORMAT = 1
"""The format of scenario files that this version reads."""


class Review(NamedTuple):
    """Who reviewed a scenario, when, and until when the review holds."""

    by: str
    on: str
    until: str


class Briefing(NamedTuple):
    """The briefing of a scenario. Each field is the scenario's."""

    title: str
    note: str
    briefing: str
    objectives: tuple[str, ...]
    reviewed: Review


def briefing_in(table: Mapping[str, object]) -> Briefing | None:
    """The briefing in a scenario's table; None where any part of it has a fault, or the format is not known."""
    objectives, reviewed = table.get("objectives"), table.get("reviewed", {})
    if table.get("format") != FORMAT or not isinstance(objectives, list) or not isinstance(reviewed, dict):
        return None
    texts = [table.get("title"), table.get("note", ""), table.get("briefing")]
    review = [reviewed.get(name, "") for name in Review._fields]
    if not all(isinstance(text, str) for text in (*texts, *objectives, *review)):
        return None
    title, note, briefing = map(str, texts)
    return Briefing(title, note, briefing, tuple(objectives), Review(*review))
