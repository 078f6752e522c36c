"""Help: what can be done on the screen it was asked on, and by which keys."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from lmcs_sim.commands import PLAY, PREVIEW, rebound, shown_key
from lmcs_sim.tui.widgets.prose import Line, Prose
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.tui.app import LmcsApp

_MOVING = ("arrows", "enter", "page", "tab", "leave")


class HelpScreen(ModalScreen[None]):
    """The keys, from the table of commands and the settings. Any of its own keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,f1,enter,q", "dismiss", said("tour.close"))]

    def __init__(self, *places: str) -> None:
        """`places` is what the table of commands calls the screen; a preview has two names."""
        super().__init__()
        self._places = places

    def compose(self) -> ComposeResult:
        """The keys, one a line."""
        table = rebound(cast("LmcsApp", self.app).desk.settings.keys)
        with VerticalScroll(classes="box"):
            yield Line((said("help.title"), "bold"))
            if PLAY in self._places:
                yield Prose(said("help.on-play"))
                yield _keys("number")
            if PREVIEW in self._places:
                yield Prose(said("help.on-preview"))
            yield from (_keys(name) for name in _MOVING)
            for command in table:
                if set(command.where) & set(self._places):
                    keys = ", ".join(shown_key(key) for key in command.keys)
                    yield Line((f"{keys}: ", "bold"), command.help)
            yield Prose(said("common.not-advice"))
            yield Line(said("help.close"))


def _keys(name: str) -> Line:
    return Line((f"{said(f'help.{name}-keys')}: ", "bold"), said(f"help.{name}"))
