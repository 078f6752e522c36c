"""What every face does with progress and review: plays played again, the cards of a day, and the grades kept."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import define

from lmcs_sim.faults import LmcsError
from lmcs_sim.learn.card import Card
from lmcs_sim.learn.cards import cards_of
from lmcs_sim.learn.progress import Ledger, NotReplayed, Progress, played_again, progress_of
from lmcs_sim.learn.sitting import Sitting, sitting_on
from lmcs_sim.learn.spacing import Spaced, days_until, graded
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.game import Game, make_game
from lmcs_sim.play.play import Log, Play, replay
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.store.plays import Saved

Wanted = Callable[[], bool]
"""Whether what is being worked out is still wanted."""


class Replays:
    """Kept plays, played again in today's text. Each scenario is checked, and what is proved of it read, once."""

    def __init__(self, desk: "Desk") -> None:
        """`desk` has the rules and the scenarios."""
        self._desk = desk
        self._games: dict[str, Game | NotReplayed] = {}
        self._proved: dict[str, Attainable | None] = {}

    def ledger(self, saved: "Saved") -> Ledger | NotReplayed:
        """The duty ledger of a finished play, beside the best there is where that is kept; or why there is none."""
        game = self._game(saved.log.scenario)
        if isinstance(game, NotReplayed):
            return game
        return played_again(saved.log, game, self._attainable(saved.log, game))

    def play(self, saved: "Saved") -> Play | None:
        """A finished play; None where today's text does not lead to its end."""
        game = self._game(saved.log.scenario)
        if isinstance(game, NotReplayed):
            return None
        play, parted = replay(game, saved.log)
        return play if parted is None and play.ended else None

    def _game(self, scenario: str) -> Game | NotReplayed:
        if scenario not in self._games:
            self._games[scenario] = self._made(scenario)
        return self._games[scenario]

    def _made(self, scenario: str) -> Game | NotReplayed:
        from lmcs_sim.toml.scenario_files import check_scenario

        file = self._desk.by_id.get(scenario)
        if file is None:
            return NotReplayed(said("learning.gone", scenario=scenario))
        try:
            check_scenario(file, self._desk.book)
        except LmcsError as error:
            return NotReplayed(said("learning.faulty", fault=error.faults[0].cause))
        return make_game(file.scenario, self._desk.book)

    def _attainable(self, log: Log, game: Game) -> Attainable | None:
        """What is kept of a scenario's proof; None for a play that brought something in."""
        from lmcs_sim.store.attained import kept

        if log.carried:
            return None
        if log.scenario not in self._proved:
            self._proved[log.scenario] = kept(log, game)
        return self._proved[log.scenario]


def titles_of(desk: "Desk") -> Mapping[str, str]:
    """The titles of the scenarios, by their ids."""
    return {name: file.scenario.title for name, file in desk.by_id.items()}


def progress_known(desk: "Desk", plays: "Sequence[Saved]") -> Progress:
    """What is known of plays before any is played again: how many have ended, and what was played of the library."""
    return progress_in(desk, plays, lambda: False)


def progress_in(desk: "Desk", plays: "Sequence[Saved]", wanted: Wanted = lambda: True) -> Progress:
    """How plays went. Each finished one is played again; once that is not wanted any more, none of the rest is."""
    from lmcs_sim.store.base import local_day

    replays = Replays(desk)

    def again(saved: "Saved") -> Ledger | NotReplayed:
        return replays.ledger(saved) if wanted() else NotReplayed("")

    return progress_of(plays, again, [file.scenario for file in desk.files[0]], local_day)  # type: ignore[arg-type]


def cards_in(desk: "Desk", plays: "Sequence[Saved]", wanted: Wanted = lambda: True) -> tuple[Card, ...]:
    """The cards made from plays, the latest first, and from the rules. A way through a story is played again once."""
    replays = Replays(desk)
    ways: dict[object, Saved] = {}
    for saved in plays:
        if saved.ending is not None:
            ways.setdefault(_way(saved.log), saved)
    again = (replays.play(saved) for saved in ways.values() if wanted())
    return cards_of([play for play in again if play is not None], desk.book)


def _way(log: Log) -> object:
    """What a play of today's text depends on."""
    return log.scenario, log.seed, log.carried, log.steps


@define(eq=False)
class Review:
    """A learner's sitting on one day. A grade is kept before the next card comes up."""

    desk: "Desk"
    learner: str
    today: dt.date
    cards: tuple[Card, ...]
    spaced: dict[str, Spaced]
    """What is kept of the cards that were answered, by the card's id."""

    @property
    def sitting(self) -> Sitting:
        """What is left of the day."""
        return sitting_on(self.today, self.cards, self.spaced)

    @property
    def card(self) -> Card | None:
        """The card that is up; None where the day has no more."""
        return next(iter(self.sitting.cards), None)

    def days(self) -> Mapping[str, int]:
        """In how many days the card that is up would be back, by each grade."""
        assert self.card is not None
        return days_until(self.spaced.get(self.card.id), self.today)

    def grade(self, grade: str) -> int:
        """Keeps a grade for the card that is up, and gives the days until it is back.

        Raises LmcsError, with the card still up, where it cannot be kept.
        """
        card = self.card
        assert card is not None
        after = graded(self.spaced.get(card.id), grade, self.today)
        self.desk.store.cards.keep(self.learner, card.id, after)
        self.spaced[card.id] = after
        return (after.due - self.today).days


def begin_review(desk: "Desk", today: dt.date, cards: tuple[Card, ...] | None = None) -> Review:
    """The sitting of whoever plays. Without `cards`, they are made from the finished plays and the rules.

    Raises LmcsError where the saves cannot be read.
    """
    store = desk.store
    found = cards_in(desk, store.plays(desk.learner)) if cards is None else cards
    return Review(desk, desk.learner, today, found, dict(store.cards.of_learner(desk.learner)))
