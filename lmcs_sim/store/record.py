"""Kept plays as plain data."""

from lmcs_sim.play.play import Parted, Play
from lmcs_sim.play.record import Data, play_record
from lmcs_sim.store.plays import Saved
from lmcs_sim.words.catalogue import counted, said


def saved_record(saved: Saved) -> Data:
    """A kept play: its log, its learner and when it was played."""
    log = saved.log
    return {
        "id": saved.id,
        "learner": saved.learner,
        "scenario": log.scenario,
        "scenario_hash": log.scenario_hash,
        "rulebook_hash": log.rulebook_hash,
        "seed": log.seed,
        "carried": dict(log.carried),
        "steps": list(log.steps),
        "ending": saved.ending,
        "started": saved.started,
        "updated": saved.updated,
    }


def saved_line(saved: Saved) -> str:
    """A kept play in a line."""
    steps = counted(len(saved.log.steps), "count.step")
    state = said("saves.ended", ending=saved.ending) if saved.ending else said("saves.unfinished", steps=steps)
    return f"{saved.id}: {saved.log.scenario}, {saved.learner}, {state}, {saved.updated[:16].replace('T', ' ')}"


def whole_record(saved: Saved, play: Play, parted: Parted | None, scenario_hash: str, rulebook_hash: str) -> Data:
    """A kept play with everything its log leads to in today's text, and where it parted from it."""
    same = saved.log.scenario_hash == scenario_hash and saved.log.rulebook_hash == rulebook_hash
    left = None if parted is None else {"number": parted.number, "step": parted.step, "why": parted.why}
    return {**saved_record(saved), "same_text": same, "parted": left, "play": play_record(play)}
