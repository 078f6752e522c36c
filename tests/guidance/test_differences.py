"""Where the 2005 chapter, the report on the draft and a council's profile differ from the guidance."""

from attrs import evolve
from running import run

from lmcs_sim.guidance.collection import faults_in_difference
from lmcs_sim.play.lookup import provision_lines
from lmcs_sim.rules.rulebook import Rulebook


def test_every_difference_of_the_register_is_there_once(shipped: Rulebook) -> None:
    assert [item.id for item in shipped.guidance.differences] == [f"D{number:02}" for number in range(1, 37)]


def test_a_difference_is_of_a_text_that_is_never_scored_here(shipped: Rulebook) -> None:
    kinds = {shipped.guidance.sources[item.in_].kind for item in shipped.guidance.differences}
    assert kinds == {"history", "draft", "local"}


def test_the_provisions_on_each_side_stand_in_the_texts_named(shipped: Rulebook) -> None:
    for item in shipped.guidance.differences:
        assert all(name.startswith(f"{item.in_}.") for name in item.there)
        assert all(name.startswith("dfe2012.") for name in item.here)


def test_a_provision_is_shown_with_the_texts_that_differ_from_it(shipped: Rulebook) -> None:
    lines = list(provision_lines("dfe2012.p8.not-day-to-day", shipped))
    assert any(line.startswith("Difference: The 2005 wording: ") for line in lines)
    assert any(line.startswith("Difference: A council's profile: ") for line in lines)
    assert not any("Difference" in line for line in provision_lines("dfe2012.p28b4.eyfs", shipped))


def test_an_older_wording_is_shown_with_what_it_is_held_against(shipped: Rulebook) -> None:
    lines = list(provision_lines("sg2005.s3-3-1.mirrors-dcs", shipped))
    assert any(line.startswith("Difference: The 2005 wording: ") for line in lines)


def test_an_unknown_provision_or_source_is_a_fault_at_its_place(shipped: Rulebook) -> None:
    guidance = shipped.guidance
    known = guidance.differences[0]
    wrong = evolve(known, in_="sg2006", here=("dfe2012.p8.not-day-to-day", "dfe2012.p8.not-day"))
    found = faults_in_difference(wrong, guidance.sources, guidance.provisions)
    assert [(bad.code, bad.place.path) for bad in found] == [("E013", ("in",)), ("E013", ("here", 1))]
    assert "Did you mean 'dfe2012.p8.not-day-to-day'?" in found[1].cure
    assert faults_in_difference(known, guidance.sources, guidance.provisions) == []


def test_why_tells_where_the_mistake_comes_from() -> None:
    ran = run("play", "casting-vote", "--plain", "--seed", "1", "--as", "Ann", given="cast-the-vote\nwhy\n")
    assert "Difference: The 2005 wording: " in ran.out or "Difference: A council's profile: " in ran.out
