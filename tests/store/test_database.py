"""Opening the database: made whole, refused by name, never harmed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from attrs import evolve
from running import ROOT, run

from lmcs_sim.faults import LmcsError
from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.store.tables import FORMAT

LOG = Log("small-visit", "a" * 16, "b" * 16, 7)


@pytest.fixture
def store():
    return Store(store_url())


def file_of(own_places):
    return own_places / "lmcs-sim.db"


def test_each_connection_is_durable_and_holds_to_its_references(store):
    for connect in (store._engine.connect, Store(store_url())._engine.connect):
        with connect() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10000


def test_a_newer_format_is_refused_by_name_and_left_as_it_was(store, own_places):
    store.begin("Ann", LOG)
    store.close()
    with sqlite3.connect(file_of(own_places)) as database:
        database.execute("UPDATE format SET version = ?", (FORMAT + 1,))
        database.execute("ALTER TABLE play ADD COLUMN mood TEXT")
    database.close()
    before = file_of(own_places).read_bytes()
    for arguments in (
        ("saves", "list", "--json"),
        ("saves", "show", "1"),
        ("play", ROOT / "tests" / "good" / "small-visit.toml", "--plain", "--as", "Ann"),
        (),
    ):
        ran = run(*arguments, given="turn-her-away\n")
        assert ran.err == (
            f"{file_of(own_places)}: error[E040]: these saves are in format 3, and this version reads format 2\n"
            "  Use the newer lmcs-sim that wrote them; nothing was changed.\n"
        )
        assert ran.code == 1
    assert file_of(own_places).read_bytes() == before
    assert os.listdir(own_places) == ["lmcs-sim.db"]


@pytest.mark.parametrize(
    "junk", [b"these are my notes, not a database\n" * 99, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(own_places, junk):
    own_places.mkdir()
    file_of(own_places).write_bytes(junk)
    ran = run("saves", "list")
    assert ran.err.startswith(f"{file_of(own_places)}: error[E041]: the saves cannot be read: ")
    assert "nothing was changed.\n" in ran.err
    assert ran.code == 1
    assert file_of(own_places).read_bytes() == junk


def test_saves_that_do_not_say_their_format_are_refused(own_places):
    Store(store_url()).close()
    for change in ("DELETE FROM format", "INSERT INTO format VALUES ('new')"):
        with sqlite3.connect(file_of(own_places)) as database:
            database.execute(change)
        database.close()
        with pytest.raises(LmcsError, match="do not say which format"):
            Store(store_url())


@pytest.mark.parametrize("url", ["nonsense://x", "://", "postgresql+nothing://a:secret@b/c"])
def test_a_store_that_cannot_be_reached_is_said_without_its_password(monkeypatch, url):
    monkeypatch.setenv("LMCS_SIM_STORE", url)
    ran = run("saves", "list")
    assert ran.err.startswith("LMCS_SIM_STORE: error[E041]: the saves cannot be reached: ")
    assert "secret" not in ran.err
    assert ran.code == 1


def test_a_store_that_is_a_file_where_a_folder_should_be_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("mine")
    monkeypatch.setenv("LMCS_SIM_STORE", str(tmp_path / "file"))
    ran = run("saves", "list")
    assert "error[E041]: the folder for saves cannot be made: " in ran.err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_store_that_is_a_folder_where_a_file_should_be_is_said(own_places):
    file_of(own_places).mkdir(parents=True)
    ran = run("saves", "list")
    assert f"{file_of(own_places)}: error[E041]: the saves cannot be read: unable to open database file\n" in ran.err
    assert ran.code == 1


def test_a_store_that_may_only_be_read_is_read_and_refuses_a_step(store, own_places, monkeypatch):
    number = store.begin("Ann", evolve(LOG, steps=("a",)))
    before = file_of(own_places).read_bytes()
    monkeypatch.setenv("LMCS_SIM_STORE", f"sqlite:///file:{file_of(own_places)}?mode=ro&uri=true")
    only_read = Store(store_url())
    assert only_read.get(number).log.steps == ("a",)
    with pytest.raises(LmcsError, match="your last step could not be kept: attempt to write a readonly database"):
        only_read.add_step(number, 2, "b", None)
    assert file_of(own_places).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write in every folder")
def test_a_folder_that_may_not_be_written_in_is_said(tmp_path, monkeypatch):
    folder = tmp_path / "shut"
    folder.mkdir()
    folder.chmod(0o500)
    for place in (folder, folder / "deeper"):
        monkeypatch.setenv("LMCS_SIM_STORE", str(place))
        ran = run("play", ROOT / "tests" / "good" / "small-visit.toml", "--plain", given="turn-her-away\n")
        assert "error[E041]: " in ran.err
        assert ran.code == 1


WRITER = """
import sys
from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
print("ready", flush=True)
sys.stdin.readline()
store = Store(store_url())
play = store.begin(sys.argv[1], Log("small-visit", "a", "b", 1))
for number in range(1, 21):
    store.add_step(play, number, f"{sys.argv[1]}-{number}", None)
"""


def test_processes_that_open_a_new_store_and_write_at_once_lose_nothing():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    names = ["Ann", "Ben", "Cas"]
    started = [
        subprocess.Popen([sys.executable, "-c", WRITER, name], stdin=-1, stdout=-1, stderr=-1, env=environment)
        for name in names
    ]
    for process in started:
        assert process.stdout.readline() == b"ready\n"
    for process in started:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60) for process in started] == [(b"", b"")] * 3
    store = Store(store_url())
    for name in names:
        (saved,) = store.plays(name)
        assert saved.log.steps == tuple(f"{name}-{number}" for number in range(1, 21))


def test_a_store_that_another_process_makes_in_the_meantime_is_made_once(own_places, monkeypatch):
    from lmcs_sim.store import database

    make = database._make_tables

    def beaten(engine):
        monkeypatch.setattr(database, "_make_tables", make)
        Store(store_url()).begin("Ben", LOG)
        make(engine)

    monkeypatch.setattr(database, "_make_tables", beaten)
    assert Store(store_url()).learners() == ["Ben"]
    with sqlite3.connect(file_of(own_places)) as opened:
        assert opened.execute("SELECT version FROM format").fetchall() == [(FORMAT,)]
    opened.close()


def test_a_store_is_made_whole_or_not_at_all(own_places, monkeypatch):
    from lmcs_sim.store import database

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(database.FORMATS, "insert", killed, raising=False)
        with pytest.raises(KeyboardInterrupt):
            Store(store_url())
    with sqlite3.connect(file_of(own_places)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == []
    opened.close()
    assert Store(store_url()).plays() == []


def test_another_programs_database_is_refused_and_left_as_it_was(own_places):
    own_places.mkdir(parents=True)
    with closing(sqlite3.connect(file_of(own_places))) as other:
        other.execute("CREATE TABLE theirs (x)")
        other.commit()
    before = file_of(own_places).read_bytes()
    ran = run("saves", "list")
    assert "error[E041]: the saves cannot be read: this is some other program's database" in ran.err
    assert ran.code == 1
    assert file_of(own_places).read_bytes() == before
