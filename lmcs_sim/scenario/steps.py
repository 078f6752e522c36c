"""What is wrong with what happens in a scenario: its enquiries and choices, its events and its endings."""

from collections.abc import Iterator

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.rules.act import faults_in_act
from lmcs_sim.scenario.conditions import Against
from lmcs_sim.scenario.scenario import CHANCE_ABOUT, Choice, Enquiry, Event, Move, Scenario

MOST = 1_000_000
"""Points of a measure. Means are reckoned exactly, and nothing that is felt is counted as high."""
BEFORE = "a month before the play begins", "Write 0 or more: months count from the scenario's date."


def faults_in_steps(against: Against) -> Iterator[Fault]:
    """Scenes that may offer nothing, unknown acts and words, and movements that rest on nothing."""
    for n, scene in enumerate(against.scenario.scene):
        if not scene.choice:
            yield fault("E012", f"scene {scene.id!r} offers no choice", "Add a [[scene.choice]].", "scene", n)
        elif all(choice.when is not None for choice in scene.choice):
            cause = f"every choice of scene {scene.id!r} has a condition, and a player may be left with none"
            yield fault("E037", cause, "Leave one choice without a `when`.", "scene", n)
        for m, enquiry in enumerate(scene.enquiry):
            if enquiry.costs < 0:
                yield fault("E036", "a cost below nothing", "Write 0 or more.", "scene", n, "enquiry", m, "costs")
            yield from (bad.within("scene", n, "enquiry", m) for bad in _faults_in_step(enquiry, against))
        for m, choice in enumerate(scene.choice):
            yield from (bad.within("scene", n, "choice", m) for bad in _faults_in_step(choice, against))


def _faults_in_step(step: Enquiry | Choice, against: Against) -> Iterator[Fault]:
    for position, act in enumerate(step.acts):
        wrong = faults_in_act(act, against.vocabulary, against.done)
        yield from (bad.within("acts", position) for bad in wrong)
    yield from _faults_in_effects(step, against)


def _faults_in_effects(step: Enquiry | Choice | Event, against: Against) -> Iterator[Fault]:
    for key, words, known in (("does", step.does, against.done), ("finds", step.finds, against.known)):
        for position, word in enumerate(words):
            if word not in known:
                yield fault("E013", f"unknown word {word!r}", did_you_mean(word, known), key, position)
    for position, move in enumerate(step.moves):
        yield from (bad.within("moves", position) for bad in _faults_in_move(move, against))


def _faults_in_move(move: Move, against: Against) -> Iterator[Fault]:
    measures, provisions = against.scenario.measure, against.guidance.provisions
    if move.measure not in measures:
        yield fault("E014", f"no measure {move.measure!r}", did_you_mean(move.measure, measures), "measure")
    for position, name in enumerate(move.cites):
        if name not in provisions:
            yield fault("E014", f"no provision {name!r}", did_you_mean(name, provisions), "cites", position)
    if abs(move.by) > MOST:
        yield fault("E036", "a measure moves too far", f"Stay within {MOST:,}, up or down.", "by")
    if bool(move.cites) == move.story:
        cure = "Add `cites`, or say `story = true`; not both."
        yield fault("E033", "nothing moves without a citation", cure, "measure")


def faults_in_events(against: Against) -> Iterator[Fault]:
    """Events that never come, and chance about what chance may not touch."""
    for n, event in enumerate(against.scenario.event):
        found = [*_faults_in_effects(event, against), *_faults_in_month(event, against.scenario.ends)]
        yield from (bad.within("event", n) for bad in (*found, *_faults_in_chance(event)))


def _faults_in_month(event: Event, ends: int) -> Iterator[Fault]:
    if event.month < 0:
        yield fault("E036", *BEFORE, "month")
    if event.month > ends:
        cause = f"month {event.month} is after the play ends, in month {ends}"
        yield fault("E036", cause, "Bring it forward, or let `ends` be later.", "month")


def _faults_in_chance(event: Event) -> Iterator[Fault]:
    *most, last = CHANCE_ABOUT
    about = f"{', '.join(most)} or {last}"
    if (event.chance is None) != (event.about is None):
        cure = f"Say both, or neither; chance may be about {about}."
        yield fault("E034", "`chance` and `about` belong together", cure, "id")
    if event.chance is not None and not 0 < event.chance < 100:
        yield fault("E036", "a chance is from 1 to 99 per cent", "Leave `chance` out for what is certain.", "chance")
    if event.about is not None and event.about not in CHANCE_ABOUT:
        yield fault("E034", f"chance may not be about {event.about!r}", f"Chance may be about {about}.", "about")


def faults_in_endings(scenario: Scenario) -> Iterator[Fault]:
    """No ending, or endings that no play can close with because of their order."""
    if not scenario.ending:
        yield fault("E012", "no ending", "Add an [[ending]] without a `when`.", "ending")
    for n, ending in enumerate(scenario.ending):
        last = n == len(scenario.ending) - 1
        if last and ending.when is not None:
            cure = "Take its `when` out, or add an ending after it."
            yield fault("E032", "the last ending has a condition", cure, "ending", n, "when")
        if not last and ending.when is None:
            cause = f"no ending after {ending.id!r} is ever reached"
            yield fault("E032", cause, "Give it a `when`, or put it last.", "ending", n, "id")
