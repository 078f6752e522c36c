"""The place of the plays: which one it is and why, and whether it can be written in. Nothing is left behind there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from lmcs_sim.doctor.drive import drive_looks
from lmcs_sim.doctor.look import Look, Part, why
from lmcs_sim.store.place import VARIABLE, store_url

PLACE = Part("place")

LITTLE, ROOMY = 5_000_000, 100_000_000
"""Bytes. With less than the first a play may not be kept; with less than the second it is time to make room."""

_ELSEWHERE = f"Set {VARIABLE} to a folder you may write in, or mend this one."


@frozen
class StorePlace:
    """Where plays are kept, and why there. `file` is the database's, None where it is on a server or in memory."""

    url: str
    because: str
    file: Path | None


def see_place() -> StorePlace:
    """The place that lmcs-sim would use here. Raises OSError where the working folder is gone."""
    url = store_url()
    file = _file_of(url)
    if os.environ.get(VARIABLE):
        because = f"{VARIABLE} names it"
    elif file is not None and file.parent == Path.cwd() / "saves":
        because = "there is a folder named saves where you are"
    else:
        because = f"it is your own data folder: {VARIABLE} is not set, and there is no folder named saves here"
    return StorePlace(url, because, file)


def _file_of(url: str) -> Path | None:
    from sqlalchemy.engine import make_url

    if not url.startswith("sqlite"):
        return None
    path = make_url(url).database or ":memory:"
    return None if path == ":memory:" or path.startswith("file:") else Path(path)


def place_looks(place: StorePlace) -> Iterator[Look]:
    """How the place of the plays stands, its database left aside."""
    if place.file is None:
        yield from PLACE.guarded({"where": lambda: _elsewhere(place)})
        return
    folder = place.file.parent
    yield from PLACE.guarded(
        {
            "where": lambda: _where(place, folder),
            "folder": lambda: _folder(folder),
            "room": lambda: _room(_there(folder)),
            "drive": lambda: drive_looks(PLACE, _there(folder)),
        }
    )


def trouble_writing(folder: Path) -> str:
    """Why nothing can be written in a folder; empty where it can. What is written has no name, and is gone at once."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"lmcs-sim")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return why(error)
    return ""


def _elsewhere(place: StorePlace) -> Iterator[Look]:
    if place.url.startswith("sqlite"):
        found = f"{VARIABLE} names memory, or an address that only SQLite can read"
        means = "Plays in memory are kept only while the program runs."
        yield PLACE.warning("where", found, means, f"Set {VARIABLE} to a folder.")
    else:
        yield PLACE.ok("where", f"a database server, because {place.because}")


def _where(place: StorePlace, folder: Path) -> Iterator[Look]:
    named = os.environ.get(VARIABLE, "")
    trouble = _trouble_reaching(place.url)
    if trouble:
        means = "No play can be read or kept."
        yield PLACE.error("where", f"{VARIABLE} is {named}: {trouble}", means, f"Set {VARIABLE} to a folder.")
    elif named and "://" not in named and not Path(named).is_absolute():
        means = "It is looked for in whatever folder you are in: start elsewhere, and your plays are not there."
        cure = f"Set {VARIABLE} to a whole path{', without ~' if named.startswith('~') else ''}."
        yield PLACE.warning("where", f"{folder}, because {VARIABLE} is {named}", means, cure)
    else:
        yield PLACE.ok("where", f"{folder}, because {place.because}")


def _trouble_reaching(url: str) -> str:
    """Why SQLAlchemy cannot use an address; empty where it can. Nothing is opened."""
    from sqlalchemy import create_engine
    from sqlalchemy.exc import ArgumentError

    try:
        create_engine(url).dispose()
    except (ArgumentError, ImportError, ValueError) as error:
        return why(error)
    return ""


def _folder(folder: Path) -> Iterator[Look]:
    there = _there(folder)
    trouble = "it is a file, not a folder" if not there.is_dir() else trouble_writing(there)
    if folder == there:
        if not trouble:
            os.listdir(folder)
            yield PLACE.ok("folder", "it can be read and written")
        else:
            yield PLACE.error("folder", f"it cannot be written in: {trouble}", "No play can be kept.", _ELSEWHERE)
    elif trouble:
        found = f"it is not there and cannot be made in {there}: {trouble}"
        yield PLACE.error("folder", found, "No play can be kept.", _ELSEWHERE)
    else:
        yield PLACE.ok("folder", "not there yet", "It is made when lmcs-sim first opens.")


def _room(there: Path) -> Iterator[Look]:
    usage = shutil.disk_usage(there)
    found, free = f"{usage.free // 1_000_000} MB free", usage.free
    cure = f"Make room on that drive, or set {VARIABLE} to a folder on another."
    if not usage.total:
        yield PLACE.ok("room", "how much is free cannot be told here")
    elif free < LITTLE:
        yield PLACE.error("room", found, "A decision may not be kept.", cure)
    elif free < ROOMY:
        yield PLACE.warning("room", found, "There is enough for plays, and not for much else.", cure)
    else:
        yield PLACE.ok("room", found)


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next((path for path in (folder, *folder.parents) if os.path.exists(path)), folder)
