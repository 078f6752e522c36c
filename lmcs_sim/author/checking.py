"""Checking for authors: everything that is wrong with packs and scenario files, all told at once."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from lmcs_sim.author.giveaway import giveaways
from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.rules.checks import Span, faults_in_rulebook
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.advice import advice_on, errors_for_author
from lmcs_sim.scenario.checks import faults_in_scenario
from lmcs_sim.toml import packs as pack_files
from lmcs_sim.toml.files import placed
from lmcs_sim.toml.pack_reader import PackReader
from lmcs_sim.toml.scenario_files import ScenarioFile, check_scenario, read_scenario


@frozen
class Checked:
    """How many files were checked, and what is wrong with them, in the order in which the files were named."""

    files: int
    faults: tuple[Fault, ...]

    def count(self, severity: str) -> int:
        """How many of the faults are errors, warnings or notes."""
        return sum(fault.severity == severity for fault in self.faults)


def check_paths(paths: Sequence[Path], packs: Sequence[Path]) -> Checked:
    """Checks packs, named by folder or by one of their rulebook's files, and scenario files; all the packs for none.

    Any other folder stands for the files in it.
    """
    if not paths:
        return _in_order(_check_packs(packs, packs, ()), packs)
    found = {path: pack_of(path) for named in paths for path in _files_in(named)}
    asked = {path: _as_loaded(pack, packs) for path, pack in found.items() if pack is not None}
    scenarios = [path for path in found if path not in asked]
    names = [asked.get(path, path) for path in found]
    if not asked:
        return _in_order(_check_scenarios(scenarios, packs), names)
    whole = list(dict.fromkeys([*packs, *asked.values()]))
    return _in_order(_check_packs(whole, list(dict.fromkeys(asked.values())), scenarios), names)


def _in_order(checked: Checked, names: Sequence[Path]) -> Checked:
    """Each file's faults together, by line and column, in the order of the names that stand for the files."""

    first = {name: position for position, name in reversed(list(enumerate(names)))}

    @cache
    def position_of(file: str) -> int:
        path = Path(file)
        return min((first[each] for each in (path, *path.parents) if each in first), default=len(names))

    def order(fault: Fault) -> tuple[int, str, int, int]:
        place = fault.place
        return position_of(place.file), place.file, place.line, place.column

    return evolve(checked, faults=tuple(sorted(checked.faults, key=order)))


def _files_in(path: Path) -> list[Path]:
    """The files that a folder stands for; a pack, a file, and a folder without any, for itself."""
    if not path.is_dir() or pack_of(path) is not None:
        return [path]
    return sorted(path.glob("*.toml")) or [path]


def pack_of(path: Path) -> Path | None:
    """The pack that a path names: its folder, or a file of its rulebook; None for any other path."""
    if path.is_dir():
        return path if (path / "rules").is_dir() or (path / "scenarios").is_dir() else None
    if path.is_file():
        for spelt in (path, path.absolute()):
            rules = spelt.parent.parent if spelt.parent.name == "guidance" else spelt.parent
            if rules.name == "rules":
                return rules.parent
    return None


def _as_loaded(pack: Path, packs: Iterable[Path]) -> Path:
    """The pack as it is already named, so that it is not read twice under two names."""
    return next((known for known in packs if known.resolve() == pack.resolve()), pack)


def _check_scenarios(paths: Sequence[Path], packs: Sequence[Path]) -> Checked:
    """Checks scenario files against the rulebook of the packs; their shape alone, where that is at fault."""
    try:
        book = pack_files.load_rulebook(packs)
    except LmcsError as error:
        return Checked(len(paths), (*error.faults, *_faults_in_scenarios(paths, None)))
    return Checked(len(paths), tuple(_faults_in_scenarios(paths, book)))


def _check_packs(packs: Sequence[Path], asked: Sequence[Path], more: Sequence[Path]) -> Checked:
    """Checks some of the packs against all of them, and more scenario files."""
    reader = PackReader(packs)
    scenarios = list(dict.fromkeys([*pack_files.scenario_paths(asked), *more]))
    files = len(reader.files_in(asked)) + len(scenarios)
    try:
        book = reader.book()
    except LmcsError as error:
        return Checked(files, (*error.faults, *_faults_in_scenarios(scenarios, None)))
    spans = _spans(pack_files.scenario_paths(packs), book)
    reader.place(((item.kind, item.ids, item.fault) for item in faults_in_rulebook(book, spans)), asked)
    return Checked(files, (*reader.faults, *_faults_in_scenarios(scenarios, book)))


def _spans(paths: Iterable[Path], book: Rulebook) -> list[Span]:
    """The first and the last day of each scenario that can be played."""
    spans = []
    for path in paths:
        try:
            file = read_scenario(path)
            check_scenario(file, book)
        except LmcsError:
            continue
        spans.append((file.scenario.date, add_months(file.scenario.date, file.scenario.ends)))
    return spans


def _faults_in_scenarios(paths: Iterable[Path], book: Rulebook | None) -> list[Fault]:
    """The faults of each file; of its shape alone, where there is no rulebook to see it against."""
    found: list[Fault] = []
    for path in paths:
        try:
            file = read_scenario(path)
            found += [] if book is None else faults_in_file(file, book)
        except LmcsError as error:
            found += error.faults
    return found


def faults_in_file(file: ScenarioFile, book: Rulebook) -> list[Fault]:
    """Everything an author should know of a scenario whose shape is right, seen against a rulebook, with its place.

    Warnings and notes are told of a scenario without errors only: they are about what is played.
    """
    scenario = file.scenario
    found = faults_in_scenario(scenario, book.vocabulary, book.guidance)
    found += errors_for_author(scenario, book.vocabulary, book.guidance)
    return placed(found or [*advice_on(scenario), *giveaways(scenario, book)], file.document)
