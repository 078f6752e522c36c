"""The author's screens: the files, and for each its faults, its proof, its graph and the scenes to begin at."""

import time
from pathlib import Path

import pytest
from piloting import Driver, app_of, assert_whole_keys, click_text, on, shown, until, written
from running import SMALL_VISIT
from textual.widgets import OptionList

from lmcs_sim.author import proving
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens import scenario, watching
from lmcs_sim.tui.screens.author import AuthorScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.preview import PreviewScreen
from lmcs_sim.tui.screens.scenario import ScenarioScreen

GOOD = SMALL_VISIT.read_text(encoding="utf-8")
MARKUP = "[@click=app.quit]x[/] [b]y[/b]"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Looks more often than a person would notice."""
    for module in (scenario, watching):
        monkeypatch.setattr(module, "INTERVAL", 0.04)


@pytest.fixture
def pack(tmp_path) -> Path:
    """A pack with a scenario that is whole and one that is not, both with markup in their words and names."""
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    marked = GOOD.replace('title = "The small visit"', f'title = "The visit {MARKUP}"')
    marked = marked.replace('title = "The telephone"', f'title = "The call {MARKUP}"')
    (folder / "good.toml").write_text(marked, encoding="utf-8")
    (folder / "bad [b].toml").write_text(GOOD.replace('act = "vote"', f'act = "{MARKUP}"'), encoding="utf-8")
    return folder.parent


@pytest.fixture
def authored(pack, shipped) -> LmcsApp:
    """An application with that pack alone."""
    app = app_of((shipped, []))
    app.desk.packs = (pack,)
    return app


async def open_good(pilot: Driver) -> ScenarioScreen:
    """The screen of the file that is whole, by keys from home."""
    await on(pilot, HomeScreen)
    await pilot.press("a")
    files = await on(pilot, AuthorScreen)
    await until(pilot, lambda: "2 notes" in shown(files))
    await pilot.press("down", "enter")
    return await on(pilot, ScenarioScreen)


async def test_the_files_are_listed_with_how_they_stand_and_their_faults_as_written(authored):
    async with authored.run_test(size=(150, 40)) as pilot:
        await on(pilot, HomeScreen)
        await click_text(pilot, "Author: check and try out")
        files = await on(pilot, AuthorScreen)
        await until(pilot, lambda: f"The visit {MARKUP} 2 notes" in shown(files))
        assert "bad [b].toml 1 fault" in shown(files)
        await click_text(pilot, "1 fault")
        screen = await on(pilot, ScenarioScreen)
        assert f"unknown act '{MARKUP}'" in shown(screen)
        assert "Nothing can be played yet: 1 fault." in shown(screen)
        await click_text(pilot, "[@click=app.quit]x[/]")
        for number in "234":
            await pilot.press(number)
            assert "Nothing of the file can be played yet." in shown(await on(pilot, ScenarioScreen))
        await pilot.press("escape", "escape")
        await on(pilot, HomeScreen)


async def test_the_proof_and_the_graph_are_shown_once_they_are_worked_out_and_anew_after_a_save(authored, pack):
    async with authored.run_test(size=(120, 40)) as pilot:
        screen = await open_good(pilot)
        await click_text(pilot, "2 Proof")
        await until(pilot, lambda: "small-visit: proved." in shown(screen))
        assert "13 situations" in shown(screen)
        await pilot.press("3")
        await until(pilot, lambda: f"The visit {MARKUP}" in shown(screen))
        assert "Choice turn-her-away" in written(screen)
        assert "all players" in written(screen)
        path = pack / "scenarios" / "good.toml"
        path.write_text(GOOD.replace("Tell her it is for the officers.", "Tell her to ring the officers."))
        await until(pilot, lambda: "ring the officers" in written(screen))
        await until(pilot, lambda: "all players" in written(screen))


async def test_a_proof_under_way_says_how_far_it_is_blocks_nothing_and_is_given_up_on_leaving(authored, monkeypatch):
    heard = []

    def endless(_, progress):
        try:
            while True:
                progress(12345, 0, 1)
                time.sleep(0.002)
        finally:
            heard.append("stopped")

    monkeypatch.setattr(proving, "prove", endless)
    async with authored.run_test(size=(40, 12)) as pilot:
        screen = await open_good(pilot)
        await pilot.press("2")
        await until(pilot, lambda: "Proving: 12,345 situations seen so far." in shown(screen))
        await pilot.press("4")
        await until(pilot, lambda: "you are here" in shown(screen))
        await pilot.press("escape")
        await on(pilot, AuthorScreen)
        await until(pilot, lambda: heard == ["stopped"])


async def test_a_scene_is_chosen_to_begin_the_preview_at(authored):
    async with authored.run_test(size=(80, 24)) as pilot:
        screen = await open_good(pilot)
        await pilot.press("4")
        await until(pilot, lambda: f"The call {MARKUP} telephone" in shown(screen))
        await pilot.press("down", "enter")
        preview = await on(pilot, PreviewScreen)
        await until(pilot, lambda: "The board is split." in shown(preview))
        await pilot.press("1", "enter", "s")
        assert await on(pilot, ScenarioScreen) is screen
        entries = screen.query_one(OptionList)
        await until(pilot, lambda: "Afterwards afterwards you are here" in shown(screen))
        assert entries.has_focus
        await pilot.press("p")
        await until(pilot, lambda: "The minutes arrive." in shown(pilot.app.screen))


async def test_no_key_of_the_authors_screens_is_clipped_and_every_tab_fits(authored):
    async with authored.run_test(size=(40, 12)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("a")
        assert_whole_keys(await on(pilot, AuthorScreen))
        await pilot.press("escape")
        screen = await open_good(pilot)
        for size in ((40, 12), (60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            assert_whole_keys(await on(pilot, ScenarioScreen))
            assert "1 Faults 2 Proof 3 Graph 4 Preview" in shown(screen)
