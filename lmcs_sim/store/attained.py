"""What was proved of a scenario, kept so that it is worked out once: a file for each text of it and of the rules."""

import hashlib
import json
import os
from pathlib import Path

import cattrs

from lmcs_sim import __version__
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log
from lmcs_sim.prove.attainable import attainable_of
from lmcs_sim.prove.proof import Proof
from lmcs_sim.prove.prove import prove

FORMAT = 2
"""Of what is kept; a file of another format is not looked for."""

VARIABLE = "LMCS_SIM_CACHE"
"""A folder that overrules the user's own for what can be worked out again."""


def kept(log: Log, game: Game) -> Attainable | None:
    """What is kept for a play's scenario and rules; None where nothing is, or it cannot be read."""
    if log.carried:
        return None
    try:
        return cattrs.structure(json.loads(_file(game).read_text(encoding="utf-8")), Attainable)
    except (OSError, ValueError, cattrs.BaseValidationError):
        return None


def keep(log: Log, game: Game, proof: Proof) -> Attainable | None:
    """Keeps what a proof says. What cannot be written is worked out again another time."""
    found = attainable_of(game, proof)
    if found is not None and not log.carried:
        file = _file(game)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(f".{os.getpid()}")
            beside.write_text(json.dumps(cattrs.unstructure(found), separators=(",", ":")), encoding="utf-8")
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


def _file(game: Game) -> Path:
    """A file named after all that the proof depends on. A play may be of an older text that still agrees with today's,
    and a preview may start the same text elsewhere: so it is the scenario that counts, and no hash of a file.
    """
    depends = f"{FORMAT} {__version__} {game.book.hash} {game.scenario!r}"
    return cache_folder() / f"{hashlib.sha256(depends.encode()).hexdigest()[:32]}.json"


def cache_folder() -> Path:
    """The folder that what was proved is kept in, made when there is something to keep."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("lmcs-sim", appauthor=False)) / "proofs"
