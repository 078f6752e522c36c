"""A fault as a card, and all the faults of a preview in a panel beside it."""

from collections.abc import Iterable

from textual.containers import VerticalScroll

from lmcs_sim.author.preview import Preview
from lmcs_sim.faults import Fault
from lmcs_sim.tui.widgets.prose import Line, Prose
from lmcs_sim.words.catalogue import said

_SIGNS = {"error": "!!", "warning": "!", "note": "-"}


class FaultCard(Line):
    """Where it is, what is wrong, and how to mend it; how much it matters in a word and a sign."""

    def __init__(self, fault: Fault, file: str) -> None:
        """`file` is the one being looked at, which is not named again."""
        at = fault.place
        line = said("author.at", line=at.line, column=at.column) if at.line else said("author.whole-file")
        place = line if at.file == file else str(at)
        super().__init__(
            (f"{_SIGNS[fault.severity]} {said(f'watched.severity.{fault.severity}')} {fault.code}", "bold"),
            f"  {place}\n{fault.cause}\n",
            ("" if fault.severity == "note" else said("watched.mend"), "bold"),
            fault.cure,
            classes=f"card -{fault.severity}",
        )


def cards_of(preview: Preview) -> Iterable[FaultCard]:
    """A card for each fault of a preview, what matters most first."""
    return (FaultCard(fault, str(preview.path)) for fault in preview.faults)


class FaultPanel(VerticalScroll):
    """Which text is played, and what is wrong with the one saved."""

    def __init__(self, preview: Preview) -> None:
        """The panel is beside the scene where there is room."""
        super().__init__()
        self._preview = preview

    async def on_mount(self) -> None:
        """Shows the faults there are."""
        await self.show()

    async def show(self) -> None:
        """Shows the faults there are by now."""
        with self.app.batch_update():
            await self.remove_children()
            await self.mount(Prose(self._preview.notice(), classes="note"), *cards_of(self._preview))
