"""A test of one field: what it holds for, where two meet, whether one lies inside another; against brute force."""

from itertools import chain, combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import LETTERS, between, boxes, facts, holds, one_of

from lmcs_sim.rules.box import Box, inside_any, meet_any
from lmcs_sim.rules.condition import HIGHEST, Between, Holds, OneOf, inside, meet
from lmcs_sim.rules.vocabulary import NONE

WORD_DOMAIN = (*LETTERS, NONE)
NUMBER_DOMAIN = (*range(-6, 7), NONE)
EVERY = (*LETTERS, "d")
"""One word more than any test names, as every vocabulary has words that a condition does not."""
SET_DOMAIN = tuple(
    frozenset(chosen) for chosen in chain.from_iterable(combinations(EVERY, n) for n in range(len(EVERY) + 1))
)
PAIRS = st.one_of(
    st.tuples(one_of, one_of, st.just(WORD_DOMAIN)),
    st.tuples(between(), between(), st.just(NUMBER_DOMAIN)),
    st.tuples(holds, holds, st.just(SET_DOMAIN)),
)


def holding(test, domain):
    return {value for value in domain if test.holds(value)}


@given(PAIRS)
def test_where_two_tests_meet_is_what_satisfies_both(pair):
    one, other, domain = pair
    both = meet(one, other)
    expected = holding(one, domain) & holding(other, domain)
    assert (set() if both is None else holding(both, domain)) == expected
    assert (both is None) == (not expected)


A, B, AB = frozenset("a"), frozenset("b"), frozenset("ab")


@given(PAIRS)
@example((Holds(some=(A,)), Holds(every=A), SET_DOMAIN))
@example((Holds(some=(AB,), none=B), Holds(every=A), SET_DOMAIN))
@example((Holds(some=(AB,), none=B), Holds(some=(A,)), SET_DOMAIN))
@example((Holds(every=A), Holds(some=(AB,)), SET_DOMAIN))
@example((Holds(some=(AB,)), Holds(some=(A,)), SET_DOMAIN))
def test_a_test_lies_inside_another_exactly_when_all_that_satisfies_it_satisfies_the_other(pair):
    one, other, domain = pair
    assert inside(one, other) == (holding(one, domain) <= holding(other, domain))


@given(st.one_of(one_of, between(), holds))
def test_the_example_of_a_test_satisfies_it(test):
    assert test.holds(test.example())


def test_an_example_prefers_a_word_to_absence():
    assert OneOf(frozenset((NONE, "z"))).example() == "z"


def test_tests_of_two_kinds_never_meet_and_never_lie_inside_one_another():
    absent, number = OneOf(frozenset((NONE,))), Between(1, 3)
    assert meet(absent, number) is None
    assert meet(number, absent) is None
    assert not inside(absent, number)


@pytest.mark.parametrize(("value", "held"), [(1, False), (2, True), (4, True), (5, False), (NONE, False)])
def test_both_ends_of_a_range_are_included_and_absence_lies_outside(value, held):
    assert Between(2, 4).holds(value) is held


def test_a_range_left_open_above_holds_for_the_largest_number():
    assert Between(low=3).holds(HIGHEST)


def test_an_absent_set_is_an_empty_set():
    assert Holds(none=frozenset("a")).holds(NONE)
    assert not Holds(every=frozenset("a")).holds(NONE)


@given(boxes, facts)
def test_a_box_holds_exactly_when_none_of_its_tests_fails(box, given_facts):
    assert box.holds(given_facts) == (box.failing(given_facts) == ())
    assert box.holds(given_facts) == all(test.holds(given_facts.get(name, NONE)) for name, test in box.tests)


@given(boxes, boxes, facts)
def test_facts_lie_in_the_meeting_of_two_boxes_exactly_when_they_lie_in_both(one, other, given_facts):
    both = one.meet(other)
    assert (both is not None and both.holds(given_facts)) == (one.holds(given_facts) and other.holds(given_facts))
    if both is not None:
        assert one.holds(both.example())
        assert other.holds(both.example())


@given(boxes, boxes, st.lists(facts, min_size=5, max_size=20))
def test_no_facts_lie_in_a_box_and_outside_a_box_that_it_lies_inside(one, other, many):
    if one.inside(other):
        assert all(other.holds(each) for each in many if one.holds(each))


@given(st.lists(boxes, max_size=3), st.lists(boxes, max_size=3), facts)
def test_the_meeting_of_two_lists_of_boxes_is_where_any_of_both_hold(ones, others, given_facts):
    met = any(box.holds(given_facts) for box in meet_any(ones, others))
    assert met == (any(box.holds(given_facts) for box in ones) and any(box.holds(given_facts) for box in others))


@given(st.lists(boxes, max_size=3), st.lists(boxes, max_size=3), facts)
def test_boxes_inside_other_boxes_never_hold_where_none_of_those_does(ones, others, given_facts):
    if inside_any(ones, others) and any(box.holds(given_facts) for box in ones):
        assert any(box.holds(given_facts) for box in others)


def test_a_box_with_no_tests_holds_everything_and_lies_inside_nothing_smaller():
    assert Box().holds({})
    assert not Box().inside(Box({"word": OneOf(frozenset("a"))}))
    assert Box({"word": OneOf(frozenset("a"))}).inside(Box())
