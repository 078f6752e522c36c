"""Text can be taken off a screen: by the mouse, and the whole of it by one key."""

from piloting import Driver, decided, lines, on, press_to, take
from textual import events

from lmcs_sim.tui.copying import screen_text
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen


async def draw_over(pilot: Driver, text: str) -> None:
    """Draws the mouse over a text, as the terminal tells of it: down, on by cells, up."""
    screen = pilot.app.screen
    row, line = next((row, line) for row, line in enumerate(lines(screen)) if text in line)
    column = line.index(text)
    end = column + len(text) - 1
    for kind, x in ((events.MouseDown, column), (events.MouseMove, column + 1), (events.MouseMove, end)):
        await _mouse(pilot, kind, x, row)
    await _mouse(pilot, events.MouseUp, end, row)


async def _mouse(pilot: Driver, kind: type[events.MouseEvent], x: int, y: int) -> None:
    event = kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
    pilot.app.post_message(event)
    await pilot.pause()


async def test_text_drawn_over_with_the_mouse_is_what_is_copied_and_nothing_is_taken_by_it(small_app):
    async with small_app(opened=True).run_test(size=(80, 60)) as pilot:
        await press_to(pilot, PlayScreen)
        play = pilot.app.screen
        await draw_over(pilot, "Ask the Director")
        assert play.get_selected_text().strip() == "Ask the Director"
        assert await on(pilot, PlayScreen) is play
        play.action_copy_text()
        assert pilot.app.clipboard.strip() == "Ask the Director"
        await take(pilot, "turn-her-away", on_to_next=False)
        for text in ("She thanks you", "DfE guidance"):
            if not any(text in line for line in lines(pilot.app.screen)):
                await pilot.press("enter")
            await draw_over(pilot, text)
            assert pilot.app.screen.get_selected_text().strip() == text
        await on(pilot, ResultScreen)
    assert decided() == ("turn-her-away",)


async def test_a_click_takes_what_it_is_on_though_text_was_drawn_over_before(small_app):
    async with small_app(opened=True).run_test(size=(80, 60)) as pilot:
        await press_to(pilot, PlayScreen)
        await draw_over(pilot, "Ask the Director")
        row = next(row for row, line in enumerate(lines(pilot.app.screen)) if "Tell her" in line)
        await _mouse(pilot, events.MouseDown, 10, row)
        await _mouse(pilot, events.MouseUp, 10, row)
        await on(pilot, ResultScreen)
    assert decided() == ("turn-her-away",)


async def test_the_whole_text_of_a_screen_is_copied_in_sight_or_not(small_app):
    async with small_app(opened=True).run_test(size=(40, 12)) as pilot:
        assert "Not yet reviewed" not in "\n".join(lines(pilot.app.screen))
        assert "The small visit\nBefore you start: " in screen_text(pilot.app.screen)
        assert "Not yet reviewed" in screen_text(pilot.app.screen)
        await press_to(pilot, PlayScreen)
        text = screen_text(pilot.app.screen)
        assert "Thornmere" not in text
        assert "3. Tell her it is for the officers." in text
        assert "Help" not in text
        await pilot.press("y")
        assert pilot.app.clipboard == text
        await take(pilot, "turn-her-away", "cast-the-vote")
        if isinstance(pilot.app.screen, PlayScreen):
            await take(pilot, pilot.app.screen.items()[-1].step)
        debrief = await on(pilot, DebriefScreen)
        await pilot.press("y")
        assert pilot.app.clipboard == screen_text(debrief)
        for part in ("Debrief", "Your path", "participating observer", "Training, not legal advice"):
            assert part in pilot.app.clipboard


async def test_the_entries_of_a_list_and_what_is_typed_are_copied(small_app):
    async with small_app().run_test(size=(60, 20)) as pilot:
        assert "Quit" in screen_text(pilot.app.screen)
        await pilot.press("g", "slash", *"plac")
        assert "\nplac\n" in screen_text(pilot.app.screen)
