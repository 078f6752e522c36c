"""What a room needs of a scenario: a cut that can be played in its time, prompts, and what other seats see in it."""

from collections.abc import Iterator

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.words.interface import counted

DECISIONS = (3, 4)
"""The fewest and the most that a room takes in 45 minutes, with a debrief of 20 after them."""


def faults_in_workshop(scenario: Scenario) -> Iterator[Fault]:
    """A cut, or prompts, that cannot be played as written."""
    scenes = {scene.id: scene for scene in scenario.scene}
    for position, name in enumerate(scenario.workshop.cut):
        if name not in scenes:
            yield fault("E014", f"no scene {name!r}", did_you_mean(name, scenes), "workshop", "cut", position)
    for name, choice in scenario.workshop.pass_.items():
        path = ("workshop", "pass", name)
        if name not in scenes:
            yield fault("E014", f"no scene {name!r}", did_you_mean(name, scenes), *path)
        elif choice not in (known := [item.id for item in scenes[name].choice]):
            yield fault("E014", f"no choice {choice!r} there", did_you_mean(choice, known), *path)
        elif any(item.id == choice and item.when is not None for item in scenes[name].choice):
            cure = "Pass the scene with a choice that is always on offer."
            yield fault("E035", f"{choice!r} may not be on offer there", cure, *path)
        elif name in scenario.workshop.cut:
            yield fault("E035", f"{name!r} is in the cut and passed over", "Take it out of one.", *path)
    for n, prompt in enumerate(scenario.facilitator.prompt):
        if prompt.at not in scenes:
            cure = did_you_mean(prompt.at, scenes)
            yield fault("E014", f"no scene {prompt.at!r}", cure, "facilitator", "prompt", n, "at")
    yield from _not_covered(scenario)


def _not_covered(scenario: Scenario) -> Iterator[Fault]:
    """Scenes the cut can reach that it neither decides nor passes over."""
    scenes = scenario.scenes
    if scenario.starts not in scenes:
        return
    waiting, seen = [scenario.starts], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in scenes:
            continue
        seen.add(name)
        if name not in scenario.workshop.cut and name not in scenario.workshop.pass_:
            cure = f'Add it to `cut`, or write {name} = "…" under [workshop] pass.'
            yield fault("E035", f"the cut can reach {name!r} and says nothing of it", cure, "workshop", "cut")
        passed = scenario.workshop.pass_.get(name)
        for choice in scenes[name].choice:
            if passed in (None, choice.id):
                waiting += [lead.to for lead in choice.leads]


def advice_on_workshop(scenario: Scenario) -> Iterator[Fault]:
    """What would leave a facilitator short: of time, of a question to put, of something to say to the other seats."""
    cut = scenario.workshop.cut
    fewest, most = DECISIONS
    if not fewest <= len(cut) <= most:
        cause = f"the cut has {counted(len(cut), 'decision')}"
        cure = f"Name {fewest} or {most} scenes: as many as fit into 45 minutes, with a debrief of 20 after them."
        yield fault("W082", cause, cure, "workshop", "cut")
    prompted = {prompt.at for prompt in scenario.facilitator.prompt}
    for position, name in enumerate(cut):
        if name not in prompted:
            cure = f'Add a [[facilitator.prompt]] with at = "{name}": a question, and what to listen for.'
            yield fault("W083", f"no prompt for the room at {name!r}", cure, "workshop", "cut", position)
    if not prompted:
        cure = "Add a [[facilitator.prompt]]: a question for the room, and what to listen for."
        yield fault("W083", "no prompt for the room", cure, "facilitator")
    yield from (fault("W084", cause, cure, "facilitator", *path) for cause, cure, path in _blanks(scenario))


def _blanks(scenario: Scenario) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    facilitator = scenario.facilitator
    if not facilitator.aim.strip():
        yield "the aim is empty", "Say what members leave able to do.", ("aim",)
    seats = facilitator.other_seats
    for seat, key, text in (
        ("a scrutiny member", "scrutiny", seats.scrutiny),
        ("a ward member", "ward", seats.ward),
        ("a corporate parent", "corporate_parent", seats.corporate_parent),
    ):
        if not text.strip():
            cure = "Most of a room will never be Lead Member: say what they could ask or do."
            yield f"nothing is said to {seat}", cure, ("other_seats", key)
    for n, prompt in enumerate(facilitator.prompt):
        for key, text in (("ask", prompt.ask), ("listen_for", prompt.listen_for)):
            if not text.strip():
                yield f"`{key}` is empty", "Write it, or take the prompt out.", ("prompt", n, key)
