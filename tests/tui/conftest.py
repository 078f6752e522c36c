"""What the tests of the terminal share."""

from collections.abc import Callable

import pytest
from piloting import app_of

from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.store.attained import attained
from lmcs_sim.toml.scenario_files import ScenarioFile
from lmcs_sim.tui.app import LmcsApp

Make = Callable[..., LmcsApp]


@pytest.fixture
def small_app(shipped: Rulebook, small_file: ScenarioFile, small_game: Game) -> Make:
    """Makes an application whose library holds the small visit alone, proved before; `opened=True` opens its briefing."""
    attained(Log(small_file.scenario.id, small_file.hash, shipped.hash, 0), small_game)

    def make(learner: str = "Ann", *, opened: bool = False, **more: object) -> LmcsApp:
        return app_of((shipped, [small_file]), learner, **({"scenario": small_file} if opened else {}), **more)

    return make
