"""Proving a scenario: every situation seen once, and everything that can be said of all of them."""

from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import frozen

from lmcs_sim.play.game import Game
from lmcs_sim.prove.choices import in_file_order, never_best, no_difference
from lmcs_sim.prove.duty_map import duty_map_of
from lmcs_sim.prove.effect import Effect
from lmcs_sim.prove.explore import Explorer
from lmcs_sim.prove.front import front_of
from lmcs_sim.prove.futures import Futures, futures_of
from lmcs_sim.prove.graph import Graph, Limit, Progress
from lmcs_sim.prove.machine import CutShort, Machine
from lmcs_sim.prove.players import (
    Fortunes,
    average,
    best_player,
    cautious_player,
    chances,
    fortunes,
    plays,
    random_player,
)
from lmcs_sim.prove.proof import (
    Amount,
    Counts,
    DeadEnd,
    EndingProof,
    Exercised,
    Extreme,
    Proof,
    Standing,
    StoryMove,
    Tradeoff,
    Unreachable,
)
from lmcs_sim.prove.values import STUCK, Duty, Worth, against, duty_worth, most, outcome_worth, quality_worth, worths
from lmcs_sim.prove.ways import Attained, attain, nearest, way_of
from lmcs_sim.scenario.scenario import END, Event, Scenario


def prove(game: Game, limit: Limit | None = None, progress: Progress | None = None) -> Proof:
    """Everything that can be proved of a game, or as much as the limit lets be seen (`complete` false)."""
    explorer = Explorer(Machine(game), limit or Limit(), progress)
    try:
        graph = explorer.explore()
    except CutShort as stopped:
        return _cut_short(game.scenario, explorer.seen(), str(stopped))
    return _Proving(game.scenario, graph, futures_of(graph)).proof()


def _cut_short(scenario: Scenario, graph: Graph, stopped: str) -> Proof:
    effects = [graph.effects[label.effect] for label in graph.labels]
    return Proof(
        scenario.id,
        complete=False,
        counts=Counts(graph.situations, len(graph.to), None, graph.chance_nodes),
        starts=_starts(scenario),
        story_moves=story_moves(scenario),
        exercised=_exercised(scenario, effects),
        stopped=stopped,
    )


@frozen(slots=False)
class _Proving:
    """A scenario seen whole, and what is worked out from it."""

    scenario: Scenario
    graph: Graph
    futures: Futures

    def proof(self) -> Proof:
        fortune = self._fortunes
        dimensions, starts = self._dimensions, _starts(self.scenario)
        extremes = [self._extreme(lambda worth: worth, 1), self._extreme(against, -1)]
        return Proof(
            self.scenario.id,
            complete=True,
            counts=Counts(self.graph.situations, len(self.graph.to), plays(self.futures), self.graph.chance_nodes),
            starts=starts,
            best=extremes[0],
            worst=extremes[1],
            assured=self._assured(),
            expected={name: average(self.futures, each, starts, dimensions) for name, each in fortune.items()},
            front=self._front(),
            endings=self._endings(),
            unreachable=self._unreachable(),
            dead_ends=self._dead_ends(),
            never_best=in_file_order(never_best(self.futures, self._objectives()), self._choices),
            no_difference=self._no_difference(),
            story_moves=story_moves(self.scenario),
            exercised=_exercised(self.scenario, self._effects),
            chances=self._chances(),
            duty_map=duty_map_of(self.futures),
        )

    # --- What the rest is made from ---

    @cached_property
    def _duty(self) -> Duty:
        return duty_worth(self.futures)

    @cached_property
    def _effects(self) -> list[Effect]:
        """Every effect that some play meets."""
        numbers = {label.effect for label in self.futures.labels} | {self.futures.begins}
        return [self.futures.effects[number] for number in sorted(numbers)]

    @cached_property
    def _dimensions(self) -> tuple[str, ...]:
        return tuple(sorted({name for effect in self._effects for name, _ in effect.quality}))

    @cached_property
    def _events(self) -> Mapping[str, Event]:
        return {event.id: event for event in self.scenario.event}

    @cached_property
    def _choices(self) -> list[tuple[str, str]]:
        return [(scene.id, choice.id) for scene in self.scenario.scene for choice in scene.choice]

    @cached_property
    def _fortunes(self) -> dict[str, Fortunes]:
        futures = self.futures
        players = {
            "random": random_player(futures),
            "cautious": cautious_player(futures),
            "best": best_player(futures, self._duty),
        }
        return {name: fortunes(futures, taken) for name, taken in players.items()}

    @property
    def _begun(self) -> Mapping[str, int]:
        """What measures have certainly moved before the first decision; nothing is judged by then."""
        return dict(self.futures.effects[self.futures.begins].moved)

    def _objectives(self) -> list[Worth]:
        return [
            self._duty,
            *(quality_worth(name) for name in self._dimensions),
            *(outcome_worth(name) for name in self.scenario.measure),
        ]

    # --- The extremes ---

    def _extreme(self, towards: Callable[[Worth], Worth], sign: int) -> Extreme | None:
        """The most, or the least, of everything."""
        found = attain(self.futures, towards(self._duty))
        if found.total(self.futures) < STUCK // 10**20:
            return None
        total = sign * found.total(self.futures)
        return Extreme(
            Standing(*self._duty.parted(total)),
            way_of(self.futures, self._events, found.edges, self._duty),
            {name: self._amount(quality_worth(name), towards, sign, 0) for name in self._dimensions},
            {
                name: self._amount(outcome_worth(name), towards, sign, start + self._begun.get(name, 0))
                for name, start in _starts(self.scenario).items()
            },
        )

    def _amount(self, worth: Worth, towards: Callable[[Worth], Worth], sign: int, start: int) -> Amount:
        found: Attained = attain(self.futures, towards(worth))
        total = start + sign * found.total(self.futures)
        return Amount(total, way_of(self.futures, self._events, found.edges, worth))

    def _assured(self) -> Standing | None:
        value = most(self.futures, worths(self.futures, self._duty), whatever_luck=True)[self.futures.root]
        if value < STUCK // 10**20:
            return None
        return Standing(*self._duty.parted(value))

    def _front(self) -> tuple[Tradeoff, ...]:
        begun = sum(self._begun.values())
        return tuple(
            Tradeoff(Standing(*self._duty.parted(duty)), quality, risen + begun)
            for duty, quality, risen in front_of(self.futures, self._duty)
        )

    # --- What is met, and what is not ---

    def _endings(self) -> tuple[EndingProof, ...]:
        found = []
        for number, name in enumerate(self.futures.endings):
            edges = nearest(self.futures, number.__eq__)
            chance = {player: fortune.futures[number] for player, fortune in self._fortunes.items()}
            way = None if edges is None else way_of(self.futures, self._events, edges)
            found.append(EndingProof(name, edges is not None, chance, way))
        return tuple(found)

    def _unreachable(self) -> Unreachable:
        met = {(label.scene, label.step) for label in self.futures.labels}
        fired = {name for effect in self._effects for name in effect.fired}
        scenes = self.scenario.scene
        return Unreachable(
            scenes=tuple(scene.id for scene in scenes if (scene.id, "") not in self.graph.reached),
            choices=tuple(f"{scene}/{choice}" for scene, choice in self._choices if (scene, choice) not in met),
            enquiries=tuple(
                f"{scene.id}/{each.id}" for scene in scenes for each in scene.enquiry if (scene.id, each.id) not in met
            ),
            endings=tuple(name for name in self.futures.endings if (END, name) not in self.graph.reached),
            events=tuple(event.id for event in self.scenario.event if event.id not in fired),
        )

    def _dead_ends(self) -> tuple[DeadEnd, ...]:
        found = {}
        for number in range(self.futures.first, len(self.futures.to)):
            if not self.futures.to[number]:
                scene = self.futures.menus[self.futures.menu[number]].scene
                edges = nearest(self.futures, number.__eq__) or ()
                found[scene] = DeadEnd(scene, way_of(self.futures, self._events, edges))
        return tuple(found.values())

    def _no_difference(self) -> tuple[tuple[str, str], ...]:
        pairs = no_difference(self.futures)
        return tuple(("/".join(one), "/".join(other)) for one, other in pairs)

    def _chances(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for player, fortune in self._fortunes.items():
            by_name = chances(self.futures, fortune)
            steps = [(scene.id, step.id) for scene in self.scenario.scene for step in scene.choice]
            for scene, choice in steps:
                # A scene is left by exactly one of its choices.
                by_name[scene] = by_name.get(scene, 0.0) + by_name.get(f"{scene}/{choice}", 0.0)
            for name, chance in by_name.items():
                found.setdefault(name, {})[player] = chance
        return found


def story_moves(scenario: Scenario) -> tuple[StoryMove, ...]:
    """Every movement for the story's sake."""
    items = [(f"{scene.id}/{step.id}", step) for scene in scenario.scene for step in scene.steps]
    items += [(f"event:{event.id}", event) for event in scenario.event]  # type: ignore[misc]
    return tuple(StoryMove(at, move.measure, move.by) for at, item in items for move in item.moves if move.story)


def _starts(scenario: Scenario) -> dict[str, int]:
    return {name: measure.start for name, measure in scenario.measure.items()}


def _exercised(scenario: Scenario, effects: list[Effect]) -> Exercised:
    rules = {rule for effect in effects for rule, _, _ in effect.findings}
    provisions = {name for effect in effects for name in effect.provisions}
    missing = tuple(name for name in scenario.teaches if name not in provisions)
    return Exercised(tuple(sorted(rules)), tuple(sorted(provisions)), missing)
