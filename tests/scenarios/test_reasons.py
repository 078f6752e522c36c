"""The reasons among which "why?" is put in the shipped scenarios: enough, even, plainly answered, and without verdicts."""

import re
from itertools import pairwise

import pytest

from lmcs_sim.play.game import Game
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.scenario import Reason

FOUR = ("slipping-school", "casting-vote", "one-more-portfolio", "two-hundred-miles")
each_scenario = pytest.mark.parametrize("name", FOUR)
WORDS_IN_A_ROW = 8
"""Fewer than these may be the guidance's own terms; as many are a quote."""
JUDGES = re.compile(r"\b(breach\w*|depart(s|ed|ure)?|misplaced|points|scor\w+|correct\w*|wins?|won)\b|!", re.I)


def reasons_of(game: Game) -> list[Reason]:
    return [reason for scene in game.scenario.scene for choice in scene.choice for reason in choice.reason]


@each_scenario
def test_why_is_asked_in_two_to_four_scenes_and_there_of_every_choice(name: str, games: dict[str, Game]) -> None:
    asked = {scene.id: [bool(choice.reason) for choice in scene.choice] for scene in games[name].scenario.scene}
    assert 2 <= sum(map(any, asked.values())) <= 4
    assert [scene for scene, choices in asked.items() if any(choices) and not all(choices)] == []


@each_scenario
def test_an_answer_is_a_few_sentences_that_judge_nobody(name: str, games: dict[str, Game]) -> None:
    for reason in reasons_of(games[name]):
        assert 1 <= len(re.findall(r"[.?](?:\s|$)", reason.says)) <= 4, reason.id
        assert not JUDGES.search(f"{reason.text} {reason.says}"), reason.id


@each_scenario
def test_no_reason_or_answer_is_said_twice(name: str, games: dict[str, Game]) -> None:
    for texts in ([item.text for item in reasons_of(games[name])], [item.says for item in reasons_of(games[name])]):
        assert [one for one, other in pairwise(sorted(texts)) if one == other] == []


@each_scenario
def test_nothing_of_a_provision_is_quoted(name: str, games: dict[str, Game], book: Rulebook) -> None:
    quoted = {run for provision in book.guidance.provisions.values() for run in runs(provision.quote)}
    for reason in reasons_of(games[name]):
        assert quoted.isdisjoint(runs(reason.says)), reason.id


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words in a text, by its small letters."""
    words = re.findall(r"[a-z']+", text.lower())
    return {tuple(words[start : start + WORDS_IN_A_ROW]) for start in range(len(words) - WORDS_IN_A_ROW + 1)}
