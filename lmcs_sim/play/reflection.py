"""Reflection: the reasons among which "why?" is put to the player after a choice. What is answered scores nothing."""

from lmcs_sim.faults import wrong_use
from lmcs_sim.play.play import Play
from lmcs_sim.scenario.scenario import Choice, Reason


def reasons_for(play: Play) -> tuple[Reason, ...]:
    """The reasons of the step taken last. None for an enquiry, for a choice without any, and before the first step."""
    return reasons_after(play, len(play.log.steps))


def reasons_after(play: Play, number: int) -> tuple[Reason, ...]:
    """The reasons of a step by its number in the play, from 1; none for a number that no step has."""
    taken = [(turn.scene, step.id) for turn in play.turns for step in turn.steps]
    if not 0 < number <= len(taken):
        return ()
    scene, name = taken[number - 1]
    step = play.game.scenario.scenes[scene].step(name)
    return step.reason if isinstance(step, Choice) else ()


def reason_named(play: Play, name: str) -> Reason:
    """One of those reasons by its id. Raises WrongUse, saying which there are, for any other id."""
    reasons = reasons_for(play)
    for reason in reasons:
        if reason.id == name:
            return reason
    cause = f"{name!r} is not one of the reasons put to you"
    cure = f"Say one of: {', '.join(item.id for item in reasons)}." if reasons else "Leave it out: none is asked for."
    raise wrong_use("E051", cause, cure, play.game.scenario.id)
