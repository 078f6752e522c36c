"""Every Hypothesis strategy: tests, boxes and facts over tiny domains; conditions, rules, acts and scenarios of the small world.

Those of whole games are in generated_games.py.
"""

import copy
import datetime as dt
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st
from small import GUIDANCE, VOCABULARY, choice, ending, enquiry, event, scenario, scene

from lmcs_sim.author.graph_layout import Card
from lmcs_sim.learn.spacing import GRADES, graded
from lmcs_sim.rules.act import Act, Circumstances
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.compile import FieldKind, kinds_of
from lmcs_sim.rules.condition import HIGHEST, LOWEST, Between, Holds, OneOf
from lmcs_sim.rules.entry import Departure, Quality, RuleEntry, Unless
from lmcs_sim.rules.rule import Rule, prepare
from lmcs_sim.rules.vocabulary import NONE
from lmcs_sim.scenario.scenario import Lead, Measure, Move, Said

FEW = settings(max_examples=25)
"""For what is slow to make: whole rulebooks and scenarios."""

LETTERS = ("a", "b", "c")
NUMBERS = range(-3, 4)


def some(words, least=1):
    """A set of some of the words."""
    return _some(tuple(sorted(words)), least)


@cache
def _some(words, least):
    return st.sets(st.sampled_from(words), min_size=least).map(frozenset)


# --- Tests, boxes and facts over tiny domains, where brute force can try everything ---

one_of = some((*LETTERS, NONE)).map(OneOf)


@st.composite
def between(draw):
    low, high = sorted((draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(NUMBERS))))
    return Between(draw(st.sampled_from((low, low, LOWEST))), draw(st.sampled_from((high, high, HIGHEST))))


holds = st.builds(
    Holds,
    some(LETTERS, 0),
    st.lists(some(LETTERS), max_size=2).map(tuple),
    some(LETTERS, 0),
).filter(Holds.can_hold)

tests_of = {"word": one_of, "other": one_of, "number": between(), "set": holds}
boxes = st.fixed_dictionaries({}, optional=tests_of).map(Box)
subsets = some(LETTERS, 0)
facts = st.fixed_dictionaries(
    {},
    optional={
        "word": st.sampled_from(LETTERS),
        "other": st.sampled_from(LETTERS),
        "number": st.sampled_from(NUMBERS),
        "set": subsets,
    },
)


# --- Condition tables as files give them, over the small vocabulary ---

days = st.dates(dt.date(2004, 6, 1), dt.date(2014, 1, 1))


@cache
def values(kind: FieldKind):
    """A condition on one field."""
    if kind.kind == "set":
        return _set_values(kind)
    if kind.kind in ("number", "date"):
        ends = st.integers(0, 5) if kind.kind == "number" else days
        ranges = st.tuples(ends, ends).map(sorted)
        return st.one_of(
            ends,
            ranges.map(lambda pair: {"from": pair[0], "to": pair[1]}),
            ends.map(lambda end: {"from": end}),
            ends.map(lambda end: {"to": end}),
        )
    if kind.kind == "flag":
        return st.booleans()
    one = st.sampled_from(sorted(kind.words))
    many = some(kind.words).map(sorted)
    left = some(kind.words).filter(lambda words: len(words) < len(kind.words)).map(sorted)
    shapes = [one, many, one.map(lambda word: {"not": word}), left.map(lambda words: {"not": words})]
    if kind.kind == "ordered":
        order = list(kind.words)
        pair = st.tuples(one, one).map(lambda two: sorted(two, key=order.index))
        shapes += [pair.map(lambda two: {"from": two[0], "to": two[1]}), one.map(lambda word: {"to": word})]
    return st.one_of(shapes)


@st.composite
def _set_values(draw, kind):
    chosen = draw(st.permutations(sorted(kind.words)))[:4]
    shape = draw(st.sampled_from(("list", "all", "any", "not", "together")))
    if shape == "list":
        return chosen[:1]
    if shape == "together":
        return {"all": chosen[:1], "any": chosen[1:3], "not": chosen[3:]} if len(chosen) > 3 else {"any": chosen}
    return {shape: chosen[: draw(st.integers(1, 2))]}


@st.composite
def tables(draw, kinds):
    """A condition table on one to three of the fields."""
    names = draw(st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=3, unique=True))
    return {name: draw(values(kinds[name])) for name in names}


@cache
def _kinds(acts):
    carried = frozenset.intersection(*(VOCABULARY.fields_of(name) for name in acts))
    return kinds_of(VOCABULARY, sorted(carried - {"act"}))


ALL_KINDS = kinds_of(VOCABULARY, [*VOCABULARY.field, "act", "date", "done", "known"])


# --- Rules, acts and circumstances of the small world ---

acts_on = st.lists(st.sampled_from(sorted(VOCABULARY.act)), min_size=1, max_size=3, unique=True)
_scored = [
    name
    for name, item in sorted(GUIDANCE.provisions.items())
    if item.force != "none" and item.source not in ("sketch", "past")
]


@st.composite
def entries(draw, name="r", governing=None, on=acts_on, most=2):
    """A rule's entry with the shape its provision asks for; its conditions may still contradict one another."""
    cited = draw(st.sampled_from(governing or _scored))
    provision = GUIDANCE.provisions[cited]
    on = draw(on)
    kinds = _kinds(tuple(sorted(on)))
    more = {}
    if provision.force not in ("may",) and not provision.forbids:
        if draw(st.booleans()):
            more["requires"] = draw(tables(kinds))
        else:
            more["honours"] = draw(st.booleans())
    if provision.force == "finding":
        more["quality"] = Quality("partnership", draw(st.integers(0, 2)), draw(st.integers(-2, 0)))
    if provision.force == "should" and draw(st.booleans()):
        more["departure"] = Departure(("guidance-considered", "tested"), "guide.regard", "Says.")
    unless = draw(st.lists(tables(kinds), max_size=most))
    return RuleEntry(
        id=name,
        title="T",
        cites=(cited,),
        on=tuple(on),
        because="B",
        instead="I",
        when=tuple(draw(st.lists(tables(kinds), max_size=most))),
        unless=tuple(Unless(table, ("guide.fact",)) for table in unless),
        **more,
    )


def ready(item: RuleEntry) -> Rule | None:
    """The rule of an entry; None where its conditions can never hold."""
    made, found = prepare(item, VOCABULARY, GUIDANCE)
    assert made is not None or {bad.code for bad in found} <= {"E020"}, found
    return made


@st.composite
def rules(draw, most=6, governing=None):
    """Rules that judge, with ids in an order of their own."""
    names = draw(st.permutations([f"r{number}" for number in range(most)]))
    made = [ready(draw(entries(name, governing))) for name in names[: draw(st.integers(1, most))]]
    return [rule for rule in made if rule is not None]


@cache
def _field_values(name):
    field = VOCABULARY.field[name]
    if field.kind == "number":
        return st.integers(0, 5)
    return st.sampled_from(("true", "false") if field.kind == "flag" else sorted(field.words))


@st.composite
def acts(draw, matter=True):
    """An act that has no faults."""
    name = draw(st.sampled_from(sorted(VOCABULARY.act)))
    given = {"actor": _field_values("actor"), "capacity": _field_values("capacity")}
    optional = {field: draw(values_) for field, values_ in given.items() if draw(st.booleans())}
    for field, required in VOCABULARY.act[name].carries():
        if required or (draw(st.booleans()) and (matter or field != "matter")):
            optional[field] = draw(_field_values(field))
    return Act(
        name,
        tuple(sorted(optional.items())),
        tuple(draw(st.lists(st.sampled_from(sorted(VOCABULARY.done)), max_size=1))),
    )


@st.composite
def circumstances(draw):
    matters = st.sampled_from((None, *VOCABULARY.field["matter"].words))
    done = draw(st.lists(st.tuples(st.sampled_from(sorted(VOCABULARY.done)), matters), max_size=4))
    known = draw(some(VOCABULARY.known, 0))
    sources = draw(some(("ours", "theirs"), 0))
    governance = draw(st.sampled_from(sorted(VOCABULARY.field["governance"].words)))
    return Circumstances(draw(days), frozenset(done), known, (("governance", governance),), sources)


# --- Scenarios: layers of scenes, with conditions on words and a measure, and events by chance ---

FACTS = ("f1", "f2")
STORY_KINDS = {
    "done": FieldKind("set", ("tested", "heard", *FACTS)),
    "known": FieldKind("set", ("told", "letter", *FACTS)),
}
_moves = st.lists(st.sampled_from((-1, 1)).map(lambda by: Move("standing", by, story=True)), max_size=1).map(tuple)
_maybe_acts = st.lists(acts().filter(lambda item: item.act != "close"), max_size=2).map(tuple)


def _some_words(kind):
    return st.lists(st.sampled_from(STORY_KINDS[kind].words), max_size=2, unique=True).map(tuple)


story_tables = st.one_of(
    tables(STORY_KINDS),
    st.sampled_from(({"measure": {"standing": {"to": 1}}}, {"measure": {"standing": {"from": 2}}})),
)
maybe_when = st.one_of(st.none(), story_tables)


def _effects():
    return {"does": _some_words("done"), "finds": _some_words("known"), "moves": _moves}


@st.composite
def _leads(draw, onward):
    to = st.sampled_from(onward)
    first = [Lead(draw(to), draw(story_tables))] if draw(st.booleans()) else []
    return (*first, Lead(draw(to)))


@st.composite
def scenarios(draw):
    """A scenario without faults, and without a scene that could leave nothing to choose."""
    count = draw(st.integers(1, 4))
    names = [f"s{number}" for number in range(count)]
    month = 0
    scenes = []
    for number, name in enumerate(names):
        onward = [*names[number + 1 : number + 3], "end"]
        enquiries = [
            enquiry(
                f"e{n}",
                costs=draw(st.integers(0, 2)),
                acts=draw(_maybe_acts),
                **draw(st.fixed_dictionaries(_effects())),
            )
            for n in range(draw(st.integers(0, 3)))
        ]
        choices = [
            choice(
                f"c{n}",
                draw(_leads(onward)),
                when=draw(maybe_when) if n else None,
                acts=draw(_maybe_acts),
                **draw(st.fixed_dictionaries(_effects())),
            )
            for n in range(draw(st.integers(1, 3)))
        ]
        scenes.append(scene(name, *choices, month=month, attention=draw(st.integers(0, 3)), enquiry=tuple(enquiries)))
        month += draw(st.integers(0, 2))
    events = [
        event(
            f"v{n}",
            draw(st.integers(0, 8)),
            when=draw(maybe_when),
            **draw(st.sampled_from(({}, {"chance": 50, "about": "press"}))),
            **draw(st.fixed_dictionaries(_effects())),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    return scenario(
        *scenes,
        ends=8,
        event=tuple(events),
        ending=(ending("if", when=draw(story_tables)), ending("else")),
        fact={name: Said(name) for name in FACTS},
        measure={"standing": Measure("Standing", "trust", 2)},
    )


walks = st.lists(st.integers(0, 5), min_size=12, max_size=12)
"""Which of what is on offer to take, step by step."""


# --- Files' tables, spoilt or changed in one place ---

_VALUES = (
    *("x", "", "end", "2012", 3, -1, 0, 10**12, 3.5, True, [], {}, ["x"], [[1]], [{"to": "end"}], {"a": 1}),
    *({"not": "x"}, {"from": 1}, {"all": ["x"]}, {"to": "end"}, dt.date(2012, 5, 14), dt.datetime(2012, 5, 14, 10)),
)
_KEYS = ("x", "when", "id", "finds", "does", "not", "from", "measure", "matter", "title", "requires", "until")


def places_in(value, path=()):
    """The key path of everything in a table."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places_in(item, (*path, key))


def at(value, path):
    """What stands at a key path."""
    for key in path:
        value = value[key]
    return value


@st.composite
def changed(draw, table):
    """A file's table with one value replaced, taken out, added, put in a list or taken out of one."""
    made = copy.deepcopy(table)
    places = [path for path in places_in(made) if path]
    path = draw(st.sampled_from(places))
    parent, key, value = at(made, path[:-1]), path[-1], at(made, path)
    do = draw(st.sampled_from(("replace", "move", "remove", "add", "wrap", "unwrap")))
    if do == "replace":
        parent[key] = draw(st.sampled_from(_VALUES))
    elif do == "move":
        parent[key] = copy.deepcopy(at(table, draw(st.sampled_from(places))))
    elif do == "remove":
        del parent[key]
    elif do == "add" and isinstance(value, dict):
        value[draw(st.sampled_from(_KEYS))] = draw(st.sampled_from(_VALUES))
    elif do == "wrap":
        parent[key] = [value]
    elif do == "unwrap" and isinstance(value, list) and value:
        parent[key] = value[0]
    return made


# --- What is drawn ---


@st.composite
def layered_links(draw):
    """Cards in layers, none of them empty, and arrows that all lead down."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=6))
    cards = [
        Card(f"{layer}-{place}", layer, draw(st.sampled_from((10.0, 60.0, 200.0))))
        for layer, size in enumerate(sizes)
        for place in range(size)
    ]
    down = [(one.id, other.id) for one in cards for other in cards if one.layer < other.layer]
    return cards, draw(st.lists(st.sampled_from(down), unique=True, max_size=12)) if down else []


drawn_text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)
"""Any text a file may have, in whatever script, with whatever signs."""


# --- What is learnt ---

review_days = st.dates(dt.date(2020, 1, 1), dt.date(2090, 12, 31))
grades = st.sampled_from(GRADES)


@st.composite
def answered(draw):
    """A card after one to six answers, each on the day it was due or some days off; and a day not before the last."""
    day, spaced = draw(review_days), None
    for _ in range(draw(st.integers(1, 6))):
        spaced = graded(spaced, draw(grades), day)
        day = max(spaced.last, spaced.due + dt.timedelta(days=draw(st.integers(-2, 40))))
    return spaced, day
