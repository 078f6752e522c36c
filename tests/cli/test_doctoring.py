"""The doctor, as it is asked: what it prints, its exit code, and that it changes nothing, whatever it stands in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from on_a_pty import run_on_a_pty
from running import ROOT, run, run_apart, run_python

from lmcs_sim.store.place import NAME, store_url
from lmcs_sim.store.plays import Store

LOADED = """
import sys
from lmcs_sim.cli.main import main
main(["doctor"])
print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "rich"}))
"""


def data(*arguments):
    """What the doctor says as data, by part and name."""
    return {(look["part"], look["name"]): look for look in json.loads(run(*arguments).out)}


def test_all_that_is_looked_at_is_data_and_each_fault_has_its_meaning_and_its_cure(tmp_path):
    found = data("--pack", tmp_path, "doctor", "--json")
    assert found["program", "packs"]["state"] == "error"
    assert {"python", "term", "where", "opens", "proofs"} <= {name for _, name in found}
    assert all(look["means"] and look["cure"] for look in found.values() if look["state"] != "ok")


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_is_named_is_shown_and_never_obeyed(form):
    assert "\x1b" not in run("--pack", "evil\x1b[31m\u202e", "doctor", *form).out


def test_it_exits_with_0_where_nothing_is_an_error_and_with_1_otherwise(tmp_path):
    fine = run("doctor")
    assert (fine.code, fine.err) == (0, "")
    assert "no errors, " in fine.out
    bad = run("--pack", tmp_path, "doctor")
    assert (bad.code, bad.err) == (1, "")
    assert "1 error, " in bad.out


def test_nothing_is_made_and_nothing_is_changed(tmp_path, own_places):
    def everything():
        return {path: path.is_file() and (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*")}

    run("doctor")
    assert not own_places.exists()
    Store(store_url()).close()
    before = everything()
    assert own_places / NAME in before
    run("doctor")
    assert everything() == before


def test_textual_is_not_loaded():
    assert run_python(LOADED).out.splitlines()[-1] == "LOADED"


@pytest.mark.parametrize(
    ("size", "environment", "code", "said"),
    [
        ((80, 24), {}, 0, ["+ ok: size: 80 columns by 24 lines", "+ ok: face: the full screens"]),
        ((38, 10), {}, 1, ["!! error: size: 38 columns by 10 lines"]),
        ((60, 20), {"TERM": "dumb"}, 0, ["! warning: term: TERM is dumb", "! warning: size: ", "because TERM is dumb"]),
        ((80, 24), {"PYTHONIOENCODING": "ascii"}, 0, ["! warning: signs: ascii cannot show 12 of our 12 signs"]),
    ],
)
def test_on_a_real_terminal_what_it_is_is_told(size, environment, code, said):
    shown = run_on_a_pty("-m", "lmcs_sim", "doctor", size=size, **environment)
    assert shown.code == code
    assert "\x1b" not in shown.out
    assert [words for words in said if words not in shown.out] == []


def test_on_a_real_terminal_error_output_sent_elsewhere_is_told():
    into = "import os, sys; os.dup2(os.open(os.devnull, os.O_WRONLY), 2); "
    shown = run_on_a_pty("-c", f"{into}sys.argv[1:] = ['doctor']; from lmcs_sim.__main__ import run; run()")
    assert shown.code == 0
    assert "! warning: error output: a pipe or a file" in shown.out
    assert "the error output is not a terminal" in shown.out


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "xx_YY.KOI8-R", "TERM": "", "HOME": "/nowhere", "TMPDIR": "/nowhere"},
        {"LMCS_SIM_STORE": "sqlite:////dev/null/x", "LMCS_SIM_CACHE": "/dev/null/x", "COLUMNS": "-1", "LINES": "many"},
        {"LMCS_SIM_STORE": "://", "LMCS_SIM_PACKS": "/nowhere", "XDG_DATA_HOME": "/dev/null"},
        {"LMCS_SIM_STORE": "postgresql://ann:hush@[example/plays"},
        {"LMCS_SIM_STORE": "/tmp/\udcff\udcfe", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_whatever_the_environment_is_like_it_says_so_without_a_traceback(environment):
    ran = run_apart("doctor", "--json", environment=environment)
    assert (ran.code in (0, 1), ran.err) == (True, "")
    assert len(json.loads(ran.out)) > 15
    assert "hush" not in ran.out
    assert "Traceback" not in ran.out


def test_a_working_folder_that_is_gone_is_said(tmp_path):
    here = tmp_path / "here"
    here.mkdir()
    code = "import os, sys; from lmcs_sim.cli.main import main; os.rmdir(os.getcwd()); sys.exit(main(['doctor']))"
    whole = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, cwd=here, env=whole, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "!! error: where: the folder you are in is no longer there" in ran.stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["doctor", "list"])
@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="there is no shell to close a stream with")
def test_a_stream_that_is_closed_stops_nothing(closed, command):
    line = f'"{sys.executable}" -m lmcs_sim {command} {closed}'
    whole = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(["/bin/sh", "-c", line], env=whole, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
