"""Where the cards of a picture stand from left to right: layer by layer, with few crossings and short arrows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

SWEEPS = 12
"""How often the layers are put in order, and then moved towards what they are joined to."""

GAP = 48.0
BEND = 16.0
"""The width kept free where an arrow passes a layer."""

Link = tuple[str, str]
Rows = list[list[str]]
Joined = Mapping[str, Sequence[str]]


@frozen
class Card:
    """What is to be placed: its id, its layer from the top, and its width."""

    id: str
    layer: int
    width: float


@frozen
class Columns:
    """The middle of each card from left to right, and of each arrow in every layer that it only passes.

    The leftmost edge is 0; `width` is the rightmost.
    """

    middle: Mapping[str, float]
    bends: Mapping[Link, tuple[tuple[int, float], ...]]
    width: float


def columns(cards: Sequence[Card], links: Sequence[Link]) -> Columns:
    """Places cards whose links all lead to a lower layer."""
    layers = {card.id: card.layer for card in cards}
    widths = {card.id: card.width for card in cards}
    rows: Rows = [[] for _ in range(max(layers.values()) + 1)]
    for card in cards:
        rows[card.layer].append(card.id)
    passing: dict[Link, list[str]] = {}
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for start, to in links:
        passing[start, to] = [f"{start}>{to}@{layer}" for layer in range(layers[start] + 1, layers[to])]
        for layer, name in enumerate(passing[start, to], start=layers[start] + 1):
            rows[layer].append(name)
            widths[name] = BEND
        for one, other in pairwise([start, *passing[start, to], to]):
            below.setdefault(one, []).append(other)
            above.setdefault(other, []).append(one)
    rows = _in_order(rows, above, below)
    middle = _moved(rows, widths, above, below)
    left = min(middle[name] - widths[name] / 2 for name in middle)
    middle = {name: at - left for name, at in middle.items()}
    bends = {
        link: tuple((layers[link[0]] + number, middle[name]) for number, name in enumerate(names, start=1))
        for link, names in passing.items()
    }
    width = max(middle[name] + widths[name] / 2 for name in middle)
    return Columns({card.id: middle[card.id] for card in cards}, bends, width)


def _in_order(rows: Rows, above: Joined, below: Joined) -> Rows:
    """The order with the fewest crossings that some sweeps find: each sorted by the middle of what it is joined to."""
    best, fewest = rows, _crossings(rows, below)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        down = sweep % 2 == 0
        rows = _sorted(rows, above) if down else _sorted(rows[::-1], below)[::-1]
        crossings = _crossings(rows, below)
        if crossings < fewest:
            best, fewest = rows, crossings
    return best


def _sorted(rows: Rows, joined: Joined) -> Rows:
    done = [list(rows[0])]
    for row in rows[1:]:
        places = {name: float(place) for place, name in enumerate(done[-1])}
        wanted = {name: _mean([places[other] for other in joined.get(name, ())]) for name in row}
        own = {name: float(place) for place, name in enumerate(row)}
        keys = {name: own[name] if at is None else at for name, at in wanted.items()}
        done.append(sorted(row, key=keys.__getitem__))
    return done


def _crossings(rows: Rows, below: Joined) -> int:
    number = 0
    for row, lower in pairwise(rows):
        places = {name: place for place, name in enumerate(lower)}
        ends = [sorted(places[other] for other in below.get(name, ())) for name in row]
        passed: list[int] = []
        for mine in ends:
            number += sum(sum(before > end for before in passed) for end in mine)
            passed += mine
    return number


def _moved(rows: Rows, widths: Mapping[str, float], above: Joined, below: Joined) -> dict[str, float]:
    """The middles, moved towards what each is joined to as far as its neighbours leave room."""
    middle: dict[str, float] = {}
    for row in rows:
        middle |= _apart(row, dict.fromkeys(row, 0.0), widths)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        joined = above if down else below
        for row in rows if down else rows[::-1]:
            means = {name: _mean([middle[other] for other in joined.get(name, ())]) for name in row}
            wanted = {name: middle[name] if at is None else at for name, at in means.items()}
            middle |= _apart(row, wanted, widths)
    return middle


def _apart(row: Sequence[str], wanted: Mapping[str, float], widths: Mapping[str, float]) -> dict[str, float]:
    """The places nearest to those wanted at which nothing in a row touches: the mean of pushing right and left."""

    def room(one: str, other: str) -> float:
        return (widths[one] + widths[other]) / 2 + GAP

    right = {name: wanted[name] for name in row}
    left = dict(right)
    for one, other in pairwise(row):
        right[other] = max(right[other], right[one] + room(one, other))
    for other, one in pairwise(row[::-1]):
        left[one] = min(left[one], left[other] - room(one, other))
    return {name: (right[name] + left[name]) / 2 for name in row}


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
