"""A proof that is worked out while its author does something else."""

from threading import Thread

from attrs import define

from lmcs_sim.play.game import Game
from lmcs_sim.prove.proof import Proof
from lmcs_sim.prove.prove import prove


class _Left(Exception):
    """The proof is no longer wanted."""


@define(eq=False)
class Proving:
    """A game being proved in a thread of its own. Whoever waits looks at it from time to time; it tells nobody."""

    game: Game
    situations: int = 0
    """How many have been seen so far."""
    proof: Proof | None = None
    fault: Exception | None = None
    """What kept it from being worked out: always a fault of ours."""
    _left: bool = False

    def start(self) -> None:
        """Begins. The program may end meanwhile without waiting for it."""
        Thread(target=self._work, name="proof", daemon=True).start()

    def leave(self) -> None:
        """Gives it up."""
        self._left = True

    def _work(self) -> None:
        try:
            self.proof = prove(self.game, progress=self._count)
        except _Left:
            pass
        except Exception as fault:
            self.fault = fault

    def _count(self, situations: int, *_: int) -> None:
        if self._left:
            raise _Left
        self.situations = situations
