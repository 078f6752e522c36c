"""A graph as the boxes and arrows of a flow chart, which every format of flow chart escapes in its own way."""

import textwrap
from collections.abc import Iterator

from attrs import frozen

from lmcs_sim.author.graph_marks import Mark
from lmcs_sim.author.graph_parts import Graph, Option, Part, SceneParts
from lmcs_sim.scenario.scenario import END
from lmcs_sim.words.safe import harmless

WIDTH = 38
"""Characters on a line of a label."""

FINISH = "x0"
"""The id of the box in which every play ends."""

_END = Part("finish", END, "The end", Mark())


@frozen
class Node:
    """One box of a flow chart: its id there, which needs no escaping, its part and the lines written on it."""

    id: str
    part: Part
    lines: tuple[str, ...]


@frozen
class Edge:
    """One arrow of a flow chart, between ids of boxes, with the condition written on it."""

    start: str
    to: str
    label: tuple[str, ...] = ()
    best: bool = False
    dead: bool = False


@frozen
class Chart:
    """A graph as boxes and arrows. Boxes stand in groups by month; the last group is that of the endings."""

    groups: tuple[tuple[str, tuple[Node, ...]], ...]
    edges: tuple[Edge, ...]


def chart_of(graph: Graph) -> Chart:
    """The flow chart of a graph: a box for each part, an arrow for each choice on offer and each lead."""
    scenes = {scene.part.id: f"s{scene.number}" for scene in graph.scenes}
    groups = [(f"Month {month}, {name}", tuple(_nodes_in(graph, month))) for month, name in graph.months.items()]
    endings = [_node(f"x{number}", part) for number, part in enumerate(graph.endings, start=1)]
    last = (f"The end, month {graph.ends}: the first ending that holds", (_node(FINISH, _END), *endings))
    whole = [(name, nodes) for name, nodes in groups if nodes]
    return Chart((*whole, last), (*_edges(graph, scenes), *(Edge(FINISH, ending.id) for ending in endings)))


def _nodes_in(graph: Graph, month: int) -> Iterator[Node]:
    for scene in graph.scenes:
        if scene.month == month:
            yield _node(f"s{scene.number}", scene.part, *_enquiries(scene))
            for number, option in enumerate(scene.options, start=1):
                yield _node(f"s{scene.number}c{number}", option.part)
    for number, (when, event) in enumerate(graph.events, start=1):
        if when == month:
            yield _node(f"e{number}", event)


def _enquiries(scene: SceneParts) -> Iterator[str]:
    for part in scene.enquiries:
        said = "; ".join([*part.mark.words, *filter(None, [part.mark.chance])])
        yield f"Enquiry {part.id}{f': {said}' if said else ''}"


def _node(name: str, part: Part, *more: str) -> Node:
    return Node(name, part, tuple(line for text in (*label_of(part), *more) for line in wrapped(text)))


def _edges(graph: Graph, scenes: dict[str, str]) -> Iterator[Edge]:
    for scene in graph.scenes:
        for number, option in enumerate(scene.options, start=1):
            choice = f"s{scene.number}c{number}"
            yield Edge(scenes[scene.part.id], choice, (), option.part.mark.best, option.part.mark.dead)
            yield from _leads(option, choice, scenes)


def _leads(option: Option, choice: str, scenes: dict[str, str]) -> Iterator[Edge]:
    for way in option.ways:
        to = FINISH if way.to == END else scenes.get(way.to)
        if to is not None:
            yield Edge(choice, to, tuple(wrapped(way.condition)), way.best, way.dead)


def label_of(part: Part) -> list[str]:
    """What is written on a part: its text, its id, what its file says, what is proved."""
    said = "; ".join([*part.notes, *part.mark.words])
    return [line for line in (part.text, f"({part.id})", said, part.mark.chance) if line]


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """A text in lines, with nothing in it that a viewer might obey as a control character."""
    return textwrap.wrap(harmless(text), width, break_on_hyphens=False)
