"""Who is playing: each name has its own plays."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from lmcs_sim.tui.widgets.prose import Line, Prose
from lmcs_sim.words.catalogue import said


class NameScreen(ModalScreen[str | None]):
    """Asks for a name. Gives None when it is left without one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", said("command.back.label"))]

    def __init__(self, now: str, known: list[str]) -> None:
        """`now` is who is playing, `known` everybody who has played here."""
        super().__init__()
        self._now = now
        self._known = known

    def compose(self) -> ComposeResult:
        """A line to write in, and the names there are."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Line((said("name.who"), "bold"))
            yield Input(value=self._now, max_length=60, select_on_focus=True)
            yield Line(said("name.keys"))
            if self._known:
                yield Prose(said("name.known", names=", ".join(self._known)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps the name."""
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Leaves the name as it was."""
        self.dismiss(None)
