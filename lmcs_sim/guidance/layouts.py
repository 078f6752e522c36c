"""How each kind of stored text is laid out: from a text to its passages, each under its pinpoint.

A passage is one numbered paragraph, bullet or footnote as plain words. A page break or a block of
footnotes can cut a sentence in half, so a paragraph stays open until something else begins.
"""

import html
import re
from collections.abc import Callable, Mapping

from lmcs_sim.guidance.own_document import Pieces, own_document

_MARKS = re.compile(
    r"<sup>\s*(?:<sup>)?\s*\d+\s*</sup>"  # a footnote's number beside a word
    r"|</?[A-Za-z][^>\n]*>"  # <b>, <sub>, stray tags
    r"|\*+|^\s*#+\s+"  # markdown emphasis and heading marks
    r"|\]\([^)\s]*\)|\[(?=[^\]\n]*\]\()",  # the link part of [words](address)
    re.MULTILINE,
)
_ALIKE = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2026": "...", "\u00ad": "", "\u200b": ""}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_NUMBERED = re.compile(r"(\d+)\.\s+(\S.*)")
_BULLET = re.compile(r"\s*[-\u2022\uf0b7]\s+(\S.*)")
_FOOTNOTE = re.compile(r"<sup>(?:<sup>)?(\d+)</sup>\s+(\S.*)")


def plain(text: str) -> str:
    """The words of a text alone: no marks, one space between words, one kind of quote mark and dash."""
    words = _MARKS.sub("", html.unescape(text)).translate(_ALIKE)
    # A word broken at the end of a line keeps its hyphen: "co-\noperation".
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", words).split())


def passages(text: str, layout: str) -> Mapping[str, str]:
    """Every passage of a text by its pinpoint, in the order of the text.

    `layout` is the id of a source whose layout is known; any other is read as a council's own document.
    """
    # One stored footnote has its mark half escaped.
    lines = [line.replace("<sup>&</sup>lt;sup>", "<sup>").rstrip() for line in text.splitlines()]
    found: dict[str, list[str]] = {}
    for place, line in LAYOUTS.get(layout, _unknown)(lines):
        found.setdefault(place, []).append(line)
    return {place: plain("\n".join(parts)) for place, parts in found.items()}


def numbered_guidance(lines: list[str]) -> Pieces:
    """Numbered paragraphs with bullets, "Key points", footnotes, an annex of lists and an imprint."""
    place, owner, bullets = "", "", 0
    for line in lines:
        if match := _FOOTNOTE.match(line):
            yield f"footnote {match[1]}", match[2]  # the paragraph it interrupts stays open
        elif not line.strip() or line.startswith("---"):
            continue
        elif "Crown copyright" in line:
            place = owner = "imprint"
            yield place, line
        elif line.startswith("#"):
            owner, bullets = _headed(plain(line), owner), 0
            place = f"{owner} opening words" if owner.startswith("Annex") else ""
            if place:
                yield place, line
        elif match := _NUMBERED.match(line):
            place = owner = f"para {match[1]}"
            bullets = 0
            yield place, match[2]
        elif (match := _BULLET.match(line)) and owner:
            bullets += 1
            place = f"{owner} {bullets}" if owner.startswith("Annex") else f"{owner} bullet {bullets}"
            yield place, match[1]
        elif place and not owner.startswith("Annex"):
            yield place, line


def _headed(heading: str, owner: str) -> str:
    if heading == "Key points":
        return heading
    if heading.startswith("Annex"):
        return "Annex A"
    if owner.startswith("Annex") and ":" in heading:
        return f"Annex A {heading.rstrip(':').split()[-1]}"
    return ""


def lettered_chapter(lines: list[str]) -> Pieces:
    """Paragraphs numbered 3.1.1, with lettered points, of which a letter may be missing."""
    place, owner, points = "", "", 0
    for line in lines:
        if match := _FOOTNOTE.match(line):
            yield f"footnote {match[1]}", match[2]
        elif not line.strip() or line.strip().isdigit() or line.startswith("#"):
            continue
        elif match := re.match(r"\s*(?:-\s+)?(\d+\.\d+\.\d+)\s+(.*)", line):
            place, owner, points = match[1], match[1], 0
            yield place, match[2]
        elif (match := re.match(r"\s+-\s+(?:[a-z]\.\s+)?(.*)", line)) and owner:
            place = f"{owner}({chr(ord('a') + points)})"
            points += 1
            yield place, match[1]
        elif place:
            yield place, line


def research_summary(lines: list[str]) -> Pieces:
    """An introduction of one paragraph, then key findings as bullets."""
    place, findings = "", 0
    for line in lines:
        if line.startswith("This research"):
            place = "introduction"
        elif match := _BULLET.match(line):
            findings += 1
            place, line = f"key finding {findings}", match[1]
        elif not line.strip() or not line.startswith(" "):
            place = ""
        if place:
            yield place, line


_PROFILE_ROWS = (
    ("Purpose", re.compile(r"Purpose (?=The role)")),
    ("Good governance", re.compile(r"Governance\s+(?=The LMCS)")),
    ("Committee membership", re.compile(r"Membership$")),
    ("Relationships", re.compile(r"Relationships\s+")),
    ("Challenge and oversight", re.compile(r"Oversight$")),
)


def role_profile(lines: list[str]) -> Pieces:
    """A table of two columns, the left one a row's name. A line that starts with a space is a bullet."""
    owner, bullets, paragraphs = "", 0, 0
    place, fresh = "", True
    for line in lines:
        row, rest = _profile_row(line)
        if row:
            owner, place, line, bullets = row, row, rest, 0
            if owner == "Relationships":  # its first bullet stands on the row's own line
                bullets, place = 1, f"{owner} bullet 1"
        elif line in ("Introduction:", "Good", "Committee", "Challenge &") or line.startswith("Role Duties"):
            owner, place = line.rstrip(":"), ""
            continue
        elif line.startswith(" ") and line.strip():
            bullets += 1
            place = owner if owner.startswith("Challenge") else f"{owner} bullet {bullets}"
        elif owner == "Introduction" and fresh and line.strip():
            paragraphs += 1
            place = f"{owner} para {paragraphs}"
        fresh = not line.strip()
        if place and line.strip():
            yield place, line


def _profile_row(line: str) -> tuple[str, str]:
    """The name of the row that a line opens, and what follows it on the line; "" where it opens none."""
    for name, mark in _PROFILE_ROWS:
        if match := mark.match(line):
            return name, line[match.end() :]
    return "", line


def report_to_members(lines: list[str]) -> Pieces:
    """Numbered sections under bold headings, bullets in section 7, four items of heading at the top."""
    place, bullets = "", 0
    for line in lines:
        heading = re.match(r"(?:#+\s+)?\*{0,2}(\d+)\.(?:\s|\*)", line)
        if line.startswith("**Contact"):
            return  # a named officer's details follow: no passage may hold them
        if heading and "<b>" in line:
            place = "items 1-4"
            yield place, line
        elif heading:
            place, bullets = f"section {heading[1]}", 0
        elif match := _BULLET.match(line):
            bullets += 1
            place = f"{place.split(' bullet')[0]} bullet {bullets}"
            yield place, match[1]
        elif line.strip() and not line.startswith("##") and place:
            yield place, line


def _unknown(lines: list[str]) -> Pieces:
    return own_document(lines, plain)


LAYOUTS: Mapping[str, Callable[[list[str]], Pieces]] = {
    "dfe2012": numbered_guidance,
    "sg2005": lettered_chapter,
    "nfer2008": research_summary,
    "profile": role_profile,
    "roth2011": report_to_members,
}
"""The layout of each stored text, by its source's id."""
