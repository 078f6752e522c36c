"""The plain debrief tells what could be attained: as it was proved before, or once it is."""

from running import SMALL_VISIT, run

from lmcs_sim.plain.debrief import debrief_lines
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.suggestion import pasts_of, suggest
from lmcs_sim.words.catalogue import said

BEST, WORST = "The best that any play of this can do", "The worst: "
MATTERED = "Mattered: For each: "


def play(*more):
    return run("play", SMALL_VISIT, "--plain", "--new", *more, given="pass-it-on\nput-a-question\n").out


def test_the_first_debrief_says_that_it_is_worked_out_and_then_tells_it():
    out = play()
    assert out.index(said("debrief.working-out")) < out.index(BEST) < out.index(WORST) < out.index(MATTERED)


def test_the_next_debrief_knows_it_at_once():
    play()
    out = play()
    assert said("debrief.working-out") not in out
    assert out.index("Duty: ") < out.index(BEST) < out.index(MATTERED) < out.index("Path: ")
    assert "Mattered: 1. The telephone. You decided: Pass it on to the Director\ntoday." in out


def test_the_data_of_a_play_says_the_best_only_once_it_is_proved():
    arguments = ("play", SMALL_VISIT, "--choose", "pass-it-on,put-a-question", "--json")
    assert '"best": null' in run(*arguments).out
    assert run("prove", SMALL_VISIT).code == 0
    assert '"best": null' not in run(*arguments).out


def test_the_themes_and_the_months_are_told_in_words_from_the_first():
    out = play()
    assert "Theme: safeguarding, +4.\n" in out
    assert "Outcome: Your standing to challenge: 5 at the start; at the end,\nSeptember 2012: 5.\n" in out


def test_what_to_play_next_stands_at_the_end_of_a_debrief(small_game):
    steps = ("turn-her-away", "cast-the-vote", "file-them")
    ended = replay(small_game, Log("small-visit", "", "", 1, (), steps))[0]
    lines = list(debrief_lines(ended, suggestions=suggest([small_game.scenario], pasts_of(ended, ()))))
    after = lines[next(n for n, line in enumerate(lines) if line.startswith("Next: The small visit, once more: ")) :]
    assert any(line.startswith("Note: ") for line in after)
    assert not any(line.startswith("Next: ") for line in debrief_lines(ended))
