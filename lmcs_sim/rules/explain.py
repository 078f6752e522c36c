"""Why a verdict came out, why another did not, and what would have changed it: each found by judging again."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from lmcs_sim.rules.act import Act, Circumstances, facts_of
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import Between
from lmcs_sim.rules.judging import Check, Ruling, judge, ruling_on, speaks
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import FINDING_ORDER
from lmcs_sim.rules.vocabulary import NONE


@frozen
class NearMiss:
    """A rule one condition short of applying, and the condition."""

    rule: Rule
    failed: Check


@frozen
class OtherDate:
    """The verdict the same act would have had on another date."""

    date: dt.date
    verdict: str


@frozen
class OtherChoice:
    """What the rule finds of another choice on offer; None where it finds nothing."""

    choice: str
    verdict: str | None


def near_misses(book: Rulebook, act: Act, at: Circumstances) -> Iterator[NearMiss]:
    """The rules in force that exactly one condition kept from applying."""
    facts = facts_of(act, at, book.vocabulary)
    for rule in book.rules:
        if not speaks(rule, facts, at):
            continue
        failing = [box.failing(facts) for box in rule.applies]
        if all(failing) and min(len(tests) for tests in failing) == 1:
            name, test = next(tests[0] for tests in failing if len(tests) == 1)
            yield NearMiss(rule, Check(name, test, facts.get(name, NONE), held=False))


def other_choices(
    book: Rulebook, rule: Rule, others: Iterable[tuple[str, tuple[Act, ...]]], at: Circumstances
) -> Iterator[OtherChoice]:
    """What the rule would have found of each other choice on offer, worst verdict first of its acts."""
    for choice, acts in others:
        verdicts = []
        circumstances = at
        for act in acts:
            verdicts += [ruling.verdict for ruling in judge(book, act, circumstances) if ruling.rule is rule]
            circumstances = evolve(circumstances, done=circumstances.done | {(word, act.matter) for word in act.does})
        found = [verdict for verdict in verdicts if verdict in FINDING_ORDER]
        yield OtherChoice(choice, min(found, key=FINDING_ORDER.index, default=None))


def other_date(book: Rulebook, ruling: Ruling, act: Act, at: Circumstances) -> OtherDate | None:
    """The first date after, or else the last before, on which the rule's verdict differs; None where none does."""
    today = at.date.toordinal()
    turns = sorted(_turning_days(book))
    now = ruling_on(book, ruling.rule, act, at).verdict
    for number in (*(day for day in turns if day > today), *(day - 1 for day in reversed(turns) if day <= today)):
        if 1 <= number < dt.date.max.toordinal():
            day = dt.date.fromordinal(number)
            verdict = ruling_on(book, ruling.rule, act, evolve(at, date=day)).verdict
            if verdict != now:
                return OtherDate(day, verdict)
    return None


def _turning_days(book: Rulebook) -> frozenset[int]:
    """The days from which some rule may speak otherwise than the day before."""
    found = set()
    for rule in book.rules:
        boxes = [*rule.applies, *(exception.box for exception in rule.unless), rule.requires or Box()]
        tests = [rule.window, *(test for box in boxes for name, test in box.tests if name == "date")]
        found |= {day for test in tests if isinstance(test, Between) for day in (test.low, test.high + 1)}
        if rule.entry.departs_from is not None:
            found.add(rule.entry.departs_from.date.toordinal())
    return frozenset(found)
