"""Scenario files: reading one, and checking it against the rulebook."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.scenario.briefing import FORMAT
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.toml.files import placed, value_of
from lmcs_sim.toml.finding import find_document
from lmcs_sim.toml.packs import hash_of, scenario_paths
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
    return scenario_in(read(path))


def scenario_in(document: Document | Fault) -> ScenarioFile:
    """The scenario in a document. Raises LmcsError with every fault of its shape."""
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
    return scenario_in(find_document(name, packs))


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
