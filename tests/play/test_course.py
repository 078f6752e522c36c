"""Each measure over the months: where it stood after every month in which something happened."""

from small import choice, event, game_of, play_of, scenario, scene

from lmcs_sim.play.course import Courses, courses_of
from lmcs_sim.play.debrief_told import course_line, month_names
from lmcs_sim.play.play import Play, undo
from lmcs_sim.play.score import outcomes_of
from lmcs_sim.scenario.scenario import Measure, Move


def moved(by: int) -> tuple[Move, ...]:
    return (Move("money", by, (), story=True),)


STORY = scenario(
    scene("first", choice("on", "second", moves=moved(-2)), month=0),
    scene("second", choice("wait", "third"), month=2),
    scene("third", choice("out", moves=moved(1)), month=4),
    ends=9,
    measure={"money": Measure("Money", "money", 1), "trust": Measure("Trust", "trust", 5)},
    event=(
        event("early", 1, moves=moved(-1)),
        event("late", 3, when={"measure": {"money": {"to": -2}}}, moves=moved(4)),
        event("last", 8, moves=moved(-5)),
    ),
)


def story(*steps: str, **more: object) -> tuple[Play, Courses]:
    play = play_of(*steps, game=game_of(STORY), **more)
    return play, courses_of(play)


def test_every_month_with_a_step_or_an_event_is_told_and_the_last_is_the_end():
    play, courses = story("on", "wait", "out")
    money, trust = courses.measures
    assert courses.months == (0, 1, 2, 3, 4, 8, 9)
    assert (money.start, money.values) == (1, (-1, -2, -2, 2, 3, -2, -2))
    assert (trust.start, trust.values) == (5, (5,) * 7)
    assert money.values[-1] == outcomes_of(play)["money"]["end"]


def test_a_play_that_goes_on_is_told_as_far_as_it_goes():
    play, courses = story("on", "wait")
    assert courses.months == (0, 1, 2, 3)
    assert month_names(play, courses)[-1] == "August 2012"
    assert courses_of(undo(undo(play))).months == ()


def test_months_never_go_back():
    late = scenario(
        scene("first", choice("on", "second"), month=0),
        scene("second", choice("spend", moves=moved(-9)), month=4),
        measure={"money": Measure("Money", "money", 1)},
        event=(event("short", 2, when={"measure": {"money": {"to": 0}}}, moves=moved(3)),),
    )
    courses = courses_of(play_of("on", "spend", game=game_of(late)))
    assert courses.months == (0, 4, 6)
    assert courses.measures[0].values == (1, -5, -5)


def test_what_was_brought_in_is_where_it_starts():
    carried = (("measure.money", 7),)
    assert story("on", carried=carried)[1].measures[0].start == 7


def test_in_words_only_months_that_changed_it_are_told_and_the_end():
    play, courses = story("on", "wait", "out")
    months = month_names(play, courses)
    assert months[-1] == "at the end, February 2013"
    told = [course_line(item, item.measure, months) for item in courses.measures]
    assert told == [
        "money: 1 at the start; May 2012: −1; June 2012: −2; August 2012: 2; September 2012: 3; January 2013: −2;"
        " at the end, February 2013: −2",
        "trust: 5 at the start; at the end, February 2013: 5",
    ]
