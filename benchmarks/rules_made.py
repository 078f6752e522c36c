"""Rulebooks, acts and circumstances made from a number, with the shape of the shipped ones."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.guidance.source import Source
from lmcs_sim.rules.act import Act, Circumstances, Facts, facts_of
from lmcs_sim.rules.entry import Departure, RuleEntry, Unless
from lmcs_sim.rules.rulebook import Rulebook, make_rules
from lmcs_sim.rules.vocabulary import ActWord, Field, Vocabulary, Word

DAY = dt.date(2012, 5, 14)
ACTORS = ("lead-member", "director", "leader", "the-council", "officers")
OTHERS = ("about", "at", "basis", "body", "claim", "detail", "whose", "how", "means", "to", "what", "who")
NARROWING = (*OTHERS, "matter")
FIELDS = ("act", "actor", *NARROWING, "done")
DONE = tuple(f"done-{n}" for n in range(22))
FORCES = ("must", "should", "should", "should", "should-not", "will", "may")


WORDS = {50: 3, 500: 8, 5000: 20}
"""How many words each narrowing field has: a larger rulebook speaks of more things, so that few rules meet one act."""
SPREAD = (1, 2, 2, 2, 1)
"""Of every eight acts, how many have none, one, two, three and four rules applying: two on average at each size."""


@frozen
class Made:
    """A rulebook with what is judged against it."""

    size: int
    book: Rulebook
    entries: tuple[RuleEntry, ...]
    asked: tuple[tuple[Act, Circumstances], ...]

    @property
    def facts(self) -> tuple[Facts, ...]:
        """The facts of each act in its circumstances."""
        return tuple(facts_of(act, at, self.book.vocabulary) for act, at in self.asked)


def make(size: int, acts: int, carried: int = 2) -> Made:
    """A rulebook of so many rules, and so many acts spread as SPREAD says; the same each time.

    `carried`: how many fields an act carries beside who acts and the matter; the shipped ones carry one or two.
    """
    rng = random.Random(size)
    vocabulary = _vocabulary(rng, WORDS[size], carried)
    guidance = _guidance()
    entries = tuple(_entry(rng, n, vocabulary) for n in range(size))
    rules, faults = make_rules([(entry, "made", n) for n, entry in enumerate(entries)], vocabulary, guidance)
    assert not faults, faults
    book = Rulebook(guidance, vocabulary, {}, tuple(rules))
    return Made(size, book, entries, tuple(_asked(rng, book, acts)))


def _asked(rng: random.Random, book: Rulebook, acts: int) -> Iterator[tuple[Act, Circumstances]]:
    left = Counter({applying: share * acts // sum(SPREAD) for applying, share in enumerate(SPREAD)})
    while left.total():
        act, at = _act(rng, book.vocabulary), _circumstances(rng)
        applying = len(book.applying(facts_of(act, at, book.vocabulary)))
        if left[applying]:
            left[applying] -= 1
            yield act, at


def _vocabulary(rng: random.Random, words: int, carried: int) -> Vocabulary:
    acts = {
        f"act-{n}": ActWord(
            "acts", ("matter?", *(f"{name}?" for name in rng.sample(OTHERS, carried))), formal=n % 4 == 0
        )
        for n in range(4 * words)
    }
    return Vocabulary(
        act=acts,
        field={
            "actor": Field(dict.fromkeys(ACTORS, ""), always=True, default=ACTORS[0]),
            "governance": Field({"leader-and-cabinet": "", "committee": ""}, standing=True),
            **{name: Field({f"{name}-{n}": "" for n in range(words)}) for name in NARROWING},
        },
        done={name: Word(name) for name in DONE},
    )


def _guidance() -> Guidance:
    source = Source("guide", "The guidance", "Guidance", "statutory-guidance", "2005", dt.date(2012, 4, 1))
    provisions = {
        f"guide.{force}": Provision(
            id=f"guide.{force}",
            pinpoint="para 1",
            addressee="council",
            modality=force,
            theme="theme",
            gist="Gist.",
            quote="words",
            operative=force,
        )
        for force in FORCES
    }
    return Guidance({"guide": source}, provisions, {})


def _entry(rng: random.Random, number: int, vocabulary: Vocabulary) -> RuleEntry:
    force = rng.choice(FORCES)
    more: dict[str, object] = {}
    if force in ("must", "should", "will"):
        more["requires"] = {"done": rng.sample(DONE, rng.choice((1, 1, 2)))}
    if force == "should" and rng.random() < 0.2:
        more["departure"] = Departure(tuple(rng.sample(DONE, 2)), "guide.must", "Says.")
    if rng.random() < 0.1:
        more["unless"] = (Unless({"done": rng.sample(DONE, 2)}, ("guide.may",)),)
    on = tuple(rng.sample(sorted(vocabulary.act), rng.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 2))))
    return RuleEntry(
        id=f"r{number:05}",
        title="T",
        cites=(f"guide.{force}",),
        on=on,
        because="B",
        instead="I",
        when=(_when(rng, vocabulary, on),),
        **more,
    )


def _when(rng: random.Random, vocabulary: Vocabulary, on: tuple[str, ...]) -> Mapping[str, object]:
    """As shipped rules have it: nearly always who acts, then some fields of its acts, seldom what was done."""
    table: dict[str, object] = {}
    if rng.random() < 0.87:
        table["actor"] = ACTORS[0] if rng.random() < 0.9 else rng.choice(ACTORS)
    carried = sorted(set(NARROWING).intersection(*(vocabulary.fields_of(act) for act in on)))
    for name in rng.sample(carried, min(len(carried), rng.choice((1, 2, 2, 3)))):
        words = sorted(vocabulary.field[name].words)
        chosen = rng.sample(words, min(len(words) - 1, rng.choice((1, 1, 2, 3))))
        table[name] = {"not": chosen} if rng.random() < 0.08 else chosen
    if rng.random() < 0.05:
        table["done"] = {rng.choice(("all", "any", "not")): rng.sample(DONE, 2)}
    return table


def _act(rng: random.Random, vocabulary: Vocabulary) -> Act:
    fields = {"actor": ACTORS[0]} if rng.random() < 0.8 else {"actor": rng.choice(ACTORS)}
    act = rng.choice(sorted(vocabulary.act))
    for name, _ in vocabulary.act[act].carries():
        if rng.random() < 0.9:
            fields[name] = rng.choice(sorted(vocabulary.field[name].words))
    return Act(act, tuple(sorted(fields.items())))


def _circumstances(rng: random.Random) -> Circumstances:
    done = frozenset((word, None) for word in rng.sample(DONE, rng.randint(0, 8)))
    return Circumstances(DAY, done, standing=(("governance", "leader-and-cabinet"),))


def plain(facts: Facts) -> dict[str, object]:
    """The same facts for an engine that knows no frozen sets; a field that the act leaves out is not there."""
    done = facts["done"]
    assert isinstance(done, frozenset)
    return {name: value for name, value in facts.items() if name in FIELDS} | {"done": sorted(done)}


def conditions(entry: RuleEntry) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What a rule's `on` and `when` say, flat: a field, how it is tested (in, not, all, any, none), and the words."""
    yield "act", "in", entry.on
    for name, value in entry.when[0].items():
        if name == "done":
            assert isinstance(value, dict)
            for how, words in value.items():
                yield name, "none" if how == "not" else how, tuple(words)
        elif isinstance(value, dict):
            yield name, "not", tuple(value["not"])
        else:
            words = [value] if isinstance(value, str) else value
            assert isinstance(words, list)
            yield name, "in", tuple(words)
