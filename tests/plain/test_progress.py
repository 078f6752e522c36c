"""Progress in plain lines: told line by line, each block opened by a word."""

import re

import pytest
from running import run

from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store


@pytest.fixture
def store():
    found = Store(store_url())
    yield found
    found.close()


def kept(store, scenario="casting-vote", steps=("nothing",), ending="over", learner="Ann"):
    return store.begin(learner, Log(scenario, "", "", 1, steps=steps), ending)


def talk(*lines):
    ran = run("--plain", "--as", "Ann", given="".join(f"{line}\n" for line in lines))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_without_a_finished_play_it_says_what_to_do():
    told = " ".join(talk("progress", "back").split())
    assert "> Progress: no play has ended yet. Choose a scenario in the library" in told
    assert "Not yet played: The casting vote." in told


def test_a_play_that_cannot_be_played_again_is_named(store):
    number = kept(store)
    told = " ".join(talk("progress").split())
    assert "> Progress: 1 play has ended." in told
    assert f"Not counted: play {number}, " in told
    assert "it parts at step 1, nothing." in told
    assert "Played: The casting vote, once." in told


def test_the_plays_are_those_of_whoever_plays(store):
    kept(store, learner="Ben")
    assert "no play has ended yet" in talk("progress")


def test_the_review_opens_from_it_and_leads_back():
    told = talk("progress", "review", "back", "what", "quit")
    assert "\n> Review: 5 cards today" in told
    assert told.count("> Progress: ") == 2
    assert "> Not understood: Nothing is asked here. Say review" in told


def test_every_line_is_short_and_has_no_drawn_sign(store):
    kept(store, "x" * 3 + "\x1b[31m")
    told = talk("progress", "help").split("> ")
    for line in "".join(told[2:]).splitlines():
        assert len(line) <= 72 or line.startswith("  ")
        assert not re.search(r"[\x00-\x1f\x7f-\x9f─-▟]", line), line
    assert "xxx\\x1b[31m" in told[1] + told[2]
