"""How each kind of player fares: the chance of every step, event and ending, exact over choices and luck."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from lmcs_sim.prove.futures import Futures
from lmcs_sim.prove.proof import Average, Standing
from lmcs_sim.prove.values import STUCK, Duty, worths

Taken = Sequence[tuple[int, ...]]
"""For each future, the places in its menu of the steps that a player takes, all alike."""


@frozen(eq=False)
class Fortunes:
    """For one kind of player: the chance of each label being taken or fallen on, and of each future being met."""

    labels: Sequence[float]
    futures: Sequence[float]


def random_player(futures: Futures) -> Taken:
    """Takes whatever is on offer."""
    every = [tuple(range(len(menu.labels))) for menu in futures.menus]
    return _by_menu(futures, every)


def cautious_player(futures: Futures) -> Taken:
    """Takes what has the fewest adverse findings of its own."""
    return _by_menu(futures, [menu.cautious for menu in futures.menus])


def best_player(futures: Futures, duty: Duty) -> Taken:
    """Takes what is best on average: the fewest breaches, then the most points. Exact: whole numbers throughout."""
    whole = _whole(futures)
    heavy = Duty(duty.heavy * whole)
    added = worths(futures, heavy, whole)
    weights = _weights(futures)
    value = [0] * futures.first
    taken: list[tuple[int, ...]] = [()] * futures.first
    for menu, to in zip(futures.menu[futures.first :], futures.to[futures.first :], strict=True):
        attained = [more + value[node] for more, node in zip(added[menu], to, strict=True)]
        if futures.menus[menu].chance:
            parts = weights[menu]
            mean = sum(weight * each for weight, each in zip(parts, attained, strict=True))
            value.append(mean // sum(parts))
            taken.append(())
        else:
            best = max(attained, default=STUCK * whole * whole)
            value.append(best)
            taken.append(tuple([place for place, each in enumerate(attained) if each == best]))
    return taken


def fortunes(futures: Futures, taken: Taken) -> Fortunes:
    """What happens to a player, from the beginning on."""
    met = [0.0] * len(futures.to)
    met[futures.root] = 1.0
    labels = [0.0] * len(futures.labels)
    weights = _weights(futures)
    for number in range(futures.root, futures.first - 1, -1):
        chance = met[number]
        if not chance:
            continue
        to, menu = futures.to[number], futures.menus[futures.menu[number]]
        for place, share in _shares(menu.chance, weights[futures.menu[number]], taken[number]):
            met[to[place]] += chance * share
            labels[menu.labels[place]] += chance * share
    return Fortunes(labels, met)


def _shares(chance: bool, weights: tuple[int, ...], taken: tuple[int, ...]) -> Iterable[tuple[int, float]]:
    if chance:
        whole = sum(weights)
        return [(place, weight / whole) for place, weight in enumerate(weights)]
    return [(place, 1 / len(taken)) for place in taken]


def plays(futures: Futures) -> int:
    """How many plays there are, told apart by their steps in order and by luck."""
    value = [1] * futures.first
    for to in futures.to[futures.first :]:
        value.append(sum([value[node] for node in to]))
    return value[futures.root]


def average(futures: Futures, fortune: Fortunes, starts: Mapping[str, int], dimensions: Iterable[str]) -> Average:
    """Where a player ends on average; `starts` gives where each measure begins."""
    breached = points = 0.0
    quality = dict.fromkeys(dimensions, 0.0)
    outcomes = {name: float(value) for name, value in starts.items()}
    for chance, number in _effects(futures, fortune):
        effect = futures.effects[number]
        breached += chance * effect.breached
        points += chance * effect.points
        for name, by in effect.quality:
            quality[name] += chance * by
        for name, by in effect.moved:
            outcomes[name] += chance * by
    return Average(Standing(breached, points), quality, outcomes)


def chances(futures: Futures, fortune: Fortunes) -> dict[str, float]:
    """The chance of each step (`scene/step`) being taken, and of each event (`event:id`) coming about."""
    found: dict[str, float] = defaultdict(float)
    for chance, label in zip(fortune.labels, futures.labels, strict=True):
        if label.step:
            found[f"{label.scene}/{label.step}"] += chance
    for chance, number in _effects(futures, fortune):
        for event in futures.effects[number].fired:
            found[f"event:{event}"] += chance
    return dict(found)


def _effects(futures: Futures, fortune: Fortunes) -> Iterator[tuple[float, int]]:
    """The chance of each effect, by number."""
    yield 1.0, futures.begins
    for chance, label in zip(fortune.labels, futures.labels, strict=True):
        yield chance, label.effect


def _by_menu(futures: Futures, places: Sequence[tuple[int, ...]]) -> Taken:
    return [places[menu] if menu >= 0 else () for menu in futures.menu]


def _weights(futures: Futures) -> list[tuple[int, ...]]:
    """For each menu of luck, its labels' weights in one whole."""
    found: list[tuple[int, ...]] = []
    for menu in futures.menus:
        labels = [futures.labels[label] for label in menu.labels]
        drawn = max((len(label.drawn) for label in labels), default=0)
        found.append(tuple([label.weight * 100 ** (drawn - len(label.drawn)) for label in labels]))
    return found


def _whole(futures: Futures) -> int:
    """What every chance of a play divides: 100 for each event that luck may decide."""
    events = {name for label in futures.labels for name, _ in label.drawn}
    return int(100 ** len(events))
