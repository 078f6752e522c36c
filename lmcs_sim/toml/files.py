"""What each kind of file holds, and its faults placed by line and column."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from attrs import evolve, field, frozen

from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.guidance.difference import Difference
from lmcs_sim.guidance.law import Law
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.guidance.source import Source
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.toml.reader import Document, parse, read
from lmcs_sim.toml.structure import structure

T = TypeVar("T")


@frozen
class GuidanceFile:
    """A file of rules/guidance: one source and its provisions, or pointers to law."""

    source: Source | None = None
    provision: tuple[Provision, ...] = ()
    law: tuple[Law, ...] = ()
    difference: tuple[Difference, ...] = ()


@frozen
class RulesFile:
    """A file of rules by theme."""

    rule: tuple[RuleEntry, ...] = ()


@frozen
class ScoringFile:
    """rules/scoring.toml: points by force, then by verdict."""

    points: Mapping[str, Mapping[str, int]] = field(factory=dict)


def load(path: Path, kind: type[T]) -> tuple[T, Document]:
    """A file's value and its document. Raises LmcsError with every fault of the file."""
    return value_of(read(path), kind)


def load_text(text: str, file: str, kind: type[T]) -> tuple[T, Document]:
    """The same for a text that came from `file`."""
    return value_of(parse(text, file), kind)


def value_of(document: Document | Fault, kind: type[T]) -> tuple[T, Document]:
    """A document's value. Raises LmcsError with every fault of it."""
    if isinstance(document, Fault):
        raise LmcsError(document)
    value = structure(document.data, kind)
    if isinstance(value, list):
        raise LmcsError(*placed(value, document))
    return value, document


def placed(faults: Iterable[Fault], document: Document) -> list[Fault]:
    """Faults known by key path, placed in a document and in the order they stand there."""
    faults = list(faults)
    if not faults:
        return []
    from lmcs_sim.toml.locate import Locator

    locator = Locator(document.text)
    found = []
    for fault in faults:
        line, column = locator.place(fault.place.path)
        found.append(evolve(fault, place=evolve(fault.place, file=document.file, line=line, column=column)))
    return sorted(found, key=lambda fault: (fault.place.line, fault.place.column, fault.code, fault.cause))
