"""The footer: as many keys as the window has room for, whole ones only, in one line that it draws itself."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, Leave, MouseMove
from textual.screen import Screen
from textual.widget import Widget

from lmcs_sim.commands import COMMANDS

KEPT = ("help", "back")
"""The actions that always have a place: help lists the keys that have none, and a mouse must find the way back."""
_PLACES = {command.id: place for place, command in enumerate(COMMANDS)}


class Key(NamedTuple):
    """A key that is shown: by what name, what it does, and whether it can be done now."""

    key: str
    name: str
    label: str
    enabled: bool

    @property
    def width(self) -> int:
        """The columns it takes, without the one after it."""
        return cell_len(self.name) + 1 + cell_len(self.label)


class KeyLine(Widget):
    """The keys of the screen, in the order of the table of commands. A click on a key does what the key does."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        super().__init__()
        self._drawn: list[Key] = []
        self._over: Key | None = None

    def on_mount(self) -> None:
        """Hears when other keys are allowed."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        # Mostly it is only the focus that has moved. While the window is in the background, nothing has it.
        if self.app.app_focus and self._drawn != self.fitting():
            self.refresh()

    def fitting(self) -> list[Key]:
        """The keys that there is room for; those that always have a place, wherever they stand in the table."""
        shown: dict[str, Key] = {}
        # Keys of somebody's own come last in Textual's order. What is no command belongs to what is pointed at.
        active = sorted(self.screen.active_bindings.values(), key=lambda each: _PLACES.get(each.binding.action, -1))
        for _, binding, enabled, _ in active:
            if binding.show and binding.action not in shown:
                name = self.app.get_key_display(binding)
                shown[binding.action] = Key(binding.key, name, binding.description, enabled)
        room = self.app.size.width + 1 - sum(shown[action].width + 1 for action in KEPT if action in shown)
        fitting = []
        for action, key in shown.items():
            room -= 0 if action in KEPT else key.width + 1
            if room >= 0 or action in KEPT:
                fitting.append(key)
        return fitting

    def render(self) -> Content:
        """The keys, each with its name in bold."""
        self._drawn = self.fitting()
        return Content.assemble(*self._pieces())

    def _pieces(self) -> Iterator[tuple[str, str]]:
        for key in self._drawn:
            style = "" if key.enabled else "dim"
            over = "on $block-hover-background underline" if key == self._over else ""
            yield key.name, f"bold $footer-key-foreground {style} {over}".strip()
            yield f" {key.label}", f"{style} {over}".strip()
            yield " ", ""

    def _at(self, column: int) -> Key | None:
        for key in self._drawn:
            if column < key.width:
                return key if column >= 0 else None
            column -= key.width + 1
        return None

    def on_click(self, event: Click) -> None:
        """Does what the key does; the second half of a double click was meant for the screen before."""
        event.stop()
        key = self._at(event.x)
        if key is not None and key.enabled and event.chain == 1:
            self.app.simulate_key(key.key)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Marks the key that a click would press."""
        self._mark(self._at(event.x))

    def on_leave(self, _: Leave) -> None:
        """Marks none."""
        self._mark(None)

    def _mark(self, key: Key | None) -> None:
        if key != self._over:
            self._over = key
            self.refresh()
