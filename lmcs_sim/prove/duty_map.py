"""From the futures of a scenario to its map of duty, which is kept: futures that add to duty alike are one place."""

from lmcs_sim.play.duty_map import DutyMap, Onward
from lmcs_sim.prove.futures import Futures

MOST_PLACES = 50_000
"""A map with more is not kept: it would be slower to read than a debrief may take."""


def duty_map_of(futures: Futures) -> DutyMap | None:
    """The map of duty; None where it would have more than MOST_PLACES. Nothing is judged before the first decision."""
    places: dict[tuple[Onward, ...], int] = {}
    number = list(range(futures.first))
    for menu, to in zip(futures.menu[futures.first :], futures.to[futures.first :], strict=True):
        labels = [futures.labels[label] for label in futures.menus[menu].labels]
        ways = []
        for label, future in zip(labels, to, strict=True):
            effect = futures.effects[label.effect]
            ways.append(Onward(label.step, label.drawn, effect.breached, effect.points, number[future]))
        number.append(places.setdefault(tuple(ways), futures.first + len(places)))
        if len(places) > MOST_PLACES:
            return None
    return DutyMap(futures.endings, tuple(places))
