"""The keys that somebody gives to commands, and what is wrong with them."""

from collections.abc import Iterator, Mapping

from lmcs_sim.commands import BY_ID, RESERVED, SIGNS, Keys, clashes, rebound, together
from lmcs_sim.settings.settings import Wrong, one_of
from lmcs_sim.words.catalogue import said

NAMED_KEYS = (
    *("enter", "space", "escape", "delete", "backspace", "insert", "home"),
    *(f"f{number}" for number in range(1, 13)),
)
KEPT_BACK = "chijmq"
"""Letters that are no keys with ctrl: a terminal sends something else for them, or they always leave."""


def keys_in(table: object) -> tuple[dict[str, Keys], list[Wrong]]:
    """The keys of each command that a file's table gives, and everything that is wrong with them."""
    if not isinstance(table, dict):
        cure = 'Write it as a table: [keys], and below it COMMAND = ["key"], line by line.'
        return {}, [Wrong("E010", "keys wants a table", cure, ("keys",))]
    keys: dict[str, Keys] = {}
    wrong = []
    for name, value in table.items():
        if name not in BY_ID:
            wrong.append(Wrong("E014", f"there is no command {name!r}", one_of(name, tuple(BY_ID)), ("keys", name)))
        elif not isinstance(value, list) or not value or not all(isinstance(key, str) for key in value):
            cure = f'Write one or more keys in square brackets: {name} = ["f2"].'
            wrong.append(Wrong("E010", f"the keys of {name} want a list", cure, ("keys", name)))
        else:
            keys[name], bad = _each_key(name, value)
            wrong += bad
    return keys, wrong + list(_clashing(keys))


def _each_key(name: str, written: list[str]) -> tuple[Keys, list[Wrong]]:
    keys, wrong = [], []
    for text in written:
        key = key_named(text)
        if key is None:
            signs = " ".join(SIGNS.values())
            cure = f"Use a letter, a digit, one of {signs}, a key such as f2 or delete, or ctrl+ and a letter."
            wrong.append(Wrong("E042", f"{text!r} is not a key that {name} can have", cure, ("keys", name)))
        else:
            keys.append(key)
    return tuple(dict.fromkeys(keys)), wrong


def key_named(text: str) -> str | None:
    """The key that somebody writes as "?" or "F2" or "ctrl+u"; None for what is none."""
    by_sign = {sign: key for key, sign in SIGNS.items()}
    if text in by_sign:
        return by_sign[text]
    if len(text) == 1 and text.isascii() and text.isalnum():
        return text
    *held, last = text.lower().split("+")
    if not held and last in (*NAMED_KEYS, *SIGNS):
        return last
    usable = held == ["ctrl"] and len(last) == 1 and "a" <= last <= "z" and last not in KEPT_BACK
    return f"ctrl+{last}" if usable else None


def key_written(key: str) -> str:
    """A key as somebody writes it in the settings; `key_named` the other way round."""
    return SIGNS.get(key, key)


def _clashing(keys: Mapping[str, Keys]) -> Iterator[Wrong]:
    told = set()
    for key, command, other, place in clashes(keys):
        # Where both were given the key, each clashes with the other.
        if (key, frozenset((command, other))) in told:
            continue
        told.add((key, frozenset((command, other))))
        where, written = said(f"place.{place}"), key_written(key)
        cause = f"{command} and {other} would share the key {written!r} on {where}"
        if not other:
            cause = f"{command} would have the key {written!r}, which moves about on {where}"
        yield Wrong("E042", cause, _free(command, keys), ("keys", command))


def _free(command: str, keys: Mapping[str, Keys]) -> str:
    """The letters that nothing has wherever a command is allowed."""
    beside = {each for place in BY_ID[command].where for each in together(place)}
    taken = {key for each in rebound(keys) if beside & set(each.where) for key in each.keys}
    taken |= {key for place in beside for key in RESERVED[place]}
    free = [letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter not in taken]
    return f"Give it another key. Free for {command}: {' '.join(free) or 'f2 to f12'}."
