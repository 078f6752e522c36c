"""Saves of an older format: taken over whole and without loss, or left as they were."""

import datetime as dt
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from running import ROOT, run

from lmcs_sim.faults import LmcsError
from lmcs_sim.learn.spacing import graded
from lmcs_sim.play.play import Log
from lmcs_sim.store import database
from lmcs_sim.store.place import NAME, url_of
from lmcs_sim.store.plays import Store
from lmcs_sim.store.tables import FORMAT, METADATA

OLD = Path(__file__).parent / "format-1.sql"
NEW_TABLES = {"card", "note", "reason"}


@pytest.fixture
def old(own_places):
    """A file of saves in format 1."""
    own_places.mkdir()
    with closing(sqlite3.connect(own_places / NAME)) as made:
        made.executescript(OLD.read_text(encoding="utf-8"))
    return own_places / NAME


def dump(file):
    """The format, the tables, and every row of those that format 1 had."""
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        (version,) = opened.execute("SELECT version FROM format").fetchall()
        names = {name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        plays = opened.execute("SELECT * FROM play ORDER BY id").fetchall()
        return version[0], names, plays, opened.execute("SELECT * FROM step ORDER BY play, number").fetchall()


def test_what_an_older_version_kept_is_all_there(old):
    store = Store(url_of(old.parent))
    saved = {item.id: item for item in store.plays()}
    assert list(saved) == [4, 3, 2, 1]
    assert saved[1].log == Log(
        "small-visit",
        "155b22ebb0feebf7",
        "3b7368476ac6b8b2",
        7,
        (),
        ("ask-how", "turn-her-away", "put-a-question", "file-them"),
    )
    assert (saved[1].ending, saved[1].started) == ("observer", "2026-11-22T04:45:13.393848+00:00")
    assert (saved[2].learner, saved[2].log.steps) == ("Zoë O’Neil", ("pass-it-on", "put-a-question"))
    assert (saved[3].ending, saved[3].log.steps) == (None, ("turn-her-away", "cast-the-vote"))
    assert saved[4].log.carried == (("done.voted-at-board", 1), ("measure.standing", 4))


def test_not_a_row_of_it_is_altered_and_it_can_do_what_a_new_one_can(old):
    _, tables, *rows = dump(old)
    assert not tables & NEW_TABLES
    store = Store(url_of(old.parent))
    assert dump(old) == (FORMAT, tables | NEW_TABLES, *rows)
    store.notes.add(1, 2, "board", "A note.")
    store.reasons.give(3, 2, "somebody-elected")
    store.cards.keep("Ann", "rule:r", graded(None, "good", dt.date(2026, 11, 22)))
    store.add_step(3, 3, "file-them", "party-to-it")
    assert store.remove(2)
    store.close()
    again = Store(url_of(old.parent))
    assert [item.id for item in again.plays("Ann")] == [3, 4, 1]
    assert (len(again.notes.of_learner("Ann")), again.reasons.of_play(3)) == (1, {2: "somebody-elected"})


def test_one_that_was_taken_over_has_the_tables_of_a_new_one(old, tmp_path):
    def schema(file):
        with closing(sqlite3.connect(file)) as opened:
            return sorted(opened.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))

    Store(url_of(old.parent)).close()
    Store(url_of(tmp_path / "new")).close()
    assert schema(old) == schema(tmp_path / "new" / NAME)


def killed_at(statement, file):
    """A process that is killed before it sends a statement to the database, or gets to the end; whether it was."""
    child = os.fork()
    if child == 0:
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        sent = []

        def count(*_):
            if len(sent) == statement:
                os.kill(os.getpid(), signal.SIGKILL)
            sent.append(1)

        try:
            event.listen(Engine, "before_cursor_execute", count)
            event.listen(Engine, "commit", count)
            Store(url_of(file.parent))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment_it_is_in_one_format_or_the_other_whole(old, tmp_path):
    before = dump(old)
    kept = tmp_path / "kept.db"
    shutil.copyfile(old, kept)
    left = []
    for statement in range(100):
        shutil.copyfile(kept, old)
        for beside in old.parent.glob(f"{NAME}-*"):
            beside.unlink()
        if not killed_at(statement, old):
            break
        version, tables, *rows = dump(old)
        left.append(version)
        assert rows == list(before[2:])
        assert bool(tables & NEW_TABLES) == (version == FORMAT)
        assert not tables & NEW_TABLES or tables >= NEW_TABLES
        assert len(Store(url_of(old.parent)).plays()) == 4
    # It was killed between tables as well, and right before it let go.
    assert left.count(1) >= 6
    assert dump(old)[0] == FORMAT


def test_a_fault_in_the_middle_leaves_it_as_it_was(old, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(database.FORMATS, "update", killed, raising=False)
        with pytest.raises(KeyboardInterrupt):
            Store(url_of(old.parent))
    assert dump(old)[:2] == (1, {"format", "play", "step"})
    assert len(Store(url_of(old.parent)).plays()) == 4


def test_one_that_may_only_be_read_says_what_it_cannot_do_and_stays_as_it_was(old, monkeypatch):
    before = old.read_bytes()
    monkeypatch.setenv("LMCS_SIM_STORE", f"sqlite:///file:{old}?mode=ro&uri=true")
    ran = run("saves", "list")
    assert "they are in the older format 1 and cannot be taken over: attempt to write a readonly database" in ran.err
    assert ran.code == 1
    assert old.read_bytes() == before


@pytest.mark.parametrize("version", [0, -1, FORMAT + 1, 99])
def test_a_format_that_was_never_ours_is_not_taken_over(old, version):
    with closing(sqlite3.connect(old)) as opened:
        opened.execute("UPDATE format SET version = ?", (version,))
        opened.commit()
    before = old.read_bytes()
    with pytest.raises(LmcsError) as raised:
        Store(url_of(old.parent))
    assert raised.value.faults[0].code == ("E040" if version > FORMAT else "E041")
    assert old.read_bytes() == before


OPENER = """
import sys
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
print("ready", flush=True)
sys.stdin.readline()
store = Store(store_url())
store.notes.add(1, 1, "board", sys.argv[1])
"""


def test_windows_that_take_it_over_at_once_do_not_get_into_each_others_way(old):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    names = ["one", "two", "three"]
    started = [
        subprocess.Popen([sys.executable, "-c", OPENER, name], stdin=-1, stdout=-1, stderr=-1, env=environment)
        for name in names
    ]
    for process in started:
        assert process.stdout.readline() == b"ready\n"
    for process in started:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60) for process in started] == [(b"", b"")] * 3
    assert sorted(note.text for note in Store(url_of(old.parent)).notes.of_play(1)) == sorted(names)


def test_the_tables_can_be_made_on_a_postgresql_server_too():
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    made = [str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in METADATA.sorted_tables]
    assert sum("SERIAL" in table for table in made) == 2
    assert any("FOREIGN KEY(play, number) REFERENCES step (play, number) ON DELETE CASCADE" in table for table in made)
