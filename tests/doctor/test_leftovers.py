import os
import re
import tempfile
from pathlib import Path

import pytest

from lmcs_sim.crash import report
from lmcs_sim.doctor import leftovers as room
from lmcs_sim.doctor.leftovers import leftover_looks


@pytest.fixture(autouse=True)
def own_temporary(tmp_path, monkeypatch) -> Path:
    """A temporary folder of each test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def looks():
    return {look.name: look for look in leftover_looks()}


def crash(words):
    """The report of a fault of ours."""
    try:
        raise RuntimeError(words)
    except RuntimeError:
        return Path(report())


def test_nothing_left_over_is_all_right_and_no_folder_is_made(tmp_path):
    found = looks()
    assert {look.state for look in found.values()} == {"ok"}
    assert found["proofs"].found == f"none kept yet; they will be in {tmp_path / 'cache'}"
    assert not (tmp_path / "cache").exists()


def test_what_is_kept_of_proofs_is_counted(tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "one.json").write_text("{}")
    assert looks()["proofs"].found == f"1 proof kept in {tmp_path / 'cache'}"


@pytest.mark.parametrize("inside", ["", "deeper"])
def test_a_folder_of_proofs_that_cannot_be_written_in_is_a_warning(tmp_path, monkeypatch, inside):
    (tmp_path / "file").write_text("a file")
    monkeypatch.setenv("LMCS_SIM_CACHE", str(tmp_path / "file" / inside))
    look = looks()["proofs"]
    assert look.state == "warning"
    assert look.found.endswith("cannot be written in: it is a file, not a folder")
    monkeypatch.setenv("LMCS_SIM_CACHE", "/proc/nothing")
    assert looks()["proofs"].state == "warning"


def test_the_last_report_is_shown_with_its_last_line():
    older = crash("long ago")
    os.utime(older, (10**9, 10**9))
    last = crash("the roof fell in" + " and more" * 500)
    look = looks()["reports"]
    assert look.state == "warning"
    assert look.found == f"{last} (1 older beside it)"
    assert "RuntimeError: the roof fell in and more" in look.means
    assert len(look.means) < 300
    last.unlink()
    look = looks()["reports"]
    assert look.found == str(older)
    assert re.fullmatch(r"lmcs-sim stopped .* on \d September 2001, \d\d:46: RuntimeError: long ago", look.means)


def test_a_report_without_words_says_so(own_temporary):
    (own_temporary / "lmcs-sim-fault-x.txt").write_bytes(b"\n \n")
    assert looks()["reports"].means.endswith(": it says nothing")


def test_what_somebody_else_put_there_is_no_report_of_ours(own_temporary, monkeypatch, tmp_path):
    (tmp_path / "elsewhere").write_text("read me")
    (own_temporary / "lmcs-sim-fault-link.txt").symlink_to(tmp_path / "elsewhere")
    (own_temporary / "lmcs-sim-fault-folder.txt").mkdir()
    (own_temporary / "other.txt").write_text("no report")
    assert looks()["reports"].state == "ok"
    crash("theirs")
    monkeypatch.setattr(room.os, "getuid", lambda: os.stat(own_temporary).st_uid + 1)
    assert looks()["reports"].state == "ok"


def test_no_temporary_folder_is_an_error(monkeypatch):
    def none():
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    look = looks()["reports"]
    assert (look.state, look.found) == ("error", "this could not be looked at: no usable temporary directory found")
