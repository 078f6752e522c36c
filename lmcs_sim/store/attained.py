"""What was proved of a scenario, kept so that it is worked out once: a file for each text of it and of the rules."""

import hashlib
import json
import os
from pathlib import Path

import cattrs
from attrs import asdict

from lmcs_sim import __version__
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log
from lmcs_sim.prove.attainable import attainable_of
from lmcs_sim.prove.proof import Proof
from lmcs_sim.prove.prove import prove

VARIABLE = "LMCS_SIM_CACHE"
"""A folder that overrules the user's own for what can be worked out again."""


def kept(log: Log, game: Game) -> Attainable | None:
    """What is kept for a play's scenario and rules; None where nothing is, or it cannot be read."""
    if log.carried:
        return None
    try:
        return cattrs.structure(json.loads(_file(log, game).read_text(encoding="utf-8")), Attainable)
    except (OSError, ValueError, cattrs.BaseValidationError):
        return None


def keep(log: Log, game: Game, proof: Proof) -> Attainable | None:
    """Keeps what a proof says. What cannot be written is worked out again another time."""
    found = attainable_of(game, proof)
    if found is not None and not log.carried:
        file = _file(log, game)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(f".{os.getpid()}")
            beside.write_text(json.dumps(asdict(found), ensure_ascii=False), encoding="utf-8")
            beside.replace(file)
        except OSError:
            pass
    return found


def attained(log: Log, game: Game) -> Attainable | None:
    """What can be attained in a play's scenario: as it is kept, or proved now, which may take some seconds.

    None for a play that brought something in, of which the proof does not speak, and where not everything was seen.
    """
    if log.carried:
        return None
    return kept(log, game) or keep(log, game, prove(game))


def _file(log: Log, game: Game) -> Path:
    """A file named after all that the proof depends on; a preview may start the same text elsewhere."""
    depends = [__version__, log.scenario_hash, log.rulebook_hash, game.scenario.starts]
    return cache_folder() / f"{hashlib.sha256(json.dumps(depends).encode()).hexdigest()[:32]}.json"


def cache_folder() -> Path:
    """The folder that what was proved is kept in, made when there is something to keep."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("lmcs-sim", appauthor=False)) / "proofs"
