"""The index gives what a plain loop gives."""

from hypothesis import given
from hypothesis import strategies as st
from small import VOCABULARY
from strategies import FEW, acts, boxes, circumstances, facts, rules

from lmcs_sim.rules.act import facts_of
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.index import Index
from lmcs_sim.rules.rulebook import Rulebook


@given(st.lists(boxes, max_size=8), st.lists(facts, min_size=1, max_size=6))
def test_the_index_gives_what_a_loop_over_every_box_gives(many, asked):
    index = Index(many)
    for each in (*asked, *asked):
        assert list(index.holding(each)) == [position for position, box in enumerate(many) if box.holds(each)]


@FEW
@given(rules(), acts(), circumstances())
def test_the_rules_that_apply_are_those_a_loop_over_every_rule_finds(made, done, when):
    book = Rulebook(None, VOCABULARY, {}, tuple(made))
    given_facts = facts_of(done, when, VOCABULARY)
    expected = [
        rule.id
        for rule in sorted(made, key=lambda rule: rule.id)
        if any(box.holds(given_facts) for box in rule.applies)
    ]
    assert [rule.id for rule in book.applying(given_facts)] == expected


def test_an_index_of_no_boxes_holds_nothing():
    assert list(Index([]).holding({"word": "a"})) == []


def test_a_box_without_tests_is_held_by_any_facts():
    assert list(Index([Box()]).holding({})) == [0]
