"""Tables to values: strict, with every fault at once and each known by its key path."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import (
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from lmcs_sim.faults import Fault, KeyPath, did_you_mean, fault, first_told
from lmcs_sim.rules.act import Act, ActTable
from lmcs_sim.rules.compile import RawTable
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.scenario.scenario import Choice, Lead

T = TypeVar("T")

_NAMES = {str: "text in quotes", int: "a whole number", bool: "true or false", dt.date: "a date such as 2012-05-14"}


class _Wrong(ValueError):
    """A value of the wrong kind, met while structuring."""

    def __init__(self, cause: str, cure: str, code: str = "E010") -> None:
        super().__init__(cause)
        self.cause, self.cure, self.code = cause, cure, code


def structure(table: object, kind: type[T]) -> T | list[Fault]:
    """A value of `kind` from a table, or everything that is wrong with the table."""
    try:
        return _CONVERTER.structure(table, kind)
    except (BaseValidationError, _Wrong) as error:
        return first_told(_faults_in(error, kind, ()))


def _is_date(kind: object) -> bool:
    return kind is dt.date


def _is_anything(kind: object) -> bool:
    return kind is object


def _plain(kind: type) -> Callable[[object, object], object]:
    def check(value: object, _: object) -> object:
        if type(value) is not kind:
            raise _Wrong(f"{_show(value)} stands where {_NAMES[kind]} belongs", f"Write {_NAMES[kind]}.")
        return value

    return check


def _tuple_factory(kind: Any, converter: Converter) -> Callable[[object, object], object]:
    item = get_args(kind)[0]
    # Looked up once, not for each value: most of a file is lists of small things.
    read = converter.get_structure_hook(item)

    def check(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise _Wrong(f"{_show(value)} stands where a list belongs", _cure_for_list(item))
        return _each(value, item, kind, read)

    return check


def _each(values: list[object], item: Any, kind: Any, read: Callable[[object, Any], object]) -> tuple[object, ...]:
    made, errors = [], []
    for position, value in enumerate(values):
        try:
            made.append(read(value, item))
        except Exception as error:
            error.add_note(IterableValidationNote("", position, item))
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, kind)
    return tuple(made)


def _cure_for_list(item: Any) -> str:
    if attrs.has(item):
        return "Write it as [[…]] with double brackets, once for each."
    return "Put it in square brackets, also when there is only one."


def _mapping_factory(kind: Any, converter: Converter) -> Callable[[object, object], object]:
    item = get_args(kind)[1]
    read = converter.get_structure_hook(item)

    def check(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise _Wrong(
                f"{_show(value)} stands where a table belongs", "Write it as a table: NAME = value, line by line."
            )
        made, errors = {}, []
        for name, inner in value.items():
            try:
                made[name] = read(inner, item)
            except Exception as error:
                error.add_note(IterableValidationNote("", name, item))
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, kind)
        return made

    return check


def key_of(attribute: "attrs.Attribute[Any]") -> str:
    """The key an attribute has in a file."""
    return str(attribute.metadata.get("key", attribute.name.rstrip("_")))


def _class_factory(kind: type, converter: Converter) -> Callable[[object, object], object]:
    renames = {a.name: override(rename=key_of(a)) for a in attrs.fields(kind)}
    special = {Choice: ("leads", _leads), RuleEntry: ("when", _tables)}
    if kind in special:
        name, read = special[kind]
        renames[name] = override(struct_hook=lambda value, _: read(value, converter))
    inner: Callable[[Any, Any], object] = make_dict_structure_fn(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        **renames,  # type: ignore[arg-type]
    )

    def check(value: object, wanted: object) -> object:
        if not isinstance(value, dict):
            raise _Wrong(f"{_show(value)} stands where a table belongs", "Write its fields line by line, or in { … }.")
        return inner(value, wanted)

    return check


def _act(value: object, _: object) -> Act:
    """An act: the word `act`, the words it `does`, and whatever fields it carries."""
    if not isinstance(value, dict):
        raise _Wrong(f"{_show(value)} stands where an act belongs", 'Write it as { act = "…", … }.')
    if not isinstance(value.get("act"), str):
        raise _Wrong("an act does not say which act it is", 'Begin it with act = "…".', "E012")
    fields = []
    for name, inner in value.items():
        if name in ("act", "does"):
            continue
        if isinstance(inner, bool):
            inner = "true" if inner else "false"
        if not isinstance(inner, str | int):
            raise _Wrong(f"{_show(inner)} is not a value a field can take", f"Give {name!r} one word.")
        fields.append((name, inner))
    does = value.get("does", [])
    if not isinstance(does, list) or not all(isinstance(word, str) for word in does):
        raise _Wrong(f"{_show(does)} stands where a list of words belongs", 'Write does = ["…"].')
    return Act(value["act"], tuple(sorted(fields)), tuple(does))


def _act_table(value: object, _: object) -> ActTable:
    """An example's act, with the circumstances it adds."""
    if not isinstance(value, dict):
        raise _Wrong(f"{_show(value)} stands where an act belongs", 'Write it as { act = "…", … }.')
    aside = {"date", "known", "done", "governance"}
    day = value.get("date")
    if day is not None and type(day) is not dt.date:
        raise _Wrong(f"{_show(day)} is not a date", "Write a date such as 2012-05-14.")
    sets = {}
    for name in ("known", "done"):
        words = value.get(name, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise _Wrong(f"{_show(words)} stands where a list of words belongs", f'Write {name} = ["…"].')
        sets[name] = tuple(words)
    act = _act({name: inner for name, inner in value.items() if name not in aside}, Act)
    standing = (("governance", str(value["governance"])),) if "governance" in value else ()
    return ActTable(act, day, sets["known"], sets["done"], standing)


def _tables(value: object, converter: Converter) -> tuple[RawTable, ...]:
    """A condition: one table, or a list of tables one of which must hold."""
    given = value if isinstance(value, list) else [value]
    for table in given:
        if not isinstance(table, dict):
            raise _Wrong(f"{_show(table)} stands where a condition belongs", "Write it as { field = value }.")
    return tuple(given)


def _leads(value: object, converter: Converter) -> tuple[Lead, ...]:
    """Where a choice leads: a scene's id, or a list of leads with conditions."""
    if isinstance(value, str):
        return (Lead(value),)
    if not isinstance(value, list):
        raise _Wrong(
            f"{_show(value)} stands where a scene's id belongs", 'Write leads = "SCENE", or a list of { to = "SCENE" }.'
        )
    return _each(value, Lead, tuple[Lead, ...], converter.get_structure_hook(Lead))  # type: ignore[return-value]


def _faults_in(error: BaseException, kind: Any, path: KeyPath) -> Iterator[Fault]:
    if isinstance(error, ClassValidationError):
        yield from _faults_in_class(error, path)
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            note = _note(inner, IterableValidationNote)
            steps = () if note is None else (note.index,)
            yield from _faults_in(inner, None if note is None else note.type, (*path, *steps))
    elif isinstance(error, _Wrong):
        yield fault(error.code, error.cause, error.cure, *path)
    else:
        yield fault("E010", f"this cannot be read ({error})", "Look at what belongs here.", *path)


def _faults_in_class(error: ClassValidationError, path: KeyPath) -> Iterator[Fault]:
    keys = {a.name: key_of(a) for a in attrs.fields(error.cl)}
    for inner in error.exceptions:
        note = _note(inner, AttributeValidationNote)
        if isinstance(inner, ForbiddenExtraKeysError):
            for name in sorted(inner.extra_fields):
                yield fault("E011", f"unknown field {name!r}", did_you_mean(name, keys.values()), *path, name)
        elif isinstance(inner, KeyError) and note is not None:
            name = keys[note.name]
            yield fault("E012", f"the field {name!r} is missing", f"Add {name} = …", *path)
        elif note is not None:
            yield from _faults_in(inner, note.type, (*path, keys[note.name]))
        else:
            yield from _faults_in(inner, None, path)


def _origin(kind: Any) -> Any:
    return get_origin(kind)


def _note(error: BaseException, kind: type[T]) -> T | None:
    return next((note for note in getattr(error, "__notes__", ()) if isinstance(note, kind)), None)


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
    converter = Converter(detailed_validation=True)
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
