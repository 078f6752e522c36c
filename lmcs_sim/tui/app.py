"""The application: what is open, and the ways from one screen to the next."""

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.events import Resize
from textual.geometry import Size

from lmcs_sim.tui.authoring import Authoring
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.words.interface import counted

if TYPE_CHECKING:
    from lmcs_sim.author.preview import Preview
    from lmcs_sim.faults import LmcsError
    from lmcs_sim.play.play import Playing
    from lmcs_sim.rules.rulebook import Rulebook
    from lmcs_sim.store.plays import Saved, Store
    from lmcs_sim.store.session import Session
    from lmcs_sim.toml.scenario_files import ScenarioFile

FLOOR = Size(40, 12)
"""The smallest window that everything fits in."""

_KEYS = {"enter": "Enter", "escape": "Esc", "f1": "F1"}


class LmcsApp(App[int]):
    """Holds the packs, the saves and who is playing; screens are loaded as they are needed."""

    TITLE = "lmcs-sim"
    CSS_PATH = "lmcs.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        packs: tuple[Path, ...],
        learner: str | None = None,
        scenario: "ScenarioFile | None" = None,
        seed: int | None = None,
        anew: bool = False,
        preview: "Preview | None" = None,
    ) -> None:
        """`scenario` opens at its briefing, `preview` at its scene; without either, at home."""
        super().__init__(ansi_color=bool(os.environ.get("NO_COLOR")))
        self.animation_level = "none"
        self.packs = packs
        self._named = learner
        self._opening = (scenario, seed, anew)
        self.authoring = Authoring(self, preview)
        self.store: Store | None = None
        self.learner = learner or ""

    def on_mount(self) -> None:
        """Home lies under everything."""
        self.push_screen(HomeScreen())
        scenario, seed, anew = self._opening
        if scenario is not None:
            self.open_briefing(scenario, seed, anew)
        self.authoring.begin()
        self._keep_floor(self.size)

    def on_resize(self, event: Resize) -> None:
        """Says so where the window has become too small, and goes on where it has room again."""
        if len(self.screen_stack) > 1:
            self._keep_floor(event.size)

    def _keep_floor(self, size: Size) -> None:
        from lmcs_sim.tui.screens.floor import FloorScreen

        small = size.width < FLOOR.width or size.height < FLOOR.height
        if small and not isinstance(self.screen, FloorScreen):
            self.push_screen(FloorScreen())
        elif not small and isinstance(self.screen, FloorScreen):
            self.pop_screen()

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names printed on them."""
        return _KEYS.get(binding.key) or super().get_key_display(binding)

    def action_help_quit(self) -> None:
        """Leaves on ctrl+c too; everything decided is already kept."""
        self.exit(0)

    def _fatal_error(self) -> None:
        # Textual would print its traceback here. `run_app` raises what went wrong once the terminal is itself again.
        self._close_messages_no_wait()

    def open_saves(self) -> None:
        """Opens the saves, and has home show what was left unfinished. Raises LmcsError where they cannot be read."""
        if self.store is None:
            from lmcs_sim.store.opening import learner_named
            from lmcs_sim.store.place import store_url
            from lmcs_sim.store.plays import Store

            self.store = Store(store_url())
            self.learner = learner_named(self.store, self._named)
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show_saves()

    @cached_property
    def book(self) -> "Rulebook":
        """The rulebook of the packs."""
        from lmcs_sim.toml.packs import load_rulebook

        return load_rulebook(self.packs)

    @cached_property
    def files(self) -> "tuple[list[ScenarioFile], list[LmcsError]]":
        """The scenarios that can be read, and the errors of those that cannot."""
        from lmcs_sim.toml.scenario_files import read_all

        return read_all(self.packs)

    @cached_property
    def played_in(self) -> "dict[str, list[str]]":
        """For each provision, the titles of the scenarios that play it."""
        from lmcs_sim.author.coverage import coverage_of

        scenarios = [file.scenario for file in self.files[0]]
        titles = {scenario.id: scenario.title for scenario in scenarios}
        return {
            item.provision.id: [titles[name] for name in item.scenarios] for item in coverage_of(self.book, scenarios)
        }

    def forget(self) -> None:
        """Forgets what was read of the packs; it is read again when it is next needed."""
        for name in ("book", "files", "played_in"):
            self.__dict__.pop(name, None)

    def latest_unfinished(self) -> "tuple[ScenarioFile, Saved] | None":
        """The play left last that is unfinished and whose scenario is here."""
        if self.store is None:
            return None
        by_id = {file.scenario.id: file for file in self.files[0]}
        for saved in self.store.unfinished(self.learner):
            if saved.log.scenario in by_id and saved.log.steps:
                return by_id[saved.log.scenario], saved
        return None

    def open_library(self) -> None:
        """Opens the library over home."""
        from lmcs_sim.tui.screens.library import LibraryScreen

        files, errors = self.files
        plays = [] if self.store is None else self.store.plays(self.learner)
        played = {saved.log.scenario for saved in plays if saved.ending is not None}
        self._over_home()
        self.push_screen(LibraryScreen(files, [str(error.faults[0]) for error in errors], played))

    def open_briefing(self, file: "ScenarioFile", seed: int | None = None, anew: bool = False) -> None:
        """Opens a scenario's briefing; once, however often it was clicked."""
        from lmcs_sim.tui.screens.briefing import BriefingScreen

        if isinstance(self.screen, BriefingScreen):
            return
        self.push_screen(BriefingScreen(file, seed, anew))

    def start(self, file: "ScenarioFile", seed: int | None, anew: bool) -> None:
        """Plays a scenario: goes on with what was left, or begins. Raises LmcsError where it has faults."""
        self.open_saves()
        assert self.store is not None
        from lmcs_sim.store.opening import open_session

        session, went_on = open_session(self.store, self.book, file, self.learner, seed, anew)
        self._play(session, went_on)

    def resume(self, file: "ScenarioFile", saved: "Saved") -> None:
        """Goes on with one kept play. Raises LmcsError where its scenario has faults."""
        assert self.store is not None
        from lmcs_sim.play.game import make_game
        from lmcs_sim.store.session import resume_session
        from lmcs_sim.toml.scenario_files import check_scenario

        check_scenario(file, self.book)
        self._play(resume_session(self.store, saved, make_game(file.scenario, self.book), file.hash), went_on=True)

    def _play(self, session: "Session", went_on: bool) -> None:
        said = ""
        if session.parted is not None:
            said = f"The story has changed since you played it. It parts at step {session.parted.number}."
        elif went_on:
            said = f"You go on where you left off, after {counted(len(session.play.log.steps), 'step')}."
        self.go_to_play(session, said)

    def go_to_play(self, session: "Playing", note: str = "") -> None:
        """Opens the scene a play stands in, over home, with a note above it."""
        from lmcs_sim.tui.screens.play import PlayScreen

        self._over_home()
        self.push_screen(PlayScreen(session, note))

    def open_result(self, session: "Playing", scene: str, then: Callable[[object], None]) -> None:
        """Shows what followed from the last step, then calls `then`."""
        from lmcs_sim.tui.screens.result import ResultScreen

        self.push_screen(ResultScreen(session, scene), then)

    def open_debrief(self, session: "Playing") -> None:
        """Shows the account of a play that has ended, over home."""
        from lmcs_sim.tui.screens.debrief import DebriefScreen

        self._over_home()
        self.push_screen(DebriefScreen(session))

    def open_guidance(self, provision: str | None) -> None:
        """Opens the guidance reader, at a provision or at its beginning."""
        from lmcs_sim.tui.screens.guidance import GuidanceScreen

        self.push_screen(GuidanceScreen(self.book, provision, self.played_in))

    def _over_home(self) -> None:
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()


def run_app(
    packs: tuple[Path, ...],
    learner: str | None = None,
    *,
    scenario: "ScenarioFile | None" = None,
    seed: int | None = None,
    anew: bool = False,
    preview: "Preview | None" = None,
) -> int:
    """Runs the terminal and gives the exit code. Raises, once it is closed, what went wrong in it."""
    app = LmcsApp(packs, learner, scenario, seed, anew, preview)
    code = app.run()
    if app._exception is not None:
        raise app._exception
    return code or 0
