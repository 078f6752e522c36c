"""One line of a file with a caret under a column of it, so that an eye finds the place at once."""

from collections.abc import Iterable, Iterator

WIDTH = 76
"""Cells. With the bar before it, a line fits a terminal of 80."""
AFTER = 24
"""Cells at least that a cut line keeps from the caret on."""
CUT = "..."
TAB = "    "


def caret_lines(line: str, column: int) -> tuple[str, str] | None:
    """A line as it can be shown, and a caret under its column, counted in characters from 1.

    A long line is cut around the caret; what cannot be seen is shown as a code. None where nothing
    stands at the column that a caret could point at: an empty line, or the beginning of a comment.
    """
    before, after = line[: column - 1], line[column - 1 :]
    if not before.strip() and (not after.strip() or after.startswith("#")):
        return None
    # No character but a combining mark takes less than a cell, so what lies further off is never looked at.
    left = _fitting(map(_shown, reversed(before[-4 * WIDTH :])), WIDTH - AFTER, len(before) > 4 * WIDTH)[::-1]
    told = "".join(left)
    room = WIDTH - _cells(told)
    right = "".join(_fitting(map(_shown, after[: 4 * WIDTH]), room, len(after) > 4 * WIDTH))
    return told + right, " " * _cells(told) + "^"


def _fitting(pieces: Iterable[str], room: int, more: bool) -> list[str]:
    """The first of the pieces that fit, with the sign of a cut after them if any are left."""
    kept = list(pieces)
    if not more and _cells("".join(kept)) <= room:
        return kept
    return [*_first(kept, room - len(CUT)), CUT]


def _first(pieces: Iterable[str], room: int) -> Iterator[str]:
    for piece in pieces:
        room -= _cells(piece)
        if room < 0:
            return
        yield piece


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    return character if character.isprintable() else f"\\x{ord(character):02x}"


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
