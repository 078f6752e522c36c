"""The guidance in plain lines: a provision by its id, or those that have some words."""

from typing import TYPE_CHECKING

from lmcs_sim.commands import GUIDANCE
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.play.lookup import matching, provision_lines
from lmcs_sim.words.catalogue import counted, said

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.plain.conversation import Conversation

MOST = 20
"""Provisions that are listed at once."""


def open_guidance(talk: "Conversation", name: str) -> None:
    """Tells the provision of an id, or lists those that have some words; with neither, opens the guidance."""
    if name:
        GuidancePlace(talk).answer(name)
    else:
        talk.open(GuidancePlace(talk))


def tell_provision(desk: "Desk", name: str) -> None:
    """Tells everything that is known of a provision."""
    for line in provision_lines(name, desk.book, desk.played_in.get(name, ())):
        tell(paragraphs(line))


class GuidancePlace(Place):
    """Every line is looked for: an id, the number of something found, or words."""

    STANDS_FOR = (GUIDANCE,)
    _found: tuple[str, ...] = ()

    def show(self) -> None:
        """Says how to look something up."""
        tell(paragraphs(said("plain.guidance"), said("place.guidance")))

    def answer(self, line: str) -> None:
        """Tells a provision, or lists those that have the words."""
        if line.isdecimal() and len(line) < 4:
            self._tell_number(int(line))
        elif line in self.desk.book.guidance.provisions:
            tell_provision(self.desk, line)
        else:
            self.do_search(line)

    def _tell_number(self, number: int) -> None:
        if 1 <= number <= len(self._found):
            tell_provision(self.desk, self._found[number - 1])
        else:
            self.not_understood(said("plain.guidance"))

    def do_guidance(self, name: str) -> None:
        """Looks something up, as any line does."""
        if name:
            self.answer(name)
        else:
            self.show()

    def do_search(self, words: str) -> None:
        """Lists the provisions that have all the words."""
        book = self.desk.book
        found = matching(words, book)
        self._found = tuple(item.id for item in found[:MOST])
        tell(paragraphs(counted(len(found), "count.provision") + ".", said("plain.found")))
        for number, item in enumerate(found[:MOST], start=1):
            source = book.guidance.source_of(item).short
            tell(paragraphs(f"{number}. {source}, {item.pinpoint}: {item.gist} [{item.id}]"))
        if len(found) > MOST:
            tell(paragraphs(said("plain.more-words", most=MOST)))
