"""A play's log as a file of its own: what somebody sends to somebody else, and what a failing run is kept as."""

import itertools
import json
from pathlib import Path

from lmcs_sim.faults import Fault, LmcsError, Place, wrong_use
from lmcs_sim.play.play import Log
from lmcs_sim.scenario.checks import ID

FORMAT = 1
LARGEST = 1_000_000
"""Bytes. No play is as long."""
BIGGEST = 2**63
"""Numbers stay below it, as in the store."""


def write_log(log: Log, path: Path, overwrite: bool = True) -> None:
    """Writes a log. Raises LmcsError where the file cannot be written, or is there and may not be overwritten."""
    try:
        with path.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(log_text(log))
    except FileExistsError:
        cure = "Nothing is overwritten. Choose another name, or add --force."
        raise wrong_use("E052", "there is a file here already", cure, str(path)) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> LmcsError:
    cause = f"the log cannot be written: {(error.strerror or 'unknown reason').lower()}"
    return LmcsError(Fault("E001", cause, "Name a file in a folder you may write to.", Place(str(path))))


def write_beside(log: Log, number: int, folder: Path) -> Path:
    """Writes the log of a play with a number into a folder, under the first name that is free, and gives that.

    A file that has the same log already is left as it is. Raises LmcsError where the folder cannot be written.
    """
    text = log_text(log).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for count in itertools.count(1):
            path = folder / f"play-{number}-{log.scenario}{'' if count == 1 else f'-{count}'}.json"
            if path.is_file() and path.read_bytes() == text:
                return path
            if not path.exists() and not path.is_symlink():
                break
    except OSError as error:
        raise _unwritable(folder, error) from None
    write_log(log, path, overwrite=False)
    return path


def log_text(log: Log) -> str:
    """A log as its file has it."""
    data = {
        "format": FORMAT,
        "scenario": log.scenario,
        "scenario_hash": log.scenario_hash,
        "rulebook_hash": log.rulebook_hash,
        "seed": log.seed,
        "carried": [list(pair) for pair in log.carried],
        "steps": list(log.steps),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def read_log(path: Path) -> Log:
    """The log in a file. Raises LmcsError for a file that cannot be read or is no log."""
    data = _data(path)
    if isinstance(data, dict) and type(data.get("format")) is int and data["format"] != FORMAT:
        cure = "Use a version of lmcs-sim that reads it."
        raise LmcsError(Fault("E040", f"format {data['format']} is not one this version knows", cure, Place(str(path))))
    if not isinstance(data, dict) or not _is_log(data):
        cure = "Name a file that `lmcs-sim saves export` or `playtest --save` wrote."
        raise LmcsError(Fault("E041", "this is not a play's log", cure, Place(str(path))))
    carried = tuple((name, value) for name, value in data["carried"])
    hashes = (data["scenario_hash"], data["rulebook_hash"])
    return Log(data["scenario"], *hashes, data["seed"], carried, tuple(data["steps"]))


def _data(path: Path) -> object:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise LmcsError(Fault("E041", "the file is larger than any log", "Name another.", Place(str(path))))
        return json.loads(raw.decode("utf-8"))
    except OSError as error:
        cause = f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}"
        raise LmcsError(Fault("E001", cause, "Look at the name and the folder.", Place(str(path)))) from None
    except (ValueError, RecursionError):
        raise LmcsError(Fault("E041", "this is not a play's log", "Name another file.", Place(str(path)))) from None


def _is_log(data: dict[str, object]) -> bool:
    carried, steps = data.get("carried"), data.get("steps")
    texts = [data.get(name) for name in ("scenario", "scenario_hash", "rulebook_hash")]
    return (
        type(data.get("format")) is int
        and all(isinstance(text, str) for text in texts)
        # An id and no path: a file from elsewhere does not choose which file is opened.
        and ID.fullmatch(str(texts[0])) is not None
        and _is_number(data.get("seed"))
        and isinstance(steps, list)
        and all(isinstance(step, str) for step in steps)
        and isinstance(carried, list)
        and all(isinstance(pair, list) and len(pair) == 2 for pair in carried)
        and all(isinstance(name, str) and _is_number(value) for name, value in carried)
    )


def _is_number(value: object) -> bool:
    return type(value) is int and -BIGGEST <= value < BIGGEST
