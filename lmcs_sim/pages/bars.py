"""Pictures drawn beside numbers: bars, and lines over the months. Decoration; the numbers stand in words."""

from collections.abc import Iterable, Sequence

from attrs import frozen

WIDE = 160
"""How wide a picture of bars is, in its own units."""

HIGH = 60
"""How high a picture of a line is."""


@frozen
class Bar:
    """One bar, or a mark where `width` is 0."""

    start: float
    width: float


@frozen
class Scale:
    """The numbers that a picture has room for; 0 is always among them."""

    least: int
    most: int

    def at(self, number: int) -> float:
        """Where a number stands."""
        return round((number - self.least) * WIDE / (self.most - self.least), 1)

    def bar(self, number: int) -> Bar:
        """The bar from 0 to a number."""
        zero, end = self.at(0), self.at(number)
        return Bar(min(zero, end), round(abs(end - zero), 1))


def scale_of(numbers: Iterable[int]) -> Scale:
    """A scale with room for the numbers."""
    held = (0, *numbers)
    return Scale(min(held), max((*held, min(held) + 1)))


def height(number: int, scale: Scale) -> float:
    """How far below the top of a line's picture a number stands."""
    return round(HIGH - scale.at(number) * HIGH / WIDE, 1)


def line(start: int, values: Sequence[int], months: Sequence[int], scale: Scale) -> str:
    """The path of a line that goes in steps: level until the month in which a number changes."""
    last = max((*months, 1))
    steps = (
        f"H{round(month * WIDE / last, 1)}V{height(value, scale)}" for month, value in zip(months, values, strict=True)
    )
    return f"M0 {height(start, scale)}{''.join(steps)}"
