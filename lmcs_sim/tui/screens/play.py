"""Play: the scene, what may be asked, what may be decided."""

from collections.abc import Iterator
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from lmcs_sim.commands import PLAY
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.game import attention_left, choices_on_offer, enquiries_on_offer
from lmcs_sim.store.session import Session
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.tui.widgets.step_item import StepItem
from lmcs_sim.words.interface import attention_line, month_line


class PlayScreen(Page):
    """One scene at a time. A decision is kept before the screen moves on."""

    NAME = PLAY
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_on(PLAY),
        Binding("down,j", "step(1)", "Next", show=False),
        Binding("up,k", "step(-1)", "Previous", show=False),
        Binding("pagedown,space", "read(1)", "Read on", show=False),
        Binding("pageup", "read(-1)", "Read back", show=False),
        *(Binding(str(number), f"number({number})", str(number), show=False) for number in range(1, 10)),
    ]

    def __init__(self, session: Session) -> None:
        """`session` is the play that is kept."""
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The status, the story, what is on offer, and the measures where there is room."""
        yield Line("", id="status")
        with Container(id="desk"):
            with Container(id="page"):
                with VerticalScroll(id="story", can_focus=False):
                    yield Prose(id="text")
                yield VerticalScroll(id="offers", can_focus=False)
            yield Line("", id="measures")
        yield Line("", id="gauge")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Shows the scene that is open."""
        await self.show_scene()

    async def show_scene(self) -> None:
        """Shows the scene, from its beginning."""
        play = self.session.play
        scene = play.game.scene(play.situation)
        day = add_months(play.game.scenario.date, scene.month)
        when = month_line(scene.month, f"{day.day} {day:%B %Y}")
        status = self.query_one("#status", Line)
        status.update(Content.assemble((flowing(scene.title or scene.id), "bold"), f"  {when}"))
        self.query_one("#text", Prose).say(scene.text)
        measures = self._measures()
        self.query_one("#measures", Line).update(Content("\n".join(measures)))
        self.query_one("#gauge", Line).update(Content("  ".join(measures)))
        offers = self.query_one("#offers")
        with self.app.batch_update():
            await offers.remove_children()
            await offers.mount_all(list(self._offers()))
        self.query_one("#story").scroll_home(animate=False)
        self.query_one("#page").scroll_home(animate=False)
        first = next(iter(self._items()), None)
        if first is not None:
            first.focus(scroll_visible=False)

    def _offers(self) -> Iterator[Widget]:
        play = self.session.play
        scene = play.game.scene(play.situation)
        left = attention_left(play.game, play.situation)
        number = 0
        if scene.enquiry:
            yield Line(("Ask first", "bold"), f"  {attention_line(left, scene.attention)}", classes="group")
        open_now = enquiries_on_offer(play.game, play.situation)
        for enquiry in scene.enquiry:
            if enquiry in open_now:
                number += 1
                yield StepItem(enquiry.id, f"{enquiry.text} (costs {enquiry.costs})", number)
            else:
                why = "asked" if enquiry.id in play.situation.taken else "not enough attention left"
                yield StepItem(enquiry.id, f"{enquiry.text} ({why})", None)
        yield Line(("Decide", "bold"), classes="group")
        for choice in choices_on_offer(play.game, play.situation):
            number += 1
            yield StepItem(choice.id, choice.text, number)

    def _measures(self) -> list[str]:
        play = self.session.play
        titles = play.game.scenario.measure
        return [f"{flowing(titles[name].title)}: {value}" for name, value in play.situation.measures]

    def _items(self) -> list[StepItem]:
        return [item for item in self.query(StepItem) if item.number is not None]

    def action_step(self, by: int) -> None:
        """Moves to the next or the previous thing on offer."""
        items = self._items()
        if not items:
            return
        now = items.index(self.focused) if self.focused in items else -1
        if by < 0 and now <= 0:
            self.action_read(-1)
            return
        items[min(now + by, len(items) - 1)].focus()

    def action_number(self, number: int) -> None:
        """Moves to a thing on offer by its number; it is not taken."""
        for item in self._items():
            if item.number == number:
                item.focus()

    def action_read(self, way: int) -> None:
        """Scrolls the story, or the whole page where the two are one."""
        story, page = self.query_one("#story"), self.query_one("#page")
        target = story if story.max_scroll_y > 0 else page
        if way > 0:
            target.scroll_page_down(animate=False)
        else:
            target.scroll_page_up(animate=False)

    def on_step_item_taken(self, event: StepItem.Taken) -> None:
        """Keeps the step, then shows what followed."""
        scene = self.session.play.situation.scene
        self.session.take(event.step)
        self.lmcs.open_result(self.session, scene, self._after_result)

    def _after_result(self, _: object) -> None:
        if self.session.play.ended:
            self.lmcs.open_debrief(self.session)
        else:
            self._show_again()

    @work
    async def _show_again(self) -> None:
        await self.show_scene()

    def action_undo(self) -> None:
        """Takes the last step back."""
        if self.session.play.last_step is None:
            self.notify("There is nothing to take back.", markup=False)
            return
        self.session.undo()
        self._show_again()
