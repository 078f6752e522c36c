"""The shelf: its orders, what is shown of it, and what it says of a learner's plays."""

import pytest
from attrs import evolve

from lmcs_sim.desk import Desk
from lmcs_sim.play.play import Log
from lmcs_sim.play.suggestion import Suggestion
from lmcs_sim.shelf import View, seen, shelf_of, show_name, shows, state_line


@pytest.fixture
def desk(shipped, small_file):
    """Three scenarios: "B", short and about safeguarding; "a", long; "C", between them."""
    made = Desk((), "Ann")
    made.book = shipped

    def other(name, title, minutes, *themes):
        scenario = evolve(small_file.scenario, id=name, title=title, minutes=minutes, themes=themes)
        return evolve(small_file, scenario=scenario)

    made.files = (
        [
            other("first", "B", 5, "safeguarding", "role-boundary"),
            other("second", "a", 30, "accountability"),
            other("third", "C", 20, "safeguarding"),
        ],
        [],
    )
    yield made
    made.store.close()


def kept(desk, name, steps, ending=None):
    scenario = desk.by_id[name]
    desk.store.begin("Ann", Log(name, scenario.hash, desk.book.hash, 1, steps=steps), ending)


def titles(shelf, view):
    return [item.scenario.title for item in seen(shelf, view)]


@pytest.mark.parametrize(("order", "wanted"), [("title", "a B C"), ("length", "B C a"), ("theme", "a B C")])
def test_the_shelf_stands_in_the_order_that_is_asked_for(desk, order, wanted):
    assert titles(shelf_of(desk), View(order)) == wanted.split()


def test_a_theme_shows_the_scenarios_that_have_it_and_words_those_that_have_them(desk):
    shelf = shelf_of(desk)
    assert titles(shelf, View("length", "safeguarding")) == ["B", "C"]
    assert titles(shelf, View(words="ROLE boundary")) == ["B"]
    assert titles(shelf, View(words="carer nothing")) == []
    assert shows(shelf) == ("all", "unplayed", "accountability", "role-boundary", "safeguarding")


def test_only_a_play_that_ended_makes_a_scenario_played(desk):
    kept(desk, "first", ("turn-her-away",))
    kept(desk, "second", ("turn-her-away", "put-a-question"), "observer")
    kept(desk, "second", ("turn-her-away", "put-a-question"), "observer")
    kept(desk, "third", ())
    shelf = shelf_of(desk)
    assert titles(shelf, View(show="unplayed")) == ["B", "C"]
    told = {item.scenario.id: item.plays_line() for item in shelf}
    assert told["first"] == "begun, not yet to its end"
    assert told["second"].startswith("played 2 times, last on ")
    assert told["third"] == "not yet played"


def test_somebody_elses_plays_are_not_counted(desk):
    kept(desk, "first", ("turn-her-away", "put-a-question"), "observer")
    desk.learner = "Ben"
    assert titles(shelf_of(desk), View(show="unplayed")) == ["a", "B", "C"]


def test_what_to_play_next_is_marked_with_its_reason(desk):
    (item,) = [item for item in shelf_of(desk, [Suggestion(desk.by_id["third"].scenario, again=False)]) if item.next]
    assert item.scenario.id == "third"
    assert item.next == "C: not yet played. It is about safeguarding."


def test_the_state_is_told_in_a_line():
    told = state_line(View("length", "role-boundary", "vote"), 1, 4)
    assert told == "Order: by length, the shortest first. Shown: role boundary, 1 of 4. With the words: vote."
    assert show_name("unplayed") == "not yet played"


def test_what_lay_open_in_the_latest_play_of_each_scenario_decides_what_is_next(desk):
    # In the small story, a duty on safeguarding lies open where the carer is turned away.
    kept(desk, "first", ("turn-her-away", "put-a-question"), "observer")
    first, second = desk.suggestions()
    assert (first.scenario.id, first.theme, first.again) == ("third", "safeguarding", False)
    assert first.left.open == 1
    assert (second.scenario.id, second.theme) == ("second", "")


def test_a_play_without_a_step_is_no_play_and_one_whose_scenario_is_gone_is_passed_over(desk):
    kept(desk, "first", ())
    desk.store.begin("Ann", Log("gone", "1", "2", 1, steps=("any",)), None)
    assert [item.scenario.id for item in desk.suggestions()] == ["first", "second"]
