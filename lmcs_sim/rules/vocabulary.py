"""The closed set of acts, fields and words, each with the phrase that renders it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs
from attrs import frozen

from lmcs_sim.faults import Fault, did_you_mean, fault

NONE = "none"
"""The value of a field that an act leaves out."""

SETS = ("done", "known")
BUILT_IN = ("act", "date", *SETS)
KINDS = ("word", "ordered", "number", "flag")


@frozen
class ActWord:
    """An act: its phrase in the third person, and the fields it carries (`matter?` may be left out)."""

    says: str
    fields: tuple[str, ...] = ()
    formal: bool = False
    """Whether it is an act of the council's decision-making."""

    def carries(self) -> Iterator[tuple[str, bool]]:
        """Each field's name, and whether it must be given."""
        for name in self.fields:
            yield name.rstrip("?"), not name.endswith("?")


@frozen
class Field:
    """A field of acts: what kind of value it takes, and its words with their phrases."""

    words: Mapping[str, str] = attrs.field(factory=dict)
    kind: str = "word"
    says: str = ""
    always: bool = False
    """Whether every act carries it."""
    default: str = NONE
    standing: bool = False
    """Whether it is a standing fact of the council, and so on every act."""
    topic: bool = False
    """Whether it says what the act is of: with another word it is another act, and no near miss."""


@frozen
class Word:
    """A word of a set, with its phrase."""

    says: str


@frozen
class Vocabulary:
    """Everything that rules and scenarios may say."""

    act: Mapping[str, ActWord] = attrs.field(factory=dict)
    field: Mapping[str, Field] = attrs.field(factory=dict)
    done: Mapping[str, Word] = attrs.field(factory=dict)
    known: Mapping[str, Word] = attrs.field(factory=dict)
    dimension: Mapping[str, Word] = attrs.field(factory=dict)

    @cached_property
    def defaults(self) -> Mapping[str, str]:
        """What is meant by each field that may be left unsaid without being absent."""
        return {name: entry.default for name, entry in self.field.items() if entry.default != NONE}

    @cached_property
    def _fields(self) -> Mapping[str, frozenset[str]]:
        common = self.common_fields()
        return {act: common | {name for name, _ in entry.carries()} for act, entry in self.act.items()}

    def common_fields(self) -> frozenset[str]:
        """The fields that every act carries."""
        always = {name for name, entry in self.field.items() if entry.always or entry.standing}
        return frozenset(BUILT_IN) | always

    def fields_of(self, act: str) -> frozenset[str]:
        """The fields that one act carries, the common ones included."""
        return self._fields[act]

    def always_said(self, act: str) -> frozenset[str]:
        """The fields that are never absent from one act."""
        common = {
            name for name, entry in self.field.items() if entry.standing or (entry.always and entry.default != NONE)
        }
        return frozenset(common) | {name for name, required in self.act[act].carries() if required}

    def says(self, name: str, word: str) -> str:
        """The phrase of a field's word."""
        if name == "act":
            return self.act[word].says
        if name in SETS:
            return self.words_of_set(name)[word].says
        return self.field[name].words.get(word, word)

    def words_of_set(self, name: str) -> Mapping[str, Word]:
        """The words of `done` or of `known`."""
        return self.done if name == "done" else self.known

    def faults(self) -> list[Fault]:
        """What is wrong with the vocabulary itself, by key path."""
        found = []
        for act, entry in self.act.items():
            for position, (name, _) in enumerate(entry.carries()):
                if name not in self.field:
                    cure = did_you_mean(name, self.field)
                    found.append(fault("E013", f"unknown field {name!r}", cure, "act", act, "fields", position))
        for name, field_ in self.field.items():
            found += [bad.within("field", name) for bad in _faults_in_field(name, field_)]
        for word in sorted(set(self.done) & set(self.known)):
            found.append(
                fault("E015", f"{word!r} is both a done word and a known word", "Rename one of them.", "done", word)
            )
        return found


def _faults_in_field(name: str, entry: Field) -> list[Fault]:
    found = []
    if name in BUILT_IN:
        found.append(fault("E015", f"{name!r} is built in", "Name the field otherwise."))
    if entry.kind not in KINDS:
        found.append(fault("E013", f"unknown kind {entry.kind!r}", did_you_mean(entry.kind, KINDS), "kind"))
    if entry.kind in ("word", "ordered") and not entry.words:
        found.append(fault("E012", "a field of words has no words", "Add a [field.NAME.words] table."))
    if NONE in entry.words:
        found.append(fault("E015", f"{NONE!r} is what an absent field is called", "Use another word.", "words", NONE))
    if entry.default != NONE and entry.default not in entry.words:
        cure = did_you_mean(entry.default, entry.words)
        found.append(fault("E013", f"unknown word {entry.default!r}", cure, "default"))
    return found
