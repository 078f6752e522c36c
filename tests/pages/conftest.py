"""What the tests of pages share: the small visit, proved and played."""

import pytest

from lmcs_sim.pages.account import Account, account_of
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.game import Game, make_game
from lmcs_sim.play.play import Log, Play, replay
from lmcs_sim.play.suggestion import Suggestion, pasts_of, suggest
from lmcs_sim.prove.attainable import attainable_of
from lmcs_sim.prove.prove import prove
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario

STEPS = ("ask-how", "turn-her-away", "cast-the-vote", "file-them")


@pytest.fixture(scope="session")
def proved(small_game: Game) -> Attainable:
    """What can be attained in the small visit."""
    found = attainable_of(small_game, prove(small_game))
    assert found is not None
    return found


@pytest.fixture(scope="session")
def ended(small_game: Game) -> Play:
    """The small visit played to an ending by a way that goes against duty."""
    play, parted = replay(small_game, Log("small-visit", "", "", 1, (), STEPS))
    assert parted is None
    assert play.ended
    return play


@pytest.fixture(scope="session")
def suggestions(ended: Play, shipped_game: Game) -> tuple[Suggestion, ...]:
    """What to play after it."""
    return suggest((ended.game.scenario, shipped_game.scenario), pasts_of(ended, ()))


@pytest.fixture(scope="session")
def account(ended: Play, proved: Attainable, suggestions: tuple[Suggestion, ...]) -> Account:
    """Its account, beside what is proved, with what to play next."""
    return account_of(ended, proved, suggestions=suggestions)


@pytest.fixture(scope="session")
def shipped_game(shipped: Rulebook) -> Game:
    """A shipped scenario, ready to play."""
    file = find_scenario("slipping-school", (built_in(),))
    return make_game(file.scenario, shipped)
