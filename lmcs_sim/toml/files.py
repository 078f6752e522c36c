"""Files to values, their faults placed by line and column."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from lmcs_sim.faults import MOST_TOLD, Fault, KeyPath, LmcsError, Place, first_told
from lmcs_sim.toml.bounds import excess
from lmcs_sim.toml.reader import Document, parse, read
from lmcs_sim.toml.structure import structure

T = TypeVar("T")


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
    if too_much := excess(document.data, document.text):
        raise LmcsError(*placed([too_much], document))
    value = structure(document.data, kind)
    if isinstance(value, list):
        raise LmcsError(*placed(value, document))
    return value, document


def placed(faults: Iterable[Fault], document: Document) -> list[Fault]:
    """Faults known by key path, placed in a document and in the order they stand there; no more than are told."""
    faults = first_told(faults)
    found = []
    for bad, (line, column) in zip(faults, _positions([bad.place.path for bad in faults], document.text), strict=True):
        found.append(evolve(bad, place=evolve(bad.place, file=document.file, line=line, column=column)))
    found.sort(key=lambda bad: (bad.place.line, bad.place.column, bad.code, bad.cause))
    return found if len(found) <= MOST_TOLD else [*found[:MOST_TOLD], _and_more(found[MOST_TOLD].place)]


def _positions(paths: list[KeyPath], text: str) -> list[tuple[int, int]]:
    if not any(paths):
        return [(1, 1) for _ in paths]
    from lmcs_sim.toml.locate import Locator

    locator = Locator(text)
    return [locator.place(path) for path in paths]


def _and_more(place: Place) -> Fault:
    cause = "more is wrong with this file than is told at once"
    return Fault("E005", cause, "Mend what is told above, and check again.", place)
