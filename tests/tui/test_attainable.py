"""The debrief in the terminal says what could be attained: at once where it is kept, and else once it is proved."""

import shutil
from pathlib import Path

import pytest
from piloting import Driver, lines, on, shown, take, written

from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.words.catalogue import said

BEST = "The best that any play of this can do"


async def to_debrief(pilot: Driver) -> DebriefScreen:
    await on(pilot, BriefingScreen)
    while not isinstance(pilot.app.screen, PlayScreen):
        await pilot.press("enter")
    await take(pilot, "pass-it-on")
    await take(pilot, "put-a-question")
    while not isinstance(pilot.app.screen, DebriefScreen):
        await pilot.press("enter")
    return await on(pilot, DebriefScreen)


async def test_what_is_kept_is_told_at_once(small_app):
    async with small_app(opened=True, anew=True, seed=0).run_test(size=(80, 200)) as pilot:
        screen = await to_debrief(pilot)
        words = shown(screen)
        assert BEST in " ".join(words.split())
        assert said("debrief.working-out") not in words


@pytest.mark.parametrize(("at", "same"), [("#outcomes-heading", 11), ("#path-heading", 7)])
async def test_what_is_not_kept_is_told_once_it_is_proved_and_what_is_read_stays_in_place(
    small_app, tmp_path: Path, monkeypatch, at: str, same: int
):
    held = []
    monkeypatch.setattr("lmcs_sim.author.proving.Proving.start", lambda proving: held.append(proving))
    app = small_app(opened=True, anew=True, seed=0)
    shutil.rmtree(tmp_path / "cache")
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await to_debrief(pilot)
        assert said("debrief.working-out") in written(screen)
        assert "Yours █, the best ░" not in written(screen)
        screen.query_one(at).scroll_visible(top=True, animate=False)
        await pilot.pause()
        before = lines(screen)
        assert str(screen.query_one(at).render()) in shown(screen)
        held[0]._work()
        while screen.attainable is None:
            await pilot.pause(0.05)
        await pilot.pause()
        await pilot.pause()
        told = written(screen)
        for text in (BEST, "What mattered most: ", "You decided: ", "Yours █, the best ░", "The worst: "):
            assert text in told
        assert said("debrief.working-out") not in told
        assert [line[:36] for line in lines(screen)[:same]] == [line[:36] for line in before[:same]]
        assert list((tmp_path / "cache").iterdir())


async def test_leaving_the_debrief_gives_the_proof_up(small_app, tmp_path: Path, monkeypatch):
    left = []
    monkeypatch.setattr("lmcs_sim.author.proving.Proving.leave", lambda proving: left.append(proving))
    monkeypatch.setattr("lmcs_sim.author.proving.Proving.start", lambda proving: None)
    app = small_app(opened=True, anew=True, seed=0)
    shutil.rmtree(tmp_path / "cache")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_debrief(pilot)
        await pilot.press("u")
        await on(pilot, PlayScreen)
    assert len(left) == 1
