"""`preview` from the command line: what it is asked is checked before anything opens."""

from unittest import mock

import pytest
from on_a_pty import run_on_a_pty
from running import SMALL_VISIT, run


@pytest.fixture
def opened(monkeypatch):
    """What the terminal would have been opened with, by somebody who sits at one."""
    run_app = mock.Mock()
    monkeypatch.setattr("lmcs_sim.cli.previewing.plain_wanted", lambda _: False)
    monkeypatch.setattr("lmcs_sim.tui.app.run_app", run_app)
    return lambda: run_app.call_args.kwargs["preview"]


@pytest.mark.parametrize("options", [(), ("--plain",), ("--at", "board")])
def test_without_a_terminal_it_is_told_in_plain_lines(options):
    ran = run("preview", SMALL_VISIT, *options, given="quit\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Preview: You play ")
    assert ("\nScene: The board." if options[:1] == ("--at",) else "\nScene: The telephone.") in ran.out


def test_it_opens_at_the_scene_with_the_facts_the_measure_and_the_luck_asked_for(opened):
    facts = ("--done", "voted-at-board, concern-passed-on", "--known", "nobody-checked", "--measure", "standing=-2")
    assert run("preview", SMALL_VISIT, "--at", "board", *facts, "--seed", 9).code == 0
    play = opened().trial.play
    assert play.situation.scene == "board"
    assert play.situation.facts()["done"] == {"voted-at-board", "concern-passed-on"}
    assert (play.situation.known, dict(play.situation.measures)) == ({"nobody-checked"}, {"standing": -2})
    assert play.log.seed == 9


def test_it_opens_at_the_beginning_unless_told_otherwise(opened):
    assert run("preview", SMALL_VISIT).code == 0
    assert opened().trial.play.situation.scene == "telephone"


def test_a_shipped_scenario_may_be_named_by_its_id(opened):
    assert run("preview", "casting-vote").code == 0
    assert opened().path.name == "casting-vote.toml"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--at", "bord"), "Did you mean 'board'?"),
        (("--done", "voted-at-bord"), "Did you mean 'voted-at-board'?"),
        (("--known", "nobody-cheked"), "Did you mean 'nobody-checked'?"),
        (("--measure", "standng=1"), "Did you mean 'standing'?"),
        (("--measure", "standing"), "Write a measure and a number: standing=3."),
    ],
)
@pytest.mark.usefixtures("opened")
def test_what_the_scenario_does_not_have_is_asked_wrongly(asked, said):
    ran = run("preview", SMALL_VISIT, *asked)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.usefixtures("opened")
def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    ran = run("preview", tmp_path / "nothing.toml")
    assert ran.code == 1
    assert "there is no such file" in ran.err


def test_on_a_terminal_it_opens_at_the_scene_and_leaves_nothing_behind(own_places):
    keys = (("You play the text as saved", "3"), ("Take it", "\r"), ("rings off", "q"))
    shown = run_on_a_pty("-m", "lmcs_sim", "preview", str(SMALL_VISIT), keys=keys, size=(100, 30))
    assert shown.code == 0, shown.afterwards
    assert shown.afterwards.strip() == ""
    assert not own_places.exists()
