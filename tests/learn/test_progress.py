"""How plays went, by theme and by week; a play that cannot be played again is named."""

import datetime as dt

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from small import SCENARIO, choice, ending, game_of, play_of, scenario, scene

from lmcs_sim.learn.progress import (
    Ledger,
    NotReplayed,
    adverse,
    monday_of,
    played_again,
    progress_of,
    week_of,
)
from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.play import Log
from lmcs_sim.play.score import Duty, Tally, duty_of

BEST = Attainable(Ends(0, 9, (), False, 1), Ends(2, -9, (), False, 1), {"a-theme": 5})


@frozen
class Kept:
    id: int
    log: Log
    ending: str | None
    updated: str


def play(number, day, scenario="small", ending="over"):
    return Kept(number, Log(scenario, "", "", number), ending, day)


def ledger(points, breached=0, theme="a-theme", tags=(), **counts):
    tally = Tally(points, None, {"breached": breached, **counts})
    return Ledger(Duty(tally, dict.fromkeys(tags, 1), {theme: tally}))


def progress(plays, ledgers, library=(SCENARIO,)):
    return progress_of(plays, lambda item: ledgers[item.id], library, dt.date.fromisoformat)


def test_finished_plays_are_told_the_latest_first_and_unfinished_ones_are_not():
    plays = [play(1, "2026-11-02"), play(2, "2026-11-20"), play(3, "2026-11-21", ending=None)]
    found = progress(plays, {1: ledger(1), 2: ledger(2)})
    assert [(item.id, item.day, item.ledger.duty.whole.points) for item in found.ended] == [
        (2, dt.date(2026, 11, 20), 2),
        (1, dt.date(2026, 11, 2), 1),
    ]


def test_a_play_that_cannot_be_played_again_is_named_and_counts_nowhere():
    found = progress([play(1, "2026-11-02"), play(2, "2026-11-20")], {1: ledger(1), 2: NotReplayed("it is gone")})
    assert [(item.id, item.scenario, item.why) for item in found.left_out] == [(2, "small", "it is gone")]
    assert [item.id for item in found.ended] == [1]
    assert found.themes[0].plays == 1


def test_a_theme_has_its_latest_and_its_best_so_far():
    ledgers = {1: ledger(5), 2: ledger(9, breached=1), 3: ledger(4)}
    found = progress([play(number, f"2026-11-0{number}") for number in ledgers], ledgers)
    (theme,) = found.themes
    assert (theme.theme, theme.plays, theme.latest.play) == ("a-theme", 3, 3)
    # A breach is not made good by points.
    assert (theme.best.play, theme.best.tally.points) == (1, 5)


def test_of_two_plays_as_good_the_later_is_the_best():
    found = progress([play(1, "2026-11-01"), play(2, "2026-11-02")], {1: ledger(5), 2: ledger(5)})
    assert found.themes[0].best.play == 2


def test_a_week_adds_up_what_its_plays_came_by():
    ledgers = {1: ledger(2, met=1, open=2), 2: ledger(-4, breached=1, met=1), 3: ledger(3, met=1)}
    days = {1: "2026-11-16", 2: "2026-11-22", 3: "2026-11-23"}
    (theme,) = progress([play(number, days[number]) for number in days], ledgers).themes
    first, second = theme.weeks
    assert (first.week, first.plays, first.points) == ((2026, 47), 2, -2)
    assert dict(first.counts) == {"breached": 1, "met": 2, "open": 2}
    assert (second.week, second.plays) == ((2026, 48), 1)
    assert theme.latest.play == 3


def test_themes_stand_in_the_order_of_their_names():
    found = progress([play(1, "2026-11-01"), play(2, "2026-11-02")], {1: ledger(1, theme="b"), 2: ledger(1, theme="a")})
    assert [theme.theme for theme in found.themes] == ["a", "b"]


def test_weeks_are_those_of_iso_8601_and_begin_on_monday():
    assert week_of(dt.date(2026, 12, 31)) == week_of(dt.date(2027, 1, 3)) == (2026, 53)
    assert week_of(dt.date(2027, 1, 4)) == (2027, 1)
    assert monday_of((2026, 53)) == dt.date(2026, 12, 28)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_lies_in_the_seven_days_of_its_week(day):
    assert dt.timedelta(0) <= day - monday_of(week_of(day)) < dt.timedelta(7)


def test_the_day_is_the_one_that_is_handed_in():
    late = play(1, "2026-11-22T23:30:00+00:00")
    found = progress_of([late], lambda _: ledger(1), (), lambda _: dt.date(2026, 11, 23))
    assert found.ended[0].week == (2026, 48)


def test_traps_are_counted_by_week():
    ledgers = {1: ledger(0, tags=("retreat",)), 2: ledger(0, tags=("over-reach", "retreat")), 3: ledger(0)}
    days = {1: "2026-11-16", 2: "2026-11-17", 3: "2026-11-30"}
    found = progress([play(number, days[number]) for number in days], ledgers)
    assert found.traps == (((2026, 47), {"over-reach": 1, "retreat": 2}),)


def test_the_library_says_what_was_played_to_its_end_and_what_was_not():
    other, third = scenario(scene("s", choice("c")), id="other"), scenario(scene("s", choice("c")), id="third")
    plays = [
        play(1, "2026-11-01"),
        play(2, "2026-11-02"),
        play(3, "2026-11-03", "other", ending=None),
        play(4, "2026-11-04", "gone"),
    ]
    ledgers = {1: ledger(1), 2: NotReplayed("it parts"), 4: NotReplayed("it is gone")}
    found = progress(plays, ledgers, (SCENARIO, other, third))
    assert [(shelf.scenario, shelf.ended, shelf.unfinished) for shelf in found.library] == [
        ("small", 2, 0),
        ("other", 0, 1),
        ("third", 0, 0),
    ]
    assert [shelf.scenario for shelf in found.not_yet] == ["other", "third"]


def test_what_went_against_duty_is_every_verdict_that_does():
    counts = {"breached": 1, "departed": 2, "misplaced": 3, "no_power": 4, "explained": 50, "met": 60, "open": 70}
    assert adverse(counts) == 10


def test_a_play_played_again_has_its_ledger_beside_the_best():
    played = play_of("vote", "decide")
    found = played_again(played.log, played.game, BEST)
    assert found == Ledger(duty_of(played, BEST), BEST)
    assert found.duty.by_theme["a-theme"].best == 5
    assert found.duty.whole.best == 9


def test_a_play_whose_story_has_changed_says_where_it_parts():
    played = play_of("vote", "decide")
    shorter = game_of(
        scenario(*SCENARIO.scene[:1], choice_of_another("second"), fact=SCENARIO.fact, measure=SCENARIO.measure)
    )
    found = played_again(played.log, shorter)
    assert isinstance(found, NotReplayed)
    assert found.why == "its story has changed since: it parts at step 2, decide"


def choice_of_another(name):
    return scene(name, choice("other"))


def test_a_play_whose_story_now_goes_on_is_not_counted_as_finished():
    played = play_of("go", game=game_of(scenario(scene("s", choice("go")))))
    longer = game_of(scenario(scene("s", choice("go", "t")), scene("t", choice("on"))))
    assert isinstance(played_again(played.log, played.game), Ledger)
    found = played_again(played.log, longer)
    assert isinstance(found, NotReplayed)
    assert "goes on where this play ended" in found.why


def test_an_ending_of_another_name_is_still_an_end():
    played = play_of("go", game=game_of(scenario(scene("s", choice("go")))))
    renamed = game_of(scenario(scene("s", choice("go")), ending=(ending("renamed"),)))
    assert isinstance(played_again(played.log, renamed), Ledger)


@pytest.mark.parametrize("plays", [[], [play(1, "2026-11-02", ending=None)]])
def test_without_a_finished_play_there_is_only_the_library(plays):
    found = progress(plays, {})
    assert (found.ended, found.left_out, found.themes, found.traps) == ((), (), (), ())
    assert [shelf.scenario for shelf in found.not_yet] == ["small"]
