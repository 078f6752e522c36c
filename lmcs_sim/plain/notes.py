"""Notes in plain lines: the learner's, the latest first, each with a number."""

from typing import TYPE_CHECKING

from lmcs_sim.commands import NOTES
from lmcs_sim.faults import WrongUse
from lmcs_sim.notebook import Noted, notes_of
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from lmcs_sim.plain.conversation import Conversation
    from lmcs_sim.store.session import Session


def keep_note(place: Place, session: "Session", number: int, scene: str, text: str) -> None:
    """Keeps a note on a moment of a play, and says so, or what keeps it from being one."""
    _keeping(place, text, lambda: session.store.notes.add(session.id, number, scene, text))


def _keeping(place: Place, text: str, keep: "Callable[[], object]") -> None:
    if not text:
        place.not_understood(said("note.say-words"))
        return
    try:
        keep()
        tell(paragraphs(said("note.kept"), said("note.opening")))
    except WrongUse as error:
        fault = error.faults[0]
        place.not_understood(said("note.wrong", cause=fault.cause, cure=fault.cure))


class NotesPlace(Place):
    """A number tells a note; `note` and a number change one."""

    STANDS_FOR = (NOTES,)

    def __init__(self, talk: "Conversation") -> None:
        """The notes are those of whoever plays."""
        super().__init__(talk)
        self._notes: list[Noted] = []

    def show(self) -> None:
        """Tells each note in a line or two."""
        self._notes = notes_of(self.desk)
        if not self._notes:
            tell(paragraphs(said("note.none-plain"), said("note.heading")))
            return
        tell(paragraphs(said("note.which"), said("note.heading")))
        for number, item in enumerate(self._notes, start=1):
            tell(paragraphs(said("note.numbered", number=number, where=item.where), said("note.opening")))
            tell(paragraphs(item.note.text))

    def answer(self, line: str) -> None:
        """Tells a note."""
        item = self._item(line)
        if item is not None:
            tell(paragraphs(f"{item.where}.", said("note.opening")))
            tell(paragraphs(item.note.text))

    def do_note(self, line: str) -> None:
        """Puts other words into a note: its number and then the words."""
        first, _, text = line.partition(" ")
        item = self._item(first)
        if item is not None:
            _keeping(self, text, lambda: self.desk.store.notes.change(item.note.id, text))
            fresh = {each.note.id: each for each in notes_of(self.desk)}
            # The numbers stay those that were told, though the note that was changed is the latest.
            self._notes = [fresh.get(each.note.id, each) for each in self._notes]

    def do_remove(self, line: str) -> None:
        """Removes a note, once that is confirmed."""
        item = self._item(line)
        if item is not None:
            self.talk.ask(said("note.remove-ask"), lambda: self._remove(item))

    def _remove(self, item: Noted) -> None:
        self.desk.store.notes.remove(item.note.id)
        tell(paragraphs(said("note.removed"), said("note.opening")))
        self.show()

    def _item(self, line: str) -> Noted | None:
        """The note of a number; None where there is none, which is then told."""
        number = int(line) if line.isdecimal() and len(line) < 6 else 0
        if 1 <= number <= len(self._notes):
            return self._notes[number - 1]
        line = said("note.no-note", number=line[:12], most=len(self._notes)) if self._notes else said("note.none-plain")
        self.not_understood(line)
        return None
