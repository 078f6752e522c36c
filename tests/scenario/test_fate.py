"""No number and no draw decides what happens to a child: what is taken for one that does, and what is not."""

import pytest
from attrs import evolve
from small import choice, event, scenario, scene

from lmcs_sim.scenario.fate import advice_on_fate, puts_a_child_at_stake
from lmcs_sim.scenario.scenario import Measure
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import read_scenario

AT_STAKE = [
    "How safe the children are",
    "The child's welfare",
    "Harm to pupils",
    "Young people's well-being",
    "Risk to the boy",
    "In June a girl goes missing from the home.",
    "The baby is hurt.\nNobody asks why.",
    "The report is late. “A child was harmed,” it says.",
    "The children’s safety",
]
NOT_AT_STAKE = [
    "Confidence in children's services",
    "Trust between you and the Director",
    "How children's services stand with health visitors",
    "The child's plan is read, and the risk register too",
    "Foster homes near enough",
    "The safeguarding children board asks about health and safety",
    "A reporter rings about the children's home. The press office is not hurt.",
    "An inspector asks for the minutes of the risk panel.",
    "Young people's trust in the council",
    "The person chairing is ill",
    "Risk in the children’s services budget",
    "The child is at school. Nobody calls the bus safe.",
]


@pytest.mark.parametrize("text", AT_STAKE)
def test_a_child_and_a_fate_in_one_sentence_are_at_stake(text):
    assert puts_a_child_at_stake(text)


@pytest.mark.parametrize("text", NOT_AT_STAKE)
def test_services_and_fates_of_others_are_not(text):
    assert not puts_a_child_at_stake(text)


def test_a_measure_and_a_chance_are_warned_of_where_they_stand():
    fate = "In June a child goes missing."
    events = (event("sure", 1), event("drawn", 1, chance=50, about="press"))
    item = scenario(
        scene("first", choice("go")),
        measure={"well": Measure("How safe the child is", "trust", 5), "word": Measure("Your word", "trust", 5)},
        event=tuple(evolve(each, text=fate) for each in events),
    )
    assert [(bad.code, str(bad.place)) for bad in advice_on_fate(item)] == [
        ("W085", "measure.well.title"),
        ("W085", "event[1].chance"),
    ]


@pytest.mark.parametrize("path", sorted((built_in() / "scenarios").glob("*.toml")), ids=lambda path: path.stem)
def test_no_shipped_scenario_is_taken_for_one_that_does(path):
    assert list(advice_on_fate(read_scenario(path).scenario)) == []
