"""An act as somebody types it, with the circumstances to try it in."""

import datetime as dt
from collections.abc import Sequence

from lmcs_sim.faults import Fault, WrongUse, did_you_mean, fault, wrong_use
from lmcs_sim.guidance.dates import first_day
from lmcs_sim.rules.act import Act, Circumstances, Value, faults_in_act
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.vocabulary import Vocabulary

Standing = tuple[tuple[str, str], ...]


def read_act(name: str, fields: Sequence[str], vocabulary: Vocabulary) -> tuple[Act, Standing]:
    """An act from `field=word` pairs, and the council's standing facts among them. Raises WrongUse with every fault."""
    given: dict[str, Value] = {}
    standing: dict[str, str] = {}
    found: list[Fault] = []
    for pair in fields:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            found.append(fault("E051", f"{pair!r} is not field=word", "Write it as matter=thresholds."))
        elif key in given or key in standing:
            found.append(fault("E051", f"{key!r} is given twice", "Keep one of them."))
        elif key in vocabulary.field and vocabulary.field[key].standing:
            standing[key] = value
        else:
            given[key] = _value(key, value, vocabulary)
    act = Act(name, tuple(sorted(given.items())))
    found += faults_in_act(act, vocabulary, frozenset())
    for key, word in standing.items():
        words = vocabulary.field[key].words
        if word not in words:
            found.append(fault("E013", f"unknown word {word!r} for {key!r}", did_you_mean(word, words)))
    _stop_at(found)
    return act, tuple(sorted(standing.items()))


def _value(key: str, value: str, vocabulary: Vocabulary) -> Value:
    entry = vocabulary.field.get(key)
    if entry is not None and entry.kind == "number":
        try:
            return int(value)
        except ValueError:
            return value  # a fault of the act says so
    return value


def read_circumstances(
    book: Rulebook,
    done: Sequence[str],
    known: Sequence[str],
    day: dt.date | None,
    sources: Sequence[str],
    standing: Standing,
) -> Circumstances:
    """The circumstances of an act. Raises WrongUse for a word or a source that nothing has.

    Without a day, it is the first of the statutory guidance that is newest: the day the shipped examples use.
    """
    found: list[Fault] = []
    for kind, words in (("done", done), ("known", known)):
        universe = book.vocabulary.words_of_set(kind)
        found += [
            fault("E013", f"unknown word {word!r} for '{kind}'", did_you_mean(word, universe))
            for word in words
            if word not in universe
        ]
    local = {name for name, source in book.guidance.sources.items() if source.kind == "local"}
    for name in sources:
        if name not in book.guidance.sources:
            found.append(fault("E051", f"there is no source {name!r}", did_you_mean(name, local)))
        elif name not in local:
            cure = "Only a local source has to be named; leave this one out."
            found.append(fault("E051", f"{name!r} is not a local source: it judges wherever it applies", cure))
    _stop_at(found)
    return Circumstances(
        date=day or _first_day_of_guidance(book),
        done=frozenset((word, None) for word in done),
        known=frozenset(known),
        standing=standing,
        sources=frozenset(sources),
    )


def _first_day_of_guidance(book: Rulebook) -> dt.date:
    ranked = [source for source in book.guidance.sources.values() if source.kind == "statutory-guidance"]
    if not ranked:
        raise wrong_use("E051", "there is no statutory guidance to take a day from", "Add --date YYYY-MM-DD.")
    return max(first_day(source.from_) for source in ranked)


def _stop_at(found: Sequence[Fault]) -> None:
    if found:
        raise WrongUse(*(_on_the_command_line(bad) for bad in found))


def _on_the_command_line(bad: Fault) -> Fault:
    return wrong_use(bad.code, bad.cause, bad.cure).faults[0]
