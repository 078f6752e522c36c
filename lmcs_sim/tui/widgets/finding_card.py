"""A finding as a card: the verdict in a word and a sign, whose duty, why, and the words it rests on."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message

from lmcs_sim.play.lookup import law_lines
from lmcs_sim.play.record import Data
from lmcs_sim.tui.widgets.prose import Line, Piece, lined, styled
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.interface import signed
from lmcs_sim.words.verdicts import PARTS, SIGNS, WORDS, holder_in_words

_TONES = {"met": "-kept", "taken-up": "-kept", "used": "-kept", "explained": "-explained", "observed": "-observed"}


class Cited(Line, can_focus=True):
    """A citation; a click, or Tab to it and Enter, opens the guidance at it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", said("finding.read-it"))]

    class Opened(Message):
        """The player asked to read a provision."""

        def __init__(self, provision: str) -> None:
            super().__init__()
            self.provision = provision

    def __init__(self, citation: Data, classes: str = "") -> None:
        """`citation` is a record of one; `classes` are those of what it belongs to."""
        where = f"{citation['source']}, {citation['pinpoint']}: "
        super().__init__((where, "bold"), f'"{citation["quote"]}"', classes=f"cited {classes}")
        self.provision = str(citation["provision"])

    def on_click(self, event: Click) -> None:
        """Opens the guidance reader there, unless text was drawn over."""
        event.stop()
        if event.chain == 1 and not self.screen.selections:
            self.action_open()

    def action_open(self) -> None:
        """Opens the guidance reader there."""
        self.post_message(self.Opened(self.provision))


class FindingCard(Line):
    """What one finding says, from its record; what it rests on stands under it."""

    def __init__(self, record: Data, classes: str = "") -> None:
        """`record` is what `finding_record` gives."""
        super().__init__(classes=f"card {_tone(record)} {classes}")
        self.record = record
        self.update(lined(_heading(record), *(styled(*pieces) for pieces in _says(record))))


def card_of(record: Data, *, whole: bool = False, classes: str = "") -> Iterator[Line]:
    """A finding's card and its sources; where `whole`, every citation, the law and all that has happened since."""
    yield FindingCard(record, classes)
    below = f"card -more {_tone(record)} {classes}"
    cited: list[Data] = record["citations"]  # type: ignore[assignment]
    since: list[Data] = record["since"]  # type: ignore[assignment]
    laws: list[Data] = record["rests_on"]  # type: ignore[assignment]
    differences: list[str] = record["differences"]  # type: ignore[assignment]
    for citation in cited if whole else cited[:1]:
        yield Cited(citation, below)
    lines = [*law_lines(laws)] if whole else []
    lines += [str(item["text"]) for item in (since if whole else since[:1])]
    lines += differences if whole else []
    if lines:
        yield Line("\n".join(lines), classes=f"since {below}")


def _tone(record: Data) -> str:
    return _TONES.get(str(record["verdict"]), "-against")


def _heading(record: Data) -> Content:
    verdict = str(record["verdict"])
    sign = (f"{SIGNS[verdict]} {WORDS[verdict]}", "bold reverse" if _tone(record) == "-against" else "bold")
    if "dimension" in record:
        by = signed(int(str(record["by"])))
        return styled(sign, "  ", said("finding.quality", dimension=record["dimension_title"], by=by))
    points = said("finding.duty", points=signed(int(str(record["points"]))))
    return styled(sign, f"  {record['title']}", (f"  {points}", "dim"))


def _says(record: Data) -> Iterator[tuple[Piece, ...]]:
    yield (str(record["text"]),)
    if "dimension" not in record:
        whose = (said("finding.whose"), "bold")
        part = (said("finding.part"), "bold")
        yield whose, f"{holder_in_words(str(record['holder']))}. ", part, f"{PARTS[str(record['your_part'])]}."
    tags: list[str] = record["tags"]  # type: ignore[assignment]
    if tags:
        yield (said("finding.trap"), "bold"), ", ".join(tags)
    yield (said("finding.because"), "bold"), " ".join(str(record["because"]).split())
    if str(record["verdict"]) not in ("met", "taken-up", "used"):
        yield (said("finding.instead"), "bold"), " ".join(str(record["instead"]).split())
