"""What starting and repainting are timed beside: `python start_bare.py widget` or `options`."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

PAINTED = "A bare application"
OPTIONS = [f"Option number {number:03}" for number in range(1, 16)]


class OneWidget(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(PAINTED)


class Options(App[None]):
    """A list that fits in the window, its highlight moved by the arrows."""

    def compose(self) -> ComposeResult:
        """The list, which has the focus."""
        yield OptionList(*OPTIONS)


if __name__ == "__main__":
    {"widget": OneWidget, "options": Options}[sys.argv[1]]().run()
