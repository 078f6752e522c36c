"""What a facilitator would be short of: a cut that fits the time, prompts, something for the other seats."""

import pytest
from attrs import evolve
from small import SCENARIO, choice, scenario, scene

from lmcs_sim.scenario.scenario import Facilitator, OtherSeats, Prompt, Workshop
from lmcs_sim.scenario.workshop import advice_on_workshop

NAMES = ("first", "second", "third", "fourth", "fifth")
ROOM = scenario(
    *(scene(name, choice("go", to)) for name, to in zip(NAMES, (*NAMES[1:], "end"), strict=True)),
    workshop=Workshop(NAMES[:3], {"fourth": "go", "fifth": "go"}),
)
SEATS = OtherSeats("Scrutiny.", "Ward.", "Parent.")


def advice(item):
    return [(bad.code, str(bad.place)) for bad in advice_on_workshop(item)]


def room(cut=NAMES[:3], prompts=NAMES, aim="Aim.", seats=SEATS):
    asked = tuple(Prompt(name, "Ask?", "Listen.") for name in prompts)
    return evolve(ROOM, workshop=Workshop(cut), facilitator=Facilitator(aim, seats, asked))


@pytest.mark.parametrize("cut", [NAMES[:3], NAMES[:4]])
def test_three_or_four_decisions_with_a_prompt_each_are_well(cut):
    assert advice(room(cut)) == []


@pytest.mark.parametrize(("cut", "said"), [((), "no decisions"), (NAMES[:2], "2 decisions"), (NAMES, "5 decisions")])
def test_fewer_or_more_decisions_do_not_fit_the_time(cut, said):
    assert advice(room(cut)) == [("W082", "workshop.cut")]
    assert said in next(advice_on_workshop(room(cut))).cause


def test_a_decision_of_the_cut_without_a_prompt_is_named():
    assert advice(room(prompts=("first", "third"))) == [("W083", "workshop.cut[1]")]


def test_no_prompt_at_all_is_said_even_where_nothing_is_cut():
    assert advice(room(cut=(), prompts=())) == [("W082", "workshop.cut"), ("W083", "facilitator")]


@pytest.mark.parametrize("seat", ["scrutiny", "ward", "corporate_parent"])
def test_a_seat_that_is_told_nothing_is_named(seat):
    seats = evolve(SEATS, **{seat: " \n"})
    assert advice(room(seats=seats)) == [("W084", f"facilitator.other_seats.{seat}")]


def test_an_empty_aim_and_an_empty_prompt_are_named():
    item = room(aim="")
    empty = evolve(
        item.facilitator, prompt=(Prompt("first", "", "x"), Prompt("second", "x", " "), *item.facilitator.prompt)
    )
    assert advice(evolve(item, facilitator=empty)) == [
        ("W084", "facilitator.aim"),
        ("W084", "facilitator.prompt[0].ask"),
        ("W084", "facilitator.prompt[1].listen_for"),
    ]


def test_advice_says_a_cause_and_a_cure():
    for bad in advice_on_workshop(evolve(SCENARIO, workshop=Workshop(()))):
        assert bad.cause
        assert bad.cure
