"""Clashes: two rules that both apply to one act and cannot both be honoured, and what decides them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from lmcs_sim.faults import Fault, fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.guidance.dates import first_day
from lmcs_sim.rules.box import inside_any, meet_any
from lmcs_sim.rules.region import as_given, witness_in
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.vocabulary import Vocabulary


@frozen
class Clash:
    """Two rules, an act on which both speak and only one can be honoured, and the rule that prevails."""

    one: Rule
    other: Rule
    witness: Mapping[str, object]
    winner: Rule | None

    @property
    def loser(self) -> Rule | None:
        """The rule that gives way; None where nothing decides."""
        if self.winner is None:
            return None
        return self.other if self.winner is self.one else self.one


def clashes_in(rules: Sequence[Rule], vocabulary: Vocabulary, guidance: Guidance) -> Iterator[Clash]:
    """Every clash of the rules, by pair, in a fixed order."""
    for one, other in _on_one_act(sorted(rules, key=lambda rule: rule.id)):
        if not _pull_apart(one, other) or _departs(one, other):
            continue
        witness = _where_both_speak(one, other, vocabulary)
        if witness is not None:
            yield Clash(one, other, witness, _prevails(one, other, guidance))


def _on_one_act(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Every pair of rules that speak about an act in common, in the order of the rules."""
    by_act: dict[str, list[int]] = defaultdict(list)
    for position, rule in enumerate(rules):
        for act in rule.entry.on:
            by_act[act].append(position)
    for position, rule in enumerate(rules):
        later = {each for act in rule.entry.on for each in by_act[act] if each > position}
        yield from ((rule, rules[each]) for each in sorted(later))


def undecided(clash: Clash) -> Fault:
    """The fault of a clash that nothing decides."""
    return fault(
        "E023",
        f"rules {clash.one.id!r} and {clash.other.id!r} cannot both be honoured where {as_given(clash.witness)}",
        "Narrow one of them, add an `unless`, or let one name the other in `overrides`.",
    )


def _pull_apart(one: Rule, other: Rule) -> bool:
    if one.requires is not None and other.requires is not None:
        return one.requires.meet(other.requires) is None
    return {one.honours, other.honours} == {True, False}


def _departs(one: Rule, other: Rule) -> bool:
    """Whether one is a council's declared departure from the other: both then stand."""
    for local, left in ((one, other), (other, one)):
        declared = local.entry.departs_from
        if declared is not None and declared.provision == left.provision.id:
            return True
    return False


def _where_both_speak(one: Rule, other: Rule, vocabulary: Vocabulary) -> dict[str, object] | None:
    exceptions = [exception.box for rule in (one, other) for exception in rule.unless]
    return witness_in(meet_any(one.at_any_date, other.at_any_date), exceptions, vocabulary)


def _prevails(one: Rule, other: Rule, guidance: Guidance) -> Rule | None:
    """Higher rank; then a declared `overrides`; then the narrower; then the later edition."""
    if one.rank != other.rank:
        return one if one.rank > other.rank else other
    first, second = other.id in one.entry.overrides, one.id in other.entry.overrides
    if first != second:
        return one if first else other
    first, second = inside_any(one.applies, other.applies), inside_any(other.applies, one.applies)
    if first != second:
        return one if first else other
    ours, theirs = (first_day(guidance.source_of(rule.provision).from_) for rule in (one, other))
    if ours != theirs:
        return one if ours > theirs else other
    return None
