"""Judging: what every rule finds of an act, with the trace that shows why."""

from attrs import frozen

from lmcs_sim.guidance.provision import Provision
from lmcs_sim.rules.act import Act, Circumstances, Facts, facts_of
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import Test
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import HONOURED, NOT_HONOURED
from lmcs_sim.rules.vocabulary import NONE

CONSIDERED = "guidance-considered"
"""The done word without which a formal departure also breaches the duty to have regard."""


@frozen
class Check:
    """One test, the value it met, and whether it held."""

    field: str
    test: Test
    value: object
    held: bool


@frozen
class Trace:
    """Why a verdict came out: the box it applied in, what it required, and what the council had done."""

    applied: tuple[Check, ...] = ()
    required: tuple[Check, ...] = ()
    needs: tuple[tuple[str, bool], ...] = ()
    """The steps a departure needs, and whether each was done before the act."""


@frozen(eq=False)
class Ruling:
    """A rule's verdict on an act. `by`: the exception's first citation, or the rule that prevailed."""

    rule: Rule
    verdict: str
    provision: Provision
    trace: Trace
    by: str = ""
    honoured: bool = False


def judge(book: Rulebook, act: Act, at: Circumstances) -> tuple[Ruling, ...]:
    """Every verdict of the rules that apply to an act, in the order of their ids."""
    facts = facts_of(act, at, book.vocabulary)
    formal = book.vocabulary.act[act.act].formal
    applying = [rule for rule in book.applying(facts) if speaks(rule, facts, at)]
    standing = {rule.id for rule in applying if exception_to(rule, facts) is None}
    explained = {
        rule.entry.departs_from.provision: rule.id
        for rule in applying
        if rule.id in standing and rule.entry.departs_from is not None and rule.entry.departs_from.date <= at.date
    }
    found: list[Ruling] = []
    for rule in applying:
        found += _rulings(book, rule, facts, formal, standing, explained)
    return tuple(found)


def ruling_on(book: Rulebook, rule: Rule, act: Act, at: Circumstances) -> Ruling:
    """One rule's verdict on an act, also where it does not apply."""
    facts = facts_of(act, at, book.vocabulary)
    if not speaks(rule, facts, at):
        return Ruling(rule, "not-in-force", rule.provision, Trace())
    if not any(box.holds(facts) for box in rule.applies):
        nearest = min(rule.applies, key=lambda box: len(box.failing(facts)))
        return Ruling(rule, "not-applicable", rule.provision, Trace(applied=_checks(nearest, facts)))
    return next(ruling for ruling in judge(book, act, at) if ruling.rule is rule)


def speaks(rule: Rule, facts: Facts, at: Circumstances) -> bool:
    """Whether the rule is in force: on the act's date, and in this council where its source is local."""
    return rule.window.holds(facts["date"]) and (rule.local is None or rule.local in at.sources)


def exception_to(rule: Rule, facts: Facts) -> str | None:
    """The first citation of the exception that takes the rule out of play; None where none does."""
    for exception in rule.unless:
        if exception.box.holds(facts):
            return exception.cites[0] if exception.cites else ""
    return None


def _rulings(
    book: Rulebook, rule: Rule, facts: Facts, formal: bool, standing: set[str], explained: dict[str, str]
) -> list[Ruling]:
    box = next(box for box in rule.applies if box.holds(facts))
    trace = Trace(_checks(box, facts), _checks(rule.requires, facts) if rule.requires else ())
    if rule.id not in standing:
        return [Ruling(rule, "excepted", rule.provision, trace, exception_to(rule, facts) or "")]
    winners = book.prevails_over.get(rule.id, frozenset()) & standing
    if winners:
        return [Ruling(rule, "overridden", rule.provision, trace, min(winners))]
    honoured = _honoured(rule, trace)
    verdict = (HONOURED if honoured else NOT_HONOURED)[rule.provision.force]
    if verdict != "departed":
        return [Ruling(rule, verdict, rule.provision, trace, honoured=honoured)]
    return _departure(book, rule, trace, facts, formal, explained.get(rule.provision.id, ""))


def _honoured(rule: Rule, trace: Trace) -> bool:
    if rule.provision.force == "may" or rule.honours is True:
        return True
    return rule.honours is None and all(check.held for check in trace.required)


def _departure(book: Rulebook, rule: Rule, trace: Trace, facts: Facts, formal: bool, declared_by: str) -> list[Ruling]:
    """A departure is computed first, then explained; one that ignored the guidance breaches the duty of regard."""
    if declared_by:
        return [Ruling(rule, "explained", rule.provision, trace, declared_by)]
    departure = rule.entry.departure
    if departure is None:
        return [Ruling(rule, "departed", rule.provision, trace)]
    done = facts["done"]
    assert isinstance(done, frozenset)
    needs = tuple((word, word in done) for word in departure.needs)
    trace = Trace(trace.applied, trace.required, needs)
    if all(was_done for _, was_done in needs):
        return [Ruling(rule, "explained", rule.provision, trace)]
    found = [Ruling(rule, "departed", rule.provision, trace)]
    if formal and CONSIDERED not in done:
        found.append(Ruling(rule, "breached", book.guidance.provisions[departure.regard], trace))
    return found


def _checks(box: Box, facts: Facts) -> tuple[Check, ...]:
    return tuple(
        Check(name, test, facts.get(name, NONE), test.holds(facts.get(name, NONE))) for name, test in box.tests
    )
