"""Clashes: two rules that both apply to one act and cannot both be honoured, and what decides them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from lmcs_sim.faults import Fault, fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.guidance.dates import first_day
from lmcs_sim.rules.box import Box, inside_any, meet_any
from lmcs_sim.rules.condition import HIGHEST, LOWEST, Between, Holds, OneOf, Test
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.vocabulary import NONE, Vocabulary


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
    for one, other in combinations(sorted(rules, key=lambda rule: rule.id), 2):
        if not set(one.entry.on) & set(other.entry.on) or not _pull_apart(one, other) or _departs(one, other):
            continue
        witness = _where_both_speak(one, other, vocabulary)
        if witness is not None:
            yield Clash(one, other, witness, _prevails(one, other, guidance))


def undecided(clash: Clash) -> Fault:
    """The fault of a clash that nothing decides."""
    shown = ", ".join(f"{name} = {_show(value)}" for name, value in sorted(clash.witness.items()))
    return fault(
        "E023",
        f"rules {clash.one.id!r} and {clash.other.id!r} both speak on {{ {shown} }} and cannot both be honoured",
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
    for both in meet_any(one.at_any_date, other.at_any_date):
        for left in outside(both, exceptions, vocabulary):
            witness = _as_an_act(left, vocabulary)
            if witness is not None:
                return witness
    return None


def _as_an_act(box: Box, vocabulary: Vocabulary) -> dict[str, object] | None:
    """Facts in the box that an act can have: what must be said of it is not left out."""
    tests = dict(box.tests)
    acts = tests["act"]
    assert isinstance(acts, OneOf)
    for act in sorted(acts.words):
        said: dict[str, Test] = {"act": OneOf(frozenset((act,)))}
        for name in vocabulary.always_said(act) & set(tests):
            number = vocabulary.field[name].kind == "number"
            said[name] = Between() if number else OneOf(frozenset(_words_of(name, vocabulary)))
        real = box.meet(Box(said))
        if real is not None:
            return real.example()
    return None


def outside(box: Box, taken_out: Sequence[Box], vocabulary: Vocabulary) -> Iterator[Box]:
    """Boxes that together are what is left of a box once others are taken out of it."""
    if not taken_out:
        yield box
        return
    first, rest = taken_out[0], taken_out[1:]
    for name, test in first.tests:
        for other in _complement(name, test, vocabulary):
            left = box.meet(Box({name: other}))
            if left is not None:
                yield from outside(left, rest, vocabulary)


def _complement(name: str, test: Test, vocabulary: Vocabulary) -> Iterator[Test]:
    if isinstance(test, OneOf):
        words = vocabulary.act if name == "act" else _words_of(name, vocabulary)
        left = frozenset((*words, NONE)) - test.words
        if left:
            yield OneOf(left)
    elif isinstance(test, Between):
        if test.low > LOWEST:
            yield Between(high=test.low - 1)
        if test.high < HIGHEST:
            yield Between(low=test.high + 1)
        if name != "date":
            yield OneOf(frozenset((NONE,)))
    else:
        yield from _complement_of_set(test)


def _complement_of_set(test: Holds) -> Iterator[Test]:
    for word in sorted(test.every):
        yield Holds(none=frozenset((word,)))
    for word in sorted(test.none):
        yield Holds(every=frozenset((word,)))
    for group in test.some:
        yield Holds(none=group)


def _words_of(name: str, vocabulary: Vocabulary) -> Sequence[str]:
    entry = vocabulary.field[name]
    return ("true", "false") if entry.kind == "flag" else tuple(entry.words)


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


def _show(value: object) -> str:
    if isinstance(value, frozenset):
        return "[" + ", ".join(f'"{word}"' for word in sorted(value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
