"""A finding as a card: the verdict in a word and a sign, whose duty, why, and the words it rests on."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message

from lmcs_sim.play.lookup import law_lines
from lmcs_sim.play.record import Data
from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.words.interface import signed
from lmcs_sim.words.verdicts import PARTS, SIGNS, WORDS, holder_in_words

_TONES = {"met": "-kept", "taken-up": "-kept", "used": "-kept", "explained": "-explained", "observed": "-observed"}


class Cited(Line, can_focus=True):
    """A citation; a click, or Tab to it and Enter, opens the guidance at it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "Read it")]

    class Opened(Message):
        """The player asked to read a provision."""

        def __init__(self, provision: str) -> None:
            super().__init__()
            self.provision = provision

    def __init__(self, citation: Data) -> None:
        """`citation` is a record of one."""
        where = f"{citation['source']}, {citation['pinpoint']}: "
        super().__init__((where, "bold"), f'"{citation["quote"]}"', classes="cited")
        self.provision = str(citation["provision"])

    def on_click(self, event: Click) -> None:
        """Opens the guidance reader there."""
        event.stop()
        if event.chain == 1:
            self.action_open()

    def action_open(self) -> None:
        """Opens the guidance reader there."""
        self.post_message(self.Opened(self.provision))


class FindingCard(Vertical):
    """One finding, from its record. `whole` adds every citation, the law and all that has happened since."""

    def __init__(self, record: Data, *, whole: bool = False) -> None:
        """`record` is what `finding_record` gives."""
        super().__init__(classes=f"card {_TONES.get(str(record['verdict']), '-against')}")
        self.record = record
        self.whole = whole

    def compose(self) -> ComposeResult:
        """The lines of the card, the verdict first."""
        record = self.record
        yield Line(*self._heading())
        yield Line(str(record["text"]))
        if "dimension" not in record:
            part = PARTS[str(record["your_part"])]
            yield Line(
                ("Whose duty: ", "bold"),
                f"{holder_in_words(str(record['holder']))}. ",
                ("Your part: ", "bold"),
                f"{part}.",
            )
        tags: list[str] = record["tags"]  # type: ignore[assignment]
        if tags:
            yield Line(("Trap: ", "bold"), ", ".join(tags))
        yield Line(("Because: ", "bold"), " ".join(str(record["because"]).split()))
        if str(record["verdict"]) not in ("met", "taken-up", "used"):
            yield Line(("Instead: ", "bold"), " ".join(str(record["instead"]).split()))
        yield from self._sources()

    def _heading(self) -> Iterator[tuple[str, str] | str]:
        record = self.record
        verdict = str(record["verdict"])
        yield (f"{SIGNS[verdict]} {WORDS[verdict]}", "bold reverse" if self.has_class("-against") else "bold")
        if "dimension" in record:
            yield f"  quality, not duty: {record['dimension']} {signed(int(str(record['by'])))}"
            return
        yield f"  {record['title']}"
        yield (f"  {signed(int(str(record['points'])))} duty", "dim")

    def _sources(self) -> ComposeResult:
        record = self.record
        cited: list[Data] = record["citations"]  # type: ignore[assignment]
        since: list[Data] = record["since"]  # type: ignore[assignment]
        laws: list[Data] = record["rests_on"]  # type: ignore[assignment]
        for citation in cited if self.whole else cited[:1]:
            yield Cited(citation)
        if self.whole:
            for line in law_lines(laws):
                yield Line(line, classes="since")
        for item in since if self.whole else since[:1]:
            yield Line(str(item["text"]), classes="since")
        differences: list[str] = record["differences"]  # type: ignore[assignment]
        for said in differences if self.whole else ():
            yield Line(said, classes="since")
