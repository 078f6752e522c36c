"""Pictures of an account in characters, each number also in words: duty by theme, the months, the paths."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from lmcs_sim.pages.account import Account
from lmcs_sim.pages.account_parts import Compared, Decision, Outcome
from lmcs_sim.tui.widgets.prose import flowing, styled
from lmcs_sim.words.bars import bar, bounds
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.interface import whole

LEAST, MOST = 12, 31
"""The columns of a bar: what it needs to tell anything, and what is enough."""
COLUMNS = 90
"""The columns from which paths stand side by side."""
GAP = 3


def themes_picture(account: Account, width: int) -> list[Content]:
    """Each theme: its points, those of the best play where that is known, and a bar of both."""
    least, most = bounds(number for item in account.themes for number in (item.points, item.best))
    bars = [(item.name, item.said, (item.points, item.best)) for item in account.themes]
    proved = any(item.best is not None for item in account.themes)
    key = [Content(said("bars.key"))] if proved else []
    return [*key, *_beside_bars(bars, least, most, width)]


def months_picture(account: Account, width: int) -> list[Content]:
    """Each measure at the start, in the months in which it changed, and at the last: the number, and a bar of it."""
    least, most = bounds(number for item in account.outcomes for number in (item.start, *item.values))
    found: list[Content] = []
    for item in account.outcomes:
        bars = [(month, whole(value), (value, None)) for month, value in _changes(item, account.months)]
        found += [*styled((flowing(item.title), "bold")).wrap(width), *_beside_bars(bars, least, most, width)]
    return found


def _changes(item: Outcome, months: Sequence[str]) -> Iterator[tuple[str, int]]:
    yield said("page.label.start"), item.start
    before = item.start
    for number, (month, value) in enumerate(zip(months, item.values, strict=True), start=1):
        if value != before or number == len(months):
            yield month, value
        before = value


def _beside_bars(
    bars: Sequence[tuple[str, str, tuple[int, int | None]]], least: int, most: int, width: int
) -> Iterator[Content]:
    """A line for each bar: its name, its number in words, and the bar; on a line of its own where there is no room."""
    named = [(Content(f"{flowing(name)}:"), Content(words), numbers) for name, words, numbers in bars]
    names = max((name.cell_length for name, _, _ in named), default=0)
    words_wide = max((words.cell_length for _, words, _ in named), default=0)
    room = min(width - names - words_wide - 4, MOST)
    for name, words, (number, other) in named:
        drawn = Content(bar(number, other, least, most, room if room >= LEAST else min(width - 2, MOST)).rstrip())
        told = name.pad_right(names - name.cell_length + 2 + words_wide - words.cell_length)
        if room >= LEAST:
            yield told + words + Content("  ") + drawn
        else:
            yield from (name + Content(" ") + words).wrap(width)
            yield Content("  ") + drawn


def paths_picture(account: Account, width: int) -> list[Content]:
    """The play's path beside the best and the worst, scene by scene: in columns where there is room."""
    if width < COLUMNS:
        told = [line for row in account.beside for line in _stacked(row, account.columns, width)]
    else:
        column = (width - GAP * (len(account.columns) - 1)) // len(account.columns)
        told = [*_set_out([styled((name, "bold")) for name in account.columns], column)]
        for row in account.beside:
            told += [Content(), *styled((flowing(row.title), "bold")).wrap(width)]
            told += _set_out([Content(text) for text in _cells(row)], column)
    return [*told, *(line for text in account.unknown for line in Content(text).wrap(width))]


def _stacked(row: Compared, names: Sequence[str], width: int) -> Iterator[Content]:
    yield from styled((flowing(row.title), "bold")).wrap(width)
    for name, text in zip(names, _cells(row), strict=True):
        yield from (Content("  ") + line for line in styled((f"{name}: ", "bold"), text).wrap(width - 2))


def _set_out(cells: Sequence[Content], column: int) -> Iterator[Content]:
    """Texts side by side, each wrapped to a column."""
    wrapped = [cell.wrap(column) for cell in cells]
    for number in range(max(map(len, wrapped))):
        line = Content()
        for place, lines in enumerate(wrapped):
            part = lines[number] if number < len(lines) else Content()
            last = place == len(wrapped) - 1
            line += part if last else part.pad_right(column - part.cell_length + GAP)
        yield line


def _cells(row: Compared) -> list[str]:
    yours = row.cells[0]
    others = (said("account.as-you") if cell == yours and cell is not None else _told(cell) for cell in row.cells[1:])
    return [_told(yours), *others]


def _told(cell: Decision | None) -> str:
    if cell is None:
        return said("page.not-there")
    asked = f"{said('page.label.ask')}: {' / '.join(cell.asked)} " if cell.asked else ""
    return flowing(f"{asked}{said('page.label.decide')}: {cell.decided}")
