"""Reflection: the reasons of the step taken last, one of them by its id, and nothing that is scored by them."""

import pytest
from attrs import evolve
from generated_games import games
from hypothesis import given
from small import SCENARIO, game_of, play_of
from strategies import FEW, walks

from lmcs_sim.faults import WrongUse
from lmcs_sim.play.debrief_record import debrief_record
from lmcs_sim.play.game import ids_on_offer, make_game
from lmcs_sim.play.play import step, undo
from lmcs_sim.play.record import play_record
from lmcs_sim.play.reflection import reason_named, reasons_after, reasons_for
from lmcs_sim.prove.prove import prove
from lmcs_sim.prove.record import proof_record
from lmcs_sim.scenario.scenario import Reason


def reasons_at(name):
    """Two reasons for a choice, answered with its name."""
    return (
        Reason("quick", "It is quick.", f"To {name} is quick."),
        Reason("kind", "It is kind.", f"To {name} is kind to one of them."),
    )


def with_reasons(story):
    """The story with two reasons at every choice."""
    scenes = (
        evolve(item, choice=tuple(evolve(one, reason=reasons_at(one.id)) for one in item.choice))
        for item in story.scene
    )
    return evolve(story, scene=tuple(scenes))


ASKED = game_of(with_reasons(SCENARIO))


def test_the_reasons_of_a_choice_are_asked_once_it_is_taken():
    assert reasons_for(play_of("vote", game=ASKED)) == reasons_at("vote")
    assert reasons_for(play_of("vote", "decide", game=ASKED)) == reasons_at("decide")


def test_they_are_still_asked_when_the_choice_was_the_last_of_the_play():
    play = play_of("vote", "test", game=ASKED)
    assert play.ended
    assert reasons_for(play) == reasons_at("test")


@pytest.mark.parametrize("steps", [(), ("find-letter",), ("vote", "decide")], ids=["no step", "an enquiry", "without"])
def test_nothing_is_asked_before_a_choice_or_of_one_without_reasons(steps):
    game = ASKED if len(steps) < 2 else game_of()
    assert reasons_for(play_of(*steps, game=game)) == ()


def test_the_reasons_of_an_earlier_step_are_found_by_its_number():
    play = play_of("find-letter", "vote", "test", game=ASKED)
    assert [reasons_after(play, number) for number in range(5)] == [(), (), reasons_at("vote"), reasons_at("test"), ()]


def test_nothing_is_asked_of_a_choice_that_was_taken_back():
    assert reasons_for(undo(play_of("vote", game=ASKED))) == ()


def test_a_reason_is_found_by_its_id():
    assert reason_named(play_of("vote", game=ASKED), "kind").says == "To vote is kind to one of them."


def test_an_unknown_reason_is_refused_and_those_there_are_are_named():
    with pytest.raises(WrongUse) as caught:
        reason_named(play_of("vote", game=ASKED), "cruel")
    (bad,) = caught.value.faults
    assert (bad.code, bad.cause) == ("E051", "'cruel' is not one of the reasons put to you")
    assert bad.cure == "Say one of: quick, kind."


def test_a_reason_where_none_is_asked_is_refused():
    with pytest.raises(WrongUse) as caught:
        reason_named(play_of("find-letter", game=ASKED), "kind")
    assert caught.value.faults[0].cure == "Leave it out: none is asked for."


@FEW
@given(games(), walks)
def test_a_play_is_the_same_with_reasons_and_without(made, walk):
    game = made.game
    plain = play_of(game=game)
    asked = play_of(game=make_game(with_reasons(game.scenario), game.book))
    for pick in walk:
        if plain.ended:
            break
        offered = ids_on_offer(game, plain.situation)
        name = offered[pick % len(offered)]
        plain, asked = step(plain, name), step(asked, name)
        assert (asked.log, asked.situation) == (plain.log, plain.situation)
        assert play_record(asked) == play_record(plain)
    assert debrief_record(asked) == debrief_record(plain)


@FEW
@given(games())
def test_the_proof_is_the_same_with_reasons_and_without(made):
    asked = make_game(with_reasons(made.game.scenario), made.game.book)
    assert proof_record(prove(asked)) == proof_record(prove(made.game))
