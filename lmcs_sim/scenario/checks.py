"""What keeps a scenario from being played, seen against a rulebook: every fault at once, by key path."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from lmcs_sim.faults import Fault, KeyPath, did_you_mean, fault, first_told
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.briefing import FORMAT
from lmcs_sim.scenario.conditions import Against, faults_in_conditions
from lmcs_sim.scenario.graph import faults_in_graph
from lmcs_sim.scenario.reasons import faults_in_reasons
from lmcs_sim.scenario.scenario import END, MEASURES_OF, Scenario
from lmcs_sim.scenario.steps import BEFORE, MOST, faults_in_endings, faults_in_events, faults_in_steps
from lmcs_sim.scenario.workshop import faults_in_workshop

LONGEST = 600
"""Months. No play is about more than fifty years."""
LAST_YEAR = 9000


ID = re.compile(r"[a-z][a-z0-9-]*")


def faults_in_format(number: object) -> list[Fault]:
    """A format this version does not know: said alone, for nothing else in the file can be judged."""
    if type(number) is not int or number == FORMAT:
        return []
    cure = f"This version reads format {FORMAT}" + ("; use a newer lmcs-sim." if number > FORMAT else ".")
    return [fault("E016", f"format {number} is not one this version knows", cure, "format")]


def faults_in_scenario(scenario: Scenario, vocabulary: Vocabulary, guidance: Guidance) -> list[Fault]:
    """Everything wrong with a scenario whose shape is right, as far as it is told at once."""
    if found := faults_in_format(scenario.format):
        return found
    against = Against(scenario, vocabulary, guidance)
    return first_told(
        chain(
            _faults_in_words(against),
            _faults_in_numbers(scenario),
            _faults_in_ids(scenario),
            _faults_in_scenes(scenario),
            faults_in_graph(scenario),
            faults_in_steps(against),
            faults_in_reasons(scenario),
            faults_in_conditions(against),
            faults_in_events(against),
            faults_in_endings(scenario),
            faults_in_workshop(scenario),
        )
    )


def _faults_in_words(against: Against) -> Iterator[Fault]:
    """Words and ids at the head of the file that nothing defines, or that are defined already."""
    scenario, vocabulary, guidance = against.scenario, against.vocabulary, against.guidance
    for name in scenario.fact:
        if name in vocabulary.done or name in vocabulary.known:
            cure = "Use it undeclared, or rename it."
            yield fault("E015", f"{name!r} is already in the vocabulary", cure, "fact", name)
    for name, measure in scenario.measure.items():
        if measure.of not in MEASURES_OF:
            cure = did_you_mean(measure.of, MEASURES_OF)
            yield fault("E013", f"a measure is not of {measure.of!r}", cure, "measure", name, "of")
    themes = {provision.theme for provision in guidance.provisions.values()}
    for position, theme in enumerate(scenario.themes):
        if theme not in themes:
            yield fault("E013", f"unknown theme {theme!r}", did_you_mean(theme, themes), "themes", position)
    for position, name in enumerate(scenario.teaches):
        if name not in guidance.provisions:
            cure = did_you_mean(name, guidance.provisions)
            yield fault("E014", f"no provision {name!r}", cure, "teaches", position)
    words = vocabulary.field["governance"].words
    if scenario.council.governance not in words:
        cause = f"unknown governance {scenario.council.governance!r}"
        yield fault("E013", cause, did_you_mean(scenario.council.governance, words), "council", "governance")
    local = {source.id for source in guidance.sources.values() if source.kind == "local"}
    for position, source in enumerate(scenario.council.sources):
        if source not in local:
            cure = did_you_mean(source, local)
            yield fault("E014", f"no local source {source!r}", cure, "council", "sources", position)
    for position, name in enumerate(scenario.carried):
        if not _may_be_carried(name, against):
            cure = 'Name a measure, a fact or a word as "measure.…", "done.…" or "known.…".'
            yield fault("E014", f"nothing {name!r} can be carried in", cure, "carried", position)


def _may_be_carried(name: str, against: Against) -> bool:
    kind, _, word = name.partition(".")
    known = {"measure": against.scenario.measure, "done": against.done, "known": against.known}
    return word in known.get(kind, ())


def _faults_in_numbers(scenario: Scenario) -> Iterator[Fault]:
    if not 0 <= scenario.ends <= LONGEST:
        yield fault("E036", f"a play cannot end in month {scenario.ends}", f"Write 0 to {LONGEST}.", "ends")
    if scenario.date.year > LAST_YEAR:
        yield fault("E036", "the date is too late to count months from", f"Stay before {LAST_YEAR + 1}.", "date")
    if scenario.minutes < 1:
        yield fault("E036", "a play takes no time", "Write how many minutes it takes.", "minutes")
    for name, measure in scenario.measure.items():
        if abs(measure.start) > MOST:
            cure = f"Stay within {MOST:,}, above or below nothing."
            yield fault("E036", f"the measure {name!r} starts too far out", cure, "measure", name, "start")
    for n, scene in enumerate(scenario.scene):
        if scene.month < 0:
            yield fault("E036", *BEFORE, "scene", n, "month")
        if scene.attention < 0:
            yield fault("E036", "attention below nothing", "Write 0 or more.", "scene", n, "attention")


def _faults_in_ids(scenario: Scenario) -> Iterator[Fault]:
    """Ids used twice, and ids that a player could not type."""
    yield from _untypable([(scenario.id, ("id",))])
    yield from _twice((item.id, ("scene", n, "id")) for n, item in enumerate(scenario.scene))
    yield from _twice((item.id, ("event", n, "id")) for n, item in enumerate(scenario.event))
    yield from _twice((item.id, ("ending", n, "id")) for n, item in enumerate(scenario.ending))
    for n, scene in enumerate(scenario.scene):
        enquiries = [(item.id, ("scene", n, "enquiry", m, "id")) for m, item in enumerate(scene.enquiry)]
        choices = [(item.id, ("scene", n, "choice", m, "id")) for m, item in enumerate(scene.choice)]
        yield from _twice([*enquiries, *choices])
        for m, choice in enumerate(scene.choice):
            path = ("scene", n, "choice", m, "reason")
            yield from _twice((item.id, (*path, position, "id")) for position, item in enumerate(choice.reason))


def _untypable(named: Iterable[tuple[str, KeyPath]]) -> Iterator[Fault]:
    for name, path in named:
        if not ID.fullmatch(name):
            cure = "Use small letters, digits and hyphens, a letter first."
            yield fault("E038", f"id {name!r} cannot be typed or listed", cure, *path)


def _twice(named: Iterable[tuple[str, KeyPath]]) -> Iterator[Fault]:
    named = list(named)
    yield from _untypable(named)
    seen = set()
    for name, path in named:
        if name in seen:
            yield fault("E015", f"id {name!r} is used twice", "Give each its own id.", *path)
        seen.add(name)


def _faults_in_scenes(scenario: Scenario) -> Iterator[Fault]:
    for n, scene in enumerate(scenario.scene):
        if scene.id == END:
            yield fault("E015", f"{END!r} is what closes the play", "Give the scene another id.", "scene", n, "id")
        if scene.month > scenario.ends:
            cause = f"month {scene.month} is after the play ends, in month {scenario.ends}"
            yield fault("E036", cause, "Bring it forward, or let `ends` be later.", "scene", n, "month")
