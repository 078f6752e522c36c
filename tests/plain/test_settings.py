"""The settings in plain lines: told, changed by name, and kept."""

import pytest
from running import run

from lmcs_sim.commands import COMMANDS
from lmcs_sim.plain.settings import SWITCHES
from lmcs_sim.settings.file import read_settings, settings_path
from lmcs_sim.settings.settings import THEMES, Settings
from lmcs_sim.words.catalogue import said


def talk(*lines):
    ran = run("--plain", "--as", "Ann", given="\n".join(["settings", *lines]))
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.partition("\n> Settings: ")[2].split())


def kept():
    return read_settings(settings_path())


def test_every_setting_every_key_and_the_file_are_told():
    told = talk()
    assert "Colours: Dark. Four of them: dark, light, and two with high contrast. [theme]" in told
    for line in ("Plain signs only: ", "Plain lines: off.", "Tour: on.", "[ascii]", "[plain]", "[look-round]"):
        assert line in told
    assert all(f": {command.label} [{command.id}]" in told for command in COMMANDS)
    assert f"Kept in {settings_path()}." in told


def test_a_setting_is_changed_by_its_name_told_and_kept():
    told = talk("ascii on", "look-round off", "plain on", "ascii off")
    assert "> Plain signs only: on. > Tour: off. > Plain lines: on. > Plain signs only: off." in told
    assert kept() == Settings(plain=True, tour=False)


def test_no_setting_is_called_as_a_command_is():
    assert not {said(f"settings.word.{name}") for name in SWITCHES} & {command.word for command in COMMANDS}


def test_colours_are_changed_to_those_named_or_to_the_next():
    assert "> Colours: High contrast, light. > Colours: Dark." in talk("theme contrast-light", "theme")
    assert kept().theme == "dark"
    assert f"> Not understood: Say theme and one of: {', '.join(THEMES)}." in talk("theme red")


@pytest.mark.parametrize("line", ["ascii", "ascii maybe", "theme-help", "keys on", "on", "words x"])
def test_what_is_no_setting_is_answered_with_what_can_be_said(line):
    assert "> Not understood: Say ascii, plain, look-round, and then on or off." in talk(line)
    assert not settings_path().exists()


def test_a_change_that_cannot_be_kept_is_told_and_the_talk_goes_on(monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("lmcs_sim.settings.file._write", refuse)
    told = talk("ascii on", "back")
    assert "Fault: " in told
    assert "the settings cannot be written: permission denied" in told
    assert "Home: lmcs-sim." in told
