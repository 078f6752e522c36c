"""A preview in the terminal: each save is shown at once, where the author is, with its faults beside it."""

from pathlib import Path

import pytest
from piloting import app_of, assert_whole_keys, on, press_to, shown, until, written
from running import SMALL_VISIT

from lmcs_sim.author.preview import open_preview
from lmcs_sim.author.trial import read_opening
from lmcs_sim.toml.packs import built_in
from lmcs_sim.tui.screens import watching
from lmcs_sim.tui.screens.help import HelpScreen
from lmcs_sim.tui.screens.preview import PreviewDebrief, PreviewResult, PreviewScreen
from lmcs_sim.tui.screens.scenario import ScenarioScreen
from lmcs_sim.tui.widgets.fault_card import FaultCard

GOOD = SMALL_VISIT.read_text(encoding="utf-8")
BAD = GOOD.replace('act = "vote"', 'act = "voot"')


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Looks more often than a person would notice."""
    monkeypatch.setattr(watching, "INTERVAL", 0.04)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "visit.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def previewed(path, shipped):
    """Makes an application that previews a file of the test's own."""

    def make(scene=None, done=(), known=(), measures=()):
        opening = read_opening(scene, done, known, measures, 0)
        return app_of((shipped, []), preview=open_preview(path, shipped, opening))

    return make


def save(path: Path, text: str) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_two_looks_at_the_file_take_well_under_a_second(monkeypatch):
    monkeypatch.undo()
    assert 2 * watching.INTERVAL <= 0.5


async def test_a_save_is_shown_where_the_author_is_and_what_is_pointed_at_stays_so(previewed, path):
    async with previewed().run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "enter")
        result = await on(pilot, PreviewResult)
        save(path, GOOD.replace("She thanks you and rings off.", "She rings off."))
        await until(pilot, lambda: "She rings off." in shown(result))
        assert "thanks" not in written(result)
        await press_to(pilot, PreviewScreen)
        screen = await on(pilot, PreviewScreen)
        await until(pilot, lambda: "The board is split." in shown(screen))
        await pilot.press("2")
        save(path, GOOD.replace("The board is split.", "The board is whole."))
        await until(pilot, lambda: "The board is whole." in shown(screen) and screen.focused is not None)
        assert screen.focused.step == "put-a-question"
        assert screen.trial.play.log.steps == ("turn-her-away",)


async def test_a_fault_stands_beside_the_scene_while_the_text_before_it_is_played(previewed, path):
    async with previewed().run_test(size=(120, 40)) as pilot:
        screen = await on(pilot, PreviewScreen)
        assert "You play the text as saved: 2 notes." in shown(screen)
        save(path, BAD)
        await until(pilot, lambda: "!! Error E013" in shown(screen))
        card = str(screen.query_one(FaultCard).render())
        assert card == "!! Error E013  line 73, column 13\nunknown act 'voot'\nMend it: Did you mean 'vote'?"
        assert "1 fault in the text as saved. You play the one before." in written(screen)
        assert "The carer talks for ten minutes" in shown(screen)
        await pilot.press("3", "enter")
        result = await on(pilot, PreviewResult)
        assert "unknown act 'voot'" in shown(result)
        save(path, GOOD)
        await until(pilot, lambda: "voot" not in shown(result))
        assert result.trial.play.log.steps == ("turn-her-away",)


async def test_a_file_that_goes_missing_is_waited_for(previewed, path):
    async with previewed().run_test(size=(80, 24)) as pilot:
        screen = await on(pilot, PreviewScreen)
        path.unlink()
        await until(pilot, lambda: "The file is not there. You play the text it had." in shown(screen))
        await pilot.press("3", "enter")
        await on(pilot, PreviewResult)
        save(path, GOOD)
        await until(pilot, lambda: "The file is not there" not in shown(pilot.app.screen))


async def test_a_step_the_text_no_longer_has_closes_what_followed_from_it(previewed, path):
    async with previewed().run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "enter")
        await on(pilot, PreviewResult)
        save(path, GOOD.replace('id = "turn-her-away"', 'id = "turn-away"'))
        await until(pilot, lambda: isinstance(pilot.app.screen, PreviewScreen))
        screen = await on(pilot, PreviewScreen)
        said = "Your play parts from the text as saved at step 1: 'turn-her-away' is not on offer in scene 'telephone'."
        assert said in shown(screen)
        assert "The carer talks" in shown(screen)


async def test_at_40x12_the_notice_says_there_are_faults_and_a_key_lists_them(previewed, path):
    async with previewed().run_test(size=(40, 12)) as pilot:
        screen = await on(pilot, PreviewScreen)
        assert "as saved" not in shown(screen)
        save(path, BAD)
        said = "1 fault in the text as saved. You play the one before. f lists them."
        await until(pilot, lambda: said in shown(screen))
        await pilot.press("f")
        listed = await on(pilot, ScenarioScreen)
        assert "unknown act 'voot'" in shown(listed)
        save(path, GOOD)
        await until(pilot, lambda: "voot" not in shown(listed) and len(listed.query(FaultCard)) == 2)
        await pilot.press("p")
        await on(pilot, PreviewScreen)


async def test_it_starts_at_the_scene_and_with_the_facts_that_were_asked_for(previewed):
    app = previewed("board", ["voted-at-board"], ["nobody-checked"], ["standing=-3"])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await on(pilot, PreviewScreen)
        assert "The board is split." in shown(screen)
        assert "Say that nobody has checked." in shown(screen)
        assert "Your standing to challenge: -3" in shown(screen)


async def test_it_is_played_to_its_end_begun_again_taken_back_and_never_kept(previewed, own_places):
    async with previewed().run_test(size=(80, 60)) as pilot:
        await pilot.press("3", "enter")
        await press_to(pilot, PreviewScreen)
        await pilot.press("2", "enter")
        await press_to(pilot, PreviewDebrief)
        debrief = await on(pilot, PreviewDebrief)
        assert "Library" not in shown(debrief)
        await pilot.press("u")
        screen = await on(pilot, PreviewScreen)
        assert "The board is split." in shown(screen)
        await pilot.press("u")
        await until(pilot, lambda: "The carer talks" in shown(screen))
        await pilot.press("3", "enter", "b")
        await until(pilot, lambda: pilot.app.screen is screen and screen.trial.play.log.steps == ())
        assert "The carer talks" in shown(screen)
        await pilot.press("question_mark")
        assert "nothing you take in it is kept" in shown(await on(pilot, HelpScreen))
    assert not own_places.exists()


async def test_after_the_debrief_enter_begins_again(previewed):
    async with previewed("afterwards").run_test(size=(80, 60)) as pilot:
        await pilot.press("2", "enter")
        await press_to(pilot, PreviewDebrief)
        await press_to(pilot, PreviewScreen)
        screen = await on(pilot, PreviewScreen)
        assert "The minutes arrive." in shown(screen)
        await pilot.press("escape")
        await on(pilot, ScenarioScreen)


async def test_a_file_with_faults_opens_at_them_and_goes_on_to_the_scene_once_mended(previewed, path):
    path.write_text(BAD, encoding="utf-8")
    async with previewed().run_test(size=(80, 24)) as pilot:
        screen = await on(pilot, ScenarioScreen)
        assert "Nothing can be played yet: 1 fault." in shown(screen)
        await pilot.press("p")
        await on(pilot, ScenarioScreen)
        save(path, GOOD)
        await until(pilot, lambda: isinstance(pilot.app.screen, PreviewScreen))
        await until(pilot, lambda: "The carer talks" in shown(pilot.app.screen))


async def test_the_rules_are_read_again_by_a_key_and_faulty_ones_leave_those_before(previewed, tmp_path):
    rules = tmp_path / "pack" / "rules"
    rules.mkdir(parents=True)
    app = previewed()
    app.desk.packs = (built_in(), rules.parent)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await on(pilot, PreviewScreen)
        (rules / "ours.toml").write_text("[[rule]]\n", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "The rules from before still judge." in written(screen))
        assert str(rules / "ours.toml") in "".join(written(screen).split())
        (rules / "ours.toml").unlink()
        await pilot.press("r")
        await until(pilot, lambda: "You play the text as saved: 2 notes." in written(screen))


async def test_no_key_of_a_preview_is_clipped(previewed):
    async with previewed().run_test(size=(60, 30)) as pilot:
        for keys, kind in (("", PreviewScreen), ("3 enter", PreviewResult)):
            await pilot.press(*keys.split())
            for width in (80, 40):
                await pilot.resize_terminal(width, 30)
                assert_whole_keys(await on(pilot, kind))


async def test_what_needs_a_play_that_is_kept_is_not_done_in_a_preview(previewed):
    async with previewed().run_test(size=(120, 40)) as pilot:
        screen = await on(pilot, PreviewScreen)
        assert not any(screen.check_action(name, ()) for name in ("library", "next", "progress"))
        await pilot.press("h", "n", "m")
        assert await on(pilot, PreviewScreen) is screen
        await pilot.press("1", "enter")
        await on(pilot, PreviewResult)
        await pilot.press("h", "n", "m")
        await on(pilot, PreviewResult)
