"""What is shown while the window is too small for anything else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.words.catalogue import said


class FloorScreen(ModalScreen[None]):
    """One line; a larger window takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.quit", said("command.quit.label"))]

    def compose(self) -> ComposeResult:
        """The floor, and the ways out."""
        yield Line(said("floor.too-small"))
