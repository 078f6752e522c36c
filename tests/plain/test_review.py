"""Review in plain lines: a sitting reads on from line to line, and keeps every grade at once."""

import datetime as dt
import os
import re
import subprocess
import sys

import pytest
from running import run

from lmcs_sim import learning
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store


def spaced(learner="Ann"):
    store = Store(store_url())
    try:
        return dict(store.cards.of_learner(learner))
    finally:
        store.close()


def talk(*lines):
    ran = run("review", "--plain", "--as", "Ann", given="".join(f"{line}\n" for line in lines))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_a_sitting_is_a_question_an_answer_and_a_grade_over_and_over():
    told = talk("answer", "good", "answer", "forgot")
    assert told.startswith("Review: 5 cards today: none seen before, 5 new.\nCard: ")
    openings = re.findall(r"^(?:> )?([A-Z][a-z]+): ", told, flags=re.MULTILINE)
    question, answer = ["Card", "Act", "Question", "Answer"], ["Verdict", "Says", "Whose", "Because", "Instead"]
    assert openings[:12] == ["Review", *question, *answer, "Source", "Since"]
    assert openings[12:15] == ["Grade", "Kept", "Card"]
    assert "> Kept: Good, back in 2 days.\nCard: " in told
    assert "> Kept: Forgot, back tomorrow.\nCard: " in told
    assert told.endswith("> \nSaved: Everything you decided is kept.\n")
    today = dt.date.today()
    assert sorted((item.due - today).days for item in spaced().values()) == [1, 2]


def test_each_grade_says_beforehand_when_the_card_comes_back():
    told = " ".join(talk("answer").split())
    assert "forgot: back tomorrow, hard: back tomorrow, good: back in 2 days, easy: back in 8 days." in told


def test_nothing_is_graded_before_it_is_answered_and_nothing_answered_twice():
    told = talk("good", "answer", "answer", "easy", "easy")
    assert told.count("> Not understood: Say answer first") == 2
    assert "> Not understood: How well did you know it?" in told
    assert len(spaced()) == 1


def test_the_end_of_the_input_and_leaving_keep_what_was_graded():
    talk("answer", "good", "answer")
    assert len(spaced()) == 1
    talk("answer", "good", "quit", "answer", "good")
    assert len(spaced()) == 2
    assert "Review: 3 cards today" in talk()


def test_a_kill_loses_no_grade():
    command = [sys.executable, "-m", "lmcs_sim", "review", "--as", "Ann"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ) as process:
        process.stdin.write(b"answer\ngood\nanswer\n")
        process.stdin.flush()
        assert any(line.startswith(b"> Kept: ") for line in process.stdout)
        process.kill()
    assert len(spaced()) == 1


def test_the_day_ends_and_says_when_the_next_cards_come():
    told = talk(*["answer", "easy"] * 5, "answer", "good", "guidance")
    assert "\nReview: that is all for today. The next cards come on " in told
    assert told.count("> Not understood: There is no card left today.") == 2
    assert "> Guidance: Say some words" in told
    assert len(spaced()) == 5


def test_an_option_is_set_beside_the_text_without_a_mark(monkeypatch):
    make = learning.cards_in
    monkeypatch.setattr(
        learning, "cards_in", lambda *given: tuple(card for card in make(*given) if card.right == "must")
    )
    how = "Say one of these, to compare: must, should, may, none of these."
    assert f"Answer: {how}" in " ".join(talk().split())
    for line in ("Should", "answer should"):
        assert "> You said: should. The text: must.\nVerdict: " in talk(line)
    assert "> You said: none of these. The text: must.\n" in talk("none of these")
    assert f"> Not understood: {how}" in " ".join(talk("perhaps").split())
    assert "> Verdict: " in talk("answer")


@pytest.mark.parametrize("line", ["guidance", "guidance dfe2012.p8.not-day-to-day"])
def test_guidance_tells_what_the_card_rests_on_or_what_is_asked_for(line):
    told = talk(line, "answer")
    assert "> Provision: " in told
    assert ("Provision: dfe2012.p8.not-day-to-day" in told) == (" " in line)
    assert "\n> Verdict: " in told


def test_home_opens_it_and_back_leads_home():
    ran = run("--plain", "--as", "Ann", given="review\nback\nquit\n")
    assert "> Review: 5 cards today" in ran.out
    assert ran.out.count("Home: lmcs-sim.") == 2


def test_every_line_is_short():
    for line in talk(*["answer", "good"] * 5).splitlines():
        assert len(line) <= 74, line
