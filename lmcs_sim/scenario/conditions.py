"""The conditions of a scenario as boxes: on what is known and done, its facts and its measures."""

from collections.abc import Mapping

from lmcs_sim.faults import Fault
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.compile import FieldKind, RawTable, compile_table
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.scenario import Scenario


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


def _as_written(bad: Fault) -> Fault:
    """A fault on `measure.trust` placed at the keys that the file has."""
    first, *rest = bad.place.path or ("",)
    if isinstance(first, str) and first.startswith("measure."):
        return Fault(bad.code, bad.cause, bad.cure).within("measure", first.removeprefix("measure."), *rest)
    return bad
