"""Coverage: which provisions are ruled, which rules are played, and which are tested by examples of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.play.engine import CLOSE
from lmcs_sim.play.record import Data
from lmcs_sim.rules.act import Act
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.checks import cited_by, faults_in_ways
from lmcs_sim.rules.condition import Between, Holds, Test
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.vocabulary import NONE, SETS
from lmcs_sim.scenario.scenario import Scenario

Played = Mapping[str, tuple[str, ...]]
"""For each rule, the ids of the scenarios that can play it."""


@frozen
class Covered:
    """A provision, the rules that cite it, and the scenarios that can play one of these."""

    provision: Provision
    rules: tuple[str, ...]
    scenarios: tuple[str, ...]

    @property
    def state(self) -> str:
        """Whether it is ruled, left unruled for a reason, or neither."""
        if self.rules:
            return "ruled"
        return "unruled" if self.provision.unruled else "neither"


@frozen
class _Reach:
    """All that a scenario can bring before a rule, on whatever path."""

    acts: frozenset[Act]
    words: Mapping[str, frozenset[str]]
    """The words that may come to be done, and to be known."""
    days: Between
    standing: Mapping[str, str]
    sources: frozenset[str]


def scenarios_by_rule(book: Rulebook, scenarios: Iterable[Scenario]) -> Played:
    """For each rule, the scenarios that have an act it can speak of."""
    reaches = {scenario.id: _reach_of(scenario) for scenario in scenarios}
    defaults = {name: entry.default for name, entry in book.vocabulary.field.items() if entry.default != NONE}
    return {
        rule.id: tuple(name for name, reach in reaches.items() if _can_play(rule, reach, defaults))
        for rule in book.rules
    }


def _reach_of(scenario: Scenario) -> _Reach:
    steps = [step for scene in scenario.scene for step in scene.steps]
    acts = frozenset(act for step in steps for act in step.acts) | {CLOSE}
    words: dict[str, set[str]] = {"done": {word for act in acts for word in act.does}, "known": set()}
    for item in (*steps, *scenario.event):
        words["done"] |= set(item.does)
        words["known"] |= set(item.finds)
    for name in scenario.carried:
        kind, _, word = name.partition(".")
        words.get(kind, set()).add(word)
    last = max([scenario.ends, *(scene.month for scene in scenario.scene)])
    return _Reach(
        acts,
        {kind: frozenset(found) for kind, found in words.items()},
        Between(scenario.date.toordinal(), add_months(scenario.date, last).toordinal()),
        dict(scenario.standing),
        frozenset(scenario.council.sources),
    )


def _can_play(rule: Rule, reach: _Reach, defaults: Mapping[str, str]) -> bool:
    if rule.local is not None and rule.local not in reach.sources:
        return False
    return any(
        _may_hold(box, {**defaults, **reach.standing, **dict(act.fields), "act": act.act}, reach)
        for box in rule.at_any_date
        for act in reach.acts
    )


def _may_hold(box: Box, facts: Mapping[str, str | int], reach: _Reach) -> bool:
    return all(_may_pass(name, test, facts, reach) for name, test in box.tests)


def _may_pass(name: str, test: Test, facts: Mapping[str, str | int], reach: _Reach) -> bool:
    if name == "date":
        return reach.days.meet(test) is not None if isinstance(test, Between) else False
    if name in SETS and isinstance(test, Holds):
        words = reach.words[name]
        return test.every <= words and all(group & words for group in test.some)
    return test.holds(facts.get(name, NONE))


def coverage_of(book: Rulebook, scenarios: Iterable[Scenario]) -> tuple[Covered, ...]:
    """Every provision, with what rules it and what plays it: a rule that cites it, or a measure that moves by it."""
    scenarios = tuple(scenarios)
    played = scenarios_by_rule(book, scenarios)
    rules: dict[str, list[str]] = {}
    playing: dict[str, set[str]] = {}
    for rule in book.rules:
        for name in cited_by(rule):
            rules.setdefault(name, []).append(rule.id)
            playing.setdefault(name, set()).update(played[rule.id])
    for scenario in scenarios:
        for name in _moved_by(scenario):
            playing.setdefault(name, set()).add(scenario.id)
    return tuple(
        Covered(
            provision,
            tuple(rules.get(name, ())),
            tuple(scenario.id for scenario in scenarios if scenario.id in playing.get(name, ())),
        )
        for name, provision in book.guidance.provisions.items()
    )


def _moved_by(scenario: Scenario) -> frozenset[str]:
    steps = [step for scene in scenario.scene for step in scene.steps]
    return frozenset(name for item in (*steps, *scenario.event) for move in item.moves for name in move.cites)


def coverage_record(book: Rulebook, scenarios: Iterable[Scenario]) -> Data:
    """Coverage as plain data, counted whole and by source."""
    scenarios = tuple(scenarios)
    covered = coverage_of(book, scenarios)
    played = scenarios_by_rule(book, scenarios)
    return {
        "provisions": _counted(covered),
        "rules": {
            "total": len(book.rules),
            "with_examples_both_ways": sum(not faults_in_ways(rule, book) for rule in book.rules),
            "played": sum(bool(names) for names in played.values()),
        },
        "by_source": {
            source: _counted([item for item in covered if item.provision.source == source])
            for source in book.guidance.sources
        },
    }


def coverage_lines(book: Rulebook, scenarios: Iterable[Scenario]) -> Iterator[str]:
    """Coverage in words: a table by source, the rules, and what is still to be done."""
    scenarios = tuple(scenarios)
    covered = coverage_of(book, scenarios)
    played = scenarios_by_rule(book, scenarios)
    rows: list[tuple[str, ...]] = [
        ("Source", "Provisions", "Ruled", "Left, with a reason", "Neither", "Played"),
        *(
            _row(source.short, [item for item in covered if item.provision.source == source.id])
            for source in book.guidance.sources.values()
        ),
        _row("All", covered),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells])
    yield ""
    lacking = [rule.id for rule in book.rules if faults_in_ways(rule, book)]
    waiting = [rule.id for rule in book.rules if not played[rule.id]]
    count = len(book.rules)
    ways, plays = count - len(lacking), count - len(waiting)
    yield f"Rules: {count}. With examples both ways: {ways}. Played by a scenario: {plays}."
    neither = [item.provision.id for item in covered if item.state == "neither"]
    for opening, names in (
        ("Neither ruled nor left with a reason", neither),
        ("Without examples both ways", lacking),
        ("Waiting for a scenario", waiting),
    ):
        if names:
            yield f"{opening}: {', '.join(names)}"


def _row(name: str, covered: Sequence[Covered]) -> tuple[str, ...]:
    played = sum(bool(item.scenarios) for item in covered)
    return (name, *(str(number) for number in (*_counted(covered).values(), played)))


def _counted(covered: Iterable[Covered]) -> dict[str, int]:
    states = [item.state for item in covered]
    return {
        "total": len(states),
        "ruled": states.count("ruled"),
        "unruled_with_reason": states.count("unruled"),
        "neither": states.count("neither"),
    }
