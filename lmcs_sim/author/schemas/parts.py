"""The small pieces that schemas are put together from."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

WORD: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
DAY: Schema = {"type": "string", "format": "date"}


def file_of(name: str) -> str:
    """The file a schema stands in, beside the files it is of."""
    return f"{name}.schema.json"


def refer(name: str) -> Schema:
    """A reference to one of the schema's definitions."""
    return {"$ref": f"#/definitions/{name}"}


def described(text: str, schema: Schema) -> Schema:
    """A schema with a description, so that it is shown: a reference hides whatever stands beside it."""
    return {"description": text, **({"anyOf": [schema]} if "$ref" in schema else schema)}


def list_of(items: Schema) -> Schema:
    """Any number of these."""
    return {"type": "array", "items": items}


def offered(words: Mapping[str, str]) -> Schema:
    """Any text, with these words and their phrases offered."""
    if not words:
        return WORD
    listed = {"enum": list(words), "x-taplo": {"docs": {"enumValues": list(words.values())}}}
    return {"type": "string", "anyOf": [listed, WORD]}
