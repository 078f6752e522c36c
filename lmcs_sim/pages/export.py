"""Pages as files: nothing that is there is overwritten unless that is asked for."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from lmcs_sim.faults import WrongUse, wrong_use
from lmcs_sim.pages.account import account_of
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.play import Play
from lmcs_sim.play.suggestion import Suggestion


def write_page(path: Path, text: str, overwrite: bool = False) -> None:
    """Writes a page in UTF-8. Raises WrongUse where a file is there already, or it cannot be written."""
    try:
        with path.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        cure = "Nothing is overwritten. Choose another name, or add --force."
        raise wrong_use("E052", "there is a file here already", cure, str(path)) from None
    except OSError as error:
        raise _unwritable(path, error) from error


def export_debrief(
    folder: Path, play: Play, attainable: Attainable | None = None, suggestions: tuple[Suggestion, ...] = ()
) -> list[Path]:
    """Writes the debrief into a folder as a web page and in Markdown, and says where, without the learner's name.

    The name is the scenario's, with a number where another debrief has it already. Raises WrongUse where the folder
    cannot be written.
    """
    from lmcs_sim.pages.debrief_markdown import debrief_markdown
    from lmcs_sim.pages.debrief_page import debrief_page

    account = account_of(play, attainable, suggestions=suggestions)
    texts = {".html": debrief_page(account), ".md": debrief_markdown(account)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = _free(folder, f"debrief-{play.game.scenario.id}", texts)
    except OSError as error:
        raise _unwritable(folder, error) from error
    for path in paths:
        if not path.exists():
            write_page(path, texts[path.suffix])
    return paths


def _free(folder: Path, name: str, texts: Mapping[str, str]) -> list[Path]:
    """The first names under which there is nothing yet, or the same already."""
    for number in count(1):
        paths = [folder / f"{name}{'' if number == 1 else f'-{number}'}{suffix}" for suffix in texts]
        if all(_same(path, texts[path.suffix]) for path in paths):
            return paths
    raise AssertionError("numbers do not end")


def _same(path: Path, text: str) -> bool:
    there = path.exists() or path.is_symlink()
    return not there or (path.is_file() and path.read_bytes() == text.encode())


def _unwritable(path: Path, error: OSError) -> WrongUse:
    cause = f"this cannot be written: {(error.strerror or 'unknown reason').lower()}"
    return wrong_use("E052", cause, "Look at the folder and its permissions.", str(path))
