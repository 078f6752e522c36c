"""A graph laid out as a picture: cards by month from top to bottom, and the arrows between them."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from lmcs_sim.author.graph_cards import (
    LINE,
    NARROW,
    PAD,
    SIZES,
    Line,
    PictureCard,
    end_card,
    event_card,
    scene_card,
    wrapped,
)
from lmcs_sim.author.graph_layout import Card, Columns, columns
from lmcs_sim.author.graph_parts import Graph, Way
from lmcs_sim.scenario.scenario import END

MARGIN = 36.0
SPACE = 56.0
"""The room between two layers, in which arrows run."""

BETWEEN = 12.0
APART = 48.0
"""Between two arrows of one card."""

LABEL = SIZES["text"] * LINE + PAD

Point = tuple[float, float]


@frozen
class Arrow:
    """An arrow from a scene to the next, through points from top to bottom."""

    points: tuple[Point, ...]
    best: bool
    dead: bool


@frozen
class Band:
    """A month: its title and where it begins, from the top."""

    title: str
    top: float


@frozen
class Picture:
    """Everything to be drawn, and how large that is. Cards are placed by their top left corners."""

    width: float
    height: float
    heading: tuple[Line, ...]
    bands: tuple[Band, ...]
    cards: tuple[tuple[PictureCard, float, float], ...]
    arrows: tuple[Arrow, ...]


@frozen
class Link:
    """The way from one scene to the next, by all choices that lead there."""

    best: bool
    dead: bool


Links = Mapping[tuple[str, str], Link]
Spans = Mapping[int, tuple[float, float]]
"""Where each layer begins and ends, from the top."""

LEGEND = "Thick and blue: the best path. Dashed and red: never reached. Both are said in words too."


def picture_of(graph: Graph) -> Picture:
    """The picture of a graph that has no loops and no leads to nowhere."""
    cards = {scene.part.id: scene_card(scene, graph) for scene in graph.scenes} | {END: end_card(graph)}
    layers = {scene.part.id: scene.layer for scene in graph.scenes}
    layers[END] = max(layers.values()) + 1
    links = _links(graph)
    placed = columns([Card(name, layers[name], card.width) for name, card in cards.items()], list(links))
    events = [(month, event_card(part)) for month, part in graph.events]
    width = 2 * MARGIN + placed.width + (NARROW + MARGIN if events else 0)
    heading = tuple(line for text in _heading(graph) for line in wrapped(text, _style(text, graph), width))
    bands, spans, tops, height = _stacked(graph, cards, layers, events, sum(line.height for line in heading) + 3 * PAD)
    corners = [
        (card, MARGIN + placed.middle[name] - card.width / 2, spans[layers[name]][0]) for name, card in cards.items()
    ]
    aside = [(card, width - NARROW - MARGIN, top) for (_, card), top in zip(events, tops, strict=True)]
    return Picture(
        width, height, heading, bands, (*corners, *aside), tuple(_arrows(links, placed, cards, layers, spans))
    )


def _heading(graph: Graph) -> tuple[str, ...]:
    marked = any(scene.part.mark.chances is not None for scene in graph.scenes)
    return (graph.title, *graph.opening, *([LEGEND] if marked else []))


def _style(text: str, graph: Graph) -> str:
    return "title" if text == graph.title else "text"


def _links(graph: Graph) -> Links:
    ways: dict[tuple[str, str], list[Way]] = {}
    for scene in graph.scenes:
        for way in (way for option in scene.options for way in option.ways):
            ways.setdefault((scene.part.id, way.to), []).append(way)
    return {link: Link(any(way.best for way in group), all(way.dead for way in group)) for link, group in ways.items()}


def _stacked(
    graph: Graph,
    cards: Mapping[str, PictureCard],
    layers: Mapping[str, int],
    events: Sequence[tuple[int, PictureCard]],
    top: float,
) -> tuple[tuple[Band, ...], Spans, list[float], float]:
    """The months below one another: their bands, where each layer and each event stands, and the whole height."""
    months = {scene.layer: scene.month for scene in graph.scenes} | {layers[END]: max(graph.months)}
    bands, spans, tops = [], {}, []
    for month, name in graph.months.items():
        bands.append(Band(f"Month {month}, {name}", top))
        below = beside = top + LABEL
        for layer in sorted(number for number, when in months.items() if when == month):
            high = max(card.height for name, card in cards.items() if layers[name] == layer)
            spans[layer] = (below, below + high)
            below += high + SPACE
        for card in (card for when, card in events if when == month):
            tops.append(beside)
            beside += card.height + BETWEEN
        top = max(below, beside)
    return tuple(bands), spans, tops, top


def _arrows(
    links: Links,
    placed: Columns,
    cards: Mapping[str, PictureCard],
    layers: Mapping[str, int],
    spans: Spans,
) -> Iterator[Arrow]:
    for (start, to), link in links.items():
        leaves = [other for other in links if other[0] == start]
        enters = [other for other in links if other[1] == to]
        x = placed.middle[start] + _port(start, to, leaves, placed)
        first, last = spans[layers[start]], spans[layers[to]]
        points = [(x, first[0] + cards[start].height), (x, first[1])]
        for layer, at in placed.bends[start, to]:
            points += [(at, spans[layer][0]), (at, spans[layer][1])]
        points.append((placed.middle[to] + _port(start, to, enters, placed), last[0]))
        yield Arrow(tuple((at + MARGIN, y) for at, y in points), link.best, link.dead)


def _port(start: str, to: str, links: Sequence[tuple[str, str]], placed: Columns) -> float:
    """How far from the middle of a card's edge an arrow leaves or enters, so that its arrows stand apart."""

    def place(link: tuple[str, str]) -> tuple[float, float]:
        bends = placed.bends[link]
        return (bends[0][1] if bends else placed.middle[link[1]], placed.middle[link[0]])

    order = sorted(links, key=place)
    return (order.index((start, to)) - (len(order) - 1) / 2) * APART
