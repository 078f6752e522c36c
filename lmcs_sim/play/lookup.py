"""Provisions and rules looked up: as plain data and as lines to read."""

from collections.abc import Iterator, Sequence

from lmcs_sim.guidance.dates import first_day, show
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.play.record import Data, citations, differences, rests_on, since
from lmcs_sim.rules.act import ActTable
from lmcs_sim.rules.checks import cited_by
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.sentence import act_phrase, rule_sentence
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.verdicts import MODALITIES, WORDS, holder_in_words


def provision_record(name: str, book: Rulebook, played_in: Sequence[str] = ()) -> Data:
    """A provision as plain data, with the scenarios that play it. Raises KeyError for an unknown id."""
    provision = book.guidance.provisions[name]
    source = book.guidance.source_of(provision)
    return {
        "id": provision.id,
        "source": source.short,
        "pinpoint": provision.pinpoint,
        "addressee": provision.addressee,
        "modality": provision.modality,
        "states": provision.states,
        "operative": provision.operative,
        "stem": provision.stem,
        "theme": provision.theme,
        "gist": provision.gist,
        "quote": provision.quote,
        "until": provision.until,
        "since": since(provision, book),
        "rests_on": rests_on(provision, book),
        "differences": differences((name,), book),
        "rules": rules_citing(name, book),
        "unruled": provision.unruled,
        "scenarios": list(played_in),
        "verified": None if source.verified is None else source.verified.on.isoformat(),
    }


def rules_citing(name: str, book: Rulebook) -> list[str]:
    """The ids of the rules that cite a provision."""
    return [rule.id for rule in book.rules if name in cited_by(rule)]


def speaks_from(provision: Provision, book: Rulebook) -> tuple[str, str | None]:
    """When a provision began to speak, and when it no longer did, as exactly as is known."""
    source = book.guidance.source_of(provision)
    ends = [text for text in (source.until, provision.until) if text]
    return source.from_, min(ends, key=first_day, default=None)


def matching(words: str, book: Rulebook) -> list[Provision]:
    """The provisions that have all the words, in their id, pinpoint, gist, quote or theme."""
    wanted = words.casefold().split()
    return [
        item
        for item in book.guidance.provisions.values()
        for text in (f"{item.id} {item.pinpoint} {item.gist} {item.quote} {item.theme}".casefold(),)
        if all(word in text for word in wanted)
    ]


def provision_lines(name: str, book: Rulebook, played_in: Sequence[str] = ()) -> Iterator[str]:
    """A provision as lines to read, with the scenarios that play it."""
    provision = book.guidance.provisions[name]
    source = book.guidance.source_of(provision)
    yield said("lookup.provision", id=provision.id)
    yield said("lookup.source", where=f"{source.short}, {provision.pinpoint}")
    yield said("lookup.words", quote=provision.quote)
    if provision.stem:
        yield said("lookup.governed", stem=provision.stem)
    yield said("lookup.gist", gist=provision.gist)
    force = MODALITIES[provision.modality]
    if provision.states:
        force = said(f"lookup.states-{provision.states}", force=force)
    holder = holder_in_words(provision.addressee)
    yield said("lookup.whose-words", holder=holder, force=force, words=provision.operative)
    if provision.until:
        yield said("lookup.lapsed", day=show(provision.until))
    yield from law_lines(rests_on(provision, book))
    for item in since(provision, book):
        yield said("lookup.since", text=item["text"])
    for difference in differences((name,), book):
        yield said("lookup.difference", text=difference)
    rules = rules_citing(name, book)
    if rules:
        yield said("lookup.rules", ids=", ".join(rules))
    elif provision.unruled:
        why = said(f"unruled.{provision.unruled}")
        yield said("lookup.no-rule", reason=provision.unruled, why=why)
    if played_in:
        yield said("lookup.played-in", scenarios=", ".join(played_in))
    if source.verified is not None:
        yield said("lookup.verified", day=show(source.verified.on.isoformat()))


def provision_line(provision: Provision, rules: Sequence[str], book: Rulebook) -> str:
    """A provision in a line of a list: its id, its place, what it says, and what became of it."""
    short = book.guidance.source_of(provision).short
    if rules:
        state = said("lookup.ruled-by", number=len(rules))
    elif provision.unruled:
        state = said("lookup.unruled", reason=provision.unruled)
    else:
        state = said("lookup.no-rule-yet")
    return f"{provision.id}: {short}, {provision.pinpoint}: {provision.gist} [{state}]"


def law_lines(laws: list[Data]) -> Iterator[str]:
    """The law a provision rests on, as lines; a pointer we are not sure of says so."""
    for law in laws:
        limit = (said("lookup.limit", limit=law["limit"]),) if law["limit"] else ()
        check = () if law["sure"] else (said("since.check"),)
        says = " ".join((f"{law['instrument']}, {law['section']}: {law['gist']}", *limit, *check))
        yield said("lookup.rests-on", law=says)


def rule_record(rule: Rule, book: Rulebook) -> Data:
    """A rule as plain data."""
    entry = rule.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "sentence": rule_sentence(rule, book.vocabulary),
        "citations": citations(entry.cites, book),
        "holder": rule.provision.addressee,
        "modality": rule.provision.modality,
        "theme": rule.theme,
        "tags": list(entry.tags),
        "because": entry.because,
        "instead": entry.instead,
        "departure": None if entry.departure is None else entry.departure.says,
        "since": since(rule.provision, book),
        "rests_on": rests_on(rule.provision, book),
        "examples": [
            {"act": act_phrase(item.given.act, book.vocabulary), "done": list(item.given.done), "verdict": item.expect}
            for item in entry.example
        ],
    }


def rule_lines(rule: Rule, book: Rulebook) -> Iterator[str]:
    """A rule as lines to read."""
    entry = rule.entry
    yield said("lookup.rule", rule=entry.id)
    yield said("lookup.title", title=entry.title)
    yield said("lookup.sentence", sentence=rule_sentence(rule, book.vocabulary))
    for name in entry.cites:
        cited = book.guidance.cite(name)
        yield said("lookup.cites", citation=f'{cited.source}, {cited.pinpoint}: "{cited.quote}" ({name})')
    yield whose_line(rule)
    yield said("lookup.because", text=entry.because)
    yield said("lookup.instead", text=entry.instead)
    if entry.departure is not None:
        needs = ", ".join(book.vocabulary.done[word].says for word in entry.departure.needs)
        yield said("lookup.departure", says=entry.departure.says, needs=needs)
    yield from law_lines(rests_on(rule.provision, book))
    for item in since(rule.provision, book):
        yield said("lookup.since", text=item["text"])
    for example in entry.example:
        act = example_phrase(example.given, book)
        yield said("lookup.example", act=act, verdict=WORDS[example.expect].lower())


def whose_line(rule: Rule) -> str:
    """Whose a rule's provision is, and its force."""
    holder, force = holder_in_words(rule.provision.addressee), MODALITIES[rule.provision.modality]
    return said("lookup.whose", holder=holder, force=force)


def example_phrase(given: ActTable, book: Rulebook) -> str:
    """An example's act with what it adds: what was done and known before it, and its date."""
    vocabulary = book.vocabulary
    phrase = act_phrase(given.act, vocabulary)
    if given.date is not None:
        phrase = said("lookup.act-on", act=phrase, day=show(given.date.isoformat()))
    if given.done:
        done = ", ".join(vocabulary.done[word].says for word in given.done)
        phrase = said("lookup.act-after", act=phrase, done=done)
    if given.known:
        known = ", ".join(vocabulary.known[word].says for word in given.known)
        phrase = said("lookup.act-knowing", act=phrase, known=known)
    return phrase
