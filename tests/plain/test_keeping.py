"""History, notes and saves in plain lines: what is told, what is asked before it goes, what a second reader finds."""

import json

import pytest
from running import SMALL_VISIT, run

from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

PLAIN = ("play", SMALL_VISIT, "--plain", "--as", "Ann", "--seed", "1")


def talk(*said, at=PLAIN):
    ran = run(*at, given="".join(f"{line}\n" for line in said))
    assert (ran.code, ran.err) == (0, "")
    assert max(len(line) for line in ran.out.split("\n") if "/" not in line) <= 80
    return ran.out


def answer(told, number):
    """What was answered to a line, its lines flowing into one."""
    return " ".join(told.split("\n> ")[number].split())


@pytest.fixture
def store():
    made = Store(store_url())
    yield made
    made.close()


def steps(store):
    return store.plays("Ann")[0].log.steps


@pytest.fixture
def pack(tmp_path):
    """The way to open home with the small visit among the scenarios."""
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "small-visit.toml").write_bytes(SMALL_VISIT.read_bytes())
    return ("--pack", folder.parent, "--plain", "--as", "Ann")


def test_history_tells_every_step_and_what_followed_from_one(store):
    told = talk("ask-how", "turn-her-away", "history", "1", "99", "back")
    history = answer(told, 3)
    assert history.startswith("History: The small visit. Step 1, The telephone, May 2012 You asked: Ask the Director")
    assert "Step 2, The telephone, May 2012 You decided: Tell her it is for the officers. Found: " in history
    assert answer(told, 4).startswith("Answer: She is quiet. Nobody has looked.")
    assert "There is no step 99 here. Give a number from 0 to 2" in answer(told, 5)
    assert answer(told, 6).startswith("Scene: The board.")


def test_history_with_a_number_tells_that_step_at_once(store):
    assert answer(talk("ask-how", "turn-her-away", "history 1"), 3).startswith("Answer: She is quiet.")


def test_rewind_asks_once_and_yes_takes_the_steps_back_for_good(store):
    told = talk("ask-how", "turn-her-away", "history", "rewind 0", "yes")
    assert "Take back 2 steps, from step 1 on?" in answer(told, 4)
    assert answer(told, 5).startswith("Undo: Taken back: 2 steps. Scene: The telephone.")
    assert steps(store) == ()


@pytest.mark.parametrize(("other", "then"), [("no", ""), ("help", " Help: "), ("back", " Scene: The board.")])
def test_anything_but_yes_leaves_the_steps_a_command_is_done_and_a_later_yes_is_no_answer(store, other, then):
    told = talk("ask-how", "turn-her-away", "history", "rewind 0", other, "yes")
    assert answer(told, 5).startswith(f"Question: Nothing was changed.{then}")
    assert steps(store) == ("ask-how", "turn-her-away")


def test_one_step_goes_without_being_asked_and_none_after_the_last(store):
    told = talk("ask-how", "turn-her-away", "history", "rewind 2", "rewind 1")
    assert "No step comes after that one." in answer(told, 4)
    assert answer(told, 5).startswith("Undo: Taken back: 1 step. Scene: The telephone.")
    assert steps(store) == ("ask-how",)


def test_a_play_that_has_ended_is_rewound_from_its_debrief(store):
    talk("turn-her-away", "put-a-question", "history", "rewind 1")
    (saved,) = store.plays("Ann")
    assert (saved.log.steps, saved.ending) == (("turn-her-away",), None)


def test_notes_are_kept_with_their_moment_and_told_in_the_history(store, pack):
    said = ("note before", "ask-how", "note  say [b]this", "note", "history", "note 0 again", "back", "notes")
    told = talk(*said, at=(*pack[:2], *PLAIN))
    assert answer(told, 1) == "Note: The note is kept."
    assert "Say note and then your words." in answer(told, 4)
    history = answer(told, 5)
    assert "Note: before Step 1" in history
    assert "Note: say [b]this" in history
    assert [(note.number, note.text) for note in store.notes.of_learner("Ann")] == [
        (0, "again"),
        (1, "say [b]this"),
        (0, "before"),
    ]
    assert "Note: 1. The small visit: The telephone, " in answer(told, 8)


def test_a_note_that_is_too_long_is_answered_and_not_kept(store):
    told = talk("note " + "a" * 2_001)
    assert "2,000 are the most" in answer(told, 1)
    assert store.notes.of_learner("Ann") == []


def test_notes_are_changed_and_removed_by_their_numbers(store, pack):
    talk("note one", "note two")
    told = talk("notes", "note 2 changed", "2", "remove 1", "yes", "remove 7", at=pack)
    assert answer(told, 2) == "Note: The note is kept."
    assert answer(told, 3).endswith("changed")
    assert "Question: Remove this note?" in answer(told, 4)
    assert "There is no note 7 here. Give a number from 1 to 1." in answer(told, 6)
    assert [note.text for note in store.notes.of_learner("Ann")] == ["changed"]


def test_saves_go_on_are_searched_and_removed_by_their_numbers(store, pack):
    talk("ask-how")
    talk("turn-her-away", "put-a-question", at=(*PLAIN, "--new"))
    told = talk("saves", "search outside", "search", "remove 1", "yes", "1", "history", at=pack)
    assert "1. The small visit: ended: Outside the decision. Play 2, Ann, last on " in answer(told, 1)
    assert "2. The small visit: 1 step, unfinished." in answer(told, 1)
    assert "unfinished" not in answer(told, 2)
    assert "unfinished" in answer(told, 3)
    assert "Saves: Play 2 is removed." in answer(told, 5)
    assert "You go on where you left off, after 1 step." in answer(told, 6)
    assert [saved.id for saved in store.plays("Ann")] == [1]


def test_a_play_is_kept_as_a_file_and_brought_in(store, pack, own_places):
    talk("ask-how")
    path = own_places / "play-1-small-visit.json"
    told = talk("saves", "export 1", f"import {path}", "import", "import /nowhere", at=pack)
    assert json.loads(path.read_text())["steps"] == ["ask-how"]
    assert "Brought in as play 2: The small visit, 1 step, unfinished." in answer(told, 3)
    assert "Say import and then where the file is." in answer(told, 4)
    assert answer(told, 5).startswith("Fault: ")
    assert [saved.log.steps for saved in store.plays("Ann")] == [("ask-how",)] * 2


def test_the_library_is_ordered_shown_and_searched_and_numbers_count_as_last_told(pack):
    told = talk("order length", "show unplayed", "show nothing", "search carer", "order", "1", at=pack)
    assert answer(told, 1).startswith("Library: Order: by length, the shortest first. Shown: all, 5 of 5. Scenario: 1.")
    assert "Scenario: 1. The small visit." in answer(told, 1)
    assert "Next: " in answer(told, 1)
    assert "Say show and then all, unplayed, or one of the themes: accountability," in answer(told, 3)
    assert "With the words: carer. Scenario: 1. The small visit." in answer(told, 4)
    assert "Say order and then title, length or theme." in answer(told, 5)
    assert answer(told, 6).startswith("Scenario: The small visit")


def test_next_says_why_and_plays(pack):
    told = answer(talk("next", at=pack), 1)
    assert told.startswith("Next: ")
    assert ": not yet played. It is about " in told
    assert "Scene: " in told
