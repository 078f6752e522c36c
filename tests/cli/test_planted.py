"""Every file in tests/planted has one fault that authors make: `LINE:COLUMN CODE` stands beside it, in a .txt file."""

import json

import pytest
from running import TESTS, run

PLANTED = sorted((TESTS / "planted").glob("*.toml"))
EXPECTED = {path: path.with_suffix(".txt").read_text(encoding="utf-8").strip() for path in PLANTED}
SEEN = [path for path in PLANTED if " E0" in EXPECTED[path]]
PROVED = [path for path in PLANTED if " E1" in EXPECTED[path]]
"""What only a proof finds."""


def checked(path, *more):
    ran = run("check", path, "--format", "json", *more)
    return ran.code, [f"{bad['line']}:{bad['column']} {bad['code']}" for bad in json.loads(ran.out)]


def test_a_dozen_faults_are_planted():
    assert (len(SEEN), len(PROVED)) == (9, 3)


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_check_names_the_fault_and_nothing_else(path):
    assert checked(path) == (1, [EXPECTED[path]])


@pytest.mark.parametrize("path", PROVED, ids=lambda path: path.stem)
def test_check_has_no_warning_of_what_only_a_proof_finds(path):
    code, found = checked(path, "--strict")
    assert code == 0
    assert [bad for bad in found if " N" not in bad] == []


@pytest.mark.parametrize("path", PROVED, ids=lambda path: path.stem)
def test_prove_names_the_fault(path):
    place, code = EXPECTED[path].split()
    ran = run("prove", path)
    said = [line for line in ran.err.splitlines() if "error[" in line]
    assert [line.partition(": ")[0] for line in said] == [f"{path}:{place}"]
    assert f"error[{code}]" in said[0]
    assert ran.code == 1
