"""The debrief in Markdown: every text shown as written, nothing in it obeyed."""

import re
from collections.abc import Iterable, Iterator

from lmcs_sim.pages.account import Account
from lmcs_sim.pages.account_parts import Decision, Judged, Read
from lmcs_sim.play.debrief_told import Told
from lmcs_sim.words.bars import bar, bounds
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import HEADINGS
from lmcs_sim.words.interface import whole
from lmcs_sim.words.safe import harmless

BAR = 24
"""How many characters wide a bar is."""
_SIGNIFICANT = re.compile(r"([\\`*_\[\]<>|~&$])")
_OPENING = re.compile(r"^([#=]|[+-](?=[\s-]|$)|\d+(?=[.)]))")


def debrief_markdown(account: Account) -> str:
    """The page: a heading for each section that has something to tell."""
    return "\n".join(_lines(account)) + "\n"


def _lines(account: Account) -> Iterator[str]:
    yield f"# {HEADINGS['page']}: {_text(account.title)}"
    for line in account.about:
        yield from _block(_text(line))
    if account.ending is None:
        yield from _block(said("page.unfinished"))
    else:
        yield from _section("ending", f"**{_text(account.ending.title)}**", *_paragraphs(account.ending.text))
    yield from _duty(account)
    against = [_judged(item) for item in account.against] or [[said("page.none-against")]]
    yield from _section("against", *(block for blocks in against for block in blocks))
    yield from _section("explained", *(block for item in account.explained for block in _judged(item)))
    yield from _section("open", *_listed(f"**{_text(item.title)}**, {_text(item.text)}" for item in account.open))
    yield from _ledgers(account)
    editions = [f"{said('page.label.sources')}: {_text(line)}" for line in account.editions]
    yield from _section("path", *editions, *_listed(_decision(item) for item in account.path))
    yield from _beside(account)
    yield from _section("luck", *_listed(_text(line) for line in account.luck))
    yield from _section("reading", *(block for item in account.reading for block in _read(item)))
    yield from _section("next", *_listed(_text(line) for line in account.next))
    yield from _section("note", *(_text(line) for line in account.note))


def _duty(account: Account) -> Iterator[str]:
    yield from _section("duty", *(_text(line) for line in account.duty))
    yield from _block(*_listed(f"{said('page.label.trap')}: {_text(line)}" for line in account.traps))
    least, most = bounds(number for item in account.themes for number in (item.points, item.best))
    rows = (
        (_text(item.name), _text(item.said), f"`{_bar(bar(item.points, item.best, least, most, BAR))}`")
        for item in account.themes
    )
    yield from _block(*_table((said("page.label.theme"), said("page.label.points"), said("bars.key")), rows))
    decisions = (block for item in account.decisions for block in (f"### {_text(item.title)}", *_told(item)))
    yield from _section("mattered", *(_text(line) for line in account.mattered), *decisions)


def _ledgers(account: Account) -> Iterator[str]:
    quality = (f"**{_text(item.title)}** {item.points}{_inner(map(_text, item.lines))}" for item in account.quality)
    yield from _section("quality", *_listed(quality))
    heads = (said("page.label.measure"), said("page.label.start"), *map(_text, account.months))
    rows = ((_text(item.title), *map(whole, (item.start, *item.values))) for item in account.outcomes)
    yield from _section("outcomes", *_table(heads, rows))


def _told(item: Told) -> list[str]:
    return _listed(_text(line) for line in item.lines)


def _beside(account: Account) -> Iterator[str]:
    told = []
    for row in account.beside:
        cells = zip(account.columns, row.cells, strict=True)
        told += [f"### {_text(row.title)}", *_listed(f"**{name}:** {_compared(cell)}" for name, cell in cells)]
    yield from _section("beside", *told, *(_text(line) for line in account.unknown))


def _compared(cell: Decision | None) -> str:
    if cell is None:
        return said("page.not-there")
    asked = f"{said('page.label.ask')}: {_text(' / '.join(cell.asked))} " if cell.asked else ""
    return f"{asked}{said('page.label.decide')}: {_text(cell.decided)}"


def _decision(item: Decision) -> str:
    found = (f"**{_text(one.verdict)}**: {_text(one.title)}. {_text(one.where)}" for one in item.findings)
    asked = (f"{said('page.label.asked')}: {_text(text)}" for text in item.asked)
    decided = f"{said('page.label.decided')}: {_text(item.decided)}"
    return f"**{_text(item.title)}**{_inner((*asked, decided, *found))}"


def _judged(item: Judged) -> list[str]:
    return [
        f"### {_text(item.verdict)}: {_text(item.title)} ({_text(item.counts)})",
        _text(item.scenes),
        _text(item.text),
        _text(item.part),
        f"**{said('page.label.because')}:** {_text(item.because)}",
        f"**{said('page.label.instead')}:** {_text(item.instead)}",
        *_cited(item.read),
    ]


def _read(item: Read) -> list[str]:
    return [f"### {_text(item.where)}", f"{said('page.label.gist')}: {_text(item.gist)}", *_cited(item)]


def _cited(item: Read) -> list[str]:
    quoted = f"> “{_text(item.quote)}”\n>\n> {_text(item.where)} ({_text(item.id)})"
    return [quoted, *_listed(f"{said('page.label.since')}: {_text(line)}" for line in item.since)]


def _section(name: str, *blocks: str) -> Iterator[str]:
    """A section under its heading; nothing where it has nothing to tell."""
    if blocks:
        yield from _block(f"## {HEADINGS[name]}", *blocks)


def _block(*blocks: str) -> Iterator[str]:
    for block in blocks:
        yield ""
        yield block


def _paragraphs(text: str) -> list[str]:
    return [_text(block) for block in text.strip().split("\n\n")]


def _listed(items: Iterable[str]) -> list[str]:
    """One list, as a block; no block where there is nothing to list."""
    told = "\n".join(f"- {item}" for item in items)
    return [told] if told else []


def _inner(items: Iterable[str]) -> str:
    """A list inside an item of a list."""
    return "".join(f"\n  - {item}" for item in items)


def _table(heads: tuple[str, ...], rows: Iterable[Iterable[str]]) -> list[str]:
    """A table of texts in Markdown, as a block; no block where it has no rows."""
    told = [f"| {' | '.join(row)} |" for row in rows]
    return ["\n".join((f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *told))] if told else []


def _bar(drawn: str) -> str:
    """A bar whose spaces are kept."""
    return drawn.rstrip().replace(" ", "\u00a0")


def _text(text: str) -> str:
    """A text on one line, in which nothing means anything to Markdown."""
    flowing = _SIGNIFICANT.sub(r"\\\1", harmless(" ".join(text.split())))
    return _OPENING.sub(_escaped, flowing)


def _escaped(match: re.Match[str]) -> str:
    opening = match.group()
    return f"{opening}\\" if opening.isdigit() else f"\\{opening}"
