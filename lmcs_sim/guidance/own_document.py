"""How any text without a layout of its own is laid out: a council's protocol, profile or plan.

Numbered paragraphs are `para 4` or `para 4.2`, lettered points `para 4(b)`, bullets `para 4 bullet 2`. Under a heading
that has no number, other paragraphs are `HEADING para 1`; under a numbered one, `section 3 para 1`.
"""

import re
from collections.abc import Callable, Iterator

from attrs import define, field

Pieces = Iterator[tuple[str, str]]
"""Pairs of a place and a line that belongs there, in the order of the text."""

_HEADING = re.compile(r"#+\s+(\S.*)|\*\*([^*]+)\*\*:?$")
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*"
_NUMBERED_HEADING = re.compile(rf"({_NUMBER})[.):]?\s+\S")
_NUMBERED = re.compile(rf"\s*(?:para(?:graph)?\s+)?({_NUMBER})[.)]\s+(\S.*)", re.IGNORECASE)
_BARE_NUMBERED = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})+)\s+(\S.*)")
_LETTERED = re.compile(r"\s*\(?([a-z])\)\s+(\S.*)")
_BULLET = re.compile(r"\s*[-*•·◦▪\uf0b7o]\s+(\S.*)")
_FOOTNOTE = re.compile(r"(?:<sup>(?:<sup>)?(\d+)</sup>|\[\^?(\d+)\]:?)\s+(\S.*)")
_RULE = re.compile(r"\s*[-=_*]{3,}\s*$")


def own_document(lines: list[str], plain: Callable[[str], str]) -> Pieces:
    """The pieces of a document. `plain` gives the words of a heading without their marks."""
    reader = _Reader(plain)
    for line in lines:
        yield from reader.read(line)


@define
class _Reader:
    """Where in the document the next line stands."""

    plain: Callable[[str], str]
    heading: str = ""
    owner: str = ""
    """The paragraph whose points and bullets come next."""
    numbered: bool = False
    """Whether that paragraph has a number."""
    point: str = ""
    """The lettered point whose bullets come next."""
    place: str = ""
    bullets: int = 0
    paragraphs: int = 0
    fresh: bool = True
    """Whether a blank line or a heading came just before."""
    seen: set[str] = field(factory=set)

    def read(self, line: str) -> Pieces:
        """The pieces of one line."""
        if match := _FOOTNOTE.match(line):
            yield f"footnote {match[1] or match[2]}", match[3]  # the paragraph it interrupts stays open
            return
        if not line.strip() or _RULE.match(line):
            self.fresh = True
            return
        if match := _HEADING.match(line.strip()):
            self._head(self.plain(match[1] or match[2]).rstrip(": "))
            return
        yield self._body(line)
        self.fresh = False

    def _head(self, heading: str) -> None:
        numbered = _NUMBERED_HEADING.match(heading)
        self.heading = self._unused(f"section {numbered[1]}" if numbered else heading)
        self.owner = self.place = self.point = ""
        self.numbered, self.fresh = False, True
        self.bullets = self.paragraphs = 0

    def _body(self, line: str) -> tuple[str, str]:
        if match := _NUMBERED.match(line) or (_BARE_NUMBERED.match(line) if self.fresh else None):
            name = f"para {match[1]}"
            # Where the numbers begin again under another heading, the heading tells them apart.
            self.owner = self.place = self._unused(
                f"{self.heading} {name}" if name in self.seen and self.heading else name
            )
            self.numbered, self.point, self.bullets = True, "", 0
            return self.place, match[2]
        if (match := _LETTERED.match(line)) and self.owner:
            self.place = self.point = f"{self.owner}({match[1]})"
            self.bullets = 0
            return self.place, match[2]
        if match := _BULLET.match(line):
            self.bullets += 1
            self.place = f"{self.point or self.owner or self.heading} bullet {self.bullets}".strip()
            return self.place, match[1]
        if self.fresh and not (self.place and line.lstrip()[:1].islower()):
            self._paragraph()
        return self.place, line

    def _paragraph(self) -> None:
        """A paragraph without a number: it belongs to the numbered one above it, or is counted under its heading."""
        self.point = ""
        if self.numbered:
            self.place = self.owner
            return
        self.paragraphs += 1
        self.owner = self.place = f"{self.heading or 'opening'} para {self.paragraphs}"
        self.bullets = 0

    def _unused(self, name: str) -> str:
        """The name, with a number where the document has used it: no two passages may be taken for one."""
        used = sum(other == name or other.startswith(f"{name} (") for other in self.seen)
        name = f"{name} ({used + 1})" if used else name
        self.seen.add(name)
        return name
