"""Notes on moments of plays: kept as written, with their play."""

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lmcs_sim.faults import LmcsError, WrongUse
from lmcs_sim.play.play import Log
from lmcs_sim.store.notes import LONGEST
from lmcs_sim.store.place import store_url, url_of
from lmcs_sim.store.plays import Store

LOG = Log("small-visit", "a", "b", 7, (), ("ask-how", "turn-her-away"))


@pytest.fixture
def store():
    return Store(store_url())


@pytest.fixture
def play(store):
    return store.begin("Ann", LOG)


def test_a_note_is_kept_with_its_moment_for_the_next_process(store, play):
    note = store.notes.add(play, 2, "board", "Ask *why*.\n\n[b]Who[/b] checked? 漢 🙂")
    store.close()
    assert Store(store_url()).notes.of_play(play) == [note]
    assert (note.play, note.number, note.scene) == (play, 2, "board")
    assert note.text == "Ask *why*.\n\n[b]Who[/b] checked? 漢 🙂"


def test_the_notes_of_a_play_stand_in_the_order_of_its_steps(store, play):
    late, first, second = (
        store.notes.add(play, number, "board", text) for number, text in ((2, "late"), (0, "first"), (0, "second"))
    )
    assert store.notes.of_play(play) == [first, second, late]
    assert store.notes.of_play(play + 1) == []


def test_the_notes_of_a_learner_are_those_of_all_plays_the_latest_first(store, play):
    other, theirs = store.begin("Ann", LOG), store.begin("Ben", LOG)
    one, two = store.notes.add(play, 1, "board", "one"), store.notes.add(other, 0, "telephone", "two")
    store.notes.add(theirs, 0, "telephone", "theirs")
    assert store.notes.of_learner("Ann") == [two, one]
    assert store.notes.change(one.id, "one, again")
    assert [note.text for note in store.notes.of_learner("Ann")] == ["one, again", "two"]


def test_a_note_can_be_changed_and_removed_and_one_that_is_gone_is_said(store, play):
    note = store.notes.add(play, 1, "board", "before")
    assert store.notes.change(note.id, "after")
    (changed,) = store.notes.of_play(play)
    assert changed == evolve(note, text="after", written=changed.written)
    assert changed.written > note.written
    assert store.notes.remove(note.id)
    assert store.notes.of_play(play) == []
    assert not store.notes.remove(note.id)
    assert not store.notes.change(note.id, "too late")


def test_a_note_stays_when_steps_are_taken_back_and_goes_with_its_play(store, play):
    note = store.notes.add(play, 2, "board", "mine")
    store.drop_steps(play, 0)
    assert store.notes.of_play(play) == [note]
    store.remove(play)
    assert store.notes.of_learner("Ann") == []


def test_a_note_on_a_play_that_is_gone_is_refused(store, play):
    with pytest.raises(LmcsError):
        store.notes.add(play + 1, 0, "board", "on nothing")
    assert store.notes.of_play(play + 1) == []


@pytest.mark.parametrize("text", ["", "  \n\t ", "x" * (LONGEST + 1)])
def test_an_empty_note_and_one_that_is_too_long_are_refused(store, play, text):
    note = store.notes.add(play, 0, "board", "before")
    with pytest.raises(WrongUse):
        store.notes.add(play, 0, "board", text)
    with pytest.raises(WrongUse):
        store.notes.change(note.id, text)
    assert store.notes.of_play(play) == [note]


def test_the_longest_note_is_kept_whole(store, play):
    assert store.notes.add(play, 0, "board", "é" * LONGEST).text == "é" * LONGEST
    assert len(store.notes.of_play(play)[0].text) == LONGEST


@given(st.text(st.characters(exclude_characters="\x00"), min_size=1, max_size=60).filter(str.strip))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_whatever_is_written_is_shown_as_written(tmp_path, text):
    store = Store(url_of(tmp_path))
    play = store.begin("Ann", LOG)
    store.notes.add(play, 0, "board", text)
    (note,) = store.notes.of_play(play)
    assert note.text == text.encode("utf-8", "replace").decode()


def test_what_no_database_can_hold_as_text_is_replaced(store, play):
    assert store.notes.add(play, 0, "board", "a\x00b\udc80c").text == "a?b?c"
