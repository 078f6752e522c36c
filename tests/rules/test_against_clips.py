"""The rules that apply are those that CLIPS fires, from the same tables read in another way."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import GUIDANCE, VOCABULARY, act, at, entry, rule
from strategies import acts, circumstances, rules

from lmcs_sim.rules.act import facts_of
from lmcs_sim.rules.rulebook import Rulebook

clips = pytest.importorskip("clips", reason="clipspy is the outside engine: pip install -e '.[test]'")

SETS = ("done", "known")
SLOTS = ("act", "date", *VOCABULARY.field)
NUMBERS = ("date", *(name for name, field in VOCABULARY.field.items() if field.kind == "number"))
TEMPLATE = (
    f"(deftemplate deed {' '.join(f'(slot {name} (default none))' for name in SLOTS)} "
    f"{' '.join(f'(multislot {name})' for name in SETS)})"
)


def listed(value):
    return value if isinstance(value, list) else [value]


def number(value):
    return value.toordinal() if isinstance(value, dt.date) else value


def words(name, value):
    """A constraint on a word, a flag or an ordered word."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, dict):
        return "|".join(listed(value))
    if "not" in value:
        return "&".join(f"~{word}" for word in listed(value["not"]))
    order = list(VOCABULARY.field[name].words)
    low, high = order.index(value.get("from", order[0])), order.index(value.get("to", order[-1]))
    return "|".join(order[low : high + 1])


def numbers(name, value):
    ends = value if isinstance(value, dict) else {"from": value, "to": value}
    tests = [f"({sign} ?{name} {number(ends[key])})" for key, sign in (("from", ">="), ("to", "<=")) if key in ends]
    return f"?{name}&:(and (numberp ?{name}) {' '.join(tests)})"


def sets(name, value):
    def held(word):
        return f"(member$ {word} ?{name})"

    table = value if isinstance(value, dict) else {"all": value}
    tests = [held(word) for word in listed(table.get("all", []))]
    tests += [f"(not {held(word)})" for word in listed(table.get("not", []))]
    if "any" in table:
        tests.append(f"(or FALSE {' '.join(map(held, listed(table['any'])))})")
    return f"$?{name}&:(and TRUE {' '.join(tests)})"


def constraint(name, value):
    if name in SETS:
        return f"({name} {sets(name, value)})"
    return f"({name} {numbers(name, value) if name in NUMBERS else words(name, value)})"


def defrules(item):
    """One CLIPS rule for each table of a rule's `when`."""
    for place, table in enumerate(item.when or ({},)):
        pattern = " ".join(constraint(name, value) for name, value in table.items())
        yield f"(defrule {item.id}.{place} (deed (act {'|'.join(item.on)}) {pattern}) =>)"


def symbols(value):
    if isinstance(value, frozenset):
        return [clips.Symbol(word) for word in sorted(value)]
    return clips.Symbol(value) if isinstance(value, str) else value


def assert_agrees(made, deeds):
    book = Rulebook(GUIDANCE, VOCABULARY, {}, tuple(made))
    environment = clips.Environment()
    environment.build(TEMPLATE)
    for item in made:
        for text in defrules(item.entry):
            environment.build(text)
    template = environment.find_template("deed")
    for what, when in deeds:
        facts = facts_of(what, when, VOCABULARY)
        deed = template.assert_fact(**{name: symbols(value) for name, value in facts.items()})
        fired = {activation.name.split(".")[0] for activation in environment.activations()}
        deed.retract()
        assert [item.id for item in book.applying(facts)] == sorted(fired)


@settings(max_examples=100)
@given(rules(most=8), st.lists(st.tuples(acts(), circumstances()), min_size=1, max_size=6))
def test_the_rules_that_apply_are_those_that_clips_fires(made, deeds):
    assert_agrees(made, deeds)


@pytest.mark.parametrize(
    "table",
    [
        {"level": "middle"},
        {"level": ["low", "high"]},
        {"level": {"not": "low"}},
        {"level": {"from": "middle"}},
        {"level": {"to": "middle"}},
        {"count": 2},
        {"count": {"from": 1, "to": 3}},
        {"count": {"to": 2}},
        {"urgent": True},
        {"urgent": False},
        {"date": {"from": dt.date(2012, 5, 14)}},
        {"date": {"to": dt.date(2012, 5, 13)}},
        {"done": ["heard", "tested"]},
        {"done": {"any": ["heard", "agreed"], "not": ["tested"]}},
        {"known": {"not": "told"}},
    ],
)
def test_each_kind_of_condition_means_the_same_to_clips(table):
    deeds = [
        (act("grade", level=level, **more), at(day, done=done, known=known))
        for level in ("low", "middle", "high")
        for more in ({}, {"count": 2, "urgent": "true"}, {"count": 4, "urgent": "false"})
        for day in (dt.date(2012, 5, 13), dt.date(2012, 5, 14))
        for done in ([], ["heard"], ["heard", "tested"])
        for known in ([], ["told"])
    ]
    assert_agrees([rule(entry("r", "guide.may", on=["grade"], when=table))], deeds)


@pytest.mark.parametrize("name", ["about", "matter"])
@pytest.mark.parametrize("shape", ["none", "word", "not-word", "not-none", "either"])
def test_a_field_left_out_means_the_same_to_clips(name, shape):
    word = {"about": "cost", "matter": "homes"}[name]
    conditions = {
        "none": "none",
        "word": word,
        "not-word": {"not": word},
        "not-none": {"not": "none"},
        "either": ["none", word],
    }
    about = ({}, {"about": "cost"}, {"about": "pattern"})
    matter = ({}, {"matter": "homes"}, {"matter": "schools"})
    deeds = [(act("ask", who="head", **one, **other), at()) for one in about for other in matter]
    assert_agrees([rule(entry("r", "guide.may", on=["ask"], when={name: conditions[shape]}))], deeds)
