"""Driving the terminal as a person does: keys, clicks and the wheel; and reading what it shows."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from lmcs_sim.desk import Desk
from lmcs_sim.settings.settings import Settings
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Saved, Store
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.widgets.key_line import KeyLine

S = TypeVar("S", bound=Screen[object])
Driver = Pilot[int]
BARS = str.maketrans("", "", "▁▂▃▄▅▆▇▔▌▊▎│─╭╮╰╯")


def lines(screen: Screen[object]) -> list[str]:
    """What stands on the screen, line by line."""
    return [strip.text for strip in screen._compositor.render_strips(screen.size)]


def shown(screen: Screen[object]) -> str:
    """What stands on the screen, its lines flowing into one."""
    return " ".join("\n".join(lines(screen)).translate(BARS).split())


def written(screen: Screen[object]) -> str:
    """All the text of the screen's widgets, in sight or not."""
    return "\n".join(str(widget.render()) for widget in screen.query(Static))


def decided(learner: str = "Ann") -> tuple[str, ...]:
    """The steps of the play changed last, as a second reader of the database finds them."""
    return latest(learner).log.steps


def latest(learner: str = "Ann") -> Saved:
    store = Store(store_url())
    try:
        return store.plays(learner)[0]
    finally:
        store.close()


def assert_whole_keys(screen: Screen[object]) -> None:
    """No key of the footer is half shown, and help is among them."""
    keys = [f"{key.name} {key.label}" for key in screen.query_one(KeyLine).fitting()]
    assert "? Help" in keys or "F1 Help" in keys
    assert " ".join(keys) in lines(screen)[-1], (keys, lines(screen)[-1])


async def until(pilot: Driver, holds: Callable[[], bool], most: float = 10) -> None:
    """Waits until something holds."""
    end = time.monotonic() + most
    while not holds():
        assert time.monotonic() < end, shown(pilot.app.screen)
        await pilot.pause(0.02)


async def on(pilot: Driver, kind: type[S]) -> S:
    """The screen, which is of that kind."""
    await pilot.pause()
    assert isinstance(pilot.app.screen, kind), pilot.app.screen
    await until(pilot, lambda: getattr(pilot.app.screen, "telling", None) is None)
    await pilot.pause()
    return pilot.app.screen


async def press_to(pilot: Driver, *kinds: type[Screen[object]], key: str = "enter", most: int = 60) -> None:
    """Presses a key, at least once, until a screen of one of the kinds stands there."""
    for _ in range(most):
        await pilot.press(key)
        if isinstance(pilot.app.screen, kinds):
            return
    raise AssertionError(f"{key} never leads on from {pilot.app.screen}")


async def take(pilot: Driver, *names: str, on_to_next: bool = True) -> None:
    """Takes steps by their numbers and Enter, reading what followed from each, and after the last as well if asked."""
    for name in names:
        screen = await on(pilot, PlayScreen)
        number = next(item.number for item in screen.items() if item.step == name)
        await pilot.press(str(number), "enter")
        await on(pilot, ResultScreen)
        if on_to_next or name != names[-1]:
            await press_to(pilot, PlayScreen, DebriefScreen)


async def click_text(pilot: Driver, text: str, most: int = 80) -> None:
    """Clicks where a text stands, turning the wheel down until it does."""
    for _ in range(most):
        await pilot.pause()
        for row, line in enumerate(lines(pilot.app.screen)):
            if text in line:
                await pilot.click(offset=(line.index(text), row))
                await pilot.pause()
                return
        middle = (pilot.app.size.width // 2, pilot.app.size.height // 2)
        await pilot._post_mouse_events([events.MouseScrollDown], button=0, offset=middle)
    raise AssertionError(f"{text!r} never stands on {pilot.app.screen}: {lines(pilot.app.screen)}")


def app_of(shared: tuple[object, Iterable[object]], learner: str = "Ann", **opened: object) -> LmcsApp:
    """The application with a rulebook and scenarios that are already read."""
    app = LmcsApp(Desk((), learner, Settings(tour=False)), **opened)  # type: ignore[arg-type]
    app.desk.book, app.desk.files = shared[0], (list(shared[1]), [])  # type: ignore[assignment,arg-type,misc]
    return app
