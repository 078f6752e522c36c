"""Reading the files of packs: the rulebook they make, with every fault placed."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from lmcs_sim.faults import Fault, KeyPath, LmcsError, fault
from lmcs_sim.guidance.collection import Guidance, faults_in_difference, faults_in_provision, faults_in_source
from lmcs_sim.rules.entry import RuleEntry
from lmcs_sim.rules.rulebook import Rulebook, make_rules
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.toml.files import load, placed
from lmcs_sim.toml.packs import hash_of
from lmcs_sim.toml.reader import Document
from lmcs_sim.toml.rule_files import GuidanceFile, RulesFile, ScoringFile

T = TypeVar("T")
Loaded = list[tuple[T, Document]]
Shown = tuple[str, tuple[str, ...], Fault]
"""A fault, by kind (rule, provision or source) and the ids of what it may be shown at."""


class PackReader:
    """Reads the files of packs and gathers their faults, so that all are told at once."""

    def __init__(self, packs: Iterable[Path]) -> None:
        self.faults: list[Fault] = []
        self._files: dict[Path, list[str]] = {}
        self._places: dict[tuple[str, str], tuple[Document, KeyPath]] = {}
        self.guidance: Loaded[GuidanceFile] = []
        self.vocabulary: Loaded[Vocabulary] = []
        self.scoring: Loaded[ScoringFile] = []
        self.rules: Loaded[RulesFile] = []
        for pack in packs:
            self._read_pack(pack)

    def _read_pack(self, pack: Path) -> None:
        guidance = sorted((pack / "rules" / "guidance").glob("*.toml"))
        others = sorted((pack / "rules").glob("*.toml"))
        self._files[pack] = [str(path) for path in (*guidance, *others)]
        for path in guidance:
            self._read(path, GuidanceFile, self.guidance)
        for path in others:
            if path.name == "vocabulary.toml":
                self._read(path, Vocabulary, self.vocabulary)
            elif path.name == "scoring.toml":
                self._read(path, ScoringFile, self.scoring)
            else:
                self._read(path, RulesFile, self.rules)

    def _read(self, path: Path, kind: type[T], into: Loaded[T]) -> None:
        try:
            into.append(load(path, kind))
        except LmcsError as error:
            self.faults += error.faults

    def stop_at_faults(self) -> None:
        """Raises LmcsError with the faults gathered so far, if there are any."""
        if self.faults:
            raise LmcsError(*self.faults)

    def book(self) -> Rulebook:
        """The rulebook of the files, before its rules are compared. Raises LmcsError with the faults of each file."""
        self.stop_at_faults()
        guidance = self._guidance()
        vocabulary = self._vocabulary()
        self.stop_at_faults()
        documents = {document.file: document for _, document in self.rules}
        entries: list[tuple[RuleEntry, str, int]] = []
        for file, document in self.rules:
            for position, entry in enumerate(file.rule):
                self._places.setdefault(("rule", entry.id), (document, ("rule", position)))
                entries.append((entry, document.file, position))
        rules, wrong = make_rules(entries, vocabulary, guidance)
        self.faults += _by_document((documents[file], bad) for file, bad in wrong)
        self.stop_at_faults()
        points = {force: dict(table) for file, _ in self.scoring for force, table in file.points.items()}
        return Rulebook(guidance, vocabulary, points, tuple(rules), self._hash())

    def files_in(self, packs: Iterable[Path]) -> frozenset[str]:
        """The names of the files that were read of some of the packs, or that could not be."""
        return frozenset(file for pack in packs for file in self._files.get(pack, ()))

    def place(self, found: Iterable[Shown], packs: Iterable[Path]) -> None:
        """Gathers faults of rules, provisions and sources, known by kind and ids.

        Each is shown at the first of its ids that stands in a file of the packs, and left out where none does.
        """
        files = self.files_in(packs)
        shown = []
        for kind, ids, bad in found:
            places = (self._places[kind, name] for name in ids)
            document, path = next((place for place in places if place[0].file in files), (None, ()))
            if document is not None:
                shown.append((document, bad.within(*path)))
        self.faults += _by_document(shown)

    def _guidance(self) -> Guidance:
        laws = self._unique(((law.id, law, ("law", n)) for n, law in enumerate(file.law)) for file, _ in self.guidance)
        sources = {file.source.id: file.source for file, _ in self.guidance if file.source is not None}
        provisions = self._unique(
            ((item.id, item, ("provision", n)) for n, item in enumerate(file.provision)) for file, _ in self.guidance
        )
        for file, document in self.guidance:
            found = [] if file.source is None else [bad.within("source") for bad in faults_in_source(file.source)]
            if file.source is not None:
                self._places["source", file.source.id] = (document, ("source",))
            for position, provision in enumerate(file.provision):
                self._places["provision", provision.id] = (document, ("provision", position))
                wrong = faults_in_provision(provision, sources, laws)
                found += [bad.within("provision", position) for bad in wrong]
            for position, difference in enumerate(file.difference):
                wrong = faults_in_difference(difference, sources, provisions)
                found += [bad.within("difference", position) for bad in wrong]
            self.faults += placed(found, document)
        differences = tuple(item for file, _ in self.guidance for item in file.difference)
        return Guidance(sources, provisions, laws, differences)

    def _unique(self, by_file: Iterable[Iterable[tuple[str, T, tuple[str, int]]]]) -> dict[str, T]:
        made: dict[str, T] = {}
        for (_, document), items in zip(self.guidance, by_file, strict=True):
            twice = []
            for name, item, path in items:
                if name in made:
                    twice.append(fault("E015", f"id {name!r} is used twice", "Keep one of them.", *path, "id"))
                made[name] = item
            self.faults += placed(twice, document)
        return made

    def _vocabulary(self) -> Vocabulary:
        tables: dict[str, dict[str, object]] = {"act": {}, "field": {}, "done": {}, "known": {}, "dimension": {}}
        for vocabulary, document in self.vocabulary:
            twice = []
            for kind, made in tables.items():
                for name, entry in getattr(vocabulary, kind).items():
                    if name in made:
                        cure = "It is already in another pack; use that one, or another name."
                        twice.append(fault("E015", f"the word {name!r} is defined twice", cure, kind, name))
                    made[name] = entry
            self.faults += placed(twice, document)
        whole = Vocabulary(**tables)  # type: ignore[arg-type]
        if self.vocabulary:
            self.faults += placed(whole.faults(), self.vocabulary[0][1])
        return whole

    def _hash(self) -> str:
        groups: list[Loaded[object]] = [self.guidance, self.vocabulary, self.scoring, self.rules]  # type: ignore[list-item]
        texts = sorted(document.text for group in groups for _, document in group)
        return hash_of(*texts)


def _by_document(found: Iterable[tuple[Document, Fault]]) -> list[Fault]:
    by_file: dict[str, tuple[Document, list[Fault]]] = {}
    for document, bad in found:
        by_file.setdefault(document.file, (document, []))[1].append(bad)
    return [bad for document, faults in by_file.values() for bad in placed(faults, document)]
