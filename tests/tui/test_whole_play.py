"""A whole play in the terminal, by the keyboard alone and by the mouse alone, and what is kept of it when."""

from unittest import mock

import pytest
from piloting import Driver, app_of, click_text, decided, latest, on, press_to, shown, take, written
from running import LONG
from textual import events

from lmcs_sim.faults import LmcsError
from lmcs_sim.store.session import Session
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.library import LibraryScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.widgets.finding_card import FindingCard
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.step_item import StepItem

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (40, 12)] if LONG else [(40, 12)], ids=lambda size: f"{size[0]}x{size[1]}"
)


@SIZES
async def test_from_home_round_to_the_library_by_keyboard_alone(small_app, size):
    async with small_app().run_test(size=size) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("down", "up", "enter")
        await on(pilot, LibraryScreen)
        await pilot.press("enter")
        await on(pilot, BriefingScreen)
        await press_to(pilot, PlayScreen)
        await take(pilot, "turn-her-away")
        screen = await on(pilot, PlayScreen)
        while getattr(screen.focused, "step", "") != "put-a-question":
            await pilot.press("down")
        await pilot.press("enter")
        await on(pilot, ResultScreen)
        await press_to(pilot, DebriefScreen)
        await press_to(pilot, BriefingScreen)
        await pilot.press("escape", "l")
        await on(pilot, LibraryScreen)
    assert latest().ending == "observer"


@SIZES
async def test_from_home_round_to_the_library_by_mouse_alone(small_app, size):
    async with small_app().run_test(size=size) as pilot:
        await on(pilot, HomeScreen)
        await click_text(pilot, "Library")
        await on(pilot, LibraryScreen)
        await click_text(pilot, "The small visit")
        await on(pilot, BriefingScreen)
        await _click_on(pilot, "Start")
        for words in ("Tell her it is", "Put a question"):
            await on(pilot, PlayScreen)
            await click_text(pilot, words)
            for label in ("What the guidance says", "Go on"):
                await on(pilot, ResultScreen)
                await _click_on(pilot, label)
        await on(pilot, DebriefScreen)
        await _click_on(pilot, "Open the next scenario")
        await on(pilot, BriefingScreen)
        await click_text(pilot, "Back")
        await on(pilot, DebriefScreen)
        await _click_on(pilot, "Library")
        await on(pilot, LibraryScreen)
        await click_text(pilot, "Back")
        await on(pilot, HomeScreen)
    assert latest().ending == "observer"


async def _click_on(pilot: Driver, label: str) -> None:
    """Turns the wheel to the end, where the button stands, and clicks on it."""
    (button,) = [button for button in pilot.app.screen.query(Forward) if str(button.label) == label]
    pilot.app.screen.query_one("#page").scroll_end(animate=False)
    await on(pilot, type(pilot.app.screen))
    assert await pilot.click(button)
    await pilot.pause()


@pytest.fixture
async def play(small_app):
    """The first scene, on a screen it fits."""
    async with small_app(opened=True).run_test(size=(100, 40)) as pilot:
        await press_to(pilot, PlayScreen)
        yield pilot


def pointed_at(screen: PlayScreen) -> int | None:
    return screen.focused.number if isinstance(screen.focused, StepItem) else None


async def test_a_number_points_and_does_not_commit(play):
    screen = await on(play, PlayScreen)
    for key, number in (("3", 3), ("1", 1), ("9", 1), ("4", 4)):
        await play.press(key)
        assert pointed_at(await on(play, PlayScreen)) == number
    assert (screen.session.play.log.steps, decided()) == ((), ())


async def test_enter_commits_what_is_pointed_at(play):
    await play.press("4", "enter")
    await on(play, ResultScreen)
    assert decided() == ("pass-it-on",)


async def test_keys_typed_faster_than_the_screen_draws_are_not_lost(play):
    play.app.simulate_key("4")
    play.app.simulate_key("enter")
    await on(play, ResultScreen)
    assert decided() == ("pass-it-on",)


async def test_up_down_j_and_k_move_and_stop_at_the_ends(play):
    screen = await on(play, PlayScreen)
    seen = []
    for key in ("down", "j", "down", "down", "down", "k", "up", "up", "up"):
        await play.press(key)
        seen.append(pointed_at(screen))
    assert seen == [1, 2, 3, 4, 4, 3, 2, 1, None]
    assert decided() == ()


async def test_a_new_scene_has_nothing_pointed_at_and_the_first_enter_takes_nothing(play):
    screen = await on(play, PlayScreen)
    assert pointed_at(screen) is None
    await play.press("enter")
    assert (pointed_at(screen), decided()) == (1, ())


async def test_what_has_scrolled_out_of_sight_is_shown_before_it_is_taken(small_app):
    async with small_app(opened=True).run_test(size=(40, 12)) as pilot:
        await press_to(pilot, PlayScreen)
        screen = await on(pilot, PlayScreen)
        await pilot.press("4")
        screen.query_one("#page").scroll_home(animate=False)
        await pilot.pause()
        await pilot.press("enter")
        await on(pilot, PlayScreen)
        assert "Pass it on to the Director" in shown(screen)
        assert decided() == ()
        await pilot.press("enter")
        await on(pilot, ResultScreen)
        assert decided() == ("pass-it-on",)


async def test_page_keys_read_on_and_back(small_app):
    async with small_app(opened=True).run_test(size=(40, 12)) as pilot:
        await press_to(pilot, PlayScreen)
        page = (await on(pilot, PlayScreen)).query_one("#page")
        await pilot.press("pagedown")
        assert page.scroll_offset.y > 0
        await pilot.press("pageup")
        assert page.scroll_offset.y == 0
        await pilot.press("space")
        assert page.scroll_offset.y > 0
        assert decided() == ()


async def test_enquiries_that_are_spent_stay_to_be_read_and_cannot_be_taken(play):
    await take(play, "ask-how")
    screen = await on(play, PlayScreen)
    assert "(asked)" in shown(screen)
    assert "(not enough attention left)" in shown(screen)
    assert "Attention: 0 of 1 left" in shown(screen)
    await click_text(play, "Ask the monitoring officer")
    await on(play, PlayScreen)
    assert decided() == ("ask-how",)


@pytest.mark.parametrize("name", ["ask-how", "turn-her-away"])
async def test_a_step_is_in_the_store_before_its_result_is_pushed(play, name):
    found = []
    push = LmcsApp.open_result

    def look_first(app: LmcsApp, *arguments: object) -> None:
        found.append(decided())
        push(app, *arguments)

    with mock.patch.object(LmcsApp, "open_result", look_first):
        await take(play, name, on_to_next=False)
    assert found == [(name,)]


async def test_the_second_half_of_a_double_click_neither_decides_nor_goes_on(play):
    """It was meant for what stood there before: here a help screen, on which clicks do nothing."""
    for kind, wanted in ((PlayScreen, StepItem), (ResultScreen, Forward)):
        screen = await on(play, kind)
        x, y = screen.query(wanted).last().region.offset
        for threshold, moves_on in ((600.0, False), (0.0, True)):
            play.app.CLICK_CHAIN_TIME_THRESHOLD = threshold
            await play.press("question_mark")
            await real_click(play, x + 3, y)
            await play.press("escape")
            before = decided()
            await real_click(play, x + 3, y)
            await play.pause()
            assert (play.app.screen is not screen) is moves_on
            assert (decided() != before) is (moves_on and kind is PlayScreen)
    assert decided() == ("pass-it-on",)


async def real_click(pilot: Driver, x: int, y: int) -> None:
    """A click as the terminal reports it. Pilot's own does not pass where double clicks are counted."""
    for kind in (events.MouseDown, events.MouseUp):
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
        await pilot.pause()


async def test_enter_held_down_decides_nothing_twice(play):
    screen = await on(play, PlayScreen)
    item = screen.items()[0]
    for _ in range(3):
        item.post_message(StepItem.Taken(item.step))
    await on(play, ResultScreen)
    assert decided() == ("ask-how",)


@pytest.fixture
async def why(shipped):
    """A result whose findings rest on several provisions, on law, and on what has changed since."""
    file = find_scenario("one-more-portfolio", [built_in()])
    async with app_of((shipped, [file]), scenario=file).run_test(size=(100, 40)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "accept-now", on_to_next=False)
        yield pilot


async def test_why_shows_every_citation_the_law_and_what_has_happened_since(why):
    result = await on(why, ResultScreen)
    before = written(result)
    records = [card.record for card in result.query(FindingCard)]
    assert any(len(record["citations"]) > 1 for record in records)
    assert any(len(record["since"]) > 1 for record in records)
    assert any(record["rests_on"] for record in records)
    await why.press("w")
    await why.pause()
    whole = written(result)
    for record in records:
        for cited in record["citations"]:
            assert f'{cited["source"]}, {cited["pinpoint"]}: "{cited["quote"]}"' in whole
        for since in record["since"]:
            assert since["text"] in whole
        for law in record["rests_on"]:
            assert f"Rests on: {law['instrument']}, {law['section']}: {law['gist']}" in whole
    assert "why in full" in shown(result)
    for opening in ("Required: ", "To depart: ", "Another choice: ", "Another date: "):
        assert opening in whole
        assert opening not in before
    await why.press("w")
    await why.pause()
    assert written(result) == before


async def test_the_store_failing_leaves_the_play_where_it_is(play):
    """The play moves on only after the store has kept the step."""
    screen = await on(play, PlayScreen)
    with mock.patch.object(screen.session.store, "add_step", side_effect=LmcsError), pytest.raises(LmcsError):
        Session.take(screen.session, "ask-how")
    assert screen.session.play.log.steps == ()
