"""Golden transcripts of the small scenario, compared to the last character.

LMCS_SIM_RENEW=1 writes them anew, for a change of the shipped words: read the difference before it is kept.
"""

import os
import re

import pytest
from running import SMALL_VISIT, TESTS, run

from lmcs_sim.toml.packs import hash_of

HERE = TESTS / "plain"
TALKS = {
    "to-the-observer": "ask-how\nturn-her-away\nput-a-question\ntell-the-chief-executive\n",
    "to-a-party-to-it": "2\n1\n1\n2\n",
    "short-way-out": "pass-it-on\nput-a-question\n",
    "end-of-input": "ask-how\n",
    "quit": "ask-how\nquit\nturn-her-away\n",
    "undo": "undo\nask-how\nturn-her-away\nundo\nundo\nask-officer\npass-it-on\ncast-the-vote\nundo\nput-a-question\n",
    "why": "why\nask-how\nwhy\nask-officer\n",
    "help-and-again": "help\nagain\n",
    "guidance": "guidance\nguidance nothing\nguidance dfe2012.p8.not-day-to-day\n",
    "not-understood": "0\n9\n99999999999999999999\n-1\n1.5\nturn\nvote now\n\n   \nask-how\n1\nask-officer\nask-how\n",
}
OPENINGS = "Scenario|Found|Scene|Answer|Result|Undo|Why|Finding|Help|Guidance|Provision|Not understood|Saved|Debrief"


def talk(name, seed=1):
    return run("play", SMALL_VISIT, "--plain", "--seed", seed, "--as", "Ann", given=TALKS[name])


@pytest.fixture(autouse=True)
def proved():
    assert run("prove", SMALL_VISIT).code == 0


@pytest.mark.parametrize("name", TALKS)
def test_the_plain_face_says_exactly_what_it_said(name):
    ran = talk(name)
    path = HERE / f"{name}.txt"
    if os.environ.get("LMCS_SIM_RENEW"):
        path.write_text(ran.out, encoding="utf-8")
    assert ran.out == path.read_text(encoding="utf-8")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("name", TALKS)
def test_every_line_is_short_plain_and_opened_by_a_word(name):
    lines = talk(name).out.split("\n")
    for line in lines:
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2500-\u259f]", line), line
        assert len(line) <= 80, line
    answers = re.split(r"^(?:> )+", "\n".join(lines), flags=re.MULTILINE)
    assert len(answers) > 1
    for answer in answers:
        assert re.match(rf"\n?(?:{OPENINGS}): \S", answer), answer


def test_a_talk_that_is_had_twice_is_the_same_to_the_last_character(monkeypatch, tmp_path):
    first = talk("to-a-party-to-it").out
    monkeypatch.setenv("LMCS_SIM_STORE", str(tmp_path / "another"))
    assert hash_of(first) == hash_of(talk("to-a-party-to-it").out)


def test_another_seed_brings_other_luck():
    assert "it did not happen" in " ".join(talk("to-a-party-to-it", seed=1).out.split())
    assert "it happened" in " ".join(talk("to-a-party-to-it", seed=0).out.split())


def test_the_transcript_of_choices_tells_the_same_story_as_the_talk():
    told = re.sub(r"^Next: .*\n(?:(?!\w+: ).*\n)*", "", talk("to-the-observer").out, flags=re.MULTILINE)
    ran = run("play", SMALL_VISIT, "--seed", 1, "--choose", TALKS["to-the-observer"].strip().replace("\n", ","))
    parts = [part for part in re.split(r"\n\n", ran.out) if not part.startswith(("Ask first", "Decide"))]
    assert len(parts) > 12
    assert [part for part in parts if part.strip() not in told] == []
