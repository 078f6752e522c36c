"""Finding a scenario's document by its id or its file. What makes a value of it is loaded later, as are the faults."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lmcs_sim.toml.packs import not_found, scenario_paths
from lmcs_sim.toml.reader import Document, read

if TYPE_CHECKING:
    from lmcs_sim.faults import Fault


def find_document(name: str, packs: Sequence[Path]) -> "Document | Fault":
    """The document of the scenario with an id, or in a file named by path; or what keeps it from being read.

    Raises WrongUse for an id that no pack has.
    """
    if names_file(name):
        return read(Path(name))
    paths = scenario_paths(packs)
    likely = [path for path in paths if path.stem == name]
    ids = []
    for path in (*likely, *(path for path in paths if path not in likely)):
        document = read(path)
        found = document.data.get("id") if isinstance(document, Document) else None
        if found == name or (path in likely and not isinstance(found, str)):
            return document
        if isinstance(found, str):
            ids.append(found)
    raise not_found("scenario", name, ids)


def names_file(name: str) -> bool:
    """Whether a name is that of a file; otherwise it is an id."""
    return name.endswith(".toml") or "/" in name or "\\" in name
