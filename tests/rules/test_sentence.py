"""A rule, a condition or an act as a sentence, from the vocabulary's phrases alone."""

import datetime as dt

import pytest
from hypothesis import given
from small import QUALITY, VOCABULARY, act, entry, rule
from strategies import ALL_KINDS, FEW, acts, rules, tables

from lmcs_sim.rules.compile import compile_table
from lmcs_sim.rules.entry import Unless
from lmcs_sim.rules.sentence import act_phrase, conditions_phrase, rule_sentence


def in_order(text, *parts):
    """Whether each part stands in the text, one after another."""
    start = 0
    for part in parts:
        found = text.find(part, start)
        if found < 0:
            return False
        start = found + len(part)
    return True


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (act("vote", at="board"), "[lead-member] votes [board]"),
        (act("vote", matter="homes", at="board", actor="leader"), "[leader] votes [board] [homes]"),
        (act("close"), "[lead-member] comes to the end"),
    ],
)
def test_an_act_is_said_with_its_actor_first_and_its_fields_in_the_acts_order(what, expected):
    assert act_phrase(what, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("table", "parts"),
    [
        ({"at": ["cabinet", "board"]}, ["[board]", "or", "[cabinet]"]),
        ({"at": {"not": "board"}}, ["not", "[board]"]),
        ({"act": {"not": ["vote", "speak"]}}, ["not", "speaks", "or", "votes"]),
        ({"matter": "none"}, ["no matter"]),
        ({"count": {"from": 2}}, ["count", "from 2"]),
        ({"count": {"to": 2}}, ["count", "up to 2"]),
        (
            {"date": {"from": dt.date(2012, 9, 5), "to": dt.date(2012, 9, 10)}},
            ["from 5 September 2012", "to 10 September 2012"],
        ),
        ({"done": ["heard", "agreed"]}, ["[agreed]", "and", "[heard]"]),
        (
            {"done": {"any": ["heard", "agreed"], "not": ["tested"]}},
            ["[agreed]", "or", "[heard]", "and", "before", "[tested]"],
        ),
        ({"known": {"all": ["told"], "not": ["letter"]}}, ["knowing", "[told]", "and", "not knowing", "[letter]"]),
    ],
)
def test_a_condition_is_said_in_the_vocabularys_phrases(table, parts):
    said = conditions_phrase(compile_table(table, ALL_KINDS)[0], VOCABULARY)
    assert in_order(said, *parts), said


def test_a_rule_says_when_it_applies_unless_what_and_what_it_asks_of_whom():
    item = entry(
        "r",
        "guide.must",
        on=["decide"],
        when={"at": "cabinet", "actor": "lead-member"},
        requires={"done": ["heard"]},
        unless=(Unless({"done": ["agreed"]}, ("guide.may",)),),
    )
    said = rule_sentence(rule(item), VOCABULARY)
    assert in_order(
        said, "When [lead-member] decides [cabinet]", "unless", "[agreed]", "the council must", "[heard]"
    ), said


@pytest.mark.parametrize(
    ("cites", "more", "parts"),
    [
        ("guide.should-not", {}, ["the Lead Member should not"]),
        ("guide.must-not", {}, ["the council must not"]),
        ("guide.may", {}, ["the Lead Member may"]),
        ("guide.should", {"honours": True}, ["the Lead Member should"]),
        ("guide.encouraged", {"honours": True}, ["is encouraged to"]),
        ("guide.holder", {"honours": False}, ["the Director and the Lead Member"]),
        ("study.finding", {"honours": True, "quality": QUALITY}, ["research"]),
    ],
)
def test_a_rule_never_says_must_where_the_guidance_says_less(cites, more, parts):
    said = rule_sentence(rule(entry("r", cites, **more)), VOCABULARY)
    assert in_order(said, "When anyone votes", *parts), said
    assert ("must" in said.replace(cites, "")) == (cites == "guide.must-not")


@FEW
@given(rules(), acts(), tables(ALL_KINDS))
def test_every_rule_act_and_condition_can_be_said(made, what, table):
    for item in made:
        sentence = rule_sentence(item, VOCABULARY)
        assert sentence.startswith("When ")
        assert sentence.endswith(".")
    assert VOCABULARY.act[what.act].says in act_phrase(what, VOCABULARY)
    assert isinstance(conditions_phrase(compile_table(table, ALL_KINDS)[0], VOCABULARY), str)
