"""What can be said of the sentences of another language. Without the rest, a slip in a file would stop a screen."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lmcs_sim.words.catalogue import Entry, places_of


class Language(NamedTuple):
    """What a file of sentences holds: those that can be said, the names that English does not have, and the rest."""

    sentences: Mapping[str, Entry]
    unknown: tuple[str, ...]
    unusable: tuple[str, ...]
    """Names of sentences with other forms or other `{places}` than English has, or words that cannot be typed."""


def vetted(found: Mapping[str, Entry], english: Mapping[str, Entry]) -> Language:
    """The sentences of a file, beside the English ones that they are to stand for."""
    alike = {name: entry for name, entry in found.items() if name in english and _alike(entry, english[name])}
    sentences = _typable(alike, english)
    unknown = tuple(name for name in found if name not in english)
    return Language(sentences, unknown, tuple(name for name in found if name not in {*sentences, *unknown}))


def _alike(entry: object, english: Entry) -> bool:
    """Whether a sentence can stand for an English one: the same kind, and no place that is not given a value."""
    if isinstance(entry, str) and isinstance(english, str):
        return places_of(entry) <= places_of(english)
    if not isinstance(entry, dict) or isinstance(english, str) or not {"one", "many"} <= entry.keys():
        return False
    given = {"number"}.union(*map(places_of, english.values()))
    return all(isinstance(form, str) and places_of(form) <= given for form in entry.values())


def _typable(sentences: Mapping[str, Entry], english: Mapping[str, Entry]) -> dict[str, Entry]:
    """The sentences without words of commands that cannot be typed, or that would mean two commands."""
    kept = {name: entry for name, entry in sentences.items() if not is_word(name) or _is_single(entry)}
    while twice := set(_shared({**english, **kept})) & kept.keys():
        for name in twice:
            del kept[name]
    return kept


def is_word(name: str) -> bool:
    """Whether a sentence is the word of a command, which is typed."""
    return name.startswith("command.") and name.endswith(".word")


def _is_single(entry: Entry) -> bool:
    return isinstance(entry, str) and entry.isprintable() and len(entry.split()) == 1 and entry == entry.strip()


def _shared(sentences: Mapping[str, Entry]) -> Iterator[str]:
    """The names of words that are not the only ones of their spelling."""
    words = {name: str(entry) for name, entry in sentences.items() if is_word(name)}
    counts = Counter(words.values())
    return (name for name, word in words.items() if counts[word] > 1)
