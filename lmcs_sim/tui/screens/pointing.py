"""A screen with items to point at. Nothing is pointed at until the player does, so that Enter takes nothing unread."""

from textual.widget import Widget

from lmcs_sim.tui.screens.played import PlayedPage
from lmcs_sim.tui.widgets.step_item import StepItem


class PointingPage(PlayedPage):
    """Its items stand on a page that scrolls."""

    def items(self) -> list[StepItem]:
        """What can be pointed at, from the top."""
        raise NotImplementedError

    @property
    def rest(self) -> Widget | None:
        """What has the focus while nothing is pointed at."""
        return None

    def action_step(self, by: int) -> None:
        """Moves to the next item or the previous one; by a line where there is none, or none in sight yet."""
        items = self.items()
        if self.focused in items:
            wanted = items.index(self.focused) + by
        else:
            wanted = next((place for place, item in enumerate(items) if item.in_sight), -1) if by > 0 else -1
        if 0 <= wanted < len(items):
            self.set_focus(items[wanted])
            return
        if by < 0:
            self.set_focus(self.rest)
        self.query_one("#page").scroll_relative(y=by, animate=False)

    def action_number(self, number: int) -> None:
        """Moves to an item by its number; it is not taken."""
        for item in self.items():
            if item.number == number:
                self.set_focus(item)
