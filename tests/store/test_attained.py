"""What was proved is kept by the texts it was proved of, and never in the way of a play."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.score import duty_of
from lmcs_sim.prove.attainable import attainable_of
from lmcs_sim.prove.graph import Limit
from lmcs_sim.prove.prove import prove
from lmcs_sim.store.attained import VARIABLE, attained, keep, kept


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


LOG = Log("small-visit", "text", "rules", 7)


def test_what_is_worked_out_is_kept(small_game: Game, cache: Path) -> None:
    assert kept(LOG, small_game) is None
    found = attained(LOG, small_game)
    assert found is not None
    assert kept(LOG, small_game) == found
    assert [path.suffix for path in cache.iterdir()] == [".json"]


def test_what_is_kept_is_not_worked_out_again(small_game: Game, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = attained(LOG, small_game)
    monkeypatch.setattr("lmcs_sim.store.attained.prove", None)
    assert attained(evolve(LOG, seed=8, steps=("listen",)), small_game) == found


def test_another_text_is_another_proof(small_game: Game, cache: Path) -> None:
    attained(LOG, small_game)
    scenario = evolve(small_game.scenario, ends=small_game.scenario.ends + 1)
    assert kept(LOG, evolve(small_game, scenario=scenario)) is None
    assert kept(LOG, evolve(small_game, book=evolve(small_game.book, hash="another"))) is None


def test_a_play_of_an_older_text_that_still_agrees_has_the_proof_of_todays(small_game: Game, cache: Path) -> None:
    found = attained(evolve(LOG, scenario_hash="older", rulebook_hash="older"), small_game)
    assert kept(LOG, small_game) == found


def test_a_play_that_begins_elsewhere_is_another_proof(small_game: Game, cache: Path) -> None:
    attained(LOG, small_game)
    elsewhere = evolve(small_game, scenario=evolve(small_game.scenario, starts="afterwards"))
    assert kept(LOG, elsewhere) is None


def test_nothing_is_said_of_a_play_that_brought_something_in(small_game: Game, cache: Path) -> None:
    carried = evolve(LOG, carried=(("measure.standing", 9),))
    assert attained(carried, small_game) is None
    keep(carried, small_game, prove(small_game))
    assert kept(LOG, small_game) is None


@pytest.mark.parametrize("spoilt", ["", "{", "[]", "{}", '{"best": 3, "worst": 4}', "\x00", '{"best": null}'])
def test_a_spoilt_file_is_worked_out_again(spoilt: str, small_game: Game, cache: Path) -> None:
    found = attained(LOG, small_game)
    next(cache.iterdir()).write_text(spoilt)
    assert kept(LOG, small_game) is None
    assert attained(LOG, small_game) == found == kept(LOG, small_game)


def test_a_folder_that_cannot_be_written_keeps_nobody_from_knowing(small_game: Game, cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    assert attained(LOG, small_game) is not None


def test_a_proof_cut_short_says_nothing(small_game: Game, cache: Path) -> None:
    assert keep(LOG, small_game, prove(small_game, Limit(situations=2))) is None
    assert not cache.exists()


def test_the_best_is_told_by_theme_and_adds_up(small_game: Game) -> None:
    found = attainable_of(small_game, prove(small_game))
    assert found is not None
    assert sum(found.by_theme.values()) == found.best.points
    play, parted = replay(small_game, evolve(LOG, seed=found.best.seed or 0, steps=found.best.path))
    assert parted is None
    ledger = duty_of(play, found).record()
    assert ledger["best"] == ledger["points"] == found.best.points
    assert json.dumps(ledger["by_theme"]).count('"best"') == len(found.by_theme)


def test_a_theme_the_best_play_never_comes_to_has_nothing_to_earn(small_game: Game) -> None:
    found = attainable_of(small_game, prove(small_game))
    assert found is not None
    play, _ = replay(small_game, evolve(LOG, steps=found.worst.path))
    others = duty_of(play, found).by_theme.keys() - found.by_theme.keys()
    assert {duty_of(play, found).by_theme[theme].best for theme in others} <= {0}
