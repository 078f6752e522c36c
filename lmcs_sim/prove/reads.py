"""What a judgement can depend on: the words that the rules which may speak of an act can read."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from lmcs_sim.rules.act import Act, Circumstances, Facts, facts_of
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import Holds
from lmcs_sim.rules.judging import CONSIDERED, speaks
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.vocabulary import NONE, SETS


@frozen
class Read:
    """The words whose being done, or known, may change a judgement."""

    done: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def read_by(book: Rulebook, act: Act, at: Circumstances) -> Read:
    """What the judgement of an act may read, whatever is done and known by then; `at` gives the day and the council."""
    facts = facts_of(act, at, book.vocabulary)
    done: set[str] = set()
    known: set[str] = set()
    for rule in book.rules:
        if not speaks(rule, facts, at) or not any(_may_hold(box, facts) for box in rule.applies):
            continue
        for name, test in _tests(rule):
            (done if name == "done" else known).update(_words(test))
        if rule.entry.departure is not None:
            done.update((*rule.entry.departure.needs, CONSIDERED))
    return Read(frozenset(done), frozenset(known))


def _may_hold(box: Box, facts: Facts) -> bool:
    return all(name in SETS or test.holds(facts.get(name, NONE)) for name, test in box.tests)


def _tests(rule: Rule) -> Iterator[tuple[str, Holds]]:
    """Every test of words done or known in a rule."""
    boxes = [*rule.applies, *(exception.box for exception in rule.unless)]
    if rule.requires is not None:
        boxes.append(rule.requires)
    for box in boxes:
        for name, test in box.tests:
            if isinstance(test, Holds):
                yield name, test


def _words(test: Holds) -> Iterable[str]:
    return test.every.union(test.none, *test.some)
