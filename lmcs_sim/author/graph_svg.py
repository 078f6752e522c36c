"""The graph of a scenario as a picture: SVG that stands alone, without scripts, fonts or links."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from attrs import frozen

from lmcs_sim.author.graph_cards import LINE, PAD, SIZES, Block, Line, PictureCard, wrapped
from lmcs_sim.author.graph_parts import Graph
from lmcs_sim.author.graph_picture import Arrow, Band, Picture, picture_of
from lmcs_sim.words.safe import harmless

INK, QUIET, PAPER = "#1a1a1a", "#4a4a4a", "#ffffff"
BEST, DEAD, PLAIN = "#0b3d91", "#8a1c1c", "#444444"
FILLS = {
    "scene": "#e8ecf4",
    "enquiry": "#ffffff",
    "choice": "#ffffff",
    "event": "#fff8e1",
    "ending": "#ffffff",
    "finish": "#e3f0e3",
}
"""What a block is filled with. Every colour of letters has a contrast of at least 4.5 to 1 on each of them."""

_NO_CHARACTER = re.compile("[\ufffe\uffff]")


@frozen
class Look:
    """How a line or a frame is drawn."""

    colour: str
    thick: float
    dashes: str = ""

    @property
    def attributes(self) -> str:
        """As attributes of an element."""
        dashes = f' stroke-dasharray="{self.dashes}"' if self.dashes else ""
        return f'stroke="{self.colour}" stroke-width="{self.thick:g}"{dashes}'


def look_of(best: bool, dead: bool) -> Look:
    """The look of what is on the best path, never reached, or neither."""
    if dead:
        return Look(DEAD, 1.5, "6 4")
    return Look(BEST, 4) if best else Look(PLAIN, 1)


def svg_lines(graph: Graph) -> Iterator[str]:
    """The picture, line by line."""
    picture = picture_of(graph)
    size = f'width="{picture.width:.0f}" height="{picture.height:.0f}"'
    box = f'viewBox="0 0 {picture.width:.0f} {picture.height:.0f}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" aria-labelledby="title description"'
        ' font-family="Arial, Helvetica, sans-serif">'
    )
    yield f'<title id="title">{_text(graph.title)}</title>'
    yield f'<desc id="description">{_text(description(graph))}</desc>'
    yield f"<defs>{''.join(_heads())}</defs>"
    yield f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    yield from _written(picture.heading, PAD, PAD, INK)
    for band in picture.bands:
        yield from _band(band, picture)
    for arrow in picture.arrows:
        yield _arrow(arrow)
    for card, x, y in picture.cards:
        yield from _card(card, x, y)
    yield "</svg>"


def description(graph: Graph) -> str:
    """What the picture shows, for whoever cannot see it."""
    return " ".join([*graph.opening, "The same graph is there as text: lmcs-sim graph with --format text."])


def _heads() -> Iterator[str]:
    for name, colour in (("plain", PLAIN), ("best", BEST), ("dead", DEAD)):
        yield (
            f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="12" markerHeight="12"'
            f' markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="{colour}"/></marker>'
        )


def _band(band: Band, picture: Picture) -> Iterator[str]:
    yield f'<line x1="0" y1="{band.top:.0f}" x2="{picture.width:.0f}" y2="{band.top:.0f}" stroke="#767676"/>'
    yield from _written(wrapped(band.title, "text", picture.width), PAD, band.top + PAD / 2, QUIET)


def _arrow(arrow: Arrow) -> str:
    """A curve from card to card, upright where it leaves, where it passes a layer and where it comes in."""
    (x, y), *rest = arrow.points
    parts = [f"M{x:.0f} {y:.0f}"]
    for to_x, to_y in rest:
        half = (y + to_y) / 2
        parts.append(f"C{x:.0f} {half:.0f} {to_x:.0f} {half:.0f} {to_x:.0f} {to_y:.0f}")
        x, y = to_x, to_y
    look = look_of(arrow.best, arrow.dead)
    head = "dead" if arrow.dead else "best" if arrow.best else "plain"
    return f'<path d="{" ".join(parts)}" fill="none" {look.attributes} marker-end="url(#{head})"/>'


def _card(card: PictureCard, x: float, y: float) -> Iterator[str]:
    """A card by its top left corner: its blocks, then its frame, then the frames of its marked blocks."""
    top = y
    frames = []
    yield "<g>"
    for block in card.blocks:
        yield f'<rect {_at(x, top, card.width, block.height)} fill="{FILLS[block.kind]}"/>'
        yield from _written(block.lines, x + PAD, top + PAD / 2, DEAD if block.mark.dead else INK)
        if block is not card.blocks[0] and (block.mark.best or block.mark.dead):
            frames.append(_frame(block, x + 4, top + 2, card.width - 8, block.height - 4))
        top += block.height
    look = look_of(card.mark.best, card.mark.dead)
    yield f'<rect {_at(x, y, card.width, card.height)} rx="4" fill="none" {look.attributes}/>'
    yield from frames
    yield "</g>"


def _frame(block: Block, x: float, y: float, width: float, height: float) -> str:
    look = look_of(block.mark.best, block.mark.dead)
    thinner = Look(look.colour, min(look.thick, 2.5), look.dashes)
    return f'<rect {_at(x, y, width, height)} rx="3" fill="none" {thinner.attributes}/>'


def _written(lines: Sequence[Line], x: float, y: float, colour: str) -> Iterator[str]:
    """Lines of text below one another, the first one's top at `y`."""
    for line in lines:
        size = SIZES[line.style]
        y += line.height
        shade = QUIET if line.style == "note" and colour == INK else colour
        weight = ' font-weight="bold"' if line.style == "title" else ""
        base = y - size * (LINE - 1)
        yield f'<text x="{x:.0f}" y="{base:.1f}" font-size="{size:g}"{weight} fill="{shade}">{_text(line.text)}</text>'


def _at(x: float, y: float, width: float, height: float) -> str:
    return f'x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}"'


def _text(text: str) -> str:
    """A text as XML: without what is no character there, and in plain ASCII, right in whatever encoding it is kept."""
    plain = _NO_CHARACTER.sub("\ufffd", harmless(text))
    return escape(plain).encode("ascii", "xmlcharrefreplace").decode()
