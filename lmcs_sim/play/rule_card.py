"""A rule part by part, a rule in a line, and a rule as a page in Markdown."""

import re
from collections.abc import Iterator, Sequence

from lmcs_sim.guidance.dates import show
from lmcs_sim.play.lookup import example_phrase, law_lines, rule_record, speaks_from, whose_line
from lmcs_sim.play.record import Data, citations, differences
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.sentence import box_phrase, conditions_phrase
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.verdicts import MODALITIES, WORDS, holder_in_words


def rule_row(rule: Rule, played_in: Sequence[str] = ()) -> Data:
    """A rule in a list, as plain data."""
    return {
        "id": rule.id,
        "title": rule.entry.title,
        "theme": rule.theme,
        "tags": list(rule.entry.tags),
        "on": list(rule.entry.on),
        "cites": list(rule.entry.cites),
        "holder": rule.provision.addressee,
        "modality": rule.provision.modality,
        "scenarios": list(played_in),
    }


def rule_line(rule: Rule) -> str:
    """A rule in a line of a list: its id, its title, its theme and the traps it names."""
    traps = f"; {', '.join(rule.entry.tags)}" if rule.entry.tags else ""
    return f"{rule.id}: {rule.entry.title} [{rule.theme}{traps}]"


def card_record(rule: Rule, book: Rulebook, played_in: Sequence[str] = ()) -> Data:
    """A rule part by part, as plain data."""
    entry, vocabulary = rule.entry, book.vocabulary
    begins, ends = speaks_from(rule.provision, book)
    return {
        **rule_row(rule, played_in),
        "citations": citations(entry.cites, book),
        "force": rule.provision.force,
        "local": rule.local,
        "from": begins,
        "until": ends,
        "applies": [box_phrase(box, vocabulary) for box in rule.applies],
        "honours": rule.honours,
        "requires": None if rule.requires is None else conditions_phrase(rule.requires, vocabulary),
        "unless": [
            {"when": box_phrase(item.box, vocabulary), "citations": citations(item.cites, book)} for item in rule.unless
        ],
        "needs": [] if entry.departure is None else list(entry.departure.needs),
        "gives_way_to": sorted(book.prevails_over.get(rule.id, ())),
        "prevails_over": sorted(loser for loser, winners in book.prevails_over.items() if rule.id in winners),
        "because": entry.because,
        "instead": entry.instead,
    }


def card_lines(rule: Rule, book: Rulebook, played_in: Sequence[str] = ()) -> Iterator[str]:
    """A rule part by part, as lines to read, each opened by a word."""
    entry, vocabulary = rule.entry, book.vocabulary
    yield said("lookup.rule", rule=rule.id)
    yield said("lookup.title", title=entry.title)
    yield said("card.theme", theme=rule.theme)
    if entry.tags:
        yield said("card.traps", tags=", ".join(entry.tags))
    for name in entry.cites:
        cited = book.guidance.cite(name)
        yield said("lookup.cites", citation=f"{cited.source}, {cited.pinpoint} ({name})")
    yield whose_line(rule)
    yield _window(rule, book)
    if rule.local is not None:
        yield said("card.local", source=rule.local)
    for box in rule.applies:
        yield said("card.applies", when=box_phrase(box, vocabulary))
    if rule.requires is not None:
        yield said("card.required", what=conditions_phrase(rule.requires, vocabulary))
    elif rule.honours is not None:
        yield said("card.honours" if rule.honours else "card.fails")
    for item in rule.unless:
        when = box_phrase(item.box, vocabulary) or said("card.always")
        yield said("card.unless", when=when, cites=", ".join(item.cites) or said("card.no-source"))
    if entry.departure is not None:
        yield said("card.to-depart", needs="; ".join(vocabulary.done[word].says for word in entry.departure.needs))
    for loser, winners in book.prevails_over.items():
        if rule.id in winners:
            yield said("card.prevails", rule=loser)
    for name in sorted(book.prevails_over.get(rule.id, ())):
        yield said("card.gives-way", rule=name)
    yield said("lookup.played-in", scenarios=", ".join(played_in) or said("card.none-yet"))


def _window(rule: Rule, book: Rulebook) -> str:
    begins, ends = speaks_from(rule.provision, book)
    if ends:
        return said("card.in-force-until", begins=show(begins), ends=show(ends))
    return said("card.in-force", begins=show(begins))


def rule_markdown(rule: Rule, book: Rulebook) -> Iterator[str]:
    """A rule explained as a page in Markdown: its sentence, what it rests on, and its examples."""
    record, entry = rule_record(rule, book), rule.entry
    yield f"# {_md(entry.title)}"
    yield ""
    yield f"`{rule.id}`"
    yield ""
    yield _md(str(record["sentence"]))
    yield ""
    yield f"- **{said('card.whose')}**: {_md(holder_in_words(rule.provision.addressee))}"
    yield f"- **{said('card.force')}**: {MODALITIES[rule.provision.modality]}"
    yield f"- **{said('page.label.because')}**: {_md(entry.because)}"
    yield f"- **{said('page.label.instead')}**: {_md(entry.instead)}"
    if entry.departure is not None:
        needs = "; ".join(book.vocabulary.done[word].says for word in entry.departure.needs)
        told = said("card.departs", says=_md(entry.departure.says), needs=_md(needs))
        yield f"- **{said('card.departure')}**: {told}"
    yield ""
    yield f"## {said('card.rests-on')}"
    yield ""
    for name in entry.cites:
        cited = book.guidance.cite(name)
        yield f"> {_md(cited.quote)}"
        yield ">"
        yield f"> {_md(cited.source)}, {_md(cited.pinpoint)} (`{name}`)"
        yield ""
    for line in law_lines(record["rests_on"]):  # type: ignore[arg-type]
        yield f"- {_md(line)}"
    for item in record["since"]:  # type: ignore[attr-defined]
        yield f"- {said('page.label.since')}: {_md(item['text'])}"
    for difference in differences(entry.cites, book):
        yield f"- {said('plain-play.difference')}: {_md(difference)}"
    yield ""
    yield f"## {said('card.examples')}"
    yield ""
    yield f"| {said('card.act')} | {said('card.verdict')} |"
    yield "| --- | --- |"
    for example in entry.example:
        yield f"| {_md(example_phrase(example.given, book)).replace('|', '&#124;')} | {WORDS[example.expect]} |"


def _md(text: str) -> str:
    """Text as Markdown that shows it as it is, on one line."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", " ".join(text.split()))
