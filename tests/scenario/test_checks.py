"""Everything that can be wrong with a scenario, each with its code and key path, and all told at once."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from small import GUIDANCE, SCENARIO, VOCABULARY, act, choice, ending, enquiry, event, faults, scenario, scene
from strategies import FEW, scenarios

from lmcs_sim.scenario.checks import faults_in_scenario
from lmcs_sim.scenario.scenario import Council, Lead, Measure, Move, Prompt, Said, Workshop

MOVE = Move("standing", 1, ("guide.should",))
MEASURE = {"standing": Measure("Standing", "trust", 5)}


def whole(**changes):
    """A scenario of one scene with one choice, changed."""
    return scenario(scene("first", choice("go")), **changes)


def chosen(**changes):
    """One whose only choice is changed."""
    return scenario(scene("first", choice("go", **changes)), measure=MEASURE)


def asked(**changes):
    """One with an enquiry, changed."""
    return scenario(scene("first", choice("go"), enquiry=(enquiry("look", **changes),)), measure=MEASURE)


def happens(**changes):
    """One with an event, changed."""
    return whole(event=(event("it", changes.pop("month", 1), **changes),), measure=MEASURE)


def ends(*endings):
    return whole(ending=endings, measure=MEASURE)


def cut(*names, **passed):
    """Three scenes; the workshop's cut is `names`, with a choice taken in each other one that is given."""
    return scenario(
        scene(
            "first", choice("go", "second"), choice("skip", "third"), choice("hide", "second", when={"done": ["heard"]})
        ),
        scene("second", choice("on", "third")),
        scene("third", choice("stop")),
        workshop=Workshop(names, passed),
    )


GOOD = [
    SCENARIO,
    whole(),
    chosen(moves=(MOVE,), does=("heard",), finds=("told",)),
    chosen(acts=(act("vote", ["heard"], at="board"),)),
    asked(costs=0, moves=(Move("standing", -2, story=True),)),
    happens(chance=50, about="press"),
    happens(month=6),
    ends(ending("a", when={"measure": {"standing": {"to": 2}}, "done": {"not": ["heard"]}}), ending("b")),
    cut("first", second="on", third="stop"),
    cut("first", "second", "third"),
    whole(council=Council("committee", ("ours",))),
    whole(carried=("done.heard", "known.told", "measure.standing"), measure=MEASURE),
    whole(fact={"mine": Said("mine")}, carried=("done.mine",)),
    whole(teaches=("guide.should", "study.finding")),
]


@pytest.mark.parametrize("item", GOOD)
def test_a_scenario_that_is_right_has_no_faults(item):
    assert faults(item) == []


WRONG = [
    # Words and ids
    (whole(fact={"heard": Said("x")}), ("E015", "fact.heard")),
    (whole(fact={"told": Said("x")}), ("E015", "fact.told")),
    (whole(measure={"well": Measure("How the child is", "child", 5)}), ("E013", "measure.well.of")),
    (whole(themes=("a-theme", "a-them")), ("E013", "themes[1]")),
    (whole(teaches=("guide.should", "guide.shuold")), ("E014", "teaches[1]")),
    (whole(council=Council("comittee")), ("E013", "council.governance")),
    (whole(council=Council("committee", ("ours", "guide"))), ("E014", "council.sources[1]")),
    (whole(council=Council("committee", ("nowhere",))), ("E014", "council.sources[0]")),
    (whole(carried=("measure.standing",)), ("E014", "carried[0]")),
    (whole(carried=("done.told",)), ("E014", "carried[0]")),
    (whole(carried=("known.told", "heard")), ("E014", "carried[1]")),
    # Ids used twice
    (
        scenario(scene("first", choice("go", "first2")), scene("first2", choice("a"), choice("a"))),
        ("E015", "scene[1].choice[1].id"),
    ),
    (scenario(scene("first", choice("go"), enquiry=(enquiry("go"),))), ("E015", "scene[0].choice[0].id")),
    (whole(event=(event("it", 1), event("it", 2))), ("E015", "event[1].id")),
    (ends(ending("a", when={"done": ["heard"]}), ending("a")), ("E015", "ending[1].id")),
    (scenario(scene("first", choice("go")), scene("end", choice("x"))), ("E015", "scene[1].id")),
    # Numbers
    (whole(ends=10_000), ("E036", "ends")),
    (whole(minutes=0), ("E036", "minutes")),
    (whole(date=dt.date(9999, 1, 1)), ("E036", "date")),
    (scenario(scene("first", choice("go"), month=-1)), ("E036", "scene[0].month")),
    (scenario(scene("first", choice("go"), month=7)), ("E036", "scene[0].month")),
    (scenario(scene("first", choice("go"), attention=-1)), ("E036", "scene[0].attention")),
    (asked(costs=-1), ("E036", "scene[0].enquiry[0].costs")),
    (happens(month=7), ("E036", "event[0].month")),
    (happens(month=-1), ("E036", "event[0].month")),
    (happens(chance=0, about="press"), ("E036", "event[0].chance")),
    (happens(chance=100, about="press"), ("E036", "event[0].chance")),
    # Scenes and where they lead
    (whole(starts="frist"), ("E014", "starts")),
    (chosen(leads="secnd"), ("E014", "scene[0].choice[0].leads[0].to")),
    (chosen(leads=()), ("E032", "scene[0].choice[0].leads")),
    (chosen(leads=(Lead("end", {"done": ["heard"]}),)), ("E032", "scene[0].choice[0].leads[0]")),
    (chosen(leads=(Lead("end"), Lead("end"))), ("E032", "scene[0].choice[0].leads[0]")),
    (chosen(leads="first"), ("E030", "scene[0].choice[0].leads[0].to")),
    (
        scenario(scene("first", choice("go", "second"), month=3), scene("second", choice("on"), month=2)),
        ("E031", "scene[0].choice[0].leads[0].to"),
    ),
    (scenario(scene("first", choice("go", "second")), scene("second")), ("E012", "scene[1]")),
    (chosen(when={"done": ["heard"]}), ("E037", "scene[0]")),
    # Steps
    (chosen(acts=(act("vote", at="board"), act("vot", at="board"))), ("E013", "scene[0].choice[0].acts[1].act")),
    (chosen(acts=(act("vote", at="bord"),)), ("E013", "scene[0].choice[0].acts[0].at")),
    (chosen(acts=(act("vote"),)), ("E012", "scene[0].choice[0].acts[0].act")),
    (chosen(acts=(act("close", at="board"),)), ("E011", "scene[0].choice[0].acts[0].at")),
    (asked(acts=(act("vote", ["herd"], at="board"),)), ("E013", "scene[0].enquiry[0].acts[0].does[0]")),
    (chosen(does=("heard", "herd")), ("E013", "scene[0].choice[0].does[1]")),
    (chosen(does=("told",)), ("E013", "scene[0].choice[0].does[0]")),
    (asked(finds=("heard",)), ("E013", "scene[0].enquiry[0].finds[0]")),
    (happens(finds=("tolled",)), ("E013", "event[0].finds[0]")),
    (happens(does=("herd",)), ("E013", "event[0].does[0]")),
    # Movements
    (chosen(moves=(MOVE, Move("standng", 1, story=True))), ("E014", "scene[0].choice[0].moves[1].measure")),
    (chosen(moves=(Move("standing", 1, ("guide.shuold",)),)), ("E014", "scene[0].choice[0].moves[0].cites[0]")),
    (chosen(moves=(Move("standing", 1),)), ("E033", "scene[0].choice[0].moves[0].measure")),
    (chosen(moves=(Move("standing", -(10**400), story=True),)), ("E036", "scene[0].choice[0].moves[0].by")),
    (whole(measure={"standing": Measure("Standing", "trust", 10**400)}), ("E036", "measure.standing.start")),
    (
        asked(moves=(Move("standing", 1, ("guide.should",), story=True),)),
        ("E033", "scene[0].enquiry[0].moves[0].measure"),
    ),
    (happens(moves=(Move("standing", 1),)), ("E033", "event[0].moves[0].measure")),
    # Conditions
    (
        chosen(leads=(Lead("end", {"done": ["herd"]}), Lead("end"))),
        ("E013", "scene[0].choice[0].leads[0].when.done[0]"),
    ),
    (
        scenario(scene("first", choice("go"), choice("no", when={"known": {"any": ["tolled"]}}))),
        ("E013", "scene[0].choice[1].when.known.any[0]"),
    ),
    (happens(when={"at": "board"}), ("E011", "event[0].when.at")),
    (happens(when={"measure": {"standng": 3}}), ("E011", "event[0].when.measure.standng")),
    (
        ends(ending("a", when={"measure": {"standing": {"to": "two"}}}), ending("b")),
        ("E010", "ending[0].when.measure.standing.to"),
    ),
    (ends(ending("a", when={"measure": 3}), ending("b")), ("E011", "ending[0].when.measure")),
    (
        ends(ending("a", when={"measure": {"standing": {"from": 3, "to": 2}}}), ending("b")),
        ("E036", "ending[0].when.measure.standing"),
    ),
    (
        ends(ending("a", when={"done": {"all": ["heard"], "not": ["heard"]}}), ending("b")),
        ("E020", "ending[0].when.done"),
    ),
    # Chance
    (happens(chance=50), ("E034", "event[0].id")),
    (happens(about="press"), ("E034", "event[0].id")),
    (happens(chance=50, about="child"), ("E034", "event[0].about")),
    # Endings
    (whole(ending=()), ("E012", "ending")),
    (ends(ending("a", when={"done": ["heard"]})), ("E032", "ending[0].when")),
    (ends(ending("a"), ending("b")), ("E032", "ending[0].id")),
    # Workshop and prompts
    (cut("first", "secnd", second="on", third="stop"), ("E014", "workshop.cut[1]")),
    (cut("first", second="on", third="stop", fourth="x"), ("E014", "workshop.pass.fourth")),
    (cut("first", second="no", third="stop"), ("E014", "workshop.pass.second")),
    (cut("first", "second", second="on", third="stop"), ("E035", "workshop.pass.second")),
    (cut("second", "third", first="hide"), ("E035", "workshop.pass.first")),
    (cut("first", second="on"), ("E035", "workshop.cut")),
    (
        whole(facilitator=evolve(SCENARIO.facilitator, prompt=(Prompt("frist", "Ask?", "Listen."),))),
        ("E014", "facilitator.prompt[0].at"),
    ),
    (whole(format=2), ("E016", "format")),
]


@pytest.mark.parametrize(("item", "expected"), WRONG, ids=[f"{code}-{path}" for _, (code, path) in WRONG])
def test_a_scenario_that_is_wrong_is_a_fault_at_its_key_path(item, expected):
    assert faults(item) == [expected]


@pytest.mark.parametrize("item", [item for item, _ in WRONG], ids=[f"{code}-{path}" for _, (code, path) in WRONG])
def test_each_fault_says_a_cause_and_a_cure(item):
    for bad in faults_in_scenario(item, VOCABULARY, GUIDANCE):
        assert bad.cause
        assert bad.cure


def test_two_scenes_with_one_id_are_a_fault_at_the_second():
    item = scenario(scene("first", choice("go")), scene("first", choice("go")))
    assert ("E015", "scene[1].id") in faults(item)


def test_a_play_cannot_end_before_it_begins():
    assert ("E036", "ends") in faults(whole(ends=-1))


def test_every_fault_is_told_at_once():
    item = scenario(
        scene("first", choice("go", does=("herd",), moves=(Move("standng", 1),))),
        ending=(ending("a"), ending("b")),
        themes=("x",),
    )
    assert {path for _, path in faults(item)} == {
        "themes[0]",
        "scene[0].choice[0].does[0]",
        "scene[0].choice[0].moves[0].measure",
        "ending[0].id",
    }


def test_a_format_that_is_not_known_is_said_alone():
    assert faults(whole(format=2, themes=("x",), starts="nowhere")) == [("E016", "format")]


def test_the_cut_need_not_cover_a_scene_that_a_passed_choice_never_reaches():
    item = scenario(
        scene("first", choice("go", "second"), choice("skip")),
        scene("second", choice("on")),
        workshop=Workshop((), {"first": "skip"}),
    )
    assert faults(item) == []
    assert faults(evolve(item, workshop=Workshop((), {"first": "go"}))) == [("E035", "workshop.cut")]


@FEW
@given(scenarios())
def test_a_generated_scenario_has_no_faults(item):
    assert faults(item) == []
