"""A line of a file with a caret under a column of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lmcs_sim.words.caret import CUT, WIDTH, caret_lines


def shown(line, column):
    """The line as shown, and what stands in it from the caret on."""
    lines = caret_lines(line, column)
    assert lines is not None
    told, caret = lines
    assert caret.lstrip(" ") == "^"
    for start in range(len(told) + 1):
        if cell_len(told[:start]) == len(caret) - 1:
            return told, told[start:]
    raise AssertionError("the caret stands inside a character")


def test_a_short_line_is_shown_whole():
    assert caret_lines("ends = six", 8) == ("ends = six", "       ^")


@pytest.mark.parametrize(
    ("line", "column", "at"),
    [
        ("\tends = six", 2, "ends = six"),
        ("a\tb\tends = six", 5, "ends = six"),
        ('text = "漢字" six', 13, "six"),
        ('text = "e\u0301t\u0301" six', 15, "six"),
        ('text = "🙂" six', 12, "six"),
        ('text = "ｗｉｄｅ" six', 15, "six"),
        ('text = "\x1b[31m" six', 16, "six"),
        ("text\xa0= six", 5, "\\xa0= six"),
        ("\ufeffends = six", 1, "\\xfeffends = six"),
        ("ends = \u202esix", 8, "\\x202esix"),
    ],
)
def test_the_caret_lines_up_whatever_stands_before_it(line, column, at):
    assert shown(line, column)[1].startswith(at)


def test_what_a_terminal_would_obey_is_shown_as_a_code():
    told, _ = shown("a = \x1b]0;title\x07 \x9b31m \r", 1)
    assert told == "a = \\x1b]0;title\\x07 \\x9b31m \\x0d"


@pytest.mark.parametrize(("line", "column"), [("", 1), ("   ", 2), ("# a comment", 1), ("  # a comment", 3)])
def test_a_caret_is_not_put_under_nothing(line, column):
    assert caret_lines(line, column) is None


def test_a_caret_may_stand_inside_a_comment_and_after_the_end_of_a_line():
    assert caret_lines("# \x01", 3) == ("# \\x01", "  ^")
    assert caret_lines("title", 6) == ("title", "     ^")


def test_a_long_line_is_cut_at_its_end():
    told, at = shown("ends = six " + "x" * 200, 8)
    assert told == ("ends = six " + "x" * 200)[: WIDTH - len(CUT)] + CUT
    assert at.startswith("six")


def test_a_long_line_is_cut_on_both_sides_of_the_caret():
    told, at = shown("x" * 200 + "six" + "y" * 200, 201)
    assert told.startswith(f"{CUT}xx")
    assert told.endswith(f"yy{CUT}")
    assert at.startswith("sixyyy")
    assert len(told) == WIDTH


def test_the_end_of_a_long_line_is_shown_to_its_last_character():
    told, at = shown("x" * 200 + "six", 201)
    assert told.startswith(CUT)
    assert at == "six"


def test_a_line_of_millions_of_characters_is_not_walked():
    told, at = shown("漢" * 3_000_000 + "six", 3_000_001)
    assert at == "six"
    assert cell_len(told) <= WIDTH


@given(
    line=st.text(st.sampled_from("ab \t\x1b\x00é漢🙂\u0301\u200d\ufe0f\u202e#\xa0"), max_size=300),
    column=st.integers(1, 301),
)
def test_a_shown_line_always_fits_and_its_caret_stands_in_it(line, column):
    lines = caret_lines(line, min(column, len(line) + 1))
    if lines is None:
        return
    told, caret = lines
    assert told.replace("\u200d", "").isprintable()
    assert cell_len(told) <= WIDTH
    assert len(caret) - 1 <= WIDTH
