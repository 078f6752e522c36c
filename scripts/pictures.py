"""Makes the pictures of the README and the docs from the real screens: `python scripts/pictures.py`."""

import asyncio
import os
import tempfile
from pathlib import Path

from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
STEPS = ["ask-health", "cast-the-vote", "ring-health", "put-it-right", "see-the-director", "raise-it"]


async def main() -> None:
    """Plays one scenario and keeps the picture of a scene, of a judgement and of the debrief."""
    app = LmcsApp((built_in(),), "Ann", find_scenario("casting-vote", (built_in(),)), seed=1)
    async with app.run_test(size=(90, 32)) as pilot:
        await pilot.pause()
        while isinstance(app.screen, BriefingScreen):
            await pilot.press("enter")
            await pilot.pause()
        keep(app, "play")
        waiting = list(STEPS)
        while not isinstance(app.screen, DebriefScreen):
            if isinstance(app.screen, PlayScreen):
                play = app.screen.session.play
                offered = ids_on_offer(play.game, play.situation)
                name = waiting.pop(0) if waiting and waiting[0] in offered else offered[-1]
                await pilot.press(str(offered.index(name) + 1), "enter")
                await pilot.pause()
                if name == "cast-the-vote":
                    keep(app, "judgement")
            else:
                await pilot.press("enter")
                await pilot.pause()
        keep(app, "debrief")


def keep(app: LmcsApp, name: str) -> None:
    """Writes the screen as it is now."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(app.export_screenshot(title="lmcs-sim"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LMCS_SIM_STORE"] = folder
        asyncio.run(main())
