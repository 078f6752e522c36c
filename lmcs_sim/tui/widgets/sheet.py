"""What is read from its top: it scrolls, and has nothing of its own to draw."""

from textual.containers import VerticalScroll


class Sheet(VerticalScroll):
    """A page of blocks of text, one under the other."""

    BLANK = True
    """Textual need not look for anything to draw between the blocks."""
