"""The smallest windows: everything can be reached, no key is half shown, and below the floor one line says so."""

import pytest
from piloting import Driver, assert_whole_keys, decided, on, press_to, shown, take

from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.floor import FloorScreen
from lmcs_sim.tui.screens.guidance import GuidanceScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen

STEPS = ("turn-her-away", "put-a-question")


async def read(pilot: Driver, *kinds: type) -> set[str]:
    """Every word seen while reading on from here to one of the kinds of screens."""
    words, here = set(shown(pilot.app.screen).split()), pilot.app.screen
    for _ in range(60):
        await pilot.press("enter")
        if isinstance(pilot.app.screen, kinds) and pilot.app.screen is not here:
            return words
        words |= set(shown(pilot.app.screen).split())
    raise AssertionError(f"reading never leads on from {here}")


async def read_all(pilot: Driver) -> dict[str, set[str]]:
    """A play read through by Enter, each step taken by its number; the words of each screen."""
    await on(pilot, BriefingScreen)
    seen = {"briefing": await read(pilot, PlayScreen)}
    for name in STEPS:
        screen = await on(pilot, PlayScreen)
        words = set(shown(screen).split())
        while screen.focused is None:
            await pilot.press("enter")
            words |= set(shown(screen).split())
        seen[f"before {name}"] = words
        await take(pilot, name, on_to_next=False)
        await on(pilot, ResultScreen)
        seen[f"after {name}"] = await read(pilot, PlayScreen, DebriefScreen)
    await on(pilot, DebriefScreen)
    seen["debrief"] = await read(pilot, BriefingScreen)
    return seen


async def test_at_80x24_and_40x12_everything_a_tall_window_shows_can_be_read(small_app):
    seen = {}
    for size in ((80, 24), (40, 12), (40, 200)):
        async with small_app(f"At {size}", opened=True, anew=True, seed=0).run_test(size=size) as pilot:
            seen[size] = await read_all(pilot)
    assert "standing" in seen[40, 200]["before turn-her-away"]
    footer = {"Enter", "Read", "on", "Go", "?", "Help", "w", "Why", "g", "Guidance", "u", "Undo", "Esc", "Back", "q"}
    for size in ((80, 24), (40, 12)):
        for place, words in seen[40, 200].items():
            missing = words - seen[size][place] - footer - {"Quit", "l", "Library"}
            assert not missing, (size, place, missing)


async def test_no_key_of_the_footer_is_clipped_at_80_60_and_40_columns_on_any_screen(small_app):
    async with small_app(opened=True).run_test(size=(80, 60)) as pilot:
        widths = [40, 60, 80]
        for way, kind in (
            ("", BriefingScreen),
            ("escape", HomeScreen),
            ("l enter enter 3 enter", ResultScreen),
            ("tab", ResultScreen),
            ("space", ResultScreen),
            ("space space space", PlayScreen),
            ("2", PlayScreen),
            ("escape", HomeScreen),
            ("g", GuidanceScreen),
            ("slash", GuidanceScreen),
            ("escape c 2 enter", ResultScreen),
            ("space", ResultScreen),
            ("space", DebriefScreen),
        ):
            await pilot.press(*way.split())
            widths = widths[::-1]
            for width in widths:
                await pilot.resize_terminal(width, 60)
                assert_whole_keys(await on(pilot, kind))


async def test_a_window_resized_while_playing_keeps_what_is_pointed_at(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        screen = await on(pilot, PlayScreen)
        await pilot.press("4")
        for size in ((40, 12), (120, 40), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.focused is not None
            assert (screen.focused.step, screen.session.play.log.steps) == ("pass-it-on", ())
            assert_whole_keys(screen)
            assert "Your standing to challenge: 5" in shown(screen) or size[1] < 40
        await pilot.press("enter")
        await on(pilot, ResultScreen)
        assert decided() == ("pass-it-on",)


@pytest.mark.parametrize("size", [(39, 12), (80, 11)])
async def test_below_the_floor_one_line_says_so_and_room_brings_the_screen_back(small_app, size):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how", on_to_next=False)
        result = await on(pilot, ResultScreen)
        await pilot.resize_terminal(*size)
        floor = await on(pilot, FloorScreen)
        assert shown(floor) == "Too small: needs 40 columns by 12 lines, or --plain. q quits."
        await pilot.resize_terminal(80, 24)
        assert await on(pilot, ResultScreen) is result
        await pilot.resize_terminal(*size)
        await on(pilot, FloorScreen)
        await pilot.press("enter", "1", "u")
        await on(pilot, FloorScreen)
        await pilot.press("q")
    assert pilot.app.return_code == 0
    assert decided() == ("ask-how",)


async def test_a_window_that_is_too_small_from_the_start_says_so_and_grows(small_app):
    async with small_app(opened=True).run_test(size=(30, 10)) as pilot:
        assert "Too small" in shown(await on(pilot, FloorScreen))
        await pilot.resize_terminal(40, 12)
        await on(pilot, BriefingScreen)
