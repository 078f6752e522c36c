"""What can be attained together: the trade-off front between duty, quality and outcomes."""

from collections.abc import Iterable

from lmcs_sim.prove.futures import Futures
from lmcs_sim.prove.values import Duty, Worth, worths

Point = tuple[int, int, int]
"""Duty, quality and outcomes, each better when it is more."""


def all_quality(futures: Futures) -> Worth:
    """The worth of all dimensions together."""
    return lambda effect: sum(by for _, by in effect.quality)


def all_outcomes(futures: Futures) -> Worth:
    """The worth of all measures' rising together."""
    return lambda effect: sum(by for _, by in effect.moved)


def front_of(futures: Futures, duty: Duty) -> tuple[Point, ...]:
    """Every point that no other attainable point betters, over choices and luck; the best duty first."""
    added = [worths(futures, worth) for worth in (duty, all_quality(futures), all_outcomes(futures))]
    fronts: list[int] = [0] * futures.first
    kept: list[tuple[Point, ...]] = [((0, 0, 0),)]
    numbers = {kept[0]: 0}
    known: dict[tuple[int, tuple[int, ...]], int] = {}
    moves = [tuple(zip(*parts, strict=True)) for parts in zip(*added, strict=True)]
    for menu, to in zip(futures.menu[futures.first :], futures.to[futures.first :], strict=True):
        key = (menu, tuple([fronts[node] for node in to]))
        number = known.get(key)
        if number is None:
            ways = {(moves[menu][n], front) for n, front in enumerate(key[1])}
            front = _best({(a + x, b + y, c + z) for (a, b, c), each in ways for x, y, z in kept[each]})
            number = known[key] = numbers.setdefault(front, len(kept))
            if number == len(kept):
                kept.append(front)
        fronts.append(number)
    return kept[fronts[futures.root]]


def _best(points: Iterable[Point]) -> tuple[Point, ...]:
    """Those that no other betters, in falling order."""
    front: list[Point] = []
    for point in sorted(points, reverse=True):
        # All before it are at least as good in the first, so that only the other two decide.
        if not any(other[1] >= point[1] and other[2] >= point[2] for other in front):
            front.append(point)
    return tuple(front)
