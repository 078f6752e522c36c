"""The program itself: its Python, where it runs from, and whether its rules and scenarios can be read."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from lmcs_sim import __version__
from lmcs_sim.doctor.look import Look, Part
from lmcs_sim.faults import LmcsError
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.packs import VARIABLE, built_in, is_pack, load_rulebook, own_packs, packs_in_variable
from lmcs_sim.toml.scenario_files import check_scenario, read_all
from lmcs_sim.words.interface import counted

PROGRAM = Part("program")

OLDEST = (3, 11)
"""The oldest Python that lmcs-sim runs on."""

_AGAIN = "Install lmcs-sim again with pip."


@frozen
class Packs:
    """The packs that a command would read, each with who named it; `shipped` is the built-in one."""

    shipped: Path
    added: tuple[tuple[Path, str], ...] = field(default=())

    @property
    def there(self) -> tuple[Path, ...]:
        """Those that can be read, the built-in one first."""
        return tuple(dict.fromkeys([self.shipped, *(path for path, _ in self.added if is_pack(path))]))


def see_packs(named: Sequence[Path]) -> Packs:
    """The packs of this computer, those of LMCS_SIM_PACKS, and those named on the command line."""
    own = [(path, "your data folder") for path in own_packs()]
    added = [*own, *((path, VARIABLE) for path in packs_in_variable()), *((path, "--pack") for path in named)]
    return Packs(built_in(), tuple(added))


def program_looks(packs: Packs, python: tuple[int, ...] = tuple(sys.version_info[:3])) -> Iterator[Look]:
    """How the program, its rules and its scenarios stand."""
    return PROGRAM.guarded(
        {
            "python": lambda: _python(python),
            "version": lambda: [PROGRAM.ok("version", __version__)],
            "runs-from": lambda: _runs_from(packs.shipped),
            "packs": lambda: _packs(packs),
            "rules": lambda: _rules(packs),
        }
    )


def _python(version: tuple[int, ...]) -> Iterator[Look]:
    number = ".".join(map(str, version))
    if version[:2] < OLDEST:
        means = "lmcs-sim is not made for it."
        yield PROGRAM.error("python", number, means, f"Install Python {'.'.join(map(str, OLDEST))} or later.")
    else:
        yield PROGRAM.ok("python", f"{number}, {sys.executable}")


def _runs_from(shipped: Path) -> Iterator[Look]:
    missing = [name for name in ("rules", "scenarios") if not (shipped / name).is_dir()]
    if missing:
        found = f"there is no folder named {' or '.join(missing)} in {shipped}"
        yield PROGRAM.error("runs-from", found, "What lmcs-sim judges by is not there.", _AGAIN)
    elif shipped.name == "data":
        yield PROGRAM.ok("runs-from", f"an installed package, {shipped.parent}")
    else:
        yield PROGRAM.ok("runs-from", f"a checkout, {shipped}")


def _packs(packs: Packs) -> Iterator[Look]:
    for path, by in packs.added:
        if is_pack(path):
            yield PROGRAM.ok("packs", f"{path}, from {by}")
        elif by == "your data folder":
            means = "It has neither rules nor scenarios, so it adds nothing."
            yield PROGRAM.warning("packs", f"{path} is no pack", means, "Take it out, or put a rules folder in it.")
        else:
            what = "is no pack" if path.exists() else "is not there"
            means = "lmcs-sim stops where it is asked for."
            cure = f"Take it out of {by}, or name a folder that has a folder named rules or scenarios in it."
            yield PROGRAM.error("packs", f"{path}, from {by}, {what}", means, cure)
    if not packs.added:
        yield PROGRAM.ok("packs", "only the one that comes with lmcs-sim")


def _rules(packs: Packs) -> Iterator[Look]:
    try:
        book = load_rulebook(packs.there)
    except LmcsError as error:
        yield from _unread(packs, error)
        return
    provisions = counted(len(book.guidance.provisions), "provision")
    yield PROGRAM.ok("rules", f"{counted(len(book.rules), 'rule')} on {provisions}")
    yield from _scenarios(packs, book)


def _unread(packs: Packs, together: LmcsError) -> Iterator[Look]:
    """Which packs do not load: the built-in one alone, then each of the others beside it."""
    means = "Nothing can be played or looked up."
    try:
        load_rulebook([packs.shipped])
    except LmcsError as error:
        yield PROGRAM.error("rules", f"{packs.shipped} does not load: {_said(error)}", means, _AGAIN)
        return
    alone = False
    for path in packs.there[1:]:
        try:
            load_rulebook([packs.shipped, path])
        except LmcsError as error:
            alone = True
            cure = f"Mend it with `lmcs-sim check {path}`, or take the pack out."
            yield PROGRAM.error("rules", f"{path} does not load: {_said(error)}", means, cure)
    if not alone:
        cure = "Mend them with `lmcs-sim check`, or take one of them out."
        yield PROGRAM.error("rules", f"the packs do not load together: {_said(together)}", means, cure)


def _scenarios(packs: Packs, book: Rulebook) -> Iterator[Look]:
    files, errors = read_all(packs.there)
    playable = 0
    for file in files:
        try:
            check_scenario(file, book)
            playable += 1
        except LmcsError as error:
            errors.append(error)
    for bad in errors:
        cure = f"See all of it with `lmcs-sim check {bad.faults[0].place.file}`; mend it or take it out."
        yield PROGRAM.error("scenarios", _said(bad), "This scenario cannot be played; others can.", cure)
    if playable:
        yield PROGRAM.ok("scenarios", f"{counted(playable, 'scenario')} can be played")
    else:
        yield PROGRAM.error("scenarios", "there is none that can be played", "There is nothing to play.", _AGAIN)


def _said(error: LmcsError) -> str:
    """The first fault, and how many more there are."""
    first, more = error.faults[0], len(error.faults) - 1
    return f"{first.headline}{f' (and {more} more)' if more else ''}"
