"""The button that goes on to the next screen."""

from textual.events import Click
from textual.widgets import Button


class Forward(Button):
    """A button that the second half of a double click does not press: it was meant for the screen before."""

    def __init__(self, label: str, *, id: str) -> None:
        """`label` is what it does."""
        super().__init__(label, id=id, variant="primary")

    def on_click(self, event: Click) -> None:
        """Lets the first click through."""
        if event.chain > 1:
            event.prevent_default()
            event.stop()
