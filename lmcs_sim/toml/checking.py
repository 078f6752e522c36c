"""Checking for authors: everything that is wrong with packs and scenario files, all told at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.rules.checks import Span, faults_in_rulebook
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml import packs as pack_files
from lmcs_sim.toml.scenario_files import check_scenario, read_scenario


@frozen
class Checked:
    """How many files were checked, and what is wrong with them."""

    files: int
    faults: tuple[Fault, ...]

    def count(self, severity: str) -> int:
        """How many of the faults are errors, or warnings."""
        return sum(fault.severity == severity for fault in self.faults)


def check_paths(paths: Sequence[Path], packs: Sequence[Path]) -> Checked:
    """Checks packs, named by folder or by one of their rulebook's files, and scenario files; all the packs for none.

    Raises LmcsError where only scenario files are named and the rulebook they are checked against is at fault.
    """
    if not paths:
        return _check_packs(packs, packs, ())
    found = {path: pack_of(path) for path in paths}
    scenarios = [path for path, pack in found.items() if pack is None]
    asked = [_as_loaded(pack, packs) for pack in found.values() if pack is not None]
    if not asked:
        return Checked(len(scenarios), tuple(_faults_in_scenarios(scenarios, pack_files.load_rulebook(packs))))
    asked = list(dict.fromkeys(asked))
    return _check_packs(list(dict.fromkeys([*packs, *asked])), asked, scenarios)


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


def _check_packs(packs: Sequence[Path], asked: Sequence[Path], more: Sequence[Path]) -> Checked:
    """Checks some of the packs against all of them, and more scenario files."""
    reader = pack_files.PackReader(packs)
    scenarios = [*pack_files.scenario_paths(asked), *more]
    files = len(reader.files_in(asked)) + len(scenarios)
    try:
        book = reader.book()
    except LmcsError as error:
        return Checked(files, error.faults)
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


def _faults_in_scenarios(paths: Iterable[Path], book: Rulebook) -> list[Fault]:
    found: list[Fault] = []
    for path in paths:
        try:
            check_scenario(read_scenario(path), book)
        except LmcsError as error:
            found += error.faults
    return found
