import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lmcs_sim.doctor import database as room
from lmcs_sim.doctor.database import contents_looks, file_looks, read_contents
from lmcs_sim.play.play import Log
from lmcs_sim.store.place import NAME, store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.store.tables import FORMAT

LOG = Log("small-visit", "a", "b", 7, (), ("turn-her-away",))

CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN")
connection.execute("UPDATE play SET learner = hex(randomblob(2000))")
os._exit(9)
"""


@pytest.fixture
def file(own_places) -> Path:
    """The database of three plays by two learners."""
    store = Store(store_url())
    for learner in ("Ann", "Ann", "Bob"):
        store.begin(learner, LOG)
    store.close()
    return own_places / NAME


def looks(file):
    """The looks at a database's file, by name; it and all beside it are as they were."""
    before = contents(file.parent)
    found = {look.name: look for look in file_looks(file)}
    assert contents(file.parent) == before
    return found


def contents(folder):
    """What is in a folder and when it was changed."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.glob("*") if path.is_file()}


def change(file, *statements):
    """Changes a database by SQL."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_database_that_is_sound_says_what_is_in_it(file):
    found = looks(file)
    assert {look.state for look in found.values()} == {"ok"}
    assert list(found) == ["opens", "format", "sound", "plays"]
    assert found["plays"].found == "3 plays by 2 learners"


def test_a_database_that_is_not_there_is_not_made(tmp_path):
    found = looks(tmp_path / NAME)
    assert [(look.state, look.found) for look in found.values()] == [("ok", "there is none yet")]


def test_an_empty_file_is_all_right(tmp_path):
    (tmp_path / NAME).touch()
    assert looks(tmp_path / NAME)["format"].found == "it is empty"


def test_a_newer_format_is_an_error_that_names_it_and_nothing_is_counted(file):
    change(file, f"UPDATE format SET version = {FORMAT + 1}", "ALTER TABLE play RENAME TO plays")
    found = looks(file)
    assert (found["format"].state, found["format"].found) == ("error", f"format {FORMAT + 1}")
    assert f"This version reads format {FORMAT}" in found["format"].means
    assert "plays" not in found


@pytest.mark.parametrize("change_of", ["DELETE FROM format", "UPDATE format SET version = 'one'"])
def test_a_format_that_is_not_said_is_an_error(file, change_of):
    change(file, change_of)
    assert looks(file)["format"].found == "it does not say which format it is in"


def test_some_other_programs_database_is_an_error(tmp_path):
    change(tmp_path / NAME, "CREATE TABLE play (learner)")
    found = looks(tmp_path / NAME)
    assert (found["format"].state, found["format"].found) == ("error", "this is some other program's database")


def test_a_part_that_is_missing_is_an_error(file):
    change(file, "DROP TABLE step")
    assert looks(file)["format"].found == "a part is missing: step"


def test_a_file_that_is_no_database_is_an_error(tmp_path):
    (tmp_path / NAME).write_bytes(b"Dear diary, " * 100)
    look = looks(tmp_path / NAME)["opens"]
    assert (look.state, look.found) == ("error", f"{tmp_path / NAME} cannot be read: file is not a database")


def test_damage_that_sqlite_finds_is_an_error(file):
    change(file, "CREATE INDEX more ON play (scenario)")
    with file.open("r+b") as opened:
        opened.seek(-4096, 2)
        opened.write(b"\xff" * 4096)
    found = looks(file)
    assert [look.state for look in found.values()].count("error") == 1
    assert any("malformed" in look.found or "damaged" in look.found for look in found.values() if look.state == "error")


def test_a_file_that_ends_too_early_is_an_error(file):
    with file.open("r+b") as opened:
        opened.truncate(9000)
    assert "error" in {look.state for look in looks(file).values()}


def test_a_file_that_may_not_be_written_is_an_error(file, monkeypatch):
    def refuse(self, mode):
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        (look,) = file_looks(file)
    assert (look.state, look.found) == ("error", f"{file} cannot be opened to write: permission denied")


def test_a_folder_in_the_databases_place_is_an_error(tmp_path):
    (tmp_path / NAME).mkdir()
    look = looks(tmp_path / NAME)["opens"]
    assert look.state == "error"
    assert "cannot be opened to write" in look.found


def test_a_database_that_another_window_holds_is_a_warning(file, monkeypatch):
    monkeypatch.setattr(room, "WAIT", 0.05)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        look = looks(file)["opens"]
    assert (look.state, look.found) == ("warning", f"{file} is locked")


def test_a_step_that_was_cut_off_is_left_for_the_next_start_and_the_rest_is_read(file):
    store = Store(store_url())
    for _ in range(40):
        store.begin("Cy" * 200, LOG)
    store.close()
    subprocess.run([sys.executable, "-c", CUT_OFF, str(file)], check=False)
    assert file.with_name(f"{NAME}-journal").stat().st_size
    found = looks(file)
    assert {look.state for look in found.values()} == {"ok"}
    assert found["plays"].found == "43 plays by 3 learners"
    assert "log" in found


def test_a_database_with_a_log_beside_it_is_read_without_leaving_anything(file, tmp_path):
    change(file, "PRAGMA journal_mode=WAL")
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("DELETE FROM play WHERE learner = 'Bob'")
        lone = tmp_path / "lone"
        shutil.copytree(file.parent, lone)
    found = looks(lone / NAME)
    assert found["plays"].found == "2 plays by 1 learner"
    assert {look.state for look in found.values()} == {"ok"}


@pytest.mark.parametrize("folder", ["why? a#b %41", "caf\udce9", "\\\\share"])
def test_a_folder_may_have_any_name(file, tmp_path, folder):
    shutil.copytree(file.parent, tmp_path / folder)
    assert looks(tmp_path / folder / NAME)["plays"].found == "3 plays by 2 learners"


def test_a_file_of_a_server_keeps_its_server_in_its_address(monkeypatch):
    monkeypatch.setattr(Path, "as_posix", lambda path: "//server/share/lmcs sim.db")
    assert room._address(Path("x")) == "file:////server/share/lmcs%20sim.db"
    monkeypatch.setattr(Path, "as_posix", lambda path: "C:/plays/x.db")
    assert room._address(Path("x")) == "file:///C%3A/plays/x.db"


def test_what_was_not_asked_is_not_told():
    found = read_contents(
        lambda query: [(FORMAT,)] if "format" in query else [(0, 0)], ["format", "play", "step"], None
    )
    assert [look.name for look in contents_looks(found)] == ["format", "plays"]
