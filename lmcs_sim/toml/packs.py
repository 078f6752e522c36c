"""Packs: folders with rules/ and scenarios/. Where they are found, and the rulebook they make together.

What reads the rules is loaded with the rulebook: the first words of a play and the home screen wait for none of it.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lmcs_sim.faults import LmcsError
    from lmcs_sim.rules.rulebook import Rulebook

VARIABLE = "LMCS_SIM_PACKS"


def built_in() -> Path:
    """The pack that ships with the package: beside its modules when installed, else the checkout's root."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent


def find_packs(named: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The built-in pack, the user's own, those of LMCS_SIM_PACKS, and those named on the command line.

    Raises WrongUse for a named pack that is not a folder with rules/ or scenarios/.
    """
    from_variable = packs_in_variable()
    for path in (*from_variable, *named):
        if not is_pack(path):
            from lmcs_sim.faults import wrong_use

            cure = "Name a folder that has a rules/ or a scenarios/ folder in it."
            raise wrong_use("E051", "this is not a pack", cure, str(path))
    return tuple(dict.fromkeys([built_in(), *own_packs(), *from_variable, *named]))


def is_pack(path: Path) -> bool:
    """Whether a path is a folder with rules/ or scenarios/."""
    return (path / "rules").is_dir() or (path / "scenarios").is_dir()


def packs_in_variable() -> list[Path]:
    """What LMCS_SIM_PACKS names, whether it is there or not."""
    return [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]


def own_packs() -> list[Path]:
    """The folders among the user's own packs, in the order of their names."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("lmcs-sim", appauthor=False)) / "packs"
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def scenario_paths(packs: Iterable[Path]) -> list[Path]:
    """Every scenario file of the packs, in the order of packs and names."""
    return [path for pack in packs for path in sorted((pack / "scenarios").glob("*.toml"))]


def load_rulebook(packs: Sequence[Path]) -> "Rulebook":
    """The rulebook that the packs make together. Raises LmcsError with every fault of every file."""
    from lmcs_sim.rules.examples import faults_in_examples
    from lmcs_sim.rules.rulebook import faults_between
    from lmcs_sim.toml.pack_reader import PackReader

    reader = PackReader(packs)
    book = reader.book()
    between = [*faults_between(book), *faults_in_examples(book)]
    reader.place([("rule", (rule,), bad) for rule, bad in between], packs)
    reader.stop_at_faults()
    return book


def hash_of(*texts: str) -> str:
    """The content hash of texts in a given order."""
    import hashlib

    digest = hashlib.sha256()
    for text in texts:
        digest.update(hashlib.sha256(text.encode()).digest())
    return digest.hexdigest()[:16]


def not_found(kind: str, name: str, known: Iterable[str], where: str = "command line") -> "LmcsError":
    """The error for an id that nothing has."""
    from lmcs_sim.faults import did_you_mean, wrong_use

    return wrong_use("E051", f"there is no {kind} {name!r}", did_you_mean(name, known), where)
