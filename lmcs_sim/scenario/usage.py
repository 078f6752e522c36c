"""What a scenario does with its words: facts and measures that come to nothing, conditions that wait for nothing."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from lmcs_sim.faults import Fault, KeyPath, fault, nearest
from lmcs_sim.rules.vocabulary import SETS
from lmcs_sim.scenario.conditions import Against, conditions_of
from lmcs_sim.scenario.scenario import Choice, Enquiry, Event, Scenario

_HOW = {"done": "does", "known": "finds"}


@frozen
class Group:
    """The words that one part of a condition names, each with its key path."""

    kind: str
    """done or known."""
    part: str
    """all, any or not."""
    words: tuple[tuple[str, KeyPath], ...]


@frozen
class Usage:
    """The words and measures of a scenario, by what becomes of them."""

    comes: Mapping[str, frozenset[str]]
    """By kind, the words that some step, act or event may bring, or that are carried in."""
    read: tuple[Group, ...]
    moved: frozenset[str]
    """The measures that something moves, or that are carried in."""


def usage_of(scenario: Scenario) -> Usage:
    """What becomes of the words and measures of a scenario, defined or not."""
    steps = [step for scene in scenario.scene for step in scene.steps]
    happenings: list[Enquiry | Choice | Event] = [*steps, *scenario.event]
    carried = [name.partition(".")[::2] for name in scenario.carried]
    done = {word for item in happenings for word in item.does}
    done |= {word for step in steps for act in step.acts for word in act.does}
    known = {word for item in happenings for word in item.finds}
    moved = {move.measure for item in happenings for move in item.moves}
    brought = {kind: frozenset(word for of, word in carried if of == kind) for kind in (*SETS, "measure")}
    return Usage(
        {"done": brought["done"] | done, "known": brought["known"] | known},
        tuple(group for when, path in conditions_of(scenario) for group in _groups(when, path)),
        brought["measure"] | moved,
    )


def _groups(when: Mapping[str, object], path: KeyPath) -> Iterator[Group]:
    for kind in SETS:
        if kind not in when:
            continue
        value = when[kind]
        if isinstance(value, Mapping):
            for part, given in value.items():
                yield Group(kind, part, _words(given, (*path, kind, part)))
        else:
            yield Group(kind, "all", _words(value, (*path, kind)))


def _words(given: object, path: KeyPath) -> tuple[tuple[str, KeyPath], ...]:
    if isinstance(given, list | tuple):
        return tuple((str(word), (*path, position)) for position, word in enumerate(given))
    return ((str(given), path),)


def faults_in_usage(against: Against, usage: Usage) -> Iterator[Fault]:
    """Facts that nothing uses, and conditions on what never comes about.

    Nothing is said of a word that nothing defines, nor of the one it was likely meant to be.
    """
    read = {word for group in usage.read for word, _ in group.words}
    used = read.union(*usage.comes.values())
    known = against.done | against.known
    unclear = {name for word in used - known for name in (word, nearest(word, known))}
    for name in against.scenario.fact:
        if name not in used and name not in unclear:
            cure = "Let a step or an event find it or do it, and a condition read it; or take it out."
            yield fault("E081", f"nothing uses the fact {name!r}", cure, "fact", name)
    for group in usage.read:
        never = [(word, path) for word, path in _never(group, usage) if word not in unclear]
        if group.part == "all" or (group.part == "any" and len(never) == len(group.words)):
            for word, path in never:
                cause = f"nothing here {_HOW[group.kind]} {word!r}, so this can never hold"
                yield fault("E082", cause, _cure(group.kind, word, usage), *path)


def advice_on_usage(scenario: Scenario, usage: Usage) -> Iterator[Fault]:
    """Words that make no difference to a condition, measures that never move, facts that are only told."""
    for group in usage.read:
        for word, path in _never(group, usage):
            cause = f"nothing here {_HOW[group.kind]} {word!r}, so this makes no difference"
            yield fault("W080", cause, _cure(group.kind, word, usage), *path)
    for name in scenario.measure:
        if name not in usage.moved:
            cure = "Let a choice, an enquiry or an event move it, or take it out."
            yield fault("W081", f"nothing moves the measure {name!r}", cure, "measure", name)
    read = {word for group in usage.read for word, _ in group.words}
    for name in scenario.fact:
        if name not in read:
            cure = "That is well where telling it is enough. Otherwise let a condition read it."
            yield fault("N081", f"no condition reads {name!r}: players are told it, no more", cure, "fact", name)


def _never(group: Group, usage: Usage) -> list[tuple[str, KeyPath]]:
    comes = usage.comes[group.kind]
    return [(word, path) for word, path in group.words if word not in comes]


def _cure(kind: str, word: str, usage: Usage) -> str:
    other = next(name for name in SETS if name != kind)
    if word in usage.comes[other]:
        return f"It is `{other}` here: read it there."
    return f"Let a step or an event {'do' if kind == 'done' else 'find'} it, or take it out."


def story_moves(scenario: Scenario) -> Iterator[Fault]:
    """Each movement for the story's sake, so that a reviewer can look at it."""
    where: list[tuple[Enquiry | Choice | Event, KeyPath]] = []
    for n, scene in enumerate(scenario.scene):
        where += [(item, ("scene", n, "enquiry", m)) for m, item in enumerate(scene.enquiry)]
        where += [(item, ("scene", n, "choice", m)) for m, item in enumerate(scene.choice)]
    where += [(item, ("event", n)) for n, item in enumerate(scenario.event)]
    for item, path in where:
        for position, move in enumerate(item.moves):
            if move.story:
                cause = f"{move.measure!r} moves by {move.by:+d} for the story's sake"
                cure = "That is well where no provision bears it. Otherwise cite one."
                yield fault("N080", cause, cure, *path, "moves", position, "story")
