"""Review in plain lines: a question, the answer, how well it was known; then the next card."""

import datetime as dt
from typing import TYPE_CHECKING

from lmcs_sim.commands import BY_ID, REVIEW
from lmcs_sim.learn.card import OPTIONS
from lmcs_sim.learn.card_told import (
    answer_lines,
    back_in,
    grade_name,
    option_label,
    question_lines,
    sitting_line,
)
from lmcs_sim.learn.spacing import GRADES
from lmcs_sim.learning import Review, begin_review
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.plain.conversation import Conversation


def open_review(talk: "Conversation") -> None:
    """Opens the cards of today."""
    talk.open(ReviewPlace(talk, begin_review(talk.desk, dt.date.today())))


class ReviewPlace(Place):
    """One card after another, until the day has no more. Each grade is kept before the next card is told."""

    STANDS_FOR = (REVIEW,)

    def __init__(self, talk: "Conversation", review: Review) -> None:
        """`review` is the sitting of whoever plays."""
        super().__init__(talk)
        self._review = review
        self._answered = False

    def show(self) -> None:
        """Tells how much there is today, then the card that is up."""
        tell(paragraphs(sitting_line(self._review.sitting)))
        self._ask()

    def _ask(self) -> None:
        """Tells the question of the card that is up, if there is one."""
        card = self._review.card
        self._answered = False
        if card is not None:
            for line in question_lines(card):
                tell(paragraphs(line))
            tell(paragraphs(self._how(), BY_ID["answer"].label))

    def _how(self) -> str:
        """How the card that is up is answered."""
        card = self._review.card
        if card is None or card.right is None:
            return said("learning.say-answer")
        options = ", ".join(option_label(option) for option in OPTIONS)
        return said("learning.say-option", options=options)

    def answer(self, line: str) -> None:
        """One of the options answers a question that has them."""
        self.do_answer(line)

    def do_answer(self, line: str) -> None:
        """Tells what the guidance says; where an option was said, that too."""
        card = self._review.card
        if card is None or self._answered:
            self.not_understood(self._what_now())
            return
        options = {option_label(option): option for option in OPTIONS} if card.right is not None else {}
        if line and line.casefold() not in options:
            self.not_understood(self._how())
            return
        self._answered = True
        for each in answer_lines(card, options.get(line.casefold())):
            tell(paragraphs(each))
        tell(paragraphs(self._what_now(), said("learning.opening-grade")))

    def _what_now(self) -> str:
        """What may be said, as the card stands."""
        if self._review.card is None:
            return said("learning.no-card")
        if not self._answered:
            return said("learning.answer-first")
        days = self._review.days()
        grades = (said("learning.say-one", word=BY_ID[grade].word, back=back_in(days[grade])) for grade in GRADES)
        return said("learning.say-grade", grades=", ".join(grades))

    def _grade(self, grade: str) -> None:
        if not self._answered:
            self.not_understood(self._what_now())
            return
        days = self._review.grade(grade)
        told = said("learning.graded", grade=grade_name(grade), back=back_in(days))
        tell(paragraphs(told, said("learning.opening-kept")))
        if self._review.card is None:
            tell(paragraphs(sitting_line(self._review.sitting)))
        self._ask()

    def do_forgot(self, _: str) -> None:
        """The card was not known."""
        self._grade("forgot")

    def do_hard(self, _: str) -> None:
        """The card was known with difficulty."""
        self._grade("hard")

    def do_good(self, _: str) -> None:
        """The card was known."""
        self._grade("good")

    def do_easy(self, _: str) -> None:
        """The card was known at once."""
        self._grade("easy")

    def do_guidance(self, name: str) -> None:
        """Tells a provision; without its id, what the card that is up rests on."""
        from lmcs_sim.plain.guidance import open_guidance

        card = self._review.card
        open_guidance(self.talk, name or (card.answer.citations[0].provision if card is not None else ""))
