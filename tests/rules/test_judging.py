"""The verdict of every modality, honoured and not; whose duty it is; departures; what is not in force; order."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small import DEPARTURE, GUIDANCE, NEEDS, POINTS, QUALITY, VOCABULARY, act, at, book_of, entry, rule
from strategies import FEW, acts, circumstances, entries, rules

from lmcs_sim.play.findings import finding_of, judge_acts
from lmcs_sim.rules.act import facts_of
from lmcs_sim.rules.entry import DepartsFrom, Unless
from lmcs_sim.rules.judging import judge, ruling_on
from lmcs_sim.rules.rulebook import Rulebook, make_rules
from lmcs_sim.rules.verdict import ADVERSE, FINDING_ORDER, NOT_FINDINGS, VERDICTS_OF, is_finding, worse

VOTE = act("vote", at="board")
DECIDE = act("decide", at="cabinet", matter="homes")


def verdicts(book, what, when=None):
    return [(ruling.rule.id, ruling.verdict, ruling.provision.id) for ruling in judge(book, what, when or at())]


def verdict(item, what=VOTE, when=None):
    """The only rule's first verdict, also where it does not apply."""
    book = book_of(item)
    return ruling_on(book, book.rules[0], what, when or at()).verdict


@pytest.mark.parametrize(
    ("cites", "honoured", "expected"),
    [
        ("guide.must", True, "met"),
        ("guide.must", False, "breached"),
        ("guide.must-not", None, "breached"),
        ("act.must", False, "breached"),
        ("guide.should", True, "met"),
        ("guide.should", False, "departed"),
        ("guide.should-not", None, "departed"),
        ("guide.holder", True, "met"),
        ("guide.holder", False, "misplaced"),
        ("guide.reach", True, "met"),
        ("guide.reach", False, "no-power"),
        ("guide.will", True, "taken-up"),
        ("guide.will", False, "not-taken-up"),
        ("guide.encouraged", True, "taken-up"),
        ("guide.encouraged", False, "not-taken-up"),
        ("guide.may", None, "used"),
        ("study.finding", True, "observed"),
        ("study.finding", False, "observed"),
    ],
)
def test_what_the_governing_provision_says_decides_the_verdict(cites, honoured, expected):
    quality = QUALITY if cites == "study.finding" else None
    assert verdict(entry("r", cites, honours=honoured, quality=quality)) == expected
    if honoured is not None:
        needed = entry("r", cites, requires={"done": ["heard"]}, quality=quality)
        assert verdict(needed, when=at(done=["heard"] if honoured else [])) == expected


def test_a_should_not_is_never_met_and_the_near_miss_does_not_apply():
    item = entry("r", "guide.should-not", when={"at": "board"})
    assert verdict(item, act("vote", at="cabinet")) == "not-applicable"


def test_what_is_required_must_be_done_before_the_act_and_not_by_it():
    book = book_of(entry("r", "guide.must", on=["decide"], requires={"done": ["heard"]}))
    late = act("decide", ["heard"], at="cabinet")
    found, done = judge_acts(book, [late, late], at())
    assert [item.ruling.verdict for item in found] == ["breached"]
    assert ("heard", None) in done
    assert verdicts(book, late, at(done=done)) == [("r", "met", "guide.must")]


@pytest.mark.parametrize(
    ("cites", "holder", "part"),
    [
        ("guide.should", "LMCS", "yours"),
        ("guide.holder", "both", "yours"),
        ("guide.must", "council", "yours-to-press"),
        ("guide.will", "DCS", "not-yours"),
    ],
)
def test_the_addressee_holds_the_duty_and_your_part_follows_from_it(cites, holder, part):
    for honours in (True, False):
        book = book_of(entry("r", cites, honours=honours))
        finding = finding_of(book, judge(book, VOTE, at())[0], VOTE)
        assert (finding.holder, finding.part) == (holder, part)


@pytest.mark.parametrize("addressee", ["DfE", "schools", "Chief Executive", "Director of Public Health"])
def test_a_duty_of_anyone_else_is_not_yours(addressee):
    provisions = {**GUIDANCE.provisions, "guide.must": evolve(GUIDANCE.provisions["guide.must"], addressee=addressee)}
    book = book_of(entry("r", "guide.must", honours=False), guidance=evolve(GUIDANCE, provisions=provisions))
    finding = finding_of(book, judge(book, VOTE, at())[0], VOTE)
    assert (finding.holder, finding.part) == (addressee, "not-yours")


def test_nobody_holds_a_power_that_does_not_exist():
    book = book_of(entry("r", "guide.reach", honours=False))
    finding = finding_of(book, judge(book, VOTE, at())[0], VOTE)
    assert (finding.holder, finding.part) == ("nobody", "not-yours")


def test_a_rule_may_say_your_part_otherwise():
    book = book_of(entry("r", "guide.will", honours=True, part="yours-to-press"))
    finding = finding_of(book, judge(book, VOTE, at())[0], VOTE)
    assert (finding.holder, finding.part) == ("DCS", "yours-to-press")


FIRST, REGARD = ("r", "departed", "guide.should-council"), ("r", "breached", "guide.regard")


@pytest.mark.parametrize(
    ("what", "done", "expected"),
    [
        (DECIDE, [], [FIRST, REGARD]),
        (DECIDE, NEEDS[1:], [FIRST, REGARD]),
        (DECIDE, NEEDS[:1], [FIRST]),
        (DECIDE, NEEDS[:2], [FIRST]),
        (DECIDE, [NEEDS[0], NEEDS[2]], [FIRST]),
        (DECIDE, NEEDS, [("r", "explained", "guide.should-council")]),
        (DECIDE, [*NEEDS, "tested"], [("r", "met", "guide.should-council")]),
        (DECIDE, ["tested"], [("r", "met", "guide.should-council")]),
        (VOTE, [], [FIRST]),
        (VOTE, NEEDS, [("r", "explained", "guide.should-council")]),
    ],
)
def test_a_departure_is_explained_by_all_its_needs_and_a_formal_one_unconsidered_also_breaches(what, done, expected):
    book = book_of(
        entry("r", "guide.should-council", on=["decide", "vote"], requires={"done": ["tested"]}, departure=DEPARTURE)
    )
    assert verdicts(book, what, at(done=done)) == expected


def test_the_second_finding_is_the_councils_and_yours_to_press_whatever_the_rule_says_of_the_first():
    book = book_of(
        entry("r", "guide.should", on=["decide"], requires={"done": ["tested"]}, departure=DEPARTURE, part="not-yours")
    )
    first, second = (finding_of(book, ruling, DECIDE) for ruling in judge(book, DECIDE, at()))
    assert (first.holder, first.part, first.points) == ("LMCS", "not-yours", -2)
    assert (second.holder, second.part, second.points) == ("council", "yours-to-press", -6)
    assert second.cites == ("guide.regard", "guide.should")


def test_what_was_done_on_another_matter_explains_nothing():
    book = book_of(entry("r", "guide.should-council", on=["decide"], honours=False, departure=DEPARTURE))
    elsewhere = at(done=[(word, "schools") for word in NEEDS])
    assert verdicts(book, DECIDE, elsewhere) == [FIRST, REGARD]
    assert verdicts(book, DECIDE, at(done=[(word, "homes") for word in NEEDS])) == [
        ("r", "explained", "guide.should-council")
    ]


def test_a_departure_without_a_way_out_is_only_departed_even_when_formal():
    assert verdicts(book_of(entry("r", "guide.should", on=["decide"], honours=False)), DECIDE) == [
        ("r", "departed", "guide.should")
    ]


@pytest.mark.parametrize(
    ("done", "expected"),
    [([], "departed"), (["heard"], "departed"), (["agreed"], "departed"), (["heard", "agreed"], "excepted")],
)
def test_an_exception_of_two_limbs_needs_both(done, expected):
    item = entry("r", "guide.should-not", unless=(Unless({"done": ["heard", "agreed"]}, ("guide.may", "guide.fact")),))
    book = book_of(item)
    ruling = ruling_on(book, book.rules[0], VOTE, at(done=done))
    assert ruling.verdict == expected
    assert ruling.by == ("guide.may" if expected == "excepted" else "")


def test_several_exceptions_are_joined_by_or_and_the_first_that_holds_is_named():
    unless = (Unless({"done": ["heard"]}, ("guide.may",)), Unless({"matter": "homes"}, ("guide.fact",)))
    book = book_of(entry("r", "guide.should-not", unless=unless))
    by = {
        what: ruling_on(book, book.rules[0], what, when).by
        for what, when in ((VOTE, at(done=["heard"])), (act("vote", at="board", matter="homes"), at()))
    }
    assert list(by.values()) == ["guide.may", "guide.fact"]


@pytest.mark.parametrize(
    ("cites", "day", "expected"),
    [
        ("guide.must", dt.date(2011, 12, 31), "not-in-force"),
        ("guide.must", dt.date(2012, 1, 1), "breached"),
        ("guide.must", dt.date(2030, 1, 1), "breached"),
        ("guide.lapsed", dt.date(2012, 2, 29), "breached"),
        ("guide.lapsed", dt.date(2012, 3, 1), "not-in-force"),
    ],
)
def test_a_provision_judges_only_while_it_is_in_force(cites, day, expected):
    assert verdict(entry("r", cites, honours=False), when=at(day)) == expected
    book = book_of(entry("r", cites, honours=False))
    assert bool(judge(book, VOTE, at(day))) == (expected == "breached")


def test_a_lapsed_provision_still_cannot_be_credited():
    assert judge(book_of(entry("r", "guide.lapsed", honours=True)), VOTE, at()) == ()


@FEW
@given(rules(governing=["guide.lapsed"]), acts(), circumstances())
def test_a_provision_that_has_lapsed_is_never_held_against_anyone(made, what, when):
    book = Rulebook(GUIDANCE, VOCABULARY, POINTS, tuple(made))
    if when.date >= dt.date(2012, 3, 1):
        assert judge(book, what, when) == ()
        assert all(ruling_on(book, item, what, when).verdict == "not-in-force" for item in book.rules)


@pytest.mark.parametrize(
    ("sources", "expected"), [((), "not-in-force"), (("theirs",), "not-in-force"), (("ours",), "departed")]
)
def test_a_local_source_judges_only_where_the_council_names_it(sources, expected):
    assert verdict(entry("r", "ours.should", honours=False), when=at(sources=sources)) == expected


LOCAL = entry(
    "local",
    "ours.should",
    honours=True,
    departs_from=DepartsFrom("guide.should", "Full council", dt.date(2012, 3, 1), "Our reasons."),
)


@pytest.mark.parametrize(
    ("day", "sources", "expected"),
    [
        (dt.date(2012, 5, 1), ("ours",), "explained"),
        (dt.date(2012, 3, 1), ("ours",), "explained"),
        (dt.date(2012, 2, 29), ("ours",), "departed"),
        (dt.date(2012, 5, 1), (), "departed"),
    ],
)
def test_a_councils_declared_departure_explains_from_its_date_and_only_there(day, sources, expected):
    book = book_of(LOCAL, entry("r", "guide.should", honours=False, departure=DEPARTURE))
    found = {ruling.rule.id: ruling for ruling in judge(book, VOTE, at(day, sources=sources))}
    assert found["r"].verdict == expected
    assert found["r"].by == ("local" if expected == "explained" else "")


def test_a_declared_departure_that_does_not_reach_the_act_explains_nothing():
    narrow = evolve(LOCAL, when=({"at": "cabinet"},))
    book = book_of(narrow, entry("r", "guide.should", honours=False))
    assert verdicts(book, VOTE, at(sources=["ours"])) == [("r", "departed", "guide.should")]


def test_a_local_rule_without_a_declared_departure_gives_way_to_the_guidance():
    book = book_of(evolve(LOCAL, departs_from=None), entry("r", "guide.should", honours=False))
    found = {ruling.rule.id: ruling for ruling in judge(book, VOTE, at(sources=["ours"]))}
    assert (found["local"].verdict, found["local"].by) == ("overridden", "r")
    assert found["r"].verdict == "departed"


def test_a_may_defeats_nothing():
    book = book_of(
        entry("a", "guide.may"), entry("b", "guide.should-not"), entry("c", "guide.should", honours=True, on=["speak"])
    )
    assert verdicts(book, VOTE) == [("a", "used", "guide.may"), ("b", "departed", "guide.should-not")]
    assert book.clashes == ()


def test_a_rule_that_has_an_exception_overrides_nothing_while_it_is_excepted():
    strong = entry("a", "guide.should-not", unless=(Unless({"done": ["heard"]}, ("guide.may",)),))
    book = book_of(strong, entry("b", "ours.should", honours=True))
    assert [row[:2] for row in verdicts(book, VOTE, at(sources=["ours"]))] == [("a", "departed"), ("b", "overridden")]
    assert [row[:2] for row in verdicts(book, VOTE, at(done=["heard"], sources=["ours"]))] == [
        ("a", "excepted"),
        ("b", "met"),
    ]


def test_a_condition_on_the_act_narrows_what_the_rule_speaks_about():
    item = entry("r", "guide.should-not", on=["vote", "speak"], when=[{"act": "vote", "at": "board"}, {"act": "speak"}])
    book = book_of(item)
    applies = {
        (name, where): bool(judge(book, act(name, at=where), at()))
        for name in ("vote", "speak")
        for where in ("board", "cabinet")
    }
    assert applies == {
        ("vote", "board"): True,
        ("vote", "cabinet"): False,
        ("speak", "board"): True,
        ("speak", "cabinet"): True,
    }


def test_a_trace_shows_each_condition_the_value_it_met_and_whether_it_held():
    book = book_of(entry("r", "guide.must", when={"at": "board"}, requires={"done": ["heard"]}, on=["vote", "speak"]))
    trace = judge(book, VOTE, at(done=["agreed"]))[0].trace
    assert [(check.field, check.value, check.held) for check in trace.applied] == [
        ("act", "vote", True),
        ("at", "board", True),
    ]
    assert [(check.field, check.value, check.held) for check in trace.required] == [
        ("done", frozenset(["agreed"]), False)
    ]


def test_a_trace_of_a_departure_shows_which_of_its_needs_was_done():
    book = book_of(entry("r", "guide.should", honours=False, departure=DEPARTURE))
    trace = judge(book, VOTE, at(done=NEEDS[:1]))[0].trace
    assert trace.needs == ((NEEDS[0], True), (NEEDS[1], False), (NEEDS[2], False))


def shown(book, what, when):
    return [
        (ruling.rule.id, ruling.verdict, ruling.provision.id, ruling.by, ruling.honoured, ruling.trace)
        for ruling in judge(book, what, when)
    ]


@FEW
@given(rules(), acts(), circumstances(), st.randoms())
def test_the_order_of_rules_makes_no_difference(made, what, when, chance):
    shuffled = list(made)
    chance.shuffle(shuffled)
    one, other = (Rulebook(GUIDANCE, VOCABULARY, POINTS, tuple(order)) for order in (made, shuffled))
    assert shown(one, what, when) == shown(other, what, when)


@FEW
@given(st.lists(entries(), min_size=2, max_size=5), acts(), circumstances(), st.randoms())
def test_the_order_of_files_and_of_rules_in_them_makes_no_difference(made, what, when, chance):
    placed = [(evolve(item, id=f"r{n}"), f"file{n % 2}.toml", n) for n, item in enumerate(made)]
    shuffled = list(placed)
    chance.shuffle(shuffled)
    books = []
    for order in (placed, shuffled):
        ready, _ = make_rules(order, VOCABULARY, GUIDANCE)
        books.append(Rulebook(GUIDANCE, VOCABULARY, POINTS, tuple(ready)))
    assert shown(books[0], what, when) == shown(books[1], what, when)


@FEW
@given(rules(), acts(), circumstances())
def test_judging_finds_of_each_rule_what_asking_it_alone_finds(made, what, when):
    book = Rulebook(GUIDANCE, VOCABULARY, POINTS, tuple(made))
    found = judge(book, what, when)
    given_facts = facts_of(what, when, VOCABULARY)
    for item in book.rules:
        own = [ruling for ruling in found if ruling.rule is item]
        alone = ruling_on(book, item, what, when)
        assert (alone.verdict in ("not-in-force", "not-applicable")) == (not own)
        assert alone.verdict in (*VERDICTS_OF[item.provision.force], *NOT_FINDINGS)
        if own:
            assert alone.verdict == own[0].verdict
            assert any(box.holds(given_facts) for box in item.applies)
    assert [ruling.rule.id for ruling in found] == sorted(ruling.rule.id for ruling in found)


@FEW
@given(rules(), acts(), circumstances())
def test_every_finding_has_a_citation_and_points_that_fit_its_verdict(made, what, when):
    book = Rulebook(GUIDANCE, VOCABULARY, POINTS, tuple(made))
    for ruling in judge(book, what, when):
        finding = finding_of(book, ruling, what)
        assert finding.cites
        assert finding.cites[0] == ruling.provision.id
        if ruling.verdict in ADVERSE:
            assert finding.points < 0
        elif finding.points > 0:
            assert ruling.verdict in ("met", "explained")
        if finding.dimension:
            assert finding.points == 0


def test_the_worst_verdict_stands_first_and_adverse_ones_are_findings():
    assert worse("breached", "departed")
    assert worse("departed", "explained")
    assert worse("explained", "met")
    assert not worse("met", "met")
    assert all(is_finding(name) for name in (*ADVERSE, "explained", "used", "taken-up", "met", "observed"))
    assert not any(is_finding(name) for name in NOT_FINDINGS)
    assert set(FINDING_ORDER).isdisjoint(NOT_FINDINGS)


def test_a_rule_has_the_theme_and_rank_of_the_provision_that_governs_it():
    made = rule(entry("r", "guide.should", "act.must", "study.finding", honours=True))
    assert (made.theme, made.rank, made.local) == ("b-theme", 2, None)
