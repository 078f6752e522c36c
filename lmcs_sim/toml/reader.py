"""Reading one TOML file: its text and its tables, or one fault that says where it stops being TOML.

Faults, and attrs with them, are loaded where there is one: the first words of a play wait for neither.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tomli

from lmcs_sim.toml.bounds import LARGEST

if TYPE_CHECKING:
    from lmcs_sim.faults import Fault

_TWICE = "The same key stands twice; keep one of them."

DEEP = 50
"""Brackets. Where fewer stand inside one another, it is a dotted key that goes too deep."""


class Document(NamedTuple):
    """A file that is TOML: its name as the user gave it, its text and its tables."""

    file: str
    text: str
    data: dict[str, object]


def read(path: Path) -> "Document | Fault":
    """The document in a file, or what keeps it from being read."""
    text = _text_of(path)
    return parse(text, str(path)) if isinstance(text, str) else text


def parse(text: str, file: str) -> "Document | Fault":
    """The document in a text that came from `file`."""
    try:
        return Document(file, text, tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        cure = _cure_of(error.msg)
        line, column = error.lineno, error.colno
        if cure == _TWICE:
            from lmcs_sim.toml.locate import key_before

            line, column = key_before(text, line, column)
        return _fault("E002", f"this is not TOML: {error.msg.lower()}", cure, file, line, column)
    except RecursionError:
        line, column = _deepest(text)
        cause = "lists or tables stand inside one another too deeply to be read"
        return _fault("E003", cause, "Flatten them: no file here needs more than a few levels.", file, line, column)
    except ValueError:
        line, column = _longest_number(text)
        cause = "a whole number has too many digits to be read"
        return _fault("E004", cause, "Write a number of ordinary length.", file, line, column)


def _fault(code: str, cause: str, cure: str, file: str, line: int = 1, column: int = 1) -> "Fault":
    from lmcs_sim.faults import Fault, Place

    return Fault(code, cause, cure, Place(file, line, column))


def _text_of(path: Path) -> "str | Fault":
    try:
        if path.is_dir():
            return _fault("E001", "this is a folder, not a file", "Name a .toml file inside it.", str(path))
        raw = _bytes_of(path)
    except FileNotFoundError:
        return _fault("E001", "there is no such file", "Look at the name and the folder.", str(path))
    except OSError as error:
        cause = f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}"
        return _fault("E001", cause, "Look at its permissions.", str(path))
    if len(raw) > LARGEST:
        return _fault("E001", "the file is larger than any scenario", f"Keep it under {LARGEST:,} bytes.", str(path))
    try:
        return _with_plain_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        at = _at(before, len(before))
        return _fault("E001", "the file is not UTF-8 text", "Save it as UTF-8 in your editor.", str(path), *at)


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, or more than may be read; never all of one that has no end."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def lines_in(raw: bytes) -> list[str]:
    """The lines of a file as its faults count them, whether or not it is text."""
    return _with_plain_ends(raw.decode("utf-8-sig", "replace")).split("\n")


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


def _cure_of(message: str) -> str:
    lowered = message.lower()
    if "'\\r'" in lowered:
        return "Save the file with ordinary line ends (LF) in your editor."
    if any(word in lowered for word in ("overwrite", "twice", "mutate", "duplicate")):
        return _TWICE
    if "unescaped" in lowered or "escape" in lowered:
        return "Write a backslash as \\\\, or use 'single quotes', inside which nothing is special."
    if ("illegal" in lowered or "invalid character" in lowered) and "\\n" not in lowered:
        return "Take that character out, or write it as an escape: \\u and four digits."
    if (
        "illegal character" in lowered
        or "unclosed" in lowered
        or "unterminated" in lowered
        or "closing" in lowered
        or 'expected "' in lowered
    ):
        return "Close the quotes, bracket or brace that was opened here or above."
    return 'Look at this line for a missing quote, "=" or bracket.'


def _deepest(text: str) -> tuple[int, int]:
    """Where brackets and braces first stand deepest inside one another."""
    depth = deepest = position = 0
    for at, character in enumerate(text):
        if character in "[{":
            depth += 1
            if depth > deepest:
                deepest, position = depth, at
        elif character in "]}":
            depth -= 1
    if deepest < DEEP:
        found = max(re.finditer(r"^.*$", text, re.MULTILINE), key=lambda line: line.group().count("."))
        position = found.start()
    return _at(text, position)


def _longest_number(text: str) -> tuple[int, int]:
    found = max(re.finditer(r"\d[\d_]*", text), key=lambda match: len(match.group()), default=None)
    return _at(text, found.start() if found else 0)


def _at(text: str, position: int) -> tuple[int, int]:
    """The line and the column, both from 1 and in characters, of a position in a text."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
