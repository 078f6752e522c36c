"""Rules inside others: one speaks only where another already does, and finds the same on the same ground."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from lmcs_sim.faults import Fault, fault
from lmcs_sim.rules.box import Box, meet_any
from lmcs_sim.rules.region import as_given, witness_in
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.vocabulary import Vocabulary


def rules_inside_others(book: Rulebook) -> Iterator[tuple[tuple[str, str], Fault]]:
    """Each rule that another makes needless, with the ids of both, the needless one first."""
    by_provision = defaultdict(list)
    for rule in book.rules:
        by_provision[rule.provision.id].append(rule)
    for rules in by_provision.values():
        for one, other in combinations(rules, 2):
            if finds_alike(one, other):
                yield from _needless(one, other, book.vocabulary)


def finds_alike(one: Rule, other: Rule) -> bool:
    """Whether two rules find the same, on the same ground, of every act on which both speak."""
    return (
        one.provision is other.provision
        and one.honours == other.honours
        and _same(one.requires, other.requires)
        and one.quality_by == other.quality_by
        and one.entry.departure == other.entry.departure
        and one.entry.departs_from is other.entry.departs_from is None
    )


def _same(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.inside(other) and other.inside(one)


def within(narrow: Rule, wide: Rule, vocabulary: Vocabulary) -> bool:
    """Whether the first speaks on some act, and on none on which the second does not speak."""
    spared = [exception.box for exception in narrow.unless]
    if witness_in(narrow.at_any_date, spared, vocabulary) is None:
        return False
    beyond = witness_in(narrow.at_any_date, [*spared, *wide.at_any_date], vocabulary)
    excepted = meet_any(narrow.at_any_date, [exception.box for exception in wide.unless])
    return beyond is None and witness_in(excepted, spared, vocabulary) is None


def _needless(one: Rule, other: Rule, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, str], Fault]]:
    first_within, second_within = within(one, other, vocabulary), within(other, one, vocabulary)
    if first_within and second_within:
        cause = f"rules {one.id!r} and {other.id!r} find the same of the same acts"
        yield (other.id, one.id), _fault(cause, other, vocabulary)
    elif first_within or second_within:
        narrow, wide = (one, other) if first_within else (other, one)
        cause = f"rule {narrow.id!r} speaks only where {wide.id!r} does, and finds the same"
        yield (narrow.id, wide.id), _fault(cause, narrow, vocabulary)


def _fault(cause: str, narrow: Rule, vocabulary: Vocabulary) -> Fault:
    witness = witness_in(narrow.at_any_date, [exception.box for exception in narrow.unless], vocabulary)
    assert witness is not None
    cure = "Each act would be judged twice. Keep one of them, or let them find different things."
    return fault("E062", f"{cause}, as where {as_given(witness)}", cure, "id")
