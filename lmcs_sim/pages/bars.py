"""Bars drawn beside numbers: where each begins and how long it is. Decoration; the numbers stand in words."""

from collections.abc import Iterable

from attrs import frozen

WIDE = 160
"""How wide a picture of bars is, in its own units."""


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
