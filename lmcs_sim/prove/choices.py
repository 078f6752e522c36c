"""What choices are worth beside one another: those never best, and those that make no difference."""

from collections.abc import Iterable, Iterator, Sequence

from lmcs_sim.prove.futures import Futures
from lmcs_sim.prove.graph import Menu
from lmcs_sim.prove.values import Worth, most, worths

Named = tuple[str, str]
"""A scene and one of its choices."""


def never_best(futures: Futures, objectives: Iterable[Worth]) -> list[Named]:
    """Choices that in no situation are the best on offer for anything: always some other attains more.

    Where all the choices on offer attain the same, none of them is better or worse for it.
    """
    best: set[Named] = set()
    beaten: set[Named] = set()
    for worth in objectives:
        added = worths(futures, worth)
        value = most(futures, added)
        for number, menu in _decisions(futures):
            here = added[futures.menu[number]]
            attained = [here[n] + value[futures.to[number][n]] for n in range(menu.enquiries, len(menu.labels))]
            top = max(attained)
            if min(attained) == top:
                continue
            for n, each in enumerate(attained, start=menu.enquiries):
                (best if each == top else beaten).add(_name(futures, menu, n))
    return sorted(beaten - best)


def no_difference(futures: Futures) -> list[tuple[Named, Named]]:
    """Pairs of choices that, wherever both are on offer, find and move the same and have the same future."""
    met: set[tuple[Named, Named]] = set()
    differing: set[tuple[Named, Named]] = set()
    for number, menu in _decisions(futures):
        to = futures.to[number]
        places = range(menu.enquiries, len(menu.labels))
        for one in places:
            for other in places[one - menu.enquiries + 1 :]:
                pair = (_name(futures, menu, one), _name(futures, menu, other))
                met.add(pair)
                if to[one] != to[other] or _effect(futures, menu, one) != _effect(futures, menu, other):
                    differing.add(pair)
    return sorted(met - differing)


def _decisions(futures: Futures) -> Iterator[tuple[int, Menu]]:
    """Each future in which a player has two choices or more."""
    for number in range(futures.first, len(futures.to)):
        menu = futures.menus[futures.menu[number]]
        if not menu.chance and len(menu.labels) - menu.enquiries > 1:
            yield number, menu


def _name(futures: Futures, menu: Menu, place: int) -> Named:
    label = futures.labels[menu.labels[place]]
    return label.scene, label.step


def _effect(futures: Futures, menu: Menu, place: int) -> int:
    return futures.labels[menu.labels[place]].effect


def in_file_order(names: Iterable[Named], order: Sequence[Named]) -> tuple[str, ...]:
    """Choices as `scene/choice`, in the order of the file."""
    found = set(names)
    return tuple(f"{scene}/{choice}" for scene, choice in order if (scene, choice) in found)
