"""The library: every scenario, with what it is about."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import LIBRARY
from lmcs_sim.toml.scenario_files import ScenarioFile
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, flowing, styled


class LibraryScreen(Page):
    """Choose a scenario by Enter or by a click."""

    NAME = LIBRARY
    BINDINGS = bindings_on(LIBRARY)

    def __init__(self, files: list[ScenarioFile], left_out: list[str], played: set[str]) -> None:
        """`left_out` says of each file that could not be read why; `played` are ids that ended once."""
        super().__init__()
        self._files = files
        self._left_out = left_out
        self._played = played

    def compose(self) -> ComposeResult:
        """The scenarios, and after them what could not be read."""
        yield Line(("Library", "bold"), id="title")
        entries = [Option(self._entry(file), id=str(n)) for n, file in enumerate(self._files)]
        left_out = [Option(styled((flowing(f"Left out: {said}"), "dim"))) for said in self._left_out]
        yield OptionList(*entries, *left_out, id="entries")
        yield KeyLine()

    def on_mount(self) -> None:
        """The list is ready for keys."""
        self.query_one(OptionList).focus()

    def _entry(self, file: ScenarioFile) -> Content:
        scenario = file.scenario
        played = "  played" if scenario.id in self._played else ""
        return styled(
            (flowing(scenario.title), "bold"),
            f"  {scenario.minutes} minutes, {scenario.date:%Y}{played}\n{flowing(scenario.summary)}\n",
            (", ".join(scenario.themes), "dim"),
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the briefing; what could not be read stays where it is."""
        if event.option_id is not None:
            self.lmcs.open_briefing(self._files[int(event.option_id)])
