"""Text in lines: wrapped, with nothing in it that a terminal would obey, appended at once."""

import sys
from collections.abc import Iterable, Iterator
from textwrap import wrap

from lmcs_sim.words.safe import harmless

WIDTH = 72


def paragraphs(text: str, opening: str = "") -> Iterator[str]:
    """A text wrapped to 72 characters, its blank lines kept, after an opening word."""
    for number, block in enumerate(text.strip().split("\n\n")):
        if number:
            yield ""
        start = f"{opening}: " if opening and not number else ""
        yield from wrapped(start + " ".join(harmless(block).split())) or [start.rstrip()]


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """A text in lines; an id is never broken, so that it can be read out and copied."""
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def tell(lines: Iterable[str]) -> None:
    """Appends lines, at once."""
    for line in lines:
        print(line)
    sys.stdout.flush()
