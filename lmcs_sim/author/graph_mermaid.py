"""The graph of a scenario as a Mermaid flow chart."""

from collections.abc import Iterable, Iterator
from string import ascii_letters, digits

from lmcs_sim.author.graph_chart import Edge, Node, chart_of
from lmcs_sim.author.graph_parts import Graph
from lmcs_sim.words.safe import harmless

SHAPES = {
    "scene": ('["', '"]'),
    "choice": ('("', '")'),
    "event": ('{{"', '"}}'),
    "ending": ('(["', '"])'),
    "finish": ('(("', '"))'),
}
CLASSES = {
    "scene": "fill:#ffffff,stroke:#333333,color:#1a1a1a",
    "choice": "fill:#f2f4f8,stroke:#333333,color:#1a1a1a",
    "event": "fill:#fff8e1,stroke:#333333,color:#1a1a1a",
    "ending": "fill:#eef6ee,stroke:#333333,color:#1a1a1a",
    "finish": "fill:#ffffff,stroke:#333333,color:#1a1a1a",
    "best": "stroke:#0b3d91,stroke-width:4px",
    "dead": "fill:#ffffff,stroke:#8a1c1c,stroke-dasharray:6 4,color:#8a1c1c",
}
_PLAIN = frozenset(ascii_letters + digits + " ,")


def mermaid_lines(graph: Graph) -> Iterator[str]:
    """The flow chart, line by line. What is never reached is dashed and says so; the best path is thick."""
    chart = chart_of(graph)
    yield "flowchart TD"
    yield f"  accTitle: {_escaped(graph.title)}"
    yield f"  accDescr: {_escaped(' '.join(graph.opening))}"
    for number, (name, nodes) in enumerate(chart.groups, start=1):
        yield f'  subgraph g{number}["{_escaped(name)}"]'
        for node in nodes:
            yield f"    {_node(node)}"
        yield "  end"
    for edge in chart.edges:
        yield f"  {_edge(edge)}"
    for name, style in CLASSES.items():
        yield f"  classDef {name} {style}"
    yield from _class_lines([node for _, nodes in chart.groups for node in nodes])
    yield from _link_lines(chart.edges)


def _node(node: Node) -> str:
    opening, closing = SHAPES[node.part.kind]
    return f"{node.id}{opening}{_label(node.lines)}{closing}"


def _edge(edge: Edge) -> str:
    label = f'|"{_label(edge.label)}"|' if edge.label else ""
    return f"{edge.start} {'-.->' if edge.dead else '==>' if edge.best else '-->'}{label} {edge.to}"


def _class_lines(nodes: list[Node]) -> Iterator[str]:
    groups = {kind: [node for node in nodes if node.part.kind == kind] for kind in SHAPES}
    groups["best"] = [node for node in nodes if node.part.mark.best]
    groups["dead"] = [node for node in nodes if node.part.mark.dead]
    for name, members in groups.items():
        if members:
            yield f"  class {','.join(node.id for node in members)} {name}"


def _link_lines(edges: tuple[Edge, ...]) -> Iterator[str]:
    best = [str(number) for number, edge in enumerate(edges) if edge.best]
    if best:
        yield f"  linkStyle {','.join(best)} stroke:#0b3d91,stroke-width:4px"


def _label(lines: Iterable[str]) -> str:
    return "<br/>".join(_escaped(line) for line in lines)


def _escaped(text: str) -> str:
    """A text of which Mermaid obeys nothing: all but letters, digits and commas is written by number."""
    return "".join(sign if sign in _PLAIN else f"#{ord(sign)};" for sign in harmless(text))
