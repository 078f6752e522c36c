"""What can be attained from every future: the most of something over choices and luck, or whatever the luck."""

from collections.abc import Callable, Iterable, Sequence
from operator import add

from attrs import frozen

from lmcs_sim.prove.effect import Effect
from lmcs_sim.prove.futures import Futures

Worth = Callable[[Effect], int]
"""What an effect is worth to whoever wants the most of something."""

STUCK = -(10**60)
"""Less than any play can end with: a situation in which nothing is on offer."""


@frozen
class Duty:
    """Fewer breaches, then more points, as one whole number: more is better."""

    heavy: int
    """What a breach weighs: more than all the points of any play."""

    def __call__(self, effect: Effect) -> int:
        """What an effect is worth."""
        return effect.points - effect.breached * self.heavy

    def parted(self, value: int) -> tuple[int, int]:
        """Breaches and points of a sum of worths."""
        breached = -((value + self.heavy // 2) // self.heavy)
        return breached, value + breached * self.heavy


def duty_worth(futures: Futures) -> Duty:
    """The worth of duty in a game: a breach outweighs all the points that a play could earn or lose."""
    most: dict[tuple[str, str], int] = {}
    for label in futures.labels:
        key = (label.scene, label.step)
        most[key] = max(most.get(key, 0), abs(futures.effects[label.effect].points))
    return Duty(4 * (sum(most.values()) + 1))


def quality_worth(dimension: str) -> Worth:
    """The worth of one dimension."""
    return lambda effect: dict(effect.quality).get(dimension, 0)


def outcome_worth(measure: str) -> Worth:
    """The worth of one measure's rising."""
    return lambda effect: dict(effect.moved).get(measure, 0)


def against(worth: Worth) -> Worth:
    """What the least of something is worth."""
    return lambda effect: -worth(effect)


def worths(futures: Futures, worth: Worth, scale: int = 1, step: int = 0) -> list[tuple[int, ...]]:
    """For each menu, what its labels add, times `scale`; each step, but not luck, costs `step`."""
    of_effect = [worth(effect) * scale for effect in futures.effects]
    of_label = [of_effect[label.effect] - (step if label.step else 0) for label in futures.labels]
    return [tuple([of_label[label] for label in menu.labels]) for menu in futures.menus]


def most(futures: Futures, added: Sequence[tuple[int, ...]], whatever_luck: bool = False) -> list[int]:
    """The most that can be attained from each future; over luck too, or whatever the luck."""
    value = [0] * futures.first
    of, chance = value.__getitem__, [menu.chance for menu in futures.menus]
    ways: Iterable[tuple[int, tuple[int, ...]]] = zip(
        futures.menu[futures.first :], futures.to[futures.first :], strict=True
    )
    for menu, to in ways:
        attained = map(add, added[menu], map(of, to))
        if whatever_luck and chance[menu]:
            value.append(min(attained))
        else:
            value.append(max(attained, default=STUCK))
    return value
