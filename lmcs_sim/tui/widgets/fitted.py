"""Text that is set anew for every width: pictures in characters, and columns side by side."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

Draw = Callable[[int], list[Content]]
"""Gives lines for a width in columns; none of them is longer."""


class Fitted(Static):
    """Lines that are made for the width there is."""

    def __init__(self, *, id: str, classes: str = "") -> None:
        """It has nothing to draw yet."""
        super().__init__(id=id, classes=classes, markup=False)
        self._draw: Draw = lambda _: []
        self._drawn: tuple[int, list[Content]] = (-1, [])

    def show(self, draw: Draw) -> None:
        """Shows something else."""
        self._draw, self._drawn = draw, (-1, [])
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """What is drawn at a width."""
        if self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at that width."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines at the width it has."""
        return Content("\n").join(self.lines(self.content_size.width))
