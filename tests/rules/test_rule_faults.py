"""Rules, examples and vocabularies that say too much, too little or what nothing defines."""

import datetime as dt

import pytest
from attrs import evolve
from small import DAY, DEPARTURE, GUIDANCE, QUALITY, VOCABULARY, act, book_of, entry

from lmcs_sim.rules.act import ActTable
from lmcs_sim.rules.entry import DepartsFrom, Departure, Example, Unless
from lmcs_sim.rules.examples import circumstances_of, faults_in_examples
from lmcs_sim.rules.rule import prepare
from lmcs_sim.rules.rulebook import make_rules
from lmcs_sim.rules.vocabulary import ActWord, Field, Vocabulary, Word

LOCAL = DepartsFrom("guide.should", "Council", DAY, "Why.")


def faults(item, **changes):
    made, found = prepare(evolve(item, **changes), VOCABULARY, GUIDANCE)
    assert (made is None) == bool(found)
    return [(bad.code, str(bad.place)) for bad in found]


SHOULD = entry("r", "guide.should", honours=True)
FORBIDS = entry("r", "guide.should-not")
RESEARCH = entry("r", "study.finding", honours=True, quality=QUALITY)


@pytest.mark.parametrize("item", [SHOULD, FORBIDS, RESEARCH, entry("r", "guide.may")])
def test_a_rule_that_says_what_it_should_has_no_faults(item):
    assert faults(item) == []


@pytest.mark.parametrize(
    ("item", "changes", "expected"),
    [
        (SHOULD, {"cites": ("guide.shuold",)}, ("E014", "cites[0]")),
        (SHOULD, {"cites": ("guide.should", "guide.nothing")}, ("E014", "cites[1]")),
        (SHOULD, {"cites": ()}, ("E012", "cites")),
        (SHOULD, {"on": ()}, ("E012", "on")),
        (SHOULD, {"on": ("vote", "vot")}, ("E013", "on[1]")),
        (SHOULD, {"tags": ("overreach",)}, ("E013", "tags[0]")),
        (SHOULD, {"part": "mine"}, ("E013", "part")),
        (SHOULD, {"unless": (Unless({}, ("guide.nothing",)),)}, ("E014", "unless[0].cites[0]")),
        (SHOULD, {"departure": evolve(DEPARTURE, regard="guide.nothing")}, ("E014", "departure.regard")),
        (SHOULD, {"departure": evolve(DEPARTURE, needs=("herd",))}, ("E013", "departure.needs[0]")),
        (RESEARCH, {"quality": evolve(QUALITY, dimension="luck")}, ("E013", "quality.dimension")),
        (SHOULD, {"departs_from": evolve(LOCAL, provision="guide.nothing")}, ("E014", "departs-from.provision")),
        (SHOULD, {"when": ({}, {"at": "bord"})}, ("E013", "when[1].at")),
        (SHOULD, {"when": ({"who": "head"},)}, ("E021", "when[0].who")),
        (SHOULD, {"on": ("vote", "close"), "when": ({"at": "board"},)}, ("E021", "when[0].at")),
        (SHOULD, {"when": ({"measure": {"trust": 3}},)}, ("E021", "when[0].measure")),
        (SHOULD, {"when": ({"act": "speak"},)}, ("E020", "when[0].act")),
        (SHOULD, {"honours": None, "requires": {"who": "head"}}, ("E021", "requires.who")),
        (SHOULD, {"unless": (Unless({"who": "head"}, ()),)}, ("E021", "unless[0].when.who")),
        (SHOULD, {"requires": {"done": ["heard"]}}, ("E020", "")),
        (SHOULD, {"honours": None}, ("E020", "")),
        (FORBIDS, {"honours": True}, ("E020", "")),
        (FORBIDS, {"requires": {"done": ["heard"]}}, ("E020", "")),
        (entry("r", "guide.may"), {"honours": True}, ("E020", "")),
        (entry("r", "guide.may"), {"requires": {"done": ["heard"]}}, ("E020", "")),
        (SHOULD, {"cites": ("guide.fact",)}, ("E022", "cites[0]")),
        (SHOULD, {"cites": ("sketch.should",)}, ("E022", "cites[0]")),
        (SHOULD, {"cites": ("past.must",)}, ("E022", "cites[0]")),
        (SHOULD, {"quality": QUALITY}, ("E020", "quality")),
        (RESEARCH, {"quality": None}, ("E020", "")),
        (SHOULD, {"cites": ("guide.must",), "departure": DEPARTURE}, ("E020", "departure")),
        (SHOULD, {"cites": ("guide.holder",), "departure": DEPARTURE}, ("E020", "departure")),
        (SHOULD, {"departure": Departure((), "guide.regard", "Says.")}, ("E012", "departure.needs")),
        (SHOULD, {"departure": evolve(DEPARTURE, regard="guide.may")}, ("E020", "departure.regard")),
        (SHOULD, {"departs_from": LOCAL}, ("E020", "departs-from")),
    ],
)
def test_a_rule_that_is_wrong_is_a_fault_at_its_key_path(item, changes, expected):
    assert faults(item, **changes) == [expected]


@pytest.mark.parametrize(
    "left", ["guide.must", "guide.must-not", "guide.holder", "guide.reach", "guide.may", "act.must", "act.should"]
)
def test_a_council_may_depart_by_declaration_from_a_should_of_guidance_and_from_nothing_else(left):
    local = entry("r", "ours.should", honours=True, departs_from=evolve(LOCAL, provision=left))
    assert faults(local) == [("E020", "departs-from.provision")]
    assert faults(entry("r", "ours.should", honours=True, departs_from=LOCAL)) == []


@pytest.mark.parametrize(
    ("item", "expect"),
    [(SHOULD, "breached"), (SHOULD, "used"), (FORBIDS, "misplaced"), (RESEARCH, "met"), (SHOULD, "departd")],
)
def test_an_example_that_expects_what_the_rule_never_gives_is_a_fault(item, expect):
    example = Example(ActTable(act("vote", at="board")), expect)
    assert faults(item, example=(example,)) == [("E013", "example[0].expect")]


def test_two_rules_with_one_id_are_a_fault_in_the_second_file():
    rules, found = make_rules([(SHOULD, "one.toml", 0), (FORBIDS, "two.toml", 3)], VOCABULARY, GUIDANCE)
    assert [made.id for made in rules] == ["r"]
    assert [(file, bad.code, str(bad.place)) for file, bad in found] == [("two.toml", "E015", "rule[3].id")]
    assert "one.toml" in found[0][1].cure


# --- Examples ---


def example_faults(expect="departed", also=None, **given):
    what = given.pop("what", act("decide", at="cabinet"))
    item = entry(
        "r",
        "guide.should-council",
        on=["decide"],
        requires={"done": ["tested"]},
        departure=DEPARTURE,
        example=(Example(ActTable(what, **given), expect, also),),
    )
    return [(bad.code, str(bad.place)) for _, bad in faults_in_examples(book_of(item))]


def test_an_example_that_comes_out_is_no_fault():
    assert example_faults("departed", "breached") == []
    assert example_faults("met", done=("tested",)) == []
    assert example_faults("departed", done=("guidance-considered",)) == []
    assert example_faults("not-in-force", date=dt.date(2011, 1, 1)) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"expect": "met", "also": "breached"}, ("E024", "example[0].expect")),
        ({"expect": "departed"}, ("E024", "example[0].expect")),
        ({"expect": "met", "done": ("tested",), "also": "breached"}, ("E024", "example[0].also")),
        ({"what": act("decid", at="cabinet")}, ("E013", "example[0].given.act")),
        ({"what": act("decide", at="cabnet")}, ("E013", "example[0].given.at")),
        ({"done": ("testd",)}, ("E013", "example[0].given.done[0]")),
        ({"known": ("tested",)}, ("E013", "example[0].given.known[0]")),
        ({"standing": (("governance", "comittee"),)}, ("E013", "example[0].given.governance")),
    ],
)
def test_an_example_that_is_wrong_is_a_fault_at_its_key_path(given, expected):
    assert example_faults(**given) == [expected]


def test_an_example_without_a_date_is_judged_on_the_first_day_of_its_source():
    item = entry("r", "ours.should", honours=True, example=(Example(ActTable(act("vote", at="board")), "met"),))
    book = book_of(item)
    at = circumstances_of(item.example[0], book.rules[0], book)
    assert (at.date, at.sources) == (dt.date(2011, 4, 1), frozenset(["ours"]))
    assert list(faults_in_examples(book)) == []


# --- Vocabulary ---


@pytest.mark.parametrize(
    ("vocabulary", "expected"),
    [
        (Vocabulary(act={"vote": ActWord("votes", ("at?",))}), ("E013", "act.vote.fields[0]")),
        (Vocabulary(field={"date": Field({"a": "A"})}), ("E015", "field.date")),
        (Vocabulary(field={"x": Field({"a": "A"}, kind="wrod")}), ("E013", "field.x.kind")),
        (Vocabulary(field={"x": Field()}), ("E012", "field.x")),
        (Vocabulary(field={"x": Field({"none": "N"})}), ("E015", "field.x.words.none")),
        (Vocabulary(field={"x": Field({"a": "A"}, default="b")}), ("E013", "field.x.default")),
        (Vocabulary(done={"a": Word("A")}, known={"a": Word("A")}), ("E015", "done.a")),
    ],
)
def test_a_vocabulary_that_is_wrong_is_a_fault_at_its_key_path(vocabulary, expected):
    assert [(bad.code, str(bad.place)) for bad in vocabulary.faults()] == [expected]


def test_the_small_vocabulary_has_no_faults():
    assert VOCABULARY.faults() == []


def test_every_act_carries_actor_capacity_date_what_was_done_and_known_and_the_councils_standing_facts():
    common = {"act", "actor", "capacity", "date", "done", "known", "governance"}
    assert VOCABULARY.fields_of("close") == common
    assert VOCABULARY.fields_of("vote") == common | {"at", "matter"}


def test_a_field_that_an_act_may_leave_out_is_not_always_said():
    assert VOCABULARY.always_said("vote") == {"actor", "capacity", "governance", "at"}
