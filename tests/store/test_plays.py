"""The store of plays: what is kept, in what order, and what is refused."""

import json
import sqlite3
from contextlib import closing

import pytest
from attrs import evolve
from running import ROOT, run

from lmcs_sim.faults import LmcsError
from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url, url_of
from lmcs_sim.store.plays import Store

LOG = Log("small-visit", "a" * 16, "b" * 16, 7)


@pytest.fixture
def store():
    return Store(store_url())


def file_of(own_places):
    return own_places / "lmcs-sim.db"


def test_a_play_is_kept_as_it_was_begun(store):
    log = evolve(LOG, seed=-3, carried=(("done.voted-at-board", 1), ("measure.standing", 4)), steps=("a", "b"))
    saved = store.get(store.begin("Ann", log))
    assert saved is not None
    assert (saved.learner, saved.log, saved.ending) == ("Ann", log, None)
    assert saved.started == saved.updated


def test_steps_are_added_in_order_and_the_ending_with_the_last(store):
    number = store.begin("Ann", LOG)
    for position, name in enumerate(("a", "b", "c"), start=1):
        store.add_step(number, position, name, "over" if name == "c" else None)
    saved = store.get(number)
    assert saved.log.steps == ("a", "b", "c")
    assert saved.ending == "over"
    assert saved.updated > saved.started


def test_an_undo_forgets_the_steps_after_it_and_the_ending(store):
    number = store.begin("Ann", LOG)
    for position, name in enumerate(("a", "b", "c"), start=1):
        store.add_step(number, position, name, "over" if name == "c" else None)
    store.drop_steps(number, 1)
    assert store.get(number).log.steps == ("a",)
    assert store.get(number).ending is None
    store.add_step(number, 2, "d", None)
    assert store.get(number).log.steps == ("a", "d")


def test_everything_is_there_for_the_next_process(store):
    number = store.begin("Ann", evolve(LOG, steps=("a",)))
    store.add_step(number, 2, "b", None)
    before = store.get(number)
    store.close()
    assert Store(store_url()).get(number) == before


def test_a_play_that_is_not_there_is_none(store):
    assert store.get(1) is None
    store.begin("Ann", LOG)
    assert store.get(2) is None


def test_each_learner_has_plays_of_their_own_the_latest_first(store):
    one, two, three = (store.begin(name, LOG) for name in ("Ann", "Ben", "Ann"))
    assert [saved.id for saved in store.plays("Ann")] == [three, one]
    assert [saved.id for saved in store.plays("Ben")] == [two]
    assert store.plays("Cas") == []
    assert [saved.id for saved in store.plays()] == [three, two, one]
    store.add_step(one, 1, "a", None)
    assert [saved.id for saved in store.plays("Ann")] == [one, three]
    assert [saved.id for saved in store.plays()] == [one, three, two]


def test_the_learner_who_played_last_comes_first(store):
    one = store.begin("Ann", LOG)
    store.begin("Ben", LOG)
    assert store.learners() == ["Ben", "Ann"]
    store.add_step(one, 1, "a", None)
    assert store.learners() == ["Ann", "Ben"]


def test_a_play_is_removed_with_its_steps_and_no_other_is_touched(store, own_places):
    one, two = store.begin("Ann", evolve(LOG, steps=("a", "b"))), store.begin("Ben", evolve(LOG, steps=("c",)))
    kept = store.get(two)
    assert store.remove(one)
    assert not store.remove(one)
    assert store.get(one) is None
    assert store.plays() == [kept]
    with closing(sqlite3.connect(file_of(own_places))) as opened:
        assert opened.execute("SELECT play FROM step").fetchall() == [(two,)]


def test_a_finished_play_from_elsewhere_is_kept_as_finished(store):
    number = store.begin("Ann", evolve(LOG, steps=("a",)), "over")
    assert store.get(number).ending == "over"
    assert store.unfinished("Ann") == []


def test_unfinished_plays_are_those_without_an_ending(store):
    one, two = store.begin("Ann", LOG), store.begin("Ann", evolve(LOG, scenario="other"))
    store.begin("Ben", LOG)
    assert [saved.id for saved in store.unfinished("Ann")] == [two, one]
    assert [saved.id for saved in store.unfinished("Ann", "small-visit")] == [one]
    store.add_step(one, 1, "a", "over")
    assert [saved.id for saved in store.unfinished("Ann")] == [two]
    store.drop_steps(one, 0)
    assert [saved.id for saved in store.unfinished("Ann")] == [one, two]


def test_names_and_ids_are_only_ever_data(store):
    name = "Ann'; DROP TABLE play; -- 漢 🙂"
    number = store.begin(name, evolve(LOG, scenario='"', steps=("' OR 1=1",)))
    assert store.plays(name)[0].log.steps == ("' OR 1=1",)
    assert store.get(number).log.scenario == '"'


def test_a_step_of_no_play_is_refused(store):
    with pytest.raises(LmcsError):
        store.add_step(99, 1, "a", None)
    assert store.plays() == []


def test_a_step_another_window_has_taken_is_refused_and_theirs_kept(store):
    number = store.begin("Ann", LOG)
    Store(store_url()).add_step(number, 1, "theirs", None)
    with pytest.raises(LmcsError, match="this play has gone on in another window"):
        store.add_step(number, 1, "mine", "over")
    assert store.get(number).log.steps == ("theirs",)
    assert store.get(number).ending is None


def test_a_step_after_those_another_window_took_back_is_refused(store):
    number = store.begin("Ann", evolve(LOG, steps=("a", "b", "c")))
    Store(store_url()).drop_steps(number, 1)
    with pytest.raises(LmcsError, match="this play has gone on in another window"):
        store.add_step(number, 4, "d", None)
    assert store.get(number).log.steps == ("a",)


def test_a_step_of_a_play_that_another_window_removed_goes_to_no_other_play(store):
    number = store.begin("Ann", evolve(LOG, steps=("a", "b")))
    other = Store(store_url())
    other.remove(number)
    again = other.begin("Ben", LOG)
    with pytest.raises(LmcsError, match="this play has gone on in another window"):
        store.add_step(number, 3, "c", "over")
    assert (store.get(again).log.steps, store.get(again).ending) == ((), None)


def test_saves_stand_in_the_working_folder_where_it_has_a_place_for_them(tmp_path, monkeypatch):
    monkeypatch.delenv("LMCS_SIM_STORE")
    monkeypatch.chdir(tmp_path)
    assert store_url() == url_of(tmp_path / "data" / "lmcs-sim")
    (tmp_path / "saves").mkdir()
    assert store_url() == url_of(tmp_path / "saves")


def test_saves_list_prints_what_is_kept(store):
    number = store.begin("Ann", evolve(LOG, steps=("a",), carried=(("measure.standing", 4),)))
    (record,) = json.loads(run("saves", "list", "--json").out)
    saved = store.get(number)
    assert record == {
        "id": number,
        "learner": "Ann",
        "scenario": "small-visit",
        "scenario_hash": "a" * 16,
        "rulebook_hash": "b" * 16,
        "seed": 7,
        "carried": {"measure.standing": 4},
        "steps": ["a"],
        "ending": None,
        "started": saved.started,
        "updated": saved.updated,
    }
    assert json.loads(run("saves", "list", "--json", "--as", "Ben").out) == []
    assert run("saves", "list").out.startswith(f"{number}: small-visit, Ann, 1 step, unfinished, ")


def test_the_checkouts_own_saves_are_not_where_tests_write(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert str(ROOT) not in store_url()
