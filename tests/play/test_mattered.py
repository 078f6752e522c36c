"""What mattered, in words: the decision, what it left, what was better, and of which luck it made use.

That every number is right is tested in tests/prove/test_mattered.py, against every play there is.
"""

import pytest
from attrs import evolve

from lmcs_sim.play.debrief import debrief_of
from lmcs_sim.play.debrief_told import mattered_lines, mattered_told
from lmcs_sim.play.mattered import Weighed, weigh
from lmcs_sim.play.play import Log, Play, replay, undo
from lmcs_sim.prove.attainable import attainable_of
from lmcs_sim.prove.prove import prove


@pytest.fixture(scope="module")
def proved(small_game):
    return attainable_of(small_game, prove(small_game))


def played(game, steps: str, seed: int = 1) -> Play:
    return replay(game, Log("small-visit", "", "", seed, (), tuple(steps.split(","))))[0]


def test_the_decision_the_rest_and_the_better_way_are_told(small_game, proved):
    play = played(small_game, "ask-officer,turn-her-away,cast-the-vote,file-them")
    told = mattered_told(play, weigh(play, proved.duty_map))
    assert [item.title for item in told] == ["The telephone", "The telephone", "The board"]
    assert told[0].lines == (
        "You asked: Ask the monitoring officer whose job this is.",
        "After it, the best this play could still end with was 4 points, no breaches.",
        "Better there, on duty: look into this first. Ask the Director how she knows the thresholds work."
        " Then decide: Pass it on to the Director today.",
        "That could still have led to 8 points, no breaches, and to the ending “Outside the decision”.",
        "It needed no other luck than this play had.",
    )
    assert told[2].lines[2] == "Better there, on duty: Put a question to the table."


def test_a_choice_that_was_right_but_too_soon_is_told_so(small_game, proved):
    play = played(small_game, "pass-it-on,put-a-question")
    (told,) = mattered_told(play, weigh(play, proved.duty_map))
    assert told.lines[2].endswith(
        "look into this first. Ask the Director how she knows the thresholds work. Then decide the same."
    )


def test_no_more_than_three_are_told(small_game, proved):
    play = played(small_game, "ask-officer,turn-her-away,cast-the-vote,file-them")
    weighed = weigh(play, proved.duty_map)
    more = evolve(weighed, decisions=weighed.decisions * 2)
    assert len(more.decisions) > 3
    assert len(mattered_told(play, more)) == 3


def test_a_play_that_lost_nothing_says_so(small_game, proved):
    play = replay(small_game, Log("small-visit", "", "", proved.best.seed, (), proved.best.path))[0]
    weighed = weigh(play, proved.duty_map)
    assert mattered_lines(weighed) == ("Nothing you decided put a better end out of reach, on duty.",)
    assert mattered_told(play, weighed) == ()


def test_other_luck_is_told_and_never_as_judgement(small_game, proved):
    play = played(small_game, "pass-it-on,put-a-question")
    weighed = weigh(play, proved.duty_map)
    other = evolve(weighed, decisions=(evolve(weighed.decisions[0], own_luck=False),))
    assert mattered_told(play, other)[0].lines[-1] == "It needed other luck than this play had."


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ((0, 1), "1 point"),
        ((0, 12), "12 points"),
        ((1, -3), "an end with 1 breach fewer"),
        ((2, 5), "an end with 2 breaches fewer and 5 points"),
    ],
)
def test_what_luck_put_out_of_reach_is_told_apart(lost, said):
    line = mattered_lines(Weighed((), lost))[-1]
    assert line == f"Luck put more out of reach: {said}. That is no judgement on you."


def test_it_is_weighed_once_the_play_has_ended_and_all_is_proved(small_game, proved):
    play = played(small_game, "pass-it-on,put-a-question")
    assert debrief_of(play, proved).weighed == weigh(play, proved.duty_map)
    assert debrief_of(play).weighed is None
    assert debrief_of(undo(play), proved).weighed is None
    assert debrief_of(play, evolve(proved, duty_map=None)).weighed is None
