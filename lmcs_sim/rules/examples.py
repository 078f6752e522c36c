"""A rule's own examples: acts, and the verdicts it must give on them."""

from collections.abc import Iterator

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.guidance.dates import first_day
from lmcs_sim.rules.act import Circumstances, faults_in_act
from lmcs_sim.rules.entry import Example
from lmcs_sim.rules.judging import judge, ruling_on
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook


def circumstances_of(example: Example, rule: Rule, book: Rulebook) -> Circumstances:
    """What an example is judged in: its own date, else the first on which the rule's source stood."""
    source = book.guidance.source_of(rule.provision)
    return Circumstances(
        date=example.given.date or first_day(source.from_),
        done=frozenset((word, None) for word in example.given.done),
        known=frozenset(example.given.known),
        standing=example.given.standing,
        sources=frozenset((rule.local,) if rule.local else ()),
    )


def verdicts_on(example: Example, rule: Rule, book: Rulebook) -> tuple[str, str | None]:
    """The rule's verdict on an example's act, and that of its second finding, if it has one."""
    at = circumstances_of(example, rule, book)
    first = ruling_on(book, rule, example.given.act, at)
    if rule.entry.departure is None:
        return first.verdict, None
    second = [
        ruling.verdict
        for ruling in judge(book, example.given.act, at)
        if ruling.rule is rule and ruling.provision is not rule.provision
    ]
    return first.verdict, second[0] if second else None


def faults_in_examples(book: Rulebook) -> Iterator[tuple[str, Fault]]:
    """Examples whose words are unknown or whose verdict does not come out, with the rule's id."""
    for rule in book.rules:
        for number, example in enumerate(rule.entry.example):
            for bad in _faults_in(example, rule, book):
                yield rule.id, bad.within("example", number)


def _faults_in(example: Example, rule: Rule, book: Rulebook) -> list[Fault]:
    vocabulary = book.vocabulary
    wrong = faults_in_act(example.given.act, vocabulary, frozenset(vocabulary.done))
    for name, words in (("done", example.given.done), ("known", example.given.known)):
        for position, word in enumerate(words):
            if word not in vocabulary.words_of_set(name):
                wrong.append(fault("E013", f"unknown word {word!r}", "Take it from the vocabulary.", name, position))
    for name, value in example.given.standing:
        allowed = vocabulary.field[name].words if name in vocabulary.field else {}
        if value not in allowed:
            wrong.append(fault("E013", f"unknown word {value!r} for {name!r}", did_you_mean(value, allowed), name))
    if wrong:
        return [bad.within("given") for bad in wrong]
    verdict, also = verdicts_on(example, rule, book)
    found = []
    if verdict != example.expect:
        cause = f"rule {rule.id!r} gives {verdict!r} on this act, not {example.expect!r}"
        found.append(fault("E024", cause, "Mend the rule, or the example.", "expect"))
    if also != example.also:
        cause = f"its second finding is {also!r}, not {example.also!r}"
        found.append(
            fault("E024", cause, "Mend the rule, or the example.", *(("also",) if example.also else ("expect",)))
        )
    return found
