"""The progress screen: what is known at once, then every play played again; words with bars of the same numbers."""

import threading

import pytest
from piloting import assert_whole_keys, lines, on, shown, until, written
from running import LONG

from lmcs_sim.play.play import Log
from lmcs_sim.tui.screens import progress as screens
from lmcs_sim.tui.screens.progress import ProgressScreen
from lmcs_sim.tui.screens.review import ReviewScreen

STEPS = ("turn-her-away", "put-a-question")
SIZES = [(40, 12), (60, 20), (80, 24), (120, 40)]


def kept(app, steps=STEPS, ending="observer", scenario="small-visit"):
    return app.desk.store.begin("Ann", Log(scenario, "", "", 1, steps=steps), ending)


async def told(pilot):
    """The progress, once everything stands there."""
    await pilot.press("p")
    screen = await on(pilot, ProgressScreen)
    await until(pilot, lambda: "is being worked out" not in written(screen))
    await pilot.pause()
    return screen


async def test_without_a_finished_play_it_says_what_to_do(small_app):
    app = small_app()
    kept(app, ("ask-how",), None)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await told(pilot)
        assert "no play has ended yet. Choose a scenario in the library and play it to its end" in shown(screen)
        assert "Begun: The small visit, not yet to its end." in shown(screen)
        assert "is being worked out" not in shown(screen)


async def test_each_theme_has_its_numbers_in_words_and_a_bar_of_them(small_app):
    app = small_app()
    kept(app)
    kept(app, ("turn-her-away", "cast-the-vote", "file-them"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await told(pilot)
        text = written(screen)
        assert "Progress: 2 plays have ended." in text
        assert "Theme: role boundary, 1 play" in text
        (theme,) = (each.split("\n") for each in text.split("Theme: ") if each.startswith("safeguarding, 2 plays"))
        (at,) = (number for number, line in enumerate(theme) if line.startswith("Week: "))
        assert theme[at].endswith("met 1, lay open 4, went against duty 0.")
        assert theme[at + 1] == f"│{'█' * 4}{'░' * 16}"
        assert "In the bars: █ was met" in text
        assert "Traps: " in text
        assert "Played: The small visit, 2 times." in text


async def test_a_play_that_cannot_be_played_again_is_named(small_app):
    app = small_app()
    kept(app, scenario="gone")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await told(pilot)
        assert "Progress: 1 play has ended." in shown(screen)
        assert "gone: its scenario, gone, is not here." in shown(screen)


async def test_what_is_known_stands_there_while_the_rest_is_worked_out(small_app, monkeypatch):
    app, go = small_app(), threading.Event()
    kept(app)

    def slow(desk, plays, wanted=lambda: True):
        assert threading.current_thread() is not threading.main_thread()
        go.wait(10)
        return finish(desk, plays, wanted)

    finish = screens.progress_in
    monkeypatch.setattr(screens, "progress_in", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        screen = await on(pilot, ProgressScreen)
        assert "Progress: 1 play has ended." in shown(screen)
        assert "How they went is being worked out" in shown(screen)
        assert "Played: The small visit, once." in shown(screen)
        go.set()
        await until(pilot, lambda: "Theme: " in written(screen))
        assert "is being worked out" not in written(screen)


async def test_to_leave_it_stops_the_work_and_shows_nothing_elsewhere(small_app, monkeypatch):
    app, go, seen = small_app(), threading.Event(), []
    kept(app)

    def slow(desk, plays, wanted=lambda: True):
        go.wait(10)
        seen.append(wanted())
        return finish(desk, plays, wanted)

    finish = screens.progress_in
    monkeypatch.setattr(screens, "progress_in", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await on(pilot, ProgressScreen)
        await pilot.press("escape")
        go.set()
        await until(pilot, lambda: bool(seen))
        assert seen == [False]
        await pilot.pause()
        assert pilot.app.screen.NAME == "home"


async def test_the_review_opens_from_it_and_leads_back(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await told(pilot)
        await pilot.press("r")
        await on(pilot, ReviewScreen)
        await pilot.press("escape")
        await on(pilot, ProgressScreen)


async def test_what_a_pack_calls_itself_is_shown_as_written(small_app, monkeypatch):
    app = small_app()
    kept(app, scenario="[b]x\x1b[31m")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await told(pilot)
        assert "[b]x\\x1b[31m" in shown(screen)
        assert "\x1b" not in written(screen)


@pytest.mark.parametrize("size", SIZES if LONG else (SIZES[0], SIZES[-1]))
async def test_it_fits_every_window_and_can_be_read_to_its_end(size, small_app):
    app = small_app()
    for _ in range(3):
        kept(app)
    async with app.run_test(size=size) as pilot:
        screen = await told(pilot)
        assert_whole_keys(screen)
        for _ in range(40):
            await pilot.press("pagedown")
        assert "Played: The small visit, 3 times." in shown(screen)
        assert all(len(line) <= size[0] for line in lines(screen))
        await pilot.press("home")
        assert "Progress: 3 plays have ended." in shown(screen)
