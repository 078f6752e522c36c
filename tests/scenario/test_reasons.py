"""The reasons among which "why?" is put: when they are faults, when they are lopsided, and how they count as reading."""

import pytest
from attrs import evolve
from small import choice, faults, scenario, scene

from lmcs_sim.scenario.advice import advice_on
from lmcs_sim.scenario.reading import ENOUGH, WORDS_A_MINUTE, advice_on_reading_age, minutes_of
from lmcs_sim.scenario.reasons import LONGEST_ANSWER, LONGEST_TEXT, advice_on_reasons
from lmcs_sim.scenario.scenario import Reason

HARD = "Notwithstanding interdependent accountabilities, multidisciplinary organisations necessitate transparency. "
AT = "scene[0].choice[1].reason"


def reason(name, text="A reason.", says="An answer."):
    return Reason(name, text, says)


def asked(*reasons):
    """A scenario whose second choice has these reasons."""
    return scenario(scene("first", choice("stay"), choice("go", reason=reasons)))


TWO = (reason("one"), reason("two"))


@pytest.mark.parametrize("number", [0, 2, 3, 4])
def test_two_to_four_reasons_or_none_are_right(number):
    assert faults(asked(*(reason(f"r{n}") for n in range(number)))) == []


WRONG = [
    (asked(reason("one")), ("E039", f"{AT}[0].id")),
    (asked(*(reason(f"r{n}") for n in range(5))), ("E039", f"{AT}[4].id")),
    (asked(reason("one"), reason("two", text=" \n")), ("E039", f"{AT}[1].text")),
    (asked(reason("one", says=""), reason("two")), ("E039", f"{AT}[0].says")),
    (asked(reason("one"), reason("one")), ("E015", f"{AT}[1].id")),
    (asked(reason("one"), reason("Two")), ("E038", f"{AT}[1].id")),
]


@pytest.mark.parametrize(("item", "bad"), WRONG, ids=[f"{bad[0]}-{bad[1]}" for _, bad in WRONG])
def test_what_is_wrong_with_reasons_is_told_at_its_place_and_nothing_else(item, bad):
    assert faults(item) == [bad]


def test_two_choices_may_have_reasons_of_the_same_ids():
    item = scenario(scene("first", choice("one", reason=TWO), choice("stay", reason=TWO)))
    assert faults(item) == []


def words(number):
    return "word " * number


def advice(item):
    return [(bad.code, str(bad.place)) for bad in advice_on_reasons(item)]


def test_reasons_of_about_one_length_need_no_advice():
    assert advice(asked(reason("one", words(10)), reason("two", words(14)), reason("three", words(14)))) == []


def test_a_reason_that_is_far_longer_than_any_other_is_told():
    assert advice(asked(reason("one", words(8)), reason("two", words(13)))) == [("W089", f"{AT}[1].text")]


def test_a_reason_is_not_far_longer_where_one_other_is_as_long():
    assert advice(asked(reason("one", words(8)), reason("two", words(13)), reason("three", words(13)))) == []


@pytest.mark.parametrize(
    ("key", "most"), [("text", LONGEST_TEXT), ("says", LONGEST_ANSWER)], ids=["a reason", "an answer"]
)
def test_one_that_is_too_long_to_read_is_told_from_one_word_on(key, most):
    def both(number):
        return asked(*(evolve(item, **{key: words(number)}) for item in TWO))

    assert advice(both(most)) == []
    assert advice(both(most + 1)) == [("W089", f"{AT}[0].{key}"), ("W089", f"{AT}[1].{key}")]


def test_a_check_gives_this_advice():
    assert f"{AT}[1].text" in [str(bad.place) for bad in advice_on(asked(reason("one"), reason("two", words(26))))]


def test_the_reading_age_of_an_answer_is_looked_at_and_that_of_reasons_with_the_short_texts():
    answer = asked(reason("one", says=HARD * ENOUGH), reason("two"))
    assert [str(bad.place) for bad in advice_on_reading_age(answer)] == [f"{AT}[0].says"]
    short = asked(*(reason(f"r{n}", text=HARD * 3) for n in range(4)))
    assert [str(bad.place) for bad in advice_on_reading_age(short)] == ["scene[0].id"]


def test_all_reasons_and_the_longest_answer_count_as_reading_on_the_longest_way_alone():
    one = scenario(scene("first", choice("go")))
    other = scenario(
        scene("first", choice("go", reason=(reason("a", words(10), words(40)), reason("b", words(15), words(60)))))
    )
    shortest, longest = minutes_of(other)
    assert shortest == minutes_of(one)[0]
    assert longest == pytest.approx(minutes_of(one)[1] + (10 + 15 + 60) / WORDS_A_MINUTE)
