"""What followed: first the story and what changed, then the judgement, and "why?" where the scenario asks it."""

from collections.abc import Iterator
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.await_remove import AwaitRemove
from textual.content import Content
from textual.events import ScreenResume
from textual.widget import Widget
from textual.widgets import Static

from lmcs_sim.commands import RESULT
from lmcs_sim.play.consequence import Step
from lmcs_sim.play.play import Playing
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.parts import JUDGEMENT, PARTS, QUESTION, STORY
from lmcs_sim.tui.screens.reasons import ReasonsPage
from lmcs_sim.tui.widgets.finding_card import Cited
from lmcs_sim.tui.widgets.followed import judgement_of, story_of
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.tui.widgets.sheet import Sheet

PAUSE = 0.05
"""Seconds from the story to what follows it. What was made meanwhile would keep the story from the terminal."""


class ResultScreen(ReasonsPage):
    """The consequences of the last step. Enter reads on, and goes on once all has been shown.

    The story is painted first, and what else there is once that stands there. One screen tells one result after
    another: a new one takes much longer to open.
    """

    NAME = RESULT
    BINDINGS = bindings_on(RESULT)

    def __init__(self, session: Playing, scene: str) -> None:
        """`scene` is the one the step was taken in."""
        super().__init__(classes="-result")
        self.session = session
        self.scene = scene
        self._colours: object = None

    def compose(self) -> ComposeResult:
        """The beginning of the story, before which everything else of the last result is taken away."""
        yield Line(id="title")
        with Sheet(id="page"):
            yield Static(id="story", classes="told", markup=False)
            yield Forward("", id="go-on")
        yield KeyLine()

    def on_mount(self) -> None:
        """Tells it."""
        self._begin()

    @on(ScreenResume)
    def stay_styled(self, event: ScreenResume) -> None:
        """Its widgets look as they did, unless the colours are others: to look at each takes two milliseconds."""
        colours = self.app.theme, self.app.ansi_color
        event.refresh_styles = colours != self._colours
        self._colours = colours

    def tell(self, session: Playing, scene: str) -> None:
        """Tells the last step of a play, taken in a scene, in place of what was told before."""
        self.session, self.scene = session, scene
        if self.is_mounted:
            self._begin()

    def _begin(self) -> None:
        self.whole, self.given, self.parts = False, "", (STORY,)
        page = self.query_one("#page")
        self._clear()
        self.show_part(STORY)
        page.set_scroll(0, 0)
        self.set_focus(page)
        rest = self._start()
        self.query_one(Forward).display = False
        self.telling = telling = object()
        self.once_painted(lambda: self.set_timer(PAUSE, partial(self._go_on_telling, telling, rest)))

    def _clear(self) -> AwaitRemove:
        return self.query_one("#page").remove_children(".after")

    def _start(self) -> Iterator[Widget]:
        """Tells the beginning of the story, up to its first citation. What follows it is made when it is wanted."""
        told = story_of(self.session.play, self._step, self.scene, self.whole)
        beginning = next(told)
        assert isinstance(beginning, Content)
        self.query_one("#story", Static).update(beginning)
        return self._rest(told)

    async def _go_on_telling(self, telling: object, rest: Iterator[Widget]) -> None:
        if self.telling is telling:
            with self.app.batch_update():
                blocks = list(rest)
                await self.query_one("#page").mount_all(blocks, before="#go-on")
                self.query_one(Forward).display = True
                self.parts = tuple(part for part in PARTS if part == STORY or any(b.has_class(part) for b in blocks))
                self.show_part(self.part)
                self.say_label()
                self.refresh_bindings()
            self.once_all_is_painted(telling)
            if self.session.play.ended:
                self.set_timer(PAUSE, _load_what_comes_next)

    def _rest(self, told: Iterator[Content | Cited]) -> Iterator[Widget]:
        for part in told:
            widget = Static(part, classes="told", markup=False) if isinstance(part, Content) else part
            widget.add_class("after")
            yield widget
        for judged in judgement_of(self.session.play, self._step, self.whole):
            judged.add_class("after", JUDGEMENT)
            yield judged
        for asked in self.asked():
            asked.add_class("after", QUESTION)
            yield asked

    @property
    def _step(self) -> Step:
        step = self.session.play.last_step
        assert step is not None
        return step

    def on_cited_opened(self, event: Cited.Opened) -> None:
        """Opens the guidance at a citation that was clicked."""
        self.lmcs.open_guidance(event.provision)

    def action_guidance(self) -> None:
        """Opens the guidance at the first finding's governing provision."""
        self.lmcs.open_guidance(next((finding.cites[0] for finding in self._step.findings), None))

    async def action_why(self) -> None:
        """Shows the whole of each finding, or only its beginning again."""
        self.whole = not self.whole
        self.part = JUDGEMENT if self.whole or self.part == JUDGEMENT else STORY
        await self.tell_again()

    async def tell_again(self) -> None:
        """Tells it all once more, as the play has it."""
        self.telling = telling = object()
        with self.app.batch_update():
            await self._clear()
            await self._go_on_telling(telling, self._start())

    def moment(self) -> tuple[int, str]:
        """The last step, and the scene that it was taken in."""
        return len(self.session.play.log.steps), self.scene

    def action_undo(self) -> None:
        """Takes the step back and returns to the scene."""
        self.session.undo()
        self.dismiss(None)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Closes, and takes away what was told, so that the next result need not."""
        self.telling = None
        self._clear()
        return super().dismiss(result)


def _load_what_comes_next() -> None:
    """While the ending is read, loads what gives the account of the play."""
    import lmcs_sim.tui.screens.debrief  # noqa: F401
