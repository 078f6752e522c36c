"""Static checks of a rulebook: what judging would never notice, and its author should know.

Nothing here runs when a scenario is played. A fault is known by the ids of what it is
about and a key path inside it; the toml room finds the file and the line.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from lmcs_sim.faults import Fault, KeyPath, fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.guidance.dates import first_day
from lmcs_sim.guidance.provision import UNRULED, Provision
from lmcs_sim.guidance.source import Source
from lmcs_sim.rules.box import Box, meet_any
from lmcs_sim.rules.clashes import undecided
from lmcs_sim.rules.examples import circumstances_of, faults_in_examples
from lmcs_sim.rules.inside import rules_inside_others
from lmcs_sim.rules.judging import ruling_on
from lmcs_sim.rules.region import as_given, witness_in
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook, faults_in_overrides
from lmcs_sim.rules.verdict import is_finding
from lmcs_sim.rules.vocabulary import Vocabulary

Span = tuple[dt.date, dt.date]
"""The first and the last day of a scenario."""


@frozen
class Found:
    """A fault of what has these ids. It is shown at the first of them that is in the files being checked."""

    kind: str
    """rule, provision or source."""
    ids: tuple[str, ...]
    fault: Fault


def faults_in_rulebook(book: Rulebook, spans: Sequence[Span] = ()) -> Iterator[Found]:
    """Everything wrong with a rulebook whose entries could each be read; `spans` are those of its scenarios."""
    for clash in book.clashes:
        if clash.winner is None:
            yield Found("rule", (clash.one.id, clash.other.id), undecided(clash))
    failing = defaultdict(list)
    for name, bad in faults_in_examples(book):
        failing[name].append(bad)
    for rule in book.rules:
        # Examples that cannot be judged or come out wrong say nothing about which ways they show.
        examples = failing[rule.id] or faults_in_ways(rule, book)
        about = [*faults_in_overrides(rule, book), *examples, *faults_in_reach(rule, book), *faults_in_law(rule, book)]
        for bad in (*about, *faults_in_dates(rule, book.guidance, spans)):
            yield Found("rule", (rule.id,), bad)
    for ids, bad in rules_inside_others(book):
        yield Found("rule", ids, bad)
    yield from _uncited(book)
    for source in book.guidance.sources.values():
        for bad in faults_in_edition(source, book.guidance):
            yield Found("source", (source.id,), bad)


# --- A rule by itself ---


def faults_in_reach(rule: Rule, book: Rulebook) -> list[Fault]:
    """A rule that can never apply; an exception that never holds inside the rule, or always does."""
    if witness_in(rule.at_any_date, (), book.vocabulary) is None:
        return [_never(rule, book)]
    exceptions = [exception.box for exception in rule.unless]
    idle = [
        fault("E061", "this exception can never hold where the rule applies", _IDLE, "unless", number, "when")
        for number, box in enumerate(exceptions)
        if witness_in(meet_any(rule.at_any_date, [box]), (), book.vocabulary) is None
    ]
    always = [
        fault("E061", "this exception holds wherever the rule applies", _ALWAYS, "unless", number, "when")
        for number, box in enumerate(exceptions)
        if witness_in(rule.at_any_date, [box], book.vocabulary) is None
    ]
    if not always and witness_in(rule.at_any_date, exceptions, book.vocabulary) is None:
        cause = "this rule can never apply: its exceptions together cover all that it speaks of"
        return [*idle, fault("E060", cause, _ALWAYS, "unless")]
    return [*idle, *always]


_IDLE = "It contradicts `on`, `when` or the rule's dates; mend it or take it out."
_ALWAYS = "The rule judges nothing. Narrow the exception, or take the rule out."


def _never(rule: Rule, book: Rulebook) -> Fault:
    if witness_in(rule.applies, (), book.vocabulary) is None:
        cause = "this rule can never apply: no act can meet its conditions"
        return fault("E060", cause, "Look for a condition that its acts can never meet.", "when")
    cause = f"this rule can never apply: {rule.provision.id!r} is in force on none of its dates"
    return fault("E060", cause, "Look at its dates, and at `from` and `until` of what it cites.", "cites", 0)


def faults_in_law(rule: Rule, book: Rulebook) -> list[Fault]:
    """A must that a finding breaches and that is found in guidance alone."""
    governing: list[tuple[Provision, KeyPath]] = [(rule.provision, ("cites", 0))]
    if rule.entry.departure is not None:
        governing.append((book.guidance.provisions[rule.entry.departure.regard], ("departure", "regard")))
    supported = any(
        book.guidance.source_of(book.guidance.provisions[name]).kind == "statute" for name in rule.entry.cites
    )
    return [
        fault("E063", f"{provision.id!r} is a must of guidance, and rests on no law", _NO_LAW, *path)
        for provision, path in governing
        if provision.force == "must"
        and book.guidance.source_of(provision).kind == "statutory-guidance"
        and not provision.rests_on
        and not supported
    ]


_NO_LAW = "Add `rests-on` to the provision, with the id of the law that it restates."


def faults_in_dates(rule: Rule, guidance: Guidance, spans: Sequence[Span]) -> list[Fault]:
    """A governing provision that is in force on no date of any scenario."""
    low, high = guidance.window(rule.provision)
    if not spans or any(low <= last and first < high for first, last in spans):
        return []
    cause = f"{rule.provision.id!r} is in force on no date that a scenario uses"
    return [fault("W060", cause, "No play can show this rule until a scenario is set in its time.", "cites", 0)]


# --- Examples ---


def faults_in_ways(rule: Rule, book: Rulebook) -> list[Fault]:
    """The ways its examples do not show: what it finds, and where it finds otherwise."""
    exceptions = [exception.box for exception in rule.unless]
    if witness_in(rule.at_any_date, exceptions, book.vocabulary) is None:
        return []  # it can never apply, which is said already
    found = [ruling_on(book, rule, item.given.act, circumstances_of(item, rule, book)) for item in rule.entry.example]
    judged = [ruling.honoured for ruling in found if is_finding(ruling.verdict) or ruling.verdict == "not-taken-up"]
    if rule.requires is None:
        spared = any(ruling.verdict in ("not-applicable", "excepted") for ruling in found)
        finds = [] if judged else [_missing("what it finds", rule.at_any_date, exceptions, book.vocabulary)]
        near_miss = 'Add a [[rule.example]] of such an act, with expect = "not-applicable".'
        return (
            finds if spared else [*finds, fault("E064", f"{_NONE_SHOWS} a near miss, which it spares", near_miss, "id")]
        )
    honoured = tuple(meet_any(rule.at_any_date, [rule.requires]))
    ways = (
        (True, "it honoured", honoured, exceptions),
        (False, "it not honoured", rule.at_any_date, [*exceptions, rule.requires]),
    )
    return [_missing(what, boxes, spared, book.vocabulary) for way, what, boxes, spared in ways if way not in judged]


_NONE_SHOWS = "no example of this rule shows"


def _missing(what: str, boxes: Iterable[Box], taken_out: Sequence[Box], vocabulary: Vocabulary) -> Fault:
    witness = witness_in(boxes, taken_out, vocabulary)
    if witness is None:
        return fault("E064", f"{_NONE_SHOWS} {what}, and none can", "Look at what it requires.", "id")
    return fault("E064", f"{_NONE_SHOWS} {what}", f"Add a [[rule.example]], such as: {as_given(witness)}", "id")


# --- Provisions and sources ---


def cited_by(rule: Rule) -> tuple[str, ...]:
    """Every provision a rule cites: for itself, for its exceptions and for its departures."""
    entry = rule.entry
    exceptions = [name for exception in entry.unless for name in exception.cites]
    regard = [entry.departure.regard] if entry.departure is not None else []
    departed = [entry.departs_from.provision] if entry.departs_from is not None else []
    return tuple(dict.fromkeys([*entry.cites, *exceptions, *regard, *departed]))


def _uncited(book: Rulebook) -> Iterator[Found]:
    citing: dict[str, str] = {}
    for rule in book.rules:
        for name in cited_by(rule):
            citing.setdefault(name, rule.id)
    for name, provision in book.guidance.provisions.items():
        if name not in citing and provision.unruled is None:
            cure = f"Cite it from a rule, or add `unruled` with a reason: {', '.join(UNRULED)}."
            bad = fault("E065", f"no rule cites {name!r}, and it does not say why", cure, "id")
            yield Found("provision", (name,), bad)
        elif name in citing and provision.unruled is not None:
            cause = f"{name!r} is left unruled, and rule {citing[name]!r} cites it"
            yield Found("provision", (name,), fault("E066", cause, "Take out the one or the other.", "unruled"))


def faults_in_edition(source: Source, guidance: Guidance) -> list[Fault]:
    """A gap or an overlap between a source and the loaded one that replaced it. Prose in `replaced-by` says nothing."""
    after = guidance.sources.get(source.replaced_by or "")
    if after is None:
        return []
    if source.until is None:
        cause = f"{source.id!r} is replaced by {after.id!r}, and both are in force from {after.from_}"
        return [fault("E067", cause, f'Add until = "{after.from_}".', "replaced-by")]
    if source.until.startswith(after.from_) or after.from_.startswith(source.until):
        return []  # the same day, as far as both are known
    ends, begins = first_day(source.until), first_day(after.from_)
    what = "a gap" if ends < begins else "an overlap"
    cause = f"{what} between {source.until}, when {source.id!r} ended, and {after.from_}, when {after.id!r} began"
    return [fault("E067", cause, "Let the one end on the day on which the other begins.", "until")]
