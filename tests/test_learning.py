"""What the faces do with progress and review: plays played again, cards made, grades kept at once."""

import datetime as dt

import pytest
from attrs import evolve

from lmcs_sim.desk import Desk
from lmcs_sim.faults import LmcsError
from lmcs_sim.learn.progress import Ledger, NotReplayed
from lmcs_sim.learning import Replays, begin_review, cards_in, progress_in, progress_known
from lmcs_sim.play.play import Log
from lmcs_sim.store.attained import attained
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
STEPS = ("turn-her-away", "put-a-question")


@pytest.fixture
def desk(shipped, small_file):
    made = Desk((), "Ann")
    made.book, made.files = shipped, ([small_file], [])
    yield made
    made.store.close()


def kept(desk, *steps, ending="observer", scenario="small-visit", **more):
    log = Log(scenario, "", "", 1, steps=steps or STEPS, **more)
    return desk.store.get(desk.store.begin("Ann", log, ending))


def known_again(learner="Ann"):
    store = Store(store_url())
    try:
        return dict(store.cards.of_learner(learner))
    finally:
        store.close()


def test_a_play_is_played_again_in_todays_text(desk, small_file):
    found = Replays(desk).ledger(kept(desk))
    assert isinstance(found, Ledger)
    assert found.attainable is None


def test_what_is_proved_of_todays_text_stands_beside_an_older_play(desk, small_file, small_game):
    proved = attained(Log(small_file.scenario.id, small_file.hash, desk.book.hash, 1), small_game)
    assert proved is not None
    found = Replays(desk).ledger(kept(desk))
    assert found.attainable == proved
    assert found.duty.whole.best == proved.best.points


def test_a_play_that_brought_something_in_stands_beside_nothing(desk, small_file, small_game):
    attained(Log(small_file.scenario.id, small_file.hash, desk.book.hash, 1), small_game)
    replays = Replays(desk)
    assert replays.ledger(kept(desk)).attainable is not None
    assert replays.ledger(kept(desk, carried=(("measure.trust", 1),))).attainable is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"scenario": "gone"}, "its scenario, gone, is not here"),
        ({"ending": "observer", "steps": ("nothing",)}, "its story has changed since: it parts at step 1, nothing"),
    ],
)
def test_a_play_that_cannot_be_played_again_is_named_with_the_reason(desk, changed, why):
    saved = kept(desk, *changed.pop("steps", ()), **changed)
    assert Replays(desk).ledger(saved) == NotReplayed(why)
    assert Replays(desk).play(saved) is None
    assert [item.why for item in progress_in(desk, [saved]).left_out] == [why]


def test_a_play_of_a_scenario_with_faults_is_named_and_stops_nothing(desk, small_file):
    first = small_file.scenario.scene[0]
    broken = evolve(small_file.scenario, scene=(evolve(first, choice=first.choice[:0]), *small_file.scenario.scene[1:]))
    desk.files = ([evolve(small_file, scenario=broken)], [])
    found = Replays(desk).ledger(kept(desk))
    assert isinstance(found, NotReplayed)
    assert found.why.startswith("its scenario has faults: ")


def test_what_is_known_before_plays_are_played_again_is_how_many_ended_and_what_was_played(desk):
    plays = [kept(desk), kept(desk), kept(desk, ending=None)]
    known = progress_known(desk, plays)
    assert (known.told, known.ended) == (2, ())
    assert [(shelf.ended, shelf.unfinished) for shelf in known.library] == [(2, 1)]
    assert progress_in(desk, plays).told == 2


def test_what_is_not_wanted_any_more_is_not_played_again(desk, monkeypatch):
    ways = (STEPS, ("pass-it-on", "put-a-question"), ("turn-her-away", "cast-the-vote", "file-them"))
    plays, asked = [kept(desk, *steps) for steps in ways], []
    monkeypatch.setattr(Replays, "ledger", lambda _, saved: asked.append(saved.id) or NotReplayed("x"))
    monkeypatch.setattr(Replays, "play", lambda _, saved: asked.append(saved.id))

    def wanted():
        return len(asked) < 2

    progress_in(desk, plays, wanted)
    assert len(asked) == 2
    asked.clear()
    cards_in(desk, plays, wanted)
    assert len(asked) == 2


def test_cards_are_made_of_finished_plays_that_still_play_and_of_the_rules(desk):
    rules = cards_in(desk, [])
    plays = [kept(desk), kept(desk, ending=None), kept(desk, "nothing")]
    cards = cards_in(desk, plays)
    decisions = [card for card in cards if card.kind == "decision"]
    assert decisions
    assert len(cards) == len(rules) + len(decisions)
    assert cards_in(desk, plays[1:]) == rules


def test_the_same_way_through_a_story_is_played_again_once(desk, monkeypatch):
    again, played = Replays.play, []
    monkeypatch.setattr(Replays, "play", lambda self, saved: played.append(saved.id) or again(self, saved))
    plays = [kept(desk), kept(desk), kept(desk, "pass-it-on", "put-a-question"), kept(desk)]
    cards = cards_in(desk, plays)
    assert len(played) == 2
    assert cards == cards_in(desk, plays[1:])


def test_a_grade_is_kept_before_the_next_card_comes_up(desk):
    review = begin_review(desk, TODAY)
    first = review.card
    days = review.days()
    assert review.grade("easy") == days["easy"] > 1
    assert review.card != first
    spaced = known_again()
    assert list(spaced) == [first.id]
    assert spaced[first.id].due == TODAY + days["easy"] * DAY
    assert begin_review(desk, TODAY).card == review.card


def test_a_grade_that_cannot_be_kept_leaves_the_card_up(desk, monkeypatch):
    review = begin_review(desk, TODAY)
    first = review.card

    def full(*_):
        raise desk.store._base.gone_on()

    monkeypatch.setattr(desk.store.cards, "keep", full)
    with pytest.raises(LmcsError):
        review.grade("good")
    assert review.card == first
    monkeypatch.undo()
    assert review.grade("good") > 0


def test_a_day_comes_to_an_end_and_the_next_begins(desk):
    review = begin_review(desk, TODAY)
    while review.card is not None:
        review.grade("good")
    assert review.sitting.answered == 5
    assert begin_review(desk, TODAY).card is None
    assert begin_review(desk, TODAY + DAY).card is not None


def test_another_learner_has_a_sitting_of_their_own(desk):
    review = begin_review(desk, TODAY)
    review.grade("good")
    desk.learner = "Ben"
    assert begin_review(desk, TODAY).sitting.answered == 0
    review.grade("good")
    assert len(known_again("Ann")) == 2
    assert known_again("Ben") == {}
