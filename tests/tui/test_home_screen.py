"""Home, the library and the names: what is offered before a play."""

from piloting import decided, lines, on, press_to, shown, take
from textual.widgets import Input, OptionList

from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.library import LibraryScreen
from lmcs_sim.tui.screens.name import NameScreen
from lmcs_sim.tui.screens.play import PlayScreen


def entries(screen: HomeScreen) -> list[str]:
    return [str(option.id) for option in screen.query_one(OptionList).options]


async def test_nothing_unfinished_and_there_is_no_continue(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        home = await on(pilot, HomeScreen)
        assert entries(home)[0] == "library"
        assert "Continue" not in shown(home)
        await pilot.press("c")
        await on(pilot, HomeScreen)


async def test_continue_stands_first_once_something_is_unfinished_and_leads_to_it(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how")
        await pilot.press("escape")
        home = await on(pilot, HomeScreen)
        assert entries(home)[0] == "continue"
        assert "Continue: The small visit, 1 step in" in shown(home)
        assert "c Continue" in lines(home)[-1]
        await pilot.press("enter")
        play = await on(pilot, PlayScreen)
        assert play.session.play.log.steps == ("ask-how",)
        assert "You go on where you left off, after 1 step." in shown(play)


async def test_a_play_begun_without_a_step_and_an_ended_one_are_not_offered(small_app):
    async with small_app(opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await pilot.press("escape")
        assert entries(await on(pilot, HomeScreen))[0] == "library"
        await pilot.press("l", "enter")
        await press_to(pilot, PlayScreen)
        await take(pilot, "turn-her-away", "put-a-question")
        await pilot.press("l")
        library = await on(pilot, LibraryScreen)
        assert "played" in shown(library)
        await pilot.press("escape")
        assert entries(await on(pilot, HomeScreen))[0] == "library"


async def test_each_name_has_its_own_plays(small_app):
    async with small_app("Ann").run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "enter")
        await press_to(pilot, PlayScreen)
        await take(pilot, "turn-her-away")
        await pilot.press("escape", "n")
        asked = await on(pilot, NameScreen)
        assert "Names that have plays here: Ann." in shown(asked)
        asked.query_one(Input).value = "Ben"
        await pilot.press("enter")
        home = await on(pilot, HomeScreen)
        assert "Playing as Ben" in shown(home)
        assert entries(home)[0] == "library"
        await pilot.press("l", "enter")
        await press_to(pilot, PlayScreen)
        await take(pilot, "pass-it-on", on_to_next=False)
        assert (decided("Ann"), decided("Ben")) == (("turn-her-away",), ("pass-it-on",))


async def test_without_a_name_whoever_played_last_goes_on(small_app):
    async with small_app("Ann", opened=True).run_test(size=(80, 24)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how", on_to_next=False)
    async with small_app("").run_test(size=(80, 24)) as pilot:
        home = await on(pilot, HomeScreen)
        assert "Playing as Ann" in shown(home)
        assert entries(home)[0] == "continue"


async def test_leaving_the_name_changes_nothing(small_app):
    async with small_app("Ann").run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "B", "e", "n", "escape")
        assert "Playing as Ann" in shown(await on(pilot, HomeScreen))


async def test_j_and_k_move_as_the_arrows_do(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        home = await on(pilot, HomeScreen)
        await pilot.press("j", "j", "k")
        assert home.query_one(OptionList).highlighted == 1


async def test_a_double_click_opens_one_briefing(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await pilot.click(offset=(5, 2), times=2)
        await on(pilot, BriefingScreen)
        await pilot.press("escape")
        await on(pilot, LibraryScreen)
