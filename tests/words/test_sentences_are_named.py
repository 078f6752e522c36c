"""Every sentence that the code names is there with the places that are given, and none is there that nothing names."""

import ast
import re
from pathlib import Path

import pytest
from running import ROOT

from lmcs_sim.words.catalogue import english, places_of

FILES = sorted((ROOT / "lmcs_sim").rglob("*.py"))
SAYING = ("said", "counted")


def calls_in(path):
    """Every call that says a sentence, and the argument that names it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            at = SAYING.index(node.func.id)
            if len(node.args) > at and not (node.func.id == "counted" and not _is_ours(path)):
                yield node, node.args[at]


def _is_ours(path):
    """Whether a module's `counted` is the catalogue's: there is an older one, which is given what it counts."""
    text = path.read_text(encoding="utf-8")
    return bool(re.search(r"from lmcs_sim\.words\.catalogue import [^\n(]*\bcounted\b", text))


def literals(argument):
    """The names that an argument can be, where it is spelt out; and a pattern for one that is put together."""
    if isinstance(argument, ast.Constant):
        yield argument.value, None
    elif isinstance(argument, ast.IfExp):
        yield from literals(argument.body)
        yield from literals(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        parts = [re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z_-]+" for part in argument.values]
        yield None, re.compile("".join(parts))


def places_given(call):
    return {keyword.arg for keyword in call.keywords}


def entry_places(entry):
    """The places of a sentence, or of all its forms but the number, which is always given."""
    if isinstance(entry, str):
        return places_of(entry)
    return set().union(*map(places_of, entry.values())) - {"number"}


NAMED = [
    pytest.param(path, call, argument, id=f"{path.relative_to(ROOT)}:{call.lineno}")
    for path in FILES
    for call, argument in calls_in(path)
]


def test_sentences_are_said_in_many_places():
    assert len(NAMED) > 200


@pytest.mark.parametrize(("path", "call", "argument"), NAMED)
def test_a_sentence_that_is_named_is_there_with_the_places_that_are_given(path, call, argument):
    named = list(literals(argument))
    for name, pattern in named:
        if pattern is not None:
            assert any(pattern.fullmatch(each) for each in english()), pattern.pattern
        else:
            assert name in english()
            assert isinstance(english()[name], str) == (call.func.id == "said"), name
    if named and all(pattern is None for _, pattern in named) and None not in places_given(call):
        wanted = [entry_places(english()[name]) for name, _ in named]
        # Of two that may be said, each takes what it has a place for.
        assert set().union(*wanted) == places_given(call), named


def used_names():
    """The sentences that are named: outright, by a pattern, or by a text of the same spelling."""
    texts, patterns = set(), []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
        patterns += [found for _, argument in calls_in(path) for _, found in literals(argument) if found is not None]
    for path in sorted((ROOT / "lmcs_sim").rglob("*.jinja")):
        texts |= set(re.findall(r"[\"']([a-z_-]+(?:\.[a-z_-]+)+)[\"']", Path(path).read_text(encoding="utf-8")))
    return {name for name in english() if name in texts or any(found.fullmatch(name) for found in patterns)}


def test_every_sentence_is_said_somewhere():
    assert set(english()) - used_names() == set()


@pytest.mark.parametrize("name", sorted(english()))
def test_a_sentence_has_no_exclamation_mark_and_no_place_that_is_left_open(name):
    entry = english()[name]
    for form in [entry] if isinstance(entry, str) else entry.values():
        assert "!" not in form
        assert not re.search(r"\{(?![a-z_]+\})", form)
        assert form.strip()
