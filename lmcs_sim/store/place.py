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
    return url_of(Path(named) if named else _folder())


def url_of(folder: Path) -> str:
    """The URL of the SQLite database in a folder."""
    return f"sqlite:///{(folder / NAME).absolute()}"


def _folder() -> Path:
    beside = Path.cwd() / "saves"
    if beside.is_dir():
        return beside
    import platformdirs

    return Path(platformdirs.user_data_dir("lmcs-sim", appauthor=False))
