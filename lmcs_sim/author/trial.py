"""A trial: a play of an author's scenario, begun at any scene with chosen facts, and kept nowhere."""

from collections.abc import Iterable, Mapping

from attrs import define, evolve, frozen

from lmcs_sim.faults import wrong_use
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Carried, Log, Parted, Play, replay, start, step, undo
from lmcs_sim.play.reflection import reason_named
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.conditions import words_done, words_known
from lmcs_sim.scenario.scenario import Reason, Scenario
from lmcs_sim.toml.packs import not_found


@frozen
class Opening:
    """Where trials begin, what is brought into them, and their luck. Without a scene, where the scenario starts."""

    scene: str = ""
    carried: Carried = ()
    """`done.WORD` and `known.WORD` with 1, `measure.NAME` with a number."""
    seed: int = 0


def read_opening(
    scene: str | None, done: Iterable[str], known: Iterable[str], measures: Iterable[str], seed: int
) -> Opening:
    """The opening asked for in words; `measures` as NAME=N. Raises WrongUse for a measure without a number."""
    carried = [(f"done.{word}", 1) for word in done] + [(f"known.{word}", 1) for word in known]
    return Opening(scene or "", (*carried, *map(_measure, measures)), seed)


def _measure(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    try:
        return f"measure.{name.strip()}", int(number)
    except ValueError:
        raise wrong_use("E051", f"{text!r} sets no measure", "Write a measure and a number: standing=3.") from None


def check_opening(opening: Opening, scenario: Scenario, vocabulary: Vocabulary) -> None:
    """Raises WrongUse for a scene, a fact or a measure that the scenario does not have."""
    if opening.scene and opening.scene not in scenario.scenes:
        raise not_found("scene", opening.scene, scenario.scenes)
    known: Mapping[str, Iterable[str]] = {
        "done": words_done(scenario, vocabulary),
        "known": words_known(scenario, vocabulary),
        "measure": scenario.measure,
    }
    for name, _ in opening.carried:
        kind, _, word = name.partition(".")
        if word not in known[kind]:
            what = "measure" if kind == "measure" else f"fact that can be {kind}"
            raise not_found(what, word, known[kind])


def opened(game: Game, opening: Opening) -> Game:
    """The game beginning at the opening's scene; at its own start where it has no such scene."""
    at = opening.scene if opening.scene in game.scenario.scenes else game.scenario.starts
    return evolve(game, scenario=evolve(game.scenario, starts=at))


@define(eq=False)
class Trial:
    """What a face holds while an author plays. `log` is what the author took, `play` as much of it as the text has.

    After an edit the two may part; `log` stays as it was until the next step, so that mending the text brings the
    author's place back.
    """

    opening: Opening
    play: Play
    log: Log
    parted: Parted | None = None

    def take(self, name: str) -> Play:
        """Takes an enquiry or a choice. Raises WrongUse for an id that is not on offer."""
        return self._settle(step(self.play, name))

    def undo(self) -> Play:
        """Takes the last step back; nothing happens where there is none."""
        return self._settle(undo(self.play))

    def give_reason(self, name: str) -> Reason:
        """The reason given for the last step. Raises WrongUse for one that was not put."""
        return reason_named(self.play, name)

    def restart(self, scene: str | None = None) -> None:
        """Begins again: where it began, or at another scene with the same facts."""
        if scene is not None:
            self.opening = evolve(self.opening, scene=scene)
        self._settle(start(opened(self.play.game, self.opening), self.log))

    def move_to(self, game: Game, log: Log) -> None:
        """Goes on in another text, as far as it agrees with the author's steps. `log` says which text it is."""
        self.log = evolve(log, steps=self.log.steps)
        self.play, self.parted = replay(opened(game, self.opening), self.log)

    def _settle(self, play: Play) -> Play:
        self.play, self.log, self.parted = play, play.log, None
        return play
