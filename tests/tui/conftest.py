"""What the tests of the terminal share."""

from collections.abc import Callable

import pytest
from piloting import app_of

from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.scenario_files import ScenarioFile
from lmcs_sim.tui.app import LmcsApp

Make = Callable[..., LmcsApp]


@pytest.fixture
def small_app(shipped: Rulebook, small_file: ScenarioFile) -> Make:
    """Makes an application whose library holds the small visit alone; `opened=True` opens it at its briefing."""

    def make(learner: str = "Ann", *, opened: bool = False, **more: object) -> LmcsApp:
        return app_of((shipped, [small_file]), learner, **({"scenario": small_file} if opened else {}), **more)

    return make
