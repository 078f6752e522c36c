"""What followed from a step, in blocks: the story with what changed in it, and the judgement."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from lmcs_sim.play.consequence import Consequence, Happened, Moved, Step
from lmcs_sim.play.play import Play
from lmcs_sim.play.record import Data, consequence_record
from lmcs_sim.play.why import near_miss_line, near_misses_of, reason_lines, reasons_of
from lmcs_sim.tui.widgets.finding_card import Cited, card_of
from lmcs_sim.tui.widgets.prose import Line, flowing, lined, styled
from lmcs_sim.words.catalogue import said


def story_of(play: Play, step: Step, scene: str, whole: bool) -> Iterator[Content | Cited]:
    """The story, what changed, and the ending: text, with a citation after each thing that was moved by one."""
    says = play.game.scenario.scenes[scene].step(step.id).says
    paragraphs = [Content(flowing(says))]
    for item in step.story:
        record = consequence_record(item, play.game.book)
        paragraphs.append(lined(*_happened(item, record)))
        cited: list[Data] = record["citations"]  # type: ignore[assignment]
        for number, citation in enumerate(cited if whole else cited[:1]):
            if not number:
                yield lined(*paragraphs, apart=True)
                paragraphs = []
            yield Cited(citation, "told")
    ending = step.ending
    if ending is not None:
        paragraphs.append(lined(styled((flowing(ending.title), "bold")), Content(flowing(ending.text))))
    if paragraphs:
        yield lined(*paragraphs, apart=True)


def judgement_of(play: Play, step: Step, whole: bool) -> Iterator[Widget]:
    """A card for each finding; in full, with the reasoning behind it and the rules that came near."""
    if not whole:
        for item in step.findings:
            yield from card_of(consequence_record(item, play.game.book))
        return
    for reasons in reasons_of(play):
        yield from card_of(consequence_record(reasons.finding, play.game.book), whole=True)
        yield _opened(reason_lines(reasons))
    near = [near_miss_line(act, miss, play.game.book.vocabulary) for act, miss in near_misses_of(play)]
    if near:
        yield _opened(near)


def _happened(item: Consequence, record: Data) -> Iterator[Content]:
    if isinstance(item, Happened):
        yield styled((said("result.later", when=record["when"]), "bold"))
        yield Content(flowing(str(record["text"])))
        if "luck" in record:
            yield styled((said("result.luck"), "bold"), (str(record["luck"]), "dim"))
    elif isinstance(item, Moved):
        yield styled((said("result.measure"), "bold"), str(record["text"]))
        if item.move.story:
            yield styled((said("result.story-moves-it"), "dim"))
    else:
        opening, _, rest = str(record["text"]).partition(": ")
        yield styled((f"{opening}: ", "bold"), rest)


def _opened(lines: Iterable[str]) -> Line:
    """Lines of reasoning, the opening word of each in bold."""
    parts = []
    for line in lines:
        opening, _, rest = line.partition(": ")
        parts.append(styled((f"{opening}: ", "bold"), rest))
    shown = Line(classes="inner")
    shown.update(lined(*parts))
    return shown
