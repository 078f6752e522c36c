"""Every file in tests/bad: what is said of it stands beside it, whole, in a .txt file."""

import re

import pytest
from running import TESTS, run, run_apart

from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

BAD = sorted(path.relative_to(TESTS) for path in (TESTS / "bad").glob("*.toml"))
PLACED = re.compile(r"bad/[a-z0-9-]+\.toml:([1-9]\d*):([1-9]\d*): error\[E0\d\d\]: \S.*\n((?:  \| .*\n)*)  [^ |].*\n")
SHORT = 60
"""Characters. A line of no more is shown whole."""


@pytest.fixture(autouse=True)
def _in_tests(monkeypatch):
    monkeypatch.chdir(TESTS)


def said_of(path):
    return path.with_suffix(".txt").read_text(encoding="utf-8")


def faults_of(path):
    return said_of(path).rpartition("1 file: ")[0]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_check_says_everything_that_is_wrong_with_the_file(path):
    ran = run("check", path)
    assert ran.err == said_of(path)
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_message_has_a_file_a_line_a_column_a_cause_and_a_cure(path):
    faults = faults_of(path)
    assert faults
    assert PLACED.sub("", faults) == ""


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_line_that_is_shown_is_the_files_with_a_caret_under_the_column(path):
    lines = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for line, column, shown in PLACED.findall(faults_of(path)):
        whole = lines[int(line) - 1]
        if shown and len(whole) <= SHORT and whole.isascii() and whole.isprintable():
            assert shown == f"  | {whole}\n  | {' ' * (int(column) - 1)}^\n"
        assert bool(shown) == bool(whole and not whole.startswith("#"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_playing_the_file_says_the_same_and_keeps_nothing(path):
    ran = run("play", path, "--plain", "--seed", "1", "--as", "k", given="pass-it-on\n")
    assert ran.err == faults_of(path)
    assert ran.code == 1
    assert Store(store_url()).plays() == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_choosing_in_the_file_says_the_same_and_prints_no_play(path):
    ran = run("play", path, "--choose", "pass-it-on,cast-the-vote", "--json")
    assert (ran.err, ran.code, ran.out) == (faults_of(path), 1, "")


@pytest.mark.parametrize(
    "name", ["misspelt-field", "nested-500-deep", "number-of-5000-digits", "dotted-3000-deep", "not-utf-8", "nul-bytes"]
)
def test_a_process_of_its_own_says_the_same_without_a_traceback(name):
    path = TESTS / "bad" / f"{name}.toml"
    ran = run_apart("check", path.relative_to(TESTS))
    assert (ran.err, ran.code) == (said_of(path), 1)


def test_a_good_file_has_no_faults_and_its_notes_fail_nothing():
    ran = run("check", "--strict", "good/small-visit.toml")
    assert ran.err.endswith("1 file: no faults and 2 notes.\n")
    assert ran.code == 0


def test_the_faults_of_several_files_are_told_together():
    ran = run("check", *BAD[:3], "good/small-visit.toml")
    assert ran.err.startswith("".join(faults_of(path) for path in BAD[:3]))
    assert "\n4 files: " in ran.err
    assert ran.code == 1


def test_a_folder_where_a_file_should_be_is_said(tmp_path):
    folder = tmp_path / "folder.toml"
    folder.mkdir()
    for arguments in (["check", folder], ["play", folder, "--plain"]):
        ran = run(*arguments)
        assert ran.err.startswith(f"{folder}:1:1: error[E001]: this is a folder, not a file\n  Name a .toml file")
        assert ran.code == 1


def test_a_file_that_is_not_there_is_said(tmp_path):
    ran = run("check", tmp_path / "nothing.toml")
    assert "nothing.toml:1:1: error[E001]: there is no such file\n" in ran.err
    assert ran.code == 1


def test_a_file_larger_than_any_scenario_is_not_read(tmp_path):
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * 1_000_001)
    ran = run("check", path)
    assert "error[E001]: the file is larger than any scenario\n" in ran.err


def test_a_story_of_three_thousand_scenes_is_read_to_its_end(tmp_path):
    good = (TESTS / "bad" / "no-scene.toml").read_text()
    scenes = "".join(
        f'[[scene]]\nid = "s{n}"\ntext = "On."\n[[scene.choice]]\nid = "go"\ntext = "Go."\nsays = "On."\n'
        f'leads = "{f"s{n + 1}" if n < 2999 else "s0"}"\n'
        for n in range(3000)
    )
    path = tmp_path / "long.toml"
    path.write_text(good.replace('"telephone"', '"s0"').replace("[[event]]", f"{scenes}[[event]]", 1))
    ran = run("check", path)
    assert "error[E030]: scenes lead round in a circle: s0 -> s1 -> " in ran.err
    assert ran.code == 1
