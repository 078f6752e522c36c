"""A session: a play that is kept. Each step is durable before the play moves on."""

from attrs import define, evolve

from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, Parted, Play, back_to, replay, start, step, undo
from lmcs_sim.play.reflection import reason_named
from lmcs_sim.scenario.scenario import Reason
from lmcs_sim.store.plays import Saved, Store


@define(eq=False)
class Session:
    """What a face holds while somebody plays. `parted` says where an older play left the story."""

    store: Store
    id: int
    play: Play
    parted: Parted | None = None

    def take(self, name: str) -> Play:
        """Takes an enquiry or a choice, keeps it, and only then moves on.

        Raises WrongUse, with nothing kept, for an id that is not on offer.
        """
        after = step(self.play, name)
        self.store.add_step(self.id, len(after.log.steps), name, _ending(after))
        self.play = after
        return after

    def undo(self) -> Play:
        """Takes the last step back; nothing happens where there is none."""
        return self._back_to(undo(self.play))

    def rewind(self, number: int) -> Play:
        """Takes back every step after a number; nothing happens where there is none."""
        return self._back_to(back_to(self.play, number))

    def give_reason(self, name: str) -> Reason:
        """Keeps the reason given for the last step, which scores nothing, and gives it with the author's answer.

        Raises WrongUse for one that was not put.
        """
        reason = reason_named(self.play, name)
        self.store.reasons.give(self.id, len(self.play.log.steps), name)
        return reason

    def _back_to(self, before: Play) -> Play:
        if before.log.steps == self.play.log.steps:
            return self.play
        self.store.drop_steps(self.id, len(before.log.steps))
        self.play = before
        return before


def start_session(store: Store, learner: str, game: Game, log: Log) -> Session:
    """A new play, kept from its first moment."""
    return Session(store, store.begin(learner, log), start(game, log))


def resume_session(store: Store, saved: Saved, game: Game, scenario_hash: str) -> Session:
    """A kept play, as far as today's story agrees with it.

    Where the story has changed under it, the steps that still agree are kept as a new play and the
    old one is left as it was.
    """
    play, parted = replay(game, saved.log)
    if parted is None:
        return Session(store, saved.id, play)
    return _kept_anew(store, saved.learner, play, parted, scenario_hash)


def bring_in(store: Store, learner: str, log: Log, game: Game, scenario_hash: str) -> Session:
    """A log from elsewhere kept as a play of a learner's, as far as today's story agrees with it."""
    play, parted = replay(game, log)
    if parted is not None:
        return _kept_anew(store, learner, play, parted, scenario_hash)
    return Session(store, store.begin(learner, log, _ending(play)), play)


def _kept_anew(store: Store, learner: str, play: Play, parted: Parted, scenario_hash: str) -> Session:
    """The part of a play that today's story agrees with, kept as a play of today's text."""
    log = evolve(play.log, scenario_hash=scenario_hash, rulebook_hash=play.game.book.hash)
    return Session(store, store.begin(learner, log, _ending(play)), evolve(play, log=log), parted)


def _ending(play: Play) -> str | None:
    return None if play.ending is None else play.ending.id
