"""The commands on learning: how plays went, and the cards of today, as words and as data."""

import datetime as dt
import json

import pytest
from on_a_pty import run_on_a_pty
from running import run

from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store


@pytest.fixture
def store():
    found = Store(store_url())
    yield found
    found.close()


def kept(store, learner="Ann"):
    return store.begin(learner, Log("casting-vote", "", "", 1, steps=("nothing",)), "over")


def test_progress_is_told_in_words(store):
    kept(store)
    ran = run("progress", "--as", "Ann")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Progress: 1 play has ended.\n\nNot counted: play 1, ")


def test_progress_is_that_of_whoever_played_last(store):
    kept(store)
    kept(store, "Ben")
    assert json.loads(run("progress", "--json").out)["left_out"][0]["id"] == 2
    assert json.loads(run("progress", "--json", "--as", "Ann").out)["left_out"][0]["id"] == 1


def test_progress_as_data_has_every_part(store):
    record = json.loads(run("progress", "--json").out)
    assert list(record) == ["plays", "left_out", "themes", "traps", "library"]
    assert record["library"][0]["ended"] == 0


def test_the_cards_of_today_are_listed_and_none_is_asked():
    ran = run("review", "--json", "--as", "Ann", given="answer\ngood\n")
    record = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert record["today"] == dt.date.today().isoformat()
    assert (record["due"], record["new"], len(record["cards"])) == (0, 5, 5)
    assert "answer" not in record["cards"][0]
    run("review", "--as", "Ann", given="answer\ngood\n")
    again = json.loads(run("review", "--json", "--as", "Ann").out)
    assert (again["new"], again["answered"]) == (4, 1)
    assert again["cards"] == record["cards"][1:]


def test_a_review_in_a_pipe_is_a_sitting_in_plain_lines():
    ran = run("review", "--as", "Ann", given="")
    assert ran.out.startswith("Review: 5 cards today")
    assert ran.out.endswith("> \nSaved: Everything you decided is kept.\n")


def test_a_review_on_a_terminal_opens_at_a_card():
    keys = (("Show the answer", "\r"), ("Verdict", "4"), ("Card 2 of 5", "q"))
    shown = run_on_a_pty("-m", "lmcs_sim", "review", "--as", "Ann", keys=keys)
    assert shown.code == 0
    assert json.loads(run("review", "--json", "--as", "Ann").out)["answered"] == 1


def test_ascii_holds_for_both():
    for command in ("progress", "review"):
        assert run("--ascii", command, given="answer\n").out.isascii()
