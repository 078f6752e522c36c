"""Everything the doctor looks at, and how it is told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from attrs import asdict

from lmcs_sim.doctor.look import SIGNS, Look, Part, why
from lmcs_sim.doctor.terminal import TERMINAL, see_terminal, terminal_looks
from lmcs_sim.words.interface import counted

WIDTH = 72

TITLES = {
    "program": "The program",
    "terminal": "This terminal",
    "settings": "Your settings",
    "place": "The place of the plays",
    "database": "The database",
    "leftovers": "Beside the plays",
}
"""The parts, in the order in which they are told."""


def examine(named: Sequence[Path] = ()) -> tuple[Look, ...]:
    """Every look at this computer, with the packs named on the command line. It raises nothing and alters nothing."""
    looks = [
        *Part("program").guarded({"program": lambda: _program(named)}),
        *TERMINAL.guarded({"terminal": lambda: terminal_looks(see_terminal())}),
        *Part("settings").guarded({"settings": _settings}),
        *Part("place").guarded({"place": _store}),
        *Part("leftovers").guarded({"leftovers": _leftovers}),
    ]
    order = list(TITLES)
    return tuple(sorted(looks, key=lambda look: order.index(look.part)))


def _program(named: Sequence[Path]) -> Iterator[Look]:
    from lmcs_sim.doctor.program import PROGRAM, Packs, program_looks, see_packs
    from lmcs_sim.toml.packs import built_in

    packs = Packs(built_in())
    try:
        packs = see_packs(named)
    except OSError as error:
        found = f"the folder of your own packs cannot be read: {why(error)}"
        cure = "Make it readable for yourself, or take it away: it is named packs, in your own data folder."
        yield PROGRAM.error("packs", found, "Nothing can be played or looked up.", cure)
    yield from program_looks(packs)


def _settings() -> Iterator[Look]:
    from lmcs_sim.doctor.settings import settings_looks

    return settings_looks()


def _store() -> Iterator[Look]:
    from lmcs_sim.doctor.place import PLACE, place_looks, see_place

    try:
        Path.cwd()
    except OSError:
        means = "lmcs-sim cannot start from a folder that is gone."
        yield PLACE.error("where", "the folder you are in is no longer there", means, "Go to another: `cd`.")
        return
    place = see_place()
    yield from place_looks(place)
    if place.file is not None:
        from lmcs_sim.doctor.database import file_looks

        yield from file_looks(place.file)
    elif not place.url.startswith("sqlite"):
        from lmcs_sim.doctor.server import server_looks

        yield from server_looks(place.url)


def _leftovers() -> Iterator[Look]:
    from lmcs_sim.doctor.leftovers import leftover_looks

    return leftover_looks()


def look_records(looks: Iterable[Look]) -> list[dict[str, str]]:
    """The looks as plain data."""
    return [asdict(look) for look in looks]


def look_lines(looks: Sequence[Look]) -> Iterator[str]:
    """The looks as lines, part by part; each state a sign and a word. How many there are of each comes last."""
    for part, group in groupby(looks, key=lambda look: look.part):
        yield f"{TITLES[part]}:"
        for look in group:
            yield from _lines(look)
        yield ""
    counts = {state: sum(look.state == state for look in looks) for state in SIGNS}
    yield f"{counted(counts['error'], 'error')}, {counted(counts['warning'], 'warning')}, {counts['ok']} ok."


def _lines(look: Look) -> Iterator[str]:
    name = look.name.replace("-", " ")
    yield from _wrapped(f"{SIGNS[look.state]} {look.state}: {name}: {look.found}")
    if look.means:
        yield from _wrapped(look.means, 4)
    if look.cure:
        yield from _wrapped(f"Do: {look.cure}", 4)


def _wrapped(text: str, indent: int = 2) -> list[str]:
    """A text in lines. A file's name or a command in `` ` `` is never broken, so that it can be copied."""
    whole = re.sub(r"`[^`]*`", lambda found: found.group().replace(" ", "\0"), text)
    first, rest = " " * indent, " " * 4
    lines = wrap(
        whole, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace("\0", " ") for line in lines]
