"""A small world made in Python: a tiny vocabulary, guidance, rulebook and scenario, and what builds them."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import evolve

from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.guidance.law import Law
from lmcs_sim.guidance.provision import Provision, Since
from lmcs_sim.guidance.source import Source
from lmcs_sim.play.game import Game, make_game
from lmcs_sim.play.play import Log, Play, start, step
from lmcs_sim.rules.act import Act, Circumstances
from lmcs_sim.rules.entry import Departure, Quality, RuleEntry, Unless
from lmcs_sim.rules.rule import Rule, prepare
from lmcs_sim.rules.rulebook import Rulebook, faults_between
from lmcs_sim.rules.vocabulary import ActWord, Field, Vocabulary, Word
from lmcs_sim.scenario.checks import faults_in_scenario
from lmcs_sim.scenario.scenario import (
    Choice,
    Council,
    Ending,
    Enquiry,
    Event,
    Facilitator,
    Lead,
    Measure,
    Move,
    OtherSeats,
    Prompt,
    Said,
    Scenario,
    Scene,
    Workshop,
)

DAY = dt.date(2012, 5, 14)


def words(*names: str) -> dict[str, str]:
    return {name: f"[{name}]" for name in names}


VOCABULARY = Vocabulary(
    act={
        "vote": ActWord("votes", ("at", "matter?")),
        "speak": ActWord("speaks", ("at", "matter?")),
        "ask": ActWord("asks", ("who", "about?", "matter?")),
        "decide": ActWord("decides", ("at", "matter?"), formal=True),
        "grade": ActWord("grades", ("level", "count?", "urgent?")),
        "close": ActWord("comes to the end"),
    },
    field={
        "actor": Field(words("lead-member", "leader", "the-council"), always=True, default="lead-member"),
        "capacity": Field(
            words("influence", "cabinet-vote", "delegated-decision", "public-statement"),
            always=True,
            default="influence",
        ),
        "governance": Field(words("leader-and-cabinet", "committee"), standing=True),
        "at": Field(words("board", "cabinet", "council")),
        "who": Field(words("director", "head")),
        "about": Field(words("pattern", "cost")),
        "matter": Field(words("schools", "homes")),
        "level": Field(words("low", "middle", "high"), kind="ordered"),
        "count": Field(kind="number"),
        "urgent": Field(kind="flag"),
    },
    done={
        name: Word(f"[{name}]")
        for name in (
            "guidance-considered",
            "clear-reasons-given",
            "decided-by-the-council",
            "tested",
            "agreed",
            "heard",
        )
    },
    known={name: Word(f"[{name}]") for name in ("told", "letter")},
    dimension={"partnership": Word("Partnership"), "proactivity": Word("Proactivity")},
)

SOURCES = {
    source.id: source
    for source in (
        Source("act", "An Act", "the Act", "statute", "2004", DAY),
        Source("guide", "The guidance", "Guidance, 2012 print", "statutory-guidance", "2012", DAY, note="2012 text."),
        Source("older", "Older guidance", "Guidance, 2009", "statutory-guidance", "2009", DAY),
        Source("ours", "Our council's profile", "our profile", "local", "2011-04", DAY),
        Source("theirs", "Another council's profile", "their profile", "local", "2011-04", DAY),
        Source("study", "Research", "research", "research", "2008", DAY),
        Source("sketch", "A draft", "draft", "draft", "2011", DAY),
        Source("past", "The 2005 chapter", "2005 chapter", "history", "2005", DAY, until="2012"),
    )
}


def provision(name: str, modality: str, addressee: str = "council", **more: object) -> Provision:
    """A provision whose words are its id."""
    filled = {"theme": "a-theme", "gist": f"Gist of {name}.", "quote": f"words of {name}", "operative": modality} | more
    return Provision(id=name, pinpoint=f"para {name}", addressee=addressee, modality=modality, **filled)  # type: ignore[arg-type]


PROVISIONS = {
    item.id: item
    for item in (
        provision("guide.must", "must", rests_on=("act-s1",)),
        provision("guide.must-not", "must-not"),
        provision("guide.should", "should", "LMCS", theme="b-theme"),
        provision("guide.should-council", "should"),
        provision("guide.should-not", "should-not", "LMCS", theme="b-theme"),
        provision("guide.encouraged", "encouraged", "both"),
        provision("guide.may", "may", "LMCS"),
        provision("guide.will", "will", "DCS"),
        provision("guide.holder", "is", "both", states="holder"),
        provision("guide.reach", "is", "council", states="reach"),
        provision("guide.fact", "is", "nobody", states="fact"),
        provision("guide.regard", "must"),
        provision(
            "guide.lapsed", "must", until="2012-03", since=(Since("it lapsed", "An Order", "2012-03", sure=True),)
        ),
        provision("act.must", "must"),
        provision("act.should", "should"),
        provision("older.should", "should", "LMCS"),
        provision("ours.should", "should", "LMCS"),
        provision("theirs.should", "should", "LMCS"),
        provision("study.finding", "finding", "nobody"),
        provision("sketch.should", "should"),
        provision("past.must", "must"),
    )
}
LAWS = {"act-s1": Law("act-s1", "The Act", "s.1", "what it says", sure=False, limit="within reason")}
GUIDANCE = Guidance(SOURCES, PROVISIONS, LAWS)

POINTS = {
    "must": {"met": 3, "breached": -6},
    "should": {"met": 2, "departed": -2, "explained": 1},
    "holder": {"met": 2, "misplaced": -3},
    "reach": {"met": 2, "no-power": -3},
}

NEEDS = ("guidance-considered", "clear-reasons-given", "decided-by-the-council")
DEPARTURE = Departure(NEEDS, "guide.regard", "The council may depart for clear reasons.")
QUALITY = Quality("partnership", 1, -1)


def entry(name: str, *cites: str, on: Iterable[str] = ("vote",), **more: object) -> RuleEntry:
    """A rule's entry. `when` may be one table, as in a file."""
    when = more.pop("when", ())
    tables = (when,) if isinstance(when, Mapping) else when
    return RuleEntry(
        id=name,
        title=f"Title of {name}",
        cites=cites,
        on=tuple(on),
        because=f"Because of {name}.",
        instead=f"Instead of {name}.",
        when=tables,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def rule(item: RuleEntry, guidance: Guidance = GUIDANCE) -> Rule:
    made, found = prepare(item, VOCABULARY, guidance)
    assert made is not None, found
    return made


def book_of(*entries: RuleEntry, guidance: Guidance = GUIDANCE, decided: bool = True) -> Rulebook:
    """A rulebook of entries without faults; `decided`: nor clashes left undecided."""
    book = Rulebook(guidance, VOCABULARY, POINTS, tuple(rule(item, guidance) for item in entries), "small")
    if decided:
        assert not faults_between(book)
    return book


def act(name: str, does: Iterable[str] = (), **fields: str | int) -> Act:
    return Act(name, tuple(sorted(fields.items())), tuple(does))


def at(
    day: dt.date = DAY,
    done: Iterable[str | tuple[str, str | None]] = (),
    known: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> Circumstances:
    """Circumstances; a done word alone was done about no one matter."""
    pairs = frozenset((word, None) if isinstance(word, str) else word for word in done)
    return Circumstances(day, pairs, frozenset(known), (("governance", "leader-and-cabinet"),), frozenset(sources))


def choice(name: str, leads: str | tuple[Lead, ...] = "end", **more: object) -> Choice:
    to = (Lead(leads),) if isinstance(leads, str) else leads
    return Choice(name, f"Text of {name}.", f"After {name}.", to, **more)  # type: ignore[arg-type]


def enquiry(name: str, **more: object) -> Enquiry:
    return Enquiry(name, f"Text of {name}?", f"After {name}.", **more)  # type: ignore[arg-type]


def scene(name: str, *choices: Choice, **more: object) -> Scene:
    return Scene(name, f"Text of {name}.", choices, **more)  # type: ignore[arg-type]


def event(name: str, month: int, **more: object) -> Event:
    return Event(name, month, f"Text of {name}.", **more)  # type: ignore[arg-type]


def ending(name: str, **more: object) -> Ending:
    return Ending(name, f"Title of {name}", f"Text of {name}.", **more)  # type: ignore[arg-type]


def scenario(*scenes: Scene, **more: object) -> Scenario:
    """A scenario that starts at its first scene and whose workshop decides every scene."""
    filled: dict[str, object] = {
        "format": 1,
        "id": "small",
        "title": "Small",
        "summary": "A small one.",
        "minutes": 5,
        "date": DAY,
        "ends": 6,
        "themes": ("a-theme",),
        "objectives": ("Try it",),
        "briefing": "You are here.",
        "starts": scenes[0].id,
        "scene": scenes,
        "ending": (ending("the-end"),),
        "workshop": Workshop(tuple(item.id for item in scenes)),
        "facilitator": Facilitator("Aim.", OtherSeats("s", "w", "c"), (Prompt(scenes[0].id, "Ask?", "Listen."),)),
    }
    return Scenario(**(filled | more))  # type: ignore[arg-type]


BOOK = book_of(
    entry("a.not-vote", "guide.should-not", "guide.fact", on=["vote"], when={"at": "board"}, tags=("over-reach",)),
    entry("a.ask", "guide.should", on=["ask"], when={"about": "pattern"}, honours=True),
    entry(
        "a.test-first",
        "guide.should-council",
        on=["decide"],
        requires={"done": ["tested"]},
        departure=DEPARTURE,
        tags=("no-record",),
    ),
    entry("a.hear", "guide.must", on=["decide"], when={"matter": "homes"}, requires={"done": ["heard"]}),
    entry("a.told", "guide.should", on=["close"], when={"known": ["told"]}, requires={"done": ["agreed"]}),
    entry("a.speak", "study.finding", on=["speak"], honours=True, quality=QUALITY),
    entry("a.may", "guide.may", on=["speak"], when={"at": "board"}),
)

SCENARIO = scenario(
    scene(
        "first",
        choice(
            "vote",
            "second",
            acts=(act("vote", at="board"),),
            does=("agreed",),
            moves=(Move("standing", -2, ("guide.should-not",)),),
        ),
        choice("ask", "second", acts=(act("ask", who="director", about="pattern"),)),
        choice("read-it-out", "second", when={"known": ["letter"]}, does=("read-out",)),
        attention=2,
        title="The first scene",
        enquiry=(
            enquiry("find-letter", finds=("letter",), acts=(act("speak", at="board"),)),
            enquiry("hear-them", does=("heard",), moves=(Move("standing", 1, story=True),)),
            enquiry("long-look", costs=2, finds=("told",)),
        ),
    ),
    scene(
        "second",
        choice("decide", acts=(act("decide", at="cabinet", matter="homes"),)),
        choice("test", acts=(act("speak", does=("tested",), at="cabinet", matter="homes"),), finds=("told",)),
        month=3,
    ),
    event=(
        event("sure", 5, finds=("told",), when={"done": ["agreed"]}),
        event("by-chance", 2, chance=50, about="press", moves=(Move("standing", -1, story=True),)),
    ),
    ending=(
        ending("low", when={"measure": {"standing": {"to": 4}}}),
        ending("read", when={"done": ["read-out"]}),
        ending("other"),
    ),
    fact={"read-out": Said("you read it out")},
    measure={"standing": Measure("Your standing", "trust", 5)},
    council=Council(),
)


def faults(item: Scenario) -> list[tuple[str, str]]:
    """The faults of a scenario against the small vocabulary: code and key path."""
    return [(bad.code, str(bad.place)) for bad in faults_in_scenario(item, VOCABULARY, GUIDANCE)]


def game_of(item: Scenario = SCENARIO, book: Rulebook = BOOK) -> Game:
    assert faults_in_scenario(item, book.vocabulary, book.guidance) == []
    return make_game(item, book)


def play_of(*steps: str, game: Game | None = None, seed: int = 1, carried: tuple[tuple[str, int], ...] = ()) -> Play:
    """A play after some steps."""
    game = game or game_of()
    play = start(game, Log(game.scenario.id, "hash", game.book.hash, seed, carried))
    for name in steps:
        play = step(play, name)
    return play


def with_source(source: str, **changes: object) -> Guidance:
    """The small guidance with one source changed."""
    return evolve(GUIDANCE, sources={**SOURCES, source: evolve(SOURCES[source], **changes)})


# --- What generated games are put together from: rules that read all that rules can, and acts they speak about ---

AHEAD = Quality("proactivity", 2, -1)
ENTRIES = (
    entry("g.not-vote", "guide.should-not", on=["vote"], when={"at": "board"}),
    entry("g.must-not", "guide.must-not", on=["speak"], when={"at": "cabinet", "done": {"not": ["agreed"]}}),
    entry("g.ask", "guide.should", on=["ask"], honours=True),
    entry(
        "g.test-first",
        "guide.should-council",
        on=["decide", "vote"],
        when={"at": ["cabinet", "council"]},
        requires={"done": ["tested"]},
        departure=DEPARTURE,
    ),
    entry("g.agree-first", "act.should", on=["decide", "ask"], when={"matter": "homes"}, requires={"done": ["agreed"]}),
    entry(
        "g.hear",
        "guide.must",
        on=["decide"],
        when=[{"matter": ["homes", "none"]}, {"known": ["told"]}],
        requires={"done": {"any": ["heard", "agreed"]}},
        unless=(Unless({"known": ["letter"]}, ("guide.fact",)),),
    ),
    entry("g.kept", "guide.should", on=["close"], when={"known": ["told"]}, requires={"done": ["agreed"]}),
    entry("g.heard", "act.must", on=["close"], when={"done": {"not": ["tested"]}}, requires={"done": ["heard"]}),
    entry("g.holder", "guide.holder", on=["grade"], when={"level": {"from": "middle"}}, honours=False),
    entry("g.reach", "guide.reach", on=["decide"], when={"at": "council"}, requires={"known": ["told", "letter"]}),
    entry("g.will", "guide.will", on=["vote"], requires={"done": ["heard"]}),
    entry("g.may", "guide.may", on=["speak", "ask"]),
    entry("g.lapsed", "guide.lapsed", on=["ask", "grade"], requires={"known": ["letter"]}),
    entry(
        "g.spring",
        "guide.encouraged",
        on=["speak"],
        when={"at": "board", "date": {"from": dt.date(2012, 6, 1)}},
        honours=True,
    ),
    entry("g.ours", "ours.should", on=["vote", "grade"], requires={"known": {"not": ["letter"]}}),
    entry("g.speak", "study.finding", on=["speak"], honours=True, quality=QUALITY),
    entry("g.letter", "study.finding", on=["ask", "decide"], requires={"known": ["letter"]}, quality=AHEAD),
    entry("g.late", "study.finding", on=["close"], requires={"done": {"any": ["tested", "agreed"]}}, quality=QUALITY),
    entry("g.ahead", "study.finding", on=["grade", "vote"], honours=False, quality=AHEAD),
)
ACTS = (
    act("vote", at="board"),
    act("vote", at="cabinet", matter="homes"),
    act("vote", does=("agreed",), at="council"),
    act("speak", at="board"),
    act("speak", at="cabinet"),
    act("speak", does=("tested",), at="cabinet", matter="homes"),
    act("speak", does=("heard",), at="council", matter="schools"),
    act("speak", does=("f1",), at="board", matter="homes"),
    act("ask", who="director"),
    act("ask", who="head", about="pattern", matter="homes"),
    act("ask", does=("guidance-considered",), who="director", matter="schools"),
    act("decide", at="cabinet"),
    act("decide", at="cabinet", matter="homes", actor="leader", capacity="cabinet-vote"),
    act("decide", at="council", matter="schools"),
    act("decide", does=("tested",), at="cabinet", matter="schools"),
    act("decide", does=("agreed",), at="council", matter="homes"),
    act("grade", level="high", count=3),
    act("grade", does=("heard",), level="low"),
)
