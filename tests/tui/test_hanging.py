"""Lines that are indented keep their shape in every window."""

from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.tui.widgets.hanging import DEEPEST, wrapped


def test_what_runs_on_stands_further_in_than_its_beginning():
    assert wrapped("  one two three", 11) == ["  one two", "    three"]


def test_a_path_is_broken_after_commas_only():
    assert wrapped("  by ask-health,vote-for-it,go-quiet", 20) == [
        "  by ask-health,",
        "    vote-for-it,",
        "    go-quiet",
    ]


def test_a_blank_line_stays_one():
    assert wrapped("", 40) == [""]


@given(st.integers(0, 200), st.text("abc -,", max_size=300), st.integers(36, 120))
def test_every_word_is_there_and_no_line_is_too_long(depth, text, width):
    lines = wrapped(" " * depth + text, width)
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) - len(line.lstrip()) <= DEEPEST + 2 for line in lines)
