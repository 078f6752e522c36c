"""What the docstrings of a value type say: of the type, and of each of its attributes."""

import ast
import inspect
from functools import cache
from textwrap import dedent


@cache
def said_of(kind: type) -> str:
    """The docstring of a type, on one line."""
    return " ".join((kind.__doc__ or "").split())


@cache
def said_of_attributes(kind: type) -> dict[str, str]:
    """The docstring under each attribute of a type, on one line, by the attribute's name."""
    body = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    said = {}
    for line, after in zip(body.body, body.body[1:], strict=False):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            text = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else None
            if isinstance(text, str):
                said[line.target.id] = " ".join(text.split())
    return said
