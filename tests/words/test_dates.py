"""Days in words."""

import datetime as dt

import pytest

from lmcs_sim.words.dates import day_in_words, month_in_words, weekday_in_words


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_and_its_month_are_told_as_the_calendar_has_them(month):
    day = dt.date(2012, month, 3)
    assert day_in_words(day) == f"3 {day:%B} 2012"
    assert month_in_words(day) == f"{day:%B} 2012"


@pytest.mark.parametrize("number", range(1, 8))
def test_a_day_is_told_with_the_day_of_its_week(number):
    day = dt.date(2012, 4, number)
    assert weekday_in_words(day) == f"{day:%A} {number} April 2012"
