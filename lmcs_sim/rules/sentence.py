"""A rule, a condition or an act as a sentence, from the vocabulary's phrases alone."""

import datetime as dt

from lmcs_sim.guidance.dates import show
from lmcs_sim.rules.act import Act
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import HIGHEST, LOWEST, Between, Holds, OneOf, Test
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.vocabulary import NONE, Vocabulary
from lmcs_sim.words.verdicts import MODALITIES, holder_in_words


def act_phrase(act: Act, vocabulary: Vocabulary) -> str:
    """An act in words: "the Lead Member votes at the safeguarding board"."""
    actor = vocabulary.says("actor", str(dict(act.fields).get("actor", vocabulary.field["actor"].default)))
    order = [name for name, _ in vocabulary.act[act.act].carries()]
    given = dict(act.fields)
    parts = [vocabulary.says(name, str(given[name])) for name in order if name in given]
    return " ".join([actor, vocabulary.says("act", act.act), *parts])


def rule_sentence(rule: Rule, vocabulary: Vocabulary) -> str:
    """When a rule applies, what it says of the act, and the provision that governs it in our words."""
    whens = " or ".join(dict.fromkeys(box_phrase(box, vocabulary) for box in rule.applies))
    exceptions = " or ".join(box_phrase(item.box, vocabulary) or "always" for item in rule.unless)
    unless = f", unless {exceptions}" if exceptions else ""
    return f"When {whens}{unless}: {_finds(rule, vocabulary)}. {rule.provision.gist}"


def _finds(rule: Rule, vocabulary: Vocabulary) -> str:
    holder = holder_in_words(rule.provision.addressee)
    force = rule.provision.force
    modal = MODALITIES[rule.provision.modality]
    if force == "may":
        return f"{holder} may do this"
    if rule.requires is not None:
        who = "research speaks for seeing" if force == "finding" else f"{holder} {modal} see"
        return f"{who} {_wanted(rule.requires, vocabulary)}"
    if rule.provision.forbids:
        return f"{holder} {modal} do this"
    kept, missed = {
        "holder": (f"this takes up what lies with {holder}", f"this puts elsewhere what lies with {holder}"),
        "reach": ("this is within the power", "this is outside any power"),
        "finding": ("research speaks for this", "research speaks against this"),
    }.get(force, (f"this is what {holder} {modal} do", f"this falls short of what {holder} {modal} do"))
    return kept if rule.honours else missed


def _wanted(requires: Box, vocabulary: Vocabulary) -> str:
    """What a rule requires: what must be done first, one after another, or its conditions."""
    tests = dict(requires.tests)
    done = tests.get("done")
    if len(tests) == 1 and isinstance(done, Holds) and not done.some and not done.none:
        return f"first that {'; that '.join(vocabulary.done[word].says for word in sorted(done.every))}"
    return f"to this: {conditions_phrase(requires, vocabulary)}"


def box_phrase(box: Box, vocabulary: Vocabulary) -> str:
    """A box in words: the actor, the acts, then every other condition."""
    tests = dict(box.tests)
    actor = tests.pop("actor", None)
    acts = tests.pop("act", None)
    parts = []
    if actor is not None or acts is not None:
        parts.append(_any_of(actor, "actor", vocabulary) if isinstance(actor, OneOf) else "anyone")
    if isinstance(acts, OneOf):
        parts.append(_any_of(acts, "act", vocabulary))
    parts += [test_phrase(name, test, vocabulary) for name, test in _in_order(tests, acts, vocabulary)]
    return " ".join(part for part in parts if part)


def conditions_phrase(box: Box, vocabulary: Vocabulary) -> str:
    """Conditions alone, joined by and."""
    return _and([test_phrase(name, test, vocabulary) for name, test in box.tests])


def _in_order(tests: dict[str, Test], acts: Test | None, vocabulary: Vocabulary) -> list[tuple[str, Test]]:
    """The fields in the order the acts carry them, then the others."""
    order = [
        name
        for act in sorted(acts.words if isinstance(acts, OneOf) else ())
        for name, _ in vocabulary.act[act].carries()
    ]
    return sorted(tests.items(), key=lambda item: (order.index(item[0]) if item[0] in order else len(order), item[0]))


def test_phrase(name: str, test: Test, vocabulary: Vocabulary) -> str:
    """One condition in words."""
    if isinstance(test, OneOf):
        return _words_phrase(name, test, vocabulary)
    if isinstance(test, Between):
        return _range_phrase(name, test)
    return _set_phrase(name, test, vocabulary)


def _words_phrase(name: str, test: OneOf, vocabulary: Vocabulary) -> str:
    if NONE not in test.words:
        return _any_of(test, name, vocabulary)
    left_out = sorted(frozenset(_words_in_order(name, vocabulary)) - test.words)
    if not left_out:
        return ""
    if test.words == frozenset((NONE,)):
        return f"with no {name} said"
    return "but not " + _or([vocabulary.says(name, word) for word in left_out])


def _any_of(test: OneOf, name: str, vocabulary: Vocabulary) -> str:
    order = _words_in_order(name, vocabulary)
    words = sorted(test.words - {NONE}, key=lambda word: order.index(word) if word in order else 0)
    return _or([vocabulary.says(name, word) for word in words])


def _words_in_order(name: str, vocabulary: Vocabulary) -> list[str]:
    return list(vocabulary.act if name == "act" else vocabulary.field[name].words)


def _range_phrase(name: str, test: Between) -> str:
    def shown(value: int) -> str:
        return show(dt.date.fromordinal(value).isoformat()) if name == "date" else str(value)

    label = "" if name == "date" else f"with {name} "
    if test.low == LOWEST:
        return f"{label}up to {shown(test.high)}"
    if test.high == HIGHEST:
        return f"{label}from {shown(test.low)}"
    return f"{label}from {shown(test.low)} to {shown(test.high)}"


def _set_phrase(name: str, test: Holds, vocabulary: Vocabulary) -> str:
    words = vocabulary.words_of_set(name)
    opening = "after this:" if name == "done" else "knowing that"

    def said(group: frozenset[str]) -> list[str]:
        return [words[word].says if word in words else word for word in sorted(group)]

    parts = []
    if test.every:
        parts.append(f"{opening} {_and(said(test.every))}")
    parts += [f"{opening} {_or(said(group))}" for group in test.some]
    if test.none:
        parts.append(f"{'before this:' if name == 'done' else 'not knowing that'} {_or(said(test.none))}")
    return _and(parts)


def _and(parts: list[str]) -> str:
    return _joined(parts, "and")


def _or(parts: list[str]) -> str:
    return _joined(parts, "or")


def _joined(parts: list[str], word: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
