"""The briefing: who you are, what is on the desk, and what to know before you start."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from lmcs_sim.commands import BRIEFING
from lmcs_sim.toml.scenario_files import ScenarioFile
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.interface import reviewed_line


class BriefingScreen(Page):
    """Enter reads on, and starts the play once the whole has been read."""

    NAME = BRIEFING
    BINDINGS = bindings_on(BRIEFING)

    def __init__(self, file: ScenarioFile, seed: int | None = None, anew: bool = False) -> None:
        """`seed` and `anew` are those of the command line."""
        super().__init__()
        self.file = file
        self._seed = seed
        self._anew = anew

    def compose(self) -> ComposeResult:
        """The note first, then the briefing and the objectives."""
        scenario = self.file.scenario
        review = reviewed_line(scenario.reviewed.by, scenario.reviewed.on, scenario.reviewed.until)
        yield Line((flowing(scenario.title), "bold"), id="title")
        with VerticalScroll(id="page"):
            if scenario.note:
                yield Line((said("briefing.before"), "bold"), flowing(scenario.note), classes="note")
            yield Prose(scenario.briefing)
            for objective in scenario.objectives:
                yield Line((said("briefing.practise"), "bold"), flowing(objective), classes="objective")
            yield Prose(f"{said('common.not-advice')} {review}", classes="since")
            yield Forward(said("command.start.label"), id="start")
        yield KeyLine()

    def on_mount(self) -> None:
        """The text is ready for scrolling; the saves are read meanwhile."""
        self.query_one("#page").focus()
        self.once_painted(self.lmcs.open_saves)

    def action_start(self) -> None:
        """Reads on; at the end, starts, or goes on with what was left."""
        if not self.read_on():
            self._start()

    def on_button_pressed(self) -> None:
        """The button starts at once: it stands at the end."""
        self._start()

    def _start(self) -> None:
        self.lmcs.start(self.file, self._seed, self._anew)
