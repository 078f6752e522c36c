"""Tables to values: strict, every fault at once, each with its key path."""

import datetime as dt
from collections.abc import Mapping

import pytest
import tomli
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.faults import MOST_TOLD
from lmcs_sim.rules.act import Act
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.scenario.scenario import Choice, Lead, Move, Scenario
from lmcs_sim.toml import structure as module
from lmcs_sim.toml.structure import structure


@frozen
class Inner:
    name: str
    tags: tuple[str, ...] = ()


@frozen
class Outer:
    text: str
    number: int
    flag: bool
    day: dt.date
    inner: Inner
    many: tuple[Inner, ...]
    named: Mapping[str, Inner] = field(factory=dict)
    pass_: int = 0


WHOLE = {
    "text": "a",
    "number": 1,
    "flag": True,
    "day": dt.date(2012, 5, 14),
    "inner": {"name": "b"},
    "many": [{"name": "c", "tags": ["x"]}, {"name": "d"}],
    "named": {"e": {"name": "f"}},
    "pass": 2,
}


def faults(table, kind=Outer):
    found = structure(table, kind)
    assert isinstance(found, list)
    return sorted((fault.code, fault.place.path) for fault in found)


def test_a_whole_table_becomes_a_value():
    made = structure(WHOLE, Outer)
    assert isinstance(made, Outer)
    assert made.many == (Inner("c", ("x",)), Inner("d"))
    assert made.named == {"e": Inner("f")}
    assert made.pass_ == 2


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("text", (3, True, ["a"], {"a": "b"}, dt.date(2012, 5, 14), 1.5)),
        ("number", ("3", True, 3.0, [3], {}, dt.date(2012, 5, 14))),
        ("flag", ("true", 1, 0, [True], {})),
        ("day", ("2012-05-14", dt.datetime(2012, 5, 14), dt.time(1), 2012, [])),
        ("inner", ("b", ["b"], [{"name": "b"}], 1)),
        ("many", ("abc", {"name": "c"}, 3, True)),
        ("named", ("abc", [], 3)),
    ],
)
def test_a_value_of_another_kind_is_never_bent_to_fit(key, values):
    for value in values:
        assert faults({**WHOLE, key: value}) == [("E010", (key,))], value


def test_a_text_is_not_a_list_of_its_letters():
    assert faults({"name": "b", "tags": "abc"}, Inner) == [("E010", ("tags",))]


def test_a_name_in_python_is_not_a_name_in_the_file():
    table = {key: value for key, value in WHOLE.items() if key != "pass"}
    assert faults({**table, "pass_": 2}) == [("E011", ("pass_",))]


def test_every_fault_is_told_at_once_with_its_path():
    table = {
        "text": 3,
        "number": "3",
        "flag": True,
        "inner": {"nam": "b", "tags": ["x", 1, "y", False]},
        "many": [{"name": "c"}, {"name": 1}, "d", {"tags": 7}],
        "named": {"e": {"name": "f", "more": 1}, "g": 5},
        "extra": 1,
    }
    assert faults(table) == [
        ("E010", ("inner", "tags", 1)),
        ("E010", ("inner", "tags", 3)),
        ("E010", ("many", 1, "name")),
        ("E010", ("many", 2)),
        ("E010", ("many", 3, "tags")),
        ("E010", ("named", "g")),
        ("E010", ("number",)),
        ("E010", ("text",)),
        ("E011", ("extra",)),
        ("E011", ("inner", "nam")),
        ("E011", ("named", "e", "more")),
        ("E012", ()),
        ("E012", ("inner",)),
        ("E012", ("many", 3)),
    ]


def test_a_misspelt_field_is_answered_with_the_right_one():
    (missing, misspelt) = structure({"nmae": "b"}, Inner)
    assert missing.cause == "the field 'name' is missing"
    assert misspelt.cure == "Did you mean 'name'?"


@pytest.mark.parametrize(("number", "looked_for"), [(20, 20), (1_000, MOST_TOLD + 1)])
def test_wrong_values_are_looked_for_until_there_are_more_than_are_told(number, looked_for, monkeypatch):
    made, make = [], module.fault
    monkeypatch.setattr(module, "fault", lambda *given: made.append(given) or make(*given))
    tags = [("E010", ("tags", position)) for position in range(looked_for)]
    assert faults({"name": "b", "tags": [1] * number}, Inner) == tags
    unknown = {f"x{position:03}": 1 for position in range(number)}
    assert faults({"name": "b", **unknown}, Inner) == [("E011", (key,)) for key in [*unknown][:looked_for]]
    assert len(made) == 2 * looked_for


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates() | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*WHOLE, "name", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(table=st.dictionaries(st.sampled_from([*WHOLE, "extra"]), VALUES))
def test_any_table_gives_a_value_or_faults_inside_it(table):
    made = structure(table, Outer)
    if isinstance(made, Outer):
        return
    assert made
    for fault in made:
        value = table
        for step in fault.place.path:
            value = value[step]


@given(table=st.dictionaries(st.sampled_from(["format", "scene", "event", "themes", "date", "workshop"]), VALUES))
def test_any_table_is_a_scenario_or_has_faults(table):
    assert isinstance(structure(table, Scenario), list)


def test_a_choice_leads_to_a_scene_or_to_one_of_several():
    choice = {"id": "a", "text": "a", "says": "a"}
    assert structure({**choice, "leads": "end"}, Choice).leads == (Lead("end"),)
    table = [{"to": "b", "when": {"known": ["x"]}}, {"to": "end"}]
    assert structure({**choice, "leads": table}, Choice).leads == (Lead("b", {"known": ["x"]}), Lead("end"))
    for wrong, path in ((7, ("leads",)), ({"to": "b"}, ("leads",)), ([{"to": 7}], ("leads", 0, "to"))):
        assert faults({**choice, "leads": wrong}, Choice) == [("E010", path)]
    assert faults({**choice, "leads": [{"too": "b"}]}, Choice) == [
        ("E011", ("leads", 0, "too")),
        ("E012", ("leads", 0)),
    ]


def test_an_act_carries_its_fields_and_what_it_does():
    table = tomli.loads('act = "vote"\nat = "cabinet"\nsure = true\ndoes = ["voted"]')
    assert structure(table, Act) == Act("vote", (("at", "cabinet"), ("sure", "true")), ("voted",))
    for wrong in ("vote", {"at": "cabinet"}, {"act": 3}, {"act": "vote", "at": 1.5}, {"act": "vote", "does": "voted"}):
        assert isinstance(structure(wrong, Act), list), wrong


def test_a_condition_of_a_rule_is_one_table_or_several():
    rule = {"id": "a", "title": "a", "cites": ["a"], "on": ["a"], "because": "a", "instead": "a", "example": []}
    assert structure({**rule, "when": {"at": "cabinet"}}, RuleEntry).when == ({"at": "cabinet"},)
    assert len(structure({**rule, "when": [{"at": "cabinet"}, {"at": "group"}]}, RuleEntry).when) == 2
    assert faults({**rule, "when": "cabinet"}, RuleEntry) == [("E010", ("when",))]


def test_a_move_reads_its_sign():
    assert structure({"measure": "m", "by": -2, "story": True}, Move) == Move("m", -2, (), True)
    assert faults({"measure": "m", "by": "-2"}, Move) == [("E010", ("by",))]
