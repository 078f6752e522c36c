"""What a store knows of one learner: how the plays went, and which cards are to be answered."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from attrs import evolve

from lmcs_sim.faults import LmcsError
from lmcs_sim.learn.cards import cards_of
from lmcs_sim.learn.progress import Kept, Ledger, NotReplayed, Progress, played_again, progress_of
from lmcs_sim.learn.sitting import Sitting, sitting_on
from lmcs_sim.learn.spacing import Spaced, graded
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Play, replay
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.store.attained import kept
from lmcs_sim.store.base import local_day
from lmcs_sim.store.plays import Saved, Store

Games = Callable[[str], tuple[Game, str]]
"""The game of a scenario by its id, and the hash of its text. Raises LmcsError where it is not here, or has faults."""


def progress_for(store: Store, learner: str, games: Games, library: Sequence[Scenario]) -> Progress:
    """How a learner's plays went, over the weeks of this computer's own calendar."""
    found = cache(games)

    def again(saved: Kept) -> Ledger | NotReplayed:
        try:
            game, text = found(saved.log.scenario)
        except LmcsError as error:
            return NotReplayed(error.faults[0].cause)
        # What is proved of today's text, since it is played in today's text.
        today = evolve(saved.log, scenario_hash=text, rulebook_hash=game.book.hash)
        return played_again(saved.log, game, kept(today, game))

    return progress_of(store.plays(learner), again, library, local_day)


def sitting_for(store: Store, learner: str, games: Games, book: Rulebook, today: dt.date) -> Sitting:
    """The cards that a learner is to answer on a day."""
    plays = tuple(_finished(store.plays(learner), cache(games)))
    return sitting_on(today, cards_of(plays, book), store.cards.of_learner(learner))


def grade_card(store: Store, learner: str, card: str, grade: str, today: dt.date) -> Spaced:
    """Keeps how well a card was known, one of `spacing.GRADES`; gives when it is due again."""
    spaced = graded(store.cards.of_learner(learner).get(card), grade, today)
    store.cards.keep(learner, card, spaced)
    return spaced


def _finished(plays: Sequence[Saved], games: Games) -> Iterator[Play]:
    """The finished plays that today's stories still agree with, each way through a story once."""
    seen = set()
    for saved in plays:
        way = (saved.log.scenario, saved.log.seed, saved.log.carried, saved.log.steps)
        if saved.ending is None or way in seen:
            continue
        seen.add(way)
        try:
            play, parted = replay(games(saved.log.scenario)[0], saved.log)
        except LmcsError:
            continue
        if parted is None and play.ended:
            yield play
