"""One enquiry or choice on offer: a number and a text, taken by Enter or by a click."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.errors import NoWidget
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from lmcs_sim.tui.widgets.prose import flowing


class StepItem(Horizontal, can_focus=True):
    """Something that may be taken now; or, without a number, something that may not, with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "Take it")]

    class Taken(Message):
        """The player took it."""

        def __init__(self, step: str) -> None:
            super().__init__()
            self.step = step

    def __init__(self, step: str, text: str, number: int | None) -> None:
        """`step` is its id in the scenario; `number` is None for what is not on offer."""
        super().__init__(classes="-off" if number is None else "")
        self.step = step
        self.number = number
        self._text = text
        self.can_focus = number is not None

    def compose(self) -> ComposeResult:
        """The number, then the text in a column of its own."""
        yield Static("·" if self.number is None else str(self.number), classes="number", markup=False)
        yield Static(Content(flowing(self._text)), classes="text", markup=False)

    def action_take(self) -> None:
        """Takes it; where it has been scrolled out of sight, shows it first."""
        if self.in_sight:
            self.post_message(self.Taken(self.step))
        else:
            self.scroll_visible(animate=False)

    @property
    def in_sight(self) -> bool:
        """Whether its first line is on the screen. A key may come before the screen is laid out."""
        try:
            place = self.screen.find_widget(self)
        except NoWidget:
            return False
        return place.clip.contains(*place.region.offset)

    def on_click(self, event: Click) -> None:
        """A click takes it; the second half of a double click was meant for the screen before."""
        event.stop()
        if self.number is not None and event.chain == 1:
            self.post_message(self.Taken(self.step))
