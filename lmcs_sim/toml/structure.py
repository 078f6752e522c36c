"""Tables to values: strict, with every fault at once and each known by its key path."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter

from lmcs_sim.faults import MOST_TOLD, Fault, did_you_mean, fault, first_told
from lmcs_sim.rules.act import Act, ActTable
from lmcs_sim.rules.compile import RawTable
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.scenario.scenario import Choice, Lead

T = TypeVar("T")
Read = Callable[[object, Any], object]
"""A value from what a file gives, and the kind that is wanted. Raises _Wrong."""

_NAMES = {str: "text in quotes", int: "a whole number", bool: "true or false", dt.date: "a date such as 2012-05-14"}


class _Wrong(ValueError):
    """What is wrong with a value, by key path inside it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def within(self, step: str | int) -> Iterator[Fault]:
        """The same, seen from one step further out."""
        return (bad.within(step) for bad in self.faults)


def _wrong(cause: str, cure: str, code: str = "E010") -> _Wrong:
    return _Wrong(fault(code, cause, cure))


def structure(table: object, kind: type[T]) -> T | list[Fault]:
    """A value of `kind` from a table, or everything that is wrong with the table."""
    try:
        return _CONVERTER.structure(table, kind)
    except _Wrong as wrong:
        return first_told(wrong.faults)


def _origin(kind: Any) -> Any:
    return get_origin(kind)


def _is_date(kind: object) -> bool:
    return kind is dt.date


def _is_anything(kind: object) -> bool:
    return kind is object


def _plain(kind: type) -> Read:
    def check(value: object, _: object) -> object:
        if type(value) is not kind:
            raise _wrong(f"{_show(value)} stands where {_NAMES[kind]} belongs", f"Write {_NAMES[kind]}.")
        return value

    return check


def _tuple_factory(kind: Any, converter: Converter) -> Read:
    item = get_args(kind)[0]
    # Looked up once, not for each value: most of a file is lists of small things.
    read = converter.get_structure_hook(item)

    def check(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise _wrong(f"{_show(value)} stands where a list belongs", _cure_for_list(item))
        return tuple(_each(enumerate(value), item, read))

    return check


def _each(named: Iterable[tuple[str | int, object]], kind: Any, read: Read) -> list[object]:
    """The value of each, which stands under a key or at a place in a list."""
    made: list[object] = []
    found: list[Fault] = []
    for step, value in named:
        try:
            made.append(read(value, kind))
        except _Wrong as wrong:
            found += wrong.within(step)
            if len(found) > MOST_TOLD:
                break
    if found:
        raise _Wrong(*found)
    return made


def _cure_for_list(item: Any) -> str:
    if attrs.has(item):
        return "Write it as [[…]] with double brackets, once for each."
    return "Put it in square brackets, also when there is only one."


def _mapping_factory(kind: Any, converter: Converter) -> Read:
    item = get_args(kind)[1]
    read = converter.get_structure_hook(item)

    def check(value: object, _: object) -> object:
        if not isinstance(value, dict):
            cure = "Write it as a table: NAME = value, line by line."
            raise _wrong(f"{_show(value)} stands where a table belongs", cure)
        return dict(zip(value, _each(value.items(), item, read), strict=True))

    return check


def key_of(attribute: "attrs.Attribute[Any]") -> str:
    """The key an attribute has in a file."""
    return str(attribute.metadata.get("key", attribute.name.rstrip("_")))


def _class_factory(kind: type, converter: Converter) -> Read:
    # Read from a table of its fields: code made for each class, as cattrs would, takes longer to make than it saves.
    fields = {key_of(each): each for each in attrs.fields(kind)}
    reads = {key: _reader(kind, each, converter) for key, each in fields.items()}
    needed = [key for key, each in fields.items() if each.default is attrs.NOTHING]

    def check(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise _wrong(f"{_show(value)} stands where a table belongs", "Write its fields line by line, or in { … }.")
        given: dict[str, object] = {}
        found: list[Fault] = []
        for key, inner in value.items():
            if key in fields:
                try:
                    given[fields[key].alias] = reads[key](inner, fields[key].type)
                except _Wrong as wrong:
                    found += wrong.within(key)
        missing = [key for key in needed if key not in value]
        found += [fault("E012", f"the field {key!r} is missing", f"Add {key} = …") for key in missing]
        if not found and len(given) == len(value):
            return kind(**given)
        unknown = sorted(value.keys() - fields.keys())[: MOST_TOLD + 1]
        found += [fault("E011", f"unknown field {key!r}", did_you_mean(key, fields), key) for key in unknown]
        raise _Wrong(*found)

    return check


def _reader(kind: type, attribute: "attrs.Attribute[Any]", converter: Converter) -> Read:
    """What reads one attribute of a class."""
    if (kind, attribute.name) == (Choice, "leads"):
        return lambda value, _: _leads(value, converter)
    if (kind, attribute.name) == (RuleEntry, "when"):
        return _tables
    return converter.get_structure_hook(attribute.type)


def _act(value: object, _: object) -> Act:
    """An act: the word `act`, the words it `does`, and whatever fields it carries."""
    if not isinstance(value, dict):
        raise _wrong(f"{_show(value)} stands where an act belongs", 'Write it as { act = "…", … }.')
    if not isinstance(value.get("act"), str):
        raise _wrong("an act does not say which act it is", 'Begin it with act = "…".', "E012")
    fields = []
    for name, inner in value.items():
        if name in ("act", "does"):
            continue
        if isinstance(inner, bool):
            inner = "true" if inner else "false"
        if not isinstance(inner, str | int):
            raise _wrong(f"{_show(inner)} is not a value a field can take", f"Give {name!r} one word.")
        fields.append((name, inner))
    does = value.get("does", [])
    if not isinstance(does, list) or not all(isinstance(word, str) for word in does):
        raise _wrong(f"{_show(does)} stands where a list of words belongs", 'Write does = ["…"].')
    return Act(value["act"], tuple(sorted(fields)), tuple(does))


def _act_table(value: object, _: object) -> ActTable:
    """An example's act, with the circumstances it adds."""
    if not isinstance(value, dict):
        raise _wrong(f"{_show(value)} stands where an act belongs", 'Write it as { act = "…", … }.')
    aside = {"date", "known", "done", "governance"}
    day = value.get("date")
    if day is not None and type(day) is not dt.date:
        raise _wrong(f"{_show(day)} is not a date", "Write a date such as 2012-05-14.")
    sets = {}
    for name in ("known", "done"):
        words = value.get(name, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise _wrong(f"{_show(words)} stands where a list of words belongs", f'Write {name} = ["…"].')
        sets[name] = tuple(words)
    act = _act({name: inner for name, inner in value.items() if name not in aside}, Act)
    standing = (("governance", str(value["governance"])),) if "governance" in value else ()
    return ActTable(act, day, sets["known"], sets["done"], standing)


def _tables(value: object, _: object) -> tuple[RawTable, ...]:
    """A condition: one table, or a list of tables one of which must hold."""
    given = value if isinstance(value, list) else [value]
    for table in given:
        if not isinstance(table, dict):
            raise _wrong(f"{_show(table)} stands where a condition belongs", "Write it as { field = value }.")
    return tuple(given)


def _leads(value: object, converter: Converter) -> tuple[Lead, ...]:
    """Where a choice leads: a scene's id, or a list of leads with conditions."""
    if isinstance(value, str):
        return (Lead(value),)
    if not isinstance(value, list):
        raise _wrong(
            f"{_show(value)} stands where a scene's id belongs", 'Write leads = "SCENE", or a list of { to = "SCENE" }.'
        )
    return tuple(_each(enumerate(value), Lead, converter.get_structure_hook(Lead)))  # type: ignore[arg-type]


def _show(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:37] + "…"


def _make_converter() -> Converter:
    converter = Converter()
    converter.register_structure_hook_factory(attrs.has, lambda kind: _class_factory(kind, converter))
    converter.register_structure_hook_factory(
        lambda kind: _origin(kind) is tuple, lambda kind: _tuple_factory(kind, converter)
    )
    converter.register_structure_hook_factory(
        lambda kind: _origin(kind) is Mapping, lambda kind: _mapping_factory(kind, converter)
    )
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _plain(kind))
    converter.register_structure_hook_func(_is_date, _plain(dt.date))
    converter.register_structure_hook_func(_is_anything, lambda value, _: value)
    converter.register_structure_hook(Act, _act)
    converter.register_structure_hook(ActTable, _act_table)
    return converter


_CONVERTER = _make_converter()
