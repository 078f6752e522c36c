"""Play: the scene, what may be asked, what may be decided. One page, read from its top."""

import gc
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget

from lmcs_sim.commands import PLAY
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.game import attention_left, choices_on_offer, enquiries_on_offer, ids_on_offer
from lmcs_sim.play.play import Playing
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.pointing import PointingPage
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.tui.widgets.sheet import Sheet
from lmcs_sim.tui.widgets.step_item import StepItem
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.dates import month_in_words


class PlayScreen(PointingPage):
    """One scene at a time. A decision is kept before the screen moves on.

    Nothing has the focus until the player points at it, so that Enter takes nothing unread.
    """

    NAME = PLAY
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read_on", said("scene.read-on")),
        Binding("space", "read_on", show=False),
        *bindings_on(PLAY),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, session: Playing, note: str = "") -> None:
        """`session` is the play, which keeps itself; `note` stands above its first scene."""
        super().__init__()
        self.session = session
        self._note = note
        self._shown = ""

    def compose(self) -> ComposeResult:
        """The status, the story, what is on offer, and the measures: at the end, or beside where there is room."""
        yield Line("", id="status")
        with Container(id="desk"):
            with Sheet(id="page", can_focus=False):
                yield Prose(self._note, id="note")
                yield Prose(id="text", classes="story")
                yield Vertical(id="offers")
                yield Line("", id="gauge")
            yield Line("", id="measures")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Shows the scene that is open."""
        await self.show_scene()
        self.once_painted(self._make_ready)

    def _make_ready(self) -> None:
        """While the scene is read, loads what tells what follows, and has no later step wait for a look at it all."""
        import lmcs_sim.tui.screens.result  # noqa: F401

        gc.collect()
        gc.freeze()

    async def show_scene(self) -> None:
        """Shows the scene from its beginning; once it has been read, from what is on offer."""
        play = self.session.play
        scene = play.game.scene(play.situation)
        day = add_months(play.game.scenario.date, scene.month)
        status = self.query_one("#status", Line)
        status.update(Content.assemble((flowing(scene.title or scene.id), "bold"), f"  {month_in_words(day)}"))
        self.query_one("#text", Prose).say(scene.text)
        measures = self._measures()
        for name in ("#measures", "#gauge"):
            self.query_one(name, Line).update(Content("\n".join(measures)))
        self.query_one("#note").display = bool(self._note)
        offers = self.query_one("#offers")
        self.set_focus(None)
        with self.app.batch_update():
            await offers.remove_children()
            await offers.mount_all(list(self._offers()))
        self.refresh_bindings()
        if self._shown == scene.id:
            offers.scroll_visible(animate=False, top=True)
        else:
            self.query_one("#page").scroll_home(animate=False)
        self._shown, self._note = scene.id, ""

    def _offers(self) -> Iterator[Widget]:
        play = self.session.play
        scene = play.game.scene(play.situation)
        left = attention_left(play.game, play.situation)
        number = 0
        if scene.enquiry:
            attention = said("attention.left", left=left, whole=scene.attention)
            yield Line((said("scene.ask"), "bold"), f"  {attention}", classes="group")
        open_now = enquiries_on_offer(play.game, play.situation)
        for enquiry in scene.enquiry:
            if enquiry in open_now:
                number += 1
                yield StepItem(enquiry.id, said("scene.costs", text=enquiry.text, attention=enquiry.costs), number)
            else:
                why = "asked" if enquiry.id in play.situation.taken else "too-little"
                yield StepItem(enquiry.id, said(f"scene.{why}", text=enquiry.text), None)
        yield Line((said("scene.decide"), "bold"), f"  {said('scene.how')}", classes="group")
        for choice in choices_on_offer(play.game, play.situation):
            number += 1
            yield StepItem(choice.id, choice.text, number)

    def _measures(self) -> list[str]:
        play = self.session.play
        titles = play.game.scenario.measure
        return [f"{flowing(titles[name].title)}: {value}" for name, value in play.situation.measures]

    def items(self) -> list[StepItem]:
        """The enquiries and choices on offer."""
        return [item for item in self.query(StepItem) if item.number is not None]

    def action_read(self, way: int) -> None:
        """Scrolls by a page."""
        page = self.query_one("#page")
        self.set_focus(None)
        if way > 0:
            page.scroll_page_down(animate=False)
        else:
            page.scroll_page_up(animate=False)

    def action_read_on(self) -> None:
        """Reads on; at the end, points at the first thing on offer."""
        self.set_focus(None)
        if not self.read_on():
            self.action_number(1)

    def on_step_item_taken(self, event: StepItem.Taken) -> None:
        """Keeps the step, then shows what followed. One that is no longer on offer was taken a moment ago."""
        play = self.session.play
        scene = play.situation.scene
        if self.app.screen is not self or event.step not in ids_on_offer(play.game, play.situation):
            return
        self.session.take(event.step)
        self.tell_result(scene)

    def tell_result(self, scene: str) -> None:
        """Shows what followed from the step that was taken in a scene."""
        self.lmcs.open_result(self.session, scene, self._after_result)

    def _after_result(self, _: object) -> None:
        if self.session.play.ended:
            self.lmcs.open_debrief(self.session)
        else:
            self.call_later(self.show_scene)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a key for undo only where there is something to take back."""
        if action == "undo":
            return self.session.play.last_step is not None
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Takes the last step back."""
        self.session.undo()
        self.call_later(self.show_scene)
