"""The database: whether it opens, its format, whether it is sound, and how much is in it. It is only ever read."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attrs import frozen

from lmcs_sim.doctor.look import Look, Part, why
from lmcs_sim.store.tables import FORMAT, PLAYS, STEPS
from lmcs_sim.words.interface import counted

DATABASE = Part("database")

WAIT = 2.0
"""Seconds for another window to finish writing."""

_BESIDE = ("-journal", "-wal")
_AWAY = "Move the file away, or set LMCS_SIM_STORE to another folder."
_DAMAGED = "Put back a copy of the file, if you have one; if not, move it away and keep it. Send it to us if you may."

Ask = Callable[[str], Sequence[Any]]
"""A query, and the rows that answer it."""


@frozen
class Contents:
    """What was read of a database. `damage` is empty where it is sound, None where that was not asked.

    `plays` and `learners` are None where they cannot be counted.
    """

    tables: frozenset[str]
    version: object = None
    damage: str | None = ""
    plays: int | None = None
    learners: int | None = None
    cut_off: bool = False


def file_looks(file: Path) -> Iterator[Look]:
    """How a database in a file stands."""
    return DATABASE.guarded({"opens": lambda: _file(file)})


def _file(file: Path) -> Iterator[Look]:
    if not file.exists():
        yield DATABASE.ok("opens", "there is none yet", "It is made when lmcs-sim first opens.")
        return
    trouble = _trouble_opening(file)
    if trouble:
        yield DATABASE.error("opens", f"{file} cannot be opened to write: {trouble}", "No play can be kept.", _AWAY)
        return
    try:
        found = read_file(file)
    except sqlite3.Error as error:
        yield _unread(file, error)
        return
    yield DATABASE.ok("opens", str(file))
    yield from contents_looks(found)


def _trouble_opening(file: Path) -> str:
    try:
        with file.open("r+b"):
            return ""
    except OSError as error:
        return why(error)


def _unread(file: Path, error: sqlite3.Error) -> Look:
    if "locked" in str(error):
        means = "Another window is writing, or one that hangs has not let go."
        return DATABASE.warning("opens", f"{file} is locked", means, "Close every other lmcs-sim, and look again.")
    if "not a database" in str(error):
        means = "It is no database, so no play can be read or kept."
        return DATABASE.error("opens", f"{file} cannot be read: {error}", means, _AWAY)
    return DATABASE.error("opens", f"{file} cannot be read: {error}", "The file is damaged.", _DAMAGED)


def read_file(file: Path) -> Contents:
    """What is in a database's file. Raises sqlite3.Error where it cannot be read.

    A step that was cut off is undone by whoever opens the file next. That is not for us to do: then, and
    where reading would leave files beside it, a copy is read.
    """
    if not _has_log_beside(file):
        try:
            return _read_direct(file)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
    with tempfile.TemporaryDirectory(prefix="lmcs-sim-doctor-") as folder:
        copy = Path(folder) / file.name
        for end in ("", *_BESIDE):
            beside = file.with_name(file.name + end)
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(copy.name + end))
        with _connection(str(copy), uri=False) as connection:
            return _read_sqlite(connection, cut_off=True)


def _has_log_beside(file: Path) -> bool:
    """Whether SQLite keeps this file with a log beside it, which even a reader makes."""
    with file.open("rb") as opened:
        return opened.read(20)[18:20] == b"\x02\x02"


def _read_direct(file: Path) -> Contents:
    with _connection(f"{_address(file)}?mode=ro", uri=True) as connection:
        return _read_sqlite(connection, cut_off=False)


def _address(file: Path) -> str:
    """A file's address as SQLite reads one: not that of `Path.as_uri`, since SQLite knows no servers in it."""
    path = file.absolute().as_posix()
    return f"file://{'' if path.startswith('/') else '/'}{quote(os.fsencode(path))}"


@contextmanager
def _connection(name: str, uri: bool) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(name, uri=uri, timeout=WAIT)) as connection:
        yield connection


def _read_sqlite(connection: sqlite3.Connection, cut_off: bool) -> Contents:
    def ask(query: str) -> list[Any]:
        return connection.execute(query).fetchall()

    tables = [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
    damage = "; ".join(str(line) for (line,) in ask("PRAGMA quick_check(3)"))
    return read_contents(ask, tables, "" if damage == "ok" else damage, cut_off)


def read_contents(ask: Ask, tables: Sequence[str], damage: str | None, cut_off: bool = False) -> Contents:
    """What queries tell of a database with these tables."""
    version = next((row[0] for row in ask("SELECT version FROM format")), None) if "format" in tables else None
    plays = learners = None
    if "play" in tables and isinstance(version, int) and version <= FORMAT:
        plays, learners = next(iter(ask("SELECT count(*), count(DISTINCT learner) FROM play")))
    return Contents(frozenset(tables), version, damage, plays, learners, cut_off)


def contents_looks(found: Contents) -> Iterator[Look]:
    """How what was read of a database stands."""
    yield _format(found)
    if found.cut_off:
        means = "A step may have been cut off while it was written; the next start puts that right by itself."
        yield DATABASE.ok("log", "there is a log of changes beside the file", means)
    if found.damage:
        means = "Some plays may be lost, and new ones may not be kept."
        yield DATABASE.error("sound", f"it is damaged: {' '.join(found.damage.split())[:200]}", means, _DAMAGED)
    elif found.damage is not None:
        yield DATABASE.ok("sound", "SQLite's own check finds nothing wrong")
    if found.plays is not None and found.learners is not None:
        yield DATABASE.ok("plays", f"{counted(found.plays, 'play')} by {counted(found.learners, 'learner')}")


def _format(found: Contents) -> Look:
    missing = sorted({PLAYS.name, STEPS.name} - found.tables)
    if not found.tables:
        return DATABASE.ok("format", "it is empty", "Its tables are made when lmcs-sim first opens.")
    if "format" not in found.tables:
        return DATABASE.error("format", "this is some other program's database", "No play can be kept here.", _AWAY)
    if not isinstance(found.version, int):
        means = "No play can be read or kept."
        return DATABASE.error("format", "it does not say which format it is in", means, _AWAY)
    if found.version > FORMAT:
        means = f"This version reads format {FORMAT}, and leaves a newer one alone."
        cure = "Use the newer lmcs-sim that wrote it, or set LMCS_SIM_STORE to another folder."
        return DATABASE.error("format", f"format {found.version}", means, cure)
    if missing:
        return DATABASE.error("format", f"a part is missing: {', '.join(missing)}", "The file is damaged.", _DAMAGED)
    return DATABASE.ok("format", f"format {found.version}, which this version knows")
