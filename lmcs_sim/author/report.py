"""What `check` found, in the forms it is printed in: data, and the annotations of a continuous integration."""

from collections.abc import Sequence

from lmcs_sim.faults import Fault
from lmcs_sim.words.interface import counted

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls each severity."""


def fault_record(fault: Fault) -> dict[str, object]:
    """A fault as data. Line and column count from 1, in characters; 0 means that they are not known."""
    return {
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "code": fault.code,
        "severity": fault.severity,
        "message": fault.cause,
        "cure": fault.cure,
    }


def annotation(fault: Fault) -> str:
    """A fault as a workflow command, by which GitHub shows it beside the line of the file."""
    place = fault.place
    at = {"file": place.file, **({"line": place.line, "col": place.column} if place.line else {}), "title": fault.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in at.items())
    words = _data(f"{fault.cause}\n{fault.cure}")
    return f"::{COMMANDS[fault.severity]} {properties}::{words}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(files: int, faults: Sequence[Fault]) -> str:
    """How much was found, in a line."""
    found = {severity: sum(fault.severity == severity for fault in faults) for severity in COMMANDS}
    more = [counted(found[name], name) for name in ("warning", "note") if found[name]]
    *first, last = [counted(found["error"], "fault"), *more]
    told = f"{', '.join(first)} and {last}" if first else last
    return f"{counted(files, 'file')}: {told}."
