"""The saves: looked through, gone on with, kept as files, brought in and removed."""

import json

import pytest
from attrs import evolve
from piloting import assert_whole_keys, latest, lines, on, shown
from textual.widgets import Input, OptionList

from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.tui.screens.asking import AskScreen, LineScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.saves import SavesScreen


@pytest.fixture
def plays(small_file, shipped):
    """Three plays of Ann's: begun, ended, and of a scenario that is not here; and one of Ben's."""
    log = Log("small-visit", small_file.hash, shipped.hash, 1)
    store = Store(store_url())
    store.begin("Ann", evolve(log, scenario="gone", steps=("any",)))
    store.begin("Ann", evolve(log, steps=("turn-her-away", "put-a-question")), "observer")
    store.begin("Ann", evolve(log, steps=("ask-how",)))
    store.begin("Ann", log)
    store.begin("Ben", evolve(log, steps=("ask-how",)))
    store.close()


def entries(screen):
    return [str(option.prompt).split("\n")[0] for option in screen.query_one("#entries", OptionList).options]


async def test_the_plays_of_whoever_plays_are_listed_and_gone_on_with(small_app, plays):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("s")
        saves = await on(pilot, SavesScreen)
        assert entries(saves) == [
            "The small visit: 1 step, unfinished",
            "The small visit: ended: Outside the decision",
            "gone: 1 step, unfinished",
        ]
        await pilot.press("end", "enter")
        assert "Its scenario, gone, is not here" in shown(await on(pilot, SavesScreen))
        await pilot.press("up", "enter")
        await on(pilot, DebriefScreen)
        await pilot.press("escape", "s", "enter")
        assert (await on(pilot, PlayScreen)).session.play.log.steps == ("ask-how",)


async def test_plays_are_found_by_words_and_escape_shows_all_again(small_app, plays):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "slash", *"Outside")
        saves = await on(pilot, SavesScreen)
        assert entries(saves) == ["The small visit: ended: Outside the decision"]
        await pilot.press(*"qq")
        assert "No play has all these words." in shown(await on(pilot, SavesScreen))
        await pilot.press("escape")
        assert len(entries(await on(pilot, SavesScreen))) == 3
        await pilot.press("escape")
        await on(pilot, HomeScreen)


async def test_a_play_is_removed_only_once_that_is_confirmed(small_app, plays):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "delete")
        assert "Remove play 3, The small visit, with its notes?" in shown(await on(pilot, AskScreen))
        await pilot.press("n")
        assert len(entries(await on(pilot, SavesScreen))) == 3
        await pilot.press("delete", "tab", "enter")
        saves = await on(pilot, SavesScreen)
        assert "Play 3 is removed." in shown(saves)
        assert len(entries(saves)) == 2
        store = Store(store_url())
        assert store.get(3) is None
        store.close()


async def test_a_play_is_kept_as_a_file_and_brought_in_again(small_app, plays, own_places):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "down", "e")
        assert "Kept as a file:" in shown(await on(pilot, SavesScreen))
        path = own_places / "play-2-small-visit.json"
        assert json.loads(path.read_text())["steps"] == ["turn-her-away", "put-a-question"]
        await pilot.press("i")
        (await on(pilot, LineScreen)).query_one(Input).value = str(path)
        await pilot.press("enter")
        saves = await on(pilot, SavesScreen)
        assert "Brought in as play 6: The small visit, ended: Outside the decision." in shown(saves)
        assert (latest().id, latest().ending) == (6, "observer")
        await pilot.press("i")
        (await on(pilot, LineScreen)).query_one(Input).value = "/nowhere/at/all"
        await pilot.press("enter")
        assert "the file cannot be read" in shown(await on(pilot, SavesScreen))
        assert latest().id == 6


async def test_a_file_that_parts_from_todays_story_is_brought_in_as_far_as_it_agrees(small_app, tmp_path):
    path = tmp_path / "old.json"
    hashes = {"scenario_hash": "1", "rulebook_hash": "2", "seed": 1, "carried": []}
    path.write_text(json.dumps({"format": 1, "scenario": "small-visit", **hashes, "steps": ["ask-how", "fly"]}))
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "i")
        (await on(pilot, LineScreen)).query_one(Input).value = str(path)
        await pilot.press("enter")
        assert "parts from today's at step 2" in shown(await on(pilot, SavesScreen))
        assert latest().log.steps == ("ask-how",)


async def test_an_empty_list_of_saves_says_so_and_has_nothing_to_remove(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        saves = await on(pilot, SavesScreen)
        assert "No play is kept here for Ann." in shown(saves)
        assert "Remove" not in lines(saves)[-1]
        await pilot.press("delete", "e")
        await on(pilot, SavesScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
async def test_the_saves_fit_every_window(small_app, plays, size):
    async with small_app().run_test(size=size) as pilot:
        await pilot.press("s")
        saves = await on(pilot, SavesScreen)
        assert "The small visit: 1 step, unfinished" in shown(saves)
        assert_whole_keys(saves)
        await pilot.press("delete")
        assert "y for yes" in shown(await on(pilot, AskScreen))
