"""What a proof finds wrong with a scenario, by key path: what nobody can meet, and where a play would be stuck."""

from collections.abc import Iterator

from lmcs_sim.faults import Fault, KeyPath, fault
from lmcs_sim.prove.proof import Proof, Way
from lmcs_sim.scenario.scenario import Choice, Scenario


def faults_in_proof(scenario: Scenario, proof: Proof) -> list[Fault]:
    """Dead ends, and scenes, choices, enquiries, endings and events that no play meets; or that it was cut short.

    What belongs to a scene that no play reaches is not named again.
    """
    if not proof.complete:
        cure = (
            "Raise --limit or --memory, let fewer facts and measures be read later on, or fewer events be due at once."
        )
        return [fault("E105", f"not everything was seen, so nothing is proved: {proof.stopped}", cure, "id")]
    return [*_unreached(scenario, proof), *_dead_ends(scenario, proof)]


def _unreached(scenario: Scenario, proof: Proof) -> Iterator[Fault]:
    unreachable = proof.unreachable
    assert unreachable is not None
    for n, scene in enumerate(scenario.scene):
        if scene.id in unreachable.scenes:
            cure = "Let a choice lead to it under a condition that can come about, or take it out."
            yield fault("E100", f"no play reaches scene {scene.id!r}", cure, "scene", n, "id")
            continue
        for step in scene.steps:
            names = unreachable.choices if isinstance(step, Choice) else unreachable.enquiries
            if f"{scene.id}/{step.id}" in names:
                yield _never_offered(step.id, isinstance(step, Choice), _place(scenario, n, step.id))
    for n, event in enumerate(scenario.event):
        if event.id in unreachable.events:
            cure = "Look at its `when`, at its month, and at what the scenes before that month can do and find."
            yield fault("E103", f"no play ever comes to event {event.id!r}", cure, "event", n, "id")
    for n, ending in enumerate(scenario.ending):
        if ending.id in unreachable.endings:
            cure = "Look at its `when`, and at those of the endings above it, which are tried first."
            yield fault("E102", f"no play ends in {ending.id!r}", cure, "ending", n, "id")


def _never_offered(name: str, is_choice: bool, place: KeyPath) -> Fault:
    if is_choice:
        cure = "Look at its `when`: nothing that leads here makes all of it true."
        return fault("E101", f"choice {name!r} is never on offer", cure, *place)
    cure = "Give the scene more attention, or let it cost less."
    return fault("E101", f"enquiry {name!r} is never on offer", cure, *place)


def _place(scenario: Scenario, number: int, step: str) -> KeyPath:
    scene = scenario.scene[number]
    enquiries, choices = [each.id for each in scene.enquiry], [each.id for each in scene.choice]
    if step in enquiries:
        return ("scene", number, "enquiry", enquiries.index(step), "id")
    return ("scene", number, "choice", choices.index(step), "id")


def _dead_ends(scenario: Scenario, proof: Proof) -> Iterator[Fault]:
    positions = {scene.id: n for n, scene in enumerate(scenario.scene)}
    for end in proof.dead_ends:
        cause = f"a play can be stuck in scene {end.scene!r}, with no choice on offer: {told(end.way)}"
        yield fault("E104", cause, "Leave one choice without a `when`.", "scene", positions[end.scene], "id")


def told(way: Way) -> str:
    """A way as somebody would type it after `--choose`."""
    return ",".join(way.path) or "at once"
