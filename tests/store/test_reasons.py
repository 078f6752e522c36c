"""Reasons given after decisions: kept with their step, dropped with it."""

import pytest

from lmcs_sim.faults import LmcsError
from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

LOG = Log("small-visit", "a", "b", 7, (), ("one", "two", "three"))


@pytest.fixture
def store():
    return Store(store_url())


@pytest.fixture
def play(store):
    return store.begin("Ann", LOG)


def test_a_reason_is_kept_with_its_step_for_the_next_process(store, play):
    store.reasons.give(play, 3, "late")
    store.reasons.give(play, 1, "early")
    other = store.begin("Ben", LOG)
    store.reasons.give(other, 1, "theirs")
    store.close()
    assert list(Store(store_url()).reasons.of_play(play).items()) == [(1, "early"), (3, "late")]


def test_a_reason_given_again_takes_the_place_of_the_first(store, play):
    store.reasons.give(play, 1, "first")
    store.reasons.give(play, 1, "second")
    assert store.reasons.of_play(play) == {1: "second"}


def test_an_undo_drops_the_reasons_of_the_steps_it_takes_back_alone(store, play):
    for number in (1, 2, 3):
        store.reasons.give(play, number, f"r{number}")
    store.drop_steps(play, 1)
    assert store.reasons.of_play(play) == {1: "r1"}
    store.add_step(play, 2, "another", None)
    assert store.reasons.of_play(play) == {1: "r1"}


def test_a_reason_goes_with_its_play(store, play):
    store.reasons.give(play, 1, "r")
    store.remove(play)
    assert store.reasons.of_play(play) == {}


def test_a_reason_for_a_step_that_was_taken_back_elsewhere_is_refused(store, play):
    Store(store_url()).drop_steps(play, 2)
    with pytest.raises(LmcsError, match="gone on in another window"):
        store.reasons.give(play, 3, "r")
    assert store.reasons.of_play(play) == {}


def test_a_reason_alters_neither_the_play_nor_when_it_was_played(store, play):
    before = store.get(play)
    store.reasons.give(play, 2, "r")
    assert store.get(play) == before
