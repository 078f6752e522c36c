"""Lines in which indentation says what belongs to what: each is wrapped under its own beginning."""

import re
from collections.abc import Iterable
from textwrap import TextWrapper

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from lmcs_sim.words.safe import harmless

DEEPEST = 8
"""Columns. In a narrow window no line is indented further, or nothing of it could be read."""


class _Wrapper(TextWrapper):
    """Breaks at spaces and after commas: a path of ids is long and has no spaces."""

    wordsep_simple_re = re.compile(r"([\t\n ]+|(?<=,)(?=\S))")


class Hanging(Static):
    """Lines as they were made, wrapped to the window."""

    def __init__(self, *, id: str | None = None) -> None:
        """It has no lines yet."""
        super().__init__(id=id, markup=False)
        self._lines: tuple[str, ...] = ()
        self._width = 0

    def say(self, lines: Iterable[str]) -> None:
        """Shows other lines."""
        self._lines = tuple(harmless(line) for line in lines)
        self._wrap()

    def on_resize(self, event: Resize) -> None:
        """Wraps the lines to another width."""
        if event.size.width != self._width:
            self._width = event.size.width
            self._wrap()

    def _wrap(self) -> None:
        if self._width:
            self.update(Content("\n".join(part for line in self._lines for part in wrapped(line, self._width))))


def wrapped(line: str, width: int) -> list[str]:
    """A line in lines of a width, what runs on standing further in."""
    body = line.lstrip()
    indent = " " * min(len(line) - len(body), DEEPEST)
    wrapper = _Wrapper(width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
    return wrapper.wrap(body) or [""]
