"""An editor that knows TOML finds the schema of a file and judges the file by it: tried with taplo, which editors use."""

import re
import shutil
import subprocess

import pytest
from running import ROOT, TESTS, run

from lmcs_sim.faults import LmcsError
from lmcs_sim.toml.scenario_files import read_scenario

TAPLO = shutil.which("taplo")
pytestmark = pytest.mark.skipif(TAPLO is None, reason="taplo is not installed: pip install -e '.[test]'")

SCENARIO = ROOT / "scenarios" / "scenario.schema.json"
SHIPPED = [
    path
    for folder in ("scenarios", "rules", "rules/guidance")
    for path in sorted((ROOT / folder).glob("*.toml"))
    if path.name != "scoring.toml"
]
BAD = sorted(path for folder in ("bad", "planted") for path in (TESTS / folder).glob("*.toml"))
SLOW = {"nested-500-deep", "dotted-3000-deep", "number-of-5000-digits"}
MEANING = {
    *("unknown-word", "unknown-act", "unknown-provision", "condition-on-an-unknown-word", "scene-nothing-defines"),
    *("loop-of-scenes", "every-choice-hidden", "month-that-falls", "ids-used-twice", "scene-the-cut-forgets"),
}


def refused(paths, *more):
    """The files that taplo refuses, by name, and all that it says."""
    command = [TAPLO, "lint", "--colors", "never", "--no-auto-config", *more, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, cwd=TESTS)
    said = (done.stdout + done.stderr).decode(errors="replace")
    names = {found.rpartition("/")[2] for found in re.findall(r'invalid file .*path="(.*?)\.toml"', said)}
    assert bool(names) == (done.returncode != 0), said
    return names, said


def is_of_another_shape(path):
    try:
        read_scenario(path)
    except LmcsError:
        return True
    return False


def test_every_shipped_file_names_a_schema_that_accepts_it():
    assert all(path.read_text(encoding="utf-8").startswith("#:schema ") for path in SHIPPED)
    names, said = refused(SHIPPED)
    assert names == set(), said


def test_a_shipped_file_spoilt_beside_its_schema_is_refused(tmp_path):
    for path in SHIPPED:
        folder = tmp_path / path.parent.name
        folder.mkdir(exist_ok=True)
        (folder / path.name).write_text(f"{path.read_text(encoding='utf-8')}\nsurplus = {{ a = 1 }}\n[nothing.here]\n")
        for schema in path.parent.glob("*.schema.json"):
            shutil.copy(schema, folder)
    spoilt = sorted(tmp_path.rglob("*.toml"))
    assert refused(spoilt)[0] == {path.stem for path in SHIPPED}


def test_what_has_another_shape_is_refused_and_what_only_check_can_know_is_not():
    files = [path for path in BAD if path.stem not in SLOW]
    shape = {path.stem for path in files if is_of_another_shape(path)}
    names, _ = refused(files, "--schema", SCENARIO.as_uri())
    assert len(shape) > 15
    assert shape - names == set()
    assert MEANING - shape - names == MEANING


@pytest.mark.parametrize(
    ("kind", "path"), [("scenario", "bus.toml"), ("pack", "ours"), ("rules", "ours/rules/one.toml")]
)
def test_what_new_writes_finds_its_schema_and_is_accepted(tmp_path, monkeypatch, kind, path):
    monkeypatch.chdir(tmp_path)
    assert run("new", kind, path).code == 0
    written = sorted(tmp_path.rglob("*.toml"))
    assert written
    names, said = refused(written)
    assert names == set(), said
