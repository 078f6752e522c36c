"""The account at the end of a play in blocks, section by section, in the order in which every face tells it."""

from collections.abc import Iterable, Iterator
from functools import partial

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from lmcs_sim.pages.account import Account
from lmcs_sim.pages.account_parts import Decision as Decided
from lmcs_sim.pages.account_parts import Judged, Led, Named
from lmcs_sim.play.record import citations
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.tui.widgets.finding_card import Cited
from lmcs_sim.tui.widgets.fitted import Fitted
from lmcs_sim.tui.widgets.pictures import months_picture, paths_picture, themes_picture
from lmcs_sim.tui.widgets.prose import Line, flowing, lined, styled
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import HEADINGS


def summary(account: Account, working_out: bool) -> Content:
    """How it ended, duty in a line, and what mattered most, or that this is being worked out."""
    lines = [] if account.ending is None else [styled((flowing(account.ending.title), "bold"))]
    lines.append(styled((said("account.duty"), "bold"), account.duty[0]))
    titles = "; ".join(flowing(item.title) for item in account.decisions)
    if titles:
        lines.append(styled((said("account.mattered"), "bold"), f"{titles}."))
    elif account.mattered:
        lines.append(styled((said("account.mattered"), "bold"), account.mattered[-1]))
    elif working_out:
        lines.append(styled(said("debrief.working-out")))
    return lined(*lines)


def blocks(account: Account, book: Rulebook) -> Iterator[Widget]:
    """The sections after the ending. What is not proved yet stays out of sight until `fill` has it."""
    yield from _section("duty", Line(id="duty"))
    yield from _section("mattered", Line(id="mattered"))
    if account.themes:
        yield from _section("themes", Line(said("page.caption.themes"), classes="since"), Fitted(id="themes"))
    for name, found in (("against", account.against), ("explained", account.explained)):
        yield from _section(name, *(block for item in found for block in _judged(item, book)))
    yield from _section("open", *_listed(map(_named, account.open)))
    yield from _section("quality", *_listed(map(_led, account.quality)))
    if account.outcomes:
        months = Fitted(id="months")
        months.show(partial(months_picture, account))
        yield from _section("outcomes", Line(said("course.title"), classes="since"), months)
    path = (_decided(number, item) for number, item in enumerate(account.path, start=1))
    yield from _section("path", *_listed(path, apart=True))
    yield from _section("beside", Fitted(id="beside"))
    yield from _section("luck", *_listed(Content(flowing(line)) for line in account.luck))
    yield from _section("reading", *(Cited(item) for item in citations([each.id for each in account.reading], book)))


def fill(page: VerticalScroll, account: Account, working_out: bool) -> None:
    """Tells what is proved, as far as it is, in the blocks for it."""
    points, *more = (line for line in account.duty if line != said("page.not-worked-out"))
    more += [said("debrief.working-out")] if working_out else []
    traps = (styled((f"{said('page.label.trap')}: ", "bold"), line) for line in account.traps)
    page.query_one("#duty", Line).update(lined(styled((points, "bold")), *map(Content, more), *traps))
    decisions = [_told(number, item.title, item.lines) for number, item in enumerate(account.decisions, start=1)]
    weighed = lined(*(Content(flowing(line)) for line in account.mattered))
    page.query_one("#mattered", Line).update(lined(weighed, *decisions, apart=True))
    if account.themes:
        page.query_one("#themes", Fitted).show(partial(themes_picture, account))
    page.query_one("#beside", Fitted).show(partial(paths_picture, account))
    for name, known in (("mattered", account.mattered), ("beside", account.beside or account.unknown)):
        page.query_one(f"#{name}").display = page.query_one(f"#{name}-heading").display = bool(known)


def _section(name: str, *body: Widget) -> Iterator[Widget]:
    """A section under its heading; nothing where it has nothing to tell."""
    if body:
        heading = said("account.themes") if name == "themes" else HEADINGS[name]
        yield Line((heading, "bold"), id=f"{name}-heading", classes="section")
        yield from body


def _listed(items: Iterable[Content], apart: bool = False) -> list[Line]:
    """One block of several things, with an empty line between or without; none where there is none."""
    found = list(items)
    if not found:
        return []
    block = Line()
    block.update(lined(*found, apart=apart))
    return [block]


def _judged(item: Judged, book: Rulebook) -> Iterator[Widget]:
    instead = styled((f"{said('page.label.instead')}: ", "bold"), flowing(item.instead))
    heading = styled((f"{item.verdict}: ", "bold"), f"{item.title} ({item.counts})")
    card = Line(classes="story")
    card.update(lined(heading, Content(flowing(item.scenes)), Content(item.part), instead))
    yield card
    yield from (Cited(cited) for cited in citations([item.read.id], book))


def _named(item: Named) -> Content:
    return styled((f"{item.title}, ", "bold"), flowing(item.text))


def _led(item: Led) -> Content:
    return styled((f"{item.title} {item.points}: ", "bold"), "; ".join(item.lines))


def _told(number: int, title: str, lines: Iterable[str]) -> Content:
    heading = styled((f"{number}. {flowing(title)}", "bold"))
    return lined(heading, *(Content(flowing(line)) for line in lines))


def _decided(number: int, item: Decided) -> Content:
    lines = [f"{said('page.label.asked')}: {asked}" for asked in item.asked]
    lines.append(f"{said('page.label.decided')}: {item.decided}")
    verdicts = ", ".join(found.verdict for found in item.findings)
    return _told(number, item.title, [*lines, *([said("history.found", verdicts=verdicts)] if verdicts else [])])
