"""What a scenario does with its words and measures: what nothing uses, what never comes about, what is only told."""

import pytest
from attrs import evolve
from hypothesis import given
from small import GUIDANCE, SCENARIO, VOCABULARY, act, choice, ending, enquiry, event, game_of, play_of, scenario, scene
from strategies import FEW, scenarios, walks

from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.play import step
from lmcs_sim.scenario.conditions import Against
from lmcs_sim.scenario.scenario import Lead, Measure, Move, Said
from lmcs_sim.scenario.usage import advice_on_usage, faults_in_usage, story_moves, usage_of

FACT = {"mine": Said("it is mine")}
MEASURE = {"standing": Measure("Standing", "trust", 5)}


def errors(item):
    found = faults_in_usage(Against(item, VOCABULARY, GUIDANCE), usage_of(item))
    return [(bad.code, str(bad.place)) for bad in found]


def advice(item):
    return [(bad.code, str(bad.place)) for bad in advice_on_usage(item, usage_of(item))]


def told(item, code):
    found = [*faults_in_usage(Against(item, VOCABULARY, GUIDANCE), usage_of(item))]
    found += advice_on_usage(item, usage_of(item))
    return next(bad for bad in found if bad.code == code)


def reads(when, *more, **changes):
    """A scenario with an ending that reads something, and a choice that does `changes`."""
    endings = (ending("a", when=when), ending("b"))
    return scenario(scene("first", choice("go", **changes), *more), ending=endings, fact=FACT)


BRINGS = [
    ("done", {"does": ("mine",)}),
    ("known", {"finds": ("mine",)}),
    ("done", {"acts": (act("vote", ["mine"], at="board"),)}),
]


@pytest.mark.parametrize(("kind", "changes"), BRINGS)
def test_a_fact_that_a_choice_brings_and_a_condition_reads_is_well(kind, changes):
    item = reads({kind: ["mine"]}, **changes)
    assert (errors(item), advice(item)) == ([], [])


@pytest.mark.parametrize("kind", ["done", "known"])
def test_a_fact_that_is_carried_in_may_be_read(kind):
    item = evolve(reads({kind: ["mine"]}), carried=(f"{kind}.mine",))
    assert (errors(item), advice(item)) == ([], [])


@pytest.mark.parametrize(("kind", "key"), [("done", "does"), ("known", "finds")])
def test_an_event_and_an_enquiry_bring_words_too(kind, key):
    item = reads({kind: ["mine"]})
    assert errors(evolve(item, event=(event("it", 1, **{key: ("mine",)}),))) == []
    looks = scene("first", choice("go"), enquiry=(enquiry("look", **{key: ("mine",)}),))
    assert errors(evolve(item, scene=(looks,))) == []


def test_a_fact_that_nothing_mentions_is_an_error_at_its_key():
    item = scenario(scene("first", choice("go", does=("mine",))), fact={"mine": Said("x"), "lost": Said("y")})
    assert errors(item) == [("E081", "fact.lost")]


@pytest.mark.parametrize(
    ("when", "path"),
    [
        ({"done": ["mine"]}, "ending[0].when.done[0]"),
        ({"done": "mine"}, "ending[0].when.done"),
        ({"done": {"all": ["agreed", "mine"]}}, "ending[0].when.done.all[1]"),
        ({"known": {"any": ["mine"]}}, "ending[0].when.known.any[0]"),
    ],
)
def test_a_condition_on_what_never_comes_about_is_an_error_at_the_word(when, path):
    assert errors(reads(when, does=("agreed",))) == [("E082", path)]


def test_a_word_of_the_vocabulary_that_nothing_here_does_is_the_same():
    assert errors(evolve(reads({"done": ["tested"]}), fact={})) == [("E082", "ending[0].when.done[0]")]


def test_every_kind_of_condition_is_looked_at():
    when = {"done": ["tested"]}
    item = scenario(
        scene(
            "first",
            choice("go", (Lead("end", when), Lead("end"))),
            choice("or-go", when=when),
        ),
        event=(event("it", 1, when=when),),
        ending=(ending("a", when=when), ending("b")),
    )
    assert [path for _, path in errors(item)] == [
        "scene[0].choice[0].leads[0].when.done[0]",
        "scene[0].choice[1].when.done[0]",
        "event[0].when.done[0]",
        "ending[0].when.done[0]",
    ]


def test_a_word_read_as_done_that_is_only_found_is_sent_to_the_right_place():
    item = reads({"done": ["mine"]}, finds=("mine",))
    assert errors(item) == [("E082", "ending[0].when.done[0]")]
    assert told(item, "E082").cure == "It is `known` here: read it there."


@pytest.mark.parametrize(
    ("when", "path"),
    [
        ({"done": {"not": ["mine"]}}, "ending[0].when.done.not[0]"),
        ({"done": {"any": ["agreed", "mine"]}}, "ending[0].when.done.any[1]"),
    ],
)
def test_a_word_that_makes_no_difference_is_a_warning(when, path):
    item = reads(when, does=("agreed",))
    assert (errors(item), advice(item)) == ([], [("W080", path)])


def test_what_follows_from_a_misspelt_word_is_not_said_again():
    misspelt = reads({"done": ["mine"]}, does=("minee",))
    assert errors(misspelt) == []
    assert errors(reads({"done": ["minne"]})) == []
    assert errors(reads({"done": ["nothing-like-it"]})) == [("E081", "fact.mine")]


def test_a_measure_that_nothing_moves_is_a_warning_unless_it_is_carried():
    item = scenario(scene("first", choice("go")), measure=MEASURE)
    assert advice(item) == [("W081", "measure.standing")]
    assert advice(evolve(item, carried=("measure.standing",))) == []
    moved = scene("first", choice("go", moves=(Move("standing", 1, story=True),)))
    assert advice(evolve(item, scene=(moved,))) == []


@pytest.mark.parametrize("changes", [{"does": ("mine",)}, {"finds": ("mine",)}])
def test_a_fact_that_is_told_and_never_read_is_a_note(changes):
    item = scenario(scene("first", choice("go", **changes)), fact=FACT)
    assert (errors(item), advice(item)) == ([], [("N081", "fact.mine")])
    assert told(item, "N081").severity == "note"


def test_each_move_for_the_storys_sake_is_noted_where_it_stands():
    story, cited = Move("standing", -1, story=True), Move("standing", 1, ("guide.should",))
    item = scenario(
        scene("first", choice("go", moves=(cited, story)), enquiry=(enquiry("look", moves=(story,)),)),
        event=(event("it", 1, moves=(story,)),),
        measure=MEASURE,
    )
    assert [str(bad.place) for bad in story_moves(item)] == [
        "scene[0].enquiry[0].moves[0].story",
        "scene[0].choice[0].moves[1].story",
        "event[0].moves[0].story",
    ]
    assert {bad.code for bad in story_moves(item)} == {"N080"}
    assert "'standing' moves by -1" in next(story_moves(item)).cause


def test_the_small_scenario_uses_all_it_has():
    assert (errors(SCENARIO), advice(SCENARIO)) == ([], [])


@FEW
@given(scenarios(), walks)
def test_no_play_finds_does_or_moves_what_nothing_is_said_to_bring(item, walk):
    game, usage = game_of(item), usage_of(item)
    play = play_of(game=game)
    for pick in walk:
        if play.ended:
            break
        offered = ids_on_offer(game, play.situation)
        play = step(play, offered[pick % len(offered)])
    assert {word for word, _ in play.situation.done} <= usage.comes["done"]
    assert play.situation.known <= usage.comes["known"]
    starts = {name: measure.start for name, measure in item.measure.items()}
    assert {name for name, value in play.situation.measures if value != starts[name]} <= usage.moved
