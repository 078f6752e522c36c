"""The plain debrief tells what could be attained: as it was proved before, or once it is."""

from running import SMALL_VISIT, run

from lmcs_sim.words.interface import WORKING_OUT

BEST, WORST = "The best that any play of this can do", "The worst: "


def play(*more):
    return run("play", SMALL_VISIT, "--plain", "--new", *more, given="pass-it-on\nput-a-question\n").out


def test_the_first_debrief_says_that_it_is_worked_out_and_then_tells_it():
    out = play()
    assert out.index(WORKING_OUT) < out.index(BEST) < out.index(WORST)


def test_the_next_debrief_knows_it_at_once():
    play()
    out = play()
    assert WORKING_OUT not in out
    assert out.index("Duty: ") < out.index(BEST) < out.index("Path: ")


def test_the_data_of_a_play_says_the_best_only_once_it_is_proved():
    arguments = ("play", SMALL_VISIT, "--choose", "pass-it-on,put-a-question", "--json")
    assert '"best": null' in run(*arguments).out
    assert run("prove", SMALL_VISIT).code == 0
    assert '"best": null' not in run(*arguments).out
