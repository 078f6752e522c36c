"""Condition tables as files give them: every shape, and every fault; what is unknown is never false."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import VOCABULARY, act, at
from strategies import ALL_KINDS, acts, tables

from lmcs_sim.rules.act import Act, facts_of, faults_in_act
from lmcs_sim.rules.compile import compile_table, kinds_of


def box(table):
    made, found = compile_table(table, ALL_KINDS)
    assert found == []
    return made


def holds(table, what, when=None):
    return box(table).holds(facts_of(what, when or at(), VOCABULARY))


VOTE = act("vote", at="board")


@pytest.mark.parametrize(
    ("table", "held"),
    [
        ({"at": "board"}, True),
        ({"at": "cabinet"}, False),
        ({"at": ["cabinet", "board"]}, True),
        ({"at": ["cabinet", "council"]}, False),
        ({"at": {"not": "cabinet"}}, True),
        ({"at": {"not": ["board", "cabinet"]}}, False),
        ({"matter": {"not": "schools"}}, True),
        ({"matter": "none"}, True),
        ({"at": "none"}, False),
        ({"at": {"not": "none"}}, True),
        ({"actor": "lead-member"}, True),
        ({"actor": "leader"}, False),
        ({"capacity": "influence"}, True),
        ({"governance": "leader-and-cabinet"}, True),
        ({"at": "board", "actor": "leader"}, False),
        ({}, True),
    ],
)
def test_a_word_condition_reads_the_act(table, held):
    assert holds(table, VOTE) is held


@pytest.mark.parametrize(
    ("condition", "held_for"),
    [
        ({"from": "middle"}, {"middle", "high"}),
        ({"to": "middle"}, {"low", "middle"}),
        ({"from": "low", "to": "low"}, {"low"}),
        ({"from": "middle", "to": "high"}, {"middle", "high"}),
        ("low", {"low"}),
        ({"not": "low"}, {"middle", "high"}),
    ],
)
def test_an_ordered_word_has_ends_that_are_included(condition, held_for):
    assert {
        level for level in ("low", "middle", "high") if holds({"level": condition}, act("grade", level=level))
    } == held_for


def test_a_range_of_ordered_words_never_holds_for_absence():
    assert not holds({"level": {"to": "high"}}, VOTE)


@pytest.mark.parametrize(
    ("condition", "held_for"),
    [(3, {3}), ({"from": 3}, {3, 4, 5}), ({"to": 3}, {1, 2, 3}), ({"from": 2, "to": 3}, {2, 3})],
)
def test_a_number_has_ends_that_are_included(condition, held_for):
    assert {n for n in range(1, 6) if holds({"count": condition}, act("grade", level="low", count=n))} == held_for
    assert not holds({"count": condition}, act("grade", level="low"))


@pytest.mark.parametrize(
    ("condition", "held_on"),
    [
        (dt.date(2012, 5, 14), {14}),
        ({"from": dt.date(2012, 5, 14)}, {14, 15}),
        ({"to": dt.date(2012, 5, 14)}, {13, 14}),
        ({"from": dt.date(2012, 5, 13), "to": dt.date(2012, 5, 14)}, {13, 14}),
    ],
)
def test_a_date_has_ends_that_are_included(condition, held_on):
    days = (13, 14, 15)
    assert {day for day in days if holds({"date": condition}, VOTE, at(dt.date(2012, 5, day)))} == held_on


@pytest.mark.parametrize(
    ("value", "wanted", "held"), [("true", True, True), ("true", False, False), ("false", False, True)]
)
def test_a_flag_is_true_or_false(value, wanted, held):
    assert holds({"urgent": wanted}, act("grade", level="low", urgent=value)) is held


def test_a_flag_left_out_is_neither_true_nor_false():
    grade = act("grade", level="low")
    assert not holds({"urgent": True}, grade)
    assert not holds({"urgent": False}, grade)


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        (["heard"], True),
        (["heard", "agreed"], True),
        (["heard", "tested"], False),
        ("heard", True),
        ({"all": ["heard", "agreed"]}, True),
        ({"any": ["tested", "agreed"]}, True),
        ({"any": ["tested", "guidance-considered"]}, False),
        ({"not": ["tested"]}, True),
        ({"not": ["tested", "heard"]}, False),
        ({"all": ["heard"], "any": ["tested", "agreed"], "not": ["guidance-considered"]}, True),
        ({"all": ["tested"], "any": ["heard", "agreed"], "not": ["guidance-considered"]}, False),
        ({"all": ["heard"], "any": ["tested", "guidance-considered"], "not": ["clear-reasons-given"]}, False),
        ({"all": ["heard"], "any": ["tested", "agreed"], "not": ["agreed"]}, False),
    ],
)
def test_conditions_on_what_was_done_stand_together_joined_by_and(condition, held):
    assert holds({"done": condition}, VOTE, at(done=["heard", "agreed"])) is held


def test_conditions_on_what_is_known_read_what_is_known_and_not_what_was_done():
    assert holds({"known": ["told"]}, VOTE, at(known=["told"]))
    assert not holds({"known": ["told"]}, VOTE, at(done=["heard"], known=["letter"]))


@pytest.mark.parametrize(
    ("matter", "seen"),
    [("schools", {"heard", "agreed"}), ("homes", {"tested", "agreed"}), (None, {"heard", "tested", "agreed"})],
)
def test_a_rule_sees_words_done_on_the_acts_own_matter_or_on_none(matter, seen):
    judged = act("vote", at="board") if matter is None else act("vote", at="board", matter=matter)
    when = at(done=[("heard", "schools"), ("tested", "homes"), "agreed"])
    assert {word for word in ("heard", "tested", "agreed") if holds({"done": [word]}, judged, when)} == seen


FAULTS = [
    ({"wher": "board"}, "E011", ("wher",)),
    ({"at": "bord"}, "E013", ("at",)),
    ({"at": ["board", "bord"]}, "E013", ("at", 1)),
    ({"at": {"not": "bord"}}, "E013", ("at", "not")),
    ({"at": {"not": ["board", "bord"]}}, "E013", ("at", "not", 1)),
    ({"at": {"nto": "board"}}, "E010", ("at",)),
    ({"at": {"not": "board", "from": "board"}}, "E010", ("at",)),
    ({"at": {"from": "board"}}, "E010", ("at",)),
    ({"at": {}}, "E010", ("at",)),
    ({"at": []}, "E010", ("at",)),
    ({"at": 3}, "E010", ("at",)),
    ({"at": True}, "E013", ("at",)),
    ({"at": [["board"]]}, "E010", ("at", 0)),
    ({"at": {"not": ["board", "cabinet", "council", "none"]}}, "E020", ("at", "not")),
    ({"level": {"from": "hihg"}}, "E013", ("level", "from")),
    ({"level": {"from": "high", "to": "low"}}, "E036", ("level",)),
    ({"level": {}}, "E010", ("level",)),
    ({"count": "3"}, "E010", ("count",)),
    ({"count": True}, "E010", ("count",)),
    ({"count": {}}, "E010", ("count",)),
    ({"count": {"frm": 3}}, "E011", ("count", "frm")),
    ({"count": {"from": "3"}}, "E010", ("count", "from")),
    ({"count": {"from": 4, "to": 3}}, "E036", ("count",)),
    ({"date": "2012-05-14"}, "E010", ("date",)),
    ({"date": dt.datetime(2012, 5, 14)}, "E010", ("date",)),
    ({"date": {"to": 2012}}, "E010", ("date", "to")),
    ({"urgent": "yes"}, "E013", ("urgent",)),
    ({"done": ["herd"]}, "E013", ("done", 0)),
    ({"done": "told"}, "E013", ("done",)),
    ({"done": ["none"]}, "E013", ("done", 0)),
    ({"done": {}}, "E010", ("done",)),
    ({"done": {"al": ["heard"]}}, "E011", ("done", "al")),
    ({"done": {"any": []}}, "E010", ("done", "any")),
    ({"done": {"any": ["heard", "herd"]}}, "E013", ("done", "any", 1)),
    ({"done": {"all": ["heard"], "not": ["heard"]}}, "E020", ("done",)),
    ({"known": ["heard"]}, "E013", ("known", 0)),
    ({"measure": 3}, "E011", ("measure",)),
]


@pytest.mark.parametrize(("table", "code", "path"), FAULTS)
def test_a_table_that_is_wrong_is_a_fault_at_its_key_path(table, code, path):
    found = compile_table(table, ALL_KINDS)[1]
    assert [(bad.code, bad.place.path) for bad in found] == [(code, path)]
    assert found[0].cause
    assert found[0].cure


def test_every_fault_of_a_table_is_told_at_once():
    found = compile_table({"at": "bord", "wher": 1, "done": ["herd", "heard", "tsted"]}, ALL_KINDS)[1]
    assert [bad.place.path for bad in found] == [("at",), ("wher",), ("done", 0), ("done", 2)]


def test_a_misspelt_word_is_met_with_the_nearest_one():
    assert "'board'" in compile_table({"at": "bord"}, ALL_KINDS)[1][0].cure


def leaves(value, path=()):
    """The path of every word and of every key that must be a known one."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield (*path, key), "key"
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from leaves(inner, (*path, position))
    elif isinstance(value, str):
        yield path, "word"


def misspelt(value, path, kind):
    if len(path) == 1 and kind == "key":
        return {(key + "x" if key == path[0] else key): inner for key, inner in value.items()}
    if not path:
        return value + "x"
    step, *rest = path
    if isinstance(value, Mapping):
        return {key: misspelt(inner, tuple(rest), kind) if key == step else inner for key, inner in value.items()}
    return [misspelt(inner, tuple(rest), kind) if n == step else inner for n, inner in enumerate(value)]


@given(tables(ALL_KINDS))
def test_a_generated_table_has_no_faults(table):
    assert compile_table(table, ALL_KINDS)[1] == []


@given(tables(ALL_KINDS), st.data())
def test_any_misspelt_word_or_field_in_any_table_is_a_fault_and_never_a_condition_that_is_false(table, data):
    path, kind = data.draw(st.sampled_from(list(leaves(table))))
    found = compile_table(misspelt(table, path, kind), ALL_KINDS)[1]
    assert {bad.code for bad in found} & {"E010", "E011", "E013"}


@given(acts(), st.data())
def test_any_misspelt_word_or_field_of_an_act_is_a_fault(what, data):
    assert faults_in_act(what, VOCABULARY, frozenset(VOCABULARY.done)) == []
    spots = ["act", *(("key", n) for n in range(len(what.fields))), *(("does", n) for n in range(len(what.does)))]
    spots += [("word", n) for n, (_, value) in enumerate(what.fields) if isinstance(value, str)]
    spot = data.draw(st.sampled_from(spots))
    name, fields, does = what.act, list(what.fields), list(what.does)
    if spot == "act":
        name += "x"
    elif spot[0] == "does":
        does[spot[1]] += "x"
    else:
        key, value = fields[spot[1]]
        fields[spot[1]] = (key + "x", value) if spot[0] == "key" else (key, value + "x")
    assert faults_in_act(Act(name, tuple(fields), tuple(does)), VOCABULARY, frozenset(VOCABULARY.done))


@pytest.mark.parametrize(
    ("what", "code", "path"),
    [
        (act("vot", at="board"), "E013", ("act",)),
        (act("vote"), "E012", ("act",)),
        (act("vote", at="board", who="head"), "E011", ("who",)),
        (act("vote", at="none"), "E013", ("at",)),
        (act("vote", at=3), "E013", ("at",)),
        (act("vote", at="board", date="2012"), "E011", ("date",)),
        (act("vote", at="board", done="heard"), "E011", ("done",)),
        (act("grade", level="low", count="3"), "E010", ("count",)),
        (act("grade", level="low", urgent="maybe"), "E013", ("urgent",)),
        (act("vote", ["told"], at="board"), "E013", ("does", 0)),
    ],
)
def test_an_act_that_is_wrong_is_a_fault_at_its_key_path(what, code, path):
    found = faults_in_act(what, VOCABULARY, frozenset(VOCABULARY.done))
    assert [(bad.code, bad.place.path) for bad in found] == [(code, path)]


def test_kinds_are_read_for_the_built_in_fields_too():
    kinds = kinds_of(VOCABULARY, ["act", "date", "done", "known", "level", "count", "urgent", "at"])
    assert {name: kind.kind for name, kind in kinds.items()} == {
        "act": "word",
        "date": "date",
        "done": "set",
        "known": "set",
        "level": "ordered",
        "count": "number",
        "urgent": "flag",
        "at": "word",
    }
