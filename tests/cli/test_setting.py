"""`settings` on the command line: what they are, where they are kept, and changing one of them."""

import json
import re

import pytest
from running import ROOT, SMALL_VISIT, run

from lmcs_sim.commands import COMMANDS
from lmcs_sim.settings.settings import DEFAULTS
from lmcs_sim.words.catalogue import english, speak


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak(english())


def data():
    return json.loads(run("settings", "--json").out)


def test_every_setting_is_told_with_what_it_is_for_and_where_it_would_be_kept(path):
    ran = run("settings")
    assert (ran.code, ran.err) == (0, "")
    assert "theme dark: Four of them: dark, light, and two with high contrast.\n" in ran.out
    assert [line.split()[0] for line in ran.out.split("\n")[:5]] == ["theme", "ascii", "plain", "tour", "words"]
    assert ran.out.endswith(f"Nothing is kept yet; it would be in {path}.\n")
    assert not path.exists()


@pytest.mark.parametrize(
    ("words", "written", "told"),
    [
        (("theme", "contrast-dark"), 'theme = "contrast-dark"', "theme contrast-dark: "),
        (("ascii", "on"), "ascii = true", "ascii on: "),
        (("plain", "true"), "plain = true", "plain on: "),
        (("tour", "OFF"), "tour = false", "tour off: "),
        (("keys.undo", "z", "F2"), '[keys]\nundo = ["z", "F2"]', "keys.undo z f2: Take back your last step."),
    ],
)
def test_a_setting_is_changed_kept_and_told(path, words, written, told):
    ran = run("settings", *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(told)
    assert ran.out.count("\n") == 1
    assert path.read_text().strip() == written
    assert told in run("settings").out
    assert f"Kept in {path}." in run("settings").out


def test_a_setting_that_is_usual_again_is_taken_out(path):
    run("settings", "theme", "light")
    run("settings", "keys.help", "z")
    assert run("settings", "keys.help", "F1", "?").code == 0
    assert run("settings", "theme", "dark").code == 0
    assert path.read_text().strip() == ""


def test_one_setting_is_told_and_nothing_is_changed(path):
    assert run("settings", "tour").out == "tour on: Offer a short look round to somebody who has not played.\n"
    assert run("settings", "keys.help").out == "keys.help ? f1: What can be done here, and by which keys.\n"
    assert not path.exists()


def test_the_keys_of_every_command_are_told():
    lines = run("settings", "keys").out.splitlines()
    assert [re.match(r"keys\.(\w+) ", line)[1] for line in lines] == [command.id for command in COMMANDS]


def test_the_settings_as_data(path):
    run("settings", "keys.undo", "z")
    found = data()
    assert (found["file"], found["there"]) == (str(path), True)
    assert found["settings"].keys() == DEFAULTS.keys()
    assert found["settings"]["theme"] == "dark"
    assert found["settings"]["keys"]["undo"] == ["z"]
    assert found["settings"]["keys"]["help"] == ["?", "f1"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("them", "light"), "E011", "Did you mean 'theme'?"),
        (("them",), "E011", "Did you mean 'theme'?"),
        (("theme", "dusk"), "E014", "Use one of: dark, light, contrast-dark, contrast-light."),
        (("theme", "dark", "light"), "E051", "Put quotes round it, or give one."),
        (("ascii", "perhaps"), "E010", "Write on or off: `lmcs-sim settings ascii on`."),
        (("keys", "z"), "E051", "keys.undo z"),
        (("keys.undu", "z"), "E014", "Did you mean 'undo'?"),
        (("keys.undo", "h"), "E042", "Free for undo: "),
        (("keys.undo", "tab"), "E042", "Use a letter, a digit, one of"),
        (("keys.",), "E011", "Did you mean 'keys'?"),
        (("theme.dark",), "E011", "Did you mean 'theme'?"),
    ],
)
def test_what_cannot_be_is_asked_wrongly_and_nothing_is_written(path, words, code, says):
    ran = run("settings", *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"error[{code}]" in ran.err
    assert says in ran.err
    assert not path.exists()


@pytest.mark.parametrize("words", [(), ("theme",), ("theme", "light")])
def test_a_file_with_faults_is_told_with_its_lines_and_left_as_it_is(path, words):
    path.write_text("ascii = 3\n")
    ran = run("settings", *words)
    assert (ran.code, ran.out) == (1, "")
    assert f"{path}:1:1: error[E010]: ascii wants true or false\n  | ascii = 3" in ran.err
    assert path.read_text() == "ascii = 3\n"


def test_another_language_is_kept_by_its_whole_path_and_said_at_once(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cy.toml").write_text('[settings]\non = "ymlaen"\n', encoding="utf-8")
    assert run("settings", "words", "cy.toml").out.startswith(f"words {tmp_path / 'cy.toml'}: ")
    assert path.read_text() == f'words = "{tmp_path / "cy.toml"}"\n'
    assert "tour ymlaen: " in run("settings").out
    assert run("settings", "tour", "ymlaen").code == 0
    assert run("settings", "words", "").out.startswith("words (English): ")
    assert path.read_text() == ""


def test_a_language_that_cannot_be_read_is_refused_and_one_that_is_gone_can_be_taken_out(path, tmp_path):
    ran = run("settings", "words", tmp_path / "none.toml")
    assert (ran.code, ran.out) == (1, "")
    assert "error[E001]: the sentences cannot be read" in ran.err
    assert not path.exists()
    path.write_text('words = "gone.toml"\n')
    assert run("list").code == 0
    assert run("settings").code == 0
    assert run("settings", "words", "").code == 0
    assert path.read_text() == ""


@pytest.mark.parametrize(
    ("module", "line"),
    [("main", ()), ("playing", ("play", SMALL_VISIT)), ("previewing", ("preview", SMALL_VISIT))],
)
def test_the_settings_decide_whether_the_program_starts_in_plain_lines(module, line, monkeypatch):
    asked = []
    monkeypatch.setattr(f"lmcs_sim.cli.{module}.plain_wanted", lambda wanted: not asked.append(wanted))
    run(*line)
    run("settings", "plain", "on")
    run(*line)
    assert asked == [False, True]


def test_a_program_with_a_fault_in_its_settings_says_so_and_opens_nothing(path):
    path.write_text('[keys]\nundo = ["h"]\n')
    ran = run("--plain", given="quit\n")
    assert (ran.code, ran.out) == (1, "")
    assert "undo and history would share the key 'h' on Play" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("play", SMALL_VISIT, "--choose", "ask-how"),
        ("guidance", "show", "dfe2012.p8.not-day-to-day"),
        ("rules", "show", "accountability.a-committee-is-not-a-member"),
        ("saves", "debrief", "1", "--format", "markdown"),
    ],
    ids=lambda given: given[0],
)
def test_whatever_tells_a_player_something_is_in_the_language_that_is_set(arguments, path, tmp_path):
    run("play", "casting-vote", "--plain", given="ask-health\n")
    english_file = (ROOT / "lmcs_sim" / "words" / "en.toml").read_text(encoding="utf-8")
    words = tmp_path / "words.toml"
    words.write_text(re.sub(r'^([\w-]+ = ")([^"]+"$)', r"\1QQ \2", english_file, flags=re.MULTILINE), encoding="utf-8")
    path.write_text(f"words = '{words}'\n")
    assert "QQ " in run(*arguments).out
