"""Text in a pack is data: markup and escapes in it are shown as written, and nothing of them is obeyed."""

from pathlib import Path

import pytest
from piloting import Driver, click_text, on, press_to, shown, take, written
from running import SMALL_VISIT

from lmcs_sim.desk import Desk
from lmcs_sim.settings.settings import Settings
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario, read_scenario
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.library import LibraryScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen

BAD = "[@click=app.quit]x[/] [b]y[/b] [red]"
ESCAPE = r"\u001b[2J"
AS_SHOWN = rf"{BAD} \x1b[2J"
PLACES = {
    "TITLE": 'title = "The small visit"',
    "SUMMARY": 'summary = "A carer rings, a board sits, and somebody asks what you did."',
    "OBJECTIVE": 'objectives = ["Tell a question at the board from a vote on it"]',
    "BRIEFING": 'briefing = """\nIt is May 2012 at Thornmere Council. You are the Lead Member.',
    "NOTE": 'note = "A carer speaks of a worry. No child\'s story is told."',
    "FACT": 'says = "nobody has checked the new thresholds"',
    "MEASURE": 'title = "Your standing to challenge"',
    "SCENE": 'title = "The telephone"',
    "STORY": 'text = """\nThe carer talks for ten minutes and stops.',
    "ENQUIRY": 'text = "Ask the Director how she knows the thresholds work."',
    "SAYS": 'says = "She is quiet. Nobody has looked."',
    "CHOICE": 'text = "Cast the vote."',
    "EVENT": 'text = "A reporter has the vote and wants to know why."',
    "ENDING": 'title = "A party to it"',
    "CLOSING": 'text = "The decision is yours as well now."',
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack whose every text begins with a name, markup and an escape; and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("pack") / "scenarios"
    folder.mkdir()
    text = SMALL_VISIT.read_text(encoding="utf-8").replace('id = "small-visit"', 'id = "aa-hostile"')
    for name, old in PLACES.items():
        assert text.count(old) == 1, name
        start = old.index('"') + (4 if '"""\n' in old else 1)
        text = text.replace(old, f"{old[:start]}{name} {BAD} {ESCAPE} {old[start:]}")
    (folder / "hostile.toml").write_text(text, encoding="utf-8")
    (folder / "[b]broken[@click=app.quit].toml").write_text(f'format = "{BAD}"', encoding="utf-8")
    return folder.parent


def assert_as_written(screen, *names: str) -> None:
    for name in names:
        assert f"{name} {AS_SHOWN}" in written(screen) + shown(screen), (name, written(screen))
    strips = screen._compositor.render_strips(screen.size)
    assert not [segment for strip in strips for segment in strip if "\x1b" in segment.text]
    styles = [segment.style for strip in strips for segment in strip if segment.style is not None]
    assert not [style for style in styles if "@click" in style.meta and "quit" in str(style.meta["@click"])]


async def test_on_every_screen_text_is_shown_as_written(pack, shipped):
    app = LmcsApp(Desk((pack,), "Ann", Settings(tour=False)))
    app.desk.book = shipped  # type: ignore[misc]
    async with app.run_test(size=(150, 70)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("l")
        library = await on(pilot, LibraryScreen)
        assert_as_written(library, "TITLE", "SUMMARY")
        assert "[b]broken[@click=app.quit].toml" in shown(library).replace(" ", "")
        await pilot.press("enter")
        assert_as_written(await on(pilot, BriefingScreen), "TITLE", "NOTE", "BRIEFING", "OBJECTIVE")
        await press_to(pilot, PlayScreen)
        assert_as_written(await on(pilot, PlayScreen), "SCENE", "STORY", "ENQUIRY", "MEASURE")
        await take(pilot, "ask-how", on_to_next=False)
        assert_as_written(await on(pilot, ResultScreen), "SAYS")
        assert f"You know: FACT {AS_SHOWN}" in written(pilot.app.screen)
        await press_to(pilot, PlayScreen)
        await take(pilot, "turn-her-away")
        assert_as_written(await on(pilot, PlayScreen), "CHOICE")
        await pilot.press("escape")
        assert_as_written(await on(pilot, HomeScreen), "TITLE")


async def test_events_endings_and_the_debrief_are_shown_as_written(pack, shipped):
    file = read_scenario(pack / "scenarios" / "hostile.toml")
    app = LmcsApp(Desk((pack,), "[b]Ann[/b]", Settings(tour=False)), file, seed=0)
    app.desk.book = shipped  # type: ignore[misc]
    async with app.run_test(size=(150, 70)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how", "turn-her-away")
        await take(pilot, "cast-the-vote", on_to_next=False)
        assert_as_written(await on(pilot, ResultScreen), "EVENT", "MEASURE")
        await _dead_click(pilot)
        await press_to(pilot, PlayScreen)
        await take(pilot, "file-them", on_to_next=False)
        assert_as_written(await on(pilot, ResultScreen), "ENDING", "CLOSING")
        await press_to(pilot, DebriefScreen)
        assert_as_written(await on(pilot, DebriefScreen), "TITLE", "ENDING", "CLOSING", "SCENE", "ENQUIRY", "CHOICE")
        assert f"MEASURE {AS_SHOWN}" in written(pilot.app.screen)
        await pilot.press("l", "escape")
        assert "Playing as [b]Ann[/b]" in shown(await on(pilot, HomeScreen))


async def _dead_click(pilot: Driver) -> None:
    """A click on the text of a link does nothing."""
    await click_text(pilot, "[@click=app.quit]x[/]")
    assert pilot.app.is_running
    await on(pilot, ResultScreen)


def test_the_shipped_pack_is_found_beside_others(pack):
    assert find_scenario("aa-hostile", [built_in(), pack]).scenario.id == "aa-hostile"
