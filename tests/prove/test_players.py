"""Players at the edges: what brute force cannot reach because luck has too many ways."""

import pytest
from small import act, choice, event, game_of, scenario, scene

from lmcs_sim.play.game import make_game
from lmcs_sim.prove.prove import prove


@pytest.mark.parametrize("events", [2, 16])
def test_the_best_player_would_rather_breach_a_duty_than_be_stuck_however_much_luck_there_is(events):
    breach = choice("decide", acts=(act("decide", at="cabinet", matter="homes"),))
    story = scenario(
        scene("first", choice("go", "second")),
        scene("second", breach, choice("stray", "third"), month=2),
        scene("third", choice("never", when={"done": ["agreed"]}), month=2),
        event=tuple(event(f"v{n}", 1 + n % 2 * 3, chance=50, about="press") for n in range(events)),
    )
    proof = prove(make_game(story, game_of().book))
    assert proof.complete
    assert proof.expected["best"].duty.breached == pytest.approx(2)
    assert proof.chances["second/decide"]["best"] == pytest.approx(1)
    assert proof.chances["second/decide"]["random"] == pytest.approx(0.5)
