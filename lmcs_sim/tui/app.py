"""The application: its window, its colours, and what came of running it. The ways between screens are in `ways`."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding
from textual.events import DescendantFocus, Resize
from textual.filter import LineFilter
from textual.geometry import Size

from lmcs_sim.commands import shown_key
from lmcs_sim.desk import Desk
from lmcs_sim.settings.settings import THEMES
from lmcs_sim.tui.ascii import draw_again, filters_of
from lmcs_sim.tui.authoring import Authoring
from lmcs_sim.tui.keys import keymap
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.themes import put_on
from lmcs_sim.tui.ways import Ways
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.author.preview import Preview
    from lmcs_sim.toml.scenario_files import ScenarioFile

FLOOR = Size(40, 12)
"""The smallest window that everything fits in."""


def _palette() -> Any:
    from lmcs_sim.tui.palette import CommandsProvider

    return CommandsProvider


class LmcsApp(Ways, App[int]):
    """Holds the desk; screens are loaded as they are needed."""

    TITLE = "lmcs-sim"
    CSS_PATH = "lmcs.tcss"
    COMMANDS: ClassVar[set[Any]] = {_palette}
    COMMAND_PALETTE_BINDING = "ctrl+backslash"  # Ours is in the table of commands.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        desk: Desk,
        scenario: "ScenarioFile | None" = None,
        seed: int | None = None,
        anew: bool = False,
        preview: "Preview | None" = None,
        review: bool = False,
    ) -> None:
        """`scenario` opens at its briefing, `preview` at its scene, `review` at a card; without any, at home."""
        super().__init__(ansi_color=bool(os.environ.get("NO_COLOR")))
        self.animation_level = "none"
        self.desk = desk
        self._opening = (scenario, seed, anew)
        self._review = review
        self.authoring = Authoring(self, preview)
        if not self.ansi_color:
            put_on(self, desk.settings.theme)
        self.set_keymap(keymap(desk.settings.keys))

    def on_mount(self) -> None:
        """Home lies under everything."""
        self.push_screen(HomeScreen())
        scenario, seed, anew = self._opening
        if scenario is not None:
            self.open_briefing(scenario, seed, anew)
        if self._review:
            self.open_review()
        self.authoring.begin()
        self._keep_floor(self.size)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keeps the cursor of what is written in from blinking."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def on_resize(self, event: Resize) -> None:
        """Says so where the window has become too small, and goes on where it has room again."""
        if len(self.screen_stack) > 1:
            self._keep_floor(event.size)

    def _keep_floor(self, size: Size) -> None:
        from lmcs_sim.tui.screens.floor import FloorScreen

        small = size.width < FLOOR.width or size.height < FLOOR.height
        if small and not isinstance(self.screen, FloorScreen):
            self.push_screen(FloorScreen())
        elif not small and isinstance(self.screen, FloorScreen):
            self.pop_screen()

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names printed on them."""
        return shown_key(binding.key)

    def action_help_quit(self) -> None:
        """Leaves on ctrl+c too; everything decided is already kept."""
        self.exit(0)

    def next_theme(self) -> None:
        """Shows everything in the next colours, and keeps them."""
        self.show_theme(THEMES[(THEMES.index(self.desk.settings.theme) + 1) % len(THEMES)])

    def show_theme(self, name: str) -> None:
        """Shows everything in the colours of a theme, and keeps them. Without colours, it says that there are none."""
        if self.ansi_color:
            self.notify(said("theme.none"), markup=False)
        elif self.change_settings(theme=name):
            put_on(self, name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draws with ASCII alone where that is wanted."""
        return filters_of(super().get_line_filters(), self.desk.settings.ascii)

    def change_settings(self, **changes: Any) -> bool:
        """Changes settings and keeps them; whether that could be done. What keeps it from being done is told."""
        from lmcs_sim.faults import LmcsError

        try:
            self.desk.change(**changes)
        except LmcsError as error:
            self.notify(str(error), severity="error", timeout=30, markup=False)
            return False
        if "ascii" in changes:
            draw_again(self)
        return True

    def _fatal_error(self) -> None:
        # Textual would print its traceback here. `run_app` raises what went wrong once the terminal is itself again.
        self._close_messages_no_wait()


def run_app(
    desk: Desk,
    *,
    scenario: "ScenarioFile | None" = None,
    seed: int | None = None,
    anew: bool = False,
    preview: "Preview | None" = None,
    review: bool = False,
) -> int:
    """Runs the terminal and gives the exit code. Raises, once it is closed, what went wrong in it."""
    app = LmcsApp(desk, scenario, seed, anew, preview, review)
    code = app.run()
    if app._exception is not None:
        raise app._exception
    return code or 0
