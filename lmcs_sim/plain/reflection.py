"""The question "why?", as lines: the reasons that are put, and the author's answer to one."""

from collections.abc import Iterator

from lmcs_sim.plain.paragraphs import paragraphs
from lmcs_sim.play.play import Play
from lmcs_sim.play.reflection import reasons_for
from lmcs_sim.scenario.scenario import Reason
from lmcs_sim.words.catalogue import said


def question_lines(play: Play) -> Iterator[str]:
    """The reasons put after the last step; nothing where none are."""
    reasons = reasons_for(play)
    if not reasons:
        return
    yield ""
    yield from paragraphs(said("reflection.ask"), said("reflection.opening"))
    for number, reason in enumerate(reasons, start=1):
        text = " ".join(reason.text.split())
        yield from paragraphs(said("reflection.option", number=number, text=text, id=reason.id))
    yield from paragraphs(said("reflection.how"))


def answer_lines(reason: Reason) -> Iterator[str]:
    """The reason that was given, and what the author answers."""
    yield from paragraphs(reason.text, said("reflection.given"))
    yield from paragraphs(reason.says, said("reflection.answer"))
