"""Each scenario, from the start to every one of its endings: by --choose, in plain lines and in the terminal."""

import io
import json
from pathlib import Path

import pytest
from playthroughs import PLAYTHROUGHS, Expected, Playthrough
from running import LONG
from textual.pilot import Pilot

from lmcs_sim.cli.main import main
from lmcs_sim.desk import Desk
from lmcs_sim.play.game import Game, ids_on_offer
from lmcs_sim.settings.settings import Settings
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import find_scenario
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.screens.briefing import BriefingScreen
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen

ADVERSE = ("breached", "departed", "misplaced", "no-power")
SHORTEST = list(
    {
        (through.scenario, through.ending): through
        for through in sorted(PLAYTHROUGHS, key=lambda through: -len(through.steps))
    }.values()
)
ON_SCREEN = SHORTEST if LONG else list({through.scenario: through for through in SHORTEST}.values())
"""A play takes the terminal seconds: one of each scenario, and one to each ending among the long runs."""
each_play = pytest.mark.parametrize("through", PLAYTHROUGHS, ids=str)


@pytest.fixture(autouse=True)
def proved_once(proofs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LMCS_SIM_CACHE", str(proofs))


def chosen(through: Playthrough, capsys: pytest.CaptureFixture[str]) -> dict:
    arguments = ["play", through.scenario, "--choose", ",".join(through.steps), "--seed", str(through.seed), "--json"]
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def findings_of(play: dict) -> list[dict]:
    return [item for turn in play["turns"] for item in turn["consequences"] if item["kind"] == "finding"]


def test_every_ending_of_every_scenario_has_a_play(games: dict[str, Game]) -> None:
    wanted = {(name, ending.id) for name, game in games.items() for ending in game.scenario.ending}
    assert {(through.scenario, through.ending) for through in PLAYTHROUGHS} == wanted


@each_play
def test_choosing_by_id_reaches_the_ending(through: Playthrough, capsys: pytest.CaptureFixture[str]) -> None:
    play = chosen(through, capsys)
    assert play["ending"] == through.ending
    assert [step for turn in play["turns"] for step in (*turn["enquiries"], turn["choice"])] == list(through.steps)


@each_play
def test_the_judgements_come_out(through: Playthrough, capsys: pytest.CaptureFixture[str]) -> None:
    play = chosen(through, capsys)
    for expected in through.finds:
        turn = next(turn for turn in play["turns"] if expected.after in (*turn["enquiries"], turn["choice"]))
        assert any(matches(item, expected) for item in turn["consequences"] if item["kind"] == "finding"), expected
    adverse = [item["rule"] for item in findings_of(play) if item["verdict"] in ADVERSE]
    assert through.adverse is None or adverse == list(through.adverse)


def matches(item: dict, expected: Expected) -> bool:
    first = item["citations"][0]
    return (
        (item["verdict"], first["pinpoint"], item["holder"], item["your_part"])
        == (expected.verdict, expected.pinpoint, expected.holder, expected.part)
        and (expected.tag is None or expected.tag in item["tags"])
        and bool(first["quote"])
        and "points" in item
    )


@each_play
def test_a_silent_choice_says_nothing_on_duty(through: Playthrough, capsys: pytest.CaptureFixture[str]) -> None:
    play = chosen(through, capsys)
    for name in through.silent:
        turn = next(turn for turn in play["turns"] if turn["choice"] == name)
        assert not [item for item in turn["consequences"] if item["kind"] == "finding" and "dimension" not in item]


@each_play
def test_nothing_moves_and_nothing_is_found_without_a_citation(
    through: Playthrough, capsys: pytest.CaptureFixture[str]
) -> None:
    play = chosen(through, capsys)
    for turn in play["turns"]:
        for item in turn["consequences"]:
            if item["kind"] == "finding" or (item["kind"] == "measure" and not item.get("story")):
                assert item["citations"]
                assert all(cited["quote"] and cited["pinpoint"] for cited in item["citations"])


@pytest.mark.parametrize("through", PLAYTHROUGHS if LONG else ON_SCREEN, ids=str)
def test_plain_lines_reach_the_ending(
    through: Playthrough, games: dict[str, Game], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(through.steps) + "\n"))
    assert main(["play", through.scenario, "--plain", "--seed", str(through.seed), "--as", "Ann"]) == 0
    said = capsys.readouterr().out
    title = next(ending.title for ending in games[through.scenario].scenario.ending if ending.id == through.ending)
    assert f"Ending: {title}." in " ".join(said.split())
    assert "\nDebrief: " in said
    assert "\x1b" not in said
    assert "Not understood" not in said


@pytest.mark.parametrize("through", ON_SCREEN, ids=str)
async def test_the_terminal_reaches_the_ending(through: Playthrough) -> None:
    app = LmcsApp(
        Desk((built_in(),), "Ann", Settings(tour=False)), find_scenario(through.scenario, (built_in(),)), through.seed
    )
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        while isinstance(app.screen, BriefingScreen):
            await pilot.press("enter")
        for name in through.steps:
            assert isinstance(app.screen, PlayScreen)
            await take(pilot, app.screen, name)
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.session.play.ending is not None
        assert app.screen.session.play.ending.id == through.ending
    kept = Store(store_url()).plays("Ann")
    assert [(saved.log.steps, saved.ending) for saved in kept] == [(through.steps, through.ending)]


async def take(pilot: Pilot, screen: PlayScreen, name: str) -> None:
    """Takes a step by its number and Enter, and reads what followed to its end."""
    play = screen.session.play
    number = ids_on_offer(play.game, play.situation).index(name) + 1
    await pilot.press(str(number), "enter")
    await pilot.pause()
    assert not isinstance(pilot.app.screen, PlayScreen)
    for _ in range(20):
        await pilot.press("enter")
        await pilot.pause()
        if isinstance(pilot.app.screen, PlayScreen | DebriefScreen):
            return
    raise AssertionError("the result screen never ends")
