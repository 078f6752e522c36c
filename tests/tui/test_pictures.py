"""A dozen screens as they looked when somebody last looked at them. `pytest tests/tui/test_pictures.py --snapshot-update`
takes them anew: look at each picture before it is kept.
"""

import pytest
import textual
from piloting import on, press_to, take, until

from lmcs_sim.desk import Desk
from lmcs_sim.settings.settings import Settings
from lmcs_sim.toml.packs import built_in
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.history import HistoryScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen

TAKEN_WITH = "8.2.8"
pytestmark = pytest.mark.skipif(
    textual.__version__ != TAKEN_WITH, reason=f"pictures were taken with Textual {TAKEN_WITH}, this is another"
)

LARGE, USUAL, NARROW, LEAST = (120, 40), (80, 24), (60, 20), (40, 12)


def named(size):
    return "{}x{}".format(*size)


@pytest.fixture
def shipped_app(shipped):
    """Makes the application with everything that ships, in a theme."""

    def make(**chosen):
        app = LmcsApp(Desk((built_in(),), "Ann", Settings(tour=False, **chosen)))
        app.desk.book = shipped
        return app

    return make


async def at_play(pilot):
    await press_to(pilot, PlayScreen)
    await on(pilot, PlayScreen)


async def after(pilot, *steps):
    """At what followed from the last of some steps."""
    await at_play(pilot)
    await take(pilot, *steps, on_to_next=False)
    await on(pilot, ResultScreen)


async def at_judgement(pilot):
    await after(pilot, "ask-how", "turn-her-away", "cast-the-vote")
    screen = await on(pilot, ResultScreen)
    while not screen.has_class("-judging"):
        await pilot.press("enter")
        await on(pilot, ResultScreen)


async def at_debrief(pilot):
    await at_play(pilot)
    await take(pilot, "ask-officer", "turn-her-away", "cast-the-vote", "file-them")
    screen = await on(pilot, DebriefScreen)
    await until(pilot, lambda: screen.attainable is not None)
    await on(pilot, DebriefScreen)
    await pilot.pause(0.3)


async def at_history(pilot):
    await at_play(pilot)
    await take(pilot, "ask-how", "turn-her-away")
    await pilot.press("h")
    await on(pilot, HistoryScreen)


@pytest.mark.parametrize("size", [LARGE, USUAL, NARROW, LEAST], ids=named)
def test_the_library(snap_compare, shipped_app, size):
    assert snap_compare(shipped_app(), press=["l"], terminal_size=size)


def test_home_in_the_usual_window(snap_compare, shipped_app):
    assert snap_compare(shipped_app(), terminal_size=USUAL)


def test_the_settings_in_a_light_theme_of_high_contrast(snap_compare, shipped_app, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LMCS_SIM_SETTINGS", "settings.toml")
    assert snap_compare(shipped_app(theme="contrast-light"), press=["o"], terminal_size=USUAL)


@pytest.mark.parametrize("size", [LARGE, LEAST], ids=named)
def test_a_scene(snap_compare, small_app, size):
    assert snap_compare(small_app(opened=True, seed=1), run_before=at_play, terminal_size=size)


def test_the_story_first_in_a_narrow_window(snap_compare, small_app):
    async def run(pilot):
        await after(pilot, "ask-how", "turn-her-away", "cast-the-vote")

    assert snap_compare(small_app(opened=True, seed=1), run_before=run, terminal_size=NARROW)


@pytest.mark.parametrize("size", [USUAL, LEAST], ids=named)
def test_the_judgement(snap_compare, small_app, size):
    assert snap_compare(small_app(opened=True, seed=1), run_before=at_judgement, terminal_size=size)


def test_story_and_judgement_in_a_large_window(snap_compare, small_app):
    async def run(pilot):
        await after(pilot, "ask-how", "turn-her-away", "cast-the-vote")

    assert snap_compare(small_app(opened=True, seed=1), run_before=run, terminal_size=LARGE)


@pytest.mark.parametrize("size", [LARGE, USUAL], ids=named)
def test_the_debrief(snap_compare, small_app, size):
    assert snap_compare(small_app(opened=True, seed=1), run_before=at_debrief, terminal_size=size)


def test_the_history_in_the_usual_window(snap_compare, small_app):
    assert snap_compare(small_app(opened=True, seed=1), run_before=at_history, terminal_size=USUAL)
