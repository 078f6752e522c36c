"""The footer: as many keys as the window has room for, whole ones only."""

from textual.app import ComposeResult
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

GAP = 2
"""Columns beside a key: one before its label and one after, which the last key does not need."""


class KeyLine(Footer):
    """A compact footer that never shows half a key; help lists the rest."""

    def __init__(self) -> None:
        """Compact, without the palette's key."""
        super().__init__(compact=True, show_command_palette=False)
        self._keys: list[tuple[str, str, bool]] = []

    def compose(self) -> ComposeResult:
        """The keys that fit, in the order of the table of commands."""
        room = self.app.size.width
        for key in super().compose():
            if isinstance(key, FooterKey):
                room -= len(key.key_display) + len(key.description) + GAP
                if room + 1 < 0:
                    return
            yield key

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Draws the keys again where they are others: mostly it is only the focus that has moved."""
        active = screen.active_bindings.values()
        keys = [(item.binding.key, item.binding.description, item.enabled) for item in active if item.binding.show]
        if keys != self._keys and self.app.app_focus:
            self._keys = keys
            super().bindings_changed(screen)

    def on_resize(self, _: Resize) -> None:
        """Another width has room for others."""
        self.call_after_refresh(self.recompose)
