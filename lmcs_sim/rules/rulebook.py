"""The rulebook: guidance, vocabulary, rules and points, checked together and ready to judge."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from lmcs_sim.faults import Fault, fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.rules.act import Facts
from lmcs_sim.rules.clashes import Clash, clashes_in, undecided
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.rules.index import Index
from lmcs_sim.rules.rule import Rule, prepare
from lmcs_sim.rules.vocabulary import Vocabulary

Points = Mapping[str, Mapping[str, int]]
"""Points by force (must, should, holder, reach), then by verdict."""


def _by_id(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: rule.id))


@frozen(slots=False, eq=False)
class Rulebook:
    """Everything a judgement needs. Rules are kept in the order of their ids, whatever the files' order."""

    guidance: Guidance
    vocabulary: Vocabulary
    points: Points
    rules: tuple[Rule, ...] = field(converter=_by_id)
    hash: str = ""
    """Of the content of every file it was made from."""

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """Every pair of rules that pulls apart."""
        return tuple(clashes_in(self.rules, self.vocabulary, self.guidance))

    @cached_property
    def prevails_over(self) -> Mapping[str, frozenset[str]]:
        """For each rule that gives way somewhere, the rules it gives way to."""
        beaten: dict[str, set[str]] = {}
        for clash in self.clashes:
            if clash.winner is not None and clash.loser is not None:
                beaten.setdefault(clash.loser.id, set()).add(clash.winner.id)
        return {loser: frozenset(winners) for loser, winners in beaten.items()}

    @cached_property
    def _index(self) -> tuple[Index, tuple[Rule, ...]]:
        boxes = [(box, rule) for rule in self.rules for box in rule.applies]
        return Index([box for box, _ in boxes]), tuple(rule for _, rule in boxes)

    def applying(self, facts: Facts) -> tuple[Rule, ...]:
        """The rules whose `on` and `when` hold of the facts, in the order of their ids."""
        index, owners = self._index
        return tuple(dict.fromkeys([owners[position] for position in index.holding(facts)]))

    def points_of(self, force: str, verdict: str) -> int:
        """The points of a verdict; 0 where none are given."""
        return self.points.get(force, {}).get(verdict, 0)


def make_rules(
    entries: Iterable[tuple[RuleEntry, str, int]], vocabulary: Vocabulary, guidance: Guidance
) -> tuple[list[Rule], list[tuple[str, Fault]]]:
    """The rules of entries given with their file and place in it, and the faults with their file."""
    rules: list[Rule] = []
    found: list[tuple[str, Fault]] = []
    seen: dict[str, str] = {}
    for entry, file, position in entries:
        if entry.id in seen:
            cure = f"It is already in {seen[entry.id]}; give this one another id."
            found.append((file, fault("E015", f"rule id {entry.id!r} is used twice", cure, "rule", position, "id")))
            continue
        seen[entry.id] = file
        rule, wrong = prepare(entry, vocabulary, guidance)
        found += [(file, bad.within("rule", position)) for bad in wrong]
        if rule is not None:
            rules.append(rule)
    return rules, found


def faults_between(book: Rulebook) -> list[tuple[str, Fault]]:
    """What is wrong between rules, each with the id of the rule it is shown at."""
    return [(clash.one.id, undecided(clash)) for clash in book.clashes if clash.winner is None] + [
        (rule.id, bad) for rule in book.rules for bad in faults_in_overrides(rule, book)
    ]


def faults_in_overrides(rule: Rule, book: Rulebook) -> list[Fault]:
    """The rules it says it overrides and that nothing defines."""
    return [
        fault("E014", f"unknown rule {other!r}", "Name a rule by its id.", "overrides", position)
        for position, other in enumerate(rule.entry.overrides)
        if other not in book.by_id
    ]
