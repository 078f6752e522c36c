"""The guidance reader: every provision, found by word, with its place, its words and what has happened since."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import GUIDANCE
from lmcs_sim.play.lookup import matching, provision_lines
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, styled
from lmcs_sim.words.catalogue import said


class ProvisionList(OptionList):
    """Keeps what is highlighted in sight, however the window is laid out."""

    def on_resize(self) -> None:
        """Its lines are known only after this."""
        self.call_after_refresh(self.scroll_to_highlight)


class GuidanceScreen(Page):
    """A search line, the provisions that have its words, and the one that is highlighted."""

    NAME = GUIDANCE
    BINDINGS = bindings_on(GUIDANCE)

    def __init__(self, book: Rulebook, provision: str | None, played_in: Mapping[str, Sequence[str]]) -> None:
        """`provision` is the one to open at; the first where it is None. `played_in` names each one's scenarios."""
        super().__init__()
        self._book = book
        self._played_in = played_in
        self._opened_at = provision

    def compose(self) -> ComposeResult:
        """Search, list, detail."""
        yield Line((said("place.guidance"), "bold"), f"  {said('reader.licence')}", id="title")
        yield Input(placeholder=said("reader.search"), id="search", compact=True)
        with Container(id="shelf"):
            yield ProvisionList(id="provisions", compact=True)
            yield VerticalScroll(id="detail")
        yield KeyLine()

    def on_mount(self) -> None:
        """Opens at the provision that was asked for."""
        self._list("")
        provisions = self.query_one("#provisions", OptionList)
        if self._opened_at is not None:
            provisions.highlighted = provisions.get_option_index(self._opened_at)
        provisions.focus()

    def _list(self, words: str) -> None:
        provisions = self.query_one("#provisions", OptionList)
        provisions.clear_options()
        found = [
            Option(styled((f"{source.short.split(',')[0]}, {item.pinpoint}: ", "bold"), item.gist), id=item.id)
            for item in matching(words, self._book)
            for source in (self._book.guidance.source_of(item),)
        ]
        provisions.add_options(found)
        if found:
            provisions.highlighted = 0
        else:
            self.call_later(self._detail, [Line(said("reader.none"))])

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the provision that is highlighted."""
        lines = []
        name = str(event.option_id)
        for line in provision_lines(name, self._book, self._played_in.get(name, ())):
            opening, _, rest = line.partition(": ")
            lines.append(Line((f"{opening}: ", "bold"), rest))
        await self._detail(lines)

    async def _detail(self, lines: list[Line]) -> None:
        detail = self.query_one("#detail")
        with self.app.batch_update():
            await detail.remove_children()
            await detail.mount_all(lines)
        detail.scroll_home(animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Lists the provisions that have all the words."""
        self._list(event.value)

    def on_input_submitted(self) -> None:
        """Goes to the list."""
        self.query_one("#provisions").focus()

    def action_guidance(self) -> None:
        """Goes to the list."""
        self.query_one("#provisions").focus()

    def action_search(self) -> None:
        """Goes to the search line."""
        self.query_one("#search").focus()

    def on_option_list_option_selected(self) -> None:
        """Goes to the detail, to scroll in it."""
        self.query_one("#detail").focus()
