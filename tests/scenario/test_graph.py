"""The shape of a scenario: no circle, however long, and the longest way through."""

from attrs import evolve
from hypothesis import given
from small import SCENARIO, choice, faults, scenario, scene
from strategies import FEW, scenarios

from lmcs_sim.scenario.graph import faults_in_graph, leads_of, longest_path, unreached
from lmcs_sim.scenario.scenario import END, Lead


def line(*names, back=None):
    """Scenes one after another; the last leads to `back`, else to the end."""
    onward = [*names[1:], back or END]
    return scenario(*(scene(name, choice("go", to)) for name, to in zip(names, onward, strict=True)))


def test_a_circle_is_told_once_at_the_lead_that_closes_it_with_its_scenes():
    (bad,) = faults_in_graph(line("a", "b", "c", back="b"))
    assert (bad.code, str(bad.place)) == ("E030", "scene[2].choice[0].leads[0].to")
    assert "b -> c -> b" in bad.cause
    assert "a ->" not in bad.cause


def test_two_ways_to_one_scene_are_no_circle():
    diamond = scenario(
        scene("a", choice("left", "b"), choice("right", "c")),
        scene("b", choice("go", "d")),
        scene("c", choice("go", "d")),
        scene("d", choice("go")),
    )
    assert faults_in_graph(diamond) == []
    assert longest_path(diamond) == 3


def test_a_circle_behind_a_condition_is_still_a_circle():
    item = scenario(scene("a", choice("go", (Lead("a", {"done": ["heard"]}), Lead(END)))))
    assert [code for code, _ in faults(item)] == ["E030"]


def test_a_lead_back_to_the_start_is_a_circle():
    assert [bad.code for bad in faults_in_graph(line("a", "b", back="a"))] == ["E030"]


def test_scenes_in_one_month_may_follow_one_another():
    item = line("a", "b")
    months = tuple(evolve(each, month=3) for each in item.scene)
    assert faults_in_graph(evolve(item, scene=months)) == []


def test_every_lead_of_a_scene_has_its_key_path():
    item = scene("a", choice("x", (Lead("b", {"done": ["heard"]}), Lead("c"))), choice("y"))
    assert list(leads_of(item)) == [
        ("b", ("choice", 0, "leads", 0, "to")),
        ("c", ("choice", 0, "leads", 1, "to")),
        (END, ("choice", 1, "leads", 0, "to")),
    ]


def lost(item):
    return [(bad.code, str(bad.place)) for bad in unreached(item)]


def test_scenes_that_only_lost_scenes_lead_to_are_lost_with_them():
    item = scenario(
        scene("a", choice("go", "d")),
        scene("b", choice("go", "c")),
        scene("c", choice("go", "d")),
        scene("d", choice("go")),
    )
    assert lost(item) == [("E080", "scene[1].id"), ("E080", "scene[2].id")]


def test_a_scene_that_only_a_condition_leads_to_is_not_lost():
    item = scenario(scene("a", choice("go", (Lead("b", {"done": ["heard"]}), Lead(END)))), scene("b", choice("go")))
    assert lost(item) == []


def test_a_scene_in_a_circle_that_nothing_leads_into_is_lost():
    item = scenario(scene("a", choice("go")), scene("b", choice("go", "c")), scene("c", choice("go", "b")))
    assert lost(item) == [("E080", "scene[1].id"), ("E080", "scene[2].id")]


def test_a_lead_that_is_misspelt_counts_for_the_scene_it_was_meant_for():
    item = scenario(
        scene("telephone", choice("go", "bored")), scene("board", choice("go")), scene("lobby", choice("go"))
    )
    assert lost(item) == [("E080", "scene[2].id")]
    assert lost(evolve(item, starts="telefone")) == [("E080", "scene[2].id")]


def test_nothing_is_said_of_lost_scenes_while_one_has_no_way_on():
    assert lost(scenario(scene("a", choice("go", "b")), scene("b"), scene("c", choice("go")))) == []


def test_the_longest_path_counts_the_scenes_of_the_longest_way():
    assert longest_path(line("a", "b", "c")) == 3
    assert longest_path(SCENARIO) == 2


@FEW
@given(scenarios())
def test_the_longest_path_is_the_longest_of_all_paths(item):
    def paths(name):
        if name == END:
            yield 0
            return
        for to, _ in leads_of(item.scenes[name]):
            yield from (1 + rest for rest in paths(to))

    assert longest_path(item) == max(paths(item.starts))
