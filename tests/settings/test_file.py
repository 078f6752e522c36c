"""The settings' file: where it is, its faults by line and column, and changing one thing in it."""

import os
import stat
from pathlib import Path

import pytest

from lmcs_sim.faults import LmcsError, WrongUse
from lmcs_sim.settings.file import change_settings, read_settings, settings_path
from lmcs_sim.settings.settings import Settings

WRITTEN = """# Mine, since May.
ascii = true  # the old terminal

# The keys I am used to.
[keys]
undo = ["z"]  # as everywhere
"""


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "mine" / "settings.toml"
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def refused(call, *given, kind=LmcsError, **changes):
    with pytest.raises(kind) as raised:
        call(*given, **changes)
    return raised.value.faults


def lines_of(text):
    return sorted(filter(None, text.split("\n")))


def lines(path):
    return lines_of(path.read_text())


def beside(path):
    return [each.name for each in path.parent.iterdir() if each != path]


def test_the_file_is_the_one_of_the_variable_or_ones_own(tmp_path, monkeypatch):
    assert settings_path() == tmp_path / "settings.toml"
    monkeypatch.delenv("LMCS_SIM_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert settings_path() == tmp_path / "config" / "lmcs-sim" / "settings.toml"


def test_no_file_is_everything_as_it_usually_is(tmp_path):
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_a_file_is_read(path):
    assert read_settings(path) == Settings(ascii=True, keys={"undo": ("z",)})


@pytest.mark.parametrize("lead", [b"\xef\xbb\xbf", b""])
def test_a_file_of_another_editor_is_read(path, lead):
    path.write_bytes(lead + WRITTEN.replace("\n", "\r\n").encode())
    assert read_settings(path).ascii
    change_settings(path, theme="light")
    assert read_settings(path) == Settings("light", ascii=True, keys={"undo": ("z",)})
    assert b"# the old terminal\r\n" in path.read_bytes()


def test_the_file_of_another_language_is_found_from_the_settings(path, monkeypatch):
    path.write_text('words = "cy.toml"\n')
    assert read_settings(path).words == str(path.parent / "cy.toml")
    path.write_text('words = "/srv/cy.toml"\n')
    assert read_settings(path).words == "/srv/cy.toml"
    monkeypatch.setenv("HOME", "/home/ann")
    path.write_text('words = "~/cy.toml"\n')
    assert read_settings(path).words == "/home/ann/cy.toml"


def test_every_fault_is_told_with_its_line_and_column(path):
    path.write_text('theme = "dusk"\ntheem = 1\n[keys]\nundo = ["z"]\n  why = ["u"]\nhelp = ["no"]\n')
    found = refused(read_settings, path)
    assert [(bad.code, bad.place.file, bad.place.line, bad.place.column) for bad in found] == [
        ("E014", str(path), 1, 1),
        ("E011", str(path), 2, 1),
        ("E042", str(path), 6, 1),
    ]
    assert all(bad.cure for bad in found)


def test_a_clash_is_told_by_name_on_its_line(path):
    path.write_text('[keys]\nhelp = ["f1"]\nwhy = ["u"]\n')
    (bad,) = refused(read_settings, path)
    assert bad.headline == f"{path}:3:1: error[E042]: why and undo would share the key 'u' on What followed"


def test_what_is_no_toml_is_told_where_it_stops_being_it(path):
    path.write_text("ascii = true\ntheme = \n")
    (bad,) = refused(read_settings, path)
    assert (bad.code, bad.place.line) == ("E002", 2)
    assert (refused(change_settings, path, theme="light"))[0].code == "E002"
    assert path.read_text() == "ascii = true\ntheme = \n"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"keys = " + b"[" * 5000, b"ascii = " + b"9" * 5000])
def test_what_cannot_be_read_at_all_is_a_fault_too(path, raw):
    path.write_bytes(raw)
    assert refused(read_settings, path)[0].place.file == str(path)


def test_a_folder_is_no_file_of_settings(tmp_path):
    assert refused(read_settings, tmp_path)[0].cause == "this is a folder, not a file"


@pytest.mark.parametrize("call", [read_settings, change_settings])
def test_a_file_that_may_not_be_read_is_told(path, call, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    (bad,) = refused(call, path)
    assert (bad.code, bad.cause) == ("E001", "the file cannot be read: permission denied")


def test_one_setting_is_changed_and_all_else_stays(path):
    assert change_settings(path, theme="light") == Settings("light", ascii=True, keys={"undo": ("z",)})
    assert lines(path) == sorted([*lines_of(WRITTEN), 'theme = "light"'])
    assert beside(path) == []


def test_a_setting_that_is_usual_again_need_not_stand_there(path):
    assert change_settings(path, theme="light", tour=False).tour is False
    assert change_settings(path, theme="dark", tour=True, ascii=True) == read_settings(path)
    assert lines(path) == lines_of(WRITTEN)
    size = path.stat().st_size
    change_settings(path, theme="light")
    change_settings(path, theme="dark")
    assert path.stat().st_size == size


def test_the_first_change_makes_the_folder_and_the_file(tmp_path):
    path = tmp_path / "a" / "b" / "settings.toml"
    assert change_settings(path, ascii=True) == Settings(ascii=True)
    assert path.read_text() == "ascii = true\n"


def test_keys_of_one_command_are_changed_and_those_of_others_stay(path):
    settings = change_settings(path, keys={"history": ("y", "f2"), "copy": ("d",)})
    assert settings.keys == {"undo": ("z",), "history": ("y", "f2"), "copy": ("d",)}
    assert "# as everywhere" in path.read_text()
    assert change_settings(path, keys={"history": (), "copy": ()}).keys == {"undo": ("z",)}
    assert path.read_text() == WRITTEN


@pytest.mark.parametrize("text", ['keys = {undo = ["z"]}\n', 'keys.undo = ["z"]\n', '[keys]\nundo = ["z"]'])
def test_keys_are_changed_however_they_are_written(path, text):
    path.write_text(text)
    assert change_settings(path, keys={"why": ("x",)}, ascii=True).keys == {"undo": ("z",), "why": ("x",)}
    assert change_settings(path, keys={"why": (), "undo": ()}).keys == {}


def test_the_last_keys_that_go_take_their_table_with_them(tmp_path):
    path = tmp_path / "settings.toml"
    change_settings(path, ascii=True, keys={"undo": ("z",)})
    change_settings(path, keys={"undo": ()})
    assert path.read_text().strip() == "ascii = true"


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"theme": "dusk"}, ["E014"]),
        ({"ascii": "yes"}, ["E010"]),
        ({"colour": "red"}, ["E011"]),
        ({"keys": {"why": ("u",), "history": ("z",)}}, ["E042"]),
        ({"theme": "dusk", "keys": {"undu": ("x",)}}, ["E014", "E014"]),
    ],
)
def test_a_change_that_cannot_be_is_refused_and_the_file_stays_as_it_was(path, changes, codes):
    found = refused(change_settings, path, kind=WrongUse, **changes)
    assert [bad.code for bad in found] == codes
    assert not any(bad.place.line for bad in found)
    assert path.read_text() == WRITTEN
    assert beside(path) == []


def test_a_clash_with_what_stands_there_names_the_setting(path):
    (bad,) = refused(change_settings, path, kind=WrongUse, keys={"why": ("z",)})
    assert str(bad.place) == "keys.why"
    assert bad.cause == "why and undo would share the key 'z' on What followed"


def test_a_file_that_has_faults_is_changed_by_nobody(path):
    path.write_text("ascii = 3\n")
    (bad,) = refused(change_settings, path, theme="light")
    assert (bad.code, bad.place.line) == ("E010", 1)
    assert path.read_text() == "ascii = 3\n"


@pytest.mark.parametrize("step", ["write_bytes", "replace", "mkdir"])
def test_where_writing_fails_the_file_is_as_it_was_and_nothing_stands_beside_it(path, step, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, step, refuse)
    (bad,) = refused(change_settings, path, theme="light")
    assert (bad.code, bad.cause, str(bad.place)) == (
        "E052",
        "the settings cannot be written: permission denied",
        str(path),
    )
    assert bad.cure == "Make the file writable, or set LMCS_SIM_SETTINGS to a file that you may write."
    monkeypatch.undo()
    assert path.read_text() == WRITTEN
    assert beside(path) == []


def test_a_folder_that_cannot_be_made_is_told(path):
    assert refused(change_settings, path / "below.toml", theme="light")[0].code == "E052"


def test_a_reader_sees_the_old_file_or_the_new_and_never_a_part(path, monkeypatch):
    seen = []
    write = Path.write_bytes

    def watched(self, data):
        write(self, data)
        seen.append(path.read_text())

    monkeypatch.setattr(Path, "write_bytes", watched)
    change_settings(path, theme="light")
    assert seen == [WRITTEN]


def test_a_link_leads_where_it_led_and_the_file_keeps_who_may_read_it(path, tmp_path):
    path.chmod(0o600)
    link = tmp_path / "settings.toml"
    link.symlink_to(path)
    change_settings(link, theme="light")
    assert link.is_symlink()
    assert read_settings(path).theme == "light"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == [path.name]
