"""The order in which a story's scenes are drawn: after what leads to them, and how far inside a branch."""

from collections.abc import Mapping

from attrs import frozen

from lmcs_sim.scenario.graph import leads_of
from lmcs_sim.scenario.scenario import END, Scenario

Graph = Mapping[str, tuple[str, ...]]
"""Where each scene leads, each target once. A lead to nowhere is left out, so that a faulty scenario is drawn too."""


@frozen
class Order:
    """The scenes in reading order, with their depth and their layer.

    A scene at depth 0 is one that every play comes by; each depth more is a branch that only some plays take.
    Layers count from 0, each below all that leads to it; no layer holds scenes of two months.
    """

    scenes: tuple[str, ...]
    depth: Mapping[str, int]
    layer: Mapping[str, int]
    orphans: tuple[str, ...]
    """Scenes to which nothing leads from the start; they stand last in `scenes`."""


def order_of(scenario: Scenario) -> Order:
    """The order of a scenario's scenes. Loops and leads to nowhere are faults elsewhere; here they do no harm."""
    graph = targets_of(scenario)
    rank = {scene.id: (scene.month, position) for position, scene in enumerate(scenario.scene)}
    met = _reached(graph, scenario.starts)
    orphans = tuple(name for name in rank if name not in met)
    whole = _by_time(graph, rank)
    by_time = [name for name in whole if name in met]
    parents = _dominators(by_time, graph, scenario.starts)
    scenes, depth = _nested(by_time, parents, _after_all(by_time, graph))
    scenes += orphans
    depth |= dict.fromkeys(orphans, 0)
    months = {name: rank[name][0] for name in scenes}
    return Order(tuple(scenes), depth, _layers(whole, graph, months), orphans)


def targets_of(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Where each scene leads, each target once and in file order."""
    known = {scene.id for scene in scenario.scene} | {END}
    return {scene.id: tuple(dict.fromkeys(to for to, _ in leads_of(scene) if to in known)) for scene in scenario.scene}


def _reached(graph: Graph, start: str) -> set[str]:
    met: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name in graph and name not in met:
            met.add(name)
            ahead += graph[name]
    return met


def _by_time(graph: Graph, rank: Mapping[str, tuple[int, int]]) -> list[str]:
    """Each scene after all that leads to it, the earlier month first; in a loop the earliest goes first."""
    waits = {name: sum(name in targets for targets in graph.values()) for name in graph}
    order: list[str] = []
    while waits:
        free = [name for name, number in waits.items() if number == 0] or list(waits)
        name = min(free, key=rank.__getitem__)
        del waits[name]
        order.append(name)
        for to in graph[name]:
            if to in waits:
                waits[to] -= 1
    return order


def _dominators(order: list[str], graph: Graph, start: str) -> dict[str, str]:
    """For each scene but the first, the last scene before it that every way to it passes."""
    passed: dict[str, list[str]] = {}
    for name in order:
        ways = [passed[before] for before in order if name in graph[before] and before in passed]
        shared = [item for item in min(ways, key=len, default=[]) if all(item in way for way in ways)]
        passed[name] = [*(shared if name != start else []), name]
    return {name: ways[-2] for name, ways in passed.items() if len(ways) > 1}


def _after_all(order: list[str], graph: Graph) -> dict[str, set[str]]:
    """For each scene, those that every way on from it passes."""
    ahead: dict[str, set[str]] = {END: {END}}
    for name in reversed(order):
        ways = [ahead[to] for to in graph[name] if to in ahead]
        ahead[name] = {name, *(set.intersection(*ways) if ways else ())}
    return ahead


def _nested(
    order: list[str], parents: Mapping[str, str], ahead: Mapping[str, set[str]]
) -> tuple[list[str], dict[str, int]]:
    """The scenes with what lies inside a branch kept together, and the depth of each."""
    children: dict[str | None, list[str]] = {}
    for name in order:
        children.setdefault(parents.get(name), []).append(name)
    scenes: list[str] = []
    depth: dict[str, int] = {}
    left = list(reversed(children.get(None, [])))
    while left:
        name = left.pop()
        before = parents.get(name)
        depth[name] = 0 if before is None else depth[before] + (name not in ahead[before])
        scenes.append(name)
        left += reversed(children.get(name, []))
    return scenes, depth


def _layers(order: list[str], graph: Graph, months: Mapping[str, int]) -> dict[str, int]:
    layer: dict[str, int] = {}
    base = 0
    for month in sorted(set(months.values())):
        here = [name for name in order if months[name] == month]
        for name in here:
            above = (layer[before] + 1 for before in layer if name in graph[before])
            layer[name] = max(base, *above, base)
        base = max(layer[name] for name in here) + 1
    return layer
