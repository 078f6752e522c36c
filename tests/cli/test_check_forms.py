"""The forms of `check`: words for people, data, and GitHub's annotations; and the order of what it finds."""

import json
import re
import shutil

import pytest
from running import ROOT, SMALL_VISIT, TESTS, run

FIELDS = {
    "file": str,
    "line": int,
    "column": int,
    "code": str,
    "severity": str,
    "message": str,
    "cure": str,
}
BAD = TESTS / "bad" / "many-faults-at-once.toml"
WARNED = TESTS / "bad" / "packs" / "in-force-in-no-scenario"
BROKEN_PACK = TESTS / "bad" / "packs" / "misspelt-word"


def data_of(*arguments):
    ran = run("check", "--format", "json", *arguments)
    return ran, json.loads(ran.out)


def without_notes(text):
    return re.sub(r"^\S+: note\[.*\n(?:  .*\n)+", "", text, flags=re.MULTILINE)


def test_the_line_stands_under_each_fault_with_a_caret_under_the_column(monkeypatch):
    monkeypatch.chdir(TESTS)
    ran = run("check", "bad/unknown-act.toml")
    assert ran.err == (
        "bad/unknown-act.toml:38:13: error[E013]: unknown act 'votes'\n"
        '  |   acts = [{ act = "votes", at = "safeguarding-board" }]\n'
        "  |             ^\n"
        "  Did you mean 'vote'?\n"
        "1 file: 1 fault.\n"
    )


def test_data_says_the_same_as_the_words_do():
    ran, found = data_of(BAD)
    words = run("check", BAD).err
    assert ran.code == 1
    assert ran.err == "1 file: 7 faults.\n"
    for item in found:
        assert {name: type(value) for name, value in item.items()} == FIELDS
        place = f"{item['file']}:{item['line']}:{item['column']}"
        assert f"{place}: {item['severity']}[{item['code']}]: {item['message']}\n" in words
        assert f"\n  {item['cure']}\n" in words
    assert len(found) == len(re.findall(r"^\S+: error", words, re.MULTILINE)) == 7


def test_data_of_nothing_is_an_empty_list(tmp_path):
    quiet = SMALL_VISIT.read_text(encoding="utf-8").replace(
        ", story = true", ', cites = ["dfe2012.p23.lmcs-not-decide"]'
    )
    path = tmp_path / "quiet.toml"
    path.write_text(quiet, encoding="utf-8")
    ran, found = data_of(path)
    assert (ran.code, found, ran.out) == (0, [], "[]\n")
    assert run("check", "--format", "github", path).out == ""


def test_data_holds_the_faults_of_a_rulebook_that_cannot_be_loaded():
    ran = run("--pack", BROKEN_PACK, "check", "--format", "json", SMALL_VISIT)
    assert [item["code"] for item in json.loads(ran.out)] == ["E013"]
    assert ran.code == 1


def test_a_scenarios_own_shape_is_told_beside_a_rulebook_that_cannot_be_loaded(tmp_path):
    for asked in ([BAD], [BROKEN_PACK, BAD]):
        ran = run("--pack", BROKEN_PACK, "check", "--format", "json", *asked)
        codes = [item["code"] for item in json.loads(ran.out)]
        assert {"E013", "E012", "E010"} <= set(codes)


def test_data_holds_nothing_that_a_terminal_would_obey(tmp_path):
    path = tmp_path / "escape.toml"
    path.write_text(SMALL_VISIT.read_text().replace('themes = ["safe', 'themes = ["\\u001b[31m\\u009bsafe'))
    ran, found = data_of(path)
    assert "unknown theme" in found[0]["message"]
    for form in ("text", "json", "github"):
        ran = run("check", "--format", form, path)
        assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out + ran.err) == []


def test_github_is_given_a_command_for_each_fault():
    ran = run("check", "--format", "github", BAD)
    first, *rest = ran.out.splitlines()
    assert first == f"::error file={BAD},line=1,col=1,title=E012::the field 'summary' is missing%0AAdd summary = …"
    assert len(rest) == 6
    assert ran.code == 1


def test_github_is_told_warnings_and_notes_by_their_own_names():
    ran = run("check", "--format", "github", WARNED, SMALL_VISIT)
    assert [line.partition(" ")[0] for line in ran.out.splitlines()] == ["::warning", "::notice", "::notice"]


def test_what_github_reads_as_its_own_marks_is_escaped(tmp_path):
    folder = tmp_path / "100%, a:b"
    folder.mkdir()
    path = folder / "odd.toml"
    path.write_text(SMALL_VISIT.read_text().replace('themes = ["', 'themes = ["50%, x::y\\r\\n::set'))
    line = run("check", "--format", "github", path).out
    assert line.count("\n") == 1
    assert (
        "file="
        + f"{folder}/odd.toml".replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        + ",line=10,col=11,title=E013::"
        in line
    )
    assert "::unknown theme '50%25, x::y" in line


def test_files_are_told_in_the_order_in_which_they_are_named():
    one, other = TESTS / "bad" / "unknown-act.toml", TESTS / "bad" / "broken.toml"
    for paths in ([one, WARNED, other], [other, WARNED, one], [WARNED, other, one]):
        _, found = data_of(*paths)
        files = list(dict.fromkeys(item["file"] for item in found))
        assert [any(file.startswith(str(path)) for file in files[n : n + 1]) for n, path in enumerate(paths)] == [
            True
        ] * 3


def test_the_faults_of_a_file_are_told_by_line_and_column():
    _, found = data_of(TESTS / "bad" / "many-meanings-at-once.toml")
    places = [(item["line"], item["column"]) for item in found]
    assert places == sorted(places)


def test_a_folder_stands_for_the_files_in_it(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("b.toml", "a.toml"):
        shutil.copy(BAD, folder / name)
    ran, found = data_of(folder)
    assert ran.err == "2 files: 14 faults.\n"
    assert [item["file"] for item in found[::7]] == [str(folder / "a.toml"), str(folder / "b.toml")]


@pytest.mark.parametrize("named", ["rules", "rules/guidance"])
def test_a_rulebooks_folder_stands_for_its_pack(named):
    assert run("check", BROKEN_PACK / named).err == run("check", BROKEN_PACK).err


def test_a_scenario_named_twice_is_told_once(tmp_path):
    pack = shutil.copytree(WARNED, tmp_path / "pack")
    (pack / "scenarios").mkdir()
    shutil.copy(BAD, pack / "scenarios")
    ran = run("check", pack, pack / "scenarios" / BAD.name)
    assert ran.err.endswith("4 files: 7 faults and 1 warning.\n")


def test_playing_shows_the_same_lines_and_carets():
    expected = run("check", BAD).err.replace("1 file: 7 faults.\n", "")
    for arguments in (["--plain"], ["--choose", "pass-it-on"]):
        ran = run("play", BAD, *arguments)
        assert (ran.code, ran.err) == (1, expected)


def test_listing_shows_the_same_lines_and_carets(tmp_path):
    (tmp_path / "scenarios").mkdir()
    path = shutil.copy(TESTS / "bad" / "wrong-kinds.toml", tmp_path / "scenarios")
    expected = run("check", path).err
    assert run("--pack", tmp_path, "list").err + "1 file: 8 faults.\n" == expected


def test_the_shipped_scenarios_have_no_errors_and_no_warnings():
    ran = run("check", "--strict", ROOT / "scenarios")
    assert ran.code == 0
    assert without_notes(ran.err) == ran.err.splitlines()[-1] + "\n"
