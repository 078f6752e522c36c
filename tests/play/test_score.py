"""Findings of a step, points, open duties, the three ledgers, the debrief and the record."""

import json

import pytest
from attrs import evolve
from hypothesis import given
from small import (
    BOOK,
    DEPARTURE,
    POINTS,
    QUALITY,
    SCENARIO,
    act,
    at,
    book_of,
    choice,
    entry,
    event,
    game_of,
    play_of,
    scenario,
    scene,
)
from strategies import FEW, scenarios, walks

from lmcs_sim.play.consequence import Finding
from lmcs_sim.play.debrief import debrief_of
from lmcs_sim.play.findings import judge_acts, open_duties
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.play import Log, start, step
from lmcs_sim.play.record import play_record
from lmcs_sim.play.score import COUNTED, duty_of, findings_in, outcomes_of, quality_of
from lmcs_sim.play.why import near_misses_of, reasons_of
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Measure, Move

VOTE = act("vote", at="board")


def verdicts(book, *acts, **circumstances):
    found = judge_acts(book, acts, at(**circumstances))[0]
    return [(item.ruling.rule.id, item.ruling.verdict, item.points) for item in found]


# --- A step's findings ---


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_rule_counts_once_a_step_by_its_worst_verdict(order):
    book = book_of(entry("r", "guide.must", requires={"at": "board"}))
    acts = [act("vote", at="board"), act("vote", at="cabinet")]
    assert verdicts(book, *(acts[n] for n in order)) == [("r", "breached", -6)]
    assert verdicts(book, acts[0], acts[0]) == [("r", "met", 3)]


def test_the_same_rule_counts_again_in_another_step():
    item = scenario(scene("first", choice("go", "second", acts=(VOTE,))), scene("second", choice("go", acts=(VOTE,))))
    play = play_of("go", "go", game=game_of(item))
    assert duty_of(play).whole.points == 2 * POINTS["should"]["departed"]


def test_a_step_fails_to_have_regard_once_however_many_rules_it_departs_from():
    book = book_of(
        *(entry(name, "guide.should-council", on=["decide"], honours=False, departure=DEPARTURE) for name in ("a", "b"))
    )
    decide = act("decide", at="cabinet")
    assert verdicts(book, decide, decide) == [("a", "departed", -2), ("a", "breached", -6), ("b", "departed", -2)]


def test_what_judges_nothing_is_no_finding():
    book = book_of(entry("a", "guide.encouraged", honours=False), entry("b", "guide.lapsed", honours=False))
    assert verdicts(book, VOTE) == []


@pytest.mark.parametrize(("done", "by"), [(["heard"], 2), ([], -1)])
def test_research_moves_a_dimension_and_no_points(done, by):
    item = entry("r", "study.finding", requires={"done": ["heard"]}, quality=evolve(QUALITY, by=2))
    (found,) = judge_acts(book_of(item), [VOTE], at(done=done))[0]
    assert (found.dimension, found.by, found.points) == ("partnership", by, 0)


def test_research_that_moves_nothing_is_not_shown():
    item = entry("r", "study.finding", honours=True, quality=evolve(QUALITY, by=0))
    assert verdicts(book_of(item), VOTE) == []


def test_a_tag_names_the_trap_only_where_something_was_not_honoured_or_explained():
    item = entry("r", "guide.should-council", requires={"done": ["tested"]}, departure=DEPARTURE, tags=("no-record",))
    book = book_of(item)
    tags = {}
    for name, done in {"departed": [], "met": ["tested"], "explained": DEPARTURE.needs}.items():
        (found,) = judge_acts(book, [VOTE], at(done=done))[0]
        assert found.ruling.verdict == name
        tags[name] = found.tags
    assert tags == {"departed": ("no-record",), "met": (), "explained": ()}


# --- Open duties ---

WANTED = book_of(
    entry("ask", "guide.should", on=["ask"], honours=True),
    entry("required", "guide.must", on=["decide"], requires={"done": ["heard"]}),
    entry("encouraged", "guide.encouraged", on=["speak"], honours=True),
    entry("research", "study.finding", on=["speak"], honours=True, quality=QUALITY),
    entry("forbidden", "guide.should-not", on=["vote"]),
)
ASK, DECIDE, SPEAK = act("ask", who="head"), act("decide", at="cabinet"), act("speak", at="board")


def opened(taken, others, **circumstances):
    when = at(**circumstances)
    engaged = judge_acts(WANTED, taken, when)[0]
    return [(item.rule, item.choice) for item in open_duties(WANTED, engaged, others, when)]


def test_a_duty_lies_open_where_another_choice_would_have_met_it_by_the_act_itself():
    assert opened([VOTE], [("ask-it", (ASK,))]) == [("ask", "ask-it")]


@pytest.mark.parametrize(
    ("taken", "others"),
    [
        ([ASK], [("ask-it", (ASK,))]),
        ([VOTE], [("decide-it", (DECIDE,))]),
        ([VOTE], [("speak-it", (SPEAK,))]),
        ([SPEAK], [("vote-it", (VOTE,))]),
        ([VOTE], []),
    ],
    ids=["engaged", "met-by-what-it-requires", "will-and-research", "adverse", "nothing-else"],
)
def test_nothing_else_lies_open(taken, others):
    assert opened(taken, others, done=["heard"]) == []


def test_a_duty_open_by_two_choices_is_told_once_with_the_first():
    assert opened([VOTE], [("one", (ASK,)), ("two", (ASK, SPEAK))]) == [("ask", "one")]


def test_only_choices_that_were_on_offer_leave_a_duty_open():
    hidden = choice("hidden", when={"known": ["letter"]}, acts=(ASK,))
    item = scenario(scene("first", choice("go"), hidden))
    assert play_of("go", game=game_of(item, WANTED)).last_step.open == ()
    shown = evolve(item, scene=(scene("first", choice("go"), evolve(hidden, when=None)),))
    assert [each.choice for each in play_of("go", game=game_of(shown, WANTED)).last_step.open] == ["hidden"]


def test_an_enquiry_leaves_nothing_open():
    assert play_of("find-letter").last_step.open == ()


# --- Ledgers ---


def test_the_duty_ledger_adds_points_and_counts_verdicts_tags_and_themes():
    play = play_of("vote", "decide")
    record = duty_of(play).record()
    assert {name: record[name] for name in COUNTED} == {
        "met": 1,
        "open": 1,
        "breached": 2,
        "departed": 2,
        "explained": 0,
        "misplaced": 0,
        "no_power": 0,
        "taken_up": 0,
    }
    assert record["points"] == 2 - 2 * 2 - 2 * 6
    assert record["best"] is None
    assert record["tags"] == {"no-record": 2, "over-reach": 1}
    assert set(record) == {"points", "best", "tags", "by_theme", *COUNTED}


def test_a_theme_counts_its_own_points_and_its_own_open_duties():
    themes = duty_of(play_of("vote", "decide")).record()["by_theme"]
    assert {name: (tally["points"], tally["open"], tally["best"]) for name, tally in themes.items()} == {
        "a-theme": (-6 - 2 - 6, 0, None),
        "b-theme": (-2 + 2, 1, None),
    }


def test_what_was_used_or_observed_is_not_counted_as_duty():
    record = duty_of(play_of("find-letter")).record()
    assert record["points"] == 0
    assert all(record[name] == 0 for name in COUNTED)


def test_the_quality_ledger_shows_each_line_that_made_its_points():
    play = play_of("find-letter", "vote", "test")
    assert quality_of(play) == {
        "partnership": {
            "points": 2,
            "lines": [
                {"scene": "first", "rule": "a.speak", "by": 1},
                {"scene": "second", "rule": "a.speak", "by": 1},
            ],
        }
    }


def test_outcomes_say_where_each_measure_began_and_ended():
    play = play_of("hear-them", "vote", game=game_of(evolve(SCENARIO, event=())))
    assert outcomes_of(play) == {"standing": {"start": 5, "end": 4}}
    carried = play_of(game=game_of(evolve(SCENARIO, event=())), carried=(("measure.standing", 8),))
    assert outcomes_of(carried) == {"standing": {"start": 8, "end": 8}}


def test_measures_are_neither_capped_nor_floored():
    item = scenario(
        scene("first", choice("go", moves=(Move("n", -50, story=True),))), measure={"n": Measure("N", "time", 5)}
    )
    assert outcomes_of(play_of("go", game=game_of(item))) == {"n": {"start": 5, "end": -45}}


def played(item, walk):
    play = start(game_of(item, BOOK), Log(item.id, "hash", "small", 1))
    for turn in walk:
        if play.ended:
            break
        offered = ids_on_offer(play.game, play.situation)
        play = step(play, offered[turn % len(offered)])
    return play


@FEW
@given(scenarios(), walks)
def test_the_themes_of_the_duty_ledger_sum_to_the_whole(item, walk):
    duty = duty_of(played(item, walk))
    whole = duty.whole.record()
    parts = [tally.record() for tally in duty.by_theme.values()]
    for name in ("points", *COUNTED):
        assert sum(part[name] for part in parts) == whole[name]


@FEW
@given(scenarios(), walks)
def test_points_are_the_sum_of_the_findings_and_each_finding_has_its_citation(item, walk):
    play = played(item, walk)
    found = list(findings_in(play.turns))
    assert duty_of(play).whole.points == sum(each.points for each in found)
    for each in found:
        assert each.cites
        expected = 0 if each.dimension else BOOK.points_of(each.ruling.provision.force, each.ruling.verdict)
        assert each.points == expected
    for turn in play.turns:
        for taken in turn.steps:
            counted = [(each.ruling.rule.id, each.ruling.provision.id) for each in taken.findings]
            assert len(counted) == len(set(counted))
            assert sum(1 for each in taken.findings if each.ruling.provision.id == "guide.regard") <= 1


# --- Debrief ---


def test_the_debrief_tells_what_was_met_what_lay_open_and_what_went_against():
    play = play_of("find-letter", "vote", "decide", seed=3)
    told = debrief_of(play)
    assert told.ending is play.ending
    assert {item.ruling.verdict for item in told.adverse} <= set(ADVERSE)
    assert [item.ruling.rule.id for item in told.adverse] == ["a.not-vote", "a.hear", "a.test-first", "a.test-first"]
    assert [item.ruling.rule.id for item in told.met] == ["a.told"]
    assert [(turn.scene, item.rule) for turn, item in told.open] == [("first", "a.ask")]
    assert told.explained == ()


def test_the_debriefs_reading_begins_with_what_went_against_and_names_nothing_twice():
    told = debrief_of(play_of("vote", "decide"))
    assert told.reading == ("guide.should-not", "guide.must", "guide.should-council", "guide.regard", "guide.should")
    item = scenario(scene("first", choice("go", "second", acts=(VOTE,))), scene("second", choice("go", acts=(VOTE,))))
    assert debrief_of(play_of("go", "go", game=game_of(item))).reading == ("guide.should-not",)


def test_the_debriefs_path_tells_each_scene_in_words():
    first, second = debrief_of(play_of("find-letter", "vote", "decide")).path
    assert (first.scene, first.title, first.decided) == ("first", "The first scene", "Text of vote.")
    assert first.asked == ("Text of find-letter?",)
    assert second.title == "second"
    assert len(debrief_of(play_of("vote")).path) == 1


def test_luck_is_told_apart_whether_it_fired_or_missed():
    item = scenario(
        scene("first", choice("go")),
        event=(
            event("sure", 1),
            event("luck", 1, chance=50, about="money"),
            event("never", 1, chance=50, about="press", when={"done": ["heard"]}),
        ),
    )
    told = {debrief_of(play_of("go", game=game_of(item), seed=seed)).luck for seed in range(10)}
    assert {(each.event, each.about, each.chance, each.fired) for luck in told for each in luck} == {
        ("luck", "money", 50, True),
        ("luck", "money", 50, False),
    }


# --- Record ---

FINDING = {"rule", "verdict", "holder", "your_part", "tags", "because", "instead", "points", "since"}


def all_consequences(record):
    return [item for turn in record["turns"] for item in turn["consequences"]]


def test_the_record_has_every_promised_field_and_is_plain_data():
    record = play_record(play_of("find-letter", "vote", "decide"))
    assert set(record) == {"scenario", "seed", "turns", "ending", "duty", "quality", "outcomes"}
    assert json.loads(json.dumps(record)) == record
    for turn in record["turns"]:
        assert {"scene", "enquiries", "choice", "consequences"} <= set(turn)
    kinds = set()
    for item in all_consequences(record):
        kinds.add(item["kind"])
        assert item["text"]
        for cited in item["citations"]:
            assert set(cited) == {"provision", "source", "pinpoint", "quote"}
            assert all(cited.values())
        if item["kind"] == "finding":
            assert set(item) >= FINDING
            assert item["citations"]
        if item["kind"] == "measure":
            assert {"measure", "by"} <= set(item)
            assert bool(item["citations"]) != item.get("story", False)
    assert kinds == {"finding", "measure", "fact", "event", "ending"}


def test_a_record_tells_enquiries_and_the_choice_in_order():
    record = play_record(play_of("hear-them", "find-letter", "vote"))
    first = record["turns"][0]
    assert (first["scene"], first["enquiries"], first["choice"]) == ("first", ["hear-them", "find-letter"], "vote")
    assert record["ending"] is None


def test_a_finding_in_a_record_cites_the_governing_provision_first_and_what_has_become_of_it():
    record = play_record(play_of("vote"))
    (found,) = [item for item in all_consequences(record) if item["kind"] == "finding"]
    assert [cited["provision"] for cited in found["citations"]] == ["guide.should-not", "guide.fact"]
    assert found["citations"][0]["source"] == "Guidance, 2012 print"
    assert (found["verdict"], found["holder"], found["your_part"], found["tags"], found["points"]) == (
        "departed",
        "LMCS",
        "yours",
        ["over-reach"],
        -2,
    )
    assert found["since"][0]["text"] == "2012 text."


def test_the_second_finding_of_a_departure_says_the_departures_own_words():
    record = play_record(play_of("ask", "decide"))
    found = [item for item in all_consequences(record) if item["kind"] == "finding" and item["rule"] == "a.test-first"]
    assert [item["because"] for item in found] == ["Because of a.test-first.", DEPARTURE.says]
    assert [item["citations"][0]["provision"] for item in found] == ["guide.should-council", "guide.regard"]


def test_what_rests_on_law_points_to_it_and_says_how_sure_it_is():
    record = play_record(play_of("ask", "decide"))
    (found,) = [item for item in all_consequences(record) if item.get("rule") == "a.hear"]
    assert [(law["law"], law["sure"], law["limit"]) for law in found["rests_on"]] == [
        ("act-s1", False, "within reason")
    ]


def test_the_same_play_gives_the_same_bytes():
    one, other = (json.dumps(play_record(play_of("find-letter", "vote", "decide", seed=5))) for _ in range(2))
    assert one == other


# --- Why ---


def test_the_reasons_of_a_finding_tell_what_was_required_and_what_each_other_choice_gives():
    play = play_of("ask", "decide")
    reasons = {(item.finding.ruling.rule.id, item.finding.ruling.verdict): item for item in reasons_of(play)}
    first = reasons["a.test-first", "departed"]
    assert first.required == (("[tested]", False),)
    assert [done for _, done in first.needs] == [False, False, False]
    assert first.others == (("Text of test.", None),)
    assert first.date.verdict == "not-in-force"


def test_reasons_hide_no_finding_and_nothing_is_said_before_the_first_step():
    play = play_of("vote")
    assert [item.finding.ruling.rule.id for item in reasons_of(play)] == [
        item.ruling.rule.id for item in play.last_step.consequences if isinstance(item, Finding)
    ]
    assert reasons_of(play_of()) == ()
    assert near_misses_of(play_of()) == ()


def test_a_near_miss_of_the_last_step_names_the_act_and_the_one_condition():
    play = play_of("ask", "test")
    missed = {miss.rule.id: (said, miss.failed.field, miss.failed.value) for said, miss in near_misses_of(play)}
    assert missed == {"a.may": ("[lead-member] speaks [cabinet] [homes]", "at", "cabinet")}
