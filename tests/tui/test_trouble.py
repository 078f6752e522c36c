"""When something goes wrong: one clear message, the right exit code, no traceback, and nothing decided is lost."""

import os
import sqlite3
from pathlib import Path

import pytest
from on_a_pty import Shown, folder, run_on_a_pty
from piloting import decided
from running import SMALL_VISIT

from lmcs_sim.store.place import NAME, store_url
from lmcs_sim.store.plays import Store

HOME = ("-m", "lmcs_sim", "--as", "Ann")
PLAY = ("-m", "lmcs_sim", "play", str(SMALL_VISIT), "--as", "Ann")
PLAY_AND_CRASH = """
import sys
from lmcs_sim.cli.main import main
import lmcs_sim.{module} as module
def crash(*_, **__):
    raise RuntimeError("the screen fell over [b]here[/b]")
module.{where} = crash
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(autouse=True)
def no_tour():
    """Nobody here wants the tour."""
    Path(os.environ["LMCS_SIM_SETTINGS"]).write_text("tour = false\n", encoding="utf-8")


def assert_one_message(shown: Shown, code: int, error: str) -> None:
    assert shown.code == code, shown.afterwards
    assert shown.out.count(f"error[{error}]") == 1
    assert f"error[{error}]" in shown.afterwards
    assert "Traceback" not in shown.out
    said = [line for line in shown.afterwards.strip().splitlines() if not line.startswith("  |")]
    assert len(said) <= 3


def test_saves_that_cannot_be_read(own_places: Path):
    Path(folder(own_places), NAME).write_bytes(b"not a database" * 100)
    shown = run_on_a_pty(*HOME)
    assert_one_message(shown, 1, "E041")
    assert Path(own_places, NAME).read_bytes() == b"not a database" * 100


def test_saves_of_a_newer_format(own_places: Path):
    folder(own_places)
    Store(store_url()).close()
    connection = sqlite3.connect(own_places / NAME)
    with connection:
        connection.execute("update format set version = 999")
    connection.close()
    assert_one_message(run_on_a_pty(*HOME), 1, "E040")


def test_a_scenario_with_faults_opened_from_the_library(tmp_path: Path):
    text = SMALL_VISIT.read_text(encoding="utf-8").replace('act = "vote"', 'act = "voot"')
    pack = tmp_path / "pack"
    Path(folder(pack / "scenarios"), "faulty.toml").write_text(text.replace('"small-visit"', '"faulty"'))
    keys = (("Playing as", "l"), ("hundred", "\x1b[F\x1b[A\r"), ("practise", "\r"))
    shown = run_on_a_pty("-m", "lmcs_sim", "--pack", str(pack), keys=keys, size=(100, 50))
    assert_one_message(shown, 1, "E013")
    assert "faulty.toml:" in shown.afterwards


@pytest.mark.parametrize(
    ("module", "where"),
    [
        ("tui.screens.result", "ResultScreen._start"),
        ("tui.app", "LmcsApp.open_result"),
        ("tui.screens.play", "PlayScreen._after_result"),
    ],
)
def test_a_crash_inside_a_screen_loses_no_decision_and_prints_no_traceback(module: str, where: str, tmp_path: Path):
    code = PLAY_AND_CRASH.format(module=module, where=where)
    keys = (("practise", "\r"), ("The telephone", "3"), ("Take it", "\r"))
    keys = (*keys, ("Whose duty", "\r")) if where.endswith("_after_result") else keys
    temporary = folder(tmp_path / "temporary")
    shown = run_on_a_pty("-c", code, *PLAY[2:], keys=keys, size=(100, 50), TMPDIR=temporary)
    assert_one_message(shown, 3, "E090")
    assert "a fault of ours: the screen fell over [b]here[/b]" in shown.afterwards
    (report,) = Path(temporary).glob("lmcs-sim-fault-*.txt")
    assert str(report) in "".join(shown.afterwards.split())
    assert "RuntimeError: the screen fell over" in report.read_text(encoding="utf-8")
    assert "in crash" in report.read_text(encoding="utf-8")
    assert decided() == ("turn-her-away",)


def test_a_step_that_cannot_be_kept_leaves_with_one_message_and_the_steps_before_it(own_places: Path):
    code = """
import sys
from lmcs_sim.cli.main import main
from lmcs_sim.store.plays import Store
from lmcs_sim.store.database import METADATA
keep = Store.add_step
def then_fail(self, play, number, name, ending):
    if number == 2:
        with self._engine.begin() as connection:
            connection.exec_driver_sql("drop table step")
    keep(self, play, number, name, ending)
Store.add_step = then_fail
sys.exit(main(sys.argv[1:]))
"""
    keys = (("practise", "\r"), ("The telephone", "1"), ("Take it", "\r"), ("Whose duty", "\r"))
    keys = (*keys, ("Attention: 0 of 1 left", "1"), ("Take it", "\r"))
    shown = run_on_a_pty("-c", code, *PLAY[2:], keys=keys, size=(100, 50))
    assert_one_message(shown, 1, "E041")
    assert "your last step could not be kept" in " ".join(shown.afterwards.split())
