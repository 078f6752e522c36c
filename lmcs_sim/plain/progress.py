"""Progress in plain lines: how the learner's plays went, by theme and by week."""

from typing import TYPE_CHECKING

from lmcs_sim.commands import PROGRESS
from lmcs_sim.learn.progress_told import progress_lines
from lmcs_sim.learning import progress_in, titles_of
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lmcs_sim.desk import Desk


def account_lines(desk: "Desk") -> "Iterator[str]":
    """The account of whoever plays. Raises LmcsError where the saves cannot be read."""
    store = desk.store
    for line in progress_lines(progress_in(desk, store.plays(desk.learner)), titles_of(desk)):
        yield from paragraphs(line)


class ProgressPlace(Place):
    """It is told; from here the review is opened."""

    STANDS_FOR = (PROGRESS,)

    def show(self) -> None:
        """Tells it from the beginning."""
        tell(account_lines(self.desk))

    def answer(self, line: str) -> None:
        """Nothing is asked here."""
        self.not_understood(said("learning.nothing-here"))

    def do_review(self, _: str) -> None:
        """Opens today's cards."""
        from lmcs_sim.plain.review import open_review

        open_review(self.talk)
