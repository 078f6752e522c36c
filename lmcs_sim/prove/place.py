"""The places of a play: scenes and the end, with what each reads, what it keeps and what may be due on arriving."""

from collections.abc import Sequence

from attrs import define, field, frozen

from lmcs_sim.play.engine import CLOSE
from lmcs_sim.play.game import Conditional, Game
from lmcs_sim.play.situation import Situation
from lmcs_sim.prove.bits import Bits, Holding, union
from lmcs_sim.prove.cut import Cut, cut_of
from lmcs_sim.prove.effect import Effects, effect_of
from lmcs_sim.prove.reads import read_by
from lmcs_sim.rules.act import Act
from lmcs_sim.scenario.graph import in_order, leads_of
from lmcs_sim.scenario.scenario import END, Choice, Enquiry, Event, Scene

Judged = tuple[int, int]
"""The number of what a step's acts and movements add, and how many of its findings are adverse."""


@frozen(eq=False)
class Due:
    """An event that may be due on arriving somewhere."""

    event: Event
    bit: int
    holds: Holding | None
    sets: int
    adds: int
    read_adds: int
    """What it adds to the measures that arriving itself reads."""
    effect: int

    def comes(self, state: int) -> bool:
        """Whether it is settled on arriving in a situation."""
        return not state & self.bit and (self.holds is None or self.holds(state))


@define
class Step:
    """A step with what it sets and adds, and its judgements as they are met."""

    item: Enquiry | Choice
    position: int
    sets: int
    adds: int
    reads: int
    """The bits its judgement may depend on."""
    judged: dict[int, Judged] = field(factory=dict)


@define
class Place:
    """A scene, or the end: what it reads on arrival and while it lasts, and what any situation there keeps."""

    id: str
    month: int
    due: tuple[Due, ...] = ()
    """The events that may be due on arrival, in the order they are settled."""
    steps: tuple[Step, ...] = ()
    reads: int = 0
    arrival_reads: int = 0
    keep: int = 0
    """What a situation keeps while the scene lasts, but for the enquiries taken."""
    arrival_keep: int = 0


class Conditions:
    """The conditions of a game on situations as numbers."""

    def __init__(self, game: Game, bits: Bits) -> None:
        self._game = game
        self._bits = bits
        self._known: dict[int, tuple[int, Holding]] = {}

    def of(self, item: Conditional) -> tuple[int, Holding]:
        """The bits that a condition reads, and the condition."""
        found = self._known.get(id(item))
        if found is None:
            found = self._known[id(item)] = self._bits.condition(self._game.box(item))
        return found

    def hold(self, item: Conditional, state: int) -> bool:
        """Whether the condition of a choice, lead, event or ending holds; always, where it has none."""
        return item.when is None or self.of(item)[1](state)

    def read_by(self, items: Sequence[Conditional]) -> int:
        """The bits that the conditions of some things read."""
        return union(self.of(item)[0] for item in items if item.when is not None)


class Places:
    """The places of a game by id, worked out from the end backwards: each keeps what any later one can read."""

    def __init__(self, game: Game, bits: Bits, effects: Effects) -> None:
        self.conditions = Conditions(game, bits)
        self.order: tuple[str, ...] = in_order(game.scenario)
        """The scenes that leads lead to, each before those it leads to; then the end."""
        self._game = game
        self._bits = bits
        self._effects = effects
        self.close_reads = self._read_by_acts((CLOSE,), game.scenario.ends)
        """The bits that judging the close of a play may depend on."""
        self.by_id: dict[str, Place] = {}
        for name in reversed(self.order):
            self.by_id[name] = self._end() if name == END else self._place(game.scenario.scenes[name])

    def cut(self, name: str) -> Cut:
        """What a situation is cut to once it has arrived in a place."""
        scenario = self._game.scenario
        steps = [step for each in self.order[self.order.index(name) :] for step in self.by_id[each].steps]
        choices = [step.item for step in steps if isinstance(step.item, Choice)]
        items: list[Conditional] = [*choices, *(lead for choice in choices for lead in choice.leads)]
        items += [*scenario.event, *scenario.ending]
        judged = self.close_reads | union(step.reads for step in steps)
        settable = union(step.sets for step in steps) | union(self._bits.set_by(event) for event in scenario.event)
        return cut_of(self._game, self._bits, judged, settable, items)

    def _end(self) -> Place:
        scenario = self._game.scenario
        place = Place(END, scenario.ends)
        events = self._events_due(scenario.ends)
        place.arrival_reads = self.close_reads | self._read_by_events(events)
        place.arrival_reads |= self.conditions.read_by(scenario.ending)
        place.arrival_keep = place.arrival_reads
        place.due = self._due(events, place)
        return place

    def _place(self, scene: Scene) -> Place:
        place = Place(scene.id, scene.month)
        steps = []
        for position, item in enumerate(scene.steps):
            reads = self._read_by_acts(item.acts, scene.month)
            steps.append(Step(item, position, self._bits.set_by(item), 0, reads))
        place.steps = tuple(steps)
        choices: list[Conditional] = [*scene.choice, *(lead for choice in scene.choice for lead in choice.leads)]
        own = union(step.reads for step in steps) | self.conditions.read_by(choices)
        place.reads = own | (1 << len(scene.enquiry)) - 1
        place.keep = own | union(self.by_id[to].arrival_keep for to, _ in leads_of(scene))
        for step in steps:
            step.adds = self._bits.adds(step.item, place.keep)
        events = self._events_due(scene.month)
        place.arrival_reads = self._read_by_events(events)
        place.arrival_keep = place.keep | place.arrival_reads
        place.due = self._due(events, place)
        return place

    def _events_due(self, month: int) -> tuple[Event, ...]:
        events = sorted(self._game.scenario.event, key=lambda event: event.month)
        return tuple(event for event in events if event.month <= month)

    def _due(self, events: Sequence[Event], place: Place) -> tuple[Due, ...]:
        return tuple(
            Due(
                event,
                self._bits.settled[event.id],
                None if event.when is None else self.conditions.of(event)[1],
                self._bits.set_by(event),
                self._bits.adds(event, place.arrival_keep),
                self._bits.adds(event, place.arrival_reads),
                self._effects.number(effect_of(moves=event.moves, fired=[event])),
            )
            for event in events
        )

    def _read_by_acts(self, acts: tuple[Act, ...], month: int) -> int:
        mask = 0
        for act in acts:
            read = read_by(self._game.book, act, self._game.circumstances(Situation(END), month))
            mask |= self._bits.mask_done(read.done, act.matter) | self._bits.mask_known(read.known)
        return mask

    def _read_by_events(self, events: Sequence[Event]) -> int:
        return self.conditions.read_by(events) | union(self._bits.settled[event.id] for event in events)
