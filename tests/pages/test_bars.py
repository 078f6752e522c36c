"""Bars: as long as their numbers, from 0, inside the picture."""

from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.pages.bars import WIDE, Bar, scale_of

NUMBERS = st.lists(st.integers(-50, 50), min_size=1)


@given(NUMBERS)
def test_every_bar_stands_inside_the_picture_and_touches_zero(numbers):
    scale = scale_of(numbers)
    for number in numbers:
        bar = scale.bar(number)
        ends = (bar.start, round(bar.start + bar.width, 1))
        assert 0 <= ends[0] <= ends[1] <= WIDE
        assert scale.at(0) in ends


def test_bars_are_as_long_as_their_numbers():
    scale = scale_of([-4, 12])
    assert (scale.bar(-4), scale.bar(12), scale.bar(6)) == (Bar(0, 40), Bar(40, 120), Bar(40, 60))


def test_nothing_but_zero_has_a_scale_too():
    assert scale_of([0]).bar(0) == Bar(0, 0)
