"""Screens in ASCII: everything that is drawn is turned into ASCII of the same width, whatever drew it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.widget import Widget

from lmcs_sim.words.ascii import stand_in


class AsciiOnly(LineFilter):
    """Turns what is drawn into ASCII: texts, borders, scroll bars."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in ASCII, each as wide as it was."""
        return [Segment(in_cells(text), style, control) for text, style, control in segments]


@lru_cache(2048)
def in_cells(text: str) -> str:
    """A text in ASCII, taking as many cells as before; a question mark for what has no stand-in."""
    if text.isascii():
        return text
    width = cell_len(text)
    # A sign in two cells has no stand-in of its width; a mark upon a letter takes no cell of its own.
    drawn = "".join((stand_in(sign) or "?").ljust(cell_len(sign), "?")[: cell_len(sign)] for sign in text)
    return drawn.ljust(width)[:width]


_ONLY = AsciiOnly()


def filters_of(filters: Sequence[LineFilter], ascii: bool) -> Sequence[LineFilter]:
    """An application's line filters, with ours last where ASCII is wanted: for `App.get_line_filters`."""
    return [*filters, _ONLY] if ascii else filters


def draw_again(app: App[Any]) -> None:
    """Draws every screen afresh, when what filters its lines has changed."""
    for screen in app.screen_stack:
        for widget in screen.walk_children(Widget, with_self=True):
            widget._styles_cache.clear()
            widget.refresh()
