"""What every screen shares: help, going back, leaving, and no markup in titles."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import OptionList

from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.tui.app import LmcsApp


class Page(Screen[None]):
    """A screen of ours. `NAME` is what the table of commands calls it."""

    NAME = ""
    BLANK = True
    """There is nothing to draw beneath its widgets."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "app.simulate_key('down')", show=False),
        Binding("k", "app.simulate_key('up')", show=False),
    ]

    @property
    def places(self) -> tuple[str, ...]:
        """What the table of commands calls this screen."""
        return (self.NAME,)

    @property
    def lmcs(self) -> "LmcsApp":
        """The application."""
        return cast("LmcsApp", self.app)

    def action_help(self) -> None:
        """Shows the keys of this screen."""
        from lmcs_sim.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(*self.places))

    def action_palette(self) -> None:
        """Opens the palette."""
        from textual.command import CommandPalette

        if not CommandPalette.is_open(self.app):
            self.app.push_screen(CommandPalette(placeholder=said("palette.search"), id="--command-palette"))

    def action_theme(self) -> None:
        """Shows everything in the next colours."""
        self.lmcs.next_theme()

    def action_copy(self) -> None:
        """Copies the text of this screen, in sight or not."""
        from lmcs_sim.tui.copying import screen_text

        self.app.copy_to_clipboard(screen_text(self))
        self.notify(said("copy.done"), markup=False)

    def action_again(self) -> None:
        """Goes back to the beginning of what is shown."""
        for page in self.query("#page, #entries"):
            page.scroll_home(animate=False)
            if isinstance(page, OptionList):
                page.action_first()

    def once_painted(self, call: Callable[[], object]) -> None:
        """Calls when this screen has been painted with what it holds by then."""
        # While the application mounts, nothing is painted, and `call_after_refresh` alone would call at once.
        self.app.call_later(self.call_after_refresh, call)

    def read_on(self) -> bool:
        """Reads on by a page; whether there was more to read."""
        page = self.query_one("#page")
        more = page.scroll_offset.y < page.max_scroll_y
        if more:
            page.scroll_page_down(animate=False)
        return more

    def action_back(self) -> None:
        """Goes back one screen."""
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def action_guidance(self) -> None:
        """Opens the guidance reader."""
        self.lmcs.open_guidance(None)

    def action_library(self) -> None:
        """Opens the library."""
        self.lmcs.open_library()

    def action_next(self) -> None:
        """Opens the scenario to play next."""
        self.lmcs.open_next()

    def action_progress(self) -> None:
        """Opens the progress."""
        self.lmcs.open_progress()

    def action_review(self) -> None:
        """Opens today's cards."""
        self.lmcs.open_review()

    def action_notes(self) -> None:
        """Opens the notes."""
        self.lmcs.open_notes()

    def action_quit(self) -> None:
        """Leaves; everything decided is already kept."""
        self.app.exit(0)
