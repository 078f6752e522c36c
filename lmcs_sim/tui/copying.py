"""Taking the text of a screen, for the clipboard."""

from collections.abc import Iterator
from typing import Any

from textual.screen import Screen
from textual.selection import SELECT_ALL
from textual.widget import Widget
from textual.widgets import Footer, Input, OptionList, TextArea

from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.step_item import StepItem


def screen_text(screen: Screen[Any]) -> str:
    """The text of a screen, in sight or scrolled out of it, from its top; without the line of keys."""
    return "\n".join(_texts(screen)) + "\n"


def _texts(widget: Widget) -> Iterator[str]:
    for child in widget.displayed_children:
        if not isinstance(child, (KeyLine, Footer)):
            text = _own(child)
            if text.strip():
                yield text
            yield from _texts(child)


def _own(widget: Widget) -> str:
    if isinstance(widget, OptionList):
        return "\n".join(str(option.prompt) for option in widget.options)
    if isinstance(widget, Input):
        return widget.value
    if isinstance(widget, TextArea):
        return widget.text
    selected = widget.get_selection(SELECT_ALL)
    text = "" if selected is None else selected[0]
    return f"{widget.number}. {text}" if text and isinstance(widget, StepItem) and widget.number else text
