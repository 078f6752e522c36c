"""What followed: first the story, then what changed, then the judgement with its citations."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from lmcs_sim.commands import RESULT
from lmcs_sim.play.consequence import Consequence, Happened, Moved, Step
from lmcs_sim.play.play import Playing
from lmcs_sim.play.record import Data, consequence_record
from lmcs_sim.play.why import near_miss_line, near_misses_of, reason_lines, reasons_of
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.finding_card import Cited, FindingCard
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose


class ResultScreen(Page):
    """The consequences of the last step. Enter reads on, and goes on once all has been shown."""

    NAME = RESULT
    BINDINGS = bindings_on(RESULT)

    def __init__(self, session: Playing, scene: str) -> None:
        """`scene` is the one the step was taken in."""
        super().__init__()
        self.session = session
        self.scene = scene
        self._whole = False

    def compose(self) -> ComposeResult:
        """The story, then each consequence."""
        yield Line(("What followed", "bold"), id="title")
        yield VerticalScroll(*self._told(), id="page")
        yield KeyLine()

    def on_mount(self) -> None:
        """The text is ready for scrolling."""
        self.query_one("#page").focus()

    def _told(self) -> Iterator[Widget]:
        play = self.session.play
        step = play.last_step
        assert step is not None
        yield Prose(play.game.scenario.scenes[self.scene].step(step.id).says, classes="story")
        for item in step.story:
            yield from self._happening(item)
        yield from self._judged(step)
        if step.ending is not None:
            yield Line((step.ending.title, "bold"), classes="ending")
            yield Prose(step.ending.text)
        yield Forward("Go on", id="go-on")

    def _judged(self, step: Step) -> Iterator[Widget]:
        """A card for each finding; in full, with the reasoning behind it and the rules that came near."""
        if not self._whole:
            yield from (FindingCard(self._record(item)) for item in step.findings)
            return
        play = self.session.play
        for reasons in reasons_of(play):
            yield FindingCard(self._record(reasons.finding), whole=True)
            yield from (_opened(line) for line in reason_lines(reasons))
        for act, miss in near_misses_of(play):
            yield _opened(near_miss_line(act, miss, play.game.book.vocabulary))

    def _happening(self, item: Consequence) -> Iterator[Widget]:
        record = self._record(item)
        if isinstance(item, Happened):
            yield Line((f"Later, {record['when']}", "bold"), classes="later")
            yield Prose(str(record["text"]))
            if "luck" in record:
                yield Line(("Luck: ", "bold"), str(record["luck"]), classes="since")
        elif isinstance(item, Moved):
            yield Line(("Measure: ", "bold"), str(record["text"]), classes="fact")
            cited: list[Data] = record["citations"]  # type: ignore[assignment]
            yield from (Cited(citation) for citation in cited[: None if self._whole else 1])
            if item.move.story:
                yield Line("The story moves it; nothing is cited.", classes="since")
        else:
            opening, _, said = str(record["text"]).partition(": ")
            yield Line((f"{opening}: ", "bold"), said, classes="fact")

    def _record(self, item: Consequence) -> Data:
        return consequence_record(item, self.session.play.game.book)

    def action_go_on(self) -> None:
        """Reads on; at the end, goes on with the play."""
        if not self.read_on():
            self.dismiss(None)

    def on_button_pressed(self) -> None:
        """The button goes on at once: it stands at the end."""
        self.dismiss(None)

    def on_cited_opened(self, event: Cited.Opened) -> None:
        """Opens the guidance at a citation that was clicked."""
        self.lmcs.open_guidance(event.provision)

    def action_guidance(self) -> None:
        """Opens the guidance at the first finding's governing provision."""
        card = next(iter(self.query(FindingCard)), None)
        cited: list[Data] = [] if card is None else card.record["citations"]  # type: ignore[assignment]
        self.lmcs.open_guidance(str(cited[0]["provision"]) if cited else None)

    async def action_why(self) -> None:
        """Shows the whole of each finding, or only its beginning again."""
        self._whole = not self._whole
        await self.tell_again()
        title = "What followed, and why in full" if self._whole else "What followed"
        self.query_one("#title", Line).update(Content(title))

    async def tell_again(self) -> None:
        """Tells it all once more, as the play has it."""
        page = self.query_one("#page")
        with self.app.batch_update():
            await page.remove_children()
            await page.mount_all(list(self._told()))

    def action_undo(self) -> None:
        """Takes the step back and returns to the scene."""
        self.session.undo()
        self.dismiss(None)


def _opened(line: str) -> Line:
    """A line of reasoning, its opening word in bold."""
    opening, _, rest = line.partition(": ")
    return Line((f"{opening}: ", "bold"), rest, classes="inner")
