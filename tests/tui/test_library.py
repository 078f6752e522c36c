"""The library: its order, what is shown of it, and what it says of each scenario."""

import pytest
from attrs import evolve
from piloting import app_of, assert_whole_keys, lines, on, press_to, shown, take
from textual.widgets import OptionList

from lmcs_sim.tui.screens.asking import ChooseScreen
from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.library import LibraryScreen
from lmcs_sim.tui.screens.play import PlayScreen


def entries(screen):
    return [str(option.prompt).split("\n")[0] for option in screen.query_one("#entries", OptionList).options]


@pytest.fixture
def three(shipped, small_file):
    """An application with three scenarios: "B", short; "a", long; "C", between them."""

    def other(name, title, minutes, *themes):
        return evolve(
            small_file, scenario=evolve(small_file.scenario, id=name, title=title, minutes=minutes, themes=themes)
        )

    files = [
        other("one", "B", 5, "safeguarding"),
        other("two", "a", 30, "governance"),
        other("three", "C", 9, "school"),
    ]
    return lambda: app_of((shipped, files))


async def test_the_library_changes_its_order_and_says_it(three):
    async with three().run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        library = await on(pilot, LibraryScreen)
        assert [text[0] for text in entries(library)] == ["a", "B", "C"]
        assert "Order: by title. Shown: all, 3 of 3." in lines(library)[1]
        await pilot.press("o")
        assert [text[0] for text in entries(library)] == ["B", "C", "a"]
        assert "Order: by length" in lines(await on(pilot, LibraryScreen))[1]
        await pilot.press("o")
        assert entries(await on(pilot, LibraryScreen))[0] == "Theme: governance"
        await pilot.press("enter")
        assert (await on(pilot, BriefingScreen)).file.scenario.id == "two"


async def test_the_library_shows_a_theme_or_what_has_words(three):
    async with three().run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "f")
        await on(pilot, ChooseScreen)
        await pilot.press("down", "down", "enter")
        library = await on(pilot, LibraryScreen)
        assert [text[0] for text in entries(library)] == ["a"]
        assert "Shown: governance, 1 of 3." in shown(library)
        await pilot.press("f", "home", "enter", "slash", *"school")
        assert [text[0] for text in entries(await on(pilot, LibraryScreen))] == ["C"]
        await pilot.press("enter", "enter")
        assert (await on(pilot, BriefingScreen)).file.scenario.id == "three"


async def test_the_library_says_what_was_played_and_what_to_play_next(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "turn-her-away", "put-a-question")
        await pilot.press("l")
        library = await on(pilot, LibraryScreen)
        assert "played once, on " in shown(library)
        assert "Next: The small visit, once more: when you played it last, " in shown(library)
        await pilot.press("f", "down", "enter")
        assert "No scenario is like that." in shown(await on(pilot, LibraryScreen))
        await pilot.press("enter", "x")
        await on(pilot, BriefingScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
async def test_the_library_fits_every_window(three, size):
    async with three().run_test(size=size) as pilot:
        await pilot.press("l")
        library = await on(pilot, LibraryScreen)
        assert "Shown: all, 3 of 3." in shown(library)
        assert "a 30 minutes" in shown(library)
        assert_whole_keys(library)
