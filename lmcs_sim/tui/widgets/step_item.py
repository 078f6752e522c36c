"""One enquiry or choice on offer: a number and a text, taken by Enter or by a click."""

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.errors import NoWidget
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from lmcs_sim.tui.widgets.prose import Prose
from lmcs_sim.words.catalogue import said

NUMBER = 3
"""The columns of the number, at the end of the padding before the text."""


class StepItem(Prose, can_focus=True):
    """Something that may be taken now; or, without a number, something that may not, with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", said("scene.take-it"))]

    class Taken(Message):
        """The player took it."""

        def __init__(self, step: str) -> None:
            super().__init__()
            self.step = step

    def __init__(self, step: str, text: str, number: int | None) -> None:
        """`step` is its id in the scenario; `number` is None for what is not on offer."""
        super().__init__(text, classes="-off" if number is None else "")
        self.step = step
        self.number = number
        self.can_focus = number is not None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The text, with its number drawn into the padding of the first line."""
        strips = super().render_lines(crop)
        if crop.y == 0 and crop.x == 0 and strips:
            start = self.gutter.left - NUMBER
            sign = "-" if self.number is None else str(self.number)
            number = Strip([Segment(sign.ljust(NUMBER), self.rich_style)], NUMBER)
            for line_filter in self.get_line_filters():
                number = number.apply_filter(line_filter, self.background_colors[1])
            first = strips[0]
            strips = [Strip.join((first.crop(0, start), number, first.crop(start + NUMBER))), *strips[1:]]
        return strips

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
        """A click takes it; the second half of a double click was meant for the screen before, and what is
        drawn over is only marked."""
        event.stop()
        if self.number is not None and event.chain == 1 and not self.screen.selections:
            self.post_message(self.Taken(self.step))
