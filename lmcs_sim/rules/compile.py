"""Condition tables, as files give them, to boxes; every unknown word is a fault."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import HIGHEST, LOWEST, Between, Holds, OneOf, Test, day_number
from lmcs_sim.rules.vocabulary import NONE, Field, Vocabulary

RawTable = Mapping[str, object]
"""A table of conditions, field by field, before its words are known to be words."""


@frozen
class FieldKind:
    """How one field's conditions are read."""

    kind: str
    """word, ordered, flag, number, date or set."""
    words: tuple[str, ...] = ()


Kinds = Mapping[str, FieldKind]


def kinds_of(vocabulary: Vocabulary, fields: Iterable[str]) -> dict[str, FieldKind]:
    """How conditions on each of these fields are read, for rules."""
    return {name: _kind_of(vocabulary, name) for name in fields}


def _kind_of(vocabulary: Vocabulary, name: str) -> FieldKind:
    if name == "act":
        return FieldKind("word", tuple(vocabulary.act))
    if name == "date":
        return FieldKind("date")
    if name in ("done", "known"):
        return FieldKind("set", tuple(vocabulary.words_of_set(name)))
    entry: Field = vocabulary.field[name]
    return FieldKind(entry.kind, ("true", "false") if entry.kind == "flag" else tuple(entry.words))


def compile_table(table: RawTable, kinds: Kinds, unknown_code: str = "E011") -> tuple[Box, list[Fault]]:
    """The box of one table, and what is wrong with the table, by key path inside it."""
    tests: dict[str, Test] = {}
    found: list[Fault] = []
    for name, value in table.items():
        if name not in kinds:
            found.append(fault(unknown_code, f"no field {name!r} can be read here", did_you_mean(name, kinds), name))
            continue
        test, wrong = _READERS[kinds[name].kind](value, kinds[name])
        found += [bad.within(name) for bad in wrong]
        if test is not None:
            tests[name] = test
    return Box(tests), found


Read = tuple[Test | None, list[Fault]]


def _read_words(value: object, kind: FieldKind) -> Read:
    if isinstance(value, bool):
        value = "true" if value else "false"
    if isinstance(value, Mapping):
        return _read_word_table(value, kind)
    words, found = _words(value, kind, allow_none=True)
    return (OneOf(words) if words else None), found


def _read_word_table(table: Mapping[str, object], kind: FieldKind) -> Read:
    if kind.kind == "ordered" and set(table) <= {"from", "to"} and table:
        ends, found = {}, []
        for key, word in table.items():
            if word in kind.words:
                ends[key] = kind.words.index(str(word))
            else:
                found.append(fault("E013", f"unknown word {word!r}", did_you_mean(str(word), kind.words), key))
        chosen = kind.words[ends.get("from", 0) : ends.get("to", len(kind.words) - 1) + 1]
        if not chosen and not found:
            found.append(fault("E036", "`from` comes after `to`", "Swap them."))
        return (OneOf(frozenset(chosen)) if chosen and not found else None), found
    if set(table) != {"not"}:
        return None, [_not_a_condition("Write a word, a list of words or { not = … }.")]
    words, found = _words(table["not"], kind, allow_none=True)
    left = frozenset((*kind.words, NONE)) - words
    if not left and not found:
        found.append(fault("E020", "this condition can never hold", "Leave at least one word out of `not`."))
    return (OneOf(left) if left and not found else None), [bad.within("not") for bad in found]


def _read_number(value: object, kind: FieldKind) -> Read:
    return _read_range(value, lambda given: given if type(given) is int else None, "a whole number")


def _read_date(value: object, kind: FieldKind) -> Read:
    def number(given: object) -> int | None:
        plain = isinstance(given, dt.date) and not isinstance(given, dt.datetime)
        return day_number(given) if plain else None  # type: ignore[arg-type]

    return _read_range(value, number, "a date such as 2012-05-14")


def _read_range(value: object, number: Callable[[object], int | None], what: str) -> Read:
    if not isinstance(value, Mapping):
        exact = number(value)
        if exact is None:
            return None, [_not_a_condition(f"Write {what}, or {{ from = …, to = … }}.")]
        return Between(exact, exact), []
    if not value:
        return None, [_not_a_condition(f"Write {what}, or {{ from = …, to = … }}.")]
    found = []
    ends = {"from": LOWEST, "to": HIGHEST}
    for key, given in value.items():
        end = number(given)
        if key not in ends:
            found.append(fault("E011", f"no {key!r} in a range", "Use from and to.", key))
        elif end is None:
            found.append(fault("E010", f"{given!r} is not {what}", f"Write {what}.", key))
        else:
            ends[key] = end
    if not found and ends["from"] > ends["to"]:
        found.append(fault("E036", "`from` is above `to`", "Swap them."))
    return (None if found else Between(ends["from"], ends["to"])), found


def _read_set(value: object, kind: FieldKind) -> Read:
    table = value if isinstance(value, Mapping) else {"all": value}
    if not table:
        return None, [_not_a_condition("Write a list of words, or { all = …, any = …, not = … }.")]
    found, parts = [], {}
    for key, given in table.items():
        if key not in ("all", "any", "not"):
            found.append(fault("E011", f"no {key!r} in a condition on a set", "Use all, any or not.", key))
            continue
        words, wrong = _words(given, kind, allow_none=False)
        found += [bad.within(key) if isinstance(value, Mapping) else bad for bad in wrong]
        parts[key] = words
    some = (parts["any"],) if "any" in parts else ()
    test = Holds(parts.get("all", frozenset()), some, parts.get("not", frozenset()))
    if not found and not test.can_hold():
        found.append(fault("E020", "this condition can never hold", "Take the word out of `not`."))
    return (None if found else test), found


def _words(value: object, kind: FieldKind, allow_none: bool) -> tuple[frozenset[str], list[Fault]]:
    given = value if isinstance(value, list | tuple) else [value]
    known = (*kind.words, NONE) if allow_none else kind.words
    found, words = [], set()
    for position, word in enumerate(given):
        steps = (position,) if isinstance(value, list | tuple) else ()
        if not isinstance(word, str):
            found.append(fault("E010", f"{word!r} is not a word", "Write a word in quotes.", *steps))
        elif word not in known:
            found.append(fault("E013", f"unknown word {word!r}", did_you_mean(word, known), *steps))
        else:
            words.add(word)
    if not given:
        found.append(fault("E010", "an empty list of words", "Name at least one word, or leave the field out."))
    return frozenset(words), found


def _not_a_condition(cure: str) -> Fault:
    return fault("E010", "this is not a condition", cure)


_READERS: dict[str, Callable[[object, FieldKind], Read]] = {
    "word": _read_words,
    "ordered": _read_words,
    "flag": _read_words,
    "number": _read_number,
    "date": _read_date,
    "set": _read_set,
}
