"""\"Why?\" on the screen of what followed: after the judgement, by key or by mouse, never scored, and easily passed over."""

import pytest
from piloting import app_of, assert_whole_keys, click_text, decided, latest, lines, on, press_to, shown, take, written
from running import SMALL_VISIT

from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.toml.scenario_files import read_scenario
from lmcs_sim.tui.screens.history import HistoryScreen, PastScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.widgets.forward import Forward

ASK = "Why did you decide that? Nothing you say is scored"
ROLE = "It is an officer's job."
TIME = "Time is [b]short[/b]\x1b[2J."
ANSWERS = {"role": "Advice is; [@click=app.quit]hearing[/] her is yours.", "time": "It is. She has none either."}
LEADS = 'says = "She thanks you and rings off."\n  leads = "board"\n'
REASONS = f"""
    [[scene.choice.reason]]
    id = "role"
    text = "{ROLE}"
    says = "{ANSWERS["role"]}"
    [[scene.choice.reason]]
    id = "time"
    text = "{TIME}"
    says = "{ANSWERS["time"]}"
""".replace("\x1b", r"\u001b")
SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (40, 12), (60, 20), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}"
)


@pytest.fixture
def asking(shipped, tmp_path):
    """The small visit, which asks why the carer is turned away; on that screen, in a window of a size."""
    text = SMALL_VISIT.read_text(encoding="utf-8")
    assert LEADS in text
    path = tmp_path / "visit.toml"
    path.write_text(text.replace(LEADS, LEADS + REASONS), encoding="utf-8")
    file = read_scenario(path)

    def running(size):
        return app_of((shipped, [file]), scenario=file, seed=0).run_test(size=size)

    return running


async def told(pilot, step: str = "turn-her-away") -> ResultScreen:
    await press_to(pilot, PlayScreen)
    await take(pilot, step, on_to_next=False)
    return await on(pilot, ResultScreen)


def given() -> dict[int, str]:
    """The reasons kept, as a second reader of the database finds them."""
    store = Store(store_url())
    try:
        return store.reasons.of_play(latest().id)
    finally:
        store.close()


@SIZES
async def test_enter_alone_leads_past_the_question_and_gives_no_reason(asking, size):
    async with asking(size) as pilot:
        screen = await told(pilot)
        seen = set()
        for _ in range(40):
            seen.add(shown(screen))
            assert_whole_keys(screen)
            await pilot.press("enter")
            if pilot.app.screen is not screen:
                break
            await on(pilot, ResultScreen)
        await on(pilot, PlayScreen)
        assert any(ASK[:20] in text for text in seen)
        small = size != (120, 40)
        assert any(ASK[:20] in text and "Whose duty" in text for text in seen) != small
        assert (given(), decided()) == ({}, ("turn-her-away",))


@SIZES
async def test_a_reason_is_pointed_at_by_its_number_and_taken_by_enter_and_another_may_be_taken_then(asking, size):
    async with asking(size) as pilot:
        screen = await told(pilot)
        before = screen.session.play
        await pilot.press("a")
        await on(pilot, ResultScreen)
        assert ASK.split()[0] in shown(screen)
        assert screen.focused is screen.query_one("#page")
        await pilot.press("2")
        assert given() == {}
        await press_once_or_twice(pilot)
        assert given() == {1: "time"}
        assert f"Answer: {ANSWERS['time']}" in written(screen)
        assert "She has none" in shown(screen)
        await pilot.press("up")
        assert screen.focused.step == "role"
        await press_once_or_twice(pilot)
        assert given() == {1: "role"}
        assert f"Answer: {ANSWERS['role']}" in written(screen)
        assert ANSWERS["time"] not in written(screen)
        assert screen.session.play is before
        await press_to(pilot, PlayScreen, key="space")


async def press_once_or_twice(pilot) -> None:
    """The first Enter shows what is pointed at, where it has been scrolled out of sight."""
    if not pilot.app.screen.focused.in_sight:
        await pilot.press("enter")
    await pilot.press("enter")
    await on(pilot, ResultScreen)


@SIZES
async def test_a_reason_is_given_and_gone_on_from_by_the_mouse_alone(asking, size):
    async with asking(size) as pilot:
        await told(pilot)
        for label in ("What the guidance says", "Say why") if size != (120, 40) else ():
            await click_on_button(pilot, label)
        await click_text(pilot, "It is an officer's")
        screen = await on(pilot, ResultScreen)
        assert given() == {1: "role"}
        assert "Answer: Advice is" in shown(screen)
        await click_on_button(pilot, "Go on")
        await on(pilot, PlayScreen)


async def click_on_button(pilot, label: str) -> None:
    """Clicks on the button at the end, whose label is that."""
    screen = await on(pilot, ResultScreen)
    button = screen.query_one(Forward)
    assert str(button.label) == label
    screen.query_one("#page").scroll_end(animate=False)
    await on(pilot, ResultScreen)
    await pilot.click(button)
    await pilot.pause()


async def test_reasons_and_answers_are_shown_as_written(asking):
    async with asking((120, 40)) as pilot:
        screen = await told(pilot)
        assert r"Time is [b]short[/b]\x1b[2J." in shown(screen)
        await pilot.press("a", "1", "enter")
        assert ANSWERS["role"] in shown(await on(pilot, ResultScreen))


async def test_no_key_leads_to_a_question_that_is_not_put(asking):
    async with asking((80, 24)) as pilot:
        screen = await told(pilot, "pass-it-on")
        assert "Reason" not in lines(screen)[-1]
        story = shown(screen)
        await pilot.press("a", "1", "down")
        assert shown(await on(pilot, ResultScreen)) == story
        assert given() == {}


async def test_why_in_full_keeps_the_answer(asking):
    async with asking((80, 24)) as pilot:
        screen = await told(pilot)
        await pilot.press("a", "1", "enter", "w")
        assert "why in full" in lines(await on(pilot, ResultScreen))[0]
        assert ANSWERS["role"] not in shown(screen)
        await pilot.press("a")
        assert ANSWERS["role"] in shown(await on(pilot, ResultScreen))


async def test_the_past_tells_what_was_answered_and_asks_nothing(asking):
    async with asking((80, 24)) as pilot:
        await told(pilot)
        await pilot.press("a", "1", "enter")
        await press_to(pilot, PlayScreen, key="space")
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        await pilot.press("enter")
        past = await on(pilot, PastScreen)
        await pilot.press("a")
        assert f"You said: {ROLE} Answer: {ANSWERS['role']}" in shown(await on(pilot, PastScreen))
        assert ASK not in written(past)
        await pilot.press("escape", "escape", "u")
        await told_again(pilot)
        await pilot.press("h", "enter")
        past = await on(pilot, PastScreen)
        assert "Reason" not in lines(past)[-1]
        assert ROLE not in written(past)


async def told_again(pilot) -> None:
    """Takes the same step anew: the reason given before went with it."""
    await on(pilot, PlayScreen)
    await take(pilot, "turn-her-away")
    await on(pilot, PlayScreen)
    assert given() == {}
