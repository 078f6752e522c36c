"""Whatever is done in whatever order, from every screen, and wherever it is broken off: no decision is lost."""

import asyncio
import contextvars
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from piloting import BARS, app_of, decided, lines, on, press_to
from running import LONG
from textual.screen import Screen

from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.play import Log, Play, start, step
from lmcs_sim.store.attained import attained
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen

SIZES = ((120, 40), (80, 24), (60, 20), (40, 12))
PLAYING = (PlayScreen, ResultScreen, DebriefScreen)
LOOKS = ("question_mark", "g", "colon", "h", "m", "n", "p", "w", "t", "home", "pagedown", "tab", "down")
"""Keys that only look at something, or open something to look at."""


class Loop:
    """A loop for one application, which runs only while something is done in it."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._context = contextvars.copy_context()

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Does one thing, with what an application knows of itself by its context."""
        return self._loop.run_until_complete(self._loop.create_task(work, context=self._context))

    def break_off(self) -> None:
        """Ends everything that runs in it, as it stands."""
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(self._loop.create_task(_ended(left)))
        self._loop.close()


async def _ended(tasks: set["asyncio.Task[Any]"]) -> None:
    await asyncio.gather(*tasks, return_exceptions=True)


class AnyOrder(RuleBasedStateMachine):
    """The application beside a play that is only reckoned. `shared` is a rulebook, a file and its game."""

    shared: Any

    @initialize(size=st.sampled_from(SIZES))
    def open(self, size):
        for saved in _plays():
            _forget(saved.id)
        book, file, game = self.shared
        self.play = start(game, Log(file.scenario.id, file.hash, book.hash, 7))
        self._run(size)
        self.loop.do(self._begin(file))
        self._settle()

    async def _begin(self, file) -> None:
        self.app.start(file, 7, True)

    def _run(self, size) -> None:
        self.size = size
        self.loop = Loop()
        self.app = app_of((self.shared[0], [self.shared[1]]))
        self.manager = self.app.run_test(size=size)
        self.pilot = self.loop.do(self.manager.__aenter__())
        self._settle()

    def _settle(self) -> None:
        self.loop.do(self.pilot.pause())

    def _press(self, *keys: str) -> None:
        self.loop.do(self.pilot.press(*keys))

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    def _come_back(self) -> None:
        """To a screen of the play, from whatever was opened over it."""
        for _ in range(6):
            if isinstance(self.screen, PLAYING):
                return
            self._press("escape")
        raise AssertionError(f"escape never leads back from {self.screen}")

    @precondition(lambda self: isinstance(self.screen, PlayScreen))
    @rule(which=st.integers(0, 8))
    def take(self, which):
        offered = ids_on_offer(self.play.game, self.play.situation)
        which %= len(offered)
        before = decided()
        self._press(str(which + 1), "enter")
        if decided() == before:
            self._press("enter")  # The first one only showed it: it was out of sight.
        self.loop.do(on(self.pilot, ResultScreen))
        self.play = step(self.play, offered[which])

    @precondition(lambda self: isinstance(self.screen, ResultScreen))
    @rule()
    def go_on(self):
        self.loop.do(press_to(self.pilot, PlayScreen, DebriefScreen))
        assert isinstance(self.screen, DebriefScreen if self.play.ended else PlayScreen)

    @rule()
    def undo(self):
        self._press("u")
        self._settle()
        self.play = _undone(self.play, len(self.play.log.steps) - 1)
        assert isinstance(self.screen, PlayScreen), self.screen

    @precondition(lambda self: self.play.log.steps)
    @rule(left=st.integers(0, 8))
    def rewind(self, left):
        """From the history, to after one of the steps, or to the beginning."""
        left %= len(self.play.log.steps)
        gone = len(self.play.log.steps) - left
        self._press("h", "home", *["down"] * left, "u")
        if gone > 1:
            self._press("y")
        self._settle()
        self.play = _undone(self.play, left)
        assert isinstance(self.screen, PlayScreen), self.screen

    @rule(key=st.sampled_from(LOOKS))
    def look(self, key):
        self._press(key)
        self._come_back()

    @rule(size=st.sampled_from(SIZES))
    def resize(self, size):
        self.loop.do(self.pilot.resize_terminal(*size))
        self.size = size
        self._settle()

    @precondition(lambda self: self.play.log.steps)
    @rule(key=st.sampled_from(("", *LOOKS)))
    def be_killed(self, key):
        """Also while something is open over the play."""
        if key:
            self._press(key)
        self.loop.break_off()
        self._run(self.size)
        self._continue()

    @precondition(lambda self: self.play.log.steps)
    @rule()
    def quit_and_restart(self):
        self._press("q")
        self.loop.do(self.manager.__aexit__(None, None, None))
        self.loop.break_off()
        self._run(self.size)
        self._continue()

    @precondition(lambda self: self.play.log.steps and isinstance(self.screen, PlayScreen))
    @rule()
    def go_home_and_continue(self):
        self._press("escape")
        assert isinstance(self.screen, HomeScreen)
        self._continue()

    def _continue(self) -> None:
        """From home: by Continue, or from the saves where the play has ended."""
        self._settle()
        self._press(*(("s", "enter") if self.play.ended else ("c",)))
        self._settle()
        assert isinstance(self.screen, DebriefScreen if self.play.ended else PlayScreen), self.screen

    @invariant()
    def every_decision_is_kept_and_none_is_made_up(self):
        if hasattr(self, "play"):
            assert decided() == self.play.log.steps

    @invariant()
    def a_scene_that_is_shown_is_the_one_the_play_stands_in(self):
        if isinstance(getattr(self, "app", None) and self.screen, PlayScreen):
            scene = self.play.game.scene(self.play.situation)
            assert (scene.title or scene.id) in lines(self.screen)[0].translate(BARS)

    def teardown(self):
        if hasattr(self, "loop"):
            self.loop.break_off()


def _undone(play: Play, left: int) -> Play:
    again = start(play.game, play.log)
    for name in play.log.steps[: max(left, 0)]:
        again = step(again, name)
    return again


def _plays():
    store = Store(store_url())
    try:
        return store.plays()
    finally:
        store.close()


def _forget(number: int) -> None:
    store = Store(store_url())
    try:
        store.remove(number)
    finally:
        store.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of what was broken off
def test_nothing_is_lost_whatever_is_done_in_whatever_order(shipped, small_file, small_game):
    attained(Log(small_file.scenario.id, small_file.hash, shipped.hash, 0), small_game)
    machine = type("AnyOrder", (AnyOrder,), {"shared": (shipped, small_file, small_game)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40 if LONG else 4,
            stateful_step_count=25 if LONG else 14,
            deadline=None,
            derandomize=not LONG,
            database=None,
            phases=(Phase.generate,),  # To make it smaller would take many minutes.
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        ),
    )
