"""A card and a day's sitting as lines: each opened by a word."""

import datetime as dt
import json

import pytest
from attrs import evolve

from lmcs_sim.guidance.collection import Citation
from lmcs_sim.learn.card import OPTIONS, Answer, Card
from lmcs_sim.learn.card_told import (
    answer_lines,
    grade_label,
    option_label,
    question_lines,
    sitting_line,
    sitting_record,
)
from lmcs_sim.learn.cards import cards_of
from lmcs_sim.learn.sitting import Sitting
from lmcs_sim.learn.spacing import GRADES, Spaced

DAY = dt.date(2026, 11, 22)
ONE = dt.timedelta(days=1)
ANSWER = Answer(
    "breached",
    "must",
    "The duty: tell the child.",
    "council",
    "yours-to-press",
    "Because\n  it is so.",
    "Ask for it.",
    (Citation("guide.p1", "Guidance, 2012 print", "para 1", "must tell"),),
    ("2012 text.",),
    True,
    (("met", "Be there"),),
)
DECISION = Card(
    "decision:s/a/b:r", "decision", "own", "r", "t", "The story: The scene", "It rains.", "Go home.", ANSWER
)
RULE = evolve(DECISION, id="rule:r", kind="rule", whose="example", moment="", place="Tell the child", right="must")


def test_a_decision_is_asked_about_in_its_moment():
    assert list(question_lines(DECISION)) == [
        "Card: The story: The scene",
        "Moment: It rains.",
        "You decided: Go home.",
        "Question: what does the guidance say of this, and whose duty is it?",
    ]
    assert list(question_lines(evolve(DECISION, whose="other")))[2] == "Another choice was: Go home."


@pytest.mark.parametrize(
    ("right", "modality", "asked"),
    [("must", "must", "must, should or may"), (None, "is", "whose is this"), (None, "finding", "is this sound")],
)
def test_a_rule_is_asked_about_as_its_words_allow(right, modality, asked):
    card = evolve(RULE, right=right, answer=evolve(ANSWER, modality=modality))
    lines = list(question_lines(card))
    assert lines[:2] == ["Card: Tell the child", "Act: Go home."]
    assert lines[2].startswith(f"Question: {asked}" if right is None else "Question: does the guidance say")
    assert asked in lines[2]


def test_the_answer_has_the_whole_block():
    assert list(answer_lines(DECISION)) == [
        "Verdict: Breached (!!)",
        "Says: The duty: tell the child.",
        "Whose: the council. Your part: the council's duty; yours to press for. Force: must.",
        "Because: Because it is so.",
        "Instead: Ask for it.",
        'Source: Guidance, 2012 print, para 1: "must tell"',
        "Since: 2012 text.",
        "Check: something has happened since; look up the present position before you rely on this.",
        "Also: Met (+): Be there",
    ]


@pytest.mark.parametrize("verdict", ["met", "taken-up", "used"])
def test_where_nothing_was_amiss_nothing_is_said_of_what_to_do_instead(verdict):
    lines = answer_lines(evolve(DECISION, answer=evolve(ANSWER, verdict=verdict)))
    assert not [line for line in lines if line.startswith("Instead:")]


def test_a_sitting_is_plain_data():
    spaced = {"decision:s/a/b:r": Spaced(DAY, DAY - 3 * ONE, DAY - ONE, "{}")}
    record = json.loads(json.dumps(sitting_record(Sitting((DECISION, RULE), 1, 2, 0, None), DAY, spaced)))
    assert {name: record[name] for name in ("today", "due", "new", "waiting", "answered", "next")} == {
        "today": "2026-11-22",
        "due": 1,
        "new": 1,
        "waiting": 2,
        "answered": 0,
        "next": None,
    }
    first, second = record["cards"]
    assert (first["id"], first["last"], first["due"]) == ("decision:s/a/b:r", "2026-11-19", "2026-11-21")
    assert (second["id"], second["kind"], second["last"], second["due"]) == ("rule:r", "rule", None, None)
    assert sitting_record(Sitting((), 0, 0, 5, DAY), DAY, {})["next"] == "2026-11-22"


def test_what_is_in_force_as_it_stands_is_not_to_be_checked():
    lines = answer_lines(evolve(DECISION, answer=evolve(ANSWER, overtaken=False, since=())))
    assert not [line for line in lines if line.startswith(("Check:", "Since:"))]


def test_what_was_said_stands_beside_what_the_text_says_without_a_mark():
    assert next(answer_lines(RULE, "may")) == "You said: may. The text: must."
    assert next(answer_lines(RULE, "must")) == "You said: must. The text: must."
    assert next(answer_lines(RULE)).startswith("Verdict:")
    assert next(answer_lines(DECISION, "must")).startswith("Verdict:")


def test_every_option_and_every_grade_has_its_words():
    assert len({option_label(option) for option in OPTIONS}) == len(OPTIONS)
    assert [grade_label(grade, days) for grade, days in zip(GRADES, (1, 2, 11, 365), strict=True)] == [
        "Forgot: back tomorrow",
        "Hard: back in 2 days",
        "Good: back in 11 days",
        "Easy: back in 365 days",
    ]


@pytest.mark.parametrize(
    ("sitting", "line"),
    [
        (Sitting((DECISION, RULE), 1, 0, 0, None), "Review: 2 cards today: 1 seen before, 1 new."),
        (
            Sitting((DECISION,), 1, 2, 0, None),
            "Review: 1 card today: 1 seen before, none new. 2 more wait for another day.",
        ),
        (Sitting((), 0, 0, 4, DAY), "Review: that is all for today. The next cards come on Sunday 22 November 2026."),
        (
            Sitting((), 0, 3, 10, DAY),
            "Review: that is all for today. The next cards come on Sunday 22 November 2026. "
            "3 more wait for another day.",
        ),
        (Sitting((), 0, 0, 0, DAY), "Review: nothing is due today. The next cards come on Sunday 22 November 2026."),
        (
            Sitting((), 0, 0, 0, None),
            "Review: there are no cards yet. They are made from your plays and from the rules.",
        ),
    ],
)
def test_a_sitting_says_how_much_there_is(sitting, line):
    assert sitting_line(sitting) == line


def test_every_card_of_the_shipped_rules_can_be_told(shipped):
    for card in cards_of([], shipped):
        lines = [*question_lines(card), *answer_lines(card, card.right)]
        assert all(line.partition(":")[2].strip() for line in lines)
        assert not [line for line in lines if "!" in line and not line.startswith(("Verdict: ", "Also: "))]
