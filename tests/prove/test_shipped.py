"""What is proved of the shipped scenarios comes true: every path a proof names is played, and gives what it says."""

import pytest
from running import run_apart

from lmcs_sim.play.game import make_game
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.score import duty_of, outcomes_of, quality_of
from lmcs_sim.prove.faults import faults_in_proof
from lmcs_sim.prove.proof import PLAYERS
from lmcs_sim.prove.prove import prove
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import read_all

FILES = read_all([built_in()])[0]


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.scenario.id)
def proved(request, shipped):
    """A shipped game and its proof."""
    game = make_game(request.param.scenario, shipped)
    return game, prove(game)


def played(game, way):
    """The play of a way under its seed, on the engine, to its end."""
    assert way.seed is not None
    play, parted = replay(game, Log(game.scenario.id, "", game.book.hash, way.seed, steps=way.path))
    assert parted is None
    assert play.ended
    return play


def standing_of(play):
    tally = duty_of(play).whole
    return tally.counts.get("breached", 0), tally.points


def test_it_is_proved_whole_and_has_no_fault(proved):
    game, proof = proved
    assert proof.complete
    assert faults_in_proof(game.scenario, proof) == []


@pytest.mark.parametrize("name", ["best", "worst"])
def test_the_way_to_the_best_and_the_worst_duty_gives_it(proved, name):
    game, proof = proved
    extreme = getattr(proof, name)
    assert standing_of(played(game, extreme.way)) == (extreme.duty.breached, extreme.duty.points)


@pytest.mark.parametrize("name", ["best", "worst"])
def test_the_way_to_the_most_and_the_least_of_each_dimension_gives_it(proved, name):
    game, proof = proved
    quality = getattr(proof, name).quality
    assert quality
    for dimension, amount in quality.items():
        found = quality_of(played(game, amount.way))
        assert (found[dimension]["points"] if dimension in found else 0) == amount.value, dimension


@pytest.mark.parametrize("name", ["best", "worst"])
def test_the_way_to_the_most_and_the_least_of_each_measure_gives_it(proved, name):
    game, proof = proved
    outcomes = getattr(proof, name).outcomes
    assert set(outcomes) == set(game.scenario.measure)
    for measure, amount in outcomes.items():
        assert outcomes_of(played(game, amount.way))[measure]["end"] == amount.value, measure


def test_the_way_to_each_ending_ends_in_it(proved):
    game, proof = proved
    assert [item.id for item in proof.endings] == [item.id for item in game.scenario.ending]
    for item in proof.endings:
        assert played(game, item.way).ending.id == item.id


def test_a_way_that_needs_no_luck_gives_the_same_under_any_seed(proved):
    game, proof = proved
    for extreme in (proof.best, proof.worst):
        if not extreme.way.needs_luck:
            for seed in range(1, 6):
                play = replay(game, Log(game.scenario.id, "", "", seed, steps=extreme.way.path))[0]
                assert standing_of(play) == (extreme.duty.breached, extreme.duty.points)


def test_its_numbers_bear_one_another_out(proved):
    _, proof = proved
    best, worst, sure = ((-each.breached, each.points) for each in (proof.best.duty, proof.worst.duty, proof.assured))
    assert worst < best
    assert sure <= best
    assert (-proof.front[0].duty.breached, proof.front[0].duty.points) == best
    for player in PLAYERS:
        assert sum(item.chance[player] for item in proof.endings) == pytest.approx(1)
        assert worst <= (-proof.expected[player].duty.breached, proof.expected[player].duty.points) <= best
    careful, random = (
        (-proof.expected[player].duty.breached, proof.expected[player].duty.points) for player in ("best", "random")
    )
    assert random < careful


def test_every_scene_and_ending_has_a_chance_and_the_first_is_certain(proved):
    game, proof = proved
    for scene in game.scenario.scene:
        assert 0 < proof.chances[scene.id]["random"] <= 1 + 1e-9
    assert proof.chances[game.scenario.starts] == pytest.approx(dict.fromkeys(PLAYERS, 1))
    for event in game.scenario.event:
        assert 0 < proof.chances[f"event:{event.id}"]["random"] <= 1 + 1e-9
    assert all(0 < item.chance["random"] < 1 for item in proof.endings)


def test_a_proof_is_the_same_bytes_in_every_process():
    one, other = (
        run_apart("prove", "slipping-school", "--json", environment={"PYTHONHASHSEED": seed}) for seed in ("1", "2")
    )
    assert (one.code, one.err) == (0, "")
    assert one.out == other.out
    assert '"complete": true' in one.out
