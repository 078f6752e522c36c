"""What is wrong with a scenario, seen against a rulebook: every fault at once, by key path."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from lmcs_sim.faults import Fault, KeyPath, did_you_mean, fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.rules.act import faults_in_act
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.conditions import compile_when, kinds_in, words_done, words_known
from lmcs_sim.scenario.graph import faults_in_graph
from lmcs_sim.scenario.scenario import CHANCE_ABOUT, END, FORMAT, MEASURES_OF, Choice, Enquiry, Event, Move, Scenario

LONGEST = 600
"""Months. No play is about more than fifty years."""
LAST_YEAR = 9000
_BEFORE, _NOT_BEFORE = "a month before the play begins", "Write 0 or more: months count from the scenario's date."


ID = re.compile(r"[a-z][a-z0-9-]*")


@frozen
class Against:
    """What a scenario is checked against."""

    vocabulary: Vocabulary
    guidance: Guidance


def faults_in_format(number: object) -> list[Fault]:
    """A format this version does not know: said alone, for nothing else in the file can be judged."""
    if type(number) is not int or number == FORMAT:
        return []
    cure = f"This version reads format {FORMAT}" + ("; use a newer lmcs-sim." if number > FORMAT else ".")
    return [fault("E016", f"format {number} is not one this version knows", cure, "format")]


def faults_in_scenario(scenario: Scenario, vocabulary: Vocabulary, guidance: Guidance) -> list[Fault]:
    """Everything wrong with a scenario whose shape is right."""
    against = Against(vocabulary, guidance)
    if found := faults_in_format(scenario.format):
        return found
    return [
        *_faults_in_words(scenario, against),
        *_faults_in_numbers(scenario),
        *_faults_in_ids(scenario),
        *_faults_in_scenes(scenario),
        *faults_in_graph(scenario),
        *_faults_in_steps(scenario, against),
        *_faults_in_conditions(scenario, vocabulary),
        *_faults_in_events(scenario, against),
        *_faults_in_endings(scenario),
        *_faults_in_workshop(scenario),
    ]


def _faults_in_words(scenario: Scenario, against: Against) -> Iterator[Fault]:
    for name in scenario.fact:
        if name in against.vocabulary.done or name in against.vocabulary.known:
            yield fault(
                "E015", f"{name!r} is already in the vocabulary", "Use it undeclared, or rename it.", "fact", name
            )
    for name, measure in scenario.measure.items():
        if measure.of not in MEASURES_OF:
            yield fault(
                "E013",
                f"a measure is not of {measure.of!r}",
                did_you_mean(measure.of, MEASURES_OF),
                "measure",
                name,
                "of",
            )
    themes = {provision.theme for provision in against.guidance.provisions.values()}
    for position, theme in enumerate(scenario.themes):
        if theme not in themes:
            yield fault("E013", f"unknown theme {theme!r}", did_you_mean(theme, themes), "themes", position)
    words = against.vocabulary.field["governance"].words
    if scenario.council.governance not in words:
        cause = f"unknown governance {scenario.council.governance!r}"
        yield fault("E013", cause, did_you_mean(scenario.council.governance, words), "council", "governance")
    local = {source.id for source in against.guidance.sources.values() if source.kind == "local"}
    for position, source in enumerate(scenario.council.sources):
        if source not in local:
            yield fault(
                "E014", f"no local source {source!r}", did_you_mean(source, local), "council", "sources", position
            )
    for position, name in enumerate(scenario.carried):
        if not _may_be_carried(name, scenario, against.vocabulary):
            cure = 'Name a measure, a fact or a word as "measure.…", "done.…" or "known.…".'
            yield fault("E014", f"nothing {name!r} can be carried in", cure, "carried", position)


def _faults_in_numbers(scenario: Scenario) -> Iterator[Fault]:
    if not 0 <= scenario.ends <= LONGEST:
        yield fault("E036", f"a play cannot end in month {scenario.ends}", f"Write 0 to {LONGEST}.", "ends")
    if scenario.date.year > LAST_YEAR:
        yield fault("E036", "the date is too late to count months from", f"Stay before {LAST_YEAR + 1}.", "date")
    if scenario.minutes < 1:
        yield fault("E036", "a play takes no time", "Write how many minutes it takes.", "minutes")
    for n, scene in enumerate(scenario.scene):
        if scene.month < 0:
            yield fault("E036", _BEFORE, _NOT_BEFORE, "scene", n, "month")
        if scene.attention < 0:
            yield fault("E036", "attention below nothing", "Write 0 or more.", "scene", n, "attention")


def _may_be_carried(name: str, scenario: Scenario, vocabulary: Vocabulary) -> bool:
    kind, _, word = name.partition(".")
    known = {
        "measure": scenario.measure,
        "done": words_done(scenario, vocabulary),
        "known": words_known(scenario, vocabulary),
    }
    return word in known.get(kind, ())


def _faults_in_ids(scenario: Scenario) -> Iterator[Fault]:
    """Ids used twice, and ids that a player could not type."""
    yield from _untypable([(scenario.id, ("id",))])
    yield from _twice(((item.id, ("scene", n, "id")) for n, item in enumerate(scenario.scene)))
    yield from _twice(((item.id, ("event", n, "id")) for n, item in enumerate(scenario.event)))
    yield from _twice(((item.id, ("ending", n, "id")) for n, item in enumerate(scenario.ending)))
    for n, scene in enumerate(scenario.scene):
        enquiries = [(item.id, ("scene", n, "enquiry", m, "id")) for m, item in enumerate(scene.enquiry)]
        choices = [(item.id, ("scene", n, "choice", m, "id")) for m, item in enumerate(scene.choice)]
        yield from _twice([*enquiries, *choices])


def _faults_in_scenes(scenario: Scenario) -> Iterator[Fault]:
    for n, scene in enumerate(scenario.scene):
        if scene.id == END:
            yield fault("E015", f"{END!r} is what closes the play", "Give the scene another id.", "scene", n, "id")
        if scene.month > scenario.ends:
            cause = f"month {scene.month} is after the play ends, in month {scenario.ends}"
            yield fault("E036", cause, "Bring it forward, or let `ends` be later.", "scene", n, "month")


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


def _faults_in_steps(scenario: Scenario, against: Against) -> Iterator[Fault]:
    for n, scene in enumerate(scenario.scene):
        if not scene.choice:
            yield fault("E012", f"scene {scene.id!r} offers no choice", "Add a [[scene.choice]].", "scene", n)
        elif all(choice.when is not None for choice in scene.choice):
            cause = f"every choice of scene {scene.id!r} has a condition, and a player may be left with none"
            yield fault("E037", cause, "Leave one choice without a `when`.", "scene", n)
        for m, enquiry in enumerate(scene.enquiry):
            if enquiry.costs < 0:
                yield fault("E036", "a cost below nothing", "Write 0 or more.", "scene", n, "enquiry", m, "costs")
            yield from (bad.within("scene", n, "enquiry", m) for bad in _faults_in_step(enquiry, scenario, against))
        for m, choice in enumerate(scene.choice):
            yield from (bad.within("scene", n, "choice", m) for bad in _faults_in_step(choice, scenario, against))


def _faults_in_step(step: Enquiry | Choice, scenario: Scenario, against: Against) -> Iterator[Fault]:
    done = words_done(scenario, against.vocabulary)
    for position, act in enumerate(step.acts):
        wrong = faults_in_act(act, against.vocabulary, done)
        yield from (bad.within("acts", position) for bad in wrong)
    yield from _faults_in_effects(step, scenario, against)


def _faults_in_effects(step: Enquiry | Choice | Event, scenario: Scenario, against: Against) -> Iterator[Fault]:
    for key, words, known in (
        ("does", step.does, words_done(scenario, against.vocabulary)),
        ("finds", step.finds, words_known(scenario, against.vocabulary)),
    ):
        for position, word in enumerate(words):
            if word not in known:
                yield fault("E013", f"unknown word {word!r}", did_you_mean(word, known), key, position)
    for position, move in enumerate(step.moves):
        yield from (bad.within("moves", position) for bad in _faults_in_move(move, scenario, against.guidance))


def _faults_in_move(move: Move, scenario: Scenario, guidance: Guidance) -> Iterator[Fault]:
    if move.measure not in scenario.measure:
        yield fault("E014", f"no measure {move.measure!r}", did_you_mean(move.measure, scenario.measure), "measure")
    for position, name in enumerate(move.cites):
        if name not in guidance.provisions:
            yield fault("E014", f"no provision {name!r}", did_you_mean(name, guidance.provisions), "cites", position)
    if bool(move.cites) == move.story:
        yield fault(
            "E033", "nothing moves without a citation", "Add `cites`, or say `story = true`; not both.", "measure"
        )


def _faults_in_conditions(scenario: Scenario, vocabulary: Vocabulary) -> Iterator[Fault]:
    kinds = kinds_in(scenario, vocabulary)
    for n, scene in enumerate(scenario.scene):
        for m, choice in enumerate(scene.choice):
            whens = [
                (choice.when, ("when",)),
                *((lead.when, ("leads", k, "when")) for k, lead in enumerate(choice.leads)),
            ]
            for when, path in whens:
                wrong = compile_when(when, kinds)[1]
                yield from (bad.within("scene", n, "choice", m, *path) for bad in wrong)
    for n, event in enumerate(scenario.event):
        yield from (bad.within("event", n, "when") for bad in compile_when(event.when, kinds)[1])
    for n, ending in enumerate(scenario.ending):
        yield from (bad.within("ending", n, "when") for bad in compile_when(ending.when, kinds)[1])


def _faults_in_events(scenario: Scenario, against: Against) -> Iterator[Fault]:
    for n, event in enumerate(scenario.event):
        yield from (bad.within("event", n) for bad in _faults_in_effects(event, scenario, against))
        if event.month < 0:
            yield fault("E036", _BEFORE, _NOT_BEFORE, "event", n, "month")
        if event.month > scenario.ends:
            cause = f"month {event.month} is after the play ends, in month {scenario.ends}"
            yield fault("E036", cause, "Bring it forward, or let `ends` be later.", "event", n, "month")
        if (event.chance is None) != (event.about is None):
            cure = f"Say both, or neither; chance may be about {_list(CHANCE_ABOUT)}."
            yield fault("E034", "`chance` and `about` belong together", cure, "event", n, "id")
        if event.chance is not None and not 0 < event.chance < 100:
            yield fault(
                "E036",
                "a chance is from 1 to 99 per cent",
                "Leave `chance` out for what is certain.",
                "event",
                n,
                "chance",
            )
        if event.about is not None and event.about not in CHANCE_ABOUT:
            cause = f"chance may not be about {event.about!r}"
            yield fault("E034", cause, f"Chance may be about {_list(CHANCE_ABOUT)}.", "event", n, "about")


def _faults_in_endings(scenario: Scenario) -> Iterator[Fault]:
    if not scenario.ending:
        yield fault("E012", "no ending", "Add an [[ending]] without a `when`.", "ending")
    for n, ending in enumerate(scenario.ending):
        last = n == len(scenario.ending) - 1
        if last and ending.when is not None:
            yield fault(
                "E032",
                "the last ending has a condition",
                "Take its `when` out, or add an ending after it.",
                "ending",
                n,
                "when",
            )
        if not last and ending.when is None:
            yield fault(
                "E032",
                f"no ending after {ending.id!r} is ever reached",
                "Give it a `when`, or put it last.",
                "ending",
                n,
                "id",
            )


def _faults_in_workshop(scenario: Scenario) -> Iterator[Fault]:
    scenes = {scene.id: scene for scene in scenario.scene}
    for position, name in enumerate(scenario.workshop.cut):
        if name not in scenes:
            yield fault("E014", f"no scene {name!r}", did_you_mean(name, scenes), "workshop", "cut", position)
    for name, choice in scenario.workshop.pass_.items():
        if name not in scenes:
            yield fault("E014", f"no scene {name!r}", did_you_mean(name, scenes), "workshop", "pass", name)
        elif choice not in (known := [item.id for item in scenes[name].choice]):
            yield fault("E014", f"no choice {choice!r} there", did_you_mean(choice, known), "workshop", "pass", name)
        elif any(item.id == choice and item.when is not None for item in scenes[name].choice):
            cure = "Pass the scene with a choice that is always on offer."
            yield fault("E035", f"{choice!r} may not be on offer there", cure, "workshop", "pass", name)
        elif name in scenario.workshop.cut:
            yield fault(
                "E035", f"{name!r} is in the cut and passed over", "Take it out of one.", "workshop", "pass", name
            )
    for n, prompt in enumerate(scenario.facilitator.prompt):
        if prompt.at not in scenes:
            yield fault(
                "E014", f"no scene {prompt.at!r}", did_you_mean(prompt.at, scenes), "facilitator", "prompt", n, "at"
            )
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


def _list(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"
