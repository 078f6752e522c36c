"""The application: what is open, and the ways from one screen to the next."""

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from lmcs_sim.faults import LmcsError
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.words.safe import harmless

if TYPE_CHECKING:
    from lmcs_sim.rules.rulebook import Rulebook
    from lmcs_sim.store.plays import Saved, Store
    from lmcs_sim.store.session import Session
    from lmcs_sim.toml.scenario_files import ScenarioFile


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
    ) -> None:
        """`scenario` opens at its briefing; without one, at home."""
        super().__init__(ansi_color=bool(os.environ.get("NO_COLOR")))
        self.animation_level = "none"
        self._packs = packs
        self._named = learner
        self._opening = (scenario, seed, anew)
        self.store: Store | None = None
        self.learner = learner or ""

    def on_mount(self) -> None:
        """Home lies under everything."""
        self.push_screen(HomeScreen())
        scenario, seed, anew = self._opening
        if scenario is not None:
            self.open_briefing(scenario, seed, anew)

    def open_saves(self) -> None:
        """Opens the saves, and has home show what was left unfinished."""
        if self.store is None:
            from lmcs_sim.store.opening import learner_named
            from lmcs_sim.store.place import store_url
            from lmcs_sim.store.plays import Store

            try:
                self.store = Store(store_url())
            except LmcsError as error:
                self._leave(error)
                return
            self.learner = learner_named(self.store, self._named)
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show_saves()

    def _leave(self, error: LmcsError) -> None:
        said = "\n".join(harmless(str(fault)) for fault in error.faults)
        self.exit(error.exit_code, message=said)

    @cached_property
    def book(self) -> "Rulebook":
        """The rulebook of the packs."""
        from lmcs_sim.toml.packs import load_rulebook

        return load_rulebook(self._packs)

    @cached_property
    def files(self) -> "tuple[list[ScenarioFile], list[LmcsError]]":
        """The scenarios that can be read, and the errors of those that cannot."""
        from lmcs_sim.toml.scenario_files import read_all

        return read_all(self._packs)

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
        """Opens a scenario's briefing."""
        from lmcs_sim.tui.screens.briefing import BriefingScreen

        self.push_screen(BriefingScreen(file, seed, anew))

    def start(self, file: "ScenarioFile", seed: int | None, anew: bool) -> None:
        """Plays a scenario: goes on with what was left, or begins."""
        self.open_saves()
        if self.store is None:
            return
        from lmcs_sim.store.opening import open_session

        try:
            session, went_on = open_session(self.store, self.book, file, self.learner, seed, anew)
        except LmcsError as error:
            self._leave(error)
            return
        self._play(session, went_on)

    def resume(self, file: "ScenarioFile", saved: "Saved") -> None:
        """Goes on with one kept play."""
        assert self.store is not None
        from lmcs_sim.play.game import make_game
        from lmcs_sim.store.session import resume_session
        from lmcs_sim.toml.scenario_files import check_scenario

        try:
            check_scenario(file, self.book)
        except LmcsError as error:
            self._leave(error)
            return
        self._play(resume_session(self.store, saved, make_game(file.scenario, self.book), file.hash), went_on=True)

    def _play(self, session: "Session", went_on: bool) -> None:
        if session.parted is not None:
            said = f"The story has changed since you played it. It parts at step {session.parted.number}."
            self.notify(said, markup=False, timeout=10)
        elif went_on:
            self.notify(f"You go on after {len(session.play.log.steps)} steps.", markup=False)
        self.go_to_play(session)

    def go_to_play(self, session: "Session") -> None:
        """Opens the scene a play stands in, over home."""
        from lmcs_sim.tui.screens.play import PlayScreen

        self._over_home()
        self.push_screen(PlayScreen(session))

    def open_result(self, session: "Session", scene: str, then: Callable[[object], None]) -> None:
        """Shows what followed from the last step, then calls `then`."""
        from lmcs_sim.tui.screens.result import ResultScreen

        self.push_screen(ResultScreen(session, scene), then)

    def open_debrief(self, session: "Session") -> None:
        """Shows the account of a play that has ended, over home."""
        from lmcs_sim.tui.screens.debrief import DebriefScreen

        self._over_home()
        self.push_screen(DebriefScreen(session))

    def open_guidance(self, provision: str | None) -> None:
        """Opens the guidance reader, at a provision or at its beginning."""
        from lmcs_sim.tui.screens.guidance import GuidanceScreen

        self.push_screen(GuidanceScreen(self.book, provision))

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
) -> int:
    """Runs the terminal and gives the exit code."""
    app = LmcsApp(packs, learner, scenario, seed, anew)
    code = app.run()
    return app.return_code or code or 0
