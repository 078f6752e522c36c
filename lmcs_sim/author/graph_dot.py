"""The graph of a scenario in DOT, the language of Graphviz."""

from collections.abc import Iterable, Iterator

from lmcs_sim.author.graph_chart import Edge, Node, chart_of
from lmcs_sim.author.graph_parts import Graph
from lmcs_sim.words.safe import harmless

SHAPES = {
    "scene": 'shape=box, fillcolor="#ffffff"',
    "choice": 'shape=box, fillcolor="#f2f4f8"',
    "event": 'shape=note, fillcolor="#fff8e1"',
    "ending": 'shape=box, peripheries=2, fillcolor="#eef6ee"',
    "finish": 'shape=ellipse, fillcolor="#ffffff"',
}
BEST = 'color="#0b3d91", penwidth=4'
DEAD = 'style="dashed", color="#8a1c1c", fontcolor="#8a1c1c"'


def dot_lines(graph: Graph) -> Iterator[str]:
    """The flow chart, line by line. What is never reached is dashed and says so; the best path is thick."""
    chart = chart_of(graph)
    yield f"digraph {_quoted([graph.id])} {{"
    yield f"  label={_quoted([graph.title, *graph.opening])};"
    yield '  labelloc="t"; rankdir="TB"; fontname="Helvetica";'
    yield '  node [fontname="Helvetica", fontsize=11, style="filled", fontcolor="#1a1a1a", color="#333333"];'
    yield '  edge [fontname="Helvetica", fontsize=10, fontcolor="#1a1a1a", color="#333333"];'
    for number, (name, nodes) in enumerate(chart.groups, start=1):
        yield f"  subgraph cluster_{number} {{"
        yield f'    label={_quoted([name])}; color="#767676";'
        for node in nodes:
            yield f"    {_node(node)}"
        yield "  }"
    for edge in chart.edges:
        yield f"  {_edge(edge)}"
    yield "}"


def _node(node: Node) -> str:
    mark = node.part.mark
    style = [SHAPES[node.part.kind], *([BEST] if mark.best else []), *([DEAD] if mark.dead else [])]
    return f"{node.id} [label={_quoted(node.lines)}, {', '.join(style)}];"


def _edge(edge: Edge) -> str:
    style = [
        *([f"label={_quoted(edge.label)}"] if edge.label else []),
        *([BEST] if edge.best else []),
        *([DEAD] if edge.dead else []),
    ]
    drawn = f" [{', '.join(style)}]" if style else ""
    return f"{edge.start} -> {edge.to}{drawn};"


def _quoted(lines: Iterable[str]) -> str:
    """Lines as one quoted string, in which Graphviz reads no escape, entity or quote of theirs."""
    return '"' + "\\n".join(map(_escaped, lines)) + '"'


def _escaped(text: str) -> str:
    escaped = harmless(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    # An entity says the same whatever encoding the output has.
    return escaped.encode("ascii", "xmlcharrefreplace").decode()
