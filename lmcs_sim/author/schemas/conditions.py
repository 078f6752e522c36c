"""The schemas of acts and of conditions, which are read by hand and so have no value type to be made from."""

from lmcs_sim.author.schemas.parts import DAY, WHOLE, WORD, Schema, described, list_of, refer
from lmcs_sim.rules.vocabulary import Field, Vocabulary

_ANY_WORD: Schema = {"type": ["string", "integer", "boolean"]}
_FLAG: Schema = {"enum": [True, False, "true", "false"]}


def act_schema(vocabulary: Vocabulary, of_example: bool = False) -> Schema:
    """An act of a step, or an example's act with its circumstances."""
    fields = {name: _field(name, entry) for name, entry in vocabulary.field.items() if not entry.standing}
    properties = {
        "act": described("Which act it is.", refer("act-word")),
        **fields,
        "does": described("What has been done once this act is judged.", list_of(refer("done-word"))),
    }
    if of_example:
        properties["date"] = described("The day of the act.", DAY)
        properties["done"] = described("What was done before it.", list_of(refer("done-word")))
        properties["known"] = described("What is known when it is done.", list_of(refer("known-word")))
        properties |= {name: {} for name, entry in vocabulary.field.items() if entry.standing}
    return {"type": "object", "required": ["act"], "properties": properties, "additionalProperties": _ANY_WORD}


def condition_schemas(vocabulary: Vocabulary, of_rules: bool) -> dict[str, Schema]:
    """The definition of a condition, as scenarios write it or as rules do."""
    sets = {
        "done": described("What was done: all of a list, or all, any, not.", _set_of("done-word")),
        "known": described("What is known: all of a list, or all, any, not.", _set_of("known-word")),
    }
    return {"condition": _of_rules(vocabulary, sets) if of_rules else _of_scenarios(sets)}


def _of_scenarios(sets: dict[str, Schema]) -> Schema:
    measures = {"type": "object", "additionalProperties": _range(WHOLE)}
    return {
        "type": "object",
        "properties": {**sets, "measure": described("Where a measure stands.", measures)},
        "patternProperties": {r"^measure\.": _range(WHOLE)},
        "additionalProperties": False,
    }


def _of_rules(vocabulary: Vocabulary, sets: dict[str, Schema]) -> Schema:
    fields = {name: _condition_on(name, entry) for name, entry in vocabulary.field.items()}
    day = described("The day of the act.", _range(DAY))
    any_field = {"anyOf": [{"type": "boolean"}, _words(WORD), _range(WHOLE), _range(DAY), _between(WORD)]}
    return {
        "type": "object",
        "properties": {"act": _words(refer("act-word")), **sets, "date": day, **fields},
        "additionalProperties": any_field,
    }


def _condition_on(name: str, entry: Field) -> Schema:
    if entry.kind == "number":
        return _range(WHOLE)
    if entry.kind == "flag":
        return {"anyOf": [{"type": "boolean"}, *_words(WORD)["anyOf"]]}
    word = refer(f"field-{name}")
    return {"anyOf": [_words(word), _between(word)]} if entry.kind == "ordered" else _words(word)


def _field(name: str, entry: Field) -> Schema:
    """The value of one field of acts. No pack can give a field another kind, so the kind is enforced."""
    if entry.kind == "number":
        return WHOLE
    return _FLAG if entry.kind == "flag" else refer(f"field-{name}")


def _some(word: Schema) -> Schema:
    """A word, or a list of words with one in it at least."""
    return {"anyOf": [word, {**list_of(word), "minItems": 1}]}


def _words(word: Schema) -> Schema:
    none_of = {"type": "object", "properties": {"not": _some(word)}, "required": ["not"], "additionalProperties": False}
    return {"anyOf": [*_some(word)["anyOf"], none_of]}


def _set_of(name: str) -> Schema:
    parts = dict.fromkeys(("all", "any", "not"), _some(refer(name)))
    table = {"type": "object", "properties": parts, "minProperties": 1, "additionalProperties": False}
    return {"anyOf": [*_some(refer(name))["anyOf"], table]}


def _range(end: Schema) -> Schema:
    return {"anyOf": [end, _between(end)]}


def _between(end: Schema) -> Schema:
    ends = {"from": end, "to": end}
    return {"type": "object", "properties": ends, "minProperties": 1, "additionalProperties": False}
