"""Pictures: bars as long as their numbers, lines as high, all inside the picture."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.pages.bars import HIGH, WIDE, Bar, line, scale_of

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


def test_a_line_goes_in_steps_to_where_each_number_stands_in_its_month():
    assert line(5, (5, 2, 10), (0, 3, 6), scale_of([10])) == "M0 30.0H0.0V30.0H80.0V48.0H160.0V0.0"


@given(st.lists(st.tuples(st.integers(0, 24), st.integers(-50, 50)), min_size=1, unique_by=lambda item: item[0]))
def test_every_line_stays_inside_the_picture(points):
    months, values = zip(*sorted(points), strict=True)
    drawn = line(values[0], values, months, scale_of(values))
    assert all(0 <= float(number) <= WIDE for number in re.findall(r"H([-\d.]+)", drawn))
    assert all(0 <= float(number) <= HIGH for number in re.findall(r"V([-\d.]+)", drawn))
