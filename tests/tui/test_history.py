"""History: every step of a play, what followed from each, and the way back to any; notes on its moments."""

import pytest
from piloting import decided, latest, lines, on, press_to, shown, take, written
from running import LONG
from textual.widgets import OptionList, TextArea

from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.tui.screens.asking import AskScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.history import HistoryScreen, PastScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.notes import NotesScreen
from lmcs_sim.tui.screens.noting import NoteScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.saves import SavesScreen


def noted(learner: str = "Ann"):
    """The notes, as a second reader of the database finds them."""
    store = Store(store_url())
    try:
        return [(note.number, note.scene, note.text) for note in store.notes.of_learner(learner)]
    finally:
        store.close()


def entries(screen):
    return [str(option.prompt) for option in screen.query_one("#entries", OptionList).options]


async def begun(pilot, *steps):
    await press_to(pilot, PlayScreen)
    await take(pilot, *steps)


async def test_every_step_is_told_and_enter_shows_what_followed_from_it(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await begun(pilot, "ask-how", "turn-her-away")
        await pilot.press("h")
        history = await on(pilot, HistoryScreen)
        assert "The small visit" in lines(history)[0]
        told = entries(history)
        assert told[0] == "The beginning: nothing taken yet"
        assert told[1].startswith("1. The telephone, May 2012\nYou asked: Ask the Director how she knows")
        assert "\nFound: " in told[2]
        assert history.query_one("#entries", OptionList).highlighted == 2
        await pilot.press("enter")
        past = await on(pilot, PastScreen)
        assert "She thanks you and rings off." in written(past)
        await pilot.press("u", "n", "h")
        await on(pilot, PastScreen)
        await pilot.press("escape")
        await on(pilot, HistoryScreen)
        assert decided() == ("ask-how", "turn-her-away")


async def test_going_back_by_more_than_one_step_is_asked_once_and_then_kept(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await begun(pilot, "ask-how", "turn-her-away")
        await pilot.press("h", "up", "up", "u")
        asked = await on(pilot, AskScreen)
        assert "Take back 2 steps, from step 1 on?" in shown(asked)
        await pilot.press("enter")
        await on(pilot, HistoryScreen)
        assert decided() == ("ask-how", "turn-her-away")
        await pilot.press("u", "y")
        play = await on(pilot, PlayScreen)
        assert "Taken back: 2 steps." in shown(play)
        assert decided() == ()
        await take(pilot, "pass-it-on")
        assert decided() == ("pass-it-on",)


async def test_one_step_is_taken_back_without_being_asked_and_the_last_has_none_after_it(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await begun(pilot, "ask-how", "turn-her-away")
        await pilot.press("h")
        history = await on(pilot, HistoryScreen)
        assert "u Undo" not in lines(history)[-1]
        await pilot.press("u", "up")
        assert "u Undo to here" in lines(await on(pilot, HistoryScreen))[-1]
        await pilot.press("u")
        await on(pilot, PlayScreen)
        assert decided() == ("ask-how",)


async def test_a_play_that_has_ended_goes_back_from_its_debrief(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await begun(pilot, "turn-her-away", "put-a-question")
        await on(pilot, DebriefScreen)
        await pilot.press("h", "up", "u")
        await on(pilot, PlayScreen)
        assert (decided(), latest().ending) == (("turn-her-away",), None)


async def test_a_note_is_written_on_a_moment_kept_and_shown_in_the_history(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await begun(pilot, "ask-how")
        await pilot.press("n")
        box = await on(pilot, NoteScreen)
        assert "Your note, on: The telephone" in shown(box)
        await pilot.press(*"qu [b]x", "ctrl+s")
        await on(pilot, PlayScreen)
        assert noted() == [(1, "telephone", "qu [b]x")]
        await pilot.press("h")
        assert "Note: qu [b]x" in shown(await on(pilot, HistoryScreen))
        await pilot.press("up", "n", "z", "tab", "enter")
        assert "Note: z" in shown(await on(pilot, HistoryScreen))
        assert noted()[0] == (0, "telephone", "z")


async def test_a_note_that_is_left_is_not_kept_and_is_asked_about_once_it_has_words(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await pilot.press("n", "escape")
        await on(pilot, PlayScreen)
        await pilot.press("n", "a", "escape")
        await on(pilot, AskScreen)
        await pilot.press("escape")
        assert (await on(pilot, NoteScreen)).query_one(TextArea).text == "a"
        await pilot.press("escape", "y")
        await on(pilot, PlayScreen)
        assert noted() == []


async def test_a_note_that_is_too_long_stays_to_be_made_shorter(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await pilot.press("n")
        box = await on(pilot, NoteScreen)
        box.query_one(TextArea).text = "a" * 2_001
        await pilot.press("ctrl+s")
        assert "2,001 of 2,000 characters" in shown(await on(pilot, NoteScreen))
        box.query_one(TextArea).text = "a" * 2_000
        await pilot.press("ctrl+s")
        await on(pilot, PlayScreen)
        assert noted()[0][2] == "a" * 2_000


async def test_notes_are_changed_and_removed_from_their_list(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await pilot.press("n", "a", "ctrl+s", "n", "b", "ctrl+s", "m")
        notes = await on(pilot, NotesScreen)
        assert "The small visit: The telephone, " in shown(notes)
        assert [text.split("\n")[1] for text in entries(notes)] == ["b", "a"]
        await pilot.press("down", "enter", "c", "ctrl+s")
        assert [text.split("\n")[1] for text in entries(await on(pilot, NotesScreen))] == ["ac", "b"]
        await pilot.press("delete", "escape")
        assert len(noted()) == 2
        await pilot.press("delete", "y")
        await on(pilot, NotesScreen)
        assert len(noted()) == 1


async def test_without_notes_it_says_how_to_write_one(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        notes = await on(pilot, NotesScreen)
        assert "You have no notes." in shown(notes)
        await pilot.press("n", "delete")
        await on(pilot, NotesScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)] if LONG else [(40, 12)])
async def test_the_boxes_fit_every_window(small_app, size):
    async with small_app(opened=True).run_test(size=size) as pilot:
        await begun(pilot, "ask-how", "turn-her-away")
        await pilot.press("n")
        box = await on(pilot, NoteScreen)
        assert "Save" in shown(box)
        assert box.query_one(TextArea).size.height >= 2
        await pilot.press("x", "escape")
        assert "Leave without keeping" in shown(await on(pilot, AskScreen))
        assert "Yes" in shown(pilot.app.screen)
        await pilot.press("y", "h", "up", "up", "u")
        assert "y for yes" in shown(await on(pilot, AskScreen))


async def test_saves_go_on_with_a_play_and_back_to_it(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await begun(pilot, "ask-how")
        await pilot.press("escape")
        await on(pilot, HomeScreen)
        await pilot.press("s", "enter")
        play = await on(pilot, PlayScreen)
        assert play.session.play.log.steps == ("ask-how",)
        await pilot.press("escape", "s")
        assert "The small visit: 1 step, unfinished" in shown(await on(pilot, SavesScreen))
