"""Text from packs, shown as written: no markup in it is obeyed, no escape reaches the terminal."""

from textual.content import Content
from textual.widgets import Static

from lmcs_sim.words.safe import harmless


def flowing(text: str) -> str:
    """A text whose lines flow with the window, its paragraphs kept apart."""
    blocks = text.strip().split("\n\n")
    return "\n\n".join(" ".join(harmless(block).split()) for block in blocks)


Piece = tuple[str, str] | str
"""Text, plain or with a style."""


def styled(*parts: Piece) -> Content:
    """Harmless text in pieces, each plain or with a style."""
    return Content.assemble(
        *(harmless(part) if isinstance(part, str) else (harmless(part[0]), part[1]) for part in parts)
    )


def lined(*lines: Content, apart: bool = False) -> Content:
    """Lines one under the other; `apart`, with an empty one between."""
    return Content("\n\n" if apart else "\n").join(lines)


class Prose(Static):
    """A flowing text."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        """The text is shown as written."""
        super().__init__(Content(flowing(text)), id=id, classes=classes, markup=False)

    def say(self, text: str) -> None:
        """Shows another text."""
        self.update(Content(flowing(text)))


class Line(Static):
    """Pieces of text with styles, in one block."""

    def __init__(self, *parts: Piece, id: str | None = None, classes: str | None = None) -> None:
        """Each piece is plain, or a pair of text and style."""
        super().__init__(styled(*parts), id=id, classes=classes, markup=False)

    def say(self, *parts: Piece) -> None:
        """Shows other pieces."""
        self.update(styled(*parts))
