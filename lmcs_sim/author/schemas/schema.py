"""JSON Schemas of the files that authors write, made from the value types that those files become.

What is closed in the format itself (kinds, modalities, what a measure is of) is enforced. Words of the vocabulary are
offered and not enforced: see `words`.
"""

import datetime as dt
import json
from collections.abc import Mapping
from types import UnionType
from typing import Any, get_args, get_origin

import attrs

from lmcs_sim.author.schemas.closed import CLOSED, OFFERED
from lmcs_sim.author.schemas.conditions import act_schema, condition_schemas
from lmcs_sim.author.schemas.docstrings import said_of, said_of_attributes
from lmcs_sim.author.schemas.parts import DAY, WHOLE, WORD, Schema, described, list_of, refer
from lmcs_sim.author.schemas.words import words_of
from lmcs_sim.rules.act import Act, ActTable
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.scenario import Choice, Lead, Scenario
from lmcs_sim.toml.rule_files import GuidanceFile, RulesFile
from lmcs_sim.toml.structure import key_of

SCHEMAS: Mapping[str, type] = {
    "scenario": Scenario,
    "rules": RulesFile,
    "guidance": GuidanceFile,
    "vocabulary": Vocabulary,
}
"""What each schema is of. Its file is called after it: scenario.schema.json."""

_PLAIN: Mapping[object, Schema] = {
    str: WORD,
    int: WHOLE,
    bool: {"type": "boolean"},
    dt.date: DAY,
}


def text_of(name: str, book: Rulebook) -> str:
    """A schema as the text of its file: the same rulebook gives the same bytes."""
    return json.dumps(schema_of(name, book), indent=1, ensure_ascii=False) + "\n"


def schema_of(name: str, book: Rulebook) -> Schema:
    """The schema of one kind of file, with the words of a rulebook offered. `name` is one of SCHEMAS."""
    shared = words_of(book) | condition_schemas(book.vocabulary, of_rules=name == "rules")
    shared |= {"act": act_schema(book.vocabulary), "act-of-example": act_schema(book.vocabulary, of_example=True)}
    walk = _Walk(shared)
    whole = walk.table(SCHEMAS[name])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"lmcs-sim {name}",
        **whole,
        "definitions": _used(whole, shared),
    }


class _Walk:
    """A walk over value types, which gathers the definition of each type it meets."""

    def __init__(self, definitions: dict[str, Schema]) -> None:
        self.definitions = definitions

    def table(self, kind: type) -> Schema:
        """The table that a value type is read from."""
        said, about = said_of_attributes(kind), said_of(kind)
        properties: dict[str, Schema] = {}
        for attribute in attrs.fields(kind):
            entry = self._entry(kind, attribute)
            if attribute.name in said:
                entry = described(said[attribute.name], entry)
            properties[key_of(attribute)] = entry | _default(attribute)
        required = [key_of(attribute) for attribute in attrs.fields(kind) if attribute.default is attrs.NOTHING]
        made: Schema = {"type": "object", "description": about, "properties": properties, "additionalProperties": False}
        return made | ({"required": required} if required else {})

    def _entry(self, kind: type, attribute: "attrs.Attribute[Any]") -> Schema:
        key = (kind, attribute.name)
        if key == (Choice, "leads"):
            return {"anyOf": [WORD, list_of(self._value(Lead))]}
        if key == (RuleEntry, "when"):
            one = self._value(Mapping[str, object])
            return {"anyOf": [one, list_of(one)]}
        leaf = refer(OFFERED[key]) if key in OFFERED else CLOSED.get(key)
        return self._value(attribute.type, leaf)

    def _value(self, kind: Any, leaf: Schema | None = None) -> Schema:
        """The schema of any type; `leaf` takes the place of the plain type at its heart."""
        if kind in _PLAIN:
            return leaf or _PLAIN[kind]
        if get_origin(kind) is UnionType:
            return self._value(next(part for part in get_args(kind) if part is not type(None)), leaf)
        if get_origin(kind) is tuple:
            return list_of(self._value(get_args(kind)[0], leaf))
        if get_origin(kind) is Mapping:
            inner = get_args(kind)[1]
            if inner is object:
                return refer("condition")
            return {"type": "object", "additionalProperties": self._value(inner, leaf)}
        if kind in (Act, ActTable):
            return refer("act" if kind is Act else "act-of-example")
        return self._named(kind)

    def _named(self, kind: type) -> Schema:
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.table(kind)
        return refer(name)


def _default(attribute: "attrs.Attribute[Any]") -> Schema:
    """What is meant where the key is left out, if that can be said in a word or a number."""
    plain = type(attribute.default) in (int, bool) or (isinstance(attribute.default, str) and attribute.default)
    return {"default": attribute.default} if plain and attribute.type in _PLAIN else {}


def _used(whole: Schema, definitions: Mapping[str, Schema]) -> dict[str, Schema]:
    """The definitions that a schema refers to, or that these refer to."""
    found: dict[str, Schema] = {}
    waiting: list[object] = [whole]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            waiting += item.values()
            name = str(item.get("$ref", "")).removeprefix("#/definitions/")
            if name in definitions and name not in found:
                found[name] = definitions[name]
                waiting.append(definitions[name])
    return dict(sorted(found.items()))
