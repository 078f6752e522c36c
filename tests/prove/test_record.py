"""A proof as plain data: the keys that checks rely on, and what stands under each."""

import json

import pytest
from generated_games import games
from hypothesis import given
from small import choice, ending, enquiry, event, game_of, play_of, scenario, scene
from strategies import FEW

from lmcs_sim.play.game import make_game
from lmcs_sim.prove.proof import PLAYERS
from lmcs_sim.prove.prove import prove
from lmcs_sim.prove.record import proof_record
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.scenario import Measure, Move

PROMISED = {
    "scenario", "complete", "states", "transitions", "paths", "chance_nodes", "best", "worst", "assured", "expected",
    "endings", "unreachable", "dead_ends", "never_best", "no_difference", "story_moves", "exercised",
}  # fmt: skip
"""The issue names these."""
MORE = {"stopped", "front", "chances"}
WAY = {"path", "needs_luck", "seed"}


@pytest.fixture(scope="module")
def record():
    return proof_record(prove(game_of()))


def test_it_has_the_keys_that_are_promised(record):
    assert set(record) == PROMISED | MORE
    assert (record["scenario"], record["complete"], record["stopped"]) == ("small", True, None)
    for name in ("states", "transitions", "paths", "chance_nodes"):
        assert type(record[name]) is int, name


def test_extremes_have_each_ledger_with_its_own_way(record):
    for name in ("best", "worst"):
        extreme = record[name]
        assert set(extreme) == {"duty", "quality", "outcomes"} | WAY
        assert list(extreme["duty"]) == ["points", "breached"]
        assert set(extreme["quality"]) == {"partnership"}
        assert set(extreme["quality"]["partnership"]) == {"points"} | WAY
        assert set(extreme["outcomes"]) == {"standing"}
        assert set(extreme["outcomes"]["standing"]) == {"start", "end"} | WAY
        assert type(extreme["needs_luck"]) is bool
        assert extreme["outcomes"]["standing"]["start"] == 5
    assert list(record["assured"]) == ["duty"]


def test_a_path_is_what_play_takes(record):
    for way in (record["best"], record["worst"], *record["endings"]):
        play = play_of(*way["path"], seed=way["seed"])
        assert play.ended
        assert play.ending.id == way.get("id", play.ending.id)


def test_expectations_and_chances_are_for_each_player(record):
    assert tuple(record["expected"]) == PLAYERS
    for average in record["expected"].values():
        assert set(average) == {"duty", "quality", "outcomes"}
    for item in record["endings"]:
        assert set(item) == {"id", "reachable", "chance"} | WAY
        assert tuple(item["chance"]) == PLAYERS
    assert list(record["chances"]) == sorted(record["chances"])
    assert {"first", "first/find-letter", "second/test", "event:by-chance"} <= set(record["chances"])


def test_what_is_met_and_moved_is_named(record):
    assert set(record["unreachable"]) == {"scenes", "choices", "enquiries", "endings", "events"}
    assert record["story_moves"] == [
        {"at": "first/hear-them", "measure": "standing", "by": 1},
        {"at": "event:by-chance", "measure": "standing", "by": -1},
    ]
    assert set(record["exercised"]) == {"rules", "provisions", "missing"}
    assert "a.not-vote" in record["exercised"]["rules"]
    assert "guide.should-not" in record["exercised"]["provisions"]
    assert set(record["front"][0]) == {"duty", "quality", "outcomes"}


def test_what_cannot_be_reached_has_a_null_way_and_choices_are_named_with_their_scene():
    never = {"done": ["agreed"]}
    game = game_of(
        scenario(
            scene("first", choice("go"), choice("stay"), choice("hidden", when=never)),
            ending=(ending("lost", when=never), ending("found")),
        )
    )
    record = proof_record(prove(game))
    assert record["endings"][0] == {
        "id": "lost",
        "reachable": False,
        "chance": dict.fromkeys(PLAYERS, 0.0),
        **dict.fromkeys(("path", "needs_luck", "seed")),
    }
    assert record["unreachable"]["choices"] == ["first/hidden"]
    assert record["no_difference"] == [["first/go", "first/stay"]]


def test_dead_ends_have_their_scene_and_path():
    stuck = scenario(scene("first", choice("never", when={"done": ["agreed"]}), enquiry=(enquiry("look", costs=0),)))
    record = proof_record(prove(make_game(stuck, game_of().book)))
    assert record["dead_ends"] == [{"scene": "first", "path": ["look"], "needs_luck": False, "seed": 0}]
    assert (record["best"], record["worst"], record["assured"], record["paths"]) == (None, None, None, 0)


def test_an_objective_that_no_play_exercises_is_missing():
    game = game_of(scenario(scene("first", choice("go")), teaches=("guide.must", "guide.should")))
    assert proof_record(prove(game))["exercised"]["missing"] == ["guide.must", "guide.should"]


def test_chances_and_means_are_rounded_so_that_no_machine_prints_another_last_digit():
    moves = (Move("standing", 1, story=True),)
    game = game_of(
        scenario(
            scene("first", choice("go"), choice("stay"), choice("wait", moves=moves)),
            event=(event("press", 2, chance=10, about="press", moves=moves),),
            measure={"standing": Measure("Standing", "trust", 0)},
        )
    )
    record = proof_record(prove(game))
    assert record["chances"]["first/go"]["random"] == 0.333333333
    assert record["expected"]["random"]["outcomes"]["standing"]["end"] == 0.433333333
    assert json.loads(json.dumps(record)) == record


@FEW
@given(games())
def test_the_order_of_the_rules_changes_nothing(made):
    game, book = made.game, made.game.book
    backwards = Rulebook(book.guidance, book.vocabulary, book.points, book.rules[::-1])
    assert proof_record(prove(make_game(game.scenario, backwards))) == proof_record(prove(game))
