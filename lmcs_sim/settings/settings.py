"""The settings as a value, and what is wrong with those that a file gives.

Plain tuples and tables, so that the first screen is painted without loading attrs.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from lmcs_sim.commands import Keys

THEMES = ("dark", "light", "contrast-dark", "contrast-light")


class Settings(NamedTuple):
    """What a person has chosen. Everything has a default; no file is needed."""

    theme: str = THEMES[0]
    """The colours of the screens: one of THEMES."""
    ascii: bool = False
    """Whether to draw with plain ASCII signs only."""
    plain: bool = False
    """Whether to start in plain lines, without screens."""
    tour: bool = True
    """Whether to offer a look round to somebody who has not played."""
    words: str = ""
    """A file with the sentences of another language, found from the settings' folder; empty for English."""
    keys: Mapping[str, Keys] = {}
    """Other keys for commands, by the command's id."""


DEFAULTS: Mapping[str, Any] = Settings._field_defaults
"""What every setting is where no file says otherwise."""


class Wrong(NamedTuple):
    """One thing wrong with a settings file: a code of faults, the cause, the cure, and the key path."""

    code: str
    cause: str
    cure: str
    path: tuple[str, ...]


_WRITTEN = {bool: "true or false", str: "text in quotes"}


def settings_in(data: Mapping[str, Any]) -> tuple[Settings, list[Wrong]]:
    """The settings that a file's tables give, and everything that is wrong with them."""
    values: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for name, value in data.items():
        if name not in DEFAULTS:
            wrong.append(Wrong("E011", f"there is no setting {name!r}", one_of(name, Settings._fields), (name,)))
        elif name == "keys":
            from lmcs_sim.settings.keys import keys_in

            values[name], bad = keys_in(value)
            wrong += bad
        elif type(value) is not type(DEFAULTS[name]):
            kind = _WRITTEN[type(DEFAULTS[name])]
            wrong.append(Wrong("E010", f"{name} wants {kind}", f"Write {kind}.", (name,)))
        elif name == "theme" and value not in THEMES:
            wrong.append(Wrong("E014", f"there is no theme {value!r}", one_of(value, THEMES), (name,)))
        else:
            values[name] = value
    return Settings(**values), wrong


def one_of(word: str, known: tuple[str, ...]) -> str:
    """A cure for a misspelt word: the nearest known one, or all of them."""
    near = get_close_matches(word, known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Use one of: {', '.join(known)}."
