"""A proof as plain data: what `prove --json` prints."""

from collections.abc import Mapping

from lmcs_sim.play.record import Data
from lmcs_sim.prove.proof import Amount, Average, Chances, Extreme, Proof, Standing, Way

DIGITS = 9
"""Of means and chances, after the point. They are worked out exactly but for what a floating number rounds."""


def proof_record(proof: Proof) -> Data:
    """The proof as plain data. What was not proved, because it was cut short, is null."""
    whole = proof.complete
    unreachable = proof.unreachable
    return {
        "scenario": proof.scenario,
        "complete": proof.complete,
        "stopped": proof.stopped or None,
        "states": proof.counts.states,
        "transitions": proof.counts.transitions,
        "paths": proof.counts.paths,
        "chance_nodes": proof.counts.chance_nodes,
        "best": proof.best and _extreme(proof.best, proof.starts),
        "worst": proof.worst and _extreme(proof.worst, proof.starts),
        "assured": proof.assured and {"duty": _standing(proof.assured)},
        "expected": {name: _average(each, proof.starts) for name, each in proof.expected.items()} if whole else None,
        "front": [
            {"duty": _standing(each.duty), "quality": each.quality, "outcomes": each.outcomes} for each in proof.front
        ]
        if whole
        else None,
        "endings": [
            {"id": each.id, "reachable": each.reachable, "chance": _chances(each.chance), **_way(each.way)}
            for each in proof.endings
        ]
        if whole
        else None,
        "unreachable": unreachable
        and {
            "scenes": list(unreachable.scenes),
            "choices": list(unreachable.choices),
            "enquiries": list(unreachable.enquiries),
            "endings": list(unreachable.endings),
            "events": list(unreachable.events),
        },
        "dead_ends": [{"scene": each.scene, **_way(each.way)} for each in proof.dead_ends] if whole else None,
        "never_best": list(proof.never_best) if whole else None,
        "no_difference": [list(pair) for pair in proof.no_difference] if whole else None,
        "story_moves": [{"at": each.at, "measure": each.measure, "by": each.by} for each in proof.story_moves],
        "exercised": {
            "rules": list(proof.exercised.rules),
            "provisions": list(proof.exercised.provisions),
            "missing": list(proof.exercised.missing) if whole else None,
        },
        "chances": {name: _chances(each) for name, each in sorted(proof.chances.items())} if whole else None,
    }


def _way(way: Way | None) -> Data:
    if way is None:
        return {"path": None, "needs_luck": None, "seed": None}
    return {"path": list(way.path), "needs_luck": way.needs_luck, "seed": way.seed}


def _standing(standing: Standing) -> Data:
    return {"points": round(standing.points, DIGITS), "breached": round(standing.breached, DIGITS)}


def _extreme(extreme: Extreme, starts: Mapping[str, int]) -> Data:
    return {
        "duty": _standing(extreme.duty),
        **_way(extreme.way),
        "quality": {name: {"points": each.value, **_way(each.way)} for name, each in extreme.quality.items()},
        "outcomes": {name: _outcome(each, starts[name]) for name, each in extreme.outcomes.items()},
    }


def _outcome(amount: Amount, start: int) -> Data:
    return {"start": start, "end": amount.value, **_way(amount.way)}


def _average(average: Average, starts: Mapping[str, int]) -> Data:
    return {
        "duty": _standing(average.duty),
        "quality": {name: {"points": round(value, DIGITS)} for name, value in average.quality.items()},
        "outcomes": {
            name: {"start": starts[name], "end": round(value, DIGITS)} for name, value in average.outcomes.items()
        },
    }


def _chances(chances: Chances) -> Data:
    return {player: round(chance, DIGITS) for player, chance in chances.items()}
