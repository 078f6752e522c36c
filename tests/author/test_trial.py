"""Trials: a play begun at any scene with chosen facts, tried and kept nowhere."""

import pytest

from lmcs_sim.author.trial import Opening, Trial, check_opening, opened, read_opening
from lmcs_sim.faults import WrongUse
from lmcs_sim.play.game import ids_on_offer, make_game
from lmcs_sim.play.play import Log, start
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.toml.files import load_text

START = Opening()


def trial_of(game, opening=START):
    log = Log(game.scenario.id, "a text", "rules", opening.seed, opening.carried)
    return Trial(opening, start(opened(game, opening), log), log)


def edited(small_file, shipped, *changes):
    """The small game after an edit of its text."""
    text = small_file.document.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return make_game(load_text(text, "small.toml", Scenario)[0], shipped)


RENAMED = ('id = "turn-her-away"', 'id = "turn-away"')


def test_it_begins_at_the_scene_with_the_facts_and_measures_asked_for(small_game):
    opening = read_opening("board", ["voted-at-board"], ["nobody-checked"], ["standing=-3"], 7)
    play = trial_of(small_game, opening).play
    assert play.situation.scene == "board"
    assert "say-what-you-know" in ids_on_offer(play.game, play.situation)
    assert play.situation.facts()["done"] == {"voted-at-board"}
    assert dict(play.situation.measures) == {"standing": -3}
    assert play.log.seed == 7
    assert small_game.scenario.starts == "telephone"


def test_without_a_scene_it_begins_where_the_scenario_does(small_game):
    opening = read_opening(None, [], [], [], 0)
    assert trial_of(small_game, opening).play.situation.scene == "telephone"


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        (Opening("bord"), "there is no scene 'bord'"),
        (Opening("board", (("done.voted-at-bord", 1),)), "there is no fact that can be done 'voted-at-bord'"),
        (Opening("board", (("known.noone-checked", 1),)), "there is no fact that can be known 'noone-checked'"),
        (Opening("board", (("measure.standng", 3),)), "there is no measure 'standng'"),
    ],
)
def test_what_the_scenario_does_not_have_is_wrong_use_with_what_was_meant(small_game, shipped, opening, said):
    with pytest.raises(WrongUse, match=said) as raised:
        check_opening(opening, small_game.scenario, shipped.vocabulary)
    assert "Did you mean" in raised.value.faults[0].cure


def test_what_it_has_is_no_fault(small_game, shipped):
    opening = read_opening("board", ["voted-at-board"], ["nobody-checked"], ["standing=3"], 0)
    check_opening(opening, small_game.scenario, shipped.vocabulary)


@pytest.mark.parametrize("written", ["standing", "standing=", "standing=high", "=3.5"])
def test_a_measure_without_a_number_is_wrong_use(written):
    with pytest.raises(WrongUse, match="sets no measure"):
        read_opening(None, [], [], [written], 0)


def test_steps_are_taken_and_taken_back(small_game):
    trial = trial_of(small_game)
    trial.take("ask-how")
    trial.take("turn-her-away")
    assert trial.play.situation.scene == "board"
    trial.undo()
    assert trial.play.log.steps == ("ask-how",)
    with pytest.raises(WrongUse):
        trial.take("cast-the-vote")
    assert trial.play.log.steps == ("ask-how",)


def test_in_another_text_it_goes_on_where_it_was(small_game, small_file, shipped):
    trial = trial_of(small_game, Opening(carried=(("known.nobody-checked", 1),), seed=3))
    trial.take("turn-her-away")
    after = edited(small_file, shipped, ("The board is split.", "The board is whole."))
    trial.move_to(after, Log("small-visit", "another", "rules", 3, trial.opening.carried))
    assert trial.parted is None
    assert trial.play.game.scene(trial.play.situation).text.startswith("The board is whole.")
    assert trial.play.log.steps == ("turn-her-away",)
    assert "nobody-checked" in trial.play.situation.known


def test_in_another_text_it_still_begins_at_the_scene_asked_for(small_game, small_file, shipped):
    trial = trial_of(small_game, Opening("board"))
    trial.take("cast-the-vote")
    trial.move_to(edited(small_file, shipped, ("Cast the vote.", "Vote.")), trial.log)
    assert trial.parted is None
    assert trial.play.log.steps == ("cast-the-vote",)


def test_where_the_text_no_longer_has_a_step_it_says_so_and_a_mended_text_brings_the_place_back(
    small_game, small_file, shipped
):
    trial = trial_of(small_game)
    for name in ("ask-how", "turn-her-away", "cast-the-vote"):
        trial.take(name)
    trial.move_to(edited(small_file, shipped, RENAMED), trial.log)
    assert (trial.parted.number, trial.parted.step) == (2, "turn-her-away")
    assert "not on offer in scene 'telephone'" in trial.parted.why
    assert trial.play.log.steps == ("ask-how",)
    trial.move_to(small_game, trial.log)
    assert trial.parted is None
    assert trial.play.log.steps == ("ask-how", "turn-her-away", "cast-the-vote")


def test_a_step_taken_after_the_two_parted_settles_where_the_author_is(small_game, small_file, shipped):
    trial = trial_of(small_game)
    trial.take("turn-her-away")
    trial.move_to(edited(small_file, shipped, RENAMED), trial.log)
    trial.take("pass-it-on")
    assert trial.parted is None
    trial.move_to(small_game, trial.log)
    assert trial.play.log.steps == ("pass-it-on",)


def test_it_begins_again_where_it_began_or_at_another_scene_with_the_same_facts(small_game):
    trial = trial_of(small_game, Opening("board", (("measure.standing", 2),)))
    trial.take("cast-the-vote")
    trial.restart()
    assert (trial.play.situation.scene, trial.play.log.steps) == ("board", ())
    assert dict(trial.play.situation.measures) == {"standing": 2}
    trial.restart("telephone")
    assert trial.play.situation.scene == "telephone"
    assert dict(trial.play.situation.measures) == {"standing": 2}
    trial.take("pass-it-on")
    trial.restart()
    assert (trial.play.situation.scene, trial.play.log.steps) == ("telephone", ())


def test_a_scene_that_is_gone_begins_where_the_scenario_does(small_game, small_file, shipped):
    trial = trial_of(small_game, Opening("board"))
    gone = edited(small_file, shipped, ('"board"', '"table"'))
    trial.move_to(gone, trial.log)
    assert trial.play.situation.scene == "telephone"
