"""The good file, spoilt in hundreds of ways: each is said with its place, or plays to an ending."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import SMALL_VISIT

from lmcs_sim.faults import LmcsError
from lmcs_sim.play.game import ids_on_offer, make_game
from lmcs_sim.play.play import Log, start, step
from lmcs_sim.toml.files import value_of
from lmcs_sim.toml.reader import parse
from lmcs_sim.toml.scenario_files import Scenario, ScenarioFile, check_scenario

GOOD = SMALL_VISIT.read_text(encoding="utf-8")
LINES = GOOD.splitlines(keepends=True)
PAIRS = [number for number, line in enumerate(LINES) if " = " in line and not line.lstrip().startswith("#")]
HEADERS = [number for number, line in enumerate(LINES) if line.lstrip().startswith("[")]
VALUES = (
    *("3", "-1", "0", '"3"', "3.5", "nan", "true", "[]", "{}", '""', "2012-05-14", "1e400", "99999999999999999999"),
    *('["x"]', "[[1]]", "{ a = 1 }", '[{ to = "end" }]', "12:00:00", '"\\u001b[31m"', "2012-05-14T10:00:00Z", '"end"'),
)


def read(text):
    """The scenario in a text with its document, as every command reads one."""
    return ScenarioFile(*value_of(parse(text, "spoilt.toml"), Scenario))


def played(file, book, seed):
    """Where chance takes a play of a scenario in which nothing was found wrong."""
    chance = random.Random(seed)
    play = start(make_game(file.scenario, book), Log(file.scenario.id, "", "", seed))
    for _ in range(200):
        if play.ended:
            return play
        play = step(play, chance.choice(ids_on_offer(play.game, play.situation)))
    raise AssertionError("the play goes on for ever")


def faults_of(text, book):
    """What is wrong with a text; where nothing is, the file."""
    try:
        file = read(text)
        check_scenario(file, book)
    except LmcsError as error:
        return error.faults, None
    return (), file


def said_or_playable(text, book):
    faults, file = faults_of(text, book)
    if file is not None:
        for seed in range(3):
            assert played(file, book, seed).ending is not None
        return
    assert faults
    lines = text.split("\n")
    for fault in faults:
        place = fault.place
        assert place.file == "spoilt.toml"
        assert 1 <= place.line <= len(lines), fault
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, fault
        assert fault.cause.strip()
        assert fault.cure.strip()


@pytest.mark.parametrize("first", range(0, len(LINES), 20))
def test_a_file_without_one_of_its_lines_is_said_or_plays(shipped, first):
    for number in range(first, min(first + 20, len(LINES))):
        said_or_playable("".join(LINES[:number] + LINES[number + 1 :]), shipped)


@pytest.mark.parametrize("first", range(0, len(LINES), 20))
def test_a_file_with_one_of_its_lines_twice_is_said_or_plays(shipped, first):
    for number in range(first, min(first + 20, len(LINES))):
        said_or_playable("".join(LINES[: number + 1] + LINES[number:]), shipped)


@given(length=st.integers(0, len(GOOD) - 1))
def test_a_file_cut_short_anywhere_is_said_or_plays(shipped, length):
    said_or_playable(GOOD[:length], shipped)


@pytest.mark.parametrize("value", VALUES)
def test_a_value_of_another_kind_is_said_or_plays(shipped, value):
    for number in PAIRS:
        key = LINES[number].partition(" = ")[0]
        said_or_playable("".join([*LINES[:number], f"{key} = {value}\n", *LINES[number + 1 :]]), shipped)


@given(number=st.sampled_from(HEADERS), other=st.sampled_from(HEADERS))
def test_a_header_in_the_place_of_another_is_said_or_plays(shipped, number, other):
    said_or_playable("".join([*LINES[:number], LINES[other], *LINES[number + 1 :]]), shipped)


@given(number=st.sampled_from(HEADERS))
def test_a_header_with_the_wrong_brackets_is_said_or_plays(shipped, number):
    line = LINES[number].strip()
    other = line[1:-1] if line.startswith("[[") else f"[{line}]"
    said_or_playable("".join([*LINES[:number], f"{other}\n", *LINES[number + 1 :]]), shipped)


@given(one=st.sampled_from(range(len(LINES))), other=st.sampled_from(range(len(LINES))))
def test_a_file_with_two_lines_swapped_is_said_or_plays(shipped, one, other):
    lines = list(LINES)
    lines[one], lines[other] = lines[other], lines[one]
    said_or_playable("".join(lines), shipped)


@settings(max_examples=150)
@given(at=st.integers(0, len(GOOD) - 1), character=st.sampled_from("\"'[]{}=.,#\\\n\t\x00\x1bé漢🙂 x9-"))
def test_a_file_with_one_character_changed_is_said_or_plays(shipped, at, character):
    said_or_playable(GOOD[:at] + character + GOOD[at + 1 :], shipped)


@given(text=st.text(max_size=200))
def test_any_text_at_all_is_said(shipped, text):
    said_or_playable(text, shipped)


def test_the_good_file_itself_plays_to_both_its_endings(shipped):
    file = read(GOOD)
    check_scenario(file, shipped)
    assert {played(file, shipped, seed).ending.id for seed in range(30)} == {"observer", "party-to-it"}
