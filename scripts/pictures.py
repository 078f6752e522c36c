"""Makes the pictures of the README and the docs from the real screens: `python scripts/pictures.py`."""

import asyncio
import os
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from lmcs_sim.desk import Desk
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.settings.settings import Settings
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
STEPS = ["ask-health", "cast-the-vote", "ring-health", "put-it-right", "see-the-director", "raise-it"]


async def main() -> None:
    """Plays one scenario and keeps pictures of it, from the library to the debrief and its history."""
    app = LmcsApp(Desk((built_in(),), "Ann", Settings(tour=False)))
    async with app.run_test(size=(90, 32)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        await settled(pilot)
        keep(app, "library")
        app.open_briefing(find_scenario("casting-vote", (built_in(),)), seed=1)
        await settled(pilot)
        while isinstance(app.screen, BriefingScreen):
            await pilot.press("enter")
            await settled(pilot)
        keep(app, "play")
        waiting = list(STEPS)
        while not isinstance(app.screen, DebriefScreen):
            if isinstance(app.screen, PlayScreen):
                await step(pilot, waiting)
            else:
                await pilot.press("enter")
            await settled(pilot)
        while app.screen.attainable is None:
            await settled(pilot)
        keep(app, "debrief")
        await pilot.press("h")
        await settled(pilot)
        keep(app, "history")


async def step(pilot: Pilot[int], waiting: list[str]) -> None:
    """Takes the next step; the vote is shown in pictures."""
    app = pilot.app
    play = app.screen.session.play
    offered = ids_on_offer(play.game, play.situation)
    name = waiting.pop(0) if waiting and waiting[0] in offered else offered[-1]
    await pilot.press(str(offered.index(name) + 1), "enter")
    await settled(pilot)
    if name == "cast-the-vote":
        keep(app, "followed")
        while not app.screen.has_class("-judging"):
            await pilot.press("enter")
            await settled(pilot)
        keep(app, "judgement")


async def settled(pilot: Pilot[int]) -> None:
    """Once everything that is told has been painted."""
    await pilot.pause(0.3)


def keep(app: LmcsApp, name: str) -> None:
    """Writes the screen as it is now."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(app.export_screenshot(title="lmcs-sim"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LMCS_SIM_STORE"] = folder
        asyncio.run(main())
