"""A database on a server: whether it is reached, and what is in it. It is only ever read."""

import re
from collections.abc import Iterator

from lmcs_sim.doctor.database import DATABASE, contents_looks, read_contents
from lmcs_sim.doctor.look import Look

SECONDS = 5
"""How long a server may take to answer."""

_CURE = "Look at LMCS_SIM_STORE: the driver, the server's name, the user and the password; or set it to a folder."


def server_looks(url: str) -> Iterator[Look]:
    """How a database that a URL names stands."""
    return DATABASE.guarded({"opens": lambda: _server(url)})


def _server(url: str) -> Iterator[Look]:
    from sqlalchemy import create_engine, inspect
    from sqlalchemy.exc import SQLAlchemyError

    from lmcs_sim.store.database import shown

    try:
        waits = {"connect_timeout": SECONDS} if url.startswith("postgresql") else {}
        engine = create_engine(url, connect_args=waits)
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            found = read_contents(lambda query: connection.exec_driver_sql(query).all(), tables, None)
    except (SQLAlchemyError, ImportError, ValueError) as error:
        said = _without_password(" ".join(str(getattr(error, "orig", None) or error).split())[:200], url)
        yield DATABASE.error("opens", f"it cannot be reached: {said}", "No play can be kept.", _CURE)
        return
    yield DATABASE.ok("opens", shown(url))
    yield from contents_looks(found)


def _without_password(said: str, url: str) -> str:
    found = re.search(r"://[^/@]*?:(.+)@", url)
    return said.replace(found.group(1), "***") if found else said
