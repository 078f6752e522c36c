"""A session: a play that is kept. Each step is durable before the play moves on."""

from attrs import define, evolve

from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, Parted, Play, replay, start, step, undo
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
        ending = after.ending
        self.store.add_step(self.id, len(after.log.steps), name, None if ending is None else ending.id)
        self.play = after
        return after

    def undo(self) -> Play:
        """Takes the last step back; nothing happens where there is none."""
        before = undo(self.play)
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
    log = evolve(play.log, scenario_hash=scenario_hash, rulebook_hash=game.book.hash)
    return Session(store, store.begin(saved.learner, log), evolve(play, log=log), parted)
