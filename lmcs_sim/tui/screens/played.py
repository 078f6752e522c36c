"""What the screens of a play share: its history, notes on it, its files, and beginning it again."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from lmcs_sim.faults import LmcsError
from lmcs_sim.play.play import Playing
from lmcs_sim.scenario.scenario import END
from lmcs_sim.store.session import Session
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.prose import flowing
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.store.notes import Note

KEPT = ("history", "note", "notes")
"""The commands that need a play that is kept."""


class PlayedPage(Page):
    """A screen of a play. `session` is the play."""

    session: Playing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A play that is only tried has no history and no notes."""
        return action not in KEPT or isinstance(self.session, Session)

    def moment(self) -> tuple[int, str]:
        """What is shown: how many steps were taken, and the scene."""
        play = self.session.play
        scene = play.situation.scene
        return len(play.log.steps), play.turns[-1].scene if scene == END else scene

    def action_history(self) -> None:
        """Opens the history of this play."""
        assert isinstance(self.session, Session)
        self.lmcs.open_history(self.session)

    def action_note(self) -> None:
        """Writes a note on what is shown."""
        assert isinstance(self.session, Session)
        write_note(self, self.session, *self.moment())

    def action_new(self) -> None:
        """Begins again from the start, with other luck; the play until now is kept."""
        from lmcs_sim.play.play import Log
        from lmcs_sim.store.session import start_session

        assert isinstance(self.session, Session)
        play, desk = self.session.play, self.lmcs.desk
        log = play.log
        begun = Log(log.scenario, log.scenario_hash, log.rulebook_hash, secrets.randbelow(1_000_000))
        self.lmcs.go_to_play(start_session(desk.store, desk.learner, play.game, begun))

    def action_export(self) -> None:
        """Writes the account as files beside the plays that are kept, and says where, or why not."""
        self.notify(self.exported(), timeout=30, markup=False)

    def exported(self) -> str:
        """Writes the account as files, and gives the sentence that says where, or why not."""
        from lmcs_sim.pages.export import export_debrief
        from lmcs_sim.store.attained import kept
        from lmcs_sim.store.place import folder_beside
        from lmcs_sim.words.debrief import exported_line

        play = self.session.play
        try:
            return exported_line(export_debrief(folder_beside(), play, kept(play.log, play.game)))
        except LmcsError as error:
            return str(error)


def write_note(
    page: Page, session: Session, number: int, scene: str, then: Callable[[], object] = lambda: None
) -> None:
    """Opens the box for a note on a moment of a play; keeps what is written in it, and then calls."""
    from lmcs_sim.tui.screens.noting import NoteScreen

    def keep(text: str | None) -> None:
        if text is not None:
            session.store.notes.add(session.id, number, scene, text)
            page.notify(said("note.kept"), markup=False)
            then()

    title = session.play.game.scenario.scenes[scene].title or scene
    page.app.push_screen(NoteScreen(flowing(title)), keep)


def change_note(page: Page, note: "Note", moment: str, then: Callable[[], object]) -> None:
    """Opens a note for change; keeps what is written, and then calls."""
    from lmcs_sim.tui.screens.noting import NoteScreen

    def keep(text: str | None) -> None:
        if text is not None:
            page.lmcs.desk.store.notes.change(note.id, text)
            page.notify(said("note.kept"), markup=False)
            then()

    page.app.push_screen(NoteScreen(moment, note.text), keep)
