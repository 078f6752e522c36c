"""The guidance reader: found by words, opened at what a finding rests on, by key and by click."""

import pytest
from piloting import app_of, click_text, lines, on, press_to, shown, take, written
from textual.widgets import Input, OptionList

from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario
from lmcs_sim.tui.screens.guidance import GuidanceScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.widgets.finding_card import Cited, FindingCard

VOTE = "dfe2012.p23.lmcs-not-decide"


@pytest.fixture
async def result(shipped):
    """What followed from casting the vote."""
    file = find_scenario("casting-vote", [built_in()])
    async with app_of((shipped, [file]), scenario=file).run_test(size=(100, 50)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "cast-the-vote", on_to_next=False)
        yield pilot


def open_at(screen: GuidanceScreen) -> str:
    """The provision that is highlighted, which the detail shows too."""
    provisions = screen.query_one(OptionList)
    assert provisions.highlighted is not None
    found = str(provisions.get_option_at_index(provisions.highlighted).id)
    assert f"Provision: {found}" in " ".join(" ".join(crop(screen, "#detail")).replace("│", "").split())
    cite = str(provisions.get_option_at_index(provisions.highlighted).prompt).partition(": ")[0]
    assert any(cite in line for line in crop(screen, "#provisions")), "what is highlighted is out of sight"
    return found


def crop(screen: GuidanceScreen, part: str) -> list[str]:
    place = screen.query_one(part).region
    return [line[place.x : place.right] for line in lines(screen)[place.y : place.bottom]]


async def test_it_opens_at_the_provision_that_governs_the_finding(result):
    card = (await on(result, ResultScreen)).query(FindingCard).first()
    assert card.record["citations"][0]["provision"] == VOTE
    await result.press("g")
    reader = await on(result, GuidanceScreen)
    assert open_at(reader) == VOTE
    assert '"but not be part of the decision' in shown(reader)
    await result.press("escape")
    await on(result, ResultScreen)


async def test_a_click_on_a_citation_opens_it_there(result):
    cited = (await on(result, ResultScreen)).query(Cited)
    wanted = next(item for item in cited if item.provision != VOTE)
    assert await result.click(wanted)
    assert open_at(await on(result, GuidanceScreen)) == wanted.provision


async def test_tab_and_enter_open_a_citation_too(result):
    screen = await on(result, ResultScreen)
    await result.press("tab")
    assert isinstance(screen.focused, Cited)
    await result.press("enter")
    assert open_at(await on(result, GuidanceScreen)) == screen.focused.provision


async def test_search_finds_by_all_the_words(small_app, shipped):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("g")
        reader = await on(pilot, GuidanceScreen)
        assert reader.query_one(OptionList).option_count == len(shipped.guidance.provisions)
        await pilot.press("slash")
        reader.query_one(Input).value = "Decision  MAKING process LSCB"
        await pilot.press("enter")
        await pilot.pause()
        found = [str(option.id) for option in reader.query_one(OptionList).options]
        assert VOTE in found
        assert len(found) < 5
        assert open_at(reader) == found[0]
        await pilot.press("slash")
        reader.query_one(Input).value = "no such words [b]"
        await pilot.pause()
        assert reader.query_one(OptionList).option_count == 0
        assert "No provision has all these words." in shown(reader)
        assert "Provision:" not in shown(reader)


async def test_a_provision_names_its_rules_and_the_scenarios_that_play_it(shipped):
    file = find_scenario("casting-vote", [built_in()])
    async with app_of((shipped, [file])).run_test(size=(100, 50)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("g")
        reader = await on(pilot, GuidanceScreen)
        await pilot.press("slash")
        reader.query_one(Input).value = VOTE
        await pilot.press("enter", "enter")
        await pilot.press("end")
        await pilot.pause()
        assert "Rules that rest on it: safeguarding.member-does-not-decide" in written(reader)
        assert "Scenarios that play it: The casting vote" in written(reader)


async def test_by_mouse_a_provision_is_chosen_and_the_reader_closed(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await click_text(pilot, "Guidance: read")
        reader = await on(pilot, GuidanceScreen)
        first = open_at(reader)
        await pilot.click(OptionList, offset=(3, 3))
        await pilot.pause()
        assert open_at(reader) != first
        await click_text(pilot, "Back")
        await on(pilot, HomeScreen)
