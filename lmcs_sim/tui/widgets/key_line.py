"""The footer: as many keys as the window has room for, whole ones only."""

from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

GAP = 2
"""Columns between one key and the next."""


class KeyLine(Footer):
    """A compact footer that never shows half a key; help lists the rest."""

    def __init__(self) -> None:
        """Compact, without the palette's key."""
        super().__init__(compact=True, show_command_palette=False)

    def compose(self) -> ComposeResult:
        """The keys that fit, in the order of the table of commands."""
        room = self.app.size.width
        for key in super().compose():
            if isinstance(key, FooterKey):
                room -= len(key.key_display) + len(key.description) + GAP
                if room + GAP < 0:
                    return
            yield key

    def on_resize(self, _: Resize) -> None:
        """Another width has room for others."""
        self.call_after_refresh(self.recompose)
