"""A look: one thing that was looked at, how it stands, what that means and what to do about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

SIGNS = {"ok": "+", "warning": "!", "error": "!!"}
"""The states of a look, each with a sign beside its word."""


@frozen
class Look:
    """What was found of one thing. A warning and an error also say what it means and the cure."""

    part: str
    name: str
    state: str
    found: str
    means: str = ""
    cure: str = ""


@frozen
class Part:
    """One of the parts that are looked at: makes the looks that belong to it."""

    name: str

    def ok(self, name: str, found: str, means: str = "") -> Look:
        """A thing as it should be."""
        return Look(self.name, name, "ok", found, means)

    def warning(self, name: str, found: str, means: str, cure: str) -> Look:
        """A thing that lets one play, with something lost."""
        return Look(self.name, name, "warning", found, means, cure)

    def error(self, name: str, found: str, means: str, cure: str) -> Look:
        """A thing that stops one from playing, or from keeping a play."""
        return Look(self.name, name, "error", found, means, cure)

    def guarded(self, looks: Mapping[str, Callable[[], Iterable[Look]]]) -> Iterator[Look]:
        """Every look, by name. One that fails is an error that says so, and the others are still taken."""
        for name, look in looks.items():
            try:
                yield from list(look())
            except Exception as error:
                means = "lmcs-sim is likely to fail at the same place."
                cure = "Mend what is named here; if it says nothing to you, send us this report."
                yield self.error(name, f"this could not be looked at: {why(error)}", means, cure)


def why(error: Exception) -> str:
    """What an error says of itself, in one line."""
    said = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split())[:200] or type(error).__name__
