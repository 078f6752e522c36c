"""Playing many times: the same seed gives the same runs, every run is a play of the engine, and the sums add up."""

from collections import Counter

import pytest
from attrs import asdict
from generated_games import games
from hypothesis import given
from hypothesis import strategies as st
from small import choice, ending, enquiry, event, game_of, scenario, scene

from lmcs_sim.author.playtest import PLAYERS, STUCK, playtest, spread
from lmcs_sim.play.consequence import Happened
from lmcs_sim.play.engine import CLOSE
from lmcs_sim.play.game import ids_on_offer, make_game
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.score import duty_of, findings_in, quality_of
from lmcs_sim.prove.prove import prove
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Measure, Move


def every_ending(game):
    return [item.id for item in game.scenario.ending]


def only_run(game, seed, player):
    """The one run of a playtest of one, and its tally: made visible by wanting none of the endings."""
    tally = playtest(game, 1, seed, player, every_ending(game))
    assert tally.first_failing is not None
    return tally.first_failing, tally


def played(game, run):
    play, parted = replay(game, Log(game.scenario.id, "", game.book.hash, run.seed, steps=run.steps))
    assert parted is None
    return play


def value_of(counts):
    """The value that the only run ended with."""
    ((value, times),) = counts.items()
    assert times == 1
    return value


def stuck_game():
    """One in two random players finds the letter, and with it a scene without a way on."""
    return make_game(
        scenario(
            scene("first", choice("go", "second"), choice("look", "second", finds=("letter",))),
            scene("second", choice("stay", when={"known": {"not": ["letter"]}}), enquiry=(enquiry("peer", costs=0),)),
        ),
        game_of().book,
    )


# --- Runs ---


@given(games(stuck=True), st.integers(0, 10_000), st.sampled_from(PLAYERS))
def test_a_run_played_again_by_the_engine_ends_where_it_said_with_the_scores_it_said(made, seed, player):
    run, tally = only_run(made.game, seed, player)
    play = played(made.game, run)
    assert (play.ending.id if play.ended else STUCK) == run.ending == run.failing
    duty, quality = duty_of(play).whole, quality_of(play)
    assert (value_of(tally.breached), value_of(tally.points)) == (duty.counts.get("breached", 0), duty.points)
    given_ = {name: value_of(counts) for name, counts in tally.quality.items()}
    assert given_ == {name: item["points"] for name, item in quality.items() if item["points"]}
    assert {name: value_of(counts) for name, counts in tally.outcomes.items()} == dict(play.situation.measures)
    taken = Counter((turn.scene, step.id) for turn in play.turns for step in turn.steps)
    assert tally.steps == taken
    assert tally.events == Counter(
        item.event.id for turn in play.turns for item in turn.consequences if isinstance(item, Happened)
    )


@given(games(), st.integers(0, 10_000))
def test_a_cautious_player_never_takes_what_departs_from_more_than_another_on_offer(made, seed):
    run, _ = only_run(made.game, seed, "cautious")
    for number, name in enumerate(run.steps):
        before = replay(made.game, Log("", "", "", run.seed, steps=run.steps[:number]))[0]
        against = {other: adverse_after(made.game, before, other) for other in on_offer(before)}
        assert against[name] == min(against.values())


def on_offer(play):
    return ids_on_offer(play.game, play.situation)


def adverse_after(game, before, name):
    """The findings against what a step itself does."""
    after = replay(game, Log("", "", "", before.log.seed, steps=(*before.log.steps, name)))[0]
    findings = [item for item in findings_in(after.turns) if item.act is not CLOSE and item.ruling.verdict in ADVERSE]
    return len(findings) - len([item for item in findings_in(before.turns) if item.ruling.verdict in ADVERSE])


@pytest.mark.parametrize("player", PLAYERS)
def test_the_same_seed_gives_the_same_runs_and_another_gives_others(player):
    game = game_of()
    one, again, other = (playtest(game, 200, seed, player, ["departed"]) for seed in (7, 7, 8))
    assert asdict(one) == asdict(again)
    assert asdict(one) != asdict(other)


def test_a_players_runs_do_not_depend_on_who_played_before():
    game = game_of()
    forwards = {player: playtest(game, 100, 3, player) for player in PLAYERS}
    backwards = {player: playtest(game, 100, 3, player) for player in reversed(PLAYERS)}
    assert {player: asdict(tally) for player, tally in forwards.items()} == {
        player: asdict(tally) for player, tally in backwards.items()
    }


def test_more_runs_begin_with_the_same_ones():
    game = game_of()
    few, many = (playtest(game, runs, 5, "random", every_ending(game)) for runs in (1, 50))
    assert few.first_failing == many.first_failing


# --- Sums ---


@pytest.mark.parametrize("player", PLAYERS)
def test_the_sums_add_up(player):
    game, runs = game_of(), 500
    tally = playtest(game, runs, 1, player)
    assert tally.runs == runs == tally.endings.total()
    for item in game.scenario.scene:
        assert sum(tally.steps[item.id, each.id] for each in item.choice) == runs
        assert all(tally.steps[item.id, each.id] <= runs for each in item.enquiry)
    scores = (tally.points, tally.breached, *tally.quality.values(), *tally.outcomes.values())
    assert {counts.total() for counts in scores} == {runs}
    assert all(times <= runs for times in tally.events.values())
    assert (tally.failed, tally.first_failing) == (0, None)


@pytest.mark.parametrize("player", PLAYERS)
def test_means_come_near_what_is_proved_to_be_expected(player):
    game, runs = game_of(), 5_000
    tally, proof = playtest(game, runs, 11, player), prove(game)
    expected = proof.expected[player]
    found = {"points": spread(tally.points).mean, "breached": spread(tally.breached).mean}
    assert found == pytest.approx({"points": expected.duty.points, "breached": expected.duty.breached}, abs=0.25)
    assert spread(tally.outcomes["standing"]).mean == pytest.approx(expected.outcomes["standing"], abs=0.1)
    for item in proof.endings:
        assert tally.endings[item.id] / runs == pytest.approx(item.chance[player], abs=0.03), item.id
    for at, chances in proof.chances.items():
        scene_, _, step = at.partition("/")
        if step:
            assert tally.steps[scene_, step] / runs == pytest.approx(chances[player], abs=0.03), at
    assert tally.events["by-chance"] / runs == pytest.approx(0.5, abs=0.03)


def test_a_great_deal_of_luck_at_once_is_no_trouble():
    moves = (Move("standing", 1, story=True),)
    events = tuple(event(f"v{n}", 1, chance=50, about="press", moves=moves) for n in range(40))
    measure = {"standing": Measure("Standing", "trust", 0)}
    tally = playtest(game_of(scenario(scene("first", choice("go")), event=events, measure=measure)), 300, 1, "random")
    assert spread(tally.outcomes["standing"]).mean == pytest.approx(20, abs=1)
    assert all(0.3 < tally.events[item.id] / 300 < 0.7 for item in events)


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=30))
def test_a_spread_is_that_of_the_values(values):
    found, ordered = spread(Counter(values)), sorted(values)
    assert (found.least, found.most, found.mean) == (ordered[0], ordered[-1], sum(values) / len(values))
    for value, share in ((found.low, 0.25), (found.middle, 0.5), (found.high, 0.75)):
        assert value in values
        assert sum(each <= value for each in values) >= share * len(values) >= sum(each < value for each in values)


# --- Failing ---


def test_a_run_that_is_stuck_fails():
    tally = playtest(stuck_game(), 400, 1, "random")
    assert tally.failed == tally.endings[STUCK] == tally.runs - tally.endings["the-end"]
    assert 150 < tally.failed < 250
    assert tally.first_failing.failing == tally.first_failing.ending == STUCK
    play = played(stuck_game(), tally.first_failing)
    assert (play.situation.scene, play.ended) == ("second", False)
    assert play.log.steps == ("look", "peer")


def test_an_ending_called_stuck_is_not_being_stuck():
    game = game_of(scenario(scene("first", choice("go")), ending=(ending("stuck"),)))
    assert playtest(game, 10, 1, "random").failed == 0


def test_a_run_fails_by_a_verdict_or_by_an_ending_that_is_not_wanted():
    game, runs = game_of(), 300
    by_verdict = playtest(game, runs, 2, "random", ["breached"])
    assert by_verdict.failed == runs - by_verdict.breached[0]
    assert 0 < by_verdict.failed < runs
    assert by_verdict.first_failing.failing == "breached"
    assert duty_of(played(game, by_verdict.first_failing)).whole.counts["breached"]
    by_ending = playtest(game, runs, 2, "random", ["read"])
    assert by_ending.failed == by_ending.endings["read"] == by_verdict.endings["read"] > 0
    assert (by_ending.first_failing.failing, by_ending.first_failing.ending) == ("read", "read")
    both = playtest(game, runs, 2, "random", ["read", "breached"])
    assert max(by_ending.failed, by_verdict.failed) < both.failed <= by_ending.failed + by_verdict.failed
