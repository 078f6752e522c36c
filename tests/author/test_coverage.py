"""Coverage: what counts as ruled, left with a reason, played and tested."""

import datetime as dt

import pytest
from attrs import evolve
from small import BOOK, GUIDANCE, SCENARIO, act, book_of, choice, entry, event, scenario, scene

from lmcs_sim.author.coverage import coverage_lines, coverage_of, coverage_record, scenarios_by_rule
from lmcs_sim.rules.checks import cited_by, faults_in_ways
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.scenario import Council, Move


def played(rule_entry, item=SCENARIO):
    book = book_of(rule_entry)
    return scenarios_by_rule(book, [item])[rule_entry.id] == (item.id,)


def one_act(*acts, **more):
    return scenario(scene("first", choice("only", acts=acts)), **more)


def test_a_rule_is_played_where_a_scenario_has_an_act_it_speaks_of():
    rule = entry("r", "guide.should-not", when=({"at": "board"},))
    assert played(rule, one_act(act("vote", at="board")))
    assert not played(rule, one_act(act("vote", at="cabinet")))
    assert not played(rule, one_act(act("speak", at="board")))
    assert not played(rule, one_act())


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2012, 2, 1), True), (dt.date(2012, 1, 1), True), (dt.date(2012, 3, 1), False)],
)
def test_a_rule_whose_provision_has_lapsed_is_not_played(day, expected):
    rule = entry("r", "guide.lapsed", honours=True)
    assert played(rule, one_act(act("vote", at="board"), date=day)) is expected


def test_a_rule_that_reads_dates_is_played_where_some_month_of_the_scenario_meets_it():
    rule = entry("r", "guide.should-not", when=({"date": {"from": dt.date(2012, 9, 1)}},))
    item = one_act(act("vote", at="board"), date=dt.date(2012, 5, 14))
    assert not played(rule, evolve(item, ends=0))
    assert played(rule, evolve(item, ends=6))


def test_a_local_rule_is_played_only_where_its_source_binds():
    rule = entry("r", "ours.should", honours=True)
    item = one_act(act("vote", at="board"))
    assert not played(rule, item)
    assert played(rule, evolve(item, council=Council(sources=("ours",))))


def test_a_rule_on_the_closing_act_is_played_only_where_its_words_can_come_to_be_done():
    rule = entry("r", "guide.must", on=("close",), when=({"done": ["agreed"]},), honours=False)
    assert not played(rule, one_act(act("vote", at="board")))
    done = scene("first", choice("only", does=("agreed",)))
    assert played(rule, scenario(done))
    assert played(rule, one_act(act("vote", does=("agreed",), at="board")))
    assert played(rule, one_act(event=(event("later", 1, does=("agreed",)),)))
    assert played(rule, one_act(carried=("done.agreed",)))


def test_what_is_not_done_is_always_possible():
    rule = entry("r", "guide.must", on=("close",), when=({"done": {"not": ["agreed"]}},), honours=False)
    assert played(rule, one_act())


def test_a_provision_is_played_by_the_rules_that_cite_it_and_by_a_measure_that_moves_by_it():
    item = scenario(
        scene("first", choice("only", moves=(Move("standing", -2, ("guide.should",)),))),
        measure=SCENARIO.measure,
    )
    book = book_of(entry("r", "guide.should-not"))
    found = {one.provision.id: one for one in coverage_of(book, [item])}
    assert found["guide.should"].scenarios == (item.id,)
    assert found["guide.must"].scenarios == ()
    assert (found["guide.should-not"].rules, found["guide.should-not"].state) == (("r",), "ruled")
    assert found["guide.must"].state == "neither"


def test_a_reason_counts_only_where_no_rule_cites():
    provisions = {name: evolve(item, unruled="pointer") for name, item in GUIDANCE.provisions.items()}
    guidance = evolve(GUIDANCE, provisions=provisions)
    found = {
        one.provision.id: one.state
        for one in coverage_of(book_of(entry("r", "guide.should-not"), guidance=guidance), [])
    }
    assert found.pop("guide.should-not") == "ruled"
    assert set(found.values()) == {"unruled"}


def test_the_record_has_the_shape_that_is_promised_and_its_parts_add_up():
    record = coverage_record(BOOK, [SCENARIO])
    assert list(record) == ["provisions", "rules", "by_source"]
    assert list(record["provisions"]) == ["total", "ruled", "unruled_with_reason", "neither"]
    assert list(record["rules"]) == ["total", "with_examples_both_ways", "played"]
    assert list(record["by_source"]) == list(GUIDANCE.sources)
    for key, whole in record["provisions"].items():
        assert sum(row[key] for row in record["by_source"].values()) == whole
    whole = record["provisions"]
    assert (
        whole["total"] == whole["ruled"] + whole["unruled_with_reason"] + whole["neither"] == len(GUIDANCE.provisions)
    )
    assert record["rules"]["total"] == len(BOOK.rules) >= record["rules"]["played"] > 0
    assert record["rules"]["with_examples_both_ways"] == sum(not faults_in_ways(rule, BOOK) for rule in BOOK.rules)


def test_the_table_names_what_is_still_to_be_done():
    lines = list(coverage_lines(BOOK, [SCENARIO]))
    assert lines[0].split()[:3] == ["Source", "Provisions", "Ruled"]
    assert len({len(line) for line in lines[: len(GUIDANCE.sources) + 2]}) == 1
    assert any(line.startswith("Neither ruled nor left with a reason: ") for line in lines)
    assert any(line.startswith("Without examples both ways: ") for line in lines)


def test_the_shipped_rules_are_cited_played_and_counted(shipped: Rulebook):
    rules: tuple[Rule, ...] = shipped.rules
    covered = {item.provision.id: item for item in coverage_of(shipped, [])}
    assert len(covered) >= 396
    for rule in rules:
        assert all(rule.id in covered[name].rules for name in cited_by(rule))
