"""The machine, on numbers cut to what is still read, agrees step by step with the engine, on whole situations."""

from fractions import Fraction

from attrs import frozen
from generated_games import games
from hypothesis import given, settings
from hypothesis import strategies as st
from small import choice, enquiry, event, game_of, scenario, scene
from strategies import walks

from lmcs_sim.play.consequence import Closed, Finding, Happened, Moved
from lmcs_sim.play.engine import CLOSE, begin, fires, take
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.situation import Situation
from lmcs_sim.prove.effect import adverse_in, effect_of
from lmcs_sim.prove.machine import Machine
from lmcs_sim.scenario.scenario import END, Measure, Move

MANY = settings(max_examples=120)
seeds = st.integers(0, 10_000)


@frozen
class Here:
    """Where both stand: the machine's scene and number, the engine's situation, and the ending once there is one."""

    scene: str
    state: int
    cut: int
    """The same, cut on every arrival to what can still be read."""
    situation: Situation
    ending: str = ""


class Walk:
    """One walk on both, under one seed. Whatever differs fails."""

    def __init__(self, game, seed):
        self.game, self.seed, self.machine = game, seed, Machine(game)
        self.falls = {item.id: fires(seed, item) for item in game.scenario.event}

    def start(self):
        situation, consequences = begin(self.game, self.seed)
        return self._arrive(
            self.game.scenario.starts, self.machine.start(), self.machine.start(), 0, situation, consequences
        )

    def offered(self, here):
        """The options of the machine, which are those of the engine, in the same order."""
        options = self.machine.options(here.scene, here.state)
        assert self.machine.options(here.scene, here.cut) == options
        steps = self.game.scenario.scenes[here.scene].steps
        assert [steps[each.step].id for each in options] == ids_on_offer(self.game, here.situation)
        return options

    def take(self, here, option):
        """Where one option leads."""
        name = self.game.scenario.scenes[here.scene].steps[option.step].id
        after = take(self.game, self.seed, here.situation, name)
        findings = [item for item in after.step.consequences if isinstance(item, Finding)]
        assert option.adverse == adverse_in(item for item in findings if item.act is not CLOSE)
        state, cut = (((each | option.sets) + option.adds) & option.keep for each in (here.state, here.cut))
        assert option.to == after.situation.scene
        if not after.step.is_choice:
            assert self.machine.effects.all[option.effect] == effect_in(after.step.consequences)
            return Here(here.scene, state, cut, after.situation)
        return self._arrive(option.to, state, cut, option.effect, after.situation, after.step.consequences)

    def _arrive(self, scene, state, cut, effect, situation, consequences):
        outcomes = self.machine.outcomes(scene, state)
        assert self.machine.outcomes(scene, cut) == outcomes
        (outcome,) = [each for each in outcomes if all(self.falls[name] is fired for name, fired in each.drawn)]
        (same,) = self.machine.outcomes(scene, state, self.falls)
        assert same == outcome
        assert {name for name, _ in outcome.drawn} <= {item.id for item in self.machine.luck(scene)}
        total = self.machine.effects.all[self.machine.effects.plus(effect, outcome.effect)]
        assert total == effect_in(consequences)
        assert outcome.ending == next((item.ending.id for item in consequences if isinstance(item, Closed)), "")
        after = ((state | outcome.sets) + outcome.adds) & self.machine.keeps(scene)
        return Here(scene, after, self.machine.arrived(scene, cut, outcome), situation, outcome.ending)

    def holds_the_same(self, here):
        """Whether the number says of the situation what is true of it, as far as the scene keeps it."""
        bits, keep = self.machine.bits, self.machine.keeps(here.scene)
        true = {**dict.fromkeys(here.situation.done), **dict.fromkeys(here.situation.known)}
        true |= dict.fromkeys(here.situation.settled)
        for name, bit in (*bits.done.items(), *bits.known.items(), *bits.settled.items()):
            if bit & keep:
                assert bool(here.state & bit) is (name in true), name
        for name, value in here.situation.measures:
            if bits.measures[name].mask & keep:
                field = bits.measures[name]
                assert ((here.state & field.mask) >> field.shift) + field.low == value, name
        return True


def effect_in(consequences):
    """What consequences come to, by the engine's account."""
    return effect_of(
        [item for item in consequences if isinstance(item, Finding)],
        [item.move for item in consequences if isinstance(item, Moved)],
        [item.event for item in consequences if isinstance(item, Happened)],
    )


@MANY
@given(games(stuck=True), walks, seeds)
def test_a_walk_is_the_same_on_both(made, walk, seed):
    both = Walk(made.game, seed)
    here = both.start()
    for turn in walk:
        if here.ending:
            break
        assert both.holds_the_same(here)
        options = both.offered(here)
        if not options:
            break
        here = both.take(here, options[turn % len(options)])
    assert (here.situation.scene == END) is bool(here.ending)


@given(games(stuck=True), walks, seeds)
def test_what_follows_depends_only_on_what_is_read_and_luck_weighs_a_whole(made, walk, seed):
    both = Walk(made.game, seed)
    machine, here = both.machine, both.start()
    for turn in walk:
        if here.ending:
            break
        options = both.offered(here)
        assert machine.options(here.scene, here.state & machine.reads(here.scene)) == options
        if not options:
            break
        option = options[turn % len(options)]
        if option.to != here.scene:
            state = ((here.state | option.sets) + option.adds) & option.keep
            outcomes = machine.outcomes(option.to, state)
            assert machine.outcomes(option.to, state & machine.arrival_reads(option.to)) == outcomes
            assert sum(Fraction(each.weight, 100 ** len(each.drawn)) for each in outcomes) == 1
            assert len({each.drawn for each in outcomes}) == len(outcomes)
            assert machine.arrives(option.to) or (len(outcomes), outcomes[0].effect) == (1, 0)
        here = both.take(here, option)


def test_luck_that_falls_as_told_needs_no_other_way_to_be_looked_at():
    """However many events may come about at once."""
    moves = (Move("standing", 1, story=True),)
    events = tuple(event(f"v{n}", 1, chance=50, about="press", moves=moves) for n in range(30))
    measure = {"standing": Measure("Standing", "trust", 0)}
    machine = Machine(game_of(scenario(scene("first", choice("go")), event=events, measure=measure)))
    (outcome,) = machine.outcomes(END, machine.start(), {item.id: item.id in ("v3", "v7") for item in events})
    assert machine.effects.all[outcome.effect].fired == ("v3", "v7")
    assert machine.effects.all[outcome.effect].moved == (("standing", 2),)
    assert machine.luck(END) == events


def test_enquiries_that_leave_nothing_more_to_pay_for_come_to_the_same():
    looks = (enquiry("one"), enquiry("other"))
    machine = Machine(game_of(scenario(scene("first", choice("go"), attention=1, enquiry=looks))))
    one, other, _ = machine.options("first", machine.start())
    assert (one.sets, one.adds, one.keep) == (other.sets, other.adds, other.keep)
    assert [each.step for each in machine.options("first", one.sets)] == [2]
