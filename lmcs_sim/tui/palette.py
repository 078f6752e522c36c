"""The palette: every command by its name, what may not be done here with the reason, and every scenario and theme."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from lmcs_sim.commands import COMMANDS, Command
from lmcs_sim.settings.settings import THEMES
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.prose import flowing
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.tui.app import LmcsApp


class Entry(NamedTuple):
    """Something to be done, by its name; `help` says what it does, or why it cannot be done here."""

    name: str
    help: str
    call: Callable[[], object]


class CommandsProvider(Provider):
    """What the palette offers on the screen that it was opened over."""

    async def discover(self) -> Hits:
        """Everything, in the order of the table."""
        for entry in self._entries():
            yield DiscoveryHit(Content(entry.name), entry.call, text=entry.name, help=Content(entry.help))  # type: ignore[arg-type]

    async def search(self, query: str) -> Hits:
        """What has the words: in its name, or else as they stand in its help."""
        matcher = self.matcher(query)
        for entry in self._entries():
            score = matcher.match(entry.name)
            if score > 0:
                name = matcher.highlight(entry.name)
                yield Hit(score, name, entry.call, text=entry.name, help=Content(entry.help))  # type: ignore[arg-type]
            elif query.casefold() in entry.help.casefold():
                yield Hit(0.01, Content(entry.name), entry.call, text=entry.name, help=Content(entry.help))  # type: ignore[arg-type]

    @property
    def _lmcs(self) -> "LmcsApp":
        return cast("LmcsApp", self.app)

    def _entries(self) -> Iterator[Entry]:
        allowed = [command for command in COMMANDS if not self._barred(command)]
        for command in allowed:
            yield Entry(command.label, command.help, self._doing(command))
        for name in THEMES:
            label = said("palette.theme", name=said(f"theme.{name}"))
            yield Entry(label, said("palette.theme-help"), lambda name=name: self._lmcs.show_theme(name))  # type: ignore[misc]
        for file in self._lmcs.desk.files[0]:
            label = said("palette.open", title=flowing(file.scenario.title))
            yield Entry(label, flowing(file.scenario.summary), lambda file=file: self._lmcs.open_briefing(file))  # type: ignore[misc]
        for command in COMMANDS:
            if command not in allowed:
                yield Entry(command.label, self._barred(command), lambda: None)

    def _doing(self, command: Command) -> Callable[[], object]:
        screen = self.screen
        return lambda: self.app.call_later(screen.run_action, command.id)

    def _barred(self, command: Command) -> str:
        """Why a command is not allowed here; empty where it is."""
        screen = self.screen
        if not isinstance(screen, Page) or not set(screen.places) & set(command.where):
            places = ", ".join(said(f"place.{place}") for place in command.where)
            return said("palette.elsewhere", places=places)
        return "" if screen.check_action(command.id, ()) else said("palette.not-now")
