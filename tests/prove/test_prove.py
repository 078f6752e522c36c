"""A proof of one small game, with every number worked out on paper.

Three things are decided: whether to look first (then `heard` is done), to vote or to ask, and to decide, wait or sit by.
Before the last the press calls, one time in four.

    vote        departs from a should: -2, and standing rises by 1        ask    meets a should: 2
    decide      departs: -2; had no regard to the guidance: a breach, -6; heard nobody: a breach, -6; or heard them: 3
    wait, sit   the dimension of partnership rises by 1, no points        press  standing falls by 1, and -2 at the close
"""

import pytest
from prove import counting
from prove.brute import Tree
from small import act, choice, ending, enquiry, event, game_of, scenario, scene

from lmcs_sim.play.game import make_game
from lmcs_sim.prove.proof import (
    Amount,
    DeadEnd,
    Exercised,
    Standing,
    Tradeoff,
    Unreachable,
    Way,
)
from lmcs_sim.prove.prove import prove
from lmcs_sim.scenario.scenario import Lead, Measure, Move

NEVER = {"done": ["agreed"]}
WAITING = {
    "acts": (act("speak", at="board"),),
    "leads": (Lead("lost", NEVER), Lead("end")),
}
GAME = game_of(
    scenario(
        scene(
            "first",
            choice("vote", "second", acts=(act("vote", at="board"),), moves=(Move("standing", 1, ("act.must",)),)),
            choice("ask", "second", acts=(act("ask", who="director", about="pattern"),)),
            attention=1,
            enquiry=(enquiry("look", does=("heard",)),),
        ),
        scene(
            "second",
            choice("decide", acts=(act("decide", at="cabinet", matter="homes"),)),
            choice("wait", **WAITING),
            choice("sit", **WAITING),
            choice("read", when=NEVER),
            month=3,
        ),
        scene("lost", choice("stay"), month=3, attention=1, enquiry=(enquiry("peer"),)),
        event=(
            event("press", 3, chance=25, about="press", finds=("told",), moves=(Move("standing", -1, story=True),)),
            event("row", 4, when=NEVER),
        ),
        ending=(
            ending("row", when=NEVER),
            ending("low", when={"measure": {"standing": {"to": 4}}}),
            ending("calm"),
        ),
        measure={"standing": Measure("Your standing", "trust", 5)},
    )
)
BREACHED, POINTS = 5 / 9, -25 / 6
"""For a random player. One in three looks first; one in three decides, with 2 breaches and -14, or 1 and -5 after a look;
voting and asking are as likely and cancel out; the press costs 2 one time in four."""


@pytest.fixture(scope="module")
def proof():
    return prove(GAME)


@pytest.fixture(scope="module")
def tree():
    return Tree(GAME)


def test_every_play_is_counted(proof, tree):
    assert proof.complete
    assert proof.counts.paths == len(tree.leaves) == 2 * 2 * 2 * 3


def test_the_best_duty_is_to_ask_and_wait_and_be_spared_the_press(proof, tree):
    assert proof.best.duty == Standing(0, 2)
    assert proof.best.way.path in (("ask", "wait"), ("ask", "sit"))
    assert proof.best.way.needs_luck
    assert max(node.duty for node in tree.leaves) == (0, 2)


def test_the_worst_duty_is_to_vote_and_decide_without_looking_and_the_press_calls(proof, tree):
    assert proof.worst.duty == Standing(2, -18)
    assert (proof.worst.way.path, proof.worst.way.needs_luck) == (("vote", "decide"), True)
    assert min(node.duty for node in tree.leaves) == (-2, -18)


def test_each_other_ledger_has_extremes_of_its_own(proof):
    assert {name: amount.value for name, amount in proof.best.quality.items()} == {"partnership": 1}
    assert not proof.best.quality["partnership"].way.needs_luck
    assert proof.worst.quality == {"partnership": Amount(0, Way(proof.worst.quality["partnership"].way.path, False, 0))}
    assert (proof.best.outcomes["standing"].value, proof.worst.outcomes["standing"].value) == (6, 4)
    assert proof.best.outcomes["standing"].way.needs_luck


def test_a_player_can_be_sure_of_no_more_than_bad_luck_leaves(proof, tree):
    assert proof.assured == Standing(0, 0)
    assert counting.assured(tree) == (0, 0)


def test_each_player_has_its_own_average(proof, tree):
    worked = {
        "random": (BREACHED, POINTS, 2 / 3, 5.25),
        "cautious": (0, 1.5, 1, 4.75),
        "best": (0, 1.5, 1, 4.75),
    }
    for player, wanted in worked.items():
        average = proof.expected[player]
        found = (
            average.duty.breached,
            average.duty.points,
            average.quality["partnership"],
            average.outcomes["standing"],
        )
        assert found == pytest.approx(wanted)
        counted = counting.averages(tree, counting.odds(tree, player)[1])
        assert tuple(counted.values()) == pytest.approx(wanted)


def test_chances_are_exact_for_each_player(proof, tree):
    worked = {
        "first/look": (1 / 3, 1 / 2, 1 / 2),
        "first/vote": (1 / 2, 0, 0),
        "first/ask": (1 / 2, 1, 1),
        "second": (1, 1, 1),
        "second/decide": (1 / 3, 0, 0),
        "second/sit": (1 / 3, 1 / 2, 1 / 2),
        "event:press": (1 / 4, 1 / 4, 1 / 4),
    }
    for name, wanted in worked.items():
        assert tuple(proof.chances[name].values()) == pytest.approx(wanted), name
        counted = tuple(counting.odds(tree, player)[0].get(name, 0) for player in ("random", "cautious", "best"))
        assert counted == pytest.approx(wanted), name


def test_an_ending_by_bad_luck_has_its_chance_and_its_way(proof, tree):
    row, low, calm = proof.endings
    assert (row.reachable, row.way) == (False, None)
    assert dict(low.chance) == pytest.approx({"random": 1 / 8, "cautious": 1 / 4, "best": 1 / 4})
    assert low.way.path[0] == "ask"
    assert low.way.needs_luck
    assert calm.chance["random"] == pytest.approx(7 / 8)
    assert (calm.way.path[0], calm.way.needs_luck) in (("vote", False), ("ask", True))
    assert counting.endings(tree)["low"] == pytest.approx(dict(low.chance))


def test_the_front_trades_duty_for_standing(proof, tree):
    assert proof.front == (Tradeoff(Standing(0, 2), 1, 0), Tradeoff(Standing(0, -2), 1, 1))
    assert counting.front(tree) == [((0, 2), 1, 0), ((0, -2), 1, 1)]


def test_what_no_play_meets_is_named(proof):
    assert proof.unreachable == Unreachable(
        scenes=("lost",),
        choices=("second/read", "lost/stay"),
        enquiries=("lost/peer",),
        endings=("row",),
        events=("row",),
    )


def test_deciding_is_never_best_and_sitting_by_is_waiting(proof, tree):
    assert proof.never_best == ("second/decide",)
    assert proof.no_difference == (("second/wait", "second/sit"),)
    assert counting.never_best(tree) == {"second/decide"}
    assert counting.differing(tree, counting.in_the_end())["second/wait", "second/sit"] is False


def test_what_is_exercised_is_what_found_something_and_what_moves_rest_on(proof):
    rules = ("a.ask", "a.hear", "a.may", "a.not-vote", "a.speak", "a.test-first", "a.told")
    provisions = (
        "act.must",
        "guide.fact",
        "guide.may",
        "guide.must",
        "guide.regard",
        "guide.should",
        "guide.should-council",
        "guide.should-not",
        "study.finding",
    )
    assert proof.exercised == Exercised(rules, provisions)
    assert [(item.measure, item.by) for item in proof.story_moves] == [("standing", -1)]


def test_a_scene_with_nothing_to_choose_is_a_dead_end():
    stuck = scenario(
        scene("first", choice("go", (Lead("second", {"known": ["told"]}), Lead("end"))), attention=1,
              enquiry=(enquiry("look", finds=("told",)),)),
        scene("second", choice("never", when=NEVER), attention=1, enquiry=(enquiry("peer"),)),
    )  # fmt: skip
    found = prove(make_game(stuck, GAME.book)).dead_ends
    assert found == (DeadEnd("second", Way(("look", "go", "peer"), False, 0)),)
