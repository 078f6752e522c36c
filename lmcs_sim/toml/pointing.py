"""Faults as people read them: the place, what is wrong, the line of the file with a caret, and the cure."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from lmcs_sim.faults import Fault, Place
from lmcs_sim.toml.bounds import LARGEST
from lmcs_sim.toml.reader import lines_in
from lmcs_sim.words.caret import caret_lines

BAR = "  | "
"""What stands before a file's own words, so that nobody takes them for ours."""


def told(faults: Iterable[Fault]) -> Iterator[str]:
    """Each fault as text. A file that cannot be read, or is not one, shows no line."""
    lines_of = lru_cache(maxsize=4)(_lines_of)
    for fault in faults:
        lines = lines_of(fault.place.file) if fault.place.line else []
        yield "\n".join([fault.headline, *_pointed(fault.place, lines), f"  {fault.cure}"])


def _pointed(place: Place, lines: list[str]) -> Iterator[str]:
    for whole in lines[place.line - 1 : place.line]:
        yield from (BAR + line for line in caret_lines(whole, place.column) or ())


def _lines_of(file: str) -> list[str]:
    """The lines of a file as its faults count them. A pipe is not opened again: nothing is left in it."""
    path = Path(file)
    try:
        if not path.is_file():
            return []
        with path.open("rb") as opened:
            return lines_in(opened.read(LARGEST))
    except OSError:
        return []
