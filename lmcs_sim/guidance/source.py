"""A source: a document that provisions stand in, with its rank and its dates."""

import datetime as dt

from attrs import field, frozen

RANKS = {"statute": 3, "statutory-guidance": 2, "local": 1}
"""Kinds of source that bind, and how high each stands."""

UNRANKED = ("research", "draft", "history")
"""Kinds of source that bind nobody."""


@frozen
class Verified:
    """A check of every quote of a source against its text: of which text, and on which day."""

    sha256: str
    """Of the text's bytes, so that anybody can tell whether theirs is the same text."""
    on: dt.date


@frozen
class Source:
    """A document. Dates may be a year, a month or a day; `replaced_by` names what came after it."""

    id: str
    title: str
    short: str
    """How a citation names it, the edition included."""
    kind: str
    from_: str = field(metadata={"key": "from"})
    checked: dt.date
    """The day on which somebody last looked whether this is still the position."""
    publisher: str = ""
    until: str | None = None
    """The first day on which it was no longer in force at all."""
    replaced_by: str | None = field(default=None, metadata={"key": "replaced-by"})
    note: str = ""
    """The line that every screen citing it shows: what has become of this edition."""
    file: str = ""
    licence: str = ""
    verified: Verified | None = None
    """The last time that its quotes were checked by machine and all stood there; None for never."""

    @property
    def rank(self) -> int:
        """How high the source stands; 0 for one that binds nobody."""
        return RANKS.get(self.kind, 0)
