"""Bars and lines in characters, for a number that also stands in words beside them."""

from collections.abc import Iterable

FULL, EMPTY, ZERO = "█", "░", "│"
ASCII_FULL, ASCII_EMPTY, ASCII_ZERO = "#", ".", "|"


def bar(number: int, other: int | None, least: int, most: int, width: int, ascii_only: bool = False) -> str:
    """A bar from nothing to a number, `width` characters wide, on a scale from `least` to `most` with 0 on it.

    `other` is shown as a fainter bar, where it reaches farther. A number that is not 0 is never without a mark.
    """
    full, empty, zero = (ASCII_FULL, ASCII_EMPTY, ASCII_ZERO) if ascii_only else (FULL, EMPTY, ZERO)
    low, high = min(least, 0), max(most, 0)
    cells = max(width - 1, 2)
    span = max(high - low, 1)
    below = round(-low * cells / span)
    sides = []
    for side, room in ((-1, below), (1, cells - below)):
        drawn = _cells(number * side, span, cells, room)
        faint = _cells((other or 0) * side, span, cells, room)
        sides.append((full * drawn + empty * (faint - drawn)).ljust(room))
    return sides[0][::-1] + zero + sides[1]


def bounds(numbers: Iterable[int | None]) -> tuple[int, int]:
    """The least and the most of some numbers and 0: what `bar` has for its scale."""
    held = [0, *(number for number in numbers if number is not None)]
    return min(held), max(held)


def _cells(number: int, span: int, cells: int, room: int) -> int:
    """How many cells a number takes up; none where it lies on the other side."""
    if number <= 0 or not room:
        return 0
    return max(1, min(room, round(number * cells / span)))
