"""An act, and the circumstances it is done in: what a rule judges."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.rules.vocabulary import NONE, SETS, Vocabulary

Value = str | int
Facts = Mapping[str, str | int | frozenset[str]]
"""What conditions read: a word or number per field, a set of words for `done` and `known`."""

DoneWord = tuple[str, str | None]
"""A word done, and the matter it was done about; None where it was about no one matter."""


@frozen
class Act:
    """What a choice does, in the words of the vocabulary."""

    act: str
    fields: tuple[tuple[str, Value], ...] = ()
    does: tuple[str, ...] = ()
    """Words marked done once this act is judged."""

    @cached_property
    def given(self) -> Mapping[str, Value]:
        """Its own fields by name. Kept, as its matter is: one act is judged many times."""
        return dict(self.fields)

    def value(self, name: str) -> Value:
        """The value of one of its own fields; `none` where it is left out."""
        return self.given.get(name, NONE)

    @cached_property
    def matter(self) -> str | None:
        """The matter it is about, if it says."""
        matter = self.given.get("matter")
        return None if matter is None else str(matter)


@frozen
class Circumstances:
    """When an act is done, in which council, after what was done and found."""

    date: dt.date
    done: frozenset[DoneWord] = frozenset()
    known: frozenset[str] = frozenset()
    standing: tuple[tuple[str, str], ...] = ()
    """The council's standing facts."""
    sources: frozenset[str] = frozenset()
    """The local sources that bind here."""


def facts_of(act: Act, at: Circumstances, vocabulary: Vocabulary) -> Facts:
    """Everything conditions may read of an act in its circumstances."""
    return {
        **vocabulary.defaults,
        **dict(at.standing),
        **act.given,
        "act": act.act,
        "date": at.date.toordinal(),
        "known": at.known,
        "done": seen_by(act.matter, at.done),
    }


def seen_by(matter: str | None, done: frozenset[DoneWord]) -> frozenset[str]:
    """The done words a rule sees: those on the act's matter or on none; all, for an act without a matter."""
    # A list is made faster than it is generated, and every judgement begins here.
    return frozenset([word for word, about in done if matter is None or about is None or about == matter])


def faults_in_act(act: Act, vocabulary: Vocabulary, does_words: frozenset[str]) -> list[Fault]:
    """What is wrong with an act, by key path inside its table."""
    entry = vocabulary.act.get(act.act)
    if entry is None:
        return [fault("E013", f"unknown act {act.act!r}", did_you_mean(act.act, vocabulary.act), "act")]
    found = []
    allowed = vocabulary.fields_of(act.act) - {"act", "date", *SETS}
    given = {name for name, _ in act.fields}
    for name, value in act.fields:
        if name not in allowed:
            cure = did_you_mean(name, allowed)
            found.append(fault("E011", f"{act.act!r} does not carry the field {name!r}", cure, name))
        else:
            found += _faults_in_value(name, value, vocabulary)
    for name, required in entry.carries():
        if required and name not in given:
            cure = did_you_mean("", vocabulary.field[name].words)
            found.append(fault("E012", f"{act.act!r} needs the field {name!r}", cure, "act"))
    for position, word in enumerate(act.does):
        if word not in does_words:
            found.append(fault("E013", f"unknown word {word!r}", did_you_mean(word, does_words), "does", position))
    return found


def _faults_in_value(name: str, value: Value, vocabulary: Vocabulary) -> list[Fault]:
    entry = vocabulary.field[name]
    if entry.kind == "number":
        if not isinstance(value, int):
            return [fault("E010", f"{name!r} is a number", "Write a whole number.", name)]
        return []
    words = ("true", "false") if entry.kind == "flag" else tuple(entry.words)
    if value not in words:
        return [fault("E013", f"unknown word {value!r} for {name!r}", did_you_mean(str(value), words), name)]
    return []


def with_does(act: Act, at: frozenset[DoneWord]) -> frozenset[DoneWord]:
    """What is done once the act is: its own words carry its matter."""
    return at | {(word, act.matter) for word in act.does}


@frozen
class ActTable:
    """An act as a file gives it, with the circumstances an example may add."""

    act: Act
    date: dt.date | None = None
    known: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    standing: tuple[tuple[str, str], ...] = field(default=())
