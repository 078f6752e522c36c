"""The conditions of a scenario as boxes: on what is known and done, its facts and its measures."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from lmcs_sim.faults import Fault, KeyPath
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.compile import FieldKind, RawTable, compile_table
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.scenario import Scenario


@frozen(slots=False, eq=False)
class Against:
    """A scenario, and what it is checked against."""

    scenario: Scenario
    vocabulary: Vocabulary
    guidance: Guidance

    @cached_property
    def done(self) -> frozenset[str]:
        """The words that may be marked done."""
        return words_done(self.scenario, self.vocabulary)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that may be found."""
        return words_known(self.scenario, self.vocabulary)


def words_done(scenario: Scenario, vocabulary: Vocabulary) -> frozenset[str]:
    """The words that may be marked done in a scenario."""
    return frozenset(vocabulary.done) | frozenset(scenario.fact)


def words_known(scenario: Scenario, vocabulary: Vocabulary) -> frozenset[str]:
    """The words that may be found in a scenario."""
    return frozenset(vocabulary.known) | frozenset(scenario.fact)


def kinds_in(scenario: Scenario, vocabulary: Vocabulary) -> dict[str, FieldKind]:
    """How a scenario's own conditions are read."""
    kinds = {
        "done": FieldKind("set", tuple(sorted(words_done(scenario, vocabulary)))),
        "known": FieldKind("set", tuple(sorted(words_known(scenario, vocabulary)))),
    }
    return kinds | {f"measure.{name}": FieldKind("number") for name in scenario.measure}


def conditions_of(scenario: Scenario) -> Iterator[tuple[RawTable, KeyPath]]:
    """Every condition of a scenario, as its file gives it, with its key path."""
    for n, scene in enumerate(scenario.scene):
        for m, choice in enumerate(scene.choice):
            if choice.when is not None:
                yield choice.when, ("scene", n, "choice", m, "when")
            for k, lead in enumerate(choice.leads):
                if lead.when is not None:
                    yield lead.when, ("scene", n, "choice", m, "leads", k, "when")
    for n, event in enumerate(scenario.event):
        if event.when is not None:
            yield event.when, ("event", n, "when")
    for n, ending in enumerate(scenario.ending):
        if ending.when is not None:
            yield ending.when, ("ending", n, "when")


def compile_when(when: RawTable | None, kinds: Mapping[str, FieldKind]) -> tuple[Box, list[Fault]]:
    """The box of a condition, always holding where there is none; and what is wrong with it."""
    if when is None:
        return Box(), []
    flat = dict(when)
    measures = when.get("measure")
    if isinstance(measures, Mapping):
        del flat["measure"]
        flat |= {f"measure.{name}": value for name, value in measures.items()}
    box, found = compile_table(flat, kinds)
    return box, [_as_written(bad) for bad in found]


def faults_in_conditions(against: Against) -> Iterator[Fault]:
    """Conditions on words, facts or measures that nothing defines, or that can never hold."""
    kinds = kinds_in(against.scenario, against.vocabulary)
    for when, path in conditions_of(against.scenario):
        yield from (bad.within(*path) for bad in compile_when(when, kinds)[1])


def _as_written(bad: Fault) -> Fault:
    """A fault on `measure.trust` placed at the keys that the file has."""
    first, *rest = bad.place.path or ("",)
    if isinstance(first, str) and first.startswith("measure."):
        return Fault(bad.code, bad.cause, bad.cure).within("measure", first.removeprefix("measure."), *rest)
    return bad
