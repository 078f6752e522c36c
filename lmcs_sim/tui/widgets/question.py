"""The question "why?" in blocks: the reasons it is put among, and the author's answer to one."""

from collections.abc import Iterable, Iterator

from textual.widget import Widget

from lmcs_sim.scenario.scenario import Reason
from lmcs_sim.tui.widgets.prose import Line, flowing, lined, styled
from lmcs_sim.tui.widgets.step_item import StepItem
from lmcs_sim.words.catalogue import said


def question_among(reasons: Iterable[Reason], given: str) -> Iterator[Widget]:
    """The question and its reasons, each to be taken; under the one that was given, by its id, the answer."""
    yield Line((said("reflection.ask"), "bold"), classes="group")
    for number, reason in enumerate(reasons, start=1):
        yield StepItem(reason.id, reason.text, number)
        if reason.id == given:
            yield answer_to(reason)


def answer_to(reason: Reason) -> Line:
    """The author's answer."""
    return Line((f"{said('reflection.answer')}: ", "bold"), flowing(reason.says), classes="answer")


def given_then(reason: Reason) -> Line:
    """A reason that was given at an earlier step, and its answer: only to be read."""
    told = Line(classes="group")
    words = ("given", reason.text), ("answer", reason.says)
    told.update(lined(*(styled((f"{said(f'reflection.{name}')}: ", "bold"), flowing(text)) for name, text in words)))
    return told
