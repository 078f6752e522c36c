"""A play's history in plain lines: its steps, what followed from each, and the way back to any."""

from typing import TYPE_CHECKING

from lmcs_sim.commands import HISTORY
from lmcs_sim.plain.blocks import step_lines
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.play.history import history_of
from lmcs_sim.play.play import Play, back_to
from lmcs_sim.words.catalogue import counted, said

if TYPE_CHECKING:
    from lmcs_sim.plain.conversation import Conversation
    from lmcs_sim.store.session import Session


class HistoryPlace(Place):
    """Each step by its number. A number tells what followed from that step."""

    STANDS_FOR = (HISTORY,)

    def __init__(self, talk: "Conversation", session: "Session") -> None:
        """`session` may have ended."""
        super().__init__(talk)
        self.session = session

    @property
    def _play(self) -> Play:
        return self.session.play

    @property
    def _most(self) -> int:
        return len(self._play.log.steps)

    def show(self) -> None:
        """Tells every step, with its verdicts and the notes on it."""
        tell(paragraphs(self._play.game.scenario.title + ".", said("place.history")))
        if not self._most:
            tell(paragraphs(said("history.none")))
        self._tell_notes(0)
        for item in history_of(self._play):
            tell(paragraphs(said("history.step", number=item.number, where=item.where)))
            tell(paragraphs(item.taken))
            if item.verdicts:
                tell(paragraphs(said("history.found", verdicts=item.verdicts)))
            self._tell_notes(item.number)
        tell(paragraphs(said("history.which"), said("plain.help-word")))

    def _tell_notes(self, number: int) -> None:
        for note in self.session.store.notes.of_play(self.session.id):
            if min(note.number, self._most) == number:
                tell(paragraphs(note.text, said("note.opening")))

    def answer(self, line: str) -> None:
        """Tells what followed from a step."""
        number = self._number(line)
        if number:
            play = back_to(self._play, number)
            assert play.last_step is not None
            tell(step_lines(play, play.last_step, history_of(play)[-1].scene.id))

    def do_rewind(self, line: str) -> None:
        """Takes back every step after a number, once that is confirmed where it is more than one."""
        number = self._number(line)
        if number is None:
            return
        gone = self._most - number
        if not gone:
            self.not_understood(said("history.rewind-nothing"))
        elif gone == 1:
            self._rewind(number)
        else:
            steps = counted(gone, "count.step")
            question = said("history.rewind-ask", steps=steps, first=number + 1)
            self.talk.ask(question, lambda: self._rewind(number))

    def _rewind(self, number: int) -> None:
        from lmcs_sim.plain.play import PlayPlace

        before = self._most
        self.session.rewind(number)
        steps = counted(before - self._most, "count.step")
        tell(paragraphs(said("history.rewound", steps=steps), said("plain.undo")))
        self.talk.open_over_home(PlayPlace(self.talk, self.session))

    def do_note(self, line: str) -> None:
        """Keeps a note on a step: its number and then the words."""
        from lmcs_sim.plain.notes import keep_note

        first, _, text = line.partition(" ")
        number = self._number(first)
        if number is not None:
            scenes = [item.scene.id for item in history_of(self._play)]
            scene = scenes[number - 1] if number else self._play.game.scenario.starts
            keep_note(self, self.session, number, scene, text)

    def _number(self, line: str) -> int | None:
        """The number of a step; None where there is none of it, which is then told."""
        number = int(line) if line.isdecimal() and len(line) < 6 else -1
        if 0 <= number <= self._most:
            return number
        self.not_understood(said("history.no-step", number=line[:12], most=self._most))
        return None
