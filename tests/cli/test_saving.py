"""Plays as files, plays from files, and plays that are removed, on the command line."""

import json

import pytest
from running import SMALL_VISIT, run

from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store


@pytest.fixture
def store():
    made = Store(store_url())
    yield made
    made.close()


@pytest.fixture
def pack(tmp_path):
    """The option that puts the small visit among the scenarios."""
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "small-visit.toml").write_bytes(SMALL_VISIT.read_bytes())
    return ("--pack", folder.parent)


@pytest.fixture
def played(store):
    run("play", SMALL_VISIT, "--plain", "--as", "Ann", given="ask-how\nturn-her-away\nnote mine\n")
    return store.plays()[0]


def test_an_exported_play_is_brought_in_whole_as_somebody_elses(played, store, pack, tmp_path):
    path = tmp_path / "play.json"
    ran = run("saves", "export", played.id, path)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Kept as a file: {path}\n")
    assert not {"Ann", "mine"} & set(path.read_text().replace('"', " ").split())
    ran = run(*pack, "saves", "import", path, "--as", "Ben")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Brought in as play 2: The small visit, 2 steps, unfinished.\n"
    assert store.plays("Ben")[0].log == played.log


def test_nothing_is_overwritten_unless_that_is_asked_for(played, tmp_path):
    path = tmp_path / "play.json"
    path.write_text("mine")
    ran = run("saves", "export", played.id, path)
    assert (ran.code, path.read_text()) == (2, "mine")
    assert "E052" in ran.err
    assert run("saves", "export", played.id, path, "--force").code == 0
    assert json.loads(path.read_text())["steps"] == list(played.log.steps)


def test_a_log_that_parts_from_todays_story_says_where(pack, store, tmp_path):
    path = tmp_path / "old.json"
    hashes = {"scenario_hash": "1", "rulebook_hash": "2", "seed": 1, "carried": []}
    path.write_text(json.dumps({"format": 1, "scenario": "small-visit", **hashes, "steps": ["ask-how", "fly"]}))
    ran = run(*pack, "saves", "import", path, "--as", "Ben")
    assert ran.code == 0
    assert "parts from today's at step 2: 'fly' is not" in ran.err
    assert store.plays("Ben")[0].log.steps == ("ask-how",)


@pytest.mark.parametrize("text", ["", "[]", "nothing", '{"format": 9}'])
def test_a_file_that_is_no_play_is_refused_and_nothing_is_kept(store, tmp_path, text):
    path = tmp_path / "bad.json"
    path.write_text(text)
    ran = run("saves", "import", path)
    assert (ran.code, ran.out) == (1, "")
    assert str(path) in ran.err
    assert store.plays() == []


def test_a_play_of_a_scenario_that_is_not_here_is_refused(played, store, tmp_path):
    path = tmp_path / "play.json"
    run("saves", "export", played.id, path)
    ran = run("saves", "import", path)
    assert ran.code == 2
    assert "there is no scenario 'small-visit'" in ran.err
    assert len(store.plays()) == 1


def test_a_play_is_removed_with_its_notes_when_yes_is_said(played, store):
    ran = run("saves", "remove", played.id)
    assert ran.code == 2
    assert "Add --yes." in ran.err
    assert len(store.plays()) == 1
    ran = run("saves", "remove", played.id, "--yes")
    assert (ran.code, ran.err) == (0, "Play 1 is removed.\n")
    assert store.plays() == []
    assert store.notes.of_learner("Ann") == []


def test_a_number_that_no_play_has_is_refused(store):
    for command in (("export", 7, "x.json"), ("remove", 7, "--yes")):
        ran = run("saves", *command)
        assert ran.code == 2
        assert "there is no play '7'" in ran.err
