"""The cards of a picture: what is written on each, line by line, and how high that makes it."""

import textwrap

from attrs import frozen

from lmcs_sim.author.graph_marks import Mark
from lmcs_sim.author.graph_parts import Graph, Part, SceneParts, leads_phrase
from lmcs_sim.scenario.scenario import END
from lmcs_sim.words.safe import harmless

WIDTH, NARROW = 600.0, 320.0
"""How wide a card of a scene is, and one of an event."""

PAD = 10.0
SIZES = {"title": 16.0, "text": 13.0, "note": 12.0}
LINE = 1.3
"""The height of a line, in sizes of its letters."""

_LETTER = 0.5
"""The width of a letter of a sans-serif type on average, with a little to spare, in sizes."""


@frozen
class Line:
    """A line of a card: its text and its style, a key of SIZES."""

    text: str
    style: str

    @property
    def height(self) -> float:
        """How much of the card it takes."""
        return SIZES[self.style] * LINE


@frozen
class Block:
    """Some lines of a card that belong together, with the mark of what they tell."""

    kind: str
    mark: Mark
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """Its lines with the room around them."""
        return sum(line.height for line in self.lines) + PAD


@frozen
class PictureCard:
    """A card: its id, its blocks from top to bottom, the first being its head."""

    id: str
    width: float
    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """The height of all its blocks."""
        return sum(block.height for block in self.blocks)

    @property
    def mark(self) -> Mark:
        """The mark of what the card is about."""
        return self.blocks[0].mark


def scene_card(scene: SceneParts, graph: Graph) -> PictureCard:
    """The card of a scene: its enquiries, then its choices with where each leads."""
    head = _block(scene.part, WIDTH, f"{scene.number}. {scene.part.text}", "title")
    enquiries = [_block(part, WIDTH, f"Enquiry: {part.text}") for part in scene.enquiries]
    options = [
        _block(option.part, WIDTH, option.part.text, "text", leads_phrase(option, graph)) for option in scene.options
    ]
    return PictureCard(scene.part.id, WIDTH, (head, *enquiries, *options))


def end_card(graph: Graph) -> PictureCard:
    """The card of the end: the endings, in the order in which they are looked at."""
    lines = wrapped("The end: the first ending whose condition holds", "title", WIDTH)
    head = Block("finish", Mark(), lines)
    return PictureCard(END, WIDTH, (head, *(_block(part, WIDTH, part.text) for part in graph.endings)))


def event_card(part: Part) -> PictureCard:
    """The card of an event, with the beginning of its text."""
    return PictureCard(part.id, NARROW, (_block(part, NARROW, f"Event: {part.text}"),))


def _block(part: Part, width: float, text: str, style: str = "text", leads: str = "") -> Block:
    said = "; ".join(filter(None, [part.id, leads, *part.notes, *part.mark.words, part.mark.chance]))
    return Block(part.kind, part.mark, (*wrapped(text, style, width), *wrapped(said, "note", width)))


def wrapped(text: str, style: str, width: float) -> tuple[Line, ...]:
    """A text in lines that fit a card."""
    room = int((width - 2 * PAD) / (SIZES[style] * _LETTER))
    return tuple(Line(line, style) for line in textwrap.wrap(harmless(text), room, break_on_hyphens=False))
