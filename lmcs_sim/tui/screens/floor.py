"""What is shown while the window is too small for anything else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from lmcs_sim.tui.widgets.prose import Line


class FloorScreen(ModalScreen[None]):
    """One line; a larger window takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The floor, and the ways out."""
        yield Line("Too small: needs 40 columns by 12 lines, or --plain. q quits.")
