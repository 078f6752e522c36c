"""What a proof finds wrong stands at its line and column; a dead end, which no file can have, at its key path."""

import pytest
from running import SMALL_VISIT
from small import choice, enquiry, game_of, scenario, scene

from lmcs_sim.play.game import make_game
from lmcs_sim.prove.faults import faults_in_proof
from lmcs_sim.prove.prove import prove
from lmcs_sim.scenario.scenario import Lead
from lmcs_sim.toml.files import placed
from lmcs_sim.toml.scenario_files import check_scenario, read_scenario

NEVER = 'when = { known = ["nobody-checked"], done = ["concern-passed-on", "voted-at-board"] }'
"""What no play makes true at the board: nobody votes before it."""


@pytest.fixture
def found(tmp_path, shipped):
    """The faults in the proof of the small scenario with some of its text changed, and its lines."""

    def found_after(*pairs):
        text = SMALL_VISIT.read_text(encoding="utf-8")
        for before, after in pairs:
            assert text.count(before) == 1
            text = text.replace(before, after)
        path = tmp_path / "story.toml"
        path.write_text(text, encoding="utf-8")
        file = read_scenario(path)
        check_scenario(file, shipped)
        proof = prove(make_game(file.scenario, shipped))
        return placed(faults_in_proof(file.scenario, proof), file.document), text.splitlines()

    return found_after


def at(bad, lines):
    """Code, what its line and column point at, and its cause."""
    return bad.code, lines[bad.place.line - 1][bad.place.column - 1 :], bad.cause


def test_a_sound_scenario_has_none(found):
    assert found()[0] == []


def test_a_scene_behind_a_condition_that_cannot_come_about_is_named_alone(found):
    leads = f'leads = [{{ {NEVER}, to = "afterwards" }}, {{ to = "end" }}]'
    still = 'says = "The room is still."\n  leads = "afterwards"'
    vote = 'says = "Your hand goes up and it is over."\n  leads = "afterwards"'
    faults, lines = found(
        (vote, vote.replace("afterwards", "end")),
        ('leads = [{ when = { known = ["nobody-checked"] }, to = "afterwards" }, { to = "end" }]', leads),
        (still, still.replace("afterwards", "end")),
    )
    assert [at(bad, lines) for bad in faults] == [("E100", 'id = "afterwards"', "no play reaches scene 'afterwards'")]


def test_a_choice_never_on_offer_is_named(found):
    hidden = f'id = "say-what-you-know"\n  {NEVER}'
    faults, lines = found(('when = { known = ["nobody-checked"] }\n', ""), ('id = "say-what-you-know"', hidden))
    assert [at(bad, lines) for bad in faults] == [
        ("E101", 'id = "say-what-you-know"', "choice 'say-what-you-know' is never on offer")
    ]


def test_an_enquiry_that_costs_more_than_there_is_is_named(found):
    text = 'text = "Ask the monitoring officer whose job this is."'
    faults, lines = found((text, f"{text}\n  costs = 2"))
    assert [at(bad, lines) for bad in faults] == [
        ("E101", 'id = "ask-officer"', "enquiry 'ask-officer' is never on offer")
    ]
    assert "attention" in faults[0].cure


def test_an_ending_that_those_above_it_leave_nothing_is_named(found):
    anybody = "when = { measure = { standing = { from = -99 } } }"
    faults, lines = found(('when = { done = { not = ["voted-at-board"] } }', anybody))
    assert [at(bad, lines) for bad in faults] == [("E102", 'id = "party-to-it"', "no play ends in 'party-to-it'")]


def test_an_event_that_is_never_due_is_named(found):
    faults, lines = found(('when = { done = ["voted-at-board"] }', "when = { measure = { standing = { to = -1 } } }"))
    assert [at(bad, lines) for bad in faults] == [
        ("E103", 'id = "reporter-rings"', "no play ever comes to event 'reporter-rings'")
    ]


def test_every_fault_is_named_in_the_order_of_the_file(found):
    faults, _ = found(
        ('text = "Ask the monitoring officer whose job this is."', 'text = "Ask."\n  costs = 9'),
        ('when = { done = ["voted-at-board"] }', "when = { measure = { standing = { to = -1 } } }"),
        ('when = { done = { not = ["voted-at-board"] } }', "when = { measure = { standing = { to = -1 } } }"),
    )
    assert [bad.code for bad in faults] == ["E101", "E103", "E102"]
    assert [bad.severity for bad in faults] == ["error"] * 3


def test_a_dead_end_says_where_and_by_which_way():
    story = scenario(
        scene("first", choice("go", (Lead("second", {"known": ["told"]}), Lead("end"))), attention=1,
              enquiry=(enquiry("look", finds=("told",)),)),
        scene("second", choice("stay", when={"done": ["agreed"]})),
    )  # fmt: skip
    stuck, never = sorted(
        faults_in_proof(story, prove(make_game(story, game_of().book))), key=lambda bad: bad.code, reverse=True
    )
    assert (stuck.code, stuck.place.path) == ("E104", ("scene", 1, "id"))
    assert stuck.cause == "a play can be stuck in scene 'second', with no choice on offer: look,go"
    assert (never.code, never.place.path) == ("E101", ("scene", 1, "choice", 0, "id"))


def test_a_dead_end_at_the_very_beginning_needs_no_step():
    story = scenario(scene("first", choice("stay", when={"done": ["agreed"]})))
    faults = faults_in_proof(story, prove(make_game(story, game_of().book)))
    assert [bad.cause for bad in faults if bad.code == "E104"] == [
        "a play can be stuck in scene 'first', with no choice on offer: at once"
    ]
