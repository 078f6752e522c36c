"""What to play next: first what was not yet played, nearest to what was left; else again, where most was left."""

import pytest
from attrs import evolve
from small import SCENARIO

from lmcs_sim.play.debrief_told import suggestion_line
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.score import duty_of
from lmcs_sim.play.suggestion import Left, Past, left_in, pasts_of, suggest
from lmcs_sim.rules.verdict import ADVERSE


def made(name, *themes):
    return evolve(SCENARIO, id=name, title=name.upper(), themes=themes)


ONE, TWO, THREE = made("one", "x", "y"), made("two", "y", "z"), made("three", "z", "role-boundary")
ALL = (ONE, TWO, THREE)


def told(*pasts):
    return [(item.scenario.id, item.again, item.theme) for item in suggest(ALL, pasts)]


def test_a_learner_who_played_nothing_is_given_the_first_two():
    assert told() == [("one", False, ""), ("two", False, "")]


def test_what_is_about_a_theme_with_more_left_comes_first():
    assert told(Past("one", {"role-boundary": Left(0, 1)})) == [("three", False, "role-boundary"), ("two", False, "")]
    both = {"role-boundary": Left(0, 3), "y": Left(1, 0)}
    assert told(Past("one", both)) == [("two", False, "y"), ("three", False, "role-boundary")]


def test_what_several_plays_left_adds_up_and_only_the_latest_play_of_a_scenario_counts():
    pasts = (Past("one", {"z": Left(0, 1)}), Past("two", {"z": Left(0, 1)}), Past("one", {"z": Left(9, 9)}))
    (first, second) = suggest(ALL, pasts)
    assert (first.scenario.id, first.theme, first.left) == ("three", "z", Left(0, 2))
    assert (second.scenario.id, second.again, second.left) == ("one", True, Left(0, 1))


def test_where_all_are_played_the_one_with_most_left_comes_again():
    pasts = (Past("one", {"x": Left(0, 9)}), Past("two", {"y": Left(1, 0), "z": Left(0, 2)}), Past("three", {}))
    assert told(*pasts) == [("two", True, ""), ("one", True, "")]
    assert suggest(ALL, pasts)[0].left == Left(1, 2)


def test_of_those_of_which_nothing_is_known_the_one_played_longest_ago_comes_first():
    assert told(Past("two"), Past("three"), Past("one")) == [("one", True, ""), ("three", True, "")]


def test_nothing_is_suggested_where_nothing_was_left_nor_a_scenario_that_is_gone():
    assert told(Past("one", {}), Past("two", {}), Past("three", {}), Past("gone", {"x": Left(1)})) == []


@pytest.mark.parametrize(
    ("pasts", "line"),
    [
        ((), "ONE: not yet played. It is about x, y."),
        (
            (Past("one", {"role-boundary": Left(1, 2)}),),
            "THREE: not yet played. It is about role boundary, where 1 finding went against duty and 2 duties lay open.",
        ),
        ((Past("one", {"y": Left(0, 1)}),), "TWO: not yet played. It is about y, where 1 duty lay open."),
        (
            (Past("one", {"x": Left(2)}), Past("two", {}), Past("three", {})),
            "ONE, once more: when you played it last, 2 findings went against duty.",
        ),
        ((Past("two"), Past("three"), Past("one")), "ONE, once more: it is the longest since you played it."),
    ],
)
def test_the_reason_is_told_in_a_sentence(pasts, line):
    assert suggestion_line(suggest(ALL, pasts)[0]) == line


def test_what_a_play_left_is_what_its_ledger_counts(small_game):
    steps = ("ask-officer", "turn-her-away", "cast-the-vote", "file-them")
    play = replay(small_game, Log("small-visit", "", "", 1, (), steps))[0]
    left, whole = left_in(play), duty_of(play).whole.counts
    assert sum(item.against for item in left.values()) == sum(
        number for name, number in whole.items() if name.replace("_", "-") in ADVERSE
    )
    assert sum(item.open for item in left.values()) == whole["open"] == 3
    assert all(left.values())
    assert pasts_of(play, ["one"]) == [Past("small-visit", left), Past("one")]
