"""Why the findings of the last step came out, as lines."""

from collections.abc import Iterator

from lmcs_sim.plain.blocks import finding_lines
from lmcs_sim.plain.paragraphs import paragraphs
from lmcs_sim.play.play import Play
from lmcs_sim.play.record import finding_record
from lmcs_sim.play.why import near_miss_line, near_misses_of, reason_lines, reasons_of
from lmcs_sim.words.catalogue import said


def why_lines(play: Play) -> Iterator[str]:
    """Each finding in full with the reasoning behind it, then the rules that came near."""
    book = play.game.book
    reasons = reasons_of(play)
    if not reasons:
        yield from paragraphs(said("plain-play.nothing-to-explain"), said("command.why.label"))
    for item in reasons:
        yield from finding_lines(finding_record(item.finding, book), whole=True)
        for line in reason_lines(item):
            yield from paragraphs(line)
    for act, miss in near_misses_of(play):
        yield from paragraphs(near_miss_line(act, miss, book.vocabulary))
