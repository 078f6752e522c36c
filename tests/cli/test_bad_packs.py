"""Every pack in tests/bad/packs: what is said of its rulebook stands beside it, whole, in a .txt file."""

import re
import shutil

import pytest
from running import SMALL_VISIT, TESTS, run, run_python

BAD = sorted(path.relative_to(TESTS) for path in (TESTS / "bad" / "packs").iterdir() if path.is_dir())
WARNED = TESTS / "bad" / "packs" / "in-force-in-no-scenario"
PLACED = re.compile(
    r"bad/packs/\S+\.toml:[1-9]\d*:[1-9]\d*: (error\[E|warning\[W)0\d\d\]: \S.*\n  \| .*\n  \|  *\^\n  \S.*\n"
)
EACH = pytest.mark.parametrize("pack", BAD, ids=lambda pack: pack.name)


@pytest.fixture(autouse=True)
def _in_tests(monkeypatch):
    monkeypatch.chdir(TESTS)


def said_of(pack):
    return pack.with_name(f"{pack.name}.txt").read_text(encoding="utf-8")


@EACH
def test_check_says_everything_that_is_wrong_with_the_pack_and_nothing_of_others(pack):
    ran = run("check", pack)
    assert ran.err == said_of(pack)
    assert (ran.code, ran.out) == (int("error[" in ran.err), "")


@EACH
def test_each_message_has_a_file_a_line_a_column_a_cause_and_a_cure(pack):
    faults, _, counted = said_of(pack).rpartition("\n")[0].rpartition("\n")
    assert PLACED.sub("", f"{faults}\n") == ""
    assert re.fullmatch(r"[34] files: (\d+ faults?|no faults and 1 warning)\.", counted)


@EACH
@pytest.mark.parametrize("file", ["rules/doors.toml", "rules/vocabulary.toml", "rules/guidance/doors.toml"])
def test_a_file_of_the_rulebook_stands_for_its_pack(pack, file):
    assert run("check", pack / file).err == said_of(pack)


@EACH
def test_a_pack_that_is_already_there_is_read_once(pack):
    assert run("--pack", TESTS / pack, "check", pack).err.replace(f"{TESTS}/", "") == said_of(pack)


def test_every_code_of_a_rulebooks_own_faults_has_a_pack_that_shows_it():
    shown = {code for pack in BAD for code in re.findall(r"\[([EW]06\d)\]", said_of(pack))}
    assert shown == {*(f"E06{number}" for number in range(8)), "W060"}


def test_a_warning_fails_a_check_only_when_it_is_strict():
    for arguments, code in ((["check", WARNED], 0), (["check", "--strict", WARNED], 1)):
        ran = run(*arguments)
        assert ran.code == code
        assert "warning[W060]: 'doors.knock' is in force on no date that a scenario uses" in ran.err


def test_a_strict_check_without_warnings_passes():
    assert run("check", "--strict", SMALL_VISIT).code == 0


def test_a_scenario_in_its_time_takes_the_warning_away(tmp_path):
    pack = shutil.copytree(WARNED, tmp_path / "pack")
    (pack / "scenarios").mkdir()
    story = SMALL_VISIT.read_text(encoding="utf-8")
    (day,) = re.findall(r"^date = \S+$", story, re.MULTILINE)
    (pack / "scenarios" / "later.toml").write_text(story.replace(day, "date = 2031-02-01"), encoding="utf-8")
    ran = run("check", "--strict", pack)
    assert ran.code == 0
    assert ran.err.endswith("4 files: no faults and 2 notes.\n")


def test_a_packs_scenarios_are_checked_with_it(tmp_path):
    pack = shutil.copytree(WARNED, tmp_path / "pack")
    (pack / "scenarios").mkdir()
    shutil.copy(TESTS / "bad" / "unknown-act.toml", pack / "scenarios")
    ran = run("check", pack, SMALL_VISIT)
    assert ran.code == 1
    assert "warning[W060]" in ran.err
    assert f"{pack}/scenarios/unknown-act.toml:" in ran.err
    assert ran.err.endswith("5 files: 1 fault, 1 warning and 2 notes.\n")


def test_without_a_path_the_rulebooks_of_all_packs_are_checked():
    ran = run("--pack", "bad/packs/uncited-provision", "--pack", "bad/packs/must-without-law", "check")
    assert "the word 'knock' is defined twice" in ran.err
    ran = run("--pack", "bad/packs/uncited-provision", "check")
    assert "bad/packs/uncited-provision/rules/guidance/doors.toml:21:1: error[E065]" in ran.err
    assert ran.code == 1


def test_a_clash_with_a_rule_of_another_pack_is_shown_in_the_pack_that_is_checked(tmp_path):
    pack = shutil.copytree(TESTS / "bad" / "packs" / "two-rules-that-clash", tmp_path / "second")
    first = shutil.copytree(pack, tmp_path / "first")
    rules = (pack / "rules" / "doors.toml").read_text(encoding="utf-8")
    one, other = rules.split("\n\n[[rule]]")
    (first / "rules" / "doors.toml").write_text(one, encoding="utf-8")
    shutil.rmtree(pack / "rules" / "guidance")
    (pack / "rules" / "vocabulary.toml").unlink()
    (pack / "rules" / "doors.toml").write_text(f"[[rule]]{other}", encoding="utf-8")
    for asked, also in ((pack, first), (first, pack)):
        ran = run("--pack", also, "check", asked)
        assert ran.err.startswith(f"{asked}/rules/doors.toml:1:3: error[E023]: rules 'doors.knock' and ")


def test_the_pack_of_a_file_named_from_inside_its_folder_is_checked(monkeypatch):
    monkeypatch.chdir(TESTS / "bad" / "packs" / "uncited-provision" / "rules")
    ran = run("check", "doors.toml")
    assert "rules/guidance/doors.toml:21:1: error[E065]" in ran.err
    assert ran.err.endswith("3 files: 1 fault.\n")


def test_a_file_of_the_built_in_rulebook_stands_for_the_built_in_pack(monkeypatch):
    monkeypatch.chdir(TESTS.parent)
    assert run("check", "rules/scoring.toml").err == run("check").err


def test_a_file_that_is_not_there_is_said_also_in_a_rules_folder():
    ran = run("check", "bad/packs/uncited-provision/rules/nothing.toml")
    assert "nothing.toml:1:1: error[E001]: there is no such file\n" in ran.err
    assert ran.code == 1


def test_playing_runs_none_of_these_checks():
    ran = run("--pack", "bad/packs/rule-that-never-applies", "list", "--json")
    assert (ran.code, ran.err) == (0, "")
    ran = run("--pack", "bad/packs/rule-that-never-applies", "check", SMALL_VISIT)
    assert ran.code == 0
    assert ran.err.endswith("1 file: no faults and 2 notes.\n")


@pytest.mark.parametrize("arguments", [["play", SMALL_VISIT, "--choose", "turn-her-away"], ["list"]])
def test_what_only_an_author_needs_is_not_loaded_to_play(arguments):
    code = "import sys; from lmcs_sim.cli.main import main; main(sys.argv[1:]); print('lmcs_sim.rules.checks' in sys.modules)"
    ran = run_python(code, *arguments)
    assert ran.out.splitlines()[-1] == "False"
