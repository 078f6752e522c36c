"""The tour: a few cards over the screen, one after the other. It can be left at any card."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from lmcs_sim.commands import TOUR
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.prose import Line, Prose
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.tour import CARDS


class TourScreen(Page, ModalScreen[None]):
    """Enter shows the next card, and closes the last; Esc leaves it out."""

    NAME = TOUR
    BINDINGS = bindings_on(TOUR)
    _at = 0

    def compose(self) -> ComposeResult:
        """One card."""
        with VerticalScroll(classes="box", id="page"):
            yield Line(id="card-title")
            yield Prose(id="card")
            yield Forward(said("tour.next"), id="go-on")
            yield Line(said("tour.skip"), classes="since")

    def on_mount(self) -> None:
        """The first card."""
        self.query_one("#page").focus()
        self._show()

    def _show(self) -> None:
        name = CARDS[self._at]
        self.query_one("#card-title", Line).say(
            (said(f"tour.{name}.title"), "bold"), f"  {said('tour.number', number=self._at + 1, of=len(CARDS))}"
        )
        self.query_one("#card", Prose).say(said(f"tour.{name}.text"))
        last = self._at == len(CARDS) - 1
        self.query_one(Forward).label = said("tour.close" if last else "tour.next")

    def action_go_on(self) -> None:
        """Reads on; at the end of a card, the next one; after the last, closes."""
        if not self.read_on():
            self.on_button_pressed()

    def on_button_pressed(self) -> None:
        """The next card; after the last, closes."""
        if self._at + 1 == len(CARDS):
            self.dismiss(None)
            return
        self._at += 1
        self._show()
        self.query_one("#page").scroll_home(animate=False)

    def action_back(self) -> None:
        """Leaves the rest out."""
        self.dismiss(None)
