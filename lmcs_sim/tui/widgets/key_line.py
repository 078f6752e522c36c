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
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        """The keys that fit, in the order of the table of commands."""
        self._drawn = self._to_draw()
        room = self.app.size.width
        for key in super().compose():
            if isinstance(key, FooterKey):
                room -= len(key.key_display) + len(key.description) + GAP
                if room + 1 < 0:
                    return
            yield key

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Draws the keys again where they are others: mostly it is only the focus that has moved."""
        self._bindings_ready = True
        if self.app.app_focus:
            self.call_after_refresh(self._draw)

    def on_resize(self, _: Resize) -> None:
        """Another width has room for others."""
        self.call_after_refresh(self._draw)

    async def _draw(self) -> None:
        """Draws what is not drawn yet. A screen that opens asks for it three times."""
        if self.is_attached and self._drawn != self._to_draw():
            await self.recompose()

    def _to_draw(self) -> object:
        """Everything that the line is made from."""
        active = self.screen.active_bindings.values()
        keys = [(item.binding.key, item.binding.description, item.enabled) for item in active if item.binding.show]
        return self._bindings_ready, self.app.size.width, keys
