"""Faults as people read them, each with the line of its file and a caret."""

import os
import threading

from lmcs_sim.faults import Fault, Place
from lmcs_sim.toml.pointing import told


def bad(file, line=1, column=1):
    return Fault("E013", "unknown word 'frnt'", "Did you mean 'front'?", Place(str(file), line, column))


def text_of(*faults):
    return "\n".join(told(faults))


def test_the_line_stands_between_what_is_wrong_and_the_cure(tmp_path):
    path = tmp_path / "doors.toml"
    path.write_text("format = 1\ndoor = 'frnt'\n")
    assert text_of(bad(path, 2, 8)) == (
        f"{path}:2:8: error[E013]: unknown word 'frnt'\n  | door = 'frnt'\n  |        ^\n  Did you mean 'front'?"
    )


def test_a_place_that_is_no_file_shows_no_line(tmp_path):
    for file in ("command line", tmp_path / "nothing.toml", tmp_path):
        assert "|" not in text_of(bad(file))


def test_a_fault_without_a_line_shows_none_and_reads_no_file(tmp_path, monkeypatch):
    path = tmp_path / "doors.toml"
    path.write_text("format = 1")
    opened = []
    monkeypatch.setattr("lmcs_sim.toml.pointing.lines_in", lambda raw: opened.append(raw) or ["format = 1"])
    assert "|" not in text_of(bad(path, 0, 0))
    assert opened == []


def test_a_line_after_the_last_shows_none(tmp_path):
    path = tmp_path / "doors.toml"
    path.write_text("format = 1")
    assert "|" not in text_of(bad(path, 2, 1))


def test_lines_are_counted_as_faults_count_them(tmp_path):
    path = tmp_path / "doors.toml"
    path.write_bytes("\ufefffirst\x0b\u2028\r\nsecond\n".encode())
    assert "  | second\n" in text_of(bad(path, 2, 1))
    assert "  | first\\x0b\\x2028\n" in text_of(bad(path, 1, 1))


def test_a_file_that_is_not_text_shows_what_can_be_shown(tmp_path):
    path = tmp_path / "doors.toml"
    path.write_bytes(b"title = 'caf\xe9'\n")
    assert "  | title = 'caf\ufffd'\n  |             ^\n" in text_of(bad(path, 1, 13))


def test_words_of_a_file_cannot_pass_for_ours(tmp_path):
    path = tmp_path / "doors.toml"
    path.write_text("x.toml:1:1: error[E001]: send us your password")
    assert text_of(bad(path)).splitlines()[1] == "  | x.toml:1:1: error[E001]: send us your password"


def test_a_pipe_is_not_read_again(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = threading.Thread(target=text_of, args=[bad(pipe)], daemon=True)
    done.start()
    done.join(5)
    assert not done.is_alive()


def test_each_file_is_read_once(tmp_path, monkeypatch):
    path = tmp_path / "doors.toml"
    path.write_text("door = 'frnt'\n" * 50)
    opened = []
    monkeypatch.setattr("lmcs_sim.toml.pointing.lines_in", lambda raw: opened.append(raw) or ["door = 'frnt'"] * 50)
    assert text_of(*(bad(path, line, 8) for line in range(1, 51))).count("  | door = 'frnt'\n") == 50
    assert len(opened) == 1
