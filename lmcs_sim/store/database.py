"""The database: opening it, in today's format, without harming what is there."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, inspect, select
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from lmcs_sim.faults import Fault, LmcsError, Place
from lmcs_sim.store.tables import FORMAT, FORMATS, METADATA, SINCE_FORMAT


def open_database(url: str) -> Engine:
    """The engine of a database that is there and of our format; made if it was not there.

    One of an older format is taken over whole, or left as it was. Raises LmcsError: E040 for a newer format, E041
    for what cannot be read. Neither is touched.
    """
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            there = inspect(connection).has_table("format")
        if not there:
            _make_tables(engine)
        with engine.begin() as connection:
            found = _format_of(connection, url)
        if found < FORMAT:
            _take_over(engine, url, found)
    except DatabaseError as error:
        raise unreadable(url, reason(error)) from None
    return engine


def unreadable(url: str, cause: str) -> LmcsError:
    """The error for saves that cannot be read."""
    cure = f"Move the file away, or set {_variable()} to another folder; nothing was changed."
    return LmcsError(Fault("E041", f"the saves cannot be read: {cause}", cure, Place(file=shown(url))))


def _engine(url: str) -> Engine:
    try:
        engine = create_engine(url)
    except (ArgumentError, ImportError, ValueError) as error:
        cause = f"the saves cannot be reached: {str(error).lower()}"
        cure = f"Set {_variable()} to a folder, or to a database URL whose driver is installed."
        raise LmcsError(Fault("E041", cause, cure, Place(file=_variable()))) from None
    if engine.dialect.name == "sqlite":
        _make_folder(url)
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", _begin)
    return engine


def _make_tables(engine: Engine) -> None:
    """Makes every table at once, or none: whoever comes second, or after a kill, finds all or nothing."""
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        found = inspect(connection).get_table_names()
        if "format" in found:
            return
        if found:
            raise unreadable(str(engine.url), "this is some other program's database")
        METADATA.create_all(connection)
        connection.execute(FORMATS.insert().values(version=FORMAT))


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _take_over(engine: Engine, url: str, old: int) -> None:
    """Brings an older format up to ours: all of it, or nothing."""
    try:
        with engine.connect().execution_options(immediate=True) as connection, connection.begin():
            # Whoever comes second waits here, and finds it done.
            found = _format_of(connection, url, locked=True)
            for version in range(found + 1, FORMAT + 1):
                METADATA.create_all(connection, SINCE_FORMAT[version])
            connection.execute(FORMATS.update().values(version=FORMAT))
    except DatabaseError as error:
        cause = f"they are in the older format {old} and cannot be taken over: {reason(error)}"
        raise unreadable(url, cause) from None


def _format_of(connection: Connection, url: str, locked: bool = False) -> int:
    """The format that is there, never above ours. `locked`: nobody else alters it meanwhile."""
    asked = select(FORMATS.c.version)
    found = connection.execute(asked.with_for_update() if locked else asked).scalars().first()
    if not isinstance(found, int) or found < 1:
        raise unreadable(url, "they do not say which format they are in")
    if found > FORMAT:
        cause = f"these saves are in format {found}, and this version reads format {FORMAT}"
        cure = "Use the newer lmcs-sim that wrote them; nothing was changed."
        raise LmcsError(Fault("E040", cause, cure, Place(file=shown(url))))
    return found


def _durable(connection: sqlite3.Connection, _: object) -> None:
    # We begin every transaction ourselves (_begin), so that the making of tables is inside one as well.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=10000")
    cursor.close()


def _make_folder(url: str) -> None:
    database = make_url(url).database
    if not database or database == ":memory:" or database.startswith("file:"):
        return
    try:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"the folder for saves cannot be made: {(error.strerror or 'unknown reason').lower()}"
        raise LmcsError(
            Fault("E041", cause, f"Set {_variable()} to a folder you may write in.", Place(file=database))
        ) from None


def reason(error: DatabaseError) -> str:
    """What the database itself says went wrong."""
    return str(error.orig).lower() if error.orig is not None else "unknown reason"


def shown(url: str) -> str:
    """A database's name as people may see it: a file, or a URL without its password."""
    parsed = make_url(url)
    return (
        parsed.database or "" if parsed.get_backend_name() == "sqlite" else parsed.render_as_string(hide_password=True)
    )


def _variable() -> str:
    from lmcs_sim.store.place import VARIABLE

    return VARIABLE
