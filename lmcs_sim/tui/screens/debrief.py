"""The debrief: met and open, what went against duty, the three ledgers, the path, the luck, what to read."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from lmcs_sim.commands import DEBRIEF
from lmcs_sim.play.debrief import Debrief, debrief_of
from lmcs_sim.play.record import citations
from lmcs_sim.store.session import Session
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.finding_card import Cited
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.words.interface import NOT_ADVICE, signed
from lmcs_sim.words.verdicts import SIGNS, WORDS, holder_in_words, luck_line


class DebriefScreen(Page):
    """The account of a play that has ended."""

    NAME = DEBRIEF
    BINDINGS = bindings_on(DEBRIEF)

    def __init__(self, session: Session) -> None:
        """`session` has reached its ending."""
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The account, from the top."""
        title = flowing(self.session.play.game.scenario.title)
        yield Line(("Debrief", "bold"), f"  {title}", id="title")
        yield VerticalScroll(*self._account(debrief_of(self.session.play)), id="page")
        yield KeyLine()

    def on_mount(self) -> None:
        """The text is ready for scrolling."""
        self.query_one("#page").focus()

    def _account(self, debrief: Debrief) -> Iterator[Widget]:
        if debrief.ending is not None:
            yield Line((flowing(debrief.ending.title), "bold"), classes="ending")
            yield Prose(debrief.ending.text)
        yield from self._duty(debrief)
        yield from self._open(debrief)
        yield from self._ledgers(debrief)
        yield _section("Your path")
        for number, part in enumerate(debrief.path, start=1):
            yield Line((f"{number}. {flowing(part.title)}", "bold"))
            for asked in part.asked:
                yield Line(f"You asked: {flowing(asked)}", classes="inner")
            verdicts = [
                f"{SIGNS[item.ruling.verdict]} {WORDS[item.ruling.verdict]}"
                for item in part.findings
                if not item.dimension
            ]
            yield Line(f"You decided: {flowing(part.decided)}", classes="inner")
            if verdicts:
                yield Line(", ".join(verdicts), classes="inner since")
        if debrief.luck:
            yield _section("Luck, which is no judgement on you")
        for item in debrief.luck:
            yield Line(luck_line(item.event, item.fired, item.chance, item.about))
        if debrief.reading:
            yield _section("What to read")
        yield from (Cited(item) for item in citations(debrief.reading, self.session.play.game.book))
        yield Prose(NOT_ADVICE, classes="since")
        yield Forward("Library", id="library")

    def _duty(self, debrief: Debrief) -> Iterator[Widget]:
        whole = debrief.duty.whole
        counts = whole.counts
        yield _section("Duty: the council's duties, and your part in them")
        left = f"; {counts.get('open', 0)} more lay open" if counts.get("open") else ""
        yield Line((f"{signed(whole.points)} points. ", "bold"), f"Met {counts.get('met', 0)}{left}.")
        others = ("breached", "departed", "misplaced", "no_power", "explained", "taken_up")
        said = [f"{WORDS[name.replace('_', '-')]} {counts[name]}" for name in others if counts.get(name)]
        if said:
            yield Line(f"{'. '.join(said)}.")
        for tag, number in sorted(debrief.duty.tags.items()):
            yield Line(("Trap: ", "bold"), f"{tag}, {'once' if number == 1 else f'{number} times'}")
        for item in (*debrief.adverse, *debrief.explained):
            verdict = item.ruling.verdict
            heading = (f"{SIGNS[verdict]} {WORDS[verdict]}: ", "bold")
            yield Line(heading, f"{item.ruling.rule.entry.title}. Whose duty: {holder_in_words(item.holder)}.")
            yield from (Cited(cited) for cited in citations(item.cites[:1], self.session.play.game.book))
        for theme, tally in sorted(debrief.duty.by_theme.items()):
            yield Line(f"{theme}: {signed(tally.points)}", classes="inner")

    def _open(self, debrief: Debrief) -> Iterator[Widget]:
        if not debrief.open:
            return
        yield _section("What lay open")
        play = self.session.play
        for turn, item in debrief.open:
            scene = play.game.scenario.scenes[turn.scene]
            text = flowing(scene.step(item.choice).text)
            rule = play.game.book.by_id[item.rule].entry.title
            yield Line((f"{rule}: ", "bold"), f"{text} ({flowing(scene.title or scene.id)})")

    def _ledgers(self, debrief: Debrief) -> Iterator[Widget]:
        book = self.session.play.game.book
        if debrief.quality:
            yield _section("Quality: what research says of effective Lead Members; not law")
        for name, entry in debrief.quality.items():
            lines: list[dict[str, object]] = entry["lines"]  # type: ignore[assignment]
            rules = ", ".join(
                f"{book.by_id[str(line['rule'])].entry.title} {signed(int(str(line['by'])))}" for line in lines
            )
            yield Line((f"{book.vocabulary.dimension[name].says} {signed(int(str(entry['points'])))}: ", "bold"), rules)
        yield _section("Outcomes: the council and its partners")
        for name, moved in debrief.outcomes.items():
            title = flowing(self.session.play.game.scenario.measure[name].title)
            yield Line((f"{title}: ", "bold"), f"{moved['start']} at the start, {moved['end']} at the end")

    def on_cited_opened(self, event: Cited.Opened) -> None:
        """Opens the guidance at a citation that was clicked."""
        self.lmcs.open_guidance(event.provision)

    def on_button_pressed(self) -> None:
        """The button at the end."""
        self.action_library()

    def action_go_on(self) -> None:
        """Reads on; at the end, opens the library."""
        if not self.read_on():
            self.action_library()

    def action_undo(self) -> None:
        """Takes the last decision back and returns to its scene."""
        self.session.undo()
        self.lmcs.go_to_play(self.session)


def _section(title: str) -> Line:
    return Line((title, "bold"), classes="section")
