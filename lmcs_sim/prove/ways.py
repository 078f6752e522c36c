"""Shortest ways: the steps that lead to something, whether they need luck, and a seed that has it."""

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from lmcs_sim.play.engine import fires
from lmcs_sim.prove.futures import Futures
from lmcs_sim.prove.proof import Way
from lmcs_sim.prove.values import Worth, most, worths
from lmcs_sim.scenario.scenario import Event

SEEDS = 100_000
"""How many seeds are tried for one with the luck a way needs."""

Edge = tuple[int, int]
"""A future, and the place in its menu of what was taken or fell."""


@frozen(eq=False)
class Attained:
    """The most of something from every future, with a shortest way to it from the beginning."""

    values: Sequence[int]
    edges: tuple[Edge, ...]

    def total(self, futures: Futures) -> int:
        """The most from the beginning."""
        return self.values[futures.root]


def attain(futures: Futures, worth: Worth) -> Attained:
    """The most of something, over choices and luck, and a shortest way to it."""
    scale = len(futures.labels) + 1
    added = worths(futures, worth, scale, 1)
    value = most(futures, added)
    edges = []
    number = futures.root
    while number >= futures.first and futures.to[number]:
        menu, to = futures.menu[number], futures.to[number]
        place = next(n for n, node in enumerate(to) if added[menu][n] + value[node] == value[number])
        edges.append((number, place))
        number = to[place]
    return Attained([-(-each // scale) for each in value], tuple(edges))


def nearest(futures: Futures, wanted: Callable[[int], bool]) -> tuple[Edge, ...] | None:
    """A shortest way to a future that is wanted; None where no play comes by one."""
    far = len(futures.to) * 2 + 2
    distance: list[int] = []
    first: list[int] = []
    for number in range(len(futures.to)):
        best, place = (0, -1) if wanted(number) else (far, -1)
        if best:
            for each, node in enumerate(futures.to[number]):
                menu = futures.menus[futures.menu[number]]
                beyond = distance[node] + (0 if menu.chance else 1)
                if beyond < best:
                    best, place = beyond, each
        distance.append(best)
        first.append(place)
    number, edges = futures.root, []
    if distance[number] >= far:
        return None
    while first[number] >= 0:
        edges.append((number, first[number]))
        number = futures.to[number][first[number]]
    return tuple(edges)


def way_of(futures: Futures, events: Mapping[str, Event], edges: Sequence[Edge], worth: Worth | None = None) -> Way:
    """The way along edges: to the same sum of a worth or, where none is given, to the same future."""
    labels = [futures.labels[futures.menus[futures.menu[number]].labels[place]] for number, place in edges]
    path = tuple(label.step for label in labels if label.step)
    drawn = [each for label in labels for each in label.drawn]
    added = worths(futures, worth or (lambda _: 0))
    end = futures.to[edges[-1][0]][edges[-1][1]] if edges else futures.root
    goal = (end if worth is None else 0, sum(added[futures.menu[number]][place] for number, place in edges))
    ends = {run and (run[0] if worth is None else 0, run[1]) for run in _runs(futures, path, added)}
    if ends == {goal}:
        return Way(path, needs_luck=False)
    seeds = (seed for seed in range(SEEDS) if all(fires(seed, events[name]) == fired for name, fired in drawn))
    return Way(path, needs_luck=True, seed=next(seeds, None))


def _runs(futures: Futures, path: Sequence[str], added: Sequence[tuple[int, ...]]) -> set[tuple[int, int] | None]:
    """Where the same steps lead as luck may fall, and to what sum; None where one of them is not on offer."""
    runs: set[tuple[int, int] | None] = _after_luck(futures, {(futures.root, 0)}, added)
    for step in path:
        taken: set[tuple[int, int]] = set()
        for run in runs:
            place = None if run is None else _place_of(futures, run[0], step)
            if run is None or place is None:
                return {None}
            number, total = run
            taken.add((futures.to[number][place], total + added[futures.menu[number]][place]))
        runs = _after_luck(futures, taken, added)
    return runs


def _after_luck(
    futures: Futures, runs: set[tuple[int, int]], added: Sequence[tuple[int, ...]]
) -> set[tuple[int, int] | None]:
    found: set[tuple[int, int] | None] = set()
    for number, total in runs:
        menu = futures.menu[number]
        if menu >= 0 and futures.menus[menu].chance:
            found |= {(node, total + more) for node, more in zip(futures.to[number], added[menu], strict=True)}
        else:
            found.add((number, total))
    return found


def _place_of(futures: Futures, number: int, step: str) -> int | None:
    menu = futures.menu[number]
    labels = futures.menus[menu].labels if menu >= 0 else ()
    return next((n for n, label in enumerate(labels) if futures.labels[label].step == step), None)
