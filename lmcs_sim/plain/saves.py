"""The plays that are kept, in plain lines: each with a number."""

from pathlib import Path
from typing import TYPE_CHECKING

from lmcs_sim.commands import SAVES
from lmcs_sim.notebook import Kept, import_play, keep_as_file, kept_plays
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.plain.conversation import Conversation


class SavesPlace(Place):
    """A number goes on with a play, or tells the debrief of one that has ended."""

    STANDS_FOR = (SAVES,)

    def __init__(self, talk: "Conversation") -> None:
        """The plays are those of whoever plays."""
        super().__init__(talk)
        self._plays: list[Kept] = []
        self._words = ""

    def show(self) -> None:
        """Tells each play in a line."""
        self._plays = kept_plays(self.desk, self._words)
        if not self._plays:
            none = said("saves.none-found") if self._words else said("saves.none", learner=self.desk.learner)
            tell(paragraphs(none, said("place.saves")))
            return
        tell(paragraphs(said("saves.which"), said("place.saves")))
        for number, item in enumerate(self._plays, start=1):
            tell(paragraphs(said("saves.numbered", number=number, line=item.line, when=item.when)))

    def answer(self, line: str) -> None:
        """Goes on with a play."""
        from lmcs_sim.plain.play import open_session

        item = self._item(line)
        if item is None:
            return
        if item.saved.log.scenario in self.desk.by_id:
            file = self.desk.by_id[item.saved.log.scenario]
            open_session(self.talk, self.desk.resume(file, item.saved), went_on=item.saved.ending is None)
        else:
            self.not_understood(said("saves.gone", scenario=item.saved.log.scenario))

    def do_search(self, words: str) -> None:
        """Tells the plays that have all the words; without any, all of them."""
        self._words = words
        self.show()

    def do_export(self, line: str) -> None:
        """Keeps a play as a file."""
        item = self._item(line)
        if item is not None:
            tell(paragraphs(said("saves.exported", path=keep_as_file(item.saved)), said("place.saves")))

    def do_import(self, path: str) -> None:
        """Brings in the play of a file."""
        if not path:
            self.not_understood(said("saves.say-path"))
            return
        tell(paragraphs(import_play(self.desk, Path(path).expanduser()), said("place.saves")))
        self._words = ""
        self._plays = kept_plays(self.desk)

    def do_remove(self, line: str) -> None:
        """Removes a play, once that is confirmed."""
        item = self._item(line)
        if item is not None:
            question = said("saves.remove-ask", id=item.saved.id, title=item.title)
            self.talk.ask(question, lambda: self._remove(item))

    def _remove(self, item: Kept) -> None:
        self.desk.store.remove(item.saved.id)
        tell(paragraphs(said("saves.removed", id=item.saved.id), said("place.saves")))
        self.show()

    def _item(self, line: str) -> Kept | None:
        """The play of a number; None where there is none, which is then told."""
        number = int(line) if line.isdecimal() and len(line) < 6 else 0
        if 1 <= number <= len(self._plays):
            return self._plays[number - 1]
        none = said("saves.none", learner=self.desk.learner)
        line = said("saves.no-play", number=line[:12], most=len(self._plays)) if self._plays else none
        self.not_understood(line)
        return None
