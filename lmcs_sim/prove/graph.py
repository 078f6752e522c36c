"""The graph of every situation that a game can reach, equal ones merged."""

from array import array
from collections.abc import Callable

from attrs import define, field, frozen

from lmcs_sim.prove.effect import Effect

Progress = Callable[[int, int, int], None]
"""Told how many situations were seen, and which scene of how many is being looked at."""


@frozen
class Limit:
    """When to stop looking."""

    situations: int = 3_000_000
    megabytes: int = 2_000
    """About as much memory as the graph may take."""


@frozen
class Label:
    """What one edge of the graph is: a step with all that follows on it, or one way luck may fall."""

    scene: str
    step: str
    """The id of the enquiry or choice; empty for luck."""
    effect: int
    """The number of what it adds (`Graph.effects`)."""
    drawn: tuple[tuple[str, bool], ...] = ()
    weight: int = 1


@frozen
class Menu:
    """What a situation offers, by labels; or, of a chance node, every way luck may fall."""

    scene: str
    """The scene it is offered in, or where luck falls on arriving."""
    labels: tuple[int, ...]
    enquiries: int = 0
    """How many of the labels, the first ones, are enquiries."""
    cautious: tuple[int, ...] = ()
    """The places of those with the fewest adverse findings of their own."""
    chance: bool = False


@define
class Graph:
    """Nodes in the order they were looked into, each with its menu and, in `to`, a node for each of its labels.

    The endings are the first nodes. Every edge leads to an ending or to a node looked into later.
    """

    scenes: tuple[str, ...]
    endings: tuple[str, ...]
    effects: list[Effect] = field(factory=list)
    labels: list[Label] = field(factory=list)
    menus: list[Menu] = field(factory=list)
    order: "array[int]" = field(factory=lambda: array("l"))
    menu: "array[int]" = field(factory=lambda: array("l"))
    to: "array[int]" = field(factory=lambda: array("l"))
    situations: int = 0
    chance_nodes: int = 0
    root: int = 0
    begins: int = 0
    """What certainly happens before the first decision."""
    reached: frozenset[tuple[str, str]] = frozenset()
    """The scenes that were met, and the endings, with "end" for their scene."""
