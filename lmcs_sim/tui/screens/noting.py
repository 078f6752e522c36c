"""The box in which a note is written."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, TextArea

from lmcs_sim.store.notes import LONGEST
from lmcs_sim.tui.screens.asking import AskScreen
from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.words.catalogue import said


class NoteScreen(ModalScreen[str | None]):
    """Gives what was written, or None where it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", priority=True, show=False),
        Binding("escape", "leave", priority=True, show=False),
    ]

    def __init__(self, moment: str, text: str = "") -> None:
        """`moment` is what the note is on, `text` what it says so far."""
        super().__init__()
        self._moment = moment
        self._before = text

    def compose(self) -> ComposeResult:
        """What it is on, the text, and the button that keeps it."""
        with Vertical(classes="box note-box"):
            yield Line((said("note.write", moment=self._moment), "bold"), classes="one-line")
            yield TextArea(self._before, tab_behavior="focus", id="note-text")
            yield Line(id="count", classes="one-line")
            yield Button(f"{said('note.save')} (Ctrl+s)", id="save")
            yield Line(said("note.left"), classes="hint")

    def on_mount(self) -> None:
        """The text is ready for writing at its end."""
        text = self.query_one(TextArea)
        text.focus()
        text.move_cursor(text.document.end)

    @property
    def _text(self) -> str:
        return self.query_one(TextArea).text

    def on_text_area_changed(self) -> None:
        """Says how much room there is."""
        self.query_one("#count", Line).say(said("note.count", used=f"{len(self._text):,}", most=f"{LONGEST:,}"))

    def on_button_pressed(self) -> None:
        """Keeps it."""
        self.action_save()

    def action_save(self) -> None:
        """Gives what was written; a text that no note can be stays to be mended."""
        if self._text == self._before or not self._text.strip():
            self.dismiss(None)
        elif len(self._text) <= LONGEST:
            self.dismiss(self._text)
        else:
            self.query_one(TextArea).focus()

    def action_leave(self) -> None:
        """Leaves it as it was; where something was written, once that is confirmed."""
        if self._text == self._before:
            self.dismiss(None)
        else:
            self.app.push_screen(AskScreen(said("note.leave-ask")), self._left)

    def _left(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(None)
