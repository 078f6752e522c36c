"""The question "why?" on the screen of what followed: reasons are pointed at, taken and answered; nothing is scored."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from lmcs_sim.play.reflection import reasons_for
from lmcs_sim.tui.screens.parts import QUESTION, PartsPage
from lmcs_sim.tui.screens.pointing import PointingPage
from lmcs_sim.tui.widgets.question import answer_to, question_among
from lmcs_sim.tui.widgets.step_item import StepItem


class ReasonsPage(PointingPage, PartsPage):
    """A page that may put the question. Nothing is pointed at until the player does, so that Enter takes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]
    given = ""
    """The id of the reason that was given last."""

    def asked(self) -> Iterator[Widget]:
        """The question and its reasons, where the scenario asks."""
        reasons = reasons_for(self.session.play)
        return question_among(reasons, self.given) if reasons else iter(())

    def items(self) -> list[StepItem]:
        """The reasons that can be pointed at."""
        return list(self.query(StepItem)) if self.shows(QUESTION) else []

    @property
    def rest(self) -> Widget | None:
        """The page, which scrolls by its own keys too."""
        return self.query_one("#page")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Reasons are pointed at where they are shown, and gone to where there are any."""
        if action in ("step", "number"):
            return self.shows(QUESTION)
        if action == "reason":
            return QUESTION in self.parts
        return super().check_action(action, parameters)

    def action_reason(self) -> None:
        """Goes to the question; nothing in it is pointed at."""
        if self.telling is None:
            if not self.together:
                self.turn_to(QUESTION)
            self.query(f".{QUESTION}").first().scroll_visible(top=True, animate=False)

    async def on_step_item_taken(self, event: StepItem.Taken) -> None:
        """Keeps the reason, and shows the author's answer under it. Another may be taken in its place."""
        item = next((item for item in self.items() if item.step == event.step), None)
        if self.telling is not None or item is None:
            return
        reason = self.session.give_reason(event.step)
        self.given = reason.id
        answer = answer_to(reason)
        answer.add_class("after", QUESTION)
        with self.app.batch_update():
            await self.query(".answer").remove()
            await self.query_one("#page").mount(answer, after=item)
        self.call_after_refresh(answer.scroll_visible, animate=False)
