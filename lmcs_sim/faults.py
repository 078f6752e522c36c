"""Faults as values: each with a stable code, a place, a cause and a cure.

Lower rooms know a fault only by its key path inside a file; the toml room turns
the path into a line and a column.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from attrs import evolve, field, frozen

from lmcs_sim.codes import CODES, SEVERITIES

KeyPath = tuple[str | int, ...]

LONGEST = 600
"""Characters of a cause or a cure."""
MOST_TOLD = 200
"""Faults of one file that are told at once. No more are looked for."""
MOST_COMPARED = 1_000
"""Words among which the nearest is looked for."""


@frozen
class Place:
    """Where a fault is. Lines and columns count from 1, in characters; 0 means not known."""

    file: str = ""
    line: int = 0
    column: int = 0
    path: KeyPath = ()

    def __str__(self) -> str:
        if self.file and self.line:
            return f"{self.file}:{self.line}:{self.column}"
        return self.file or show_path(self.path)


def _in_short(text: str) -> str:
    """A text that may name a word from a file, however long that word is."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


@frozen
class Fault:
    """One thing that is wrong, said so that it can be mended."""

    code: str
    cause: str = field(converter=_in_short)
    cure: str = field(converter=_in_short)
    place: Place = Place()

    @property
    def severity(self) -> str:
        """How much it matters, which its code says: error, warning or note."""
        return severity_of(self.code)

    def within(self, *steps: str | int) -> "Fault":
        """The same fault, seen from `steps` further out."""
        return evolve(self, place=evolve(self.place, path=tuple(steps) + self.place.path))

    @property
    def headline(self) -> str:
        """Where it is, how much it matters, and what is wrong."""
        return f"{self.place}: {self.severity}[{self.code}]: {self.cause}"

    def __str__(self) -> str:
        return f"{self.headline}\n  {self.cure}"


def severity_of(code: str) -> str:
    """How much the faults of a code matter."""
    return SEVERITIES[code[0]]


class LmcsError(Exception):
    """What every failure that a user may see is raised as. `exit_code` is the process's."""

    exit_code = 1

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class WrongUse(LmcsError):
    """The user asked for something that cannot be done as asked."""

    exit_code = 2


def fault(code: str, cause: str, cure: str, *path: str | int) -> Fault:
    """A fault known by its key path only."""
    assert code in CODES, code
    return Fault(code, cause, cure, Place(path=path))


def wrong_use(code: str, cause: str, cure: str, place: str = "command line") -> WrongUse:
    """The error for one thing asked wrongly, ready to raise."""
    return WrongUse(Fault(code, cause, cure, Place(file=place)))


def first_told(faults: Iterable[Fault]) -> list[Fault]:
    """The faults of one file that are told, and one more where there are more."""
    return list(islice(faults, MOST_TOLD + 1))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was most likely meant to be; None where none is near."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6) if len(known) <= MOST_COMPARED else []
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A cure for a misspelt word: the nearest known one, or the list of them."""
    known = sorted(known)
    near = nearest(word, known)
    if near is not None:
        return f"Did you mean {near!r}?"
    if not known:
        return "Nothing of that kind is defined; define it first."
    shown = ", ".join(known[:12])
    return f"Use one of: {shown}{', …' if len(known) > 12 else ''}."


def show_path(path: KeyPath) -> str:
    """A key path as an author would write it: scene[2].choice[0].leads."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text
