"""One act tried against every rule that speaks of such acts: each verdict with its trace, and why not."""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from lmcs_sim.guidance.dates import first_day, show
from lmcs_sim.play.findings import finding_of
from lmcs_sim.play.lookup import speaks_from
from lmcs_sim.play.record import Data, citations, finding_record
from lmcs_sim.rules.act import Act, Circumstances
from lmcs_sim.rules.condition import OneOf
from lmcs_sim.rules.judging import Check, Ruling, judge, ruling_on
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.sentence import act_phrase, test_phrase
from lmcs_sim.rules.verdict import FINDING_ORDER, is_finding
from lmcs_sim.words.verdicts import PARTS, SIGNS, WORDS, holder_in_words

_ORDER = (*FINDING_ORDER, "not-taken-up", "excepted", "overridden", "not-applicable", "not-in-force")


@frozen
class WhyNot:
    """Why a rule found nothing: not-in-force, not-binding, condition, exception, overridden or encouraged."""

    kind: str
    text: str
    near: bool = False
    """Whether one condition alone kept it from applying."""


def try_act(book: Rulebook, act: Act, at: Circumstances) -> tuple[Ruling, ...]:
    """Every verdict on an act of the rules about such acts: findings first, then the nearest to one."""
    judged = judge(book, act, at)
    found = {ruling.rule.id for ruling in judged}
    others = [rule for rule in book.rules if act.act in rule.entry.on and rule.id not in found]
    rulings = [*judged, *(ruling_on(book, rule, act, at) for rule in others)]
    return tuple(sorted(rulings, key=lambda ruling: (_ORDER.index(ruling.verdict), len(_failing(ruling)))))


def why_not(ruling: Ruling, book: Rulebook, at: Circumstances) -> WhyNot | None:
    """Why a ruling is no finding; None where it is one."""
    if is_finding(ruling.verdict):
        return None
    if ruling.verdict == "not-in-force":
        return _not_in_force(ruling.rule, book, at)
    if ruling.verdict == "not-applicable":
        failing = _failing(ruling)
        said = "; ".join(_wanted(check, book) for check in failing)
        return WhyNot("condition", f"It speaks only of this: {said}.", near=len(failing) == 1)
    if ruling.verdict == "excepted":
        cited = f" ({ruling.by})" if ruling.by else ""
        return WhyNot("exception", f"An exception takes it out of play{cited}.")
    if ruling.verdict == "overridden":
        return WhyNot("overridden", f"It gives way to {ruling.by}.")
    return WhyNot("encouraged", "The text looks for this and does not ask it.")


def _not_in_force(rule: Rule, book: Rulebook, at: Circumstances) -> WhyNot:
    if rule.local is not None and rule.local not in at.sources:
        short = book.guidance.sources[rule.local].short
        return WhyNot("not-binding", f"{short} binds only where the council names it ({rule.local}).")
    begins, ends = speaks_from(rule.provision, book)
    if ends is None or at.date < first_day(begins):
        return WhyNot("not-in-force", f"Its provision did not speak before {show(begins)}.")
    return WhyNot("not-in-force", f"Its provision lapsed: {show(ends)}.")


def _failing(ruling: Ruling) -> tuple[Check, ...]:
    return tuple(check for check in ruling.trace.applied if not check.held)


def _wanted(check: Check, book: Rulebook) -> str:
    """What a test wants, in words; the field's name where its phrase is a bare word."""
    said = test_phrase(check.field, check.test, book.vocabulary) or "anything"
    return f"{check.field}: {said}" if isinstance(check.test, OneOf) else said


def tried_record(book: Rulebook, act: Act, at: Circumstances) -> Data:
    """An act, its circumstances and every verdict on it, as plain data."""
    return {
        "act": {"act": act.act, **dict(act.fields)},
        "says": act_phrase(act, book.vocabulary),
        "date": at.date.isoformat(),
        "done": sorted(word for word, _ in at.done),
        "known": sorted(at.known),
        "standing": dict(at.standing),
        "sources": sorted(at.sources),
        "rulings": [_ruling_record(ruling, book, act, at) for ruling in try_act(book, act, at)],
    }


def _ruling_record(ruling: Ruling, book: Rulebook, act: Act, at: Circumstances) -> Data:
    reason = why_not(ruling, book, at)
    record: Data = {
        "rule": ruling.rule.id,
        "title": ruling.rule.entry.title,
        "verdict": ruling.verdict,
        "citations": citations((ruling.provision.id,), book),
        "by": ruling.by,
        "applied": [_check_record(check, book) for check in ruling.trace.applied],
        "required": [_check_record(check, book) for check in ruling.trace.required],
        "needs": [
            {"word": word, "says": book.vocabulary.done[word].says, "done": done} for word, done in ruling.trace.needs
        ],
        "why_not": None if reason is None else {"kind": reason.kind, "text": reason.text, "near_miss": reason.near},
    }
    return record | ({"finding": finding_record(finding_of(book, ruling, act), book)} if reason is None else {})


def _check_record(check: Check, book: Rulebook) -> Data:
    value: object = sorted(check.value) if isinstance(check.value, frozenset) else check.value
    if check.field == "date" and isinstance(check.value, int):
        value = dt.date.fromordinal(check.value).isoformat()
    return {
        "field": check.field,
        "wanted": test_phrase(check.field, check.test, book.vocabulary),
        "value": value,
        "held": check.held,
    }


def tried_lines(book: Rulebook, act: Act, at: Circumstances) -> Iterator[str]:
    """An act and every verdict on it, as lines to read, each opened by a word."""
    vocabulary = book.vocabulary
    phrase = act_phrase(act, vocabulary)
    yield f"Act: {phrase[:1].upper()}{phrase[1:]}."
    yield f"Date: {show(at.date.isoformat())}"
    for opening, words, says in (("Done before", {word for word, _ in at.done}, "done"), ("Known", at.known, "known")):
        if words:
            yield f"{opening}: {'; '.join(vocabulary.says(says, word) for word in sorted(words))}"
    if at.sources:
        yield f"Sources named: {', '.join(sorted(at.sources))}"
    rulings = try_act(book, act, at)
    if not rulings:
        yield "Rules: none speaks of such an act."
    for ruling in rulings:
        yield ""
        yield from _ruling_lines(ruling, book, act, at)


def _ruling_lines(ruling: Ruling, book: Rulebook, act: Act, at: Circumstances) -> Iterator[str]:
    rule = ruling.rule
    sign = f" ({SIGNS[ruling.verdict]})" if ruling.verdict in SIGNS else ""
    yield f"{WORDS[ruling.verdict]}{sign}: {rule.entry.title} ({rule.id})"
    reason = why_not(ruling, book, at)
    if reason is not None:
        yield f"{'Near miss' if reason.near else 'Why not'}: {reason.text}"
        if reason.kind in ("not-in-force", "not-binding"):
            return
    else:
        finding = finding_of(book, ruling, act)
        cited = book.guidance.cite(ruling.provision.id)
        yield f"Whose: {holder_in_words(finding.holder)}. Your part: {PARTS[finding.part]}. Points: {finding.points}."
        yield f'Rests on: {cited.source}, {cited.pinpoint}: "{cited.quote}" ({cited.provision})'
    if ruling.verdict == "explained" and ruling.by:
        yield f"Declared by: {ruling.by}"
    for check in ruling.trace.applied:
        yield f"Applies where: {_wanted(check, book)}: {_yes(check.held)}"
    for check in ruling.trace.required:
        yield f"Required: {_wanted(check, book)}: {_yes(check.held)}"
    for word, done in ruling.trace.needs:
        yield f"To depart: {book.vocabulary.done[word].says}: {_yes(done)}"


def _yes(held: bool) -> str:
    return "yes" if held else "no"
