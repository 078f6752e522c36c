"""`explain`: what a code means, in words and as data."""

import json

import pytest
from running import run, run_python

from lmcs_sim.codes import CODES


def test_a_code_is_explained_with_an_example_wrong_and_right():
    ran = run("explain", "E012")
    assert (ran.code, ran.err) == (0, "")
    first, *rest = ran.out.splitlines()
    assert first == "E012: a missing field (error)"
    wrong, right = rest.index("Wrong, in a scenario:"), rest.index("Right:")
    assert wrong < right
    assert "  |     ^" in rest[wrong:right]
    assert '  |   says = "She holds the door."' in rest[right:]
    assert any(line.startswith("Why it matters: ") for line in rest[:wrong])


@pytest.mark.parametrize("code", ["e012", " E012", "e012 "])
def test_a_code_may_be_typed_in_any_case(code):
    assert run("explain", code).out == run("explain", "E012").out


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_within_the_width_of_a_terminal(code):
    ran = run("explain", code)
    assert ran.code == 0
    prose = [line for line in ran.out.splitlines() if not line.startswith("  | ")]
    assert max(map(len, prose)) <= 80


def test_without_a_code_all_are_listed():
    assert run("explain").out.splitlines() == [f"{code}: {title}" for code, title in CODES.items()]


def test_a_code_is_explained_as_data():
    page = json.loads(run("explain", "e013", "--json").out)
    assert (page["code"], page["severity"], page["title"]) == ("E013", "error", CODES["E013"])
    assert (page["example"]["of"], page["example"]["line"], page["example"]["column"]) == ("scenario", 1, 13)
    assert {"means", "why"} <= set(page)


def test_all_codes_are_explained_as_data():
    found = json.loads(run("explain", "--json").out)
    assert [page["code"] for page in found] == list(CODES)
    assert {page["severity"] for page in found} == {"error", "warning", "note"}


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("E0900", "Did you mean 'E090'?"),
        ("../E012", "Did you mean 'E012'?"),
        ("W0600", "Did you mean 'W060'?"),
        ("x", "Use one of: E001, "),
    ],
)
def test_a_code_that_no_fault_has_is_refused_with_the_nearest(code, near):
    ran = run("explain", code)
    assert (ran.code, ran.out) == (2, "")
    assert f"error[E051]: there is no code {code!r}" in ran.err
    assert near in ran.err


def test_explaining_reads_no_rules():
    ran = run_python(
        "import sys; from lmcs_sim.cli.main import main; main(['explain', 'E012']);"
        "print(sorted({'textual', 'rich', 'sqlalchemy', 'lmcs_sim.rules.clashes'} & set(sys.modules)))"
    )
    assert ran.out.splitlines()[-1] == "[]"
