"""The Hypothesis strategies of whole games: small enough to play every way there is, with everything a game may have."""

import datetime as dt
from functools import cache

from attrs import evolve, fields, frozen, has
from hypothesis import assume
from hypothesis import strategies as st
from small import ACTS, ENTRIES, GUIDANCE, POINTS, VOCABULARY, choice, ending, enquiry, event, scenario, scene
from strategies import FACTS, STORY_KINDS, entries, ready

from lmcs_sim.play.game import Game, make_game
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.scenario import Council, Lead, Measure, Move, Said

MOST_PLAYS = 3000
"""However luck falls."""
_story_words = {kind: st.sampled_from((*STORY_KINDS[kind].words, *FACTS)) for kind in STORY_KINDS}
_measures = ("standing", "money")
_limits = st.sampled_from(({"to": 0}, {"to": 1}, {"from": 2}, {"from": 3}, {"from": 1, "to": 2}, 2))


@st.composite
def _story_conditions(draw):
    """A condition on one thing, or on two together, of every shape."""
    found = {}
    for _ in range(draw(st.sampled_from((1, 1, 2)))):
        kind = draw(st.sampled_from(("done", "known", "measure")))
        if kind == "measure":
            found.setdefault(kind, {})[draw(st.sampled_from(_measures))] = draw(_limits)
            continue
        one, two = draw(_story_words[kind]), draw(_story_words[kind])
        shapes = [[one], {"not": [one]}, {"any": [one, two]}, {"all": sorted({one, two})}]
        shapes += [{"any": [one], "not": [two]}] if one != two else []
        found[kind] = draw(st.sampled_from(shapes))
    return found


_seldom = st.sampled_from((True, False, False))
_few_moves = st.lists(
    st.builds(
        lambda measure, by, cites: Move(measure, by, cites, story=not cites),
        st.sampled_from(_measures),
        st.sampled_from((-2, -1, 1, 2)),
        st.sampled_from(((), ("guide.fact",), ("act.must", "study.finding"))),
    ),
    min_size=1,
    max_size=2,
).map(tuple)


@st.composite
def _story_effects(draw, always=False):
    """What a step or an event brings with it: most often one thing."""
    found = {}
    if always or draw(st.booleans()):
        kind = draw(st.sampled_from(("does", "finds")))
        found[kind] = (draw(_story_words["done" if kind == "does" else "known"]),)
    if draw(_seldom):
        found["moves"] = draw(_few_moves)
    return found


_game_acts = st.one_of(*(st.tuples(*[st.sampled_from(ACTS)] * n) for n in (1, 2, 0)))


@st.composite
def _game_scenes(draw, stuck):
    names = [f"s{number}" for number in range(draw(st.sampled_from((3, 2, 4, 1))))]
    scenes, month = [], 0
    for number, name in enumerate(names):
        onward = [*names[number + 1 : number + 3], "end"]
        to = st.sampled_from([onward[0], *onward])
        enquiries = [
            enquiry(f"e{n}", costs=draw(st.integers(0, 2)), acts=draw(_game_acts), **draw(_story_effects()))
            for n in range(draw(st.integers(0, 2)))
        ]
        choices = []
        for n in range(draw(st.sampled_from((2, 3, 1)))):
            first = [Lead(draw(to), draw(_story_conditions()))] if draw(_seldom) else []
            hidden = draw(st.booleans()) and (n > 0 or (stuck and (number > 0 or draw(_seldom))))
            when = draw(_story_conditions()) if hidden else None
            leads = (*first, Lead(draw(to)))
            choices.append(choice(f"c{n}", leads, when=when, acts=draw(_game_acts), **draw(_story_effects())))
        if len(choices) > 1 and draw(_seldom):
            acts = draw(st.permutations(choices[0].acts))
            choices[-1] = evolve(choices[0], id="again", when=choices[-1].when, acts=tuple(acts))
        attention = draw(st.integers(0, 3))
        scenes.append(scene(name, *choices, month=month, attention=attention, enquiry=tuple(enquiries)))
        month += draw(st.integers(0, 2))
    return scenes


_by_chance = st.sampled_from(({}, {"chance": 50}, {"chance": 20}, {"chance": 90}))


@st.composite
def _events(draw, ends):
    """Events; at times one that hangs on whether the one before it came about."""
    found = []
    for n in range(draw(st.integers(0, 3))):
        when = draw(st.one_of(st.none(), _story_conditions()))
        if found and draw(_seldom):
            when = {"done": found[-1].does} if found[-1].does else {"known": {"not": found[-1].finds}}
        chance = draw(_by_chance)
        about = "press" if chance else None
        effects = draw(_story_effects(always=True))
        found.append(event(f"v{n}", draw(st.integers(0, ends)), when=when, about=about, **chance, **effects))
    return tuple(found)


@st.composite
def _rulebooks(draw):
    """Some of the rules games are put together from, and at times one of a shape of its own."""
    without = draw(st.sets(st.sampled_from([item.id for item in ENTRIES]), max_size=12))
    rules = [rule for rule in _prepared() if rule.id not in without]
    more = ready(draw(entries("x.other", most=1))) if draw(st.integers(0, 4)) == 4 else None
    return Rulebook(GUIDANCE, VOCABULARY, POINTS, (*rules, *([] if more is None else [more])))


@cache
def _prepared():
    return tuple(ready(item) for item in ENTRIES)


@st.composite
def games(draw, stuck=False):
    """A game that can be played every way there is. `stuck`: it may have scenes that leave nothing to choose."""
    scenes = draw(_game_scenes(stuck))
    ends = scenes[-1].month + draw(st.integers(0, 2))
    events = draw(_events(ends))
    assume(most_plays(scenes) * 2 ** sum(item.chance is not None for item in events) <= MOST_PLAYS)
    made = scenario(
        *scenes,
        date=draw(st.sampled_from((dt.date(2012, 5, 14), dt.date(2012, 2, 14)))),
        ends=ends,
        event=events,
        ending=tuple(
            ending(f"n{n}", when=when)
            for n, when in enumerate((*draw(st.lists(_story_conditions(), max_size=2)), None))
        ),
        fact={name: Said(name) for name in FACTS},
        measure={name: Measure(name, "trust", start) for name, start in (("standing", 1), ("money", 2))},
        council=Council(sources=draw(st.sampled_from(((), ("ours",))))),
        teaches=draw(st.sampled_from(((), ("guide.must", "guide.lapsed", "past.must")))),
    )
    return Made(make_game(made, draw(_rulebooks())))


@frozen(repr=False)
class Made:
    """A generated game that says shortly what it is made of, so that a failing one can be read."""

    game: Game

    def __repr__(self):
        rules = [rule.id if rule.entry in ENTRIES else outline(rule.entry) for rule in self.game.book.rules]
        return f"{outline(self.game.scenario)} with {', '.join(rules)}"


UNTOLD = ("text", "says", "title", "workshop", "facilitator", "objectives", "because", "instead")


def outline(value):
    """A value without its prose and without what is as it mostly is."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(outline, value))}]"
    if not has(type(value)):
        return repr(value)
    told = [each for each in fields(type(value)) if each.name not in UNTOLD]
    said = [(each.name, getattr(value, each.name)) for each in told if getattr(value, each.name) != each.default]
    return f"{type(value).__name__}({', '.join(f'{name}={outline(given)}' for name, given in said)})"


def most_plays(scenes):
    """No fewer plays than the scenes allow, as if every choice were on offer and nothing left to luck."""
    plays = {"end": 1}
    for item in reversed(scenes):
        onward = sum(max(plays[lead.to] for lead in each.leads) for each in item.choice)
        plays[item.id] = onward * _looks(item.enquiry, item.attention)
    return plays[scenes[0].id]


def _looks(enquiries, attention):
    """In how many ways enquiries can be taken in a scene, one after another."""
    found = 1
    for item in enquiries:
        if item.costs <= attention:
            found += _looks([other for other in enquiries if other is not item], attention - item.costs)
    return found
