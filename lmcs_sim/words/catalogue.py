"""The sentences of the faces, from one file for each language. A sentence is named, never spelt where it is said."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Entry = str | Mapping[str, str]
"""A sentence; or its forms by number: `none`, `one`, `many`."""

FORMS = frozenset(("none", "one", "many"))
_PLACE = re.compile(r"\{([a-z_]+)\}")
# Not by pathlib: `--help` says its lines by this, and would wait for it alone.
ENGLISH = os.path.join(os.path.dirname(__file__), "en.toml")


def said(name: str, /, **values: object) -> str:
    """The sentence of a name such as "home.playing-as", with each `{value}` put in.

    Raises KeyError for a name that the file does not have, or a value that is not given.
    """
    entry = _sentences()[name]
    assert isinstance(entry, str), f"{name} has forms by number"
    return _filled(entry, values)


def counted(number: int, name: str, /, **values: object) -> str:
    """The sentence of a name in its form for a number, which it tells as `{number}`: "no scenes", "1 scene"."""
    entry = _sentences()[name]
    assert not isinstance(entry, str), f"{name} has no forms by number"
    form = "none" if not number and "none" in entry else "one" if number == 1 else "many"
    return _filled(entry[form], {"number": f"{number:,}", **values})


def _filled(sentence: str, values: Mapping[str, object]) -> str:
    return _PLACE.sub(lambda place: str(values[place.group(1)]), sentence)


class Named(Mapping[str, str]):
    """What the ids of one kind are called. A name is said when it is asked for, in the words that are spoken then."""

    def __init__(self, ids: Iterable[str], name: Callable[[str], str]) -> None:
        """`name` says what an id is called."""
        self._ids = tuple(ids)
        self._name = name

    def __getitem__(self, id: str) -> str:
        """Raises KeyError for an id that is not of this kind."""
        if id not in self._ids:
            raise KeyError(id)
        return self._name(id)

    def __iter__(self) -> Iterator[str]:
        """The ids, in their order."""
        return iter(self._ids)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ids)


def speak(sentences: Mapping[str, Entry]) -> None:
    """Says everything in other words from now on, as `words.language` gives them; what they lack stays as it was.

    What was said already stays too.
    """
    _sentences().update(sentences)


def places_of(sentence: str) -> set[str]:
    """The names of the values that a sentence is given."""
    return set(_PLACE.findall(sentence))


@cache
def english() -> Mapping[str, Entry]:
    """Every sentence, in English."""
    return read_sentences(ENGLISH)


@cache
def _sentences() -> dict[str, Entry]:
    return dict(english())


def read_sentences(path: "Path | str") -> dict[str, Entry]:
    """The sentences of a file by name: `[home]` with `title = "…"` gives "home.title"."""
    import tomli

    with open(path, encoding="utf-8") as file:
        return dict(_named(tomli.loads(file.read()), ""))


def _named(table: Mapping[str, object], before: str) -> Iterator[tuple[str, Entry]]:
    for name, entry in table.items():
        if isinstance(entry, dict) and not FORMS.issuperset(entry):
            yield from _named(entry, f"{before}{name}.")
        else:
            yield f"{before}{name}", entry  # type: ignore[misc]
