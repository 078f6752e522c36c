"""The settings' file: where it is, reading it, and writing one setting without touching what else stands there."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lmcs_sim.settings.settings import DEFAULTS, Settings, Wrong, settings_in

if TYPE_CHECKING:
    from lmcs_sim.faults import LmcsError

VARIABLE = "LMCS_SIM_SETTINGS"
"""A file that overrules the user's own."""


def settings_path() -> Path:
    """The settings' file, there or not."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_config_dir("lmcs-sim", appauthor=False)) / "settings.toml"


def read_settings(path: Path) -> Settings:
    """The settings in a file; the defaults where there is none. Raises LmcsError with every fault of it.

    The file of another language that they name is found from the folder that they stand in.
    """
    try:
        if not path.exists():
            return Settings()
    except OSError:
        pass
    from lmcs_sim.toml.reader import Document, read

    document = read(path)
    if not isinstance(document, Document):
        from lmcs_sim.faults import LmcsError

        raise LmcsError(document)
    settings, wrong = settings_in(document.data)
    if wrong:
        raise _faults_in(document.file, document.text, wrong)
    if settings.words:
        settings = settings._replace(words=str(path.parent / Path(settings.words).expanduser()))
    return settings


def change_settings(path: Path, **changes: Any) -> Settings:
    """Writes some settings, and gives them all. Of `keys` it writes those it names; empty ones are the usual again.

    What else stands in the file, comments too, stays as it is; so does the whole file where anything is raised:
    WrongUse for a setting that cannot be so, LmcsError where the file has faults or cannot be written.
    """
    read_settings(path)
    text = _changed(path, changes)
    _refuse_wrong(text)
    try:
        _write(path, text)
    except OSError as error:
        from lmcs_sim.faults import Fault, LmcsError, Place

        cause = f"the settings cannot be written: {(error.strerror or 'unknown reason').lower()}"
        cure = f"Make the file writable, or set {VARIABLE} to a file that you may write."
        raise LmcsError(Fault("E052", cause, cure, Place(str(path)))) from None
    return read_settings(path)


def _changed(path: Path, changes: Mapping[str, Any]) -> str:
    """The file's text with some settings changed. What is as it usually is need not stand there."""
    import tomlkit

    # By bytes: line ends stay as they are.
    document = tomlkit.parse(path.read_bytes().decode("utf-8-sig") if path.exists() else "")
    for name, value in changes.items():
        if name == "keys":
            table = document.setdefault("keys", tomlkit.table())
            for command, keys in value.items():
                _put(table, command, list(keys), [])
            if not table:
                del document["keys"]
        else:
            _put(document, name, value, DEFAULTS.get(name))
    return tomlkit.dumps(document)


def _put(table: Any, name: str, value: object, usual: object) -> None:
    if value == usual:
        table.pop(name, None)
    else:
        table[name] = value


def _refuse_wrong(text: str) -> None:
    """Raises WrongUse for settings that cannot be so."""
    import tomli

    wrong = settings_in(tomli.loads(text))[1]
    if wrong:
        from lmcs_sim.faults import Fault, Place, WrongUse

        raise WrongUse(*(Fault(bad.code, bad.cause, bad.cure, Place(".".join(bad.path))) for bad in wrong))


def _write(path: Path, text: str) -> None:
    """Puts a text in a file's place at once. A link goes on leading where it led. Raises OSError."""
    file = Path(os.path.realpath(path))
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(text.encode("utf-8"))
        if file.exists():
            beside.chmod(file.stat().st_mode)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _faults_in(file: str, text: str, wrong: Iterable[Wrong]) -> "LmcsError":
    from lmcs_sim.faults import LmcsError, fault
    from lmcs_sim.toml.files import placed
    from lmcs_sim.toml.reader import Document

    faults = [fault(bad.code, bad.cause, bad.cure, *bad.path) for bad in wrong]
    return LmcsError(*placed(faults, Document(file, text, {})))
