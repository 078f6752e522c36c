"""Small boxes over a screen: a question, one of several things, a line of text."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.words.catalogue import said


class AskScreen(ModalScreen[bool]):
    """A question to which the answer is yes or no; to leave it is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n,escape", "answer(False)", show=False),
        Binding("left,right,up,down", "app.focus_next", show=False),
    ]

    def __init__(self, question: str) -> None:
        """The question is shown as written."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and its answers; no is pointed at first."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Prose(self._question)
            with Horizontal(classes="answers"):
                yield Button(said("ask.no"), id="no", variant="primary")
                yield Button(said("ask.yes"), id="yes", variant="primary")
            yield Line(said("ask.keys"))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A button answers."""
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """A key answers."""
        self.dismiss(yes)


class ChooseScreen(ModalScreen[str | None]):
    """One of several things. Gives None when it is left without one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("j", "app.simulate_key('down')", show=False),
        Binding("k", "app.simulate_key('up')", show=False),
    ]

    def __init__(self, question: str, choices: Sequence[tuple[str, str]], at: str) -> None:
        """Each choice is its id and what is shown; `at` is the one pointed at first."""
        super().__init__()
        self._question = question
        self._choices = choices
        self._at = at

    def compose(self) -> ComposeResult:
        """The question and the list."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Line((self._question, "bold"))
            yield OptionList(*(Option(Content(flowing(text)), id=name) for name, text in self._choices))
            yield Line(said("ask.choose-keys"))

    def on_mount(self) -> None:
        """Points at what is chosen already."""
        choices = self.query_one(OptionList)
        choices.highlighted = choices.get_option_index(self._at)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes one."""
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Leaves it as it was."""
        self.dismiss(None)


class LineScreen(ModalScreen[str | None]):
    """A line of text. Gives None when it is left without one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str) -> None:
        """The question says what is to be written."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and a line to write in."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Line((self._question, "bold"))
            yield Input(max_length=4_000)
            yield Line(said("ask.path-keys"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes what was written."""
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Leaves it unwritten."""
        self.dismiss(None)
