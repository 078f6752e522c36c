import os
import shutil
from pathlib import Path

import pytest

from lmcs_sim import __version__
from lmcs_sim.doctor import program as room
from lmcs_sim.doctor.program import Packs, program_looks, see_packs
from lmcs_sim.toml.packs import built_in

TESTS = Path(__file__).parent.parent


@pytest.fixture
def pack(tmp_path):
    """A pack with one scenario that can be played."""
    folder = tmp_path / "thornmere"
    (folder / "scenarios").mkdir(parents=True)
    (folder / "rules").mkdir()
    shutil.copy(TESTS / "good" / "small-visit.toml", folder / "scenarios")
    return folder


@pytest.fixture
def quick(monkeypatch, shipped):
    """The shipped rules, read once, wherever no other pack is named."""
    load = room.load_rulebook
    monkeypatch.setattr(room, "load_rulebook", lambda packs: shipped if list(packs) == [built_in()] else load(packs))


def looks(*named, python=(3, 11, 7)):
    """The looks at the program with packs named on the command line."""
    return list(program_looks(see_packs(named), python))


def not_ok(found):
    return [(look.name, look.state, look.found) for look in found if look.state != "ok"]


@pytest.mark.usefixtures("quick")
def test_the_program_as_it_is_shipped_is_all_right():
    found = looks()
    assert not_ok(found) == []
    said = {look.name: look.found for look in found}
    assert said["version"] == __version__
    assert said["runs-from"] == f"a checkout, {built_in()}"
    assert said["rules"].endswith("provisions")
    assert said["scenarios"] == "4 scenarios can be played"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("python", "state"), [((3, 10, 14), "error"), ((3, 11, 0), "ok"), ((4, 0, 0), "ok")])
def test_a_python_that_is_too_old_is_an_error(python, state):
    (look,) = [look for look in looks(python=python) if look.name == "python"]
    assert look.state == state
    assert look.found.startswith(".".join(map(str, python)))


def test_an_installed_package_is_known_from_a_checkout(tmp_path):
    for name in ("rules", "scenarios"):
        (tmp_path / "data" / name).mkdir(parents=True)
    (look,) = room._runs_from(tmp_path / "data")
    assert (look.state, look.found) == ("ok", f"an installed package, {tmp_path}")


def test_rules_and_scenarios_that_are_not_there_are_an_error(tmp_path):
    found = list(program_looks(Packs(tmp_path)))
    missing = f"there is no folder named rules or scenarios in {tmp_path}"
    assert ("runs-from", "error", missing) in not_ok(found)
    assert ("scenarios", "error", "there is none that can be played") in not_ok(found)


@pytest.mark.usefixtures("quick")
def test_packs_that_are_not_there_are_errors_and_the_others_are_read(tmp_path, monkeypatch, pack):
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("LMCS_SIM_PACKS", os.pathsep.join([str(tmp_path / "gone"), str(pack)]))
    found = looks(tmp_path / "empty")
    assert not_ok(found) == [
        ("packs", "error", f"{tmp_path / 'gone'}, from LMCS_SIM_PACKS, is not there"),
        ("packs", "error", f"{tmp_path / 'empty'}, from --pack, is no pack"),
    ]
    assert found[-1].found == "5 scenarios can be played"


@pytest.mark.usefixtures("quick")
def test_a_folder_among_ones_own_packs_that_is_no_pack_is_a_warning(tmp_path):
    own = tmp_path / "data" / "lmcs-sim" / "packs" / "notes"
    own.mkdir(parents=True)
    assert not_ok(looks()) == [("packs", "warning", f"{own} is no pack")]


@pytest.mark.usefixtures("quick")
def test_a_pack_that_does_not_load_is_named_and_the_sound_one_is_not(tmp_path, pack):
    bad = tmp_path / "bad"
    (bad / "rules").mkdir(parents=True)
    (bad / "rules" / "ours.toml").write_text("rule = 3\nmore = 4\n")
    ((name, state, said),) = not_ok(looks(pack, bad))
    assert (name, state) == ("rules", "error")
    assert said.startswith(f"{bad} does not load: {bad / 'rules' / 'ours.toml'}:")
    assert said.endswith("(and 1 more)")


def test_packs_that_load_alone_and_not_together_are_said(tmp_path, monkeypatch, shipped, pack):
    packs = [pack, tmp_path / "other"]
    shutil.copytree(pack, packs[1])
    for path in packs:
        (path / "rules" / "vocabulary.toml").write_text('[done.twice-said]\nsays = "it was said twice"\n')
    ((name, state, said),) = not_ok(looks(*packs))
    assert (name, state) == ("rules", "error")
    assert said.startswith("the packs do not load together: ")
    assert "'twice-said' is defined twice" in said


def test_shipped_rules_that_are_spoilt_are_an_error(tmp_path):
    for name in ("rules", "scenarios"):
        shutil.copytree(built_in() / name, tmp_path / name)
    (tmp_path / "rules" / "scoring.toml").write_text("points = 3")
    bad = not_ok(program_looks(Packs(tmp_path)))
    assert [(name, state) for name, state, _ in bad] == [("rules", "error")]
    assert bad[0][2].startswith(f"{tmp_path} does not load: {tmp_path / 'rules' / 'scoring.toml'}:1:")


@pytest.mark.usefixtures("quick")
def test_a_scenario_that_cannot_be_played_is_named(pack):
    for name in ("unknown-word", "broken"):
        shutil.copy(TESTS / "bad" / f"{name}.toml", pack / "scenarios")
    found = looks(pack)
    bad = not_ok(found)
    assert [(name, state) for name, state, _ in bad] == [("scenarios", "error")] * 2
    for name in ("unknown-word", "broken"):
        assert any(str(pack / "scenarios" / f"{name}.toml") in said for _, _, said in bad)
    assert found[-1].found == "5 scenarios can be played"
