"""Checking that a provision's quote, stem and operative words stand in its source's text, at the pinpoint.

Text in, results out: nothing here reads a file. A wrong citation is the worst fault this project can
have, so a quote that stands in the text but in another place fails as surely as one that does not.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Protocol

from attrs import frozen

from lmcs_sim.guidance.layouts import passages, plain

_ABBREVIATIONS = r"e\.g|i\.e|cf|No|Nos|Mr|Mrs|Ms|Dr|St|para|paras|reg|art|ss|s|p|pp|vol"
_DOUBTFUL = re.compile(rf"\b(?:{_ABBREVIATIONS})\.\s+[A-Z0-9\"'(]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[A-Z0-9\"'(])")
_SENTENCE = re.compile(r"(.+) s(\d+)")
_OPENING = " opening words"


class Quoted(Protocol):
    """What a check needs to know of a provision. An empty stem or stem pinpoint means there is none."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def pinpoint(self) -> str: ...  # noqa: D102
    @property
    def quote(self) -> str: ...  # noqa: D102
    @property
    def stem(self) -> str: ...  # noqa: D102
    @property
    def stem_pinpoint(self) -> str: ...  # noqa: D102
    @property
    def operative(self) -> str: ...  # noqa: D102


@frozen
class Checked:
    """What a check found. `failed` names pinpoint, stem-pinpoint, quote, stem or operative, in that order."""

    id: str
    place: str
    """The pinpoint it was checked at."""
    failed: tuple[str, ...] = ()
    nearest_place: str = ""
    """For a failure, where the words most like it stand, and those words."""
    nearest: str = ""

    @property
    def ok(self) -> bool:
        """Whether every word stands where the provision says."""
        return not self.failed


def check_all(provisions: Iterable[Quoted], text: str, layout: str) -> tuple[Checked, ...]:
    """Check each provision of one source against its text; the layout is named by the source's id."""
    places = passages(text, layout)
    return tuple(check(provision, places) for provision in provisions)


def check(provision: Quoted, places: Mapping[str, str]) -> Checked:
    """Check one provision against the passages of its source."""
    here = at(provision.pinpoint, places)
    above = at(provision.stem_pinpoint or provision.pinpoint, places)
    failed = []
    if not here:
        failed.append("pinpoint")
    if not above and provision.stem_pinpoint:
        failed.append("stem-pinpoint")
    if len(provision.quote.split()) < 2 or not _exact(provision.quote, here):
        failed.append("quote")
    if provision.stem and not _exact(provision.stem, above):
        failed.append("stem")
    # The stem comes first: "should ... take" may begin in the stem and end in the bullet.
    if not stands_in(provision.operative, f"{plain(provision.stem)} {here}"):
        failed.append("operative")
    if not failed:
        return Checked(provision.id, provision.pinpoint)
    sought = {"stem": provision.stem, "stem-pinpoint": provision.stem, "operative": provision.operative}
    return Checked(
        provision.id, provision.pinpoint, tuple(failed), *nearest(sought.get(failed[0], provision.quote), places)
    )


def at(pinpoint: str, places: Mapping[str, str]) -> str:
    """The words at a pinpoint: a passage, or one sentence of it as "para 8 s2". Empty where there are none.

    Where an abbreviation makes the count of sentences doubtful, the whole passage stands for the sentence.
    """
    pinpoint = plain(pinpoint)
    if pinpoint not in places:
        pinpoint = pinpoint.removesuffix(_OPENING)
    if pinpoint in places:
        return places[pinpoint]
    match = _SENTENCE.fullmatch(pinpoint)
    if match is None or match[1] not in places:
        return ""
    passage, number = places[match[1]], int(match[2])
    if _DOUBTFUL.search(passage):
        return passage
    found = sentences(passage)
    return found[number - 1] if 0 < number <= len(found) else ""


def sentences(passage: str) -> list[str]:
    """The sentences of a passage of plain words."""
    return _SENTENCE_END.split(passage)


def stands_in(words: str, passage: str) -> bool:
    """Whether the words stand in the passage as whole words; " ... " parts pieces that follow in order."""
    start = 0
    pieces = [piece for piece in re.split(r"\s*\.\.\.\s*", plain(words)) if piece]
    for piece in pieces:
        found = _whole_words(piece).search(passage, start)
        if found is None:
            return False
        start = found.end()
    return bool(pieces)


def _exact(words: str, passage: str) -> bool:
    # Pieces joined by "..." could make a quote say what its sentence does not.
    return "..." not in plain(words) and stands_in(words, passage)


def _whole_words(piece: str) -> re.Pattern[str]:
    before = r"(?<!\w)(?<!\w-)" if piece[0].isalnum() else ""
    after = r"(?!['-]?\w)" if piece[-1].isalnum() else ""
    return re.compile(before + re.escape(piece) + after)


def nearest(words: str, places: Mapping[str, str]) -> tuple[str, str]:
    """The place and the sentence whose words are most like these; for the person who mends the quote."""
    sought = plain(words).split()
    best, found = 0.0, ("", "")
    for place, passage in places.items():
        parts = sentences(passage)
        for number, sentence in enumerate(parts, start=1):
            likeness = _likeness(sought, sentence.split())
            if likeness > best:
                best, found = likeness, (f"{place} s{number}" if len(parts) > 1 else place, sentence)
    return found


def _likeness(sought: list[str], sentence: list[str]) -> float:
    blocks = SequenceMatcher(None, sought, sentence, autojunk=False).get_matching_blocks()
    longest = max(block.size for block in blocks)
    # The longest run decides, so that common words scattered through a long sentence count for little.
    return longest + sum(block.size for block in blocks) / (len(sought) + 1)
