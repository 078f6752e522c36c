"""A game made ready to be walked many times: every step worked out once for each thing it may depend on.

It gives the same as the engine (`play/engine.py`), on situations as numbers (`bits.py`), each cut to what any later
condition, in scenario or rules, can still read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lmcs_sim.play.consequence import Finding
from lmcs_sim.play.engine import CLOSE
from lmcs_sim.play.findings import judge_acts
from lmcs_sim.play.game import Game
from lmcs_sim.play.situation import Situation
from lmcs_sim.prove.bits import Bits, bits_of
from lmcs_sim.prove.effect import Effects, adverse_in, effect_of
from lmcs_sim.prove.place import Due, Judged, Place, Places, Step
from lmcs_sim.rules.act import Act
from lmcs_sim.scenario.scenario import END, Choice, Enquiry, Event

MOST_FALLS = 1_024
"""Ways that luck may fall on arriving somewhere: ten events by chance at once, and no story has as many."""

# Walking makes many of these values. Named tuples are as frozen as those of attrs, and made in a third of the time.


class CutShort(Exception):
    """A limit was reached before everything was seen. It says which."""


class Option(NamedTuple):
    """A step on offer: what it adds, and the situation it gives, which is `((state | sets) + adds) & keep`."""

    step: int
    """Its place among the scene's steps."""
    effect: int
    adverse: int
    sets: int
    adds: int
    keep: int
    to: str
    """The scene it leads to: its own, for an enquiry."""


class Outcome(NamedTuple):
    """One way luck may fall on arriving somewhere: how likely, out of 100 for each event drawn, and what follows."""

    weight: int
    drawn: tuple[tuple[str, bool], ...]
    """The events that luck decided, and whether each came about."""
    effect: int
    sets: int
    adds: int
    ending: str = ""
    """The ending reached, where the play has closed."""


class Machine:
    """A game ready to be walked. Ask `options` in a scene, and `outcomes` on arriving in one."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.bits: Bits = bits_of(game.scenario)
        self.effects = Effects()
        """Every effect met, by its number."""
        self._layout = Places(game, self.bits, self.effects)
        self._conditions = self._layout.conditions
        self._places = self._layout.by_id
        self.order = self._layout.order
        """The scenes that leads lead to, each before those it leads to; then the end."""
        self._cuts = {name: self._layout.cut(name) for name in self.order}
        self._closed: dict[int, int] = {}

    def start(self) -> int:
        """The situation on arriving in the first scene."""
        scenario = self.game.scenario
        measures = tuple((name, measure.start) for name, measure in scenario.measure.items())
        first = self.bits.pack(Situation(scenario.starts, measures=measures))
        return first & self._places[scenario.starts].arrival_keep

    def reads(self, scene: str) -> int:
        """The bits that `options` depends on in a scene."""
        return self._places[scene].reads

    def arrival_reads(self, scene: str) -> int:
        """The bits that `outcomes` depends on; none where nothing can happen on arriving."""
        return self._places[scene].arrival_reads

    def arrives(self, scene: str) -> bool:
        """Whether anything may happen on arriving in a scene: the end always closes the play."""
        return scene == END or bool(self._places[scene].due)

    def options(self, scene: str, state: int) -> tuple[Option, ...]:
        """What is on offer, in the order faces number it."""
        place = self._places[scene]
        return (*self._enquiries(place, state), *self._choices(place, state))

    def keeps(self, scene: str) -> int:
        """The bits that a situation keeps once it has arrived in a scene."""
        return self._places[scene].keep

    def arrived(self, scene: str, state: int, outcome: Outcome) -> int:
        """The situation once it has arrived in a scene, as one way luck may fall has it."""
        return self._cuts[scene]((state | outcome.sets) + outcome.adds) & self._places[scene].keep

    def luck(self, scene: str) -> tuple[Event, ...]:
        """The events by chance that may be due on arriving in a scene, or at the end."""
        return tuple(due.event for due in self._places[scene].due if due.event.chance is not None)

    def outcomes(self, scene: str, state: int, falls: Mapping[str, bool] | None = None) -> tuple[Outcome, ...]:
        """Every way luck may fall on arriving in a scene, or at the end; just one where `falls` says how, by event.

        Raises CutShort where there are more than `MOST_FALLS`.
        """
        place = self._places[scene]
        branches = [(state, Outcome(1, (), 0, 0, 0))]
        for due in place.due:
            if len(branches) == 1 and not due.comes(branches[0][0]):
                continue
            branches = [after for branch in branches for after in self._settle(due, *branch, falls)]
            if len(branches) > MOST_FALLS:
                raise CutShort(f"luck may fall in over {MOST_FALLS:,} ways at once (on the way to {scene!r})")
        if scene == END:
            return tuple([self._closing(*branch) for branch in branches])
        return tuple([outcome for _, outcome in branches])

    def _settle(
        self, due: Due, state: int, so_far: Outcome, falls: Mapping[str, bool] | None
    ) -> Iterable[tuple[int, Outcome]]:
        if not due.comes(state):
            return ((state, so_far),)
        weight, drawn, effect, sets, adds, _ = so_far
        chance = due.event.chance
        fires = Outcome(
            weight if chance is None else weight * chance,
            drawn if chance is None else (*drawn, (due.event.id, True)),
            self.effects.plus(effect, due.effect),
            sets | due.sets | due.bit,
            adds + due.adds,
        )
        fired = (((state | due.sets) + due.read_adds) | due.bit, fires)
        if chance is None:
            return (fired,)
        misses = Outcome(weight * (100 - chance), (*drawn, (due.event.id, False)), effect, sets | due.bit, adds)
        missed = (state | due.bit, misses)
        if falls is not None:
            return (fired if falls[due.event.id] else missed,)
        return [branch for branch in (fired, missed) if branch[1].weight]

    def _closing(self, state: int, so_far: Outcome) -> Outcome:
        ending = next(item for item in self.game.scenario.ending if self._conditions.hold(item, state))
        return so_far._replace(
            sets=0, adds=0, effect=self.effects.plus(so_far.effect, self._close(state)), ending=ending.id
        )

    def _close(self, state: int) -> int:
        """What the act `close` adds at the end of a play."""
        key = state & self._layout.close_reads
        found = self._closed.get(key)
        if found is None:
            found = self._closed[key] = self.effects.number(effect_of(self._findings((CLOSE,), self._places[END], key)))
        return found

    # --- What a scene offers ---

    def _enquiries(self, place: Place, state: int) -> Iterator[Option]:
        scene = self.game.scenario.scenes[place.id]
        left = scene.attention - sum(each.costs for n, each in enumerate(scene.enquiry) if state >> n & 1)
        for step in place.steps[: len(scene.enquiry)]:
            assert isinstance(step.item, Enquiry)
            bit = 1 << step.position
            if state & bit or step.item.costs > left:
                continue
            rest = left - step.item.costs
            taken = state | bit
            more = any(not taken >> n & 1 and each.costs <= rest for n, each in enumerate(scene.enquiry))
            # Where no other can be paid for, which of them were taken no longer matters.
            taken = bit if more else (1 << len(scene.enquiry)) - 1
            keep = place.keep | self.bits.taken
            yield Option(step.position, *self._judged(place, step, state), step.sets | taken, step.adds, keep, place.id)

    def _choices(self, place: Place, state: int) -> Iterator[Option]:
        for step in place.steps:
            if isinstance(step.item, Choice) and self._conditions.hold(step.item, state):
                after = (state | step.sets) + self.bits.adds(step.item, place.reads)
                to = next(lead.to for lead in step.item.leads if self._conditions.hold(lead, after))
                keep = self._places[to].arrival_keep
                yield Option(step.position, *self._judged(place, step, state), step.sets, step.adds, keep, to)

    def _judged(self, place: Place, step: Step, state: int) -> Judged:
        key = state & step.reads
        found = step.judged.get(key)
        if found is None:
            findings = self._findings(step.item.acts, place, key)
            found = (self.effects.number(effect_of(findings, step.item.moves)), adverse_in(findings))
            step.judged[key] = found
        return found

    def _findings(self, acts: tuple[Act, ...], place: Place, state: int) -> tuple[Finding, ...]:
        done, known = self.bits.words_of(state)
        at = self.game.circumstances(Situation(place.id, done=done, known=known), place.month)
        return judge_acts(self.game.book, acts, at)[0]
