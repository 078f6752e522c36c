"""What every screen on an author's file shares: it watches the file, and says which text it shows."""

from textual import on
from textual.app import ComposeResult
from textual.events import Mount

from lmcs_sim.author.preview import Preview
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.prose import Prose

INTERVAL = 0.25
"""Seconds from one look at the file to the next. A save is read at the second look that finds it."""


class Watching(Page):
    """A screen that is shown anew when its file was saved. Only the screen on top looks."""

    preview: Preview
    _state_shown: object = None

    def compose(self) -> ComposeResult:
        """Which text is shown, above everything else."""
        yield Prose(id="notice")
        yield from super().compose()

    @on(Mount)
    def begin_watching(self) -> None:
        """Looks at the file from now on."""
        self._state_shown = self.state()
        self._say_which()
        self.set_interval(INTERVAL, self._watch)

    def on_screen_resume(self) -> None:
        """Shows what came about while another screen was on top."""
        self.call_later(self.catch_up)

    def _watch(self) -> None:
        # What a timer awaits would be cut off in its midst when the program closes.
        if self.app.screen is self and self.preview.look():
            self.call_later(self.catch_up)

    async def catch_up(self) -> None:
        """Shows everything anew where it is other than what was shown."""
        if self.app.screen is self and self._state_shown != self.state():
            self._state_shown = self.state()
            self._say_which()
            await self.show_anew()

    def state(self) -> object:
        """What is other when there is something else to show."""
        return self.preview.edition

    async def show_anew(self) -> None:
        """Shows what there is by now."""
        raise NotImplementedError

    def notice(self) -> str:
        """Which text is shown."""
        return self.preview.notice()

    def _say_which(self) -> None:
        notice = self.query_one("#notice", Prose)
        notice.say(self.notice())
        notice.set_class(not self.preview.troubled, "-fine")

    async def action_reload(self) -> None:
        """Reads the file and the rules again."""
        self.lmcs.authoring.reload(self.preview)
        await self.catch_up()
