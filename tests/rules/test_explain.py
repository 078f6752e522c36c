"""Why not, what would have changed it, and another date: each true when judged again."""

import datetime as dt

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from small import GUIDANCE, POINTS, VOCABULARY, act, at, book_of, entry
from strategies import FEW, acts, circumstances, rules

from lmcs_sim.play.findings import judge_acts
from lmcs_sim.rules.act import facts_of
from lmcs_sim.rules.explain import near_misses, other_choices, other_date
from lmcs_sim.rules.judging import judge, ruling_on
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import FINDING_ORDER

VOTE = act("vote", at="board")


def book_from(made):
    return Rulebook(GUIDANCE, VOCABULARY, POINTS, tuple(made))


def test_a_near_miss_names_the_one_condition_that_failed_and_the_value_it_met():
    book = book_of(entry("r", "guide.should-not", when={"at": "board", "matter": "homes"}))
    (miss,) = near_misses(book, act("vote", at="cabinet", matter="homes"), at())
    assert (miss.rule.id, miss.failed.field, miss.failed.value, miss.failed.held) == ("r", "at", "cabinet", False)
    assert list(near_misses(book, act("vote", at="cabinet"), at())) == []
    assert list(near_misses(book, act("vote", at="board", matter="homes"), at())) == []


def test_a_rule_not_in_force_is_no_near_miss():
    book = book_of(entry("r", "guide.lapsed", when={"at": "board"}, honours=True))
    assert list(near_misses(book, act("vote", at="cabinet"), at())) == []
    assert list(near_misses(book, act("vote", at="cabinet"), at(dt.date(2012, 1, 2))))


@FEW
@given(rules(), acts(), circumstances())
def test_a_near_miss_applies_once_its_failed_condition_is_mended(made, what, when):
    book = book_from(made)
    facts = facts_of(what, when, VOCABULARY)
    missed = list(near_misses(book, what, when))
    for miss in missed:
        assert not any(box.holds(facts) for box in miss.rule.applies)
        mended = {**facts, miss.failed.field: miss.failed.test.example()}
        assert any(box.holds(mended) for box in miss.rule.applies)
    by_hand = {
        rule.id
        for rule in book.rules
        if rule.window.holds(facts["date"])
        and (rule.local is None or rule.local in when.sources)
        and min(len(box.failing(facts)) for box in rule.applies) == 1
    }
    assert {miss.rule.id for miss in missed} == by_hand


def test_another_choice_is_judged_and_never_guessed():
    book = book_of(
        entry("r", "guide.must", on=["decide"], requires={"done": ["heard"]}),
        entry("s", "guide.should", on=["speak"], honours=True),
    )
    late = (act("speak", ["heard"], at="board"), act("decide", at="cabinet"))
    others = [("bare", (act("decide", at="cabinet"),)), ("heard-first", late), ("nothing", ())]
    found = {item.choice: item.verdict for item in other_choices(book, book.by_id["r"], others, at(done=["agreed"]))}
    assert found == {"bare": "breached", "heard-first": "met", "nothing": None}


@FEW
@given(rules(), st.lists(st.lists(acts(), max_size=2), max_size=3), circumstances())
def test_what_another_choice_would_have_given_is_what_it_gives_when_taken(made, choices, when):
    book = book_from(made)
    others = [(f"c{n}", tuple(done)) for n, done in enumerate(choices)]
    for rule in book.rules:
        for item in other_choices(book, rule, others, when):
            taken = judge_acts(book, dict(others)[item.choice], when)[0]
            given_now = [finding.ruling.verdict for finding in taken if finding.ruling.rule is rule]
            if rule.quality_by is None and rule.entry.departure is None:
                assert item.verdict == (min(given_now, key=FINDING_ORDER.index) if given_now else None)


def test_another_date_is_the_first_on_which_the_verdict_differs():
    book = book_of(entry("r", "guide.lapsed", honours=False))
    (ruling,) = judge(book, VOTE, at(dt.date(2012, 1, 9)))
    found = other_date(book, ruling, VOTE, at(dt.date(2012, 1, 9)))
    assert (found.date, found.verdict) == (dt.date(2012, 3, 1), "not-in-force")


def test_another_date_before_is_the_last_on_which_it_differed():
    book = book_of(entry("r", "guide.must", honours=False))
    (ruling,) = judge(book, VOTE, at())
    found = other_date(book, ruling, VOTE, at())
    assert (found.date, found.verdict) == (dt.date(2011, 12, 31), "not-in-force")


def test_another_date_reads_the_conditions_on_the_date_too():
    until = {"date": {"to": dt.date(2012, 9, 9)}}
    book = book_of(entry("r", "guide.must", when=until, honours=False))
    (ruling,) = judge(book, VOTE, at())
    found = other_date(book, ruling, VOTE, at())
    assert (found.date, found.verdict) == (dt.date(2012, 9, 10), "not-applicable")


def test_there_is_no_other_date_for_what_was_always_so():
    book = book_of(entry("r", "act.must", honours=False), guidance=evolve(GUIDANCE, sources=_with_old_act()))
    (ruling,) = judge(book, VOTE, at())
    assert other_date(book, ruling, VOTE, at()) is None


def _with_old_act():
    return {**GUIDANCE.sources, "act": evolve(GUIDANCE.sources["act"], from_="0001")}


@FEW
@given(rules(), acts(), circumstances())
def test_another_date_is_true_when_judged_again_and_no_nearer_day_differs(made, what, when):
    book = book_from(made)
    found = [ruling for ruling in judge(book, what, when) if ruling.provision is ruling.rule.provision]
    assume(found)
    ruling = found[0]
    other = other_date(book, ruling, what, when)
    if other is None:
        return
    assert other.verdict != ruling.verdict
    assert ruling_on(book, ruling.rule, what, evolve(when, date=other.date)).verdict == other.verdict
    step = 1 if other.date > when.date else -1
    span = min(abs((other.date - when.date).days) - 1, 400)
    for days in range(1, span + 1, 7):
        between = when.date + dt.timedelta(days=days * step)
        assert ruling_on(book, ruling.rule, what, evolve(when, date=between)).verdict == ruling.verdict
    eve = other.date - dt.timedelta(days=step)
    assert ruling_on(book, ruling.rule, what, evolve(when, date=eve)).verdict == ruling.verdict
