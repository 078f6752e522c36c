"""`prove`, `playtest` and `saves replay`: exit codes, what goes to stdout and to stderr, and wrong questions."""

import json
import shlex

import pytest
from running import SMALL_VISIT, run, run_python

from lmcs_sim.prove import explore


@pytest.fixture
def story(tmp_path):
    """The small scenario in a file of its own, with some of its text changed."""

    def written(*pairs, name="some story.toml"):
        text = SMALL_VISIT.read_text(encoding="utf-8")
        for before, after in pairs:
            assert text.count(before) == 1
            text = text.replace(before, after)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def hasty(monkeypatch):
    """Situations take so much that even a small story passes a bound of memory."""
    monkeypatch.setattr(explore, "NODE_BYTES", 1 << 20)


# --- prove ---


def test_a_sound_scenario_is_proved():
    ran = run("prove", SMALL_VISIT)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("small-visit: proved. Every play there is was looked at: ")


def test_a_proof_as_data_is_the_same_each_time():
    one, other = run("prove", SMALL_VISIT, "--json"), run("prove", SMALL_VISIT, "--json")
    assert (one.code, one.err, one.out) == (0, "", other.out)
    assert json.loads(one.out)["complete"] is True


def test_what_nobody_can_meet_is_placed_and_the_proof_still_told(story):
    path = story(('when = { done = ["voted-at-board"] }', "when = { measure = { standing = { to = -1 } } }"))
    ran = run("prove", path)
    assert ran.code == 1
    assert "Events that never come about: reporter-rings" in ran.out
    line = 1 + path.read_text(encoding="utf-8").splitlines().index('id = "reporter-rings"')
    assert ran.err.startswith(f"{path}:{line}:1: error[E103]: no play ever comes to event 'reporter-rings'\n")
    assert json.loads(run("prove", path, "--json").out)["unreachable"]["events"] == ["reporter-rings"]


def test_cut_short_it_exits_with_1_and_says_nothing_it_did_not_see(hasty):
    ran = run("prove", SMALL_VISIT, "--limit", 3)
    assert ran.code == 1
    assert ran.out.startswith("small-visit: not proved. 3 situations were seen, and there are more (in scene ")
    assert f"{SMALL_VISIT}:4:1: error[E105]: not everything was seen, so nothing is proved: 3 situations" in ran.err
    assert "Raise --limit" in ran.err
    record = json.loads(run("prove", SMALL_VISIT, "--limit", 3, "--json").out)
    assert (record["complete"], record["best"], record["endings"], record["unreachable"]) == (False, None, None, None)


def test_a_memory_bound_cuts_short_too(hasty):
    ran = run("prove", SMALL_VISIT, "--memory", 2)
    assert ran.code == 1
    assert "about 2 MB of memory were taken" in ran.err
    assert "About 2 MB" in ran.out
    assert "error[E105]" in ran.err
    assert run("prove", SMALL_VISIT, "--memory", 100).code == 0


@pytest.mark.parametrize(
    "arguments",
    [("prove",), ("prove", SMALL_VISIT, "--limit", "0"), ("prove", SMALL_VISIT, "--memory", "-1"), ("prove", "none")],
)
def test_a_wrong_question_exits_with_2(arguments):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_a_scenario_with_faults_is_not_proved(story):
    ran = run("prove", story(('leads = "board"\n  [[', 'leads = "bord"\n  [[')))
    assert (ran.code, ran.out) == (1, "")
    assert "'bord'" in ran.err


def test_progress_is_told_to_a_terminal_only():
    code = """
import sys
sys.stderr.isatty = lambda: True
from lmcs_sim.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
    ran = run_python(code, "prove", SMALL_VISIT)
    assert ran.code == 0
    assert ran.out == run("prove", SMALL_VISIT).out
    told = [part.strip() for part in ran.err.replace("\n", "\r").split("\r") if part.strip()]
    assert told[0].endswith(", scene 1 of 3")
    assert told[-1].endswith(", scene 3 of 3")


# --- playtest ---


def test_a_playtest_gives_the_same_bytes_for_the_same_seed():
    one, again, other = (run("playtest", SMALL_VISIT, "--runs", 50, "--seed", seed, "--json") for seed in (3, 3, 4))
    assert (one.code, one.err, one.out) == (0, "", again.out)
    assert one.out != other.out
    assert list(json.loads(one.out)["players"]) == ["random", "cautious"]


def test_one_player_plays_as_it_plays_beside_the_other():
    both = json.loads(run("playtest", SMALL_VISIT, "--runs", 50, "--json").out)["players"]
    alone = json.loads(run("playtest", SMALL_VISIT, "--runs", 50, "--player", "cautious", "--json").out)["players"]
    assert alone == {"cautious": both["cautious"]}


def test_what_is_never_taken_stands_in_the_heat_map(story):
    path = story(('when = { known = ["nobody-checked"] }\n', 'when = { done = ["voted-at-board"] }\n'))
    out = run("playtest", path, "--runs", 50).out
    assert any(line.split() == ["never", "say-what-you-know", "(choice)"] for line in out.splitlines())
    assert "Scene board: come to in 50 of 50" in out


@pytest.mark.parametrize(
    ("never", "by"), [("departed", "departed"), ("party-to-it", "party-to-it"), ("breached, departed", "departed")]
)
def test_a_run_that_meets_what_it_never_should_exits_with_1(never, by):
    ran = run("playtest", SMALL_VISIT, "--runs", 50, "--never", never)
    assert ran.code == 1
    assert f"The first met {by!r}:" in ran.out
    assert ran.err == ""


def test_a_verdict_that_no_run_meets_exits_with_0(tmp_path):
    log = tmp_path / "log.json"
    ran = run("playtest", SMALL_VISIT, "--runs", 50, "--never", "no-power", "--save", log)
    assert (ran.code, ran.err) == (0, "No run failed, so none is kept.\n")
    assert not log.exists()


@pytest.mark.parametrize(
    ("word", "near"), [("breeched", "Did you mean 'breached'?"), ("party-to", "Did you mean 'party-to-it'?")]
)
def test_an_unknown_word_after_never_is_asked_about(word, near):
    ran = run("playtest", SMALL_VISIT, "--never", f"met,{word}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"command line: error[E051]: {word!r} is neither a verdict nor an ending\n  {near}\n"


@pytest.mark.parametrize("more", [("--runs", "0"), ("--seed", "x"), ("--player", "best")])
def test_a_playtest_asked_wrongly_exits_with_2(more):
    assert run("playtest", SMALL_VISIT, *more).code == 2


def test_the_command_told_for_a_failing_run_plays_it(story):
    path = story()
    ran = run("playtest", path, "--runs", 50, "--never", "party-to-it")
    command = shlex.split(next(line for line in ran.out.splitlines() if line.startswith("  lmcs-sim play ")))
    play = run(*command[1:], "--json")
    assert play.code == 0
    assert json.loads(play.out)["ending"] == "party-to-it"


# --- A failing run kept, and played again ---


@pytest.fixture
def kept(story, tmp_path):
    """A failing run's file, its scenario's, and what was said on keeping it."""
    path, log = story(), tmp_path / "a run.json"
    ran = run("playtest", path, "--runs", 50, "--never", "party-to-it", "--save", log)
    assert ran.code == 1
    return log, path, ran.err


def test_a_kept_run_is_played_again_by_the_command_that_is_told(kept):
    log, path, said = kept
    start, _, command = said.strip().partition(": ")
    assert start == "The first failing run is kept"
    assert shlex.split(command) == ["lmcs-sim", "saves", "replay", str(log), "--scenario", str(path)]
    ran = run(*shlex.split(command)[1:], "--json")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    log_data = json.loads(log.read_text(encoding="utf-8"))
    assert (record["ending"], record["seed"]) == ("party-to-it", log_data["seed"])
    taken = [[*turn["enquiries"], turn["choice"]] for turn in record["turns"]]
    assert [step for steps in taken for step in steps] == log_data["steps"]
    assert "A party to it" in run(*shlex.split(command)[1:]).out


def test_a_run_of_a_shipped_scenario_is_found_by_its_id(tmp_path):
    log = tmp_path / "log.json"
    assert run("playtest", "casting-vote", "--runs", 20, "--never", "departed", "--save", log).code == 1
    assert json.loads(log.read_text(encoding="utf-8"))["scenario"] == "casting-vote"
    assert run("saves", "replay", log).code == 0


def test_a_run_in_a_changed_story_says_where_they_part(kept, story):
    log, _, _ = kept
    first = json.loads(log.read_text(encoding="utf-8"))["steps"][-1]
    changed = story((f'id = "{first}"', 'id = "something-else"'), name="changed.toml")
    ran = run("saves", "replay", log, "--scenario", changed)
    assert ran.code == 1
    assert "The story has changed since this was played. It parts at step" in " ".join(ran.out.split())
    as_data = run("saves", "replay", log, "--scenario", changed, "--json")
    assert as_data.code == 1
    assert json.loads(as_data.out)["ending"] is None
    assert f"'{first}' is not on offer" in " ".join(as_data.err.split())


def test_a_run_that_cannot_be_kept_says_why_after_telling_it(tmp_path):
    ran = run("playtest", SMALL_VISIT, "--runs", 20, "--never", "departed", "--save", tmp_path / "none" / "log.json")
    assert ran.code == 1
    assert "Failed: " in ran.out
    assert f"{tmp_path}/none/log.json: error[E001]: the log cannot be written: no such file or directory" in ran.err
    assert "is kept" not in ran.err


def test_what_is_no_log_is_one_clear_fault(tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    for path, code in ((bad, "E041"), (tmp_path, "E001"), (tmp_path / "none", "E001")):
        ran = run("saves", "replay", path)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"{path}: error[{code}]: ")
        assert ran.err.count("error[") == 1


def test_a_log_of_a_scenario_that_is_nowhere_here_exits_with_2(kept):
    ran = run("saves", "replay", kept[0])
    assert (ran.code, ran.out) == (2, "")
    assert "there is no scenario 'small-visit'" in ran.err
