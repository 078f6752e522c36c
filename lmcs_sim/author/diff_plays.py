"""Whether what was played in one text of a scenario leads where it led in another."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, Parted, replay
from lmcs_sim.play.score import duty_of, outcomes_of, quality_of
from lmcs_sim.prove.proof import Proof

AS_BEFORE = "as before"
SCORED = "scored differently"
ENDS = "ends otherwise"
AGAIN = "agrees again"
PARTS = "parts"

Figures = Mapping[str, int]


@frozen
class Reading:
    """Where a log leads in one text: as far as the two agree, its ending if it has one, and the three ledgers."""

    parted: Parted | None
    ending: str | None
    duty: Figures
    """Points and breaches."""
    quality: Figures
    outcomes: Figures
    """Where each measure stands in the end."""


@frozen
class Retold:
    """A log read in both texts. `of` says what it is: a recorded play, or a way that the older proof found."""

    of: str
    log: Log
    old: Reading
    new: Reading

    @property
    def outcome(self) -> str:
        """What became of it, the gravest that is so: PARTS, AGAIN, ENDS, SCORED or AS_BEFORE."""
        before, after = _place(self.old.parted), _place(self.new.parted)
        if before != after:
            return PARTS if after else AGAIN
        if self.old.ending != self.new.ending:
            return ENDS
        return SCORED if self.scored else AS_BEFORE

    @property
    def scored(self) -> Mapping[str, tuple[int, int]]:
        """Each figure that differs, before and after. A measure that one text lacks is no difference of score."""
        dimensions = {**self.old.quality, **self.new.quality}
        measures = [name for name in self.old.outcomes if name in self.new.outcomes]
        figures = {name: (self.old.duty[name], self.new.duty[name]) for name in self.old.duty}
        figures |= {name: (self.old.quality.get(name, 0), self.new.quality.get(name, 0)) for name in dimensions}
        figures |= {name: (self.old.outcomes[name], self.new.outcomes[name]) for name in measures}
        return {name: pair for name, pair in figures.items() if pair[0] != pair[1]}


def _place(parted: Parted | None) -> tuple[int, str] | None:
    return None if parted is None else (parted.number, parted.step)


def retold(logs: Iterable[tuple[str, Log]], old: Game, new: Game) -> tuple[Retold, ...]:
    """Each log, by what it is, read in both texts. Equal logs are replayed once."""
    readings: dict[object, tuple[Reading, Reading]] = {}
    found = []
    for of, log in logs:
        key = (log.seed, log.carried, log.steps)
        if key not in readings:
            readings[key] = (reading_of(old, log), reading_of(new, log))
        found.append(Retold(of, log, *readings[key]))
    return tuple(found)


def reading_of(game: Game, log: Log) -> Reading:
    """Where a log leads in a game."""
    play, parted = replay(game, log)
    duty = duty_of(play).whole
    return Reading(
        parted,
        None if play.ending is None else play.ending.id,
        {"points": duty.points, "breached": duty.counts.get("breached", 0)},
        {name: int(str(entry["points"])) for name, entry in quality_of(play).items()},
        {name: entry["end"] for name, entry in outcomes_of(play).items()},
    )


def ways_of(proof: Proof) -> Iterator[tuple[str, Log]]:
    """The ways that a whole proof found to the best, the worst and each ending, as logs.

    A way for which no seed has the luck it needs cannot be replayed, and is left out.
    """
    extremes = (("the best", proof.best), ("the worst", proof.worst))
    named = [(of, extreme.way) for of, extreme in extremes if extreme is not None]
    named += [(f"the ending {ending.id}", ending.way) for ending in proof.endings if ending.way is not None]
    for of, way in named:
        if way.seed is not None:
            yield f"the way to {of}", Log(proof.scenario, "", "", way.seed, steps=way.path)
