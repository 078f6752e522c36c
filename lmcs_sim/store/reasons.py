"""The reasons that a learner gave after decisions, where a scenario asks "why?". Nothing scores them."""

from sqlalchemy import delete, insert, select

from lmcs_sim.store.base import Base
from lmcs_sim.store.tables import REASONS


class Reasons:
    """The reasons of a store, by play and step. A reason goes with its step."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def give(self, play: int, number: int, reason: str) -> None:
        """Keeps the reason given after a step, in place of one given before.

        Raises LmcsError where that step is not there: another window has taken it back.
        """
        with self._base.writing() as connection:
            connection.execute(delete(REASONS).where(REASONS.c.play == play, REASONS.c.number == number))
            connection.execute(insert(REASONS).values(play=play, number=number, reason=reason))

    def of_play(self, play: int) -> dict[int, str]:
        """The ids of the reasons given in a play, by the number of the step."""
        query = select(REASONS).where(REASONS.c.play == play).order_by(REASONS.c.number)
        with self._base.reading() as connection:
            return {row.number: row.reason for row in connection.execute(query)}
