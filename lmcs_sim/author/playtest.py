"""Playing a game many times: random and cautious players, all from one seed, fully scored."""

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random

from attrs import define, field, frozen

from lmcs_sim.play.engine import fires
from lmcs_sim.play.game import Game
from lmcs_sim.prove.machine import Machine, Option, Outcome
from lmcs_sim.scenario.scenario import END

PLAYERS = ("random", "cautious")
STUCK = "nothing on offer"
"""Where a run ended that was stuck before any ending. No ending has such an id."""


@frozen
class Run:
    """One run: the seed of its luck, its steps in order, its ending, and what made it fail."""

    seed: int
    steps: tuple[str, ...]
    ending: str
    failing: str = ""


@define(eq=False)
class Tally:
    """What many runs of one kind of player met. Every score counts how many runs ended with each value."""

    player: str
    runs: int = 0
    steps: Counter[tuple[str, str]] = field(factory=Counter)
    """By scene and enquiry or choice."""
    events: Counter[str] = field(factory=Counter)
    endings: Counter[str] = field(factory=Counter)
    breached: Counter[int] = field(factory=Counter)
    points: Counter[int] = field(factory=Counter)
    quality: dict[str, Counter[int]] = field(factory=dict)
    outcomes: dict[str, Counter[int]] = field(factory=dict)
    failed: int = 0
    first_failing: Run | None = None


def playtest(game: Game, runs: int, seed: int, player: str, never: Iterable[str] = ()) -> Tally:
    """Plays `runs` times. A run fails where it is stuck, or meets what it never should: a verdict or an ending."""
    return _Playtest(game, player, frozenset(never)).play(runs, seed)


class _Playtest:
    """A game and a player, with everything worked out once for each thing it may depend on."""

    def __init__(self, game: Game, player: str, never: frozenset[str]) -> None:
        self.machine = Machine(game)
        self.player = player
        self.never = never
        scenario = game.scenario
        self._by_chance = [event for event in scenario.event if event.chance is not None]
        self._scenes = {name: number for number, name in enumerate(self.machine.order)}
        self._reads = [0 if name == END else self.machine.reads(name) for name in self.machine.order]
        self._offers: list[dict[int, tuple[Option, ...]]] = [{} for _ in self.machine.order]
        self._luck = [[event.id for event in self.machine.luck(name)] for name in self.machine.order]
        self._arrivals: list[dict[tuple[int, tuple[bool, ...]], Outcome]] = [{} for _ in self.machine.order]
        self._dimensions = tuple(game.book.vocabulary.dimension)
        self._measures = tuple(scenario.measure)
        self._rows: list[tuple[int, ...]] = []

    def play(self, runs: int, seed: int) -> Tally:
        """The tally of so many runs."""
        tally = Tally(self.player)
        dice = Random(f"{seed}:{self.player}")
        met: Counter[int] = Counter()
        taken: Counter[tuple[int, int]] = Counter()
        totals: Counter[tuple[int, ...]] = Counter()
        for _ in range(runs):
            luck = dice.getrandbits(31)
            steps, effects, ending = self._run(dice, luck)
            totals[self._total(effects)] += 1
            met.update(effects)
            tally.endings[ending] += 1
            taken.update(steps)
            failing = self._failing(effects, ending)
            if failing:
                tally.failed += 1
                tally.first_failing = tally.first_failing or Run(luck, self._names(steps), ending, failing)
        self._count(tally, met, taken, totals)
        return tally

    def _run(self, dice: Random, luck: int) -> tuple[list[tuple[int, int]], list[int], str]:
        """One run: the places of its steps, the numbers of its effects, and its ending."""
        machine, reads, offers, draw = self.machine, self._reads, self._offers, dice.random
        falls = {event.id: fires(luck, event) for event in self._by_chance}
        steps: list[tuple[int, int]] = []
        state, effect, ending = self._arrive(0, machine.start(), falls)
        effects = [effect]
        scene = 0
        while not ending:
            key = state & reads[scene]
            offer = offers[scene].get(key)
            if offer is None:
                offer = offers[scene][key] = self._offer(scene, key)
            if not offer:
                return steps, effects, STUCK
            place, effect, _, sets, adds, keep, to = offer[int(draw() * len(offer))]
            steps.append((scene, place))
            effects.append(effect)
            state = ((state | sets) + adds) & keep
            number = self._scenes[to]
            if number != scene:
                scene = number
                if machine.arrives(to):
                    state, effect, ending = self._arrive(scene, state, falls)
                    effects.append(effect)
        return steps, effects, ending

    def _offer(self, scene: int, key: int) -> tuple[Option, ...]:
        options = self.machine.options(self.machine.order[scene], key)
        if self.player == "cautious" and options:
            least = min(each.adverse for each in options)
            return tuple(each for each in options if each.adverse == least)
        return options

    def _arrive(self, scene: int, state: int, falls: Mapping[str, bool]) -> tuple[int, int, str]:
        name = self.machine.order[scene]
        reads = state & self.machine.arrival_reads(name)
        key = (reads, tuple(map(falls.__getitem__, self._luck[scene])))
        outcome = self._arrivals[scene].get(key)
        if outcome is None:
            (outcome,) = self.machine.outcomes(name, reads, falls)
            self._arrivals[scene][key] = outcome
        return ((state | outcome.sets) + outcome.adds) & self.machine.keeps(name), outcome.effect, outcome.ending

    # --- Counting ---

    def _total(self, effects: Iterable[int]) -> tuple[int, ...]:
        """Breaches, points, then each dimension and each measure."""
        return tuple(map(sum, zip(*map(self._row, effects), strict=True)))

    def _row(self, number: int) -> tuple[int, ...]:
        while number >= len(self._rows):
            effect = self.machine.effects.all[len(self._rows)]
            quality, moved = dict(effect.quality), dict(effect.moved)
            by_dimension = [quality.get(name, 0) for name in self._dimensions]
            by_measure = [moved.get(name, 0) for name in self._measures]
            self._rows.append((effect.breached, effect.points, *by_dimension, *by_measure))
        return self._rows[number]

    def _failing(self, effects: Iterable[int], ending: str) -> str:
        if ending == STUCK or ending in self.never:
            return ending
        if not self.never:
            return ""
        verdicts = {verdict for number in effects for _, verdict, _ in self.machine.effects.all[number].findings}
        return min(verdicts & self.never, default="")

    def _names(self, steps: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        return tuple(self._step(*step) for step in steps)

    def _step(self, scene: int, place: int) -> str:
        return self.machine.game.scenario.scenes[self.machine.order[scene]].steps[place].id

    def _count(
        self, tally: Tally, met: Counter[int], taken: Counter[tuple[int, int]], totals: Counter[tuple[int, ...]]
    ) -> None:
        tally.runs = totals.total()
        for (scene, place), times in taken.items():
            tally.steps[self.machine.order[scene], self._step(scene, place)] = times
        for number, times in met.items():
            for event in self.machine.effects.all[number].fired:
                tally.events[event] += times
        starts = [measure.start for measure in self.machine.game.scenario.measure.values()]
        begins = [0, 0, *(0 for _ in self._dimensions), *starts]
        columns: list[Counter[int]] = [Counter() for _ in begins]
        for total, times in totals.items():
            for column, begin, value in zip(columns, begins, total, strict=True):
                column[begin + value] += times
        tally.breached, tally.points = columns[:2]
        quality = zip(self._dimensions, columns[2:], strict=False)
        tally.quality = {name: column for name, column in quality if set(column) != {0}}
        tally.outcomes = dict(zip(self._measures, columns[2 + len(self._dimensions) :], strict=True))


@frozen
class Spread:
    """How a score was spread over runs: the least, the quarters, the most, and the mean."""

    least: int
    low: int
    middle: int
    high: int
    most: int
    mean: float


def spread(counts: Counter[int]) -> Spread:
    """The spread of a score, from how many runs ended with each value."""
    whole = counts.total()
    mean = sum(value * times for value, times in counts.items()) / whole
    least, low, middle, high, most = (_at(counts, whole * share) for share in (0, 0.25, 0.5, 0.75, 1))
    return Spread(least, low, middle, high, most, mean)


def _at(counts: Mapping[int, int], position: float) -> int:
    """The value that so many runs do not pass."""
    seen = 0
    for value in sorted(counts):
        seen += counts[value]
        if seen >= max(position, 1):
            return value
    raise AssertionError(position)
