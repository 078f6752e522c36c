"""The ways from one screen to the next. A screen's module is loaded when the screen is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from lmcs_sim.desk import Desk, went_on_line
from lmcs_sim.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from lmcs_sim.play.play import Playing
    from lmcs_sim.store.plays import Saved
    from lmcs_sim.store.session import Session
    from lmcs_sim.toml.scenario_files import ScenarioFile


class Ways(App[int]):
    """What opens screens. Home lies under all of them; a play, a debrief and the library lie right above it."""

    desk: Desk

    def open_saves(self) -> None:
        """Opens the saves, and has home show what was left unfinished. Raises LmcsError where they cannot be read."""
        _ = self.desk.store
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show_saves()

    def open_library(self) -> None:
        """Opens the library over home."""
        from lmcs_sim.tui.screens.library import LibraryScreen

        self._over_home()
        self.push_screen(LibraryScreen())

    def open_briefing(self, file: "ScenarioFile", seed: int | None = None, anew: bool = False) -> None:
        """Opens a scenario's briefing; once, however often it was clicked."""
        from lmcs_sim.tui.screens.briefing import BriefingScreen

        if isinstance(self.screen, BriefingScreen):
            return
        self.push_screen(BriefingScreen(file, seed, anew))

    def start(self, file: "ScenarioFile", seed: int | None, anew: bool) -> None:
        """Plays a scenario: goes on with what was left, or begins. Raises LmcsError where it has faults."""
        self.open_saves()
        newcomer = self.desk.newcomer
        session, went_on = self.desk.start(file, seed, anew)
        self.go_to_play(session, went_on_line(session, went_on))
        if newcomer and self.desk.settings.tour:
            self.open_tour()

    def resume(self, file: "ScenarioFile", saved: "Saved") -> None:
        """Goes on with one kept play. Raises LmcsError where its scenario has faults."""
        session = self.desk.resume(file, saved)
        if session.play.ended:
            self.open_debrief(session)
        else:
            self.go_to_play(session, went_on_line(session, went_on=True))

    def go_to_play(self, session: "Playing", note: str = "") -> None:
        """Opens the scene a play stands in, over home, with a note above it."""
        from lmcs_sim.tui.screens.play import PlayScreen

        self._over_home()
        self.push_screen(PlayScreen(session, note))

    def open_result(self, session: "Playing", scene: str, then: Callable[[object], None]) -> None:
        """Shows what followed from the last step, then calls `then`."""
        from lmcs_sim.tui.screens.result import ResultScreen

        if self.is_screen_installed("result"):
            self.get_screen("result", ResultScreen).tell(session, scene)
        else:
            self.install_screen(ResultScreen(session, scene), "result")
        self.push_screen("result", then)

    def open_debrief(self, session: "Playing") -> None:
        """Shows the account of a play that has ended, over home."""
        from lmcs_sim.tui.screens.debrief import DebriefScreen

        self._over_home()
        self.push_screen(DebriefScreen(session))

    def open_guidance(self, provision: str | None) -> None:
        """Opens the guidance reader, at a provision or at its beginning."""
        from lmcs_sim.tui.screens.guidance import GuidanceScreen

        self.push_screen(GuidanceScreen(self.desk.book, provision, self.desk.played_in))

    def open_next(self) -> None:
        """Opens the briefing of the scenario to play next; the library, where there is none."""
        from lmcs_sim.play.debrief_told import suggestion_line

        suggestions = self.desk.suggestions()
        if suggestions:
            self.notify(suggestion_line(suggestions[0]), markup=False)
            self.open_briefing(self.desk.by_id[suggestions[0].scenario.id])
        else:
            self.open_library()

    def open_history(self, session: "Session") -> None:
        """Opens the history of a play that is kept."""
        from lmcs_sim.tui.screens.history import HistoryScreen

        self.push_screen(HistoryScreen(session))

    def open_notes(self) -> None:
        """Opens the learner's notes."""
        from lmcs_sim.tui.screens.notes import NotesScreen

        self.push_screen(NotesScreen())

    def open_saved(self) -> None:
        """Opens the list of plays that are kept."""
        from lmcs_sim.tui.screens.saves import SavesScreen

        self.push_screen(SavesScreen())

    def open_progress(self) -> None:
        """Opens the progress."""
        from lmcs_sim.tui.screens.progress import ProgressScreen

        self.push_screen(ProgressScreen())

    def open_review(self) -> None:
        """Opens today's cards."""
        from datetime import date

        from lmcs_sim.tui.screens.review import ReviewScreen

        self.push_screen(ReviewScreen(date.today()))

    def open_tour(self) -> None:
        """Shows the tour over whatever is open."""
        from lmcs_sim.tui.screens.tour import TourScreen

        self.push_screen(TourScreen())

    def open_settings(self) -> None:
        """Opens the settings."""
        from lmcs_sim.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def _over_home(self) -> None:
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()
