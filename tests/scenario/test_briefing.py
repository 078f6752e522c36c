"""The briefing as it is read before the rest of a scenario: the same words, or none."""

import copy

import pytest
import tomli
from running import ROOT, SMALL_VISIT

from lmcs_sim.scenario.briefing import Briefing, briefing_in
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.toml.structure import structure

FILES = [*sorted((ROOT / "scenarios").glob("*.toml")), SMALL_VISIT]


def table_in(path):
    return tomli.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_briefing_says_what_the_scenario_will(path):
    table = table_in(path)
    briefing, scenario = briefing_in(table), structure(table, Scenario)
    for name in Briefing._fields[:-1]:
        assert getattr(briefing, name) == getattr(scenario, name), name
    reviewed = scenario.reviewed
    assert briefing.reviewed == (reviewed.by, reviewed.on, reviewed.until)


def test_a_note_and_a_review_may_be_left_out():
    table = {"format": 1, "title": "A", "briefing": "B", "objectives": ["C"]}
    assert briefing_in(table) == ("A", "", "B", ("C",), ("", "", ""))


@pytest.mark.parametrize("value", [None, 3, ["a"], [3], {"by": 3}], ids=str)
@pytest.mark.parametrize("name", ["format", "title", "note", "briefing", "objectives", "reviewed"])
def test_no_briefing_is_told_that_the_file_does_not_say_rightly(name, value):
    table = copy.deepcopy(table_in(SMALL_VISIT))
    if name == "objectives" and value == ["a"]:
        value = "a"
    assert briefing_in({**table, name: value}) is None


@pytest.mark.parametrize("name", ["format", "title", "briefing", "objectives"])
def test_no_briefing_is_told_of_a_file_without_one_of_its_parts(name):
    table = table_in(SMALL_VISIT)
    del table[name]
    assert briefing_in(table) is None
    assert briefing_in({**table, "format": 2}) is None
