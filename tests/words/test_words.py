"""Sentences all faces share: a verdict in words, whose duty, luck, and text that a terminal must not obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.guidance.provision import MODALITIES as SHIPPED_MODALITIES
from lmcs_sim.rules.entry import PARTS as SHIPPED_PARTS
from lmcs_sim.rules.verdict import ADVERSE, FINDING_ORDER, NOT_FINDINGS
from lmcs_sim.scenario.scenario import CHANCE_ABOUT
from lmcs_sim.words.catalogue import said as sentence
from lmcs_sim.words.interface import counted, reviewed_line, signed
from lmcs_sim.words.safe import harmless
from lmcs_sim.words.verdicts import (
    LUCK,
    MEANINGS,
    MODALITIES,
    PARTS,
    SIGNS,
    WORDS,
    finding_sentence,
    holder_in_words,
    luck_sentence,
    since_sentence,
)

HOLDERS = ["LMCS", "both", "council", "DCS", "Chief Executive", "schools", "nobody"]
CAPACITIES = ["influence", "cabinet-vote", "delegated-decision", "public-statement"]


def test_every_verdict_has_a_word_and_every_finding_a_sign_and_a_meaning():
    assert set(WORDS) == {*FINDING_ORDER, *NOT_FINDINGS}
    assert set(SIGNS) == set(MEANINGS) == set(FINDING_ORDER)
    assert set(MODALITIES) == set(SHIPPED_MODALITIES)
    assert set(PARTS) == set(SHIPPED_PARTS)
    assert set(LUCK) == set(CHANCE_ABOUT)


def test_each_verdict_has_a_word_and_a_sign_of_its_own_and_only_what_went_against_has_an_exclamation_mark():
    assert len(set(WORDS.values())) == len(WORDS)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert all(sign.isascii() and not sign.isalnum() for sign in SIGNS.values())
    assert {name for name, sign in SIGNS.items() if "!" in sign} == set(ADVERSE)


@pytest.mark.parametrize("capacity", CAPACITIES)
@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("verdict", FINDING_ORDER)
def test_a_finding_is_said_with_its_gist_and_never_as_you_breached(verdict, holder, capacity):
    part = {"LMCS": "yours", "both": "yours", "council": "yours-to-press"}.get(holder, "not-yours")
    said = finding_sentence(verdict, holder, part, capacity, "The gist.")
    assert said.endswith("The gist.")
    assert "you breach" not in said.lower()
    if verdict == "breached":
        assert "the council in breach" in said
        assert "Your part" in said


def test_the_councils_departure_is_not_laid_at_the_players_door():
    said = finding_sentence("departed", "council", "yours-to-press", "influence", "Gist.")
    assert "the council would depart" in said
    assert not said.startswith("You ")
    assert finding_sentence("departed", "LMCS", "yours", "influence", "Gist.").startswith("You departed")


def test_the_players_part_is_worded_from_the_capacity_of_the_act():
    said = {
        capacity: finding_sentence("breached", "council", "yours-to-press", capacity, "Gist.")
        for capacity in CAPACITIES
    }
    assert len(set(said.values())) == 4
    assert "your vote in cabinet" in said["cabinet-vote"]
    assert "in public" in said["public-statement"]


def test_where_both_hold_it_the_political_half_is_the_players():
    assert "political half is yours" in finding_sentence("met", "both", "yours", "influence", "Gist.")
    assert "political half" not in finding_sentence("met", "LMCS", "yours", "influence", "Gist.")


def test_a_holder_without_a_phrase_is_named_as_the_register_names_it():
    assert holder_in_words("the coroner") == "the coroner"
    assert holder_in_words("DCS") == "the Director of Children's Services"


def test_what_we_are_not_sure_of_never_reads_as_fact():
    unsure = since_sentence("Boards have gone.", "An Act", "2017", sure=False)
    assert unsure.startswith("Check the present position")
    assert "Check the present position" not in since_sentence("Boards have gone.", "An Act", "2017", sure=True)
    for part in ("oards have gone.", "An Act", "2017"):
        assert part in unsure


@pytest.mark.parametrize("about", CHANCE_ABOUT)
def test_luck_is_named_as_luck(about):
    said = luck_sentence(70, about)
    assert "luck" in said.lower()
    assert "70 in 100" in said
    assert LUCK[about] in said


def test_an_unsigned_scenario_says_so():
    assert "unsigned" in reviewed_line("", "", "")
    signed_off = reviewed_line("A Solicitor", "2026-01-01", "2027-01-01")
    for part in ("A Solicitor", "2026-01-01", "2027-01-01"):
        assert part in signed_off


@pytest.mark.parametrize(("number", "said"), [(2, "+2"), (-2, "−2"), (0, "0")])
def test_a_number_is_shown_with_its_sign(number, said):
    assert signed(number) == said


def test_the_line_about_attention_says_what_is_left_of_how_much():
    assert "1 of 3" in sentence("attention.left", left=1, whole=3)


@given(st.text(st.characters(categories=["Cc", "Cf", "L", "Zs", "P"])))
def test_no_character_a_terminal_obeys_is_left_in_harmless_text(text):
    safe = harmless(text)
    assert not any((ord(sign) < 32 and sign not in "\n\t") or 127 <= ord(sign) < 160 for sign in safe)
    assert not any(sign in safe for sign in "\u202e\u2066\u200f\x1b")


def test_an_escape_is_shown_as_a_code_and_markup_as_written():
    assert harmless("\x1b[2J[@click=app.quit]x[/]") == "\\x1b[2J[@click=app.quit]x[/]"
    assert harmless("two\nlines\tand a tab") == "two\nlines\tand a tab"


def test_things_are_counted_as_people_count_them():
    said = [counted(number, "play") for number in (0, 1, 2, 2_000)]
    assert said == ["no plays", "1 play", "2 plays", "2,000 plays"]
