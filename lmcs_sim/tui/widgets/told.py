"""Lines as every face says them, each opened by a word, which is bold here."""

from collections.abc import Iterable

from textual.content import Content

from lmcs_sim.tui.widgets.prose import Line, flowing, lined, styled


class Told(Line):
    """A block of such lines; among them may be others, which are shown as they are made."""

    def __init__(self, lines: Iterable[str | Content], *, id: str | None = None, classes: str = "") -> None:
        """The text of each line flows with the window."""
        super().__init__(id=id, classes=classes)
        self.tell(lines)

    def tell(self, lines: Iterable[str | Content]) -> None:
        """Shows other lines."""
        self.update(lined(*(opened(line) if isinstance(line, str) else line for line in lines)))


def opened(line: str) -> Content:
    """A line with the word that opens it in bold; one without such a word as it is."""
    opening, sign, rest = line.partition(": ")
    return styled((f"{opening}: ", "bold"), flowing(rest)) if sign else styled(flowing(line))
