"""What every shipped scenario must have, and what none may."""

import random
import re

import pytest

from lmcs_sim.guidance.provision import Provision
from lmcs_sim.play.game import Game, choices_on_offer, enquiries_on_offer
from lmcs_sim.play.play import Log, Play, start, step
from lmcs_sim.play.record import play_record
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.graph import longest_path
from lmcs_sim.scenario.scenario import CHANCE_ABOUT, MEASURES_OF, Scenario
from lmcs_sim.toml.packs import built_in

FOUR = ("slipping-school", "casting-vote", "one-more-portfolio", "two-hundred-miles")
each_scenario = pytest.mark.parametrize("name", sorted(path.stem for path in (built_in() / "scenarios").glob("*.toml")))
CHILD_WORDS = re.compile(r"\b(child|children|pupil|pupils|young|R)\b")


def test_the_four_named_scenarios_are_there(games: dict[str, Game]) -> None:
    assert set(FOUR) <= set(games)


@each_scenario
def test_a_scenario_is_whole(name: str, games: dict[str, Game]) -> None:
    scenario = games[name].scenario
    assert longest_path(scenario) >= 6
    assert sum(len(scene.enquiry) for scene in scenario.scene) >= 4
    assert len(scenario.ending) >= 3
    assert 3 <= len(scenario.workshop.cut) <= 4
    assert len(scenario.facilitator.prompt) >= 3
    seats = scenario.facilitator.other_seats
    assert seats.scrutiny
    assert seats.ward
    assert seats.corporate_parent
    assert scenario.note
    assert scenario.objectives
    assert scenario.date.year == 2012


@each_scenario
def test_a_scenario_has_two_delayed_events_one_of_them_by_chance(name: str, games: dict[str, Game]) -> None:
    scenario = games[name].scenario
    delayed = [event for event in scenario.event if event.when is not None and event.month > 0]
    assert len(delayed) >= 2
    assert any(event.chance is not None for event in delayed)


@each_scenario
def test_chance_and_measures_are_never_about_a_child(name: str, games: dict[str, Game]) -> None:
    scenario = games[name].scenario
    for measure in scenario.measure.values():
        assert measure.of in MEASURES_OF
        assert not CHILD_WORDS.search(measure.title), measure.title
    for event in scenario.event:
        assert event.chance is None or event.about in CHANCE_ABOUT


@each_scenario
def test_the_monitoring_officer_and_the_finance_director_can_be_asked(name: str, games: dict[str, Game]) -> None:
    asked = {
        value
        for scene in games[name].scenario.scene
        for taken in scene.steps
        for act in taken.acts
        for _, value in act.fields
    }
    assert {"monitoring-officer", "finance-director"} <= asked


@each_scenario
def test_every_scene_choice_event_and_ending_is_reached_by_somebody(name: str, games: dict[str, Game]) -> None:
    game = games[name]
    plays = [random_play(game, seed) for seed in range(400)]
    scenes = {turn.scene for play in plays for turn in play.turns}
    taken = {(turn.scene, step.id) for play in plays for turn in play.turns for step in turn.steps}
    events = {event for play in plays for event in play.situation.settled}
    assert scenes == {scene.id for scene in game.scenario.scene}
    assert {(scene.id, item.id) for scene in game.scenario.scene for item in scene.steps} - taken == set()
    assert events == {event.id for event in game.scenario.event}


@each_scenario
def test_no_finding_of_a_random_play_lacks_its_ground(name: str, games: dict[str, Game], book: Rulebook) -> None:
    for seed in range(60):
        record = play_record(random_play(games[name], seed))
        for turn in record["turns"]:  # type: ignore[attr-defined]
            for item in turn["consequences"]:
                if item["kind"] == "finding":
                    assert item["citations"]
                    assert item["because"]
                    assert item["instead"]
                    assert item["holder"]
                    assert item["your_part"] in ("yours", "yours-to-press", "not-yours")
                    assert governing(item, book).force != "none"


@each_scenario
def test_no_breach_is_said_to_be_the_players(name: str, games: dict[str, Game]) -> None:
    for seed in range(60):
        for turn in play_record(random_play(games[name], seed))["turns"]:  # type: ignore[attr-defined]
            for item in turn["consequences"]:
                if item["kind"] == "finding" and item["verdict"] == "breached":
                    assert "put the council in breach" in item["text"]
                    assert not re.search(r"\byou breach", item["text"], re.I)


@each_scenario
def test_no_choice_gives_itself_away_by_its_length(name: str, games: dict[str, Game]) -> None:
    scenario: Scenario = games[name].scenario
    for scene in scenario.scene:
        lengths = [len(choice.text.split()) for choice in scene.choice]
        assert max(lengths) <= 3 * min(lengths), (scene.id, lengths)


def random_play(game: Game, seed: int) -> Play:
    dice = random.Random(seed)
    play = start(game, Log(game.scenario.id, "", "", seed))
    while not play.ended:
        enquiries = enquiries_on_offer(game, play.situation)
        choices = choices_on_offer(game, play.situation)
        pick = dice.choice(enquiries) if enquiries and dice.random() < 0.6 else dice.choice(choices)
        play = step(play, pick.id)
    return play


def governing(item: dict, book: Rulebook) -> Provision:
    return book.guidance.provisions[item["citations"][0]["provision"]]
