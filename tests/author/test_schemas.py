"""The schemas accept what the loader accepts, refuse what has another shape, and are shipped as they are made."""

import datetime as dt
import json

import attrs
import jsonschema
import pytest
import strategies
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st
from running import ROOT, SMALL_VISIT, run

from lmcs_sim.author.schemas.closed import CLOSED, OFFERED
from lmcs_sim.author.schemas.parts import file_of
from lmcs_sim.author.schemas.schema import SCHEMAS, schema_of, text_of
from lmcs_sim.guidance.collection import faults_in_difference, faults_in_provision, faults_in_source
from lmcs_sim.rules.act import faults_in_act
from lmcs_sim.rules.rulebook import make_rules
from lmcs_sim.scenario.checks import faults_in_format, faults_in_scenario
from lmcs_sim.toml.packs import built_in, load_rulebook
from lmcs_sim.toml.structure import structure

BOOK = load_rulebook([built_in()])
CHECKS = {
    name: jsonschema.Draft7Validator(schema_of(name, BOOK), format_checker=jsonschema.FormatChecker(["date"]))
    for name in SCHEMAS
}
FOLDERS = {"scenario": "scenarios", "rules": "rules", "guidance": "rules/guidance", "vocabulary": "rules"}
MANY = settings(max_examples=300)


def table_of(path):
    return tomli.loads((ROOT / path).read_text(encoding="utf-8"))


def first_of(table, count):
    return {key: value[:count] if isinstance(value, list) else value for key, value in table.items()}


def some_words(table):
    acts = {name: table["act"][name] for name in ("ask", "vote", "close", "allocate-functions")}
    carried = {field.rstrip("?") for act in acts.values() for field in act["fields"]}
    fields = {name: table["field"][name] for name in sorted({"actor", "governance", *carried} - {"about", "matter"})}
    few = {kind: dict(list(table[kind].items())[:3]) for kind in ("done", "known", "dimension")}
    fields["about"] = {"topic": True, "words": {"law": "about the law"}}
    fields["matter"] = {"kind": "ordered", "words": {"send": "on special needs", "leisure": "on youth activities"}}
    return {"act": acts, "field": fields, **few}


TABLES = {
    "scenario": [tomli.loads(SMALL_VISIT.read_text(encoding="utf-8"))],
    "rules": [first_of(table_of(f"rules/{name}.toml"), 4) for name in ("safeguarding", "equality", "lm-effectiveness")],
    "guidance": [first_of(table_of(f"rules/guidance/{name}.toml"), 6) for name in ("dfe2012", "law", "differences")],
    "vocabulary": [some_words(table_of("rules/vocabulary.toml"))],
}


def changed(name):
    return st.sampled_from(TABLES[name]).flatmap(strategies.changed)


def as_json(table):
    return json.loads(json.dumps(table, default=lambda day: day.isoformat()))


def days_in(table):
    return {path for path in strategies.places_in(table) if isinstance(strategies.at(table, path), dt.date)}


def is_valid(name, table):
    return CHECKS[name].is_valid(as_json(table))


def faults_beyond_shape(name, value):
    """What `check` finds wrong in a file whose shape is right."""
    guidance, vocabulary = BOOK.guidance, BOOK.vocabulary
    if name == "scenario":
        return [*faults_in_format(value.format), *faults_in_scenario(value, vocabulary, guidance)]
    if name == "rules":
        acts = [example.given.act for entry in value.rule for example in entry.example]
        wrong = [bad for act in acts for bad in faults_in_act(act, vocabulary, frozenset(vocabulary.done))]
        return wrong or make_rules([(rule, "a.toml", n) for n, rule in enumerate(value.rule)], vocabulary, guidance)[1]
    if name == "vocabulary":
        return value.faults()
    found = [] if value.source is None else faults_in_source(value.source)
    for item in value.provision:
        found += faults_in_provision(item, guidance.sources, guidance.laws)
    for item in value.difference:
        found += faults_in_difference(item, guidance.sources, guidance.provisions)
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name):
    jsonschema.Draft7Validator.check_schema(schema_of(name, BOOK))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schema_is_the_one_that_is_made(name):
    shipped = ROOT / FOLDERS[name] / file_of(name)
    assert text_of(name, BOOK) == shipped.read_text(encoding="utf-8"), "python scripts/schemas.py makes it anew"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_accepts_whatever_check_accepts(name):
    accepted = []

    @MANY
    @given(changed(name))
    def holds(table):
        value = structure(table, SCHEMAS[name])
        if not isinstance(value, list) and not faults_beyond_shape(name, value):
            accepted.append(table)
            assert is_valid(name, table), next(CHECKS[name].iter_errors(as_json(table)))

    holds()
    assert len(accepted) > 20


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_refuses_whatever_has_another_shape(name):
    refused = []

    days = set().union(*map(days_in, TABLES[name]))

    @MANY
    @given(changed(name))
    def holds(table):
        # JSON has no dates: a schema cannot tell one from text in quotes.
        if days_in(table) <= days and isinstance(structure(table, SCHEMAS[name]), list):
            refused.append(table)
            assert not is_valid(name, table)

    holds()
    assert len(refused) > 60


BOUNDS = [
    *((("minutes",), 0, 1), (("ends",), 601, 600), (("scene", 0, "month"), -1, 0), (("scene", 0, "attention"), -1, 0)),
    *((("scene", 0, "enquiry", 0, "costs"), -1, 0), (("event", 0, "chance"), 0, 1), (("event", 0, "chance"), 100, 99)),
    *((("event", 0, "month"), -1, 0), (("format",), 2, 1), (("id",), "9-lives", "lives-9")),
]


@pytest.mark.parametrize(("path", "beyond", "within"), BOUNDS, ids=str)
def test_a_bound_is_that_of_check(path, beyond, within):
    for value, right in ((beyond, False), (within, True)):
        table = tomli.loads(SMALL_VISIT.read_text(encoding="utf-8"))
        strategies.at(table, path[:-1])[path[-1]] = value
        wrong = faults_beyond_shape("scenario", structure(table, SCHEMAS["scenario"]))
        assert (not wrong, is_valid("scenario", table)) == (right, right)


def test_the_command_takes_every_kind_there_is_a_schema_of():
    assert "{" + "|".join(SCHEMAS) + "}" in run("schema", "--help").out


def test_each_list_bound_and_offer_is_of_an_attribute_that_there_is():
    named = {(kind, name) for kind, name in {**CLOSED, **OFFERED}}
    assert {place for place in named if place[1] not in attrs.fields_dict(place[0])} == set()


def test_an_editor_shows_what_the_docstrings_say():
    made = schema_of("scenario", BOOK)
    assert made["properties"]["ends"]["description"].startswith("In how many months")
    assert made["definitions"]["Choice"]["description"] == "A decision on offer, what it does and where it leads."
    assert made["definitions"]["Choice"]["properties"]["leads"]["description"].startswith("The next scene's id")
    undescribed = [
        f"{name}.{key}"
        for name, table in {"": made, **made["definitions"]}.items()
        for key, entry in table.get("properties", {}).items()
        if name != "act" and "description" not in entry
    ]
    assert undescribed == []


def test_words_are_offered_with_their_phrases_and_not_enforced():
    offered = schema_of("scenario", BOOK)["definitions"]["field-at"]["anyOf"]
    phrases = dict(zip(offered[0]["enum"], offered[0]["x-taplo"]["docs"]["enumValues"], strict=True))
    assert phrases["cabinet"] == "at cabinet"
    table = tomli.loads(SMALL_VISIT.read_text(encoding="utf-8"))
    table["scene"][1]["choice"][0]["acts"][0]["at"] = "a-place-of-some-pack"
    assert is_valid("scenario", table)
    table["measure"]["standing"]["of"] = "children"
    assert not is_valid("scenario", table)


def test_what_may_be_left_out_says_what_is_meant_then():
    made = schema_of("scenario", BOOK)["definitions"]
    assert made["Enquiry"]["properties"]["costs"]["default"] == 1
    assert "default" not in made["Enquiry"]["properties"]["text"]
    assert made["Choice"]["required"] == ["id", "text", "says", "leads"]


def test_the_words_of_a_pack_are_offered_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("new", "pack", "larchgate")
    made = json.loads(run("--pack", "larchgate", "schema", "scenario").out)
    assert "larchgate" in made["definitions"]["local-source"]["anyOf"][0]["enum"]
    assert "larchgate.p4.tell-them-back" in made["definitions"]["provision-id"]["anyOf"][0]["enum"]
