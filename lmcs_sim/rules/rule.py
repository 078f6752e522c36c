"""A rule ready to judge: its boxes made, its provision found, its verdicts known."""

from collections.abc import Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.compile import compile_table, kinds_of
from lmcs_sim.rules.condition import Between, OneOf, day_number
from lmcs_sim.rules.entry import PARTS, TAGS, Departure, RuleEntry
from lmcs_sim.rules.verdict import VERDICTS_OF
from lmcs_sim.rules.vocabulary import Vocabulary


@frozen
class Exception_:
    """An exception ready to test."""

    box: Box
    cites: tuple[str, ...]


@frozen(eq=False)
class Rule:
    """A rule with everything judging needs at hand. Two rules are equal only when they are the same one."""

    entry: RuleEntry
    provision: Provision
    """The governing provision."""
    rank: int
    local: str | None
    """The local source that must bind for it to speak; None where it needs none."""
    window: Between
    """The days on which its governing provision is in force."""
    applies: tuple[Box, ...]
    """Where it applies, the acts included: inside any of these."""
    requires: Box | None
    unless: tuple[Exception_, ...]
    quality_by: tuple[str, int, int] | None = field(default=None)

    @cached_property
    def id(self) -> str:
        """Its id."""
        return self.entry.id

    @property
    def theme(self) -> str:
        """The theme of the provision that governs it."""
        return self.provision.theme

    @cached_property
    def force(self) -> str:
        """The force of the provision that governs it."""
        return self.provision.force

    @cached_property
    def honours(self) -> bool | None:
        """Whether the act itself honours it or fails it; None where `requires` decides, or nothing does."""
        if self.entry.honours is None and self.provision.forbids:
            return False
        return self.entry.honours

    @property
    def at_any_date(self) -> tuple[Box, ...]:
        """Where it applies and is in force."""
        return tuple(evolve(box, tests={**dict(box.tests), "date": _narrow(box, self.window)}) for box in self.applies)


def _narrow(box: Box, window: Between) -> Between:
    own = dict(box.tests).get("date")
    both = window.meet(own) if isinstance(own, Between) else window
    return both or Between(1, 0)


def prepare(entry: RuleEntry, vocabulary: Vocabulary, guidance: Guidance) -> tuple[Rule | None, list[Fault]]:
    """A rule ready to judge, or what is wrong with its entry, by key path inside it."""
    found = _faults_in_ids(entry, vocabulary, guidance)
    if found:
        return None, found
    provision = guidance.provisions[entry.cites[0]]
    found = _faults_in_shape(entry, provision, guidance)
    carried = frozenset.intersection(*(vocabulary.fields_of(act) for act in entry.on))
    kinds = kinds_of(vocabulary, carried)

    def box(table: Mapping[str, object], *path: str | int) -> Box:
        made, wrong = compile_table(table, kinds, "E021")
        found.extend(bad.within(*path) for bad in wrong)
        return made

    acts = Box({"act": OneOf(frozenset(entry.on))})
    applies = []
    for n, table in enumerate(entry.when or ({},)):
        both = box(table, "when", n).meet(acts)
        if both is None:
            cause = "this condition can never hold: `on` names no such act"
            found.append(fault("E020", cause, "Name one of the acts in `on`.", "when", n, "act"))
        else:
            applies.append(both)
    unless = tuple(
        Exception_(box(exception.when, "unless", n, "when"), exception.cites)
        for n, exception in enumerate(entry.unless)
    )
    requires = None if entry.requires is None else box(entry.requires, "requires")
    if found:
        return None, found
    source = guidance.source_of(provision)
    low, high = guidance.window(provision)
    quality = entry.quality
    return (
        Rule(
            entry=entry,
            provision=provision,
            rank=source.rank,
            local=source.id if source.kind == "local" else None,
            window=Between(day_number(low), day_number(high) - 1),
            applies=tuple(applies),
            requires=requires,
            unless=unless,
            quality_by=None if quality is None else (quality.dimension, quality.by, quality.else_),
        ),
        [],
    )


def _faults_in_ids(entry: RuleEntry, vocabulary: Vocabulary, guidance: Guidance) -> list[Fault]:
    found = []

    def known(kind: str, word: str, words: object, *path: str | int) -> None:
        if word not in words:  # type: ignore[operator]
            code = "E014" if kind == "provision" else "E013"
            found.append(fault(code, f"unknown {kind} {word!r}", did_you_mean(word, words), *path))  # type: ignore[arg-type]

    for key, words, kind, universe in (
        ("cites", entry.cites, "provision", guidance.provisions),
        ("on", entry.on, "act", vocabulary.act),
        ("tags", entry.tags, "tag", TAGS),
    ):
        for n, word in enumerate(words):
            known(kind, word, universe, key, n)
        if not words and key != "tags":
            found.append(fault("E012", f"`{key}` names nothing", "Name at least one.", key))
    for n, exception in enumerate(entry.unless):
        for m, word in enumerate(exception.cites):
            known("provision", word, guidance.provisions, "unless", n, "cites", m)
    if entry.departure is not None:
        known("provision", entry.departure.regard, guidance.provisions, "departure", "regard")
        for n, word in enumerate(entry.departure.needs):
            known("done word", word, vocabulary.done, "departure", "needs", n)
    if entry.quality is not None:
        known("dimension", entry.quality.dimension, vocabulary.dimension, "quality", "dimension")
    if entry.part is not None:
        known("part", entry.part, PARTS, "part")
    if entry.departs_from is not None:
        known("provision", entry.departs_from.provision, guidance.provisions, "departs-from", "provision")
    return found


def _faults_in_shape(entry: RuleEntry, provision: Provision, guidance: Guidance) -> list[Fault]:
    found = []
    force = provision.force
    source = guidance.source_of(provision)
    if force == "none":
        found.append(
            fault(
                "E022",
                "a statement of fact governs no rule",
                "Cite first a provision that says who or how far.",
                "cites",
                0,
            )
        )
    if source.kind in ("draft", "history"):
        found.append(
            fault(
                "E022",
                f"{source.short} binds nobody and is never scored",
                "Cite it after a provision that does.",
                "cites",
                0,
            )
        )
    says = [name for name, given in (("requires", entry.requires), ("honours", entry.honours)) if given is not None]
    if force == "may":
        wanted = "A `may` takes neither `requires` nor `honours`."
        wrong = bool(says)
    elif provision.forbids:
        wanted = "A must-not or should-not is `honours = false`, unsaid."
        wrong = entry.requires is not None or entry.honours is True
    else:
        wanted = "Say exactly one of `requires` and `honours`."
        wrong = len(says) != 1
    if wrong:
        found.append(fault("E020", "what the rule finds is not said once", wanted))
    if (entry.quality is not None) != (force == "finding"):
        found.append(
            fault(
                "E020",
                "`quality` belongs to rules governed by research, and they need it",
                "Add or remove it.",
                *(("quality",) if entry.quality else ()),
            )
        )
    if entry.departure is not None:
        found += [bad.within("departure") for bad in _faults_in_departure(entry.departure, force, guidance)]
    found += _faults_in_departs_from(entry, guidance, source.kind)
    for n, example in enumerate(entry.example):
        if example.expect not in VERDICTS_OF[force] and example.expect not in VERDICTS_OF["none"]:
            known = (*VERDICTS_OF[force], *VERDICTS_OF["none"])
            cure = did_you_mean(example.expect, known)
            found.append(
                fault("E013", f"this rule never gives the verdict {example.expect!r}", cure, "example", n, "expect")
            )
    return found


def _faults_in_departure(departure: Departure, force: str, guidance: Guidance) -> list[Fault]:
    found = []
    if force != "should":
        found.append(fault("E020", "only a should may be departed from", "Take [rule.departure] out."))
    if not departure.needs:
        cause = "a departure that needs nothing would always be explained"
        found.append(fault("E012", cause, "Name what the council must have done first.", "needs"))
    if guidance.provisions[departure.regard].force != "must":
        found.append(fault("E020", "only a must is breached", "Name the duty to have regard.", "regard"))
    return found


def _faults_in_departs_from(entry: RuleEntry, guidance: Guidance, kind: str) -> list[Fault]:
    if entry.departs_from is None:
        return []
    left = guidance.provisions[entry.departs_from.provision]
    if kind != "local":
        return [fault("E020", "only a rule of a local source may declare a departure", "Take it out.", "departs-from")]
    if left.force != "should" or guidance.source_of(left).kind == "statute":
        cure = "A statute, a must, a holder and a reach stand whatever a council decides."
        return [fault("E020", "only a should may be departed from", cure, "departs-from", "provision")]
    return []
