"""A play's history: each step with its scene, its month, and what was found of it."""

from lmcs_sim.play.history import history_of
from lmcs_sim.play.play import Log, back_to, replay

STEPS = ("ask-how", "turn-her-away", "put-a-question")


def played(game, steps=STEPS):
    return replay(game, Log("small-visit", "1", "2", 1, steps=steps))[0]


def test_each_step_is_told_with_where_and_when_it_was_taken(small_game):
    told = [(item.number, item.where, item.taken) for item in history_of(played(small_game))]
    assert told == [
        (1, "The telephone, May 2012", "You asked: Ask the Director how she knows the thresholds work."),
        (2, "The telephone, May 2012", "You decided: Tell her it is for the officers."),
        (3, "The board, June 2012", "You decided: Put a question to the table."),
    ]


def test_verdicts_are_told_by_sign_and_word(small_game):
    verdicts = [item.verdicts for item in history_of(played(small_game))]
    assert verdicts[1].startswith("! ")
    assert "Departed" in verdicts[1]


def test_a_play_goes_back_to_any_of_its_steps_with_the_same_luck(small_game):
    play = played(small_game)
    back = back_to(play, 2)
    assert back.log.steps == STEPS[:2]
    assert back.log.seed == play.log.seed
    assert back.situation == played(small_game, STEPS[:2]).situation
    assert back_to(play, 0).log.steps == ()
    assert history_of(back_to(play, 0)) == []
