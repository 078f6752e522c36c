"""Home: Continue first, then everything else."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import HOME
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.words.catalogue import counted, said

if TYPE_CHECKING:
    from lmcs_sim.store.plays import Saved
    from lmcs_sim.toml.scenario_files import ScenarioFile

_ENTRIES = (
    *("library", "next", "review", "progress", "saves", "notes", "guidance"),
    *("author", "learner", "tour", "settings", "help", "quit"),
)


class HomeScreen(Page):
    """The first screen. What was left unfinished appears at its top once the saves are read."""

    NAME = HOME
    BINDINGS = bindings_on(HOME)

    def __init__(self) -> None:
        """The saves are not yet read."""
        super().__init__()
        self._latest: tuple[ScenarioFile, Saved] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a key for going on only where there is something to go on with."""
        return action != "continue" or self._latest is not None

    def compose(self) -> ComposeResult:
        """A line of what this is, and the entries."""
        yield Line(("lmcs-sim", "bold"), f"  {said('home.about')}", id="title")
        yield Line("", id="who")
        yield OptionList(*_options(), id="entries", markup=False)
        yield Prose(said("common.not-advice"), id="advice")
        yield KeyLine()

    def on_mount(self) -> None:
        """The list is ready for keys."""
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Reads the saves once the screen is painted, and shows what has changed since it was left."""
        if self.app.screen is self:
            self.once_painted(self.lmcs.open_saves)

    def show_saves(self) -> None:
        """Puts Continue first where there is something to go on with."""
        desk = self.lmcs.desk
        self.query_one("#who", Line).say(said("home.playing-as", name=flowing(desk.learner)))
        entries = self.query_one(OptionList)
        self._latest = latest = desk.latest_unfinished()
        options = _options()
        if latest is not None:
            file, saved = latest
            steps = counted(len(saved.log.steps), "count.step")
            line = said("home.continue", title=flowing(file.scenario.title), steps=steps)
            options.insert(0, Option(line, id="continue"))
        entries.clear_options()
        entries.add_options(options)
        entries.highlighted = 0
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Each entry is a command of the same name."""
        getattr(self, f"action_{event.option_id}")()

    def action_continue(self) -> None:
        """Goes on with the play left last."""
        if self._latest is not None:
            self.lmcs.resume(*self._latest)

    def action_author(self) -> None:
        """Opens the scenario files."""
        self.lmcs.authoring.open_list()

    def action_saves(self) -> None:
        """Opens the saves."""
        self.lmcs.open_saved()

    def action_settings(self) -> None:
        """Opens the settings."""
        self.lmcs.open_settings()

    def action_tour(self) -> None:
        """Opens the tour."""
        self.lmcs.open_tour()

    def action_learner(self) -> None:
        """Asks who is playing."""
        from lmcs_sim.tui.screens.name import NameScreen

        desk = self.lmcs.desk
        self.app.push_screen(NameScreen(desk.learner, desk.store.learners()), self._named)

    def _named(self, name: str | None) -> None:
        if name is not None:
            self.lmcs.desk.learner = name
            self.show_saves()


def _options() -> list[Option]:
    return [Option(said(f"home.entry.{name}"), id=name) for name in _ENTRIES]
