"""A scenario's own conditions: on what is known and done, its facts and its measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import SCENARIO, VOCABULARY
from strategies import STORY_KINDS, story_tables

from lmcs_sim.play.situation import Situation
from lmcs_sim.rules.compile import FieldKind
from lmcs_sim.scenario.conditions import compile_when, kinds_in, words_done, words_known

KINDS = kinds_in(SCENARIO, VOCABULARY)
STORY = {**STORY_KINDS, "measure.standing": FieldKind("number")}


def holds(when, **situation):
    box, found = compile_when(when, KINDS)
    assert found == []
    done = frozenset(situation.pop("done", ()))
    return box.holds(Situation("x", done=done, **situation).facts())


def test_no_condition_always_holds():
    assert holds(None)
    assert holds({})


@pytest.mark.parametrize(
    ("when", "held"),
    [
        ({"measure": {"standing": {"to": 4}}}, False),
        ({"measure": {"standing": {"to": 5}}}, True),
        ({"measure": {"standing": {"from": 5}}}, True),
        ({"measure": {"standing": {"from": 6}}}, False),
        ({"measure": {"standing": 5}}, True),
        ({"known": ["letter"]}, True),
        ({"known": ["letter"], "measure": {"standing": {"from": 6}}}, False),
        ({"done": ["read-out"]}, True),
        ({"done": {"not": ["read-out"]}}, False),
        ({"done": ["heard"]}, True),
        ({"known": ["read-out"]}, False),
    ],
)
def test_a_condition_reads_measures_what_is_known_and_what_is_done_on_any_matter(when, held):
    done = [("read-out", None), ("heard", "homes")]
    assert holds(when, done=done, known=frozenset(["letter"]), measures=(("standing", 5),)) is held


def test_words_are_the_vocabularys_and_the_scenarios_own_facts():
    assert words_done(SCENARIO, VOCABULARY) == {*VOCABULARY.done, "read-out"}
    assert words_known(SCENARIO, VOCABULARY) == {*VOCABULARY.known, "read-out"}


@pytest.mark.parametrize("field", ["act", "actor", "date", "governance", "standing"])
def test_a_scenario_reads_nothing_of_acts(field):
    (bad,) = compile_when({field: "x"}, KINDS)[1]
    assert (bad.code, bad.place.path) == ("E011", (field,))


def test_a_fault_on_a_measure_stands_at_the_keys_that_the_file_has():
    (bad,) = compile_when({"measure": {"standing": {"form": 3}}}, KINDS)[1]
    assert bad.place.path == ("measure", "standing", "form")


@given(story_tables, st.data())
def test_a_misspelt_field_or_word_in_a_scenarios_condition_is_a_fault(table, data):
    assert compile_when(table, STORY)[1] == []
    field = data.draw(st.sampled_from(sorted(table)))
    renamed = {(name + "x" if name == field else name): value for name, value in table.items()}
    assert compile_when(renamed, STORY)[1]
    if field != "measure":
        assert [bad.code for bad in compile_when({**table, field: ["heardx"]}, STORY)[1]] == ["E013"]
