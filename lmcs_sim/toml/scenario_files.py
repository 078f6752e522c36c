"""Scenario files: finding one by its id, reading it fast, and checking it against the rulebook."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from lmcs_sim.faults import LmcsError
from lmcs_sim.scenario.scenario import FORMAT, Scenario
from lmcs_sim.toml.files import placed, value_of
from lmcs_sim.toml.packs import hash_of, not_found, scenario_paths
from lmcs_sim.toml.reader import Document, read

if TYPE_CHECKING:
    from lmcs_sim.rules.rulebook import Rulebook


@frozen
class ScenarioFile:
    """A scenario with the document it stands in. Its shape is right; its words are not yet checked."""

    scenario: Scenario
    document: Document

    @property
    def hash(self) -> str:
        """The content hash that plays are recorded against."""
        return hash_of(self.document.text)


def read_scenario(path: Path) -> ScenarioFile:
    """The scenario in a file. Raises LmcsError with every fault of its shape."""
    document = read(path)
    if isinstance(document, Document) and document.data.get("format") != FORMAT:
        from lmcs_sim.scenario.checks import faults_in_format

        found = faults_in_format(document.data.get("format"))
        if found:
            raise LmcsError(*placed(found, document))
    return ScenarioFile(*value_of(document, Scenario))


def find_scenario(name: str, packs: Sequence[Path]) -> ScenarioFile:
    """The scenario with an id, or in a file named by path.

    Raises WrongUse for an id that no pack has, LmcsError for a file that cannot be read.
    """
    if names_file(name):
        return read_scenario(Path(name))
    paths = scenario_paths(packs)
    likely = [path for path in paths if path.stem == name]
    ids = []
    for path in (*likely, *(path for path in paths if path not in likely)):
        try:
            found = read_scenario(path)
        except LmcsError:
            if path in likely:
                raise
            continue
        if found.scenario.id == name:
            return found
        ids.append(found.scenario.id)
    raise not_found("scenario", name, ids)


def names_file(name: str) -> bool:
    """Whether a name is that of a file; otherwise it is an id."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def check_scenario(file: ScenarioFile, book: "Rulebook") -> None:
    """Raises LmcsError with everything that is wrong with a scenario, seen against the rulebook."""
    from lmcs_sim.scenario.checks import faults_in_scenario

    found = faults_in_scenario(file.scenario, book.vocabulary, book.guidance)
    if found:
        raise LmcsError(*placed(found, file.document))


def read_all(packs: Sequence[Path]) -> tuple[list[ScenarioFile], list[LmcsError]]:
    """Every scenario that can be read, and the errors of those that cannot."""
    files, errors = [], []
    for path in scenario_paths(packs):
        try:
            files.append(read_scenario(path))
        except LmcsError as error:
            errors.append(error)
    return files, errors
