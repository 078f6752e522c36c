"""A play: one run of a game, as its log and everything the log led to. Undo is replay."""

from typing import Protocol

from attrs import evolve, frozen

from lmcs_sim.faults import WrongUse
from lmcs_sim.play.consequence import Closed, Step, Turn
from lmcs_sim.play.engine import begin, take
from lmcs_sim.play.game import Game
from lmcs_sim.play.situation import Situation
from lmcs_sim.scenario.scenario import END, Ending, Reason

Carried = tuple[tuple[str, int], ...]


@frozen
class Log:
    """What a play is: what was played, against which texts, and the ids of its steps in order."""

    scenario: str
    scenario_hash: str
    rulebook_hash: str
    seed: int
    carried: Carried = ()
    steps: tuple[str, ...] = ()


@frozen(eq=False)
class Play:
    """A log with the situation and the turns it led to. The last turn is the open one, until the end."""

    game: Game
    log: Log
    situation: Situation
    turns: tuple[Turn, ...]

    @property
    def ended(self) -> bool:
        """Whether it has reached an ending."""
        return self.situation.scene == END

    @property
    def ending(self) -> Ending | None:
        """The ending it reached."""
        closed = (item.ending for item in reversed(self.turns[-1].consequences) if isinstance(item, Closed))
        return next(closed, None)

    @property
    def last_step(self) -> Step | None:
        """The step taken last."""
        return next((turn.steps[-1] for turn in reversed(self.turns) if turn.steps), None)


class Playing(Protocol):
    """What a face holds while somebody plays: a play that goes on step by step."""

    play: Play

    def take(self, name: str) -> Play:
        """Takes an enquiry or a choice. Raises WrongUse for an id that is not on offer."""

    def undo(self) -> Play:
        """Takes the last step back; nothing happens where there is none."""

    def give_reason(self, name: str) -> Reason:
        """The reason given for the last step, which scores nothing. Raises WrongUse for one that was not put."""


@frozen
class Parted:
    """Where a play recorded against an older text no longer agrees with the story: the step, and why."""

    number: int
    step: str
    why: str


def start(game: Game, log: Log) -> Play:
    """A play at its beginning; the log's steps are not yet taken."""
    situation, before = begin(game, log.seed, log.carried)
    return Play(game, evolve(log, steps=()), situation, (Turn(situation.scene, before=before),))


def step(play: Play, name: str) -> Play:
    """The play after one more enquiry or choice. Raises WrongUse for an id that is not on offer."""
    after = take(play.game, play.log.seed, play.situation, name)
    turn = evolve(play.turns[-1], steps=(*play.turns[-1].steps, after.step))
    turns = (*play.turns[:-1], turn)
    if after.step.is_choice and after.situation.scene != END:
        turns = (*turns, Turn(after.situation.scene))
    log = evolve(play.log, steps=(*play.log.steps, name))
    return Play(play.game, log, after.situation, turns)


def replay(game: Game, log: Log) -> tuple[Play, Parted | None]:
    """The play of a log, as far as the story agrees with it, and where it parted if it did."""
    play = start(game, log)
    for number, name in enumerate(log.steps, start=1):
        try:
            play = step(play, name)
        except WrongUse as error:
            return play, Parted(number, name, error.faults[0].cause)
    return play, None


def undo(play: Play) -> Play:
    """The play without its last step; the same play where there is none."""
    return back_to(play, max(0, len(play.log.steps) - 1))


def back_to(play: Play, number: int) -> Play:
    """The play as it stood after a number of its steps."""
    return replay(play.game, evolve(play.log, steps=play.log.steps[:number]))[0]
