"""Opening a play: the one a learner left unfinished, or a new one."""

import secrets

from lmcs_sim.play.game import Game, make_game
from lmcs_sim.play.play import Log
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.store.plays import Store
from lmcs_sim.store.session import Session, resume_session, start_session
from lmcs_sim.toml.scenario_files import ScenarioFile, check_scenario

ANYBODY = "player"
"""Who plays where no name is given and nobody has played before."""


def learner_named(store: Store, name: str | None) -> str:
    """The learner of a name; without one, whoever played last."""
    if name:
        return name
    return next(iter(store.learners()), ANYBODY)


def open_session(
    store: Store, book: Rulebook, file: ScenarioFile, learner: str | None, seed: int | None, anew: bool
) -> tuple[Session, bool]:
    """The learner's unfinished play of a scenario, or a new one; and whether it went on with one.

    A seed that is given goes on only with a play of that seed. Raises LmcsError where the scenario
    has faults.
    """
    check_scenario(file, book)
    game = make_game(file.scenario, book)
    name = learner_named(store, learner)
    if not anew:
        for saved in store.unfinished(name, file.scenario.id):
            if seed is None or saved.log.seed == seed:
                session = resume_session(store, saved, game, file.hash)
                return session, bool(session.play.log.steps)
    return begin_session(store, game, file, name, secrets.randbelow(1_000_000) if seed is None else seed), False


def begin_session(store: Store, game: Game, file: ScenarioFile, learner: str, seed: int) -> Session:
    """A new play of a scenario."""
    return start_session(store, learner, game, Log(file.scenario.id, file.hash, game.book.hash, seed))
