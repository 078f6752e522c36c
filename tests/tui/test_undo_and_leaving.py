"""Taking back and leaving: the store agrees with the screen, and a new application goes on where the old one was."""

import pytest
from piloting import decided, latest, on, press_to, shown, take

from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.guidance import GuidanceScreen
from lmcs_sim.tui.screens.help import HelpScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.library import LibraryScreen
from lmcs_sim.tui.screens.name import NameScreen
from lmcs_sim.tui.screens.play import PlayScreen


@pytest.fixture
async def play(small_app):
    """An enquiry and a choice are taken; the second scene stands open."""
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how", "turn-her-away")
        yield pilot


async def test_undo_from_play_takes_back_one_step_at_a_time(play):
    await play.press("u")
    screen = await on(play, PlayScreen)
    assert "The telephone" in shown(screen)
    assert (screen.session.play.log.steps, decided()) == (("ask-how",), ("ask-how",))
    await play.press("u")
    assert (screen.session.play.log.steps, decided()) == ((), ())
    await play.press("u")
    await on(play, PlayScreen)
    assert "Undo" not in shown(screen)


async def test_undo_from_a_result_returns_to_its_scene(play):
    await take(play, "cast-the-vote", on_to_next=False)
    await play.press("u")
    screen = await on(play, PlayScreen)
    assert "The board" in shown(screen)
    assert decided() == ("ask-how", "turn-her-away")


async def test_undo_from_the_debrief_opens_the_play_again(play):
    await take(play, "cast-the-vote", "file-them")
    await on(play, DebriefScreen)
    assert latest().ending == "party-to-it"
    await play.press("u")
    screen = await on(play, PlayScreen)
    assert "Afterwards" in shown(screen)
    assert (latest().ending, decided()) == (None, ("ask-how", "turn-her-away", "cast-the-vote"))
    await take(play, "tell-the-chief-executive")
    await on(play, DebriefScreen)
    assert decided()[-1] == "tell-the-chief-executive"


LEAVING = {
    "play": ((), PlayScreen, "q"),
    "home": (("escape",), HomeScreen, "q"),
    "library": (("escape", "l"), LibraryScreen, "q"),
    "name": (("escape", "n"), NameScreen, "ctrl+q"),
    "help": (("question_mark",), HelpScreen, "ctrl+q"),
    "guidance": (("g",), GuidanceScreen, "ctrl+q"),
    "search": (("g", "slash"), GuidanceScreen, "ctrl+q"),
    "ctrl+c": ((), PlayScreen, "ctrl+c"),
}


@pytest.mark.parametrize("where", LEAVING)
async def test_a_new_application_goes_on_where_the_old_one_was_left(small_app, small_file, where):
    way, kind, leave = LEAVING[where]
    store = Store(store_url())
    store.begin("Ann", Log(small_file.scenario.id, small_file.hash, small_app().desk.book.hash, 1))
    store.add_step(1, 1, "turn-her-away", None)
    async with small_app().run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("c", *way)
        await on(pilot, kind)
        await pilot.press(leave)
    assert (pilot.app.return_code, pilot.app.is_running) == (0, False)
    await goes_on(small_app, ("turn-her-away",), "The board")


async def test_a_new_application_goes_on_after_a_result_that_was_not_read(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how", on_to_next=False)
        await pilot.press("q")
    await goes_on(small_app, ("ask-how",), "The telephone")


async def goes_on(small_app, steps: tuple[str, ...], scene: str) -> None:
    async with small_app().run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("c")
        screen = await on(pilot, PlayScreen)
        assert screen.session.play.log.steps == steps
        assert scene in shown(screen)


async def test_leaving_from_the_debrief_keeps_the_ending(play):
    await take(play, "put-a-question")
    await take(play, "file-them")
    await on(play, DebriefScreen)
    await play.press("q")
    assert latest().ending == "observer"
