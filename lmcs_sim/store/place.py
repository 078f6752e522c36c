"""Where the plays are kept."""

import os
from pathlib import Path

VARIABLE = "LMCS_SIM_STORE"
"""A database URL or a folder that overrules the places below."""

NAME = "lmcs-sim.db"


def store_url() -> str:
    """The database's URL: LMCS_SIM_STORE, else saves/ in the working folder, else the user's data folder."""
    named = os.environ.get(VARIABLE, "")
    if "://" in named:
        return named
    return url_of(folder_beside())


def url_of(folder: Path) -> str:
    """The URL of the SQLite database in a folder."""
    return f"sqlite:///{(folder / NAME).absolute()}"


def folder_beside() -> Path:
    """The folder that the database is in; where it is a database by URL, the one that would be used without it."""
    named = os.environ.get(VARIABLE, "")
    return _folder() if not named or "://" in named else Path(named)


def _folder() -> Path:
    beside = Path.cwd() / "saves"
    if beside.is_dir():
        return beside
    import platformdirs

    return Path(platformdirs.user_data_dir("lmcs-sim", appauthor=False))
