"""When a card is due again: in whole days, by the answers alone."""

import datetime as dt
import json

import pytest
from attrs import evolve
from hypothesis import assume, given
from running import run_python
from strategies import answered, grades, review_days

from lmcs_sim.learn.spacing import GRADES, LONGEST, Spaced, days_until, graded

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


@given(answered(), grades)
def test_a_card_is_due_tomorrow_at_the_earliest_and_within_a_year(card, grade):
    spaced, today = card
    after = graded(spaced, grade, today)
    assert today + DAY <= after.due <= today + LONGEST * DAY
    assert (after.first, after.last) == (spaced.first, today)


@given(answered(), grades)
def test_the_scheduler_counts_in_whole_days(card, grade):
    spaced, today = card
    state = json.loads(graded(spaced, grade, today).state)
    for moment in (state["due"], state["last_review"]):
        assert moment.endswith("T00:00:00+00:00")
    assert state["due"][:10] == graded(spaced, grade, today).due.isoformat()


@given(answered())
def test_forgetting_shortens(card):
    spaced, today = card
    days = days_until(spaced, today)
    assert days["forgot"] == 1
    assert [days[grade] for grade in GRADES] == sorted(days.values())
    # And not for the next day alone: known again on that day, it is due sooner than had it been known at once.
    again = graded(graded(spaced, "forgot", today), "good", today + DAY)
    straight = graded(graded(spaced, "good", today), "good", today + days["good"] * DAY)
    assert again.due - again.last <= straight.due - straight.last


@given(review_days)
def test_a_new_card_that_was_known_better_comes_back_later(today):
    days = days_until(None, today)
    assert days == {"forgot": 1, "hard": 1, "good": 2, "easy": 8}


@given(answered(), grades)
def test_the_same_answers_on_the_same_days_give_the_same_dates(card, grade):
    spaced, today = card
    assert graded(spaced, grade, today) == graded(evolve(spaced), grade, today)


@given(answered(), grades)
def test_what_the_scheduler_keeps_is_read_back_whole(card, grade):
    from fsrs import Card

    spaced, today = card
    assert Card.from_json(spaced.state).to_json() == spaced.state
    read = Spaced(spaced.first, spaced.last, spaced.due, json.dumps(json.loads(spaced.state)))
    assert graded(read, grade, today) == graded(spaced, grade, today)


@given(answered(), grades)
def test_a_clock_that_was_set_back_does_no_harm(card, grade):
    spaced, _ = card
    earlier = spaced.last - 30 * DAY
    assume(earlier > dt.date(2019, 12, 1))
    after = graded(spaced, grade, earlier)
    assert earlier + DAY <= after.due <= earlier + LONGEST * DAY


def test_what_is_known_well_is_due_later_each_time_up_to_a_year():
    spaced, waits = None, []
    today = TODAY
    for _ in range(7):
        spaced = graded(spaced, "good", today)
        waits.append((spaced.due - today).days)
        today = spaced.due
    assert waits == sorted(waits)
    assert waits[:3] == [2, 11, 46]
    assert waits[-1] == LONGEST


@pytest.mark.parametrize("state", ["", "{}", "[]", "null", '{"card_id": 0}', "not JSON at all"])
def test_state_that_cannot_be_read_is_begun_anew(state):
    spaced = Spaced(TODAY - 9 * DAY, TODAY - 3 * DAY, TODAY, state)
    after = graded(spaced, "good", TODAY)
    assert (after.first, after.due) == (spaced.first, TODAY + 2 * DAY)


def test_the_clock_and_chance_are_never_asked():
    asked = """
import datetime, random, time
import fsrs.card, fsrs.scheduler
from lmcs_sim.learn.spacing import graded
def refuse(*_, **__):
    raise AssertionError("asked")
class Day(datetime.datetime):
    now = today = utcnow = refuse
for module in (fsrs.card, fsrs.scheduler):
    module.datetime = Day
fsrs.scheduler.random = time.sleep = time.time = refuse
day, spaced = datetime.date(2026, 11, 22), None
for grade in ("good", "good", "forgot", "hard", "easy"):
    spaced = graded(spaced, grade, day)
    day = spaced.due
print(day)
"""
    assert run_python(asked).out.strip() > "2026-12-01"


def test_the_scheduler_is_loaded_by_the_first_answer_and_not_before():
    loaded = "import sys, lmcs_sim.learning, lmcs_sim.learn.card_told; print('fsrs' in sys.modules)"
    assert run_python(loaded).out == "False\n"
