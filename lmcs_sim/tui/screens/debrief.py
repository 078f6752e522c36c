"""The debrief: the account at the end, filled in with what is proved of the scenario once that is known."""

from collections.abc import Callable
from functools import cached_property

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button

from lmcs_sim.author.proving import Proving
from lmcs_sim.commands import DEBRIEF
from lmcs_sim.faults import LmcsError
from lmcs_sim.pages.account import Account, account_of
from lmcs_sim.play.debrief_told import suggestion_line
from lmcs_sim.play.play import Playing
from lmcs_sim.play.suggestion import Suggestion
from lmcs_sim.store.attained import keep, kept
from lmcs_sim.store.place import folder_beside
from lmcs_sim.store.session import Session
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.played import PlayedPage
from lmcs_sim.tui.widgets.account import blocks, fill, summary
from lmcs_sim.tui.widgets.finding_card import Cited
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.tui.widgets.sheet import Sheet
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import HEADINGS, exported_line

LOOK = 0.3
"""Seconds between looks at a proof that is being worked out."""

PAUSE = 0.05
"""Seconds from the beginning to what follows it. What was made meanwhile would keep it from the terminal."""

FILLED = ("summary", "duty", "mattered", "themes", "beside")
"""The blocks that may grow when something is proved."""


class DebriefScreen(PlayedPage):
    """The account of a play that has ended. How it ended is painted first, and the rest once that stands there."""

    NAME = DEBRIEF
    BINDINGS = bindings_on(DEBRIEF)

    def __init__(self, session: Playing) -> None:
        """`session` has reached its ending."""
        super().__init__()
        self.session = session
        self.attainable = kept(session.play.log, session.play.game)
        self.telling: object = None
        """Something, while not everything has been told that Enter would go on from."""
        self._proving: Proving | None = None

    def compose(self) -> ComposeResult:
        """How it ended, which is painted before everything else."""
        title = flowing(self.session.play.game.scenario.title)
        yield Line((said("place.debrief"), "bold"), f"  {title}", id="title")
        exported = Line(id="exported")
        exported.display = False
        yield exported
        with Sheet(id="page"):
            yield Line(id="summary")
            yield Prose(id="closing", classes="story")
        yield KeyLine()

    def on_mount(self) -> None:
        """The text is ready for scrolling."""
        self._page.focus()
        self.telling = object()
        self._tell_ending()
        self.once_painted(lambda: self.set_timer(PAUSE, self._tell_rest))

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    @property
    def _account(self) -> Account:
        return account_of(self.session.play, self.attainable)

    @property
    def _working_out(self) -> bool:
        """Whether what can be attained will be known later."""
        failed = self._proving is not None and self._proving.fault is not None
        return self.attainable is None and not self.session.play.log.carried and not failed

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to play next; nothing after a play that is only tried."""
        return self.lmcs.desk.suggestions() if isinstance(self.session, Session) else ()

    def _tell_ending(self) -> None:
        ending = self.session.play.ending
        self.query_one("#summary", Line).update(summary(self._account, self._working_out))
        self.query_one("#closing", Prose).say("" if ending is None else ending.text)

    async def _tell_rest(self) -> None:
        page, account = self._page, self._account
        with self.app.batch_update():
            rest = [*blocks(account, self.session.play.game.book), *self._end(account)]
            for block in rest:
                block.add_class("after")
            await page.mount_all(rest)
            fill(page, account, self._working_out)
        self.telling = None
        self._prove()

    def _end(self, account: Account) -> list[Widget]:
        """What to play next, what all this is, and the buttons."""
        found: list[Widget] = []
        if self.suggestions:
            found.append(Line((HEADINGS["next"], "bold"), classes="section"))
            found += [Line(suggestion_line(item)) for item in self.suggestions]
        found.append(Line("\n".join(account.note), classes="story since"))
        return [*found, *self.buttons()]

    def buttons(self) -> list[Widget]:
        """What can be gone on to; Enter does what the first does."""
        library = Forward(said("command.library.label"), id="library")
        return [Forward(said("account.next"), id="next"), library] if self.suggestions else [library]

    def _prove(self) -> None:
        """Works out what can be attained, unless it is kept."""
        if self._working_out:
            self._proving = Proving(self.session.play.game)
            self._proving.start()
            self._looking = self.set_interval(LOOK, self._look_at_proof)

    def on_unmount(self) -> None:
        """What is not wanted any more is not worked out."""
        self._give_up()

    def _give_up(self) -> None:
        if self._proving is not None:
            self._looking.stop()
            self._proving.leave()
            self._proving = None

    def _look_at_proof(self) -> None:
        """Tells what can be attained once it is proved; the debrief is read meanwhile."""
        assert self._proving is not None
        if self._proving.proof is None and self._proving.fault is None:
            return
        self._looking.stop()
        play = self.session.play
        if self._proving.proof is not None:
            self.attainable = keep(play.log, play.game, self._proving.proof)
        stay = self._staying()
        with self.app.batch_update():
            self._tell_ending()
            fill(self._page, self._account, self._working_out)
        self.call_after_refresh(stay)

    def _staying(self) -> Callable[[], None]:
        """What puts the page back, once blocks have grown, so that what is being read stands where it stood."""
        page = self._page
        top = page.scroll_offset.y
        in_sight = (block for block in page.displayed_children if block.virtual_region.bottom > top)
        read = next((block for block in in_sight if block.id not in FILLED), None)
        if not top or read is None:
            return lambda: None
        below = read.virtual_region.y - top
        return lambda: page.scroll_to(y=read.virtual_region.y - below, animate=False)

    async def tell_again(self) -> None:
        """Gives the account once more, as the play has it."""
        self._give_up()
        self.telling = object()
        self.attainable = kept(self.session.play.log, self.session.play.game)
        with self.app.batch_update():
            self._tell_ending()
            await self._page.remove_children(".after")
            await self._tell_rest()

    def on_cited_opened(self, event: Cited.Opened) -> None:
        """Opens the guidance at a citation that was clicked."""
        self.lmcs.open_guidance(event.provision)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A button at the end."""
        if event.button.id == "library":
            self.action_library()
        else:
            self.onward()

    def action_go_on(self) -> None:
        """Reads on; at the end, does what the first button does."""
        if self.telling is None and not self.read_on():
            self.onward()

    def onward(self) -> None:
        """Opens what to play next; the library, where there is nothing."""
        if self.suggestions:
            self.action_next()
        else:
            self.action_library()

    def action_export(self) -> None:
        """Writes the account as files beside the plays that are kept, and says where, or why not."""
        from lmcs_sim.pages.export import export_debrief

        try:
            paths = export_debrief(folder_beside(), self.session.play, self.attainable, self.suggestions)
            told = exported_line(paths)
        except LmcsError as error:
            told = str(error)
        exported = self.query_one("#exported", Line)
        exported.say(told)
        exported.display = True

    def action_undo(self) -> None:
        """Takes the last decision back and returns to its scene."""
        self.session.undo()
        self.lmcs.go_to_play(self.session)
