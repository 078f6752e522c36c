"""What several rooms' tests share. Small made-up values are in small.py, generated ones in strategies.py."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from lmcs_sim.play.game import Game, make_game
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.packs import built_in, load_rulebook
from lmcs_sim.toml.scenario_files import ScenarioFile, check_scenario, read_scenario

SMALL_VISIT = Path(__file__).parent / "good" / "small-visit.toml"

settings.register_profile(
    "tests",
    deadline=None,
    max_examples=60,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


def pytest_xdist_auto_num_workers() -> int:
    """Two for each processor: many tests wait for a terminal or another process."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def shipped() -> Rulebook:
    """The rulebook that ships, without anybody's own packs."""
    return load_rulebook([built_in()])


@pytest.fixture(scope="session")
def proofs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for tests that play shipped scenarios to the end: each is proved once."""
    return tmp_path_factory.mktemp("proofs")


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store and a data folder of each test's own: no test writes the checkout's saves or reads a user's packs."""
    monkeypatch.setenv("LMCS_SIM_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LMCS_SIM_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LMCS_SIM_CACHE", str(tmp_path / "cache"))
    for name in ("LMCS_SIM_PACKS", "LMCS_PLAIN"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "store"


@pytest.fixture(scope="session")
def small_file() -> ScenarioFile:
    """A small scenario that is whole: tests/good/small-visit.toml."""
    return read_scenario(SMALL_VISIT)


@pytest.fixture(scope="session")
def small_game(small_file: ScenarioFile, shipped: Rulebook) -> Game:
    """The small scenario, checked and ready to play."""
    check_scenario(small_file, shipped)
    return make_game(small_file.scenario, shipped)
