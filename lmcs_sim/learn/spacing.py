"""When a card is due again: FSRS in whole days. The same answers on the same days give the same dates."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

GRADES = ("forgot", "hard", "good", "easy")
"""How well a learner says that a card was known, the least first."""
LONGEST = 365
"""Days. What was known for years may have been overtaken: no card stays away longer."""


@frozen
class Spaced:
    """What is kept of a card that a learner has answered: the first day, the last, and when it is due again."""

    first: dt.date
    last: dt.date
    due: dt.date
    state: str
    """What the scheduler keeps of it, as it writes it."""


def graded(before: Spaced | None, grade: str, today: dt.date) -> Spaced:
    """A card after an answer. `before` is None for one that was not answered yet.

    It is due tomorrow at the earliest. State that this version cannot read is begun anew.
    """
    from fsrs import Rating

    card = _card(before, today)
    after, _ = _scheduler().review_card(card, Rating(GRADES.index(grade) + 1), _midnight(today))
    due = max(after.due.date(), today + dt.timedelta(days=1))
    after.due = _midnight(due)
    return Spaced(today if before is None else before.first, today, due, after.to_json())


def days_until(before: Spaced | None, today: dt.date) -> Mapping[str, int]:
    """In how many days a card would be due again, by each grade that could be given."""
    return {grade: (graded(before, grade, today).due - today).days for grade in GRADES}


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    # A day is the shortest step, and no interval is blurred: what is due depends on the answers alone.
    day = (dt.timedelta(days=1),)
    return Scheduler(learning_steps=(), relearning_steps=day, maximum_interval=LONGEST, enable_fuzzing=False)


def _card(before: Spaced | None, today: dt.date) -> "Card":
    from fsrs import Card

    if before is not None:
        try:
            return Card.from_json(before.state)
        except (ValueError, TypeError, KeyError):
            pass
    # Named and dated here: left to itself, the scheduler would ask the clock for both.
    return Card(card_id=0, due=_midnight(today))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
