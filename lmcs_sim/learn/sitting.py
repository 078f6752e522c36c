"""A day's sitting: the few cards that are due, and some new ones. About five minutes."""

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import frozen

from lmcs_sim.learn.card import Card
from lmcs_sim.learn.spacing import Spaced

MOST = 10
"""Cards answered in a day."""
MOST_NEW = 5
"""Of them, cards not answered before."""


@frozen
class Sitting:
    """What is left to answer today. `cards`: those due first, the longest due first of all, then new ones."""

    cards: tuple[Card, ...]
    due: int
    """How many of the cards were answered before."""
    waiting: int
    """How many more are due than a day takes."""
    answered: int
    """How many were answered today already."""
    next: dt.date | None
    """The next day on which anything is due or new; None while cards are left today, and where there are none."""


def sitting_on(today: dt.date, cards: Sequence[Card], spaced: Mapping[str, Spaced]) -> Sitting:
    """The sitting of a day. `spaced`: what is kept of the cards a learner has answered, by the card's id.

    A kept card that can no longer be made is not shown; it keeps its dates, should it come back.
    """
    answered = [item for item in spaced.values() if item.last == today]
    left = max(0, MOST - len(answered))
    due = sorted((card for card in cards if _is_due(card, spaced, today)), key=lambda card: spaced[card.id].due)
    new = [card for card in cards if card.id not in spaced]
    begun = sum(1 for item in answered if item.first == today)
    shown = due[:left]
    fresh = new[: max(0, min(left - len(shown), MOST_NEW - begun))]
    found = (*shown, *fresh)
    later = [spaced[card.id].due for card in cards if card.id in spaced and spaced[card.id].due > today]
    if new or len(due) > len(shown):
        later.append(today + dt.timedelta(days=1))
    return Sitting(found, len(shown), len(due) - len(shown), len(answered), None if found else min(later, default=None))


def _is_due(card: Card, spaced: Mapping[str, Spaced], today: dt.date) -> bool:
    kept = spaced.get(card.id)
    return kept is not None and kept.due <= today
