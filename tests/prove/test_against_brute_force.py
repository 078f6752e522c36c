"""The proof agrees with every play of a game, played one by one, on every number it gives.

LMCS_SIM_EXAMPLES says how many games are made: thousands, after a change to the proof.
"""

import os
from collections.abc import Callable

import pytest
from generated_games import games
from hypothesis import given, settings
from prove import counting
from prove.brute import Node, Tree, lowest_seed
from running import LONG
from strategies import FEW

from lmcs_sim.play.engine import fires
from lmcs_sim.play.play import Log, Play, replay
from lmcs_sim.play.score import duty_of, outcomes_of, quality_of
from lmcs_sim.prove.proof import PLAYERS, Average, Extreme, Proof, Way
from lmcs_sim.prove.prove import prove
from lmcs_sim.scenario.checks import faults_in_scenario

EXAMPLES = int(os.environ.get("LMCS_SIM_EXAMPLES", "2000" if LONG else "200"))


@FEW
@given(games())
def test_generated_games_are_such_as_load(made):
    assert faults_in_scenario(made.game.scenario, made.game.book.vocabulary, made.game.book.guidance) == []


@settings(max_examples=EXAMPLES)
@given(games())
def test_every_number_agrees_with_every_play(made):
    tree, proof = Tree(made.game), prove(made.game)
    assert (proof.complete, proof.stopped) == (True, "")
    assert proof.scenario == made.game.scenario.id
    assert not proof.dead_ends
    for compare in (*ANYWHERE, compare_assured, compare_players, compare_chances, compare_endings, compare_choices):
        compare(tree, proof)


@settings(max_examples=max(1, EXAMPLES // 4))
@given(games(stuck=True))
def test_every_dead_end_is_named_and_no_play_that_runs_into_one_counts(made):
    tree, proof = Tree(made.game), prove(made.game)
    compare_dead_ends(tree, proof)
    if tree.leaves:
        for compare in ANYWHERE:
            compare(tree, proof)
    else:
        assert (proof.counts.paths, proof.best, proof.worst, proof.front) == (0, None, None, ())


# --- Each part of a proof ---


def compare_dead_ends(tree: Tree, proof: Proof) -> None:
    stuck = [node for node in tree.nodes if node.stuck]
    assert sorted(item.scene for item in proof.dead_ends) == sorted({node.situation.scene for node in stuck})
    for item in proof.dead_ends:
        check_way(tree, item.way, stuck, lambda node, item=item: node.stuck and node.situation.scene == item.scene)


def compare_counts(tree: Tree, proof: Proof) -> None:
    assert proof.counts.paths == len(tree.leaves)
    assert 0 < proof.counts.states <= len({node.situation for node in tree.nodes}) + 1


def compare_extremes(tree: Tree, proof: Proof) -> None:
    compare_extreme(tree, proof.best, max)
    compare_extreme(tree, proof.worst, min)


def compare_assured(tree: Tree, proof: Proof) -> None:
    assert (-proof.assured.breached, proof.assured.points) == counting.assured(tree)


def compare_extreme(tree: Tree, extreme: Extreme, most: Callable) -> None:
    given_ = {"duty": ((-extreme.duty.breached, extreme.duty.points), extreme.way)}
    given_ |= {f"quality {name}": (amount.value, amount.way) for name, amount in extreme.quality.items()}
    given_ |= {f"outcomes {name}": (amount.value, amount.way) for name, amount in extreme.outcomes.items()}
    wanted = counting.objectives(tree)
    assert set(given_) == set(wanted)
    for name, value in wanted.items():
        attained, way = given_[name]
        assert attained == most(map(value, tree.leaves)), name
        check_way(tree, way, tree.leaves, lambda node, value=value, attained=attained: value(node) == attained)
        assert value_of(played(tree, way)).get(name, 0) == attained


def compare_players(tree: Tree, proof: Proof) -> None:
    assert tuple(proof.expected) == PLAYERS
    for player in PLAYERS:
        assert flat(proof.expected[player]) == pytest.approx(
            counting.averages(tree, counting.odds(tree, player)[1]), abs=1e-9
        )


def flat(average: Average) -> dict[str, float]:
    duty = {"breached": average.duty.breached, "points": average.duty.points}
    quality = {f"quality {name}": value for name, value in average.quality.items()}
    return duty | quality | {f"outcomes {name}": value for name, value in average.outcomes.items()}


def compare_chances(tree: Tree, proof: Proof) -> None:
    for player in PLAYERS:
        chances = counting.odds(tree, player)[0]
        given_ = {name: each[player] for name, each in proof.chances.items()}
        assert given_ == pytest.approx({name: chances.pop(name, 0) for name in given_}, abs=1e-9)
        assert not {name for name, likely in chances.items() if likely}


def compare_front(tree: Tree, proof: Proof) -> None:
    given_ = [((-item.duty.breached, item.duty.points), item.quality, item.outcomes) for item in proof.front]
    assert given_ == counting.front(tree)


def compare_endings(tree: Tree, proof: Proof) -> None:
    assert [item.id for item in proof.endings] == [item.id for item in tree.game.scenario.ending]
    reached = {node.told.ending for node in tree.leaves}
    chances = counting.endings(tree)
    for item in proof.endings:
        assert item.reachable is (item.id in reached)
        assert dict(item.chance) == pytest.approx(chances[item.id], abs=1e-9)
        assert (item.way is not None) is item.reachable
        if item.way is not None:
            check_way(tree, item.way, tree.leaves, lambda node, item=item: node.told.ending == item.id)
            assert played(tree, item.way).ending.id == item.id


def compare_what_is_never_met(tree: Tree, proof: Proof) -> None:
    for kind, names in counting.never_met(tree).items():
        given_ = getattr(proof.unreachable, kind)
        assert len(given_) == len(set(given_))
        assert set(given_) == names, kind


def compare_choices(tree: Tree, proof: Proof) -> None:
    assert sorted(proof.never_best) == sorted(counting.never_best(tree))
    in_the_end = counting.differing(tree, counting.in_the_end())
    in_the_open = counting.differing(tree, counting.in_the_open)
    alike = {tuple(sorted(pair)) for pair in proof.no_difference}
    assert len(alike) == len(proof.no_difference)
    assert alike <= {tuple(sorted(pair)) for pair, differs in in_the_end.items() if not differs}
    assert alike >= {tuple(sorted(pair)) for pair, differs in in_the_open.items() if not differs}


def compare_what_is_exercised(tree: Tree, proof: Proof) -> None:
    rules = {item[0] for node in tree.nodes for item in node.told.findings}
    provisions = frozenset().union(*(node.told.cites for node in tree.nodes))
    assert proof.exercised.rules == tuple(sorted(rules))
    assert proof.exercised.provisions == tuple(sorted(provisions))
    taught = tree.game.scenario.teaches
    assert proof.exercised.missing == tuple(name for name in taught if name not in provisions)


def compare_story_moves(tree: Tree, proof: Proof) -> None:
    assert [(item.at, item.measure, item.by) for item in proof.story_moves] == counting.story_moves(tree)


ANYWHERE = (
    compare_counts,
    compare_extremes,
    compare_front,
    compare_what_is_never_met,
    compare_what_is_exercised,
    compare_story_moves,
)
"""What holds of games with dead ends too."""


# --- Ways ---


def check_way(tree: Tree, way: Way, nodes: list[Node], reached: Callable[[Node], bool]) -> None:
    """A way is as short as any, leads there under its seed, the lowest with the same luck, and needs luck if it says so."""
    assert len(way.path) == counting.shortest(nodes, reached)
    ends = tree.follow(way.path)
    assert way.needs_luck is not all(node is not None and reached(node) for node in ends)
    assert way.seed is not None
    (here,) = [node for node in ends if node is not None and under(tree.drawn(node), way.seed, tree)]
    assert reached(here)
    assert way.seed == (lowest_seed(tree.drawn(here)) if way.needs_luck else 0)


def under(drawn, seed: int, tree: Tree) -> bool:
    events = {item.id: item for item in tree.game.scenario.event}
    return all(fires(seed, events[name]) is fired for name, _, fired in drawn)


def played(tree: Tree, way: Way) -> Play:
    play, parted = replay(tree.game, Log(tree.game.scenario.id, "", tree.game.book.hash, way.seed, steps=way.path))
    assert parted is None
    return play


def value_of(play: Play) -> dict[str, object]:
    """What a play is worth on each objective, by the ledgers that players see."""
    tally = duty_of(play).whole
    found: dict[str, object] = {"duty": (-tally.counts.get("breached", 0), tally.points)}
    found |= {f"quality {name}": entry["points"] for name, entry in quality_of(play).items()}
    return found | {f"outcomes {name}": entry["end"] for name, entry in outcomes_of(play).items()}
