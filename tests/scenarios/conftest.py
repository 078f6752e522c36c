"""What the tests of the shipped scenarios share."""

import pytest

from lmcs_sim.play.game import Game, make_game
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.packs import built_in, load_rulebook
from lmcs_sim.toml.scenario_files import check_scenario, read_all

PACKS = (built_in(),)


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The shipped rulebook."""
    return load_rulebook(PACKS)


@pytest.fixture(scope="session")
def games(book: Rulebook) -> dict[str, Game]:
    """Every shipped scenario, checked and ready to play."""
    files, errors = read_all(PACKS)
    assert not errors
    for file in files:
        check_scenario(file, book)
    return {file.scenario.id: make_game(file.scenario, book) for file in files}
