"""What each decision put out of reach agrees with every play of a game, played one by one; and with luck told apart."""

import itertools
import os
from collections.abc import Iterator
from functools import cache

import pytest
from attrs import evolve
from generated_games import games
from hypothesis import given, settings
from prove.brute import Node, Tree, lowest_seed
from running import LONG

from lmcs_sim.play.engine import fires
from lmcs_sim.play.game import Game, make_game
from lmcs_sim.play.mattered import Mattered, weigh
from lmcs_sim.play.play import Log, Play, replay
from lmcs_sim.play.score import duty_of
from lmcs_sim.prove import duty_map as making
from lmcs_sim.prove.prove import prove
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import read_all

EXAMPLES = int(os.environ.get("LMCS_SIM_EXAMPLES", "1000" if LONG else "100"))
PLAYS = 25
"""Of each game, how many plays are weighed."""


@settings(max_examples=EXAMPLES)
@given(games())
def test_every_step_of_a_play_is_weighed_as_all_plays_have_it(made):
    compare(made.game)


@settings(max_examples=max(1, EXAMPLES // 4))
@given(games(stuck=True))
def test_a_way_that_is_stuck_is_worse_than_any_that_ends(made):
    compare(made.game)


def compare(game: Game) -> None:
    tree, duty_map = Tree(game), prove(game).duty_map
    best = cache(lambda node: max((leaf.duty for leaf in leaves(node)), default=(-(10**9), 0)))
    for leaf in tree.leaves[:: len(tree.leaves) // PLAYS + 1]:
        play = played(tree, leaf)
        weighed = weigh(play, duty_map)
        nodes = nodes_on(tree, leaf)
        lost, luck = {}, (0, 0)
        start = max(best(node) for _, node in tree.roots)
        luck = added(luck, minus(start, best(nodes[0])))
        for number, (node, after) in enumerate(itertools.pairwise(nodes), start=1):
            could = best(node)
            left = max(best(each) for _, each in node.steps[after.path[-1]])
            if left != could:
                lost[number] = (could, left)
            luck = added(luck, minus(left, best(after)))
        found = {item.number: (item.could.rank, item.after.rank) for item in weighed.decisions}
        assert found == lost
        assert weighed.luck == luck
        assert [item.lost for item in weighed.decisions] == sorted(minus(*pair) for pair in lost.values())[::-1]
        for item in weighed.decisions:
            check(tree, play, nodes[item.number - 1], item)


def leaves(node: Node) -> Iterator[Node]:
    if node.ended:
        yield node
    for branches in node.steps.values():
        for _, after in branches:
            yield from leaves(after)


def nodes_on(tree: Tree, leaf: Node) -> list[Node]:
    """Every point on the way to a leaf, the luck it draws included."""
    alike = [node for _, node in tree.roots if set(leaf.seeds) <= set(node.seeds)]
    found = alike
    for name in leaf.path:
        found = [*found, next(node for _, node in found[-1].steps[name] if set(leaf.seeds) <= set(node.seeds))]
    return found


def played(tree: Tree, leaf: Node) -> Play:
    return replay(tree.game, Log(tree.game.scenario.id, "", "", lowest_seed(tree.drawn(leaf)), (), leaf.path))[0]


def check(tree: Tree, play: Play, node: Node, item: Mattered) -> None:
    """The better way leads where it is said to, with the luck it is said to need."""
    steps = play.log.steps[: item.number - 1]
    assert item.scene == node.situation.scene
    assert item.step == play.log.steps[item.number - 1]
    assert item.better[0] != item.step
    ends = [leaf for leaf in leaves(node) if leaf.path == (*steps, *item.better) and leaf.duty == item.could.rank]
    assert item.ending in {leaf.told.ending for leaf in ends}
    own = [leaf for leaf in leaves(node) if set(seeds_of(tree, play)) & set(leaf.seeds)]
    assert item.own_luck is any(leaf.duty == item.could.rank for leaf in own)
    good = [leaf.path for leaf in (own if item.own_luck else leaves(node)) if leaf.duty == item.could.rank]
    assert len(item.better) == min(map(len, good)) - len(steps)
    if item.own_luck:
        other, parted = replay(play.game, evolve(play.log, steps=(*steps, *item.better)))
        duty = duty_of(other).whole
        assert parted is None
        assert (duty.counts.get("breached", 0), duty.points) == (item.could.breached, item.could.points)
        assert other.ending.id == item.ending


def seeds_of(tree: Tree, play: Play) -> list[int]:
    """The tree's own seed with the same luck as a play's seed."""

    def falls(seed: int) -> list[bool]:
        return [fires(seed, event) for event in tree.game.scenario.event]

    return [seed for seed in tree.weights if falls(seed) == falls(play.log.seed)]


def minus(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] - other[0], one[1] - other[1]


def added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


@pytest.mark.parametrize("number", range(4))
def test_decisions_and_luck_together_are_what_lies_between_a_shipped_play_and_the_best(number, shipped):
    scenario = read_all((built_in(),))[0][number].scenario
    game = make_game(scenario, shipped)
    proof = prove(game)
    worst = replay(game, Log(scenario.id, "", "", proof.worst.way.seed, (), proof.worst.way.path))[0]
    best = replay(game, Log(scenario.id, "", "", proof.best.way.seed, (), proof.best.way.path))[0]
    assert weigh(best, proof.duty_map).decisions == ()
    assert weigh(best, proof.duty_map).luck == (0, 0)
    weighed = weigh(worst, proof.duty_map)
    assert len(weighed.decisions) >= 3
    total = weighed.luck
    for item in weighed.decisions:
        total = added(total, item.lost)
    assert total == (
        proof.worst.duty.breached - proof.best.duty.breached,
        proof.best.duty.points - proof.worst.duty.points,
    )


def test_a_map_that_would_be_too_large_is_not_kept(small_game, monkeypatch):
    monkeypatch.setattr(making, "MOST_PLACES", 3)
    assert prove(small_game).duty_map is None
