"""A page with a list in which words may be looked for."""

from textual.app import ComposeResult
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, flowing, styled
from lmcs_sim.words.catalogue import said


class ListPage(Page):
    """A title, a line of how things stand, a search line where it is wanted, and the list."""

    SEARCH = ""
    """What the search line is for, by the name of its sentence."""

    def compose(self) -> ComposeResult:
        """The list is filled when the page is mounted, and whenever it comes to the front again."""
        yield Line((said(f"place.{self.NAME}"), "bold"), id="title")
        yield Line(id="state")
        search = Input(placeholder=said(self.SEARCH) if self.SEARCH else "", id="search", compact=True)
        search.display = False
        yield search
        yield OptionList(id="entries")
        yield KeyLine()

    def on_mount(self) -> None:
        """The list is ready for keys."""
        self.query_one("#entries").focus()

    def options(self) -> list[Option]:
        """What the list holds."""
        raise NotImplementedError

    def state(self) -> str:
        """How things stand, in a line; nothing where there is nothing to say."""
        return ""

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.query_one("#search", Input).value

    @property
    def pointed(self) -> str | None:
        """The id of what is pointed at."""
        entries = self.query_one("#entries", OptionList)
        return None if entries.highlighted is None else entries.get_option_at_index(entries.highlighted).id

    def show_list(self) -> None:
        """Fills the list, pointing at what was pointed at, or at what has come into its place."""
        entries = self.query_one("#entries", OptionList)
        name, at = self.pointed, entries.highlighted or 0
        options = self.options()
        entries.clear_options()
        entries.add_options(options)
        places = [place for place, option in enumerate(options) if not option.disabled]
        same = [place for place in places if name is not None and options[place].id == name]
        after = [place for place in places if place >= at]
        entries.highlighted = next(iter(same or after or places[::-1]), None)
        self.tell(self.state())
        self.refresh_bindings()

    def tell(self, line: str) -> None:
        """Says something above the list."""
        state = self.query_one("#state", Line)
        state.say(flowing(line))
        state.display = bool(line)

    def action_search(self) -> None:
        """Opens the search line."""
        search = self.query_one("#search")
        search.display = True
        # At once: whoever types fast would give commands with the first letters.
        self.set_focus(search)

    def on_input_changed(self) -> None:
        """Lists what has all the words."""
        self.show_list()

    def on_input_submitted(self) -> None:
        """Goes to the list."""
        self.query_one("#entries").focus()

    def action_back(self) -> None:
        """Closes the search line; where it is closed, goes back one screen."""
        search = self.query_one("#search", Input)
        if not search.display:
            super().action_back()
            return
        search.display = False
        search.value = ""
        self.query_one("#entries").focus()


def entry(name: str, *parts: tuple[str, str] | str, disabled: bool = False) -> Option:
    """An entry of a list, of pieces of text each plain or with a style."""
    return Option(styled(*parts), id=name or None, disabled=disabled)
