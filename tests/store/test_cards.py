"""The state of review cards: by learner, whole, and read back as it was kept."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from strategies import answered

from lmcs_sim.learn.spacing import graded
from lmcs_sim.store.place import store_url, url_of
from lmcs_sim.store.plays import Store

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def store():
    return Store(store_url())


def test_each_learner_has_dates_of_their_own(store):
    good, easy = graded(None, "good", TODAY), graded(None, "easy", TODAY)
    store.cards.keep("Ann", "rule:r", good)
    store.cards.keep("Ben", "rule:r", easy)
    store.cards.keep("Ann", "decision:a/b/c:r", easy)
    store.close()
    again = Store(store_url())
    assert again.cards.of_learner("Ann") == {"rule:r": good, "decision:a/b/c:r": easy}
    assert again.cards.of_learner("Ben") == {"rule:r": easy}
    assert again.cards.of_learner("Cas") == {}


def test_an_answer_takes_the_place_of_the_one_before(store):
    first = graded(None, "good", TODAY)
    second = graded(first, "forgot", first.due)
    store.cards.keep("Ann", "rule:r", first)
    store.cards.keep("Ann", "rule:r", second)
    assert store.cards.of_learner("Ann") == {"rule:r": second}
    assert second.first == TODAY


@given(answered())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_whatever_was_answered_is_read_back_as_it_was(tmp_path, card):
    spaced, day = card
    store = Store(url_of(tmp_path))
    store.cards.keep("Ann", "rule:r", spaced)
    read = store.cards.of_learner("Ann")["rule:r"]
    assert read == evolve(spaced)
    assert graded(read, "hard", day) == graded(spaced, "hard", day)
