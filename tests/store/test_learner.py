"""What a store knows of a learner: progress from kept plays, and a day's cards."""

import datetime as dt
import os
import time

import pytest
from attrs import evolve

from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.store import learner as room
from lmcs_sim.store.attained import keep
from lmcs_sim.store.base import local_day
from lmcs_sim.store.learner import grade_card, progress_for, sitting_for
from lmcs_sim.store.opening import begin_session
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

TODAY = dt.date(2026, 11, 22)
PATHS = (("turn-her-away", "cast-the-vote", "file-them"), ("pass-it-on", "put-a-question"))


@pytest.fixture
def store():
    return Store(store_url())


@pytest.fixture
def games(small_game, small_file):
    def find(name):
        if name != "small-visit":
            raise LmcsError(Fault("E051", f"unknown scenario {name!r}", "Name another."))
        return small_game, small_file.hash

    return find


def play(store, game, file, *steps, learner="Ann", seed=1):
    session = begin_session(store, game, file, learner, seed)
    for name in steps:
        session.take(name)
    return session.id


def test_progress_is_of_the_learners_own_finished_plays(store, small_game, small_file, games):
    one, two = (play(store, small_game, small_file, *path) for path in PATHS)
    play(store, small_game, small_file, "turn-her-away")
    play(store, small_game, small_file, *PATHS[0], learner="Ben")
    found = progress_for(store, "Ann", games, (small_game.scenario,))
    assert [item.id for item in found.ended] == [two, one]
    assert found.left_out == ()
    assert [(shelf.scenario, shelf.ended, shelf.unfinished) for shelf in found.library] == [("small-visit", 2, 1)]
    assert {theme.theme for theme in found.themes} >= {"safeguarding"}
    assert found.ended[0].ledger.duty.whole.points > found.ended[1].ledger.duty.whole.points


def test_a_play_whose_scenario_is_gone_and_one_whose_story_changed_are_named(store, small_game, small_file, games):
    number = play(store, small_game, small_file, *PATHS[1])
    log = store.get(number).log
    gone = store.begin("Ann", evolve(log, scenario="gone"), "over")
    changed = store.begin("Ann", evolve(log, steps=("pass-it-on", "sing")), "over")
    found = progress_for(store, "Ann", games, ())
    assert {item.id: item.why for item in found.left_out} == {
        gone: "unknown scenario 'gone'",
        changed: "its story has changed since: it parts at step 2, sing",
    }
    assert [item.id for item in found.ended] == [number]


def test_the_best_stands_beside_a_play_also_of_an_older_text_that_still_agrees(
    store, small_game, small_file, games, monkeypatch
):
    number = play(store, small_game, small_file, *PATHS[0])
    log = store.get(number).log
    older = evolve(log, scenario_hash="an older text")
    old = store.begin("Ann", older, "party-to-it")

    def prove(of, points):
        best = Attainable(Ends(0, points, (), False, 1), Ends(2, -9, (), False, 1), {"safeguarding": 3})
        monkeypatch.setattr("lmcs_sim.store.attained.attainable_of", lambda *_: best)
        keep(of, small_game, None)
        found = progress_for(store, "Ann", games, ()).ended
        return {item.id: item.ledger.attainable and item.ledger.attainable.best.points for item in found}

    assert prove(log, 7) == {number: 7, old: 7}
    assert progress_for(store, "Ann", games, ()).ended[0].ledger.duty.by_theme["safeguarding"].best == 3


def test_each_scenario_is_looked_up_once_however_often_it_was_played(store, small_game, small_file, games):
    for _ in range(3):
        play(store, small_game, small_file, *PATHS[1])
    asked = []

    def count(name):
        asked.append(name)
        return games(name)

    progress_for(store, "Ann", count, ())
    assert asked == ["small-visit"]


def test_the_days_cards_come_from_the_learners_plays_and_the_rules(store, small_game, small_file, games, shipped):
    first = sitting_for(store, "Ann", games, shipped, TODAY)
    assert [card.kind for card in first.cards] == ["rule"] * 5
    play(store, small_game, small_file, *PATHS[0])
    found = sitting_for(store, "Ann", games, shipped, TODAY)
    assert found.cards[0].id.startswith("decision:small-visit/telephone/turn-her-away:")
    assert sitting_for(store, "Ben", games, shipped, TODAY) == first


def test_plays_that_cannot_be_played_again_and_unfinished_ones_make_no_card(
    store, small_game, small_file, games, shipped
):
    before = sitting_for(store, "Ann", games, shipped, TODAY)
    number = play(store, small_game, small_file, "turn-her-away")
    log = store.get(number).log
    store.begin("Ann", evolve(log, scenario="gone"), "over")
    store.begin("Ann", evolve(log, steps=("turn-her-away", "sing")), "over")
    store.begin("Ann", log, "over")
    assert sitting_for(store, "Ann", games, shipped, TODAY) == before


def test_the_same_way_through_a_story_is_played_again_once(store, small_game, small_file, games, shipped, monkeypatch):
    for seed in (1, 1, 1, 2):
        play(store, small_game, small_file, *PATHS[1], seed=seed)
    played = []
    again = room.replay
    monkeypatch.setattr(room, "replay", lambda *given: played.append(1) or again(*given))
    sitting_for(store, "Ann", games, shipped, TODAY)
    assert len(played) == 2


def test_a_graded_card_is_kept_and_comes_back_on_its_day(store, small_game, small_file, games, shipped):
    play(store, small_game, small_file, *PATHS[0])
    card = sitting_for(store, "Ann", games, shipped, TODAY).cards[0]
    spaced = grade_card(store, "Ann", card.id, "good", TODAY)
    store.close()
    again = Store(store_url())
    assert again.cards.of_learner("Ann") == {card.id: spaced}
    later = sitting_for(again, "Ann", games, shipped, TODAY)
    assert (later.answered, card.id in {item.id for item in later.cards}) == (1, False)
    due = sitting_for(again, "Ann", games, shipped, spaced.due)
    assert (due.cards[0].id, due.due) == (card.id, 1)
    second = grade_card(again, "Ann", card.id, "good", spaced.due)
    assert (second.first, second.last) == (TODAY, spaced.due)
    assert second.due - second.last > spaced.due - spaced.last


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs tzset")
def test_a_moment_falls_on_the_day_that_it_was_here(monkeypatch):
    try:
        for zone, day in (("UTC0", 21), ("XXX-2", 22), ("YYY5", 21)):
            monkeypatch.setitem(os.environ, "TZ", zone)
            time.tzset()
            assert local_day("2026-11-21T22:30:00.000001+00:00") == dt.date(2026, 11, day)
    finally:
        monkeypatch.undo()
        time.tzset()
