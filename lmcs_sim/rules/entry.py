"""A rule as an author writes it, before its words are known to be words."""

import datetime as dt

from attrs import field, frozen

from lmcs_sim.rules.act import ActTable
from lmcs_sim.rules.compile import RawTable

TAGS = ("over-reach", "retreat", "stale", "no-record", "wrong-holder")
PARTS = ("yours", "yours-to-press", "not-yours")


@frozen
class Departure:
    """What the council must have done before a departure is explained, and what ignoring it breaches."""

    needs: tuple[str, ...]
    regard: str
    """The provision breached when a formal act departs with the guidance never considered."""
    says: str


@frozen
class Unless:
    """An exception: it takes the rule out of play where `when` holds, on its own citations."""

    when: RawTable
    cites: tuple[str, ...]


@frozen
class Quality:
    """What a rule governed by research moves: a dimension, by so much when honoured, else by so much."""

    dimension: str
    by: int
    else_: int = field(default=0, metadata={"key": "else"})


@frozen
class DepartsFrom:
    """A council's declared departure, in a local rule: from what, by whom, when and why."""

    provision: str
    body: str
    date: dt.date
    reasons: str


@frozen
class Example:
    """An act, and the verdict the rule gives on it. `also`: the verdict of its second finding."""

    given: ActTable
    expect: str
    also: str | None = None


@frozen
class RuleEntry:
    """One [[rule]] of a rules file."""

    id: str
    title: str
    cites: tuple[str, ...]
    """The first provision governs verdict, theme and rank; the rest support it."""
    on: tuple[str, ...]
    because: str
    instead: str
    when: tuple[RawTable, ...] = ()
    """Any one of these tables makes it apply; none at all means always."""
    requires: RawTable | None = None
    honours: bool | None = None
    tags: tuple[str, ...] = ()
    departure: Departure | None = None
    unless: tuple[Unless, ...] = ()
    quality: Quality | None = None
    part: str | None = None
    overrides: tuple[str, ...] = ()
    departs_from: DepartsFrom | None = field(default=None, metadata={"key": "departs-from"})
    example: tuple[Example, ...] = ()
