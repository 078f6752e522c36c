"""What followed: the story first and the judgement after it; in a small window never both at once."""

import pytest
from piloting import app_of, lines, on, press_to, shown, take, written
from running import LONG, SMALL_VISIT

from lmcs_sim.toml.scenario_files import read_scenario
from lmcs_sim.tui.screens import result as results
from lmcs_sim.tui.screens.guidance import GuidanceScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.widgets.finding_card import FindingCard

STORY = "She thanks you and rings off."
JUDGED = "Whose duty"
SMALL = [(80, 24), (99, 40), (120, 29), (40, 12)]


@pytest.fixture
def after(small_app):
    """The screen of a size that tells what followed from turning the carer away."""

    def running(size):
        return small_app(opened=True).run_test(size=size)

    return running


async def told(pilot, step: str = "turn-her-away") -> ResultScreen:
    await press_to(pilot, PlayScreen)
    await take(pilot, step, on_to_next=False)
    return await on(pilot, ResultScreen)


async def read_to_end(pilot) -> str:
    """Reads on by Page Down, which never goes on; gives all that was seen."""
    seen = [shown(pilot.app.screen)]
    for _ in range(30):
        await pilot.press("pagedown")
        seen.append(shown(pilot.app.screen))
    return " ".join(seen)


@pytest.mark.parametrize("size", SMALL if LONG else SMALL[:2], ids=str)
async def test_in_a_small_window_the_story_stands_alone_and_then_the_judgement_does(after, size):
    async with after(size) as pilot:
        screen = await told(pilot)
        story = await read_to_end(pilot)
        assert STORY in story
        assert JUDGED not in story
        await press_to(pilot, ResultScreen)
        screen = await on(pilot, ResultScreen)
        assert screen.query_one("#page").scroll_offset.y == 0
        assert "What the guidance says" in lines(screen)[0]
        judged = await read_to_end(pilot)
        assert JUDGED in judged
        assert STORY not in judged
        await press_to(pilot, PlayScreen)


async def test_in_a_large_window_both_stand_there_and_one_enter_goes_on(after):
    async with after((100, 30)) as pilot:
        screen = await told(pilot)
        seen = await read_to_end(pilot)
        assert seen.index(STORY) < seen.index(JUDGED)
        assert "What followed" in lines(screen)[0]
        await pilot.press("enter")
        await on(pilot, PlayScreen)


async def test_the_story_can_be_read_again_from_its_beginning(after):
    async with after((80, 24)) as pilot:
        screen = await told(pilot)
        await pilot.press("enter")
        await on(pilot, ResultScreen)
        screen.action_again()
        await on(pilot, ResultScreen)
        assert STORY in shown(screen)
        assert JUDGED not in shown(screen)


@pytest.mark.parametrize("key", ["enter", "w"])
async def test_where_nothing_was_judged_there_is_nothing_to_turn_to(shipped, tmp_path, key):
    asked = '[{ act = "take-advice", whose = "monitoring-officer", matter = "thresholds" }]'
    text = SMALL_VISIT.read_text(encoding="utf-8")
    assert asked in text
    path = tmp_path / "visit.toml"
    path.write_text(text.replace(f"acts = {asked}", ""), encoding="utf-8")
    file = read_scenario(path)
    async with app_of((shipped, [file]), scenario=file).run_test(size=(80, 24)) as pilot:
        screen = await told(pilot, "ask-officer")
        assert not screen.session.play.last_step.findings
        await pilot.press(key)
        if key == "w":
            assert "He reads you two lines" in shown(await on(pilot, ResultScreen))
            await pilot.press("enter")
        await on(pilot, PlayScreen)


async def test_why_turns_to_the_judgement_and_is_shown_in_full(after):
    async with after((80, 24)) as pilot:
        screen = await told(pilot)
        await pilot.press("w")
        await on(pilot, ResultScreen)
        assert "What followed, and why in full" in lines(screen)[0]
        assert JUDGED in shown(screen)
        assert STORY not in shown(screen)


async def test_the_story_is_painted_before_the_judgement_is_made_and_nothing_goes_on_meanwhile(after, monkeypatch):
    monkeypatch.setattr(results, "PAUSE", 0.5)
    async with after((100, 40)) as pilot:
        await press_to(pilot, PlayScreen)
        await pilot.press("3", "enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ResultScreen)
        assert STORY in shown(screen)
        assert not screen.query(FindingCard)
        await pilot.press("enter", "enter")
        assert pilot.app.screen is screen
        await on(pilot, ResultScreen)
        assert JUDGED in shown(screen)


async def test_the_next_result_has_nothing_of_the_one_before(after):
    async with after((80, 24)) as pilot:
        first = await told(pilot)
        await pilot.press("w")
        before = [card.record["title"] for card in (await on(pilot, ResultScreen)).query(FindingCard)]
        assert before
        await press_to(pilot, PlayScreen)
        await take(pilot, "put-a-question", on_to_next=False)
        second = await on(pilot, ResultScreen)
        assert second is first
        assert STORY not in written(second)
        assert "What followed" in lines(second)[0]
        assert len(second.query(FindingCard)) == len(second.session.play.last_step.findings)
        assert JUDGED not in shown(second)
        await pilot.press("u")
        await on(pilot, PlayScreen)
        await take(pilot, "cast-the-vote", on_to_next=False)
        third = await on(pilot, ResultScreen)
        assert len(third.query(FindingCard)) == len(third.session.play.last_step.findings)


async def test_a_window_resized_between_two_results_is_told_the_way_its_new_size_has(after):
    async with after((80, 24)) as pilot:
        await told(pilot)
        await press_to(pilot, PlayScreen)
        await pilot.resize_terminal(120, 40)
        await take(pilot, "put-a-question", on_to_next=False)
        screen = await on(pilot, ResultScreen)
        assert JUDGED in await read_to_end(pilot)
        await pilot.resize_terminal(80, 24)
        screen = await on(pilot, ResultScreen)
        await pilot.press("home")
        assert JUDGED not in await read_to_end(pilot)
        assert screen.app.size.width == 80


async def test_another_theme_is_on_the_next_result_too(after):
    async with after((80, 24)) as pilot:
        screen = await told(pilot)
        await press_to(pilot, PlayScreen)
        before = screen.query_one("#title").styles.background
        await pilot.press("t")
        await take(pilot, "put-a-question", on_to_next=False)
        await on(pilot, ResultScreen)
        assert screen.query_one("#title").styles.background != before


async def test_the_ending_is_told_with_the_story(shipped):
    file = read_scenario(SMALL_VISIT)
    async with app_of((shipped, [file]), scenario=file, seed=0).run_test(size=(80, 60)) as pilot:
        await told(pilot)
        await press_to(pilot, PlayScreen)
        await take(pilot, "put-a-question", on_to_next=False)
        screen = await on(pilot, ResultScreen)
        ending = screen.session.play.last_step.ending
        assert ending.title in shown(screen)
        assert JUDGED not in shown(screen)


async def test_the_guidance_opens_at_the_first_finding_before_the_judgement_is_shown(after):
    async with after((80, 24)) as pilot:
        screen = await told(pilot)
        cited = screen.session.play.last_step.findings[0].cites[0]
        await pilot.press("g")
        await on(pilot, GuidanceScreen)
        assert f"Provision: {cited}" in written(pilot.app.screen) + shown(pilot.app.screen)
        await pilot.press("escape")
        assert STORY in shown(await on(pilot, ResultScreen))
