"""Two rules that cannot both be honoured: what decides, what is undecided, and that the witness is true."""

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st
from small import DAY, GUIDANCE, POINTS, VOCABULARY, act, at, book_of, entry, rule, with_source
from strategies import FEW, acts, circumstances, entries, ready

from lmcs_sim.rules.act import Act, Circumstances, facts_of, faults_in_act
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.clashes import clashes_in, undecided
from lmcs_sim.rules.condition import Between, Holds, OneOf
from lmcs_sim.rules.entry import DepartsFrom, Unless
from lmcs_sim.rules.judging import exception_to, judge, speaks
from lmcs_sim.rules.region import outside
from lmcs_sim.rules.rulebook import Rulebook, faults_between
from lmcs_sim.rules.vocabulary import NONE


def clashes(*items, guidance=GUIDANCE):
    return list(clashes_in([rule(item, guidance) for item in items], VOCABULARY, guidance))


def winner(*items, guidance=GUIDANCE):
    (found,) = clashes(*items, guidance=guidance)
    return None if found.winner is None else found.winner.id


WANTS = entry("a", "guide.should", honours=True)
FORBIDS = entry("b", "guide.should-not")


def test_an_act_that_one_rule_wants_and_another_forbids_is_a_clash():
    (found,) = clashes(WANTS, FORBIDS)
    assert {found.one.id, found.other.id} == {"a", "b"}
    assert found.winner is None


def test_requirements_that_cannot_both_hold_are_a_clash():
    one = entry("a", "guide.must", requires={"done": ["heard"]})
    other = entry("b", "guide.must", requires={"done": {"not": ["heard"]}})
    (found,) = clashes(one, other)
    assert found.winner is None


@pytest.mark.parametrize(
    "other",
    [
        entry("b", "guide.may"),
        entry("b", "guide.should", honours=True),
        entry("b", "guide.should", requires={"done": ["heard"]}),
        entry("b", "guide.should-not", when={"at": "cabinet"}),
        entry("b", "guide.should-not", on=["speak"]),
        entry("b", "guide.should-not", unless=(Unless({"at": "board"}, ("guide.may",)),)),
        entry("b", "past-its-day.x", honours=False),
    ],
    ids=["may", "both-want", "only-requires", "apart", "another-act", "excepted-there", "never-in-force-together"],
)
def test_rules_that_can_both_be_honoured_do_not_clash(other):
    guidance = GUIDANCE
    if other.cites == ("past-its-day.x",):
        other = evolve(other, cites=("older.should",))
        guidance = with_source("older", until="2011")
    assert clashes(evolve(WANTS, when=({"at": "board"},)), other, guidance=guidance) == []


def test_an_exception_that_leaves_something_over_still_leaves_a_clash_there():
    other = evolve(FORBIDS, unless=(Unless({"at": "board", "done": ["heard"]}, ("guide.may",)),))
    (found,) = clashes(WANTS, other)
    assert found.witness["act"] == "vote"
    assert found.witness.get("at") != "board" or "heard" not in found.witness.get("done", ())


def test_exceptions_that_together_leave_nothing_leave_no_clash():
    unless = (Unless({"at": "board"}, ("guide.may",)), Unless({"at": {"not": "board"}}, ("guide.may",)))
    assert clashes(WANTS, evolve(FORBIDS, unless=unless)) == []


def test_an_act_that_could_not_leave_a_field_out_is_no_witness_that_leaves_it_out():
    unless = (Unless({"at": ["board", "cabinet", "council"]}, ("guide.may",)),)
    assert clashes(WANTS, evolve(FORBIDS, unless=unless)) == []
    spared = (Unless({"matter": ["schools", "homes"]}, ("guide.may",)),)
    (found,) = clashes(WANTS, evolve(FORBIDS, unless=spared))
    assert found.witness["matter"] == NONE


def test_a_number_left_out_lies_outside_every_range():
    spared = (Unless({"count": {"to": 3}}, ("guide.may",)), Unless({"count": {"from": 4}}, ("guide.may",)))
    grades = [evolve(item, on=("grade",)) for item in (WANTS, evolve(FORBIDS, unless=spared))]
    (found,) = clashes(*grades)
    assert found.witness["count"] == NONE


# --- What decides, in this order ---


def test_first_the_higher_rank_prevails():
    assert winner(evolve(WANTS, cites=("ours.should",)), FORBIDS) == "b"
    assert winner(WANTS, evolve(FORBIDS, cites=("act.must",), honours=False)) == "b"
    research = entry("a", "study.finding", honours=True, quality=None)
    with pytest.raises(AssertionError):
        rule(research)


def test_rank_prevails_even_over_a_rule_that_says_it_overrides():
    assert winner(evolve(WANTS, cites=("ours.should",), overrides=("b",)), FORBIDS) == "b"


def test_then_a_declared_override_prevails():
    assert winner(evolve(WANTS, overrides=("b",)), FORBIDS) == "a"
    assert winner(WANTS, evolve(FORBIDS, overrides=("a",))) == "b"


def test_a_declared_override_prevails_over_the_narrower():
    assert winner(evolve(WANTS, when=({"at": "board"},)), evolve(FORBIDS, overrides=("a",))) == "b"


def test_two_that_override_each_other_settle_nothing():
    assert winner(evolve(WANTS, overrides=("b",)), evolve(FORBIDS, overrides=("a",))) is None


def test_then_the_narrower_prevails():
    assert winner(evolve(WANTS, when=({"at": "board"},)), FORBIDS) == "a"
    assert winner(WANTS, evolve(FORBIDS, when=({"at": ["board", "cabinet"], "matter": "homes"},))) == "b"


def test_the_narrower_prevails_over_the_later_edition():
    assert winner(evolve(WANTS, cites=("older.should",), when=({"at": "board"},)), FORBIDS) == "a"


def test_then_the_later_edition_prevails():
    assert winner(evolve(WANTS, cites=("older.should",)), FORBIDS) == "b"


def test_rules_that_only_overlap_are_undecided():
    assert winner(evolve(WANTS, when=({"at": "board"},)), evolve(FORBIDS, when=({"matter": "homes"},))) is None


def test_an_undecided_clash_is_a_fault_that_names_both_rules_and_a_witness():
    book = book_of(evolve(WANTS, when=({"at": "board"},)), evolve(FORBIDS, when=({"matter": "homes"},)), decided=False)
    ((shown_at, fault),) = faults_between(book)
    assert (shown_at, fault.code) == ("a", "E023")
    for part in ("'a'", "'b'", 'act = "vote"', 'at = "board"', 'matter = "homes"'):
        assert part in fault.cause


def test_a_decided_clash_is_no_fault_and_the_loser_is_overridden():
    book = book_of(evolve(WANTS, overrides=("b",)), FORBIDS)
    assert faults_between(book) == []
    found = {ruling.rule.id: (ruling.verdict, ruling.by) for ruling in judge(book, act("vote", at="board"), at())}
    assert found == {"a": ("met", ""), "b": ("overridden", "a")}


def test_a_rule_is_overridden_only_where_the_other_also_applies():
    book = book_of(evolve(WANTS, when=({"at": "board"},)), FORBIDS)
    found = {ruling.rule.id: ruling.verdict for ruling in judge(book, act("vote", at="cabinet"), at())}
    assert found == {"b": "departed"}


def test_a_declared_departure_and_what_it_departs_from_both_stand():
    local = evolve(WANTS, cites=("ours.should",), departs_from=DepartsFrom("guide.should-not", "Council", DAY, "Why."))
    assert clashes(local, FORBIDS) == []


def test_an_override_of_a_rule_that_nothing_defines_is_a_fault():
    ((shown_at, fault),) = faults_between(book_of(evolve(WANTS, overrides=("zz",)), decided=False))
    assert (shown_at, fault.code, fault.place.path) == ("a", "E014", ("overrides", 0))


# --- Properties ---


def act_of(witness):
    """The act and the circumstances of a witness, whatever it leaves open filled in."""
    facts = dict(witness)
    name = facts.pop("act")
    day = facts.pop("date")
    done, known = facts.pop("done", frozenset()), facts.pop("known", frozenset())
    governance = facts.pop("governance", "leader-and-cabinet")
    fields = {field: value for field, value in facts.items() if value != NONE}
    for field, required in VOCABULARY.act[name].carries():
        if required and field not in fields:
            fields[field] = 0 if VOCABULARY.field[field].kind == "number" else min(VOCABULARY.field[field].words)
    made = Act(name, tuple(sorted(fields.items())))
    when = Circumstances(
        DAY.fromordinal(day), frozenset((word, None) for word in done), known, (("governance", governance),)
    )
    return made, when


NEAR = st.sampled_from((["vote"], ["vote", "speak"], ["speak", "vote", "decide"], ["grade"]))
"""Acts that rules often share, so that many pairs of rules clash."""
SPEAKING = entries("a", ["guide.should", "guide.must", "ours.should", "older.should"], NEAR, 1)
ANSWERING = entries("b", ["guide.should", "guide.should-not", "guide.must-not", "guide.must"], NEAR, 1)


@FEW
@given(SPEAKING, ANSWERING)
def test_on_the_witness_of_a_clash_both_rules_really_apply(first, second):
    one, other = ready(first), ready(second)
    assume(one is not None)
    assume(other is not None)
    for found in clashes_in([one, other], VOCABULARY, GUIDANCE):
        made, when = act_of(found.witness)
        when = evolve(when, sources=frozenset(("ours",)))
        assert faults_in_act(made, VOCABULARY, frozenset(VOCABULARY.done)) == []
        facts = facts_of(made, when, VOCABULARY)
        book = Rulebook(GUIDANCE, VOCABULARY, POINTS, (one, other))
        assert {rule.id for rule in book.applying(facts)} == {"a", "b"}
        for rule_ in (one, other):
            assert speaks(rule_, facts, when)
            assert exception_to(rule_, facts) is None
        shown = {ruling.rule.id: ruling.verdict for ruling in judge(book, made, when)}
        assert ("overridden" in shown.values()) == (found.winner is not None)
        if found.winner is None:
            assert undecided(found).code == "E023"


WANTING = SPEAKING.map(lambda item: evolve(item, honours=True, requires=None))
FORBIDDING = entries("b", ["guide.should-not", "guide.must-not"], NEAR)


@FEW
@given(WANTING, FORBIDDING, acts(), circumstances())
def test_no_act_is_wanted_by_one_rule_and_forbidden_by_another_where_no_clash_was_found(first, second, what, when):
    one, other = ready(first), ready(second)
    if one is None or other is None or list(clashes_in([one, other], VOCABULARY, GUIDANCE)):
        return
    for name in one.entry.on:
        for filled in ({}, {"matter": "homes"}, {"at": "board"}, {"at": "cabinet", "matter": "schools"}):
            fields = {**dict(what.fields), **filled}
            made = Act(
                name, tuple(sorted((key, value) for key, value in fields.items() if key in VOCABULARY.fields_of(name)))
            )
            facts = facts_of(made, when, VOCABULARY)
            assert not all(
                speaks(each, facts, when)
                and any(box.holds(facts) for box in each.applies)
                and exception_to(each, facts) is None
                for each in (one, other)
            )


WORDS, PAIR = ("board", "cabinet", "council", NONE), ("heard", "tested")
some_tests = {
    "at": st.sets(st.sampled_from(WORDS), min_size=1).map(lambda words: OneOf(frozenset(words))),
    "count": st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted).map(lambda ends: Between(*ends)),
    "done": st.sampled_from(
        [
            Holds(every=frozenset(PAIR)),
            Holds(none=frozenset(PAIR)),
            Holds(some=(frozenset(PAIR),)),
            Holds(frozenset(PAIR[:1]), (), frozenset(PAIR[1:])),
        ]
    ),
}
some_boxes = st.fixed_dictionaries({}, optional=some_tests).map(Box)
ALL_FACTS = [
    {"at": word, "count": count, "done": frozenset(done)}
    for word in WORDS
    for count in (-1, 0, 1, 2, 3, 4, NONE)
    for done in ((), PAIR[:1], PAIR[1:], PAIR)
]


@given(some_boxes, st.lists(some_boxes, max_size=3))
@example(Box(), [Box({"done": Holds(some=(frozenset(PAIR),))})])
@example(Box(), [Box({"done": Holds(frozenset(PAIR[:1]), (), frozenset(PAIR[1:]))}), Box({"count": Between(1, 2)})])
def test_what_is_left_outside_is_exactly_what_no_box_taken_out_holds(box, taken_out):
    left = list(outside(box, taken_out, VOCABULARY))
    for facts in ALL_FACTS:
        expected = box.holds(facts) and not any(other.holds(facts) for other in taken_out)
        assert any(other.holds(facts) for other in left) == expected
