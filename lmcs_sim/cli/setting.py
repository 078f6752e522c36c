"""The command that shows the settings and changes one."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lmcs_sim.cli.output import print_data, print_lines

if TYPE_CHECKING:
    from lmcs_sim.faults import WrongUse
    from lmcs_sim.settings.settings import Settings

KEYS = "keys"


@click.command()
@click.argument("name", required=False)
@click.argument("values", metavar="[VALUE]…", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="As data.")
def settings(name: str | None, values: tuple[str, ...], as_json: bool) -> None:
    """The settings and where they are kept; with a NAME that one, and with a VALUE it is changed.

    `settings theme light`, `settings ascii on`, `settings keys.undo z`. `settings keys` tells every command's keys.
    """
    from lmcs_sim.settings.file import change_settings, read_settings, settings_path

    path = settings_path()
    found = read_settings(path)
    _speak(found)
    if name is not None:
        _known(name)
    if name is not None and values:
        found = change_settings(path, **_change(name, values))
        _speak(found)
    if as_json:
        print_data(_record(found, path))
    else:
        print_lines(_lines(found, path, name))


def _speak(found: "Settings") -> None:
    """Says everything in the language of the settings, where its file can be read."""
    if found.words:
        from lmcs_sim.faults import LmcsError
        from lmcs_sim.settings.language import speak_from

        with suppress(LmcsError):  # It may be what somebody is about to mend; the doctor tells of it.
            speak_from(Path(found.words))


def _known(name: str) -> None:
    """Raises WrongUse for a setting that is not there."""
    from lmcs_sim.settings.settings import Settings, one_of

    part, _, command = name.partition(".")
    if part == KEYS and command:
        from lmcs_sim.commands import BY_ID

        if command not in BY_ID:
            raise _wrong("E014", f"there is no command {command!r}", one_of(command, tuple(BY_ID)))
    elif name not in Settings._fields:
        raise _wrong("E011", f"there is no setting {name!r}", one_of(name, Settings._fields))


def _change(name: str, values: Sequence[str]) -> dict[str, Any]:
    """What is to be changed, as a file has it. Raises WrongUse for values that the setting cannot have."""
    if name == KEYS:
        raise _wrong("E051", "keys are those of a command", "Write the command's id with it: keys.undo z.")
    if name.startswith(f"{KEYS}."):
        return {KEYS: {name.partition(".")[2]: _keys(name.partition(".")[2], values)}}
    if len(values) > 1:
        raise _wrong("E051", f"{name} is one thing, and {len(values)} are given", "Put quotes round it, or give one.")
    return {name: _value(name, values[0])}


def _keys(command: str, values: Sequence[str]) -> Sequence[str]:
    """Other keys for a command; none where they are those it always had."""
    from lmcs_sim.commands import BY_ID
    from lmcs_sim.settings.keys import key_named

    return () if {key_named(value) for value in values} == set(BY_ID[command].keys) else values


def _value(name: str, text: str) -> object:
    from lmcs_sim.settings.settings import DEFAULTS
    from lmcs_sim.words.catalogue import said

    if name == "words" and text:
        from lmcs_sim.settings.language import read_language

        path = Path(text).expanduser().absolute()
        read_language(path)
        return str(path)
    if isinstance(DEFAULTS[name], str):
        return text
    switch = {"true": True, "false": False, said("settings.on"): True, said("settings.off"): False}.get(text.lower())
    if switch is None:
        raise _wrong("E010", f"{name} is on or off, not {text!r}", f"Write on or off: `lmcs-sim settings {name} on`.")
    return switch


def _lines(found: "Settings", path: Path, name: str | None) -> Iterator[str]:
    from lmcs_sim.words.catalogue import said

    for each in found._fields:
        if each != KEYS and name in (None, each):
            yield said("setting.line", name=each, value=_shown(found, each), help=said(f"settings.{each}-help"))
    yield from _key_lines(found, name)
    if name is None:
        yield said("setting.keys")
        yield said("setting.file" if path.exists() else "setting.no-file", path=path)


def _key_lines(found: "Settings", name: str | None) -> Iterator[str]:
    """The keys that were changed; those of every command, or of one, where they are asked for."""
    from lmcs_sim.commands import rebound
    from lmcs_sim.words.catalogue import said

    for command in rebound(found.keys):
        if name in (KEYS, f"{KEYS}.{command.id}") or (name is None and command.id in found.keys):
            keys = " ".join(_written(command.keys))
            yield said("setting.line", name=f"{KEYS}.{command.id}", value=keys, help=command.help)


def _shown(found: "Settings", name: str) -> str:
    from lmcs_sim.words.catalogue import said

    value = getattr(found, name)
    if isinstance(value, bool):
        return said("settings.on" if value else "settings.off")
    return str(value) or said("setting.english")


def _written(keys: Sequence[str]) -> list[str]:
    from lmcs_sim.settings.keys import key_written

    return [key_written(key) for key in keys]


def _record(found: "Settings", path: Path) -> dict[str, object]:
    from lmcs_sim.commands import rebound

    keys = {command.id: _written(command.keys) for command in rebound(found.keys)}
    return {"file": str(path), "there": path.exists(), "settings": {**found._asdict(), KEYS: keys}}


def _wrong(code: str, cause: str, cure: str) -> "WrongUse":
    from lmcs_sim.faults import wrong_use

    return wrong_use(code, cause, cure)
