"""Playing in plain lines: an enquiry or a choice by its number or its id."""

import secrets
from typing import TYPE_CHECKING, ClassVar

from lmcs_sim.commands import DEBRIEF, PLAY, RESULT
from lmcs_sim.desk import went_on_line
from lmcs_sim.faults import LmcsError, WrongUse
from lmcs_sim.plain.blocks import choice_lines, scene_lines, step_lines
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.plain.reflection import answer_lines, question_lines
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.play import Play
from lmcs_sim.play.reflection import reasons_for
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.plain.conversation import Conversation
    from lmcs_sim.play.suggestion import Suggestion
    from lmcs_sim.store.session import Session


def open_session(talk: "Conversation", session: "Session", went_on: bool = False) -> None:
    """Opens a play where it stands: at a scene, or at its debrief."""
    line = went_on_line(session, went_on)
    if line:
        opening, more = ("changed", "") if session.parted else ("goes-on", f" {said('play.or-new')}")
        tell(paragraphs(f"{line}{more}", said(f"plain.{opening}")))
    talk.open_over_home(DebriefPlace(talk, session) if session.play.ended else PlayPlace(talk, session))


class Played(Place):
    """What the scenes of a play and its debrief share."""

    def __init__(self, talk: "Conversation", session: "Session") -> None:
        """`session` is the play, which keeps itself."""
        super().__init__(talk)
        self.session = session

    @property
    def play(self) -> Play:
        """The play as it stands."""
        return self.session.play

    def go_to_scene(self) -> None:
        """Opens the scene that the play stands in."""
        self.talk.open_over_home(PlayPlace(self.talk, self.session))

    def go_to_debrief(self) -> None:
        """Opens the account of the play, which has ended."""
        self.talk.open_over_home(DebriefPlace(self.talk, self.session))

    def do_undo(self, _: str) -> None:
        """Takes the last step back."""
        before = self.play.last_step
        self.session.undo()
        line = said("plain.nothing-undone") if before is None else said("plain.undone", step=before.id)
        tell(paragraphs(line, said("plain.undo")))
        self.go_to_scene()

    def do_new(self, _: str) -> None:
        """Begins again from the start, with other luck; the play until now is kept."""
        from lmcs_sim.play.play import Log
        from lmcs_sim.store.session import start_session

        log = self.play.log
        begun = Log(log.scenario, log.scenario_hash, log.rulebook_hash, secrets.randbelow(1_000_000))
        self.session = start_session(self.desk.store, self.desk.learner, self.play.game, begun)
        self.talk.open_over_home(PlayPlace(self.talk, self.session))

    def do_history(self, line: str) -> None:
        """Opens the history of this play; with a number, tells what followed from that step."""
        from lmcs_sim.plain.history import HistoryPlace

        place = HistoryPlace(self.talk, self.session)
        if line:
            place.answer(line)
        else:
            self.talk.open(place)

    def do_note(self, text: str) -> None:
        """Keeps a note on what was told last."""
        from lmcs_sim.plain.notes import keep_note

        keep_note(self, self.session, len(self.play.log.steps), self.play.turns[-1].scene, text)

    def do_notes(self, _: str) -> None:
        """Opens the notes."""
        from lmcs_sim.plain.notes import NotesPlace

        self.talk.open(NotesPlace(self.talk))

    def do_export(self, _: str) -> None:
        """Writes the account as files beside the plays that are kept."""
        from lmcs_sim.pages.export import export_debrief
        from lmcs_sim.store.attained import kept
        from lmcs_sim.store.place import folder_beside
        from lmcs_sim.words.debrief import exported_line

        try:
            paths = export_debrief(folder_beside(), self.play, kept(self.play.log, self.play.game))
            tell(paragraphs(exported_line(paths), said("debrief.export")))
        except LmcsError as error:
            tell(paragraphs(str(error), said("plain.not-written")))

    def do_why(self, _: str) -> None:
        """Tells the whole reasoning of the last step."""
        from lmcs_sim.plain.why import why_lines

        tell(why_lines(self.play))

    def do_reason(self, name: str) -> None:
        """Keeps the reason given for the last step, and tells the author's answer."""
        reasons = [reason.id for reason in reasons_for(self.play)]
        if name.isdecimal() and len(name) < 3 and 1 <= int(name) <= len(reasons):
            name = reasons[int(name) - 1]
        if name in reasons:
            tell(answer_lines(self.session.give_reason(name)))
        elif reasons:
            self.not_understood(said("reflection.which", names=", ".join(reasons)))
        else:
            self.not_understood(said("reflection.none"))

    def do_guidance(self, name: str) -> None:
        """Tells a provision, or opens the guidance."""
        from lmcs_sim.plain.guidance import open_guidance

        open_guidance(self.talk, name)


class PlayPlace(Played):
    """The scene that is open, and what followed from the step before it."""

    STANDS_FOR: ClassVar[tuple[str, ...]] = (PLAY, RESULT)

    def show(self) -> None:
        """Tells the scene and what is on offer."""
        tell(scene_lines(self.play))

    def answer(self, line: str) -> None:
        """Takes a step by its number or its id."""
        name = self._named(line)
        if name is not None:
            self._take(name)

    def do_go_on(self, _: str) -> None:
        """Tells what is on offer."""
        tell(choice_lines(self.play))

    def _named(self, line: str) -> str | None:
        """The id a line means: a number on offer, or the id itself."""
        if not line.isdecimal():
            return line
        offered = ids_on_offer(self.play.game, self.play.situation)
        number = int(line) if len(line) < 4 else 0
        if not 1 <= number <= len(offered):
            self.not_understood(said("plain.no-number", number=line[:12], most=len(offered)))
            return None
        return offered[number - 1]

    def _take(self, name: str) -> None:
        scene = self.play.situation.scene
        try:
            play = self.session.take(name)
        except WrongUse as error:
            fault = error.faults[0]
            self.not_understood(said("plain.wrong-step", cause=fault.cause, cure=fault.cure))
            return
        assert play.last_step is not None
        tell(step_lines(play, play.last_step, scene))
        tell(question_lines(play))
        if play.ended:
            self.go_to_debrief()
        elif play.last_step.is_choice:
            self.show()
        else:
            tell(choice_lines(play))


class DebriefPlace(Played):
    """The account of a play that has ended, and what followed from its last step."""

    STANDS_FOR: ClassVar[tuple[str, ...]] = (DEBRIEF, RESULT)

    def show(self) -> None:
        """Tells the debrief; what can be attained comes after it where it is still to be worked out."""
        from lmcs_sim.plain.debrief import debrief_lines, proved_lines
        from lmcs_sim.store.attained import attained, kept

        known = kept(self.play.log, self.play.game)
        tell(debrief_lines(self.play, known, self.suggestions()))
        if known is None and not self.play.log.carried:
            tell(paragraphs(said("debrief.working-out"), said("debrief.attainable")))
            found = attained(self.play.log, self.play.game)
            tell(() if found is None else proved_lines(self.play, found))
        self.tell_how_to_keep()

    def suggestions(self) -> "tuple[Suggestion, ...]":
        """What to play next, as this learner's plays stand."""
        return self.desk.suggestions()

    def tell_how_to_keep(self) -> None:
        """Tells by which command the account is had as a file."""
        tell(paragraphs(said("debrief.keep-as-file"), said("debrief.export")))
        tell([f"  lmcs-sim saves debrief {self.session.id} --format html --to debrief.html"])

    def answer(self, line: str) -> None:
        """Nothing is on offer any more."""
        self.not_understood(said("plain.after-the-end"))

    def do_go_on(self, _: str) -> None:
        """Goes back home."""
        self.talk.close()

    def do_library(self, _: str) -> None:
        """Goes back home, where the scenarios are."""
        self.talk.close()

    def do_progress(self, _: str) -> None:
        """Opens the progress."""
        from lmcs_sim.plain.progress import ProgressPlace

        self.talk.open(ProgressPlace(self.talk))

    def do_next(self, _: str) -> None:
        """Plays the scenario to play next."""
        from lmcs_sim.plain.home import play_next

        play_next(self.talk)
