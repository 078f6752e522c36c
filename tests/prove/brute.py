"""Every play of a small game, one after another on the real engine, nothing merged: what the proof must agree with."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache, cached_property, partial

from attrs import define, field, frozen

from lmcs_sim.play.consequence import Closed, Consequence, Finding, Happened, Moved
from lmcs_sim.play.engine import CLOSE, begin, fires, take
from lmcs_sim.play.game import Game, ids_on_offer
from lmcs_sim.play.situation import Situation
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import END, Event

Drawn = tuple[tuple[str, int, bool], ...]
"""Events that luck decided: the id, the chance, and whether it fired."""


@cache
def lowest_seed(drawn: Drawn) -> int:
    """The lowest seed under which each event falls as said."""
    events = [(Event(name, 0, "", chance=chance), fired) for name, chance, fired in drawn]
    return next(seed for seed in itertools.count() if all(fires(seed, event) is fired for event, fired in events))


@cache
def every_luck(chances: tuple[tuple[str, int], ...]) -> Mapping[int, int]:
    """One seed for each way the events may fall, and how much it weighs."""
    weights = {}
    for falls in itertools.product((True, False), repeat=len(chances)):
        weight = 1
        for (_, chance), fired in zip(chances, falls, strict=True):
            weight *= chance if fired else 100 - chance
        weights[lowest_seed(tuple((*each, fired) for each, fired in zip(chances, falls, strict=True)))] = weight
    return weights


@frozen
class Told:
    """What a step, or the beginning, led to, so far as anything counts it."""

    findings: tuple[tuple[str, str, int, str, int], ...]
    """Rule, verdict, points, dimension and by how much."""
    moves: tuple[tuple[str, int, tuple[str, ...]], ...]
    """Measure, by how much, and the provisions it rests on."""
    fired: tuple[str, ...]
    ending: str | None
    cites: frozenset[str]
    adverse: int
    """Findings against the step's own acts."""


def told_by(consequences: tuple[Consequence, ...]) -> Told:
    """What consequences come to."""
    findings = [item for item in consequences if isinstance(item, Finding)]
    moves = [item.move for item in consequences if isinstance(item, Moved)]
    return Told(
        findings=tuple(
            sorted(
                (item.ruling.rule.id, item.ruling.verdict, item.points, item.dimension, item.by) for item in findings
            )
        ),
        moves=tuple((move.measure, move.by, move.cites) for move in moves),
        fired=tuple(item.event.id for item in consequences if isinstance(item, Happened)),
        ending=next((item.ending.id for item in consequences if isinstance(item, Closed)), None),
        cites=frozenset().union(*(item.cites for item in findings), *(move.cites for move in moves)),
        adverse=sum(item.act is not CLOSE and item.ruling.verdict in ADVERSE for item in findings),
    )


@define(eq=False)
class Node:
    """A point that a play may come to: the steps taken, the luck it may still have, and the ledgers so far."""

    path: tuple[str, ...]
    seeds: tuple[int, ...]
    situation: Situation
    told: Told
    breached: int
    points: int
    quality: Mapping[str, int]
    steps: dict[str, list[tuple[Fraction, "Node"]]] = field(factory=dict)
    """By the id on offer: what it may lead to, and with what chance."""

    @property
    def ended(self) -> bool:
        return self.situation.scene == END

    @property
    def stuck(self) -> bool:
        return not self.ended and not self.steps

    @property
    def duty(self) -> tuple[int, int]:
        """The better, the greater."""
        return -self.breached, self.points

    def named(self, step: str) -> str:
        return f"{self.situation.scene}/{step}"


class Tree:
    """Every play of a game, which has to be a small one."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.chancy = {item.id: item.chance for item in game.scenario.event if item.chance is not None}
        self.weights = every_luck(tuple(self.chancy.items()))
        self._told: dict[tuple[Situation, str, int], tuple[Situation, Told]] = {}
        self._falls = {seed: {item.id: fires(seed, item) for item in game.scenario.event} for seed in self.weights}
        self.roots = self._part(None, "", tuple(self.weights), self._begin)

    def _begin(self, seed: int) -> tuple[Situation, Told]:
        situation, consequences = begin(self.game, seed)
        return situation, told_by(consequences)

    def _take(self, situation: Situation, name: str, seed: int) -> tuple[Situation, Told]:
        key = (situation, name, seed)
        if key not in self._told:
            after = take(self.game, seed, situation, name)
            self._told[key] = after.situation, told_by(after.step.consequences)
        return self._told[key]

    def _part(
        self, before: Node | None, name: str, seeds: tuple[int, ...], go: Callable[[int], tuple[Situation, Told]]
    ) -> list[tuple[Fraction, Node]]:
        """What one step leads to, parted by the luck that it draws."""
        settled = before.situation.settled if before else frozenset()
        whole = sum(self.weights[seed] for seed in seeds)
        found, left = [], seeds
        while left:
            situation, told = go(left[0])
            falls = [(item, self._falls[left[0]][item]) for item in situation.settled - settled if item in self.chancy]
            alike = tuple(seed for seed in left if all(self._falls[seed][item] is fell for item, fell in falls))
            left = tuple(seed for seed in left if seed not in alike)
            chance = Fraction(sum(self.weights[seed] for seed in alike), whole)
            found.append((chance, self._grow(_node(before, name, alike, situation, told))))
        return found

    def _grow(self, node: Node) -> Node:
        if node.ended:
            return node
        for name in ids_on_offer(self.game, node.situation):
            node.steps[name] = self._part(node, name, node.seeds, partial(self._take, node.situation, name))
        return node

    @cached_property
    def nodes(self) -> list[Node]:
        """Every node, each before those it leads to."""
        return list(_below(self.roots))

    @cached_property
    def leaves(self) -> list[Node]:
        """The last node of every play."""
        return [node for node in self.nodes if node.ended]

    def follow(self, path: tuple[str, ...]) -> list[Node | None]:
        """Where the same ids lead under every luck; None where one of them is not on offer."""
        reached: list[Node | None] = [node for _, node in self.roots]
        for name in path:
            reached = [
                after
                for node in reached
                for after in ([None] if node is None or name not in node.steps else [it for _, it in node.steps[name]])
            ]
        return reached

    def drawn(self, node: Node) -> Drawn:
        """The luck drawn on the way to a node."""
        falls = self._falls[node.seeds[0]]
        return tuple(
            (name, chance, falls[name]) for name, chance in self.chancy.items() if name in node.situation.settled
        )


def _below(branches: list[tuple[Fraction, Node]]) -> Iterator[Node]:
    for _, node in branches:
        yield node
        for more in node.steps.values():
            yield from _below(more)


def _node(before: Node | None, name: str, seeds: tuple[int, ...], situation: Situation, told: Told) -> Node:
    """The node after a step, with the ledgers added up."""
    quality = Counter(before.quality if before else ())
    for _, _, _, dimension, by in told.findings:
        if dimension:
            quality[dimension] += by
    duties = [(verdict, points) for _, verdict, points, dimension, _ in told.findings if not dimension]
    return Node(
        path=(*before.path, name) if before else (),
        seeds=seeds,
        situation=situation,
        told=told,
        breached=(before.breached if before else 0) + sum(verdict == "breached" for verdict, _ in duties),
        points=(before.points if before else 0) + sum(points for _, points in duties),
        quality=quality,
    )
