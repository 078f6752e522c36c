"""Judging: what every rule finds of an act, with the trace that shows why."""

from types import MappingProxyType
from typing import NamedTuple

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


_UNTESTED = Box()

# Judging makes many of these values each time. Named tuples are as frozen as those of attrs, and made in a third of the
# time.


class Check(NamedTuple):
    """One test, the value it met, and whether it held."""

    field: str
    test: Test
    value: object
    held: bool


class Trace(NamedTuple):
    """Why a verdict came out: the box it applied in, what it required, and what the council had done.

    It keeps what was judged, and sets the checks out when it is read: most judgements are never asked why.
    """

    box: Box = _UNTESTED
    requires: Box = _UNTESTED
    facts: Facts = MappingProxyType({})
    needs: tuple[tuple[str, bool], ...] = ()
    """The steps a departure needs, and whether each was done before the act."""

    @property
    def applied(self) -> tuple[Check, ...]:
        """Each test of where the rule applies."""
        return _checks(self.box, self.facts)

    @property
    def required(self) -> tuple[Check, ...]:
        """Each test of what the rule requires."""
        return _checks(self.requires, self.facts)


class Ruling(NamedTuple):
    """A rule's verdict on an act. `by`: the exception's first citation, or the rule that prevailed.

    Two rulings are equal only when they are the same one.
    """

    rule: Rule
    verdict: str
    provision: Provision
    trace: Trace
    by: str = ""
    honoured: bool = False

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return object.__hash__(self)


class _Case(NamedTuple):
    """What one rule's verdict depends on beside the rule."""

    book: Rulebook
    facts: Facts
    formal: bool
    applying: list[Rule]
    excepted: dict[str, str]
    """The rules taken out of play, and the first citation of what took each out."""
    explained: dict[str, str]
    """The provisions departed from by a declared departure, and the rule that declares it."""


def judge(book: Rulebook, act: Act, at: Circumstances) -> tuple[Ruling, ...]:
    """Every verdict of the rules that apply to an act, in the order of their ids."""
    facts = facts_of(act, at, book.vocabulary)
    applying = [rule for rule in book.applying(facts) if speaks(rule, facts, at)]
    excepted: dict[str, str] = {}
    explained: dict[str, str] = {}
    for rule in applying:
        declared = rule.entry.departs_from
        if rule.unless and (by := exception_to(rule, facts)) is not None:
            excepted[rule.id] = by
        elif declared is not None and declared.date <= at.date:
            explained[declared.provision] = rule.id
    case = _Case(book, facts, book.vocabulary.act[act.act].formal, applying, excepted, explained)
    found: list[Ruling] = []
    for rule in applying:
        found += _rulings(rule, case)
    return tuple(found)


def ruling_on(book: Rulebook, rule: Rule, act: Act, at: Circumstances) -> Ruling:
    """One rule's verdict on an act, also where it does not apply."""
    facts = facts_of(act, at, book.vocabulary)
    if not speaks(rule, facts, at):
        return Ruling(rule, "not-in-force", rule.provision, Trace())
    if not any(box.holds(facts) for box in rule.applies):
        nearest = min(rule.applies, key=lambda box: len(box.failing(facts)))
        return Ruling(rule, "not-applicable", rule.provision, Trace(nearest, facts=facts))
    return next(ruling for ruling in judge(book, act, at) if ruling.rule is rule)


def speaks(rule: Rule, facts: Facts, at: Circumstances) -> bool:
    """Whether the rule is in force: on the act's date, and in this council where its source is local."""
    window = rule.window
    in_force = window.low <= facts["date"] <= window.high  # type: ignore[operator]
    return in_force and (rule.local is None or rule.local in at.sources)


def exception_to(rule: Rule, facts: Facts) -> str | None:
    """The first citation of the exception that takes the rule out of play; None where none does."""
    for exception in rule.unless:
        if exception.box.holds(facts):
            return exception.cites[0] if exception.cites else ""
    return None


def _rulings(rule: Rule, case: _Case) -> tuple[Ruling, ...]:
    book, facts, excepted = case.book, case.facts, case.excepted
    trace = Trace(_box_of(rule, facts), rule.requires or _UNTESTED, facts)
    if excepted and rule.id in excepted:
        return (Ruling(rule, "excepted", rule.provision, trace, excepted[rule.id]),)
    if rule.id in book.prevails_over:
        winners = _standing(case) & book.prevails_over[rule.id]
        if winners:
            return (Ruling(rule, "overridden", rule.provision, trace, min(winners)),)
    honoured = _honoured(rule, facts)
    verdict = (HONOURED if honoured else NOT_HONOURED)[rule.force]
    if verdict != "departed":
        return (Ruling(rule, verdict, rule.provision, trace, "", honoured),)
    return _departure(rule, trace, case)


def _standing(case: _Case) -> set[str]:
    return {rule.id for rule in case.applying} - case.excepted.keys()


def _box_of(rule: Rule, facts: Facts) -> Box:
    """The first box that a rule which applies does so in."""
    return rule.applies[0] if len(rule.applies) == 1 else next(box for box in rule.applies if box.holds(facts))


def _honoured(rule: Rule, facts: Facts) -> bool:
    honours = rule.honours
    if honours or rule.force == "may":
        return True
    return honours is None and (rule.requires is None or rule.requires.holds(facts))


def _departure(rule: Rule, trace: Trace, case: _Case) -> tuple[Ruling, ...]:
    """A departure is computed first, then explained; one that ignored the guidance breaches the duty of regard."""
    declared_by = case.explained.get(rule.provision.id)
    if declared_by:
        return (Ruling(rule, "explained", rule.provision, trace, declared_by),)
    departure = rule.entry.departure
    if departure is None:
        return (Ruling(rule, "departed", rule.provision, trace),)
    done = case.facts["done"]
    assert isinstance(done, frozenset)
    trace = trace._replace(needs=tuple([(word, word in done) for word in departure.needs]))
    if done.issuperset(departure.needs):
        return (Ruling(rule, "explained", rule.provision, trace),)
    departed = Ruling(rule, "departed", rule.provision, trace)
    if not case.formal or CONSIDERED in done:
        return (departed,)
    return departed, Ruling(rule, "breached", case.book.guidance.provisions[departure.regard], trace)


def _checks(box: Box, facts: Facts) -> tuple[Check, ...]:
    return tuple([Check(name, test, value := facts.get(name, NONE), test.holds(value)) for name, test in box.tests])
