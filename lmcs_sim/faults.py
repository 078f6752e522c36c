"""Faults as values: each with a stable code, a place, a cause and a cure.

Lower rooms know a fault only by its key path inside a file; the toml room turns
the path into a line and a column.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import evolve, frozen

KeyPath = tuple[str | int, ...]

CODES = {
    "E001": "the file cannot be read",
    "E002": "the file is not TOML",
    "E003": "the file is nested too deeply",
    "E004": "a number is too long",
    "E010": "a value of the wrong kind",
    "E011": "an unknown field",
    "E012": "a missing field",
    "E013": "an unknown word",
    "E014": "an id that nothing defines",
    "E015": "an id used twice",
    "E016": "a format this version does not know",
    "E020": "a rule that says too much or too little",
    "E021": "a rule reads a field its acts do not carry",
    "E022": "a rule rests on a source that cannot be scored",
    "E023": "two rules clash and nothing decides between them",
    "E024": "a rule's example fails",
    "E030": "scenes that lead round in a circle",
    "E031": "months that fall along a lead",
    "E032": "leads or endings without a last resort",
    "E033": "a movement without a citation",
    "E034": "chance about something chance may not touch",
    "E035": "a workshop cut that cannot be played",
    "E036": "a number outside what it may be",
    "E037": "a scene in which every choice may be hidden",
    "E038": "an id that cannot be typed",
    "E040": "a save in a format this version does not know",
    "E041": "a save that cannot be read",
    "E050": "a choice that is not on offer",
    "E051": "something asked for that is not there",
    "E060": "a rule that can never apply",
    "E061": "an exception that never holds inside its rule, or always does",
    "E062": "a rule inside another that finds the same",
    "E063": "a must that rests on no law",
    "E064": "a rule without examples both ways",
    "E065": "a provision that no rule cites and nothing leaves unruled",
    "E066": "a provision that is both ruled and unruled",
    "E067": "a gap or an overlap between an edition and what replaced it",
    "E070": "words that do not stand in the source's text, at the place that is named",
    "E090": "a fault of ours",
    "W060": "a rule whose governing provision is in force on no date that a scenario uses",
}
"""What each code means. E is an error; W a warning, which spoils nothing."""


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


@frozen
class Fault:
    """One thing that is wrong, said so that it can be mended."""

    code: str
    cause: str
    cure: str
    place: Place = Place()

    @property
    def severity(self) -> str:
        """How much it matters, which its code says: error or warning."""
        return "warning" if self.code.startswith("W") else "error"

    def within(self, *steps: str | int) -> "Fault":
        """The same fault, seen from `steps` further out."""
        return evolve(self, place=evolve(self.place, path=tuple(steps) + self.place.path))

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}[{self.code}]: {self.cause}\n  {self.cure}"


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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A cure for a misspelt word: the nearest known one, or the list of them."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]!r}?"
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
