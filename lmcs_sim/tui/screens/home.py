"""Home: Continue first, then everything else."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import HOME
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.words.interface import NOT_ADVICE, counted

if TYPE_CHECKING:
    from lmcs_sim.store.plays import Saved
    from lmcs_sim.toml.scenario_files import ScenarioFile

_ENTRIES = (
    ("library", "Library: choose a scenario"),
    ("guidance", "Guidance: read what the judgements rest on"),
    ("author", "Author: check and try out scenario files"),
    ("learner", "Name: say who is playing"),
    ("help", "Help: the keys"),
    ("quit", "Quit"),
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
        yield Line(("lmcs-sim", "bold"), "  Learn to be Lead Member for Children's Services", id="title")
        yield Line("", id="who")
        yield OptionList(*(Option(label, id=name) for name, label in _ENTRIES), id="entries", markup=False)
        yield Prose(NOT_ADVICE, id="advice")
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
        if self.lmcs.store is None:
            return
        self.query_one("#who", Line).update(Content(f"Playing as {flowing(self.lmcs.learner)}"))
        entries = self.query_one(OptionList)
        self._latest = latest = self.lmcs.latest_unfinished()
        options = [Option(label, id=name) for name, label in _ENTRIES]
        if latest is not None:
            file, saved = latest
            said = f"Continue: {flowing(file.scenario.title)}, {counted(len(saved.log.steps), 'step')} in"
            options.insert(0, Option(said, id="continue"))
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

    def action_learner(self) -> None:
        """Asks who is playing."""
        from lmcs_sim.tui.screens.name import NameScreen

        store = self.lmcs.store
        known = [] if store is None else store.learners()
        self.app.push_screen(NameScreen(self.lmcs.learner, known), self._named)

    def _named(self, name: str | None) -> None:
        if name is not None:
            self.lmcs.learner = name
            self.show_saves()
