"""The debrief: met and open, what went against duty, the three ledgers, the path, the luck, what to read."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from lmcs_sim.author.proving import Proving
from lmcs_sim.commands import DEBRIEF
from lmcs_sim.faults import LmcsError
from lmcs_sim.play.debrief import Debrief, debrief_of
from lmcs_sim.play.play import Playing
from lmcs_sim.play.record import citations
from lmcs_sim.store.attained import keep, kept
from lmcs_sim.store.place import folder_beside
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.finding_card import Cited
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing
from lmcs_sim.words.debrief import exported_line, theme_line, trap_line
from lmcs_sim.words.interface import NOT_ADVICE, WORKING_OUT, signed
from lmcs_sim.words.verdicts import SIGNS, WORDS, holder_in_words, luck_line

LOOK = 0.3
"""Seconds between looks at a proof that is being worked out."""


class DebriefScreen(Page):
    """The account of a play that has ended. `ONWARD` is what its button does."""

    NAME = DEBRIEF
    ONWARD = "Library"
    BINDINGS = bindings_on(DEBRIEF)

    def __init__(self, session: Playing) -> None:
        """`session` has reached its ending."""
        super().__init__()
        self.session = session
        self.attainable = kept(session.play.log, session.play.game)
        self._proving: Proving | None = None

    def compose(self) -> ComposeResult:
        """The account, from the top."""
        title = flowing(self.session.play.game.scenario.title)
        yield Line(("Debrief", "bold"), f"  {title}", id="title")
        exported = Line(id="exported")
        exported.display = False
        yield exported
        yield VerticalScroll(*self._account(self._debrief()), id="page")
        yield KeyLine()

    def on_mount(self) -> None:
        """The text is ready for scrolling."""
        self.query_one("#page").focus()
        self._prove()

    def _prove(self) -> None:
        """Works out what can be attained, unless it is kept."""
        if self.attainable is None and not self.session.play.log.carried:
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

    def _look_at_proof(self) -> None:
        """Tells what can be attained once it is proved; the debrief is read meanwhile."""
        assert self._proving is not None
        if self._proving.proof is None and self._proving.fault is None:
            return
        self._looking.stop()
        play = self.session.play
        if self._proving.proof is not None:
            self.attainable = keep(play.log, play.game, self._proving.proof)
        line, page = self.query_one("#attainable", Line), self.query_one("#page")
        before = line.size.height
        line.say(*self._attainable())
        for theme, said in zip(self.query(".theme").results(Line), _themes(self._debrief()), strict=True):
            theme.say(said)

        def stay() -> None:
            """What is being read stays where it is, though a line above it has grown."""
            if line.virtual_region.y < page.scroll_y:
                page.scroll_to(y=page.scroll_y + line.size.height - before, animate=False)

        self.call_after_refresh(stay)

    def _debrief(self) -> Debrief:
        return debrief_of(self.session.play, self.attainable)

    def _attainable(self) -> tuple[str, ...]:
        if self.attainable is not None:
            return (" ".join(self.attainable.lines()),)
        return (WORKING_OUT if self._proving is None or self._proving.fault is None else "",)

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
        yield Forward(self.ONWARD, id="onward")

    def _duty(self, debrief: Debrief) -> Iterator[Widget]:
        whole = debrief.duty.whole
        counts = whole.counts
        yield _section("Duty: the council's duties, and your part in them")
        left = f"; {counts.get('open', 0)} more lay open" if counts.get("open") else ""
        yield Line((f"{signed(whole.points)} points. ", "bold"), f"Met {counts.get('met', 0)}{left}.")
        if not self.session.play.log.carried:
            yield Line(*self._attainable(), id="attainable")
        others = ("breached", "departed", "misplaced", "no_power", "explained", "taken_up")
        said = [f"{WORDS[name.replace('_', '-')]} {counts[name]}" for name in others if counts.get(name)]
        if said:
            yield Line(f"{'. '.join(said)}.")
        for tag, number in sorted(debrief.duty.tags.items()):
            yield Line(("Trap: ", "bold"), trap_line(tag, number))
        for item in (*debrief.adverse, *debrief.explained):
            verdict = item.ruling.verdict
            heading = (f"{SIGNS[verdict]} {WORDS[verdict]}: ", "bold")
            yield Line(heading, f"{item.ruling.rule.entry.title}. Whose duty: {holder_in_words(item.holder)}.")
            yield from (Cited(cited) for cited in citations(item.cites[:1], self.session.play.game.book))
        yield from (Line(line, classes="inner theme") for line in _themes(debrief))

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

    async def tell_again(self) -> None:
        """Gives the account once more, as the play has it."""
        self._give_up()
        self.attainable = kept(self.session.play.log, self.session.play.game)
        page = self.query_one("#page")
        with self.app.batch_update():
            await page.remove_children()
            await page.mount_all(list(self._account(self._debrief())))
        self._prove()

    def on_cited_opened(self, event: Cited.Opened) -> None:
        """Opens the guidance at a citation that was clicked."""
        self.lmcs.open_guidance(event.provision)

    def on_button_pressed(self) -> None:
        """The button at the end."""
        self.onward()

    def action_go_on(self) -> None:
        """Reads on; at the end, does what the button does."""
        if not self.read_on():
            self.onward()

    def onward(self) -> None:
        """Opens the library."""
        self.action_library()

    def action_export(self) -> None:
        """Writes the account as files beside the plays that are kept, and says where, or why not."""
        from lmcs_sim.pages.export import export_debrief

        try:
            told = exported_line(export_debrief(folder_beside(), self.session.play, self.attainable))
        except LmcsError as error:
            told = str(error)
        exported = self.query_one("#exported", Line)
        exported.say(told)
        exported.display = True

    def action_undo(self) -> None:
        """Takes the last decision back and returns to its scene."""
        self.session.undo()
        self.lmcs.go_to_play(self.session)


def _themes(debrief: Debrief) -> list[str]:
    """A line for each theme: its points, and those of the best play once that is proved."""
    tallies = sorted(debrief.duty.by_theme.items())
    return [f"{theme}: {theme_line(tally.points, tally.best)}" for theme, tally in tallies]


def _section(title: str) -> Line:
    return Line((title, "bold"), classes="section")
