"""Static checks of a rulebook: each fault is found, only where it is, and what it says is so when judged."""

import datetime as dt
import re

import pytest
import tomli
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from small import DAY, DEPARTURE, GUIDANCE, POINTS, QUALITY, VOCABULARY, act, book_of, entry, provision
from strategies import FEW, acts, circumstances, entries, ready

from lmcs_sim.faults import Fault
from lmcs_sim.guidance.source import Source
from lmcs_sim.rules.act import ActTable, facts_of, faults_in_act
from lmcs_sim.rules.checks import (
    cited_by,
    faults_in_dates,
    faults_in_edition,
    faults_in_law,
    faults_in_reach,
    faults_in_rulebook,
    faults_in_ways,
)
from lmcs_sim.rules.clashes import clashes_in, undecided
from lmcs_sim.rules.entry import DepartsFrom, Example, Unless
from lmcs_sim.rules.examples import circumstances_of
from lmcs_sim.rules.inside import finds_alike, rules_inside_others, within
from lmcs_sim.rules.judging import ruling_on
from lmcs_sim.rules.region import as_given, witness_in
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.structure import structure

VOTE = entry("a", "guide.should-council", honours=True)
AT_BOARD = evolve(VOTE, id="b", when=({"at": "board"},))
NOT_JUDGED = ("not-in-force", "not-applicable", "excepted")


def book(*items, guidance=GUIDANCE):
    return book_of(*items, guidance=guidance, decided=False)


def shown(found):
    return [(bad.code, str(bad.place)) for bad in found]


def about(check, item, **changes):
    made = book(evolve(item, **changes))
    return shown(check(made.rules[0], made))


def unless(*tables):
    return tuple(Unless(table, ("guide.fact",)) for table in tables)


def pasted(text):
    """The act that a message says could be pasted as an example."""
    (table,) = re.findall(r"given = (\{.*\})$", text, re.MULTILINE)
    made = structure(tomli.loads(f"given = {table}")["given"], ActTable)
    assert isinstance(made, ActTable), made
    assert faults_in_act(made.act, VOCABULARY, frozenset(VOCABULARY.done)) == []
    return Example(made, "met")


def ruling(text, rule, whole):
    example = pasted(text)
    return ruling_on(whole, rule, example.given.act, circumstances_of(example, rule, whole))


# --- A rule that can never apply; an exception that contradicts it ---


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"when": ({"at": "none"},)}, [("E060", "when")]),
        ({"when": ({"at": "none"}, {"at": "board"})}, []),
        ({"when": ({"matter": "none"},)}, []),
        ({"when": ({"governance": "none"},)}, [("E060", "when")]),
        ({"when": ({"date": {"to": dt.date(2011, 12, 31)}},)}, [("E060", "cites[0]")]),
        ({"when": ({"date": {"to": dt.date(2012, 1, 1)}},)}, []),
        ({"unless": unless({"at": "board"})}, []),
        ({"unless": unless({"at": ["board", "cabinet", "council"]})}, [("E061", "unless[0].when")]),
        ({"unless": unless({"at": "none"})}, [("E061", "unless[0].when")]),
        ({"unless": unless({})}, [("E061", "unless[0].when")]),
        ({"unless": unless({"at": "board"}, {"at": {"not": "board"}})}, [("E060", "unless")]),
        ({"unless": unless({"matter": "homes"}, {"matter": "schools"})}, []),
        (
            {"when": ({"at": "board"},), "unless": unless({"matter": "homes"}, {"at": "cabinet"})},
            [("E061", "unless[1].when")],
        ),
        (
            {"when": ({"done": ["heard"]},), "unless": unless({"done": {"not": ["heard"]}})},
            [("E061", "unless[0].when")],
        ),
        (
            {"when": ({"done": ["heard"]},), "unless": unless({"done": {"any": ["heard", "tested"]}})},
            [("E061", "unless[0].when")],
        ),
        ({"unless": unless({"date": {"to": dt.date(2011, 1, 1)}})}, [("E061", "unless[0].when")]),
    ],
)
def test_a_rule_that_can_never_apply_and_an_exception_that_contradicts_it_are_found(changes, expected):
    assert about(faults_in_reach, VOTE, **changes) == expected


def test_a_rule_of_a_provision_that_lapsed_before_its_source_began_can_never_apply():
    never = evolve(GUIDANCE.provisions["guide.should-council"], until="2011")
    guidance = evolve(GUIDANCE, provisions={**GUIDANCE.provisions, never.id: never})
    made = book(VOTE, guidance=guidance)
    assert shown(faults_in_reach(made.rules[0], made)) == [("E060", "cites[0]")]


RULES = entries(most=2)


@given(RULES, acts(), circumstances())
def test_a_rule_never_applies_exactly_where_nothing_said_of_it_can_make_it_judge(item, what, when):
    made = ready(item)
    assume(made is not None)
    whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (made,))
    found = faults_in_reach(made, whole)
    never = [bad for bad in found if bad.code == "E060" or "wherever" in bad.cause]
    witness = witness_in(made.at_any_date, [exception.box for exception in made.unless], VOCABULARY)
    if never:
        assert witness is None
        on = evolve(
            what, act=item.on[0], fields=tuple(kv for kv in what.fields if kv[0] in VOCABULARY.fields_of(item.on[0]))
        )
        if not faults_in_act(on, VOCABULARY, frozenset(VOCABULARY.done)):
            assert ruling_on(whole, made, on, when).verdict in NOT_JUDGED
    else:
        assert ruling(as_given(witness), made, whole).verdict not in NOT_JUDGED


@given(RULES, acts(), circumstances())
def test_an_exception_said_never_to_hold_excepts_nothing_and_one_said_always_to_hold_everything(item, what, when):
    made = ready(item)
    assume(made is not None)
    whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (made,))
    facts = facts_of(what, when, VOCABULARY)
    if not any(box.holds(facts) for box in made.at_any_date):
        return
    for bad in faults_in_reach(made, whole):
        if bad.code == "E061":
            exception = made.unless[bad.place.path[1]]
            assert exception.box.holds(facts) == ("wherever" in bad.cause)


# --- A rule inside another ---


def needless(*items):
    return [ids for ids, _ in rules_inside_others(book(*items))]


def test_a_rule_that_speaks_only_where_another_finds_the_same_is_found():
    ((ids, bad),) = rules_inside_others(book(VOTE, AT_BOARD))
    assert (ids, bad.code, bad.place.path) == (("b", "a"), "E062", ("id",))
    assert "'b' speaks only where 'a' does" in bad.cause


def test_of_two_that_speak_on_the_same_acts_the_later_is_found_once():
    spelt_out = evolve(VOTE, id="b", when=({"at": ["board", "cabinet"]}, {"at": "council"}))
    ((ids, bad),) = rules_inside_others(book(VOTE, spelt_out))
    assert ids == ("b", "a")
    assert "find the same of the same acts" in bad.cause


@pytest.mark.parametrize(
    "other",
    [
        evolve(AT_BOARD, cites=("guide.should",)),
        evolve(AT_BOARD, honours=False),
        evolve(AT_BOARD, honours=None, requires={"done": ["heard"]}),
        evolve(AT_BOARD, departure=DEPARTURE),
        evolve(AT_BOARD, on=("speak",)),
        evolve(AT_BOARD, when=({"at": "none"},)),
        evolve(VOTE, id="b", on=("vote", "speak"), unless=unless({"act": "vote", "at": "cabinet"})),
    ],
    ids=["ground", "finding", "requires", "departure", "act", "never", "overlap"],
)
def test_rules_that_find_differently_or_elsewhere_are_not_needless(other):
    assert needless(VOTE, other) == []


def test_a_rule_that_requires_more_is_not_needless_beside_one_that_requires_less():
    less, more = (evolve(VOTE, honours=None, requires={"done": words}) for words in (["heard"], ["heard", "tested"]))
    assert needless(less, evolve(more, id="b")) == []
    assert needless(more, evolve(less, id="b")) == []
    assert needless(less, evolve(less, id="b")) == [("b", "a")]


def test_exceptions_count_on_both_sides():
    spares_board = evolve(VOTE, unless=unless({"at": "board"}))
    assert needless(spares_board, AT_BOARD) == []
    assert needless(spares_board, evolve(AT_BOARD, when=({"at": "cabinet"},))) == [("b", "a")]
    assert needless(AT_BOARD, spares_board) == []
    spares_others = evolve(VOTE, id="c", unless=unless({"at": {"not": "board"}}))
    assert needless(AT_BOARD, spares_others) == [("c", "b")]


def test_two_dimensions_and_a_declared_departure_are_findings_of_their_own():
    research = entry("a", "study.finding", honours=True, quality=QUALITY)
    assert needless(research, evolve(research, id="b", quality=evolve(QUALITY, by=2))) == []
    assert needless(research, evolve(research, id="b")) == [("b", "a")]
    declared = DepartsFrom("guide.should", "Council", DAY, "Why.")
    local = entry("a", "ours.should", honours=True, departs_from=declared)
    assert needless(local, evolve(local, id="b", departs_from=None)) == []


NEAR = st.sampled_from((["vote"], ["vote", "speak"], ["speak"]))
WIDE = entries("wide", ["guide.should"], NEAR, 1)
NARROW = entries("narrow", ["guide.should"], NEAR, 1)


def inside_of(wide, other):
    """A rule that finds what the first finds, where the second's conditions hold as well."""
    when = tuple({**more, **table} for table in wide.when or ({},) for more in other.when or ({},))
    return evolve(wide, id="narrow", when=when, unless=(*wide.unless, *other.unless))


@given(WIDE, NARROW, st.booleans(), acts(), circumstances())
def test_where_the_needless_rule_judges_the_other_finds_the_same(first, second, alike, what, when):
    if alike and set(first.on) <= set(second.on):
        second = inside_of(first, second)
    wide, narrow = ready(first), ready(second)
    assume(wide is not None)
    assume(narrow is not None)
    whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (wide, narrow))
    for (needless_id, kept_id), bad in rules_inside_others(whole):
        two = [whole.by_id[name] for name in (needless_id, kept_id)]
        assert finds_alike(*two)
        one, other = (ruling(bad.cause, each, whole) for each in two)
        assert one.verdict == other.verdict
        assert one.verdict not in NOT_JUDGED
        found = ruling_on(whole, two[0], what, when)
        if found.verdict not in NOT_JUDGED:
            assert ruling_on(whole, two[1], what, when).verdict == found.verdict


@given(WIDE, NARROW)
def test_a_rule_made_to_lie_inside_another_is_found_unless_it_never_applies(first, second):
    assume(set(first.on) <= set(second.on))
    wide, narrow = ready(first), ready(inside_of(first, second))
    assume(wide is not None)
    assume(narrow is not None)
    whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (wide, narrow))
    never = witness_in(narrow.at_any_date, [item.box for item in narrow.unless], VOCABULARY) is None
    assert len(list(rules_inside_others(whole))) == (0 if never else 1)


@given(WIDE, NARROW)
def test_a_rule_is_not_within_another_exactly_where_an_act_shows_it(first, second):
    wide, narrow = ready(first), ready(second)
    assume(wide is not None)
    assume(narrow is not None)
    spared = [exception.box for exception in narrow.unless]
    alive = witness_in(narrow.at_any_date, spared, VOCABULARY)
    beyond = witness_in(narrow.at_any_date, [*spared, *wide.at_any_date], VOCABULARY)
    if within(narrow, wide, VOCABULARY):
        assert alive is not None
        assert beyond is None
    elif beyond is not None:
        whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (wide, narrow))
        text = as_given(beyond)
        assert ruling(text, narrow, whole).verdict not in NOT_JUDGED
        assert ruling(text, wide, whole).verdict in NOT_JUDGED


# --- A clash, and the act to paste ---


@FEW
@given(
    entries("a", ["guide.should", "guide.must"], st.just(["vote"]), 1),
    entries("b", ["guide.should-not", "guide.must"], st.just(["vote"]), 1),
)
def test_the_act_that_shows_a_clash_can_be_pasted_into_either_rule_and_both_speak_on_it(first, second):
    one, other = ready(first), ready(second)
    assume(one is not None)
    assume(other is not None)
    whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (one, other))
    for clash in clashes_in([one, other], VOCABULARY, GUIDANCE):
        verdicts = {ruling(undecided(clash).cause, rule, whole).verdict for rule in (one, other)}
        assert not verdicts & set(NOT_JUDGED)


def test_the_act_to_paste_is_a_table_with_its_date_as_a_date():
    one = entry(
        "a", "guide.must", on=["grade"], requires={"done": ["heard"]}, when={"count": {"from": 3}, "urgent": True}
    )
    other = entry("b", "guide.must", on=["grade"], requires={"done": {"not": ["heard"]}}, when={"known": ["told"]})
    (clash,) = book(one, other).clashes
    assert undecided(clash).cause.endswith(
        'given = { act = "grade", count = 3, level = "high", urgent = "true", date = 2012-01-01, known = ["told"] }'
    )


def test_what_an_act_leaves_out_is_left_out_of_the_act_to_paste():
    (rule,) = book(evolve(VOTE, when=({"matter": "none", "done": {"not": ["heard"]}},))).rules
    witness = witness_in(rule.at_any_date, (), VOCABULARY)
    assert (witness["matter"], witness["done"]) == ("none", frozenset())
    assert as_given(witness) == 'given = { act = "vote", at = "board", date = 2012-01-01 }'


# --- Law, dates and examples ---


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (entry("a", "guide.must", honours=True), []),
        (entry("a", "guide.regard", honours=True), [("E063", "cites[0]")]),
        (entry("a", "guide.regard", "act.should", honours=True), []),
        (entry("a", "guide.must-not"), [("E063", "cites[0]")]),
        (entry("a", "act.must", honours=True), []),
        (entry("a", "guide.should", honours=True), []),
        (entry("a", "guide.should", honours=True, departure=DEPARTURE), [("E063", "departure.regard")]),
        (entry("a", "guide.holder", honours=True), []),
    ],
)
def test_a_must_of_guidance_that_rests_on_no_law_is_found(item, expected):
    assert about(faults_in_law, item) == expected


def test_a_must_of_a_councils_own_document_rests_on_the_council():
    own = provision("ours.must", "must")
    guidance = evolve(GUIDANCE, provisions={**GUIDANCE.provisions, own.id: own})
    made = book(entry("a", "ours.must", honours=True), guidance=guidance)
    assert faults_in_law(made.rules[0], made) == []


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(dt.date(2011, 6, 1), dt.date(2011, 12, 31))], [("W060", "cites[0]")]),
        ([(dt.date(2011, 6, 1), dt.date(2012, 1, 1))], []),
        ([(dt.date(2012, 3, 1), dt.date(2012, 9, 1))], [("W060", "cites[0]")]),
        ([(dt.date(2012, 2, 29), dt.date(2012, 9, 1))], []),
        ([(dt.date(2009, 1, 1), dt.date(2010, 1, 1)), (dt.date(2012, 2, 1), dt.date(2012, 2, 2))], []),
    ],
)
def test_a_rule_in_force_on_no_date_of_a_scenario_is_a_warning(spans, expected):
    made = book(entry("a", "guide.lapsed", honours=True))
    found = faults_in_dates(made.rules[0], GUIDANCE, spans)
    assert shown(found) == expected
    assert {bad.severity for bad in found} <= {"warning"}


def examples(*given, expect="not-applicable"):
    return tuple(Example(item if isinstance(item, ActTable) else ActTable(item), expect) for item in given)


BOARD, SPEAK = act("vote", at="board"), act("speak", at="board")
HEARD = entry("a", "guide.should", requires={"done": ["heard"]})
WELL, ILL = ActTable(BOARD, done=("heard",)), ActTable(BOARD)


@pytest.mark.parametrize(
    ("item", "given", "missing"),
    [
        (VOTE, (), ["what it finds", "a near miss"]),
        (VOTE, (BOARD,), ["a near miss"]),
        (VOTE, (SPEAK,), ["what it finds"]),
        (VOTE, (BOARD, SPEAK), []),
        (VOTE, (BOARD, ActTable(BOARD, date=dt.date(2009, 1, 1))), ["a near miss"]),
        (evolve(VOTE, unless=unless({"at": "board"})), (BOARD, act("vote", at="cabinet")), []),
        (HEARD, (), ["it honoured", "it not honoured"]),
        (HEARD, (WELL,), ["it not honoured"]),
        (HEARD, (ILL, SPEAK), ["it honoured"]),
        (HEARD, (WELL, ILL), []),
        (entry("a", "guide.encouraged", honours=False), (BOARD, SPEAK), []),
        (entry("a", "guide.may"), (BOARD, SPEAK), []),
        (entry("a", "guide.may"), (SPEAK,), ["what it finds"]),
        (evolve(VOTE, when=({"at": "none"},)), (), []),
    ],
)
def test_the_ways_that_no_example_shows_are_found(item, given, missing):
    made = book(evolve(item, example=examples(*given)))
    found = faults_in_ways(made.rules[0], made)
    assert [(bad.code, bad.place.path) for bad in found] == [("E064", ("id",))] * len(missing)
    for bad, way in zip(found, missing, strict=True):
        assert f"no example of this rule shows {way}" in bad.cause


@given(RULES)
def test_the_example_offered_shows_the_way_that_is_missing(item):
    made = ready(item)
    assume(made is not None)
    whole = Rulebook(GUIDANCE, VOCABULARY, POINTS, (made,))
    for bad in faults_in_ways(made, whole):
        if "given = " in bad.cure:
            found = ruling(bad.cure, made, whole)
            assert found.verdict not in NOT_JUDGED
            if made.requires is not None:
                assert found.honoured == ("not honoured" not in bad.cause)


# --- Provisions and editions ---


def test_every_provision_is_cited_or_unruled_and_never_both():
    marked = {
        "guide.may": evolve(GUIDANCE.provisions["guide.may"], unruled="permission"),
        "guide.fact": evolve(GUIDANCE.provisions["guide.fact"], unruled="background"),
    }
    guidance = evolve(GUIDANCE, provisions={**GUIDANCE.provisions, **marked})
    rule = evolve(VOTE, departure=DEPARTURE, unless=unless({"at": "board"}))
    found = {
        (item.kind, item.ids[0]): (item.fault.code, str(item.fault.place))
        for item in faults_in_rulebook(book(rule, guidance=guidance))
        if item.kind == "provision"
    }
    assert found.pop(("provision", "guide.fact")) == ("E066", "unruled")
    assert set(found.values()) == {("E065", "id")}
    cited = {"guide.should-council", "guide.regard", "guide.fact"}
    assert {name for _, name in found} == set(GUIDANCE.provisions) - cited - {"guide.may"}


def test_a_rule_cites_for_itself_its_exceptions_and_its_departures():
    declared = DepartsFrom("guide.should-council", "Council", DAY, "Why.")
    item = entry(
        "a", "ours.should", "guide.fact", honours=True, departs_from=declared, departure=DEPARTURE,
        unless=(Unless({"at": "board"}, ("guide.may", "guide.fact")),),
    )  # fmt: skip
    cited = cited_by(book(item).rules[0])
    assert cited == ("ours.should", "guide.fact", "guide.may", "guide.regard", "guide.should-council")


@pytest.mark.parametrize(
    ("until", "replaced_by", "expected"),
    [
        ("2012", "guide", []),
        ("2012-01", "guide", []),
        ("2012-01-01", "guide", []),
        ("2011-12", "guide", [("E067", "until")]),
        ("2013", "guide", [("E067", "until")]),
        (None, "guide", [("E067", "replaced-by")]),
        (None, "the edition of 2012", []),
        ("2010", None, []),
    ],
)
def test_a_gap_or_an_overlap_between_a_source_and_what_replaced_it_is_found(until, replaced_by, expected):
    old = Source("old", "Old", "Old", "statutory-guidance", "2009", DAY, until=until, replaced_by=replaced_by)
    assert shown(faults_in_edition(old, GUIDANCE)) == expected


def test_a_whole_rulebook_tells_each_fault_with_what_it_is_about():
    made = book(evolve(VOTE, example=examples(BOARD, SPEAK, expect="departed")), AT_BOARD)
    found = [(item.kind, item.ids, item.fault.code) for item in faults_in_rulebook(made) if item.kind != "provision"]
    assert found == [
        ("rule", ("a",), "E024"),
        ("rule", ("a",), "E024"),
        ("rule", ("b",), "E064"),
        ("rule", ("b",), "E064"),
        ("rule", ("b", "a"), "E062"),
    ]


def test_a_clash_may_be_shown_at_either_rule():
    wants, forbids = evolve(VOTE, when=({"matter": "homes"},)), entry("b", "guide.should-not", when={"at": "board"})
    found = [item for item in faults_in_rulebook(book(wants, forbids)) if item.fault.code == "E023"]
    assert [item.ids for item in found] == [("a", "b")]


@pytest.mark.parametrize(("code", "severity"), [("E060", "error"), ("W060", "warning")])
def test_a_code_says_whether_a_fault_is_an_error_or_a_warning(code, severity):
    bad = Fault(code, "Cause", "Cure")
    assert bad.severity == severity
    assert f"{severity}[{code}]: Cause" in str(bad)
