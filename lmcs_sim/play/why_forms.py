"""The reasons behind the last step, as plain data and as a page in Markdown."""

from collections.abc import Iterator

from lmcs_sim.play.play import Play
from lmcs_sim.play.record import Data, finding_record
from lmcs_sim.play.why import Reasons, near_miss_line, near_misses_of, reason_lines, reasons_of
from lmcs_sim.rules.sentence import test_phrase
from lmcs_sim.words.catalogue import said


def why_record(play: Play) -> Data:
    """Why each finding of the last step came out, and which rules came near, as plain data."""
    book = play.game.book
    step = play.last_step
    return {
        "scenario": play.log.scenario,
        "step": None if step is None else step.id,
        "findings": [_reasons_record(reasons, play) for reasons in reasons_of(play)],
        "near_misses": [
            {
                "rule": miss.rule.id,
                "act": act,
                "field": miss.failed.field,
                "wanted": test_phrase(miss.failed.field, miss.failed.test, book.vocabulary),
            }
            for act, miss in near_misses_of(play)
        ],
    }


def _reasons_record(reasons: Reasons, play: Play) -> Data:
    date = reasons.date
    return {
        **finding_record(reasons.finding, play.game.book),
        "sentence": reasons.sentence,
        "act": reasons.act,
        "required": [{"what": what, "held": held} for what, held in reasons.required],
        "needs": [{"what": what, "done_before": done} for what, done in reasons.needs],
        "other_choices": [{"choice": text, "verdict": verdict} for text, verdict in reasons.others],
        "other_date": None if date is None else {"date": date.date.isoformat(), "verdict": date.verdict},
    }


def why_markdown(play: Play) -> Iterator[str]:
    """The same as a page: a heading for each finding, then the rules that came near."""
    step = play.last_step
    yield f"# {said('why.page', step=said('why.nothing-yet') if step is None else step.id)}"
    for reasons in reasons_of(play):
        record = finding_record(reasons.finding, play.game.book)
        cited: list[Data] = record["citations"]  # type: ignore[assignment]
        yield ""
        yield f"## {str(record['verdict']).capitalize()}: {record['title']}"
        yield ""
        yield str(record["text"])
        yield ""
        for citation in cited:
            yield f"> {citation['quote']}"
            yield ">"
            yield f"> {citation['source']}, {citation['pinpoint']} (`{citation['provision']}`)"
            yield ""
        told = (said("lookup.because", text=record["because"]), said("lookup.instead", text=record["instead"]))
        for line in (*told, *reason_lines(reasons)):
            opening, _, rest = line.partition(": ")
            yield f"- **{opening}**: {' '.join(rest.split())}"
    misses = near_misses_of(play)
    if misses:
        yield ""
        yield f"## {said('why.near')}"
        yield ""
    for act, miss in misses:
        yield f"- {near_miss_line(act, miss, play.game.book.vocabulary)}"
