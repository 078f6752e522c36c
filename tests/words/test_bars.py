"""Bars in characters: as long as the number, on the side of its sign, of one width, in ASCII where that is wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.words.bars import bar, bounds

numbers = st.integers(-60, 60)


@pytest.mark.parametrize(
    ("number", "other", "drawn"),
    [
        (6, 9, "    |######...   "),
        (-4, 3, "####|...         "),
        (0, 12, "    |............"),
        (0, None, "    |            "),
        (9, 6, "    |#########   "),
        (-1, -3, " ..#|            "),
    ],
)
def test_a_bar_lies_on_the_side_of_its_sign_and_the_other_shows_beyond_it(number, other, drawn):
    assert bar(number, other, -4, 12, 17, ascii_only=True) == drawn


@given(numbers, st.none() | numbers, st.integers(3, 60), st.booleans())
def test_a_bar_is_as_wide_as_asked_and_marks_whatever_is_not_nothing(number, other, width, ascii_only):
    drawn = bar(number, other, *bounds((number, other)), width, ascii_only)
    assert len(drawn) == width
    assert drawn.isascii() is ascii_only
    assert bool(set(drawn) & set("#█")) is (number != 0)


@given(numbers, numbers, st.integers(3, 60))
def test_a_greater_number_is_never_shorter(one, other, width):
    least, most = bounds((one, other))
    long, short = sorted((abs(one), abs(other)), reverse=True)
    if one * other >= 0:
        sign = -1 if one + other < 0 else 1
        drawn = [bar(sign * each, None, least, most, width, True).count("#") for each in (long, short)]
        assert drawn[0] >= drawn[1]


def test_bounds_hold_every_number_and_nothing():
    assert bounds([3, None, 7]) == (0, 7)
    assert bounds([-3, None]) == (-3, 0)
    assert bounds([]) == (0, 0)
