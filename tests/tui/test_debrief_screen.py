"""The debrief in the terminal: how it ended first, then section by section, and at the end what to play next."""

import pytest
from piloting import assert_whole_keys, click_text, lines, on, press_to, shown, take, written

from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.library import LibraryScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.words.debrief import HEADINGS

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (40, 12), (60, 20), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}"
)
SECTIONS = ("duty", "mattered", "against", "open", "outcomes", "path", "beside", "reading", "next")


@pytest.fixture
def ended(small_app):
    """The debrief of a play that turned the carer away and voted, in a window of a size."""

    def running(size):
        return small_app(opened=True, anew=True, seed=0).run_test(size=size)

    return running


async def debrief(pilot) -> DebriefScreen:
    await press_to(pilot, PlayScreen)
    await take(pilot, "turn-her-away", "cast-the-vote")
    await take(pilot, "file-them")
    return await on(pilot, DebriefScreen)


@SIZES
async def test_the_first_screenful_says_how_it_ended_duty_in_a_line_and_what_mattered_most(ended, size):
    async with ended(size) as pilot:
        screen = await debrief(pilot)
        assert_whole_keys(screen)
        seen = shown(screen)
        for text in ("A party to it", "Duty: −", "What mattered most: The telephone; The board; Afterwards."):
            assert text in seen, seen


async def test_every_section_stands_there_in_the_order_of_the_other_faces(ended):
    async with ended((80, 300)) as pilot:
        seen = [line.strip() for line in lines(await debrief(pilot))]
        places = [seen.index(HEADINGS[section]) for section in SECTIONS]
        assert places == sorted(places)


async def test_duty_by_theme_is_a_picture_and_stands_in_words_too(ended):
    async with ended((80, 300)) as pilot:
        seen = lines(await debrief(pilot))
        (boundary,) = [line.rstrip() for line in seen if line.startswith(" role boundary:")]
        (safeguarding,) = [line.rstrip() for line in seen if line.startswith(" safeguarding:")]
        assert boundary.split()[2:5] == ["−2", "of", "0"]
        assert boundary.endswith("█│")
        assert "of +" in safeguarding
        assert safeguarding.endswith("│░░░░░░░░░░░░░░░░░░░░░░")


async def test_the_paths_stand_in_columns_where_there_is_room_and_else_one_below_the_other(ended):
    async with ended((120, 300)) as pilot:
        screen = await debrief(pilot)
        heading = next(line for line in lines(screen) if "The best" in line and "The worst" in line)
        assert heading.split("  ")[0].strip() == "Your path"
        for width in (99, 40):
            await pilot.resize_terminal(width, 300)
            await on(pilot, DebriefScreen)
            assert not any("The best" in line and "The worst:" in line for line in lines(screen))
            assert any(line.strip().startswith("The worst: ") for line in lines(screen))


async def test_enter_at_the_end_opens_what_to_play_next_and_x_does_so_at_once(ended):
    async with ended((80, 24)) as pilot:
        await debrief(pilot)
        await press_to(pilot, BriefingScreen)
        await pilot.press("escape")
        await on(pilot, DebriefScreen)
        await pilot.press("x")
        await on(pilot, BriefingScreen)


@pytest.mark.parametrize(("label", "kind"), [("Open the next scenario", BriefingScreen), ("Library", LibraryScreen)])
async def test_the_buttons_open_what_comes_next_and_the_library(ended, label, kind):
    async with ended((80, 24)) as pilot:
        screen = await debrief(pilot)
        screen.query_one("#page").scroll_end(animate=False)
        await on(pilot, DebriefScreen)
        await click_text(pilot, label)
        await on(pilot, kind)


async def test_the_page_that_is_exported_says_what_to_play_next_too(ended, own_places):
    async with ended((80, 24)) as pilot:
        await debrief(pilot)
        await pilot.press("e")
        await on(pilot, DebriefScreen)
    assert "## What to play next" in (own_places / "debrief-small-visit.md").read_text(encoding="utf-8")


async def test_nothing_goes_on_while_only_the_beginning_stands_there(ended, monkeypatch):
    monkeypatch.setattr("lmcs_sim.tui.screens.debrief.PAUSE", 0.5)
    async with ended((80, 60)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "turn-her-away", "cast-the-vote")
        await take(pilot, "file-them", on_to_next=False)
        await press_to(pilot, DebriefScreen)
        screen = pilot.app.screen
        await pilot.press("enter", "enter")
        assert pilot.app.screen is screen
        assert "Duty by theme" not in written(screen)
        await on(pilot, DebriefScreen)
        assert "Duty by theme" in written(screen)


async def test_each_measure_is_told_at_the_start_in_the_months_it_changed_and_at_the_end(ended):
    async with ended((80, 300)) as pilot:
        seen = [" ".join(line.split()[:-1]) for line in lines(await debrief(pilot))]
        at = seen.index("Your standing to")
        assert seen[at + 1 : at + 4] == ["At the start: 5", "June 2012: 3", "August 2012: 2"]
        assert seen[at + 4] == "at the end, September 2012: 2"
