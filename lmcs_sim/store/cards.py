"""When each review card of a learner is due again."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import insert, select, update

from lmcs_sim.learn.spacing import Spaced
from lmcs_sim.store.base import Base
from lmcs_sim.store.tables import CARDS


class Cards:
    """The state of review cards, by learner and the card's id. What is on a card is made anew each time."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def keep(self, learner: str, card: str, spaced: Spaced) -> None:
        """Keeps the state of a card, in place of the one before."""
        row = {
            "first": spaced.first.isoformat(),
            "last": spaced.last.isoformat(),
            "due": spaced.due.isoformat(),
            "state": spaced.state,
        }
        this = (CARDS.c.learner == learner, CARDS.c.card == card)
        with self._base.writing() as connection:
            if connection.execute(update(CARDS).where(*this).values(row)).rowcount == 0:
                connection.execute(insert(CARDS).values(learner=learner, card=card, **row))

    def of_learner(self, learner: str) -> Mapping[str, Spaced]:
        """The state of every card that a learner has answered, by the card's id."""
        query = select(CARDS).where(CARDS.c.learner == learner).order_by(CARDS.c.card)
        day = dt.date.fromisoformat
        with self._base.reading() as connection:
            return {
                row.card: Spaced(day(row.first), day(row.last), day(row.due), row.state)
                for row in connection.execute(query)
            }
