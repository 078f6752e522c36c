"""Review: the cards of a day. First the question; then what the guidance says, and how well it was known."""

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import asdict
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Click
from textual.widget import Widget
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from lmcs_sim.commands import REVIEW
from lmcs_sim.faults import LmcsError
from lmcs_sim.learn.card import OPTIONS, Card
from lmcs_sim.learn.card_told import (
    act_line,
    back_in,
    grade_label,
    grade_name,
    later_lines,
    option_label,
    question_lines,
    sitting_line,
    verdict_lines,
)
from lmcs_sim.learn.spacing import GRADES
from lmcs_sim.learning import Review, begin_review, cards_in
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.finding_card import Cited
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.tui.widgets.sheet import Sheet
from lmcs_sim.tui.widgets.told import Told
from lmcs_sim.words.catalogue import said


class Options(OptionList):
    """What may be answered. None of it is pointed at to begin with; Enter then shows the answer all the same."""

    def __init__(self) -> None:
        """A list that is made with its options would point at the first."""
        super().__init__()
        self.add_options([Option(option_label(option), id=option) for option in OPTIONS])

    def action_select(self) -> None:
        """Answers with what is pointed at."""
        if self.highlighted is None:
            self.call_later(self.screen.run_action, "answer")
        else:
            super().action_select()

    def on_click(self, event: Click) -> None:
        """Lets the first click through: the second half of a double click was meant for the screen before."""
        if event.chain > 1:
            event.prevent_default()
            event.stop()


class ReviewScreen(Page):
    """One card after another, until the day has no more. Each grade is kept before the next card is shown."""

    NAME = REVIEW
    BINDINGS = [*bindings_on(REVIEW), Binding("enter,space", "read_on", show=False)]  # noqa: RUF012

    def __init__(self, today: dt.date) -> None:
        """`today` is the day of the sitting."""
        super().__init__()
        self._today = today
        self._review: Review | None = None
        self._answered = False

    @property
    def card(self) -> Card | None:
        """The card that is up."""
        return None if self._review is None else self._review.card

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A card is answered once, and graded after that; without a card there is nothing to look up."""
        if action in GRADES:
            return self._answered
        if action == "answer":
            return self.card is not None and not self._answered
        return action != "guidance" or self.card is not None

    def compose(self) -> ComposeResult:
        """A title and the card."""
        yield Line((said("place.review"), "bold"), id="title")
        with Sheet(id="page"):
            yield Line(said("learning.making"))
        yield KeyLine()

    def on_mount(self) -> None:
        """The saves are read and the cards made once the page is painted."""
        self.query_one("#page").focus()
        self.once_painted(self._make_cards)

    def _make_cards(self) -> None:
        desk = self.lmcs.desk
        plays = desk.store.plays(desk.learner)

        def make() -> tuple[Card, ...]:
            worker = get_current_worker()
            return cards_in(desk, plays, lambda: not worker.is_cancelled)

        self.run_worker(make, thread=True)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Begins once the cards are made."""
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._review = begin_review(self.lmcs.desk, self._today, event.worker.result)
            await self._show_question(sitting_line(self._review.sitting))

    async def _show_question(self, *before: str) -> None:
        """Shows the card that is up, if there is one, under lines of what came before."""
        self._answered = False
        await self._show([Told(before, classes="since"), *self._question()])
        options = self.query(Options)
        if options:
            options.first().focus(scroll_visible=False)

    def _question(self) -> Iterator[Widget]:
        card = self.card
        if card is None:
            return
        yield Told(question_lines(card))
        if card.right is not None:
            yield Options()
        yield Forward(said("learning.show-answer"), id="answer")

    async def _show_answer(self, chosen: str | None = None) -> None:
        self._answered = True
        await self._show(list(self._answer(chosen)))

    def _answer(self, chosen: str | None) -> Iterator[Widget]:
        card, review = self.card, self._review
        assert card is not None
        assert review is not None
        yield Told([act_line(card)])
        yield Told(verdict_lines(card, chosen), classes="story")
        for citation in card.answer.citations:
            yield Cited(asdict(citation))
        yield Told(later_lines(card))
        yield Line(said("learning.after"), classes="story")
        for grade, days in review.days().items():
            button = Forward(grade_label(grade, days), id=grade)
            button.add_class("grade")
            yield button

    async def _show(self, widgets: Sequence[Widget]) -> None:
        page = self.query_one("#page")
        with self.app.batch_update():
            await page.remove_children()
            await page.mount_all(widgets)
            page.scroll_home(animate=False)
        page.focus()
        self._say_title()
        self.refresh_bindings()

    def _say_title(self) -> None:
        review = self._review
        assert review is not None
        sitting = review.sitting
        done, left = sitting.answered, len(sitting.cards)
        place = said("learning.place", number=done + 1, of=done + left) if left else ""
        self.query_one("#title", Line).say((said("place.review"), "bold"), f"  {place}")

    async def action_answer(self) -> None:
        """Reads the question on; at its end, shows what the guidance says."""
        if not self.read_on():
            await self._show_answer()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answers with one of the options."""
        if not self._answered:
            await self._show_answer(event.option_id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Keeps what is pointed at in sight."""
        event.option_list.scroll_visible(animate=False)

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Each button does what the command of its name does."""
        name = str(event.button.id)
        if name == "answer":
            await self._show_answer()
        else:
            await self._grade(name)

    async def _grade(self, grade: str) -> None:
        assert self._review is not None
        try:
            days = self._review.grade(grade)
        except LmcsError as error:
            self.notify(str(error), severity="error", timeout=30, markup=False)
            return
        told = said("learning.graded", grade=grade_name(grade), back=back_in(days))
        await self._show_question(told, *(() if self.card is not None else (sitting_line(self._review.sitting),)))

    async def action_forgot(self) -> None:
        """The card was not known."""
        await self._grade("forgot")

    async def action_hard(self) -> None:
        """The card was known with difficulty."""
        await self._grade("hard")

    async def action_good(self) -> None:
        """The card was known."""
        await self._grade("good")

    async def action_easy(self) -> None:
        """The card was known at once."""
        await self._grade("easy")

    def action_read_on(self) -> None:
        """Reads the answer on; at its end nothing is taken for a grade."""
        self.read_on()

    def action_guidance(self) -> None:
        """Opens the guidance at what the card rests on."""
        assert self.card is not None
        self.lmcs.open_guidance(self.card.answer.citations[0].provision)

    def on_cited_opened(self, event: Cited.Opened) -> None:
        """Opens the guidance at a citation."""
        self.lmcs.open_guidance(event.provision)
