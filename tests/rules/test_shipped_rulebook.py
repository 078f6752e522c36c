"""The rulebook that ships: its examples, and the judgements it must give."""

import itertools

import pytest
from attrs import evolve
from small import DAY

from lmcs_sim.play.findings import judge_acts
from lmcs_sim.play.record import finding_record
from lmcs_sim.rules.act import Act, Circumstances, faults_in_act
from lmcs_sim.rules.condition import Holds
from lmcs_sim.rules.examples import circumstances_of, verdicts_on
from lmcs_sim.rules.judging import judge
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import HONOURED, NOT_HONOURED
from lmcs_sim.rules.vocabulary import BUILT_IN
from lmcs_sim.toml.packs import built_in, load_rulebook

BOOK = load_rulebook([built_in()])
EXAMPLES = [(rule.id, number) for rule in BOOK.rules for number in range(len(rule.entry.example))]
EACH_RULE = pytest.mark.parametrize("name", [rule.id for rule in BOOK.rules])


@pytest.mark.parametrize(("name", "number"), EXAMPLES, ids=[f"{name}-{number}" for name, number in EXAMPLES])
def test_an_example_gives_the_verdict_it_expects(name, number):
    rule = BOOK.by_id[name]
    example = rule.entry.example[number]
    assert verdicts_on(example, rule, BOOK) == (example.expect, example.also)


@EACH_RULE
def test_every_rule_has_examples_both_ways(name):
    rule = BOOK.by_id[name]
    force = rule.provision.force
    given = [(example.expect, _honoured(rule, example)) for example in rule.entry.example]
    ways = {verdict if force != "finding" else (verdict, honoured) for verdict, honoured in given}
    if rule.entry.requires is None:
        finds = {(HONOURED if rule.honours is not False else NOT_HONOURED)[force], "not-taken-up"}
        assert finds & {verdict for verdict, _ in given}
        assert "not-applicable" in {verdict for verdict, _ in given}
    elif force == "finding":
        assert {("observed", True), ("observed", False)} <= ways
    else:
        assert {HONOURED[force], NOT_HONOURED[force]} <= ways


def _honoured(rule, example):
    at = circumstances_of(example, rule, BOOK)
    return any(ruling.honoured for ruling in judge(BOOK, example.given.act, at) if ruling.rule is rule)


@EACH_RULE
def test_every_rule_can_be_read_by_a_player(name):
    entry = BOOK.by_id[name].entry
    for text in (entry.title, entry.because, entry.instead):
        assert text.strip()
        assert "!" not in text
    assert "you breached" not in f"{entry.because} {entry.instead}".lower()


def test_no_rule_reads_a_measure_or_anything_outside_the_vocabulary():
    fields = {*BOOK.vocabulary.field, *BUILT_IN}
    for rule in BOOK.rules:
        boxes = [*rule.applies, *(exception.box for exception in rule.unless)]
        boxes += [rule.requires] if rule.requires is not None else []
        for box in boxes:
            assert {name for name, _ in box.tests} <= fields
            assert not any(name.startswith("measure") for name, _ in box.tests)
    assert "measure" not in fields


def test_no_rule_judges_what_only_explains_a_departure_and_none_rests_on_a_dead_text():
    governing = {rule.provision.id for rule in BOOK.rules}
    assert "dfe2012.p3.depart-clear-reasons" not in governing
    assert not {name for name in governing if name.startswith(("sg2005.", "roth2011."))}


def test_no_two_shipped_rules_pull_apart_undecided():
    assert all(clash.winner is not None for clash in BOOK.clashes)


def test_every_departure_is_regarded_by_paragraph_3():
    departures = [rule.entry.departure for rule in BOOK.rules if rule.entry.departure is not None]
    assert departures
    for departure in departures:
        assert departure.regard == "dfe2012.p3.must-have-regard"
        assert set(departure.needs) == {"guidance-considered", "clear-reasons-given", "decided-by-the-council"}


# --- The judgements that must come out ---


def findings(*acts, done=(), known=(), day=DAY):
    """What is found on duty of acts, each checked against the vocabulary first."""
    for each in acts:
        assert faults_in_act(each, BOOK.vocabulary, frozenset(BOOK.vocabulary.done)) == []
    at = Circumstances(
        day, frozenset((word, None) for word in done), frozenset(known), (("governance", "leader-and-cabinet"),)
    )
    return list(judge_acts(BOOK, acts, at)[0])


def act(name, does=(), **fields):
    return Act(name, tuple(sorted((key.replace("_", "-"), value) for key, value in fields.items())), tuple(does))


def on_duty(*acts, **at):
    """Verdict, pinpoint, holder, part and tags of each finding that counts on duty, in the verdicts' order."""
    uncounted = ("used", "taken-up")
    found = [item for item in findings(*acts, **at) if not item.dimension and item.ruling.verdict not in uncounted]
    return sorted(
        (
            item.ruling.verdict,
            BOOK.guidance.cite(item.cites[0]).pinpoint,
            item.holder,
            item.part,
            item.tags,
        )
        for item in found
    )


OVER, RETREAT = ("over-reach",), ("retreat",)


@pytest.mark.parametrize("name", ["vote", "decide", "chair"])
def test_voting_deciding_or_chairing_at_the_board_departs_from_paragraph_23_and_is_over_reach(name):
    assert on_duty(act(name, at="safeguarding-board", matter="thresholds")) == [
        ("departed", "para 23 s2", "LMCS", "yours", OVER)
    ]


def test_the_quote_under_a_vote_at_the_board_is_the_guidances_own():
    (found,) = findings(act("vote", at="safeguarding-board"))
    record = finding_record(found, BOOK)
    assert record["citations"][0]["quote"] == "but not be part of the decision making process"
    assert record["citations"][0]["source"] == "DfE guidance, 2012 print"


def test_silence_at_the_board_is_nothing_on_duty():
    assert on_duty(act("stay-silent", at="safeguarding-board", matter="thresholds")) == []


def test_an_open_question_at_the_board_is_met():
    assert [row[0] for row in on_duty(act("put-question", at="safeguarding-board", matter="thresholds"))] == ["met"]


def test_handing_education_to_another_member_is_the_councils_breach_under_the_key_points():
    (found,) = on_duty(act("hand-over", actor="leader", functions="education", to="another-member"))
    verdict, pinpoint, holder, part, tags = found
    assert (verdict, holder, part, tags) == ("breached", "council", "yours-to-press", ("wrong-holder",))
    assert pinpoint.startswith("Key points")


def test_sharing_the_work_and_keeping_the_responsibility_is_allowed_and_counts_for_nothing():
    shared = act("hand-over", actor="leader", functions="education", to="deputy-member")
    assert "used" in {item.ruling.verdict for item in findings(shared)}
    assert on_duty(shared) == []


ALLOCATE = act(
    "allocate-functions", actor="leader", functions="adult-services", to="lead-member", matter="added-functions"
)
TEST = ("assurance-asked-childrens-focus", "assurance-agreed-in-council", "assurance-review-date")
STEPS = ("guidance-considered", "clear-reasons-given", "decided-by-the-council")
PARA_10 = ("departed", "council", "yours-to-press")
PARA_3 = ("breached", "council", "yours-to-press")


def allocated(*acts, done=()):
    return [(row[0], row[1].split(" s")[0], *row[2:4]) for row in on_duty(*(acts or (ALLOCATE,)), done=done)]


def test_adult_services_with_no_test_departs_from_paragraph_10_and_unconsidered_also_breaches_paragraph_3():
    assert allocated() == [("breached", "para 3", *PARA_3[1:]), ("departed", "para 10", *PARA_10[1:])]


def test_adult_services_with_no_test_but_the_guidance_considered_only_departs():
    assert allocated(done=["guidance-considered"]) == [("departed", "para 10", *PARA_10[1:])]


def test_adult_services_after_a_test_of_three_parts_is_met():
    assert allocated(done=TEST) == [("met", "para 10", *PARA_10[1:])]


@pytest.mark.parametrize("missing", TEST)
def test_a_test_that_lacks_one_of_its_three_parts_is_not_a_test(missing):
    done = [word for word in TEST if word != missing] + ["guidance-considered"]
    assert allocated(done=done) == [("departed", "para 10", *PARA_10[1:])]


def test_the_same_test_afterwards_is_departed():
    after = act("have-tested", TEST, means="self-assessment", matter="added-functions")
    rows = allocated(ALLOCATE, after, done=["guidance-considered"])
    assert ("departed", "para 10", *PARA_10[1:]) in rows
    assert "met" not in {row[0] for row in rows if row[1] == "para 10"}
    before = allocated(after, ALLOCATE, done=["guidance-considered"])
    assert ("met", "para 10", *PARA_10[1:]) in before


def test_a_test_of_something_else_does_not_count():
    other = act("have-tested", TEST, means="self-assessment", matter="combined-posts")
    assert ("departed", "para 10", *PARA_10[1:]) in allocated(other, ALLOCATE, done=["guidance-considered"])


def test_departing_with_the_guidance_considered_and_clear_reasons_by_the_council_is_explained():
    assert allocated(done=STEPS) == [("explained", "para 10", *PARA_10[1:])]
    assert [row[0] for row in on_duty(ALLOCATE, done=STEPS)] == ["explained"]


@pytest.mark.parametrize("missing", STEPS[1:])
def test_reasons_that_are_not_clear_or_not_the_councils_explain_nothing(missing):
    assert allocated(done=[word for word in STEPS if word != missing]) == [("departed", "para 10", *PARA_10[1:])]


def test_calling_it_the_host_councils_job_misplaces_a_responsibility_under_the_key_points():
    ((verdict, pinpoint, holder, part, tags),) = on_duty(act("leave-to", to="host-council", matter="placement"))
    assert (verdict, holder, part, tags) == ("misplaced", "both", "yours", ("wrong-holder",))
    assert pinpoint.startswith("Key points")


@pytest.mark.parametrize("name", ["warn", "press-powers"])
def test_a_warning_notice_to_an_academy_is_no_power_that_anybody_has(name):
    ((verdict, pinpoint, holder, part, tags),) = on_duty(act(name, body="academy", matter="academy-standards"))
    assert (verdict, holder, part, tags) == ("no-power", "nobody", "not-yours", OVER)
    assert pinpoint.startswith("para 28")


def test_giving_orders_to_the_head_departs_from_paragraph_8_and_is_over_reach():
    rows = on_duty(act("instruct", who="head", matter="school-standards"))
    assert rows == [("departed", "para 8 s4", "LMCS", "yours", OVER)]


def test_refusing_the_carers_call_departs_from_paragraph_8_and_is_retreat():
    ((verdict, pinpoint, holder, part, tags),) = on_duty(act("turn-away", who="carer", matter="placement"))
    assert (verdict, holder, part, tags) == ("departed", "LMCS", "yours", RETREAT)
    assert pinpoint.startswith("para 8 ")


def test_over_reach_and_retreat_under_one_kind_of_provision_cost_the_same():
    (over,) = findings(act("instruct", who="head"))
    (retreat,) = findings(act("turn-away", who="carer"))
    assert (over.tags, retreat.tags) == (OVER, RETREAT)
    assert over.points == retreat.points < 0


def test_the_carers_call_is_supported_by_the_words_on_listening_to_carers():
    (found,) = [item for item in findings(act("turn-away", who="carer")) if not item.dimension]
    assert "dfe2012.p18.listen-to-parents-carers" in found.cites


def every_act(name):
    """Every act of one name: each field's every word, and each optional field left out."""
    entry = BOOK.vocabulary.act[name]
    names = ["actor", "capacity", *(field for field, _ in entry.carries())]
    optional = {field for field, required in entry.carries() if not required}
    domains = [[*BOOK.vocabulary.field[field].words, *([None] if field in optional else [])] for field in names]
    for values in itertools.product(*domains):
        yield Act(
            name, tuple(sorted((field, value) for field, value in zip(names, values, strict=True) if value is not None))
        )


def test_passing_on_a_concern_about_a_child_is_never_over_reach_whatever_its_fields():
    at = Circumstances(DAY, standing=(("governance", "leader-and-cabinet"),))
    count = 0
    for each in every_act("pass-on-concern"):
        count += 1
        for known in (frozenset(), frozenset(BOOK.vocabulary.known)):
            for ruling in judge(BOOK, each, evolve(at, known=known)):
                assert "over-reach" not in ruling.rule.entry.tags
                assert ruling.honoured
    assert count > 1000
    assert not [
        rule.id for rule in BOOK.rules if "over-reach" in rule.entry.tags and "pass-on-concern" in rule.entry.on
    ]


def test_passing_on_a_concern_the_same_day_is_met():
    assert "met" in [row[0] for row in on_duty(act("pass-on-concern", who="director", matter="safety-of-a-child"))]


@pytest.mark.parametrize("done", [(), ("options-considered",), ("options-considered", "evidence-looked-at")])
def test_ruling_academies_in_and_ruling_them_out_get_the_same_verdict(done):
    ruled_in, ruled_out = (
        on_duty(act("choose-structure", choice=choice, matter="school-standards"), done=done)
        for choice in ("rule-academies-in", "rule-academies-out")
    )
    assert ruled_in == ruled_out
    assert [row[0] for row in ruled_in] == ["met" if len(done) == 2 else "departed"]


def test_no_rule_reads_which_structure_was_chosen():
    for rule in BOOK.rules:
        assert "choice" not in {name for box in rule.applies for name, _ in box.tests}


def test_a_concern_that_stops_with_you_is_retreat_and_one_passed_on_is_met():
    kept = on_duty(act("close"), known=["told-of-a-concern"])
    assert [(row[0], row[4]) for row in kept] == [("departed", RETREAT)]
    passed = on_duty(act("close"), known=["told-of-a-concern"], done=["concern-passed-on"])
    assert [row[0] for row in passed] == ["met"]
    assert on_duty(act("close")) == []


def test_a_misstatement_of_the_text_is_a_matter_of_quality_tagged_stale_and_cites_the_true_text():
    for claim in (
        "adding-functions-unlawful",
        "exceptional-circumstances",
        "member-leads-safeguarding",
        "must-force-conversion",
    ):
        found = findings(act("say", claim=claim))
        assert [(item.dimension, item.tags, item.points) for item in found] == [
            ("substantive-knowledge", ("stale",), 0)
        ]
        assert found[0].cites[0] == "nfer2008.kf2.substantive-knowledge"
        assert any(name.startswith("dfe2012.") for name in found[0].cites)


def all_acts():
    """For each act, one of each required word: enough to wake most rules."""
    for name, entry in BOOK.vocabulary.act.items():
        required = [field for field, needed in entry.carries() if needed]
        for values in itertools.product(*(BOOK.vocabulary.field[field].words for field in required)):
            yield Act(name, tuple(sorted(zip(required, values, strict=True))))


def test_every_finding_of_every_act_has_a_citation_that_stands_in_the_guidance(shipped: Rulebook):
    seen = 0
    for each in all_acts():
        for item in judge_acts(shipped, [each], Circumstances(DAY))[0]:
            record = finding_record(item, shipped)
            seen += 1
            assert record["citations"]
            for cited in record["citations"]:
                assert cited["quote"]
                assert cited["pinpoint"]
                assert cited["provision"] in shipped.guidance.provisions
    assert seen > 60


def test_nothing_of_the_safeguarding_board_is_judged_after_boards_were_abolished():
    day = DAY.replace(year=2020)
    assert on_duty(act("vote", at="safeguarding-board", matter="thresholds"), day=day) == []


def test_a_set_condition_of_a_rule_names_only_words_that_rules_may_read():
    for rule in BOOK.rules:
        for box in rule.applies:
            for name, test in box.tests:
                if isinstance(test, Holds):
                    words = frozenset().union(test.every, test.none, *test.some)
                    assert words <= set(BOOK.vocabulary.words_of_set(name))
