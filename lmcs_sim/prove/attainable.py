"""From a proof to what a debrief needs of it."""

from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.score import duty_of
from lmcs_sim.prove.proof import Extreme, Proof


def attainable_of(game: Game, proof: Proof) -> Attainable | None:
    """What can be attained; None where nothing was proved. The best play is played to tell its points by theme, where a
    seed with its luck is known.
    """
    if proof.best is None or proof.worst is None:
        return None
    best, worst = _ends(proof.best), _ends(proof.worst)
    if best.seed is None:
        return Attainable(best, worst, duty_map=proof.duty_map)
    play, _ = replay(game, Log(game.scenario.id, "", "", best.seed, (), best.path))
    by_theme = {theme: tally.points for theme, tally in duty_of(play).by_theme.items()}
    return Attainable(best, worst, dict(sorted(by_theme.items())), proof.duty_map)


def _ends(extreme: Extreme) -> Ends:
    way = extreme.way
    return Ends(int(extreme.duty.breached), int(extreme.duty.points), way.path, way.needs_luck, way.seed)
