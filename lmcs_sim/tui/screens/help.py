"""Help: the keys of the screen it was asked on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from lmcs_sim.commands import PLAY, PREVIEW, commands_on
from lmcs_sim.tui.widgets.prose import Line, Prose
from lmcs_sim.words.interface import NOT_ADVICE

_ON_PLAY = "Ask while your attention lasts. Then decide. Every judgement says what it rests on."

_ON_PREVIEW = "This is a preview: nothing you take in it is kept, and each save of the file is shown at once."

_MOVING = (
    ("up, down, or k, j", "Move, or scroll."),
    ("Enter", "Take what is pointed at, or go on."),
    ("Page up, page down", "Read on in a long text, or back."),
    ("Tab", "Move to the next thing that can be chosen."),
    ("ctrl+q", "Leave from anywhere; everything you decided is kept."),
)


class HelpScreen(ModalScreen[None]):
    """The keys, from the table of commands. Any of its keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,f1,enter,q", "dismiss", "Close")]

    def __init__(self, *screens: str) -> None:
        """`screens` is what the table of commands calls the screen; a preview has two names."""
        super().__init__()
        self._screens = screens

    def compose(self) -> ComposeResult:
        """The keys, one a line."""
        with VerticalScroll(classes="box"):
            yield Line(("Help", "bold"))
            if PLAY in self._screens:
                yield Prose(_ON_PLAY)
                yield Line(("1 to 9: ", "bold"), "Point at that enquiry or choice; it is not yet taken.")
            if PREVIEW in self._screens:
                yield Prose(_ON_PREVIEW)
            for keys, said in _MOVING:
                yield Line((f"{keys}: ", "bold"), said)
            for command in commands_on(*self._screens):
                keys = ", ".join(_shown(key) for key in command.keys)
                if keys:
                    yield Line((f"{keys}: ", "bold"), command.help)
            yield Prose(NOT_ADVICE)
            yield Line("Esc closes this.")


def _shown(key: str) -> str:
    return {"question_mark": "?", "slash": "/", "escape": "Esc", "enter": "Enter"}.get(
        key, key.upper() if key.startswith("f") and key[1:].isdigit() else key
    )
