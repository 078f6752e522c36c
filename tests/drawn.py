"""What a terminal would draw of a screen: each piece of text with the colours it is drawn in, and how they differ."""

from collections.abc import Iterator

from attrs import frozen
from rich.color import ColorTriplet
from textual.screen import Screen

Colour = tuple[int, int, int]


@frozen
class Piece:
    """A run of characters in one pair of colours, and where it stands."""

    text: str
    fore: Colour
    back: Colour
    line: int

    @property
    def contrast(self) -> float:
        """The contrast of the characters to what they stand on, as n:1."""
        return contrast(self.fore, self.back)

    @property
    def words(self) -> bool:
        """Whether there is a letter or a digit in it; the rest is edges, bars and signs."""
        return any(sign.isalnum() for sign in self.text)


def pieces(screen: Screen[object]) -> Iterator[Piece]:
    """Everything visible on a screen."""
    for line, strip in enumerate(screen._compositor.render_strips(screen.size)):
        for text, style, _ in strip:
            if text.strip():
                assert style is not None
                fore, back = _rgb(style.color), _rgb(style.bgcolor)
                yield Piece(text, *((back, fore) if style.reverse else (fore, back)), line)  # type: ignore[misc]


def _rgb(color: object) -> Colour:
    triplet = getattr(color, "triplet", None)
    assert isinstance(triplet, ColorTriplet), color
    return triplet


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """How light a colour is, from 0 to 1."""
    return sum(part * linear(value) for part, value in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def linear(value: float) -> float:
    """A value of 0 to 255 in light, from 0 to 1."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
