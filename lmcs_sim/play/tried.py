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
from lmcs_sim.words.catalogue import said
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
        wanted = "; ".join(_wanted(check, book) for check in failing)
        return WhyNot("condition", said("tried.only", wanted=wanted), near=len(failing) == 1)
    if ruling.verdict == "excepted":
        told = said("tried.excepted-by", by=ruling.by) if ruling.by else said("tried.excepted")
        return WhyNot("exception", told)
    if ruling.verdict == "overridden":
        return WhyNot("overridden", said("tried.overridden", rule=ruling.by))
    return WhyNot("encouraged", said("tried.encouraged"))


def _not_in_force(rule: Rule, book: Rulebook, at: Circumstances) -> WhyNot:
    if rule.local is not None and rule.local not in at.sources:
        short = book.guidance.sources[rule.local].short
        return WhyNot("not-binding", said("tried.not-binding", source=short, id=rule.local))
    begins, ends = speaks_from(rule.provision, book)
    if ends is None or at.date < first_day(begins):
        return WhyNot("not-in-force", said("tried.not-before", day=show(begins)))
    return WhyNot("not-in-force", said("tried.lapsed", day=show(ends)))


def _failing(ruling: Ruling) -> tuple[Check, ...]:
    return tuple(check for check in ruling.trace.applied if not check.held)


def _wanted(check: Check, book: Rulebook) -> str:
    """What a test wants, in words; the field's name where its phrase is a bare word."""
    phrase = test_phrase(check.field, check.test, book.vocabulary) or said("tried.anything")
    return f"{check.field}: {phrase}" if isinstance(check.test, OneOf) else phrase


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
    yield said("why.act", act=f"{phrase[:1].upper()}{phrase[1:]}")
    yield said("tried.date", day=show(at.date.isoformat()))
    for name, words in (("done", {word for word, _ in at.done}), ("known", at.known)):
        if words:
            yield said(f"tried.{name}", what="; ".join(vocabulary.says(name, word) for word in sorted(words)))
    if at.sources:
        yield said("tried.sources", ids=", ".join(sorted(at.sources)))
    rulings = try_act(book, act, at)
    if not rulings:
        yield said("tried.no-rules")
    for ruling in rulings:
        yield ""
        yield from _ruling_lines(ruling, book, act, at)


def _ruling_lines(ruling: Ruling, book: Rulebook, act: Act, at: Circumstances) -> Iterator[str]:
    rule = ruling.rule
    sign = f" ({SIGNS[ruling.verdict]})" if ruling.verdict in SIGNS else ""
    yield f"{WORDS[ruling.verdict]}{sign}: {rule.entry.title} ({rule.id})"
    reason = why_not(ruling, book, at)
    if reason is not None:
        yield said("tried.near-miss" if reason.near else "tried.why-not", why=reason.text)
        if reason.kind in ("not-in-force", "not-binding"):
            return
    else:
        finding = finding_of(book, ruling, act)
        cited = book.guidance.cite(ruling.provision.id)
        holder, part = holder_in_words(finding.holder), PARTS[finding.part]
        yield said("tried.whose", holder=holder, part=part, points=finding.points)
        citation = f'{cited.source}, {cited.pinpoint}: "{cited.quote}" ({cited.provision})'
        yield said("lookup.rests-on", law=citation)
    if ruling.verdict == "explained" and ruling.by:
        yield said("tried.declared", provision=ruling.by)
    for check in ruling.trace.applied:
        yield said("tried.applies", what=_wanted(check, book), held=_yes(check.held))
    for check in ruling.trace.required:
        yield said("tried.required", what=_wanted(check, book), held=_yes(check.held))
    for word, done in ruling.trace.needs:
        yield said("tried.to-depart", what=book.vocabulary.done[word].says, held=_yes(done))


def _yes(held: bool) -> str:
    return said("tried.yes" if held else "tried.no")
