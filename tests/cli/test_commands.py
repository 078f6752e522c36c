"""The command line: the shape of its data, its exit codes, and what it says to wrong questions."""

import datetime as dt
import json
import re
import subprocess
import sys

import pytest
from running import ROOT, SMALL_VISIT, run, run_apart

from lmcs_sim import __version__
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

LONG_WAY = "ask-how,turn-her-away,cast-the-vote,file-them"


def chosen(steps=LONG_WAY, seed=0):
    ran = run("play", SMALL_VISIT, "--choose", steps, "--seed", seed, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_list_gives_an_array_of_scenarios_in_its_shape():
    ran = run("list", "--json")
    assert (ran.code, ran.err) == (0, "")
    records = json.loads(ran.out)
    assert {"slipping-school", "casting-vote", "one-more-portfolio", "two-hundred-miles"} <= {r["id"] for r in records}
    for record in records:
        assert list(record) == ["id", "title", "summary", "minutes", "date", "themes", "scenes"]
        assert dt.date.fromisoformat(record["date"]).year == 2012
        assert type(record["minutes"]) is type(record["scenes"]) is int
        assert record["themes"]
        assert all(isinstance(theme, str) for theme in record["themes"])


def test_list_says_each_scenario_in_a_line():
    lines = run("list").out.splitlines()
    assert len(lines) == len(json.loads(run("list", "--json").out))
    assert any(line.startswith("casting-vote: ") and "minutes)" in line for line in lines)


def test_a_spoilt_scenario_is_said_and_the_others_are_listed(tmp_path):
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "spoilt.toml").write_text("a = ")
    (tmp_path / "scenarios" / "small.toml").write_bytes(SMALL_VISIT.read_bytes())
    ran = run("--pack", tmp_path, "list", "--json")
    assert ran.code == 1
    assert "small-visit" in {record["id"] for record in json.loads(ran.out)}
    assert f"{tmp_path}/scenarios/spoilt.toml:1:5: error[E002]" in ran.err


def test_a_play_by_choices_has_the_shape_that_is_promised():
    record = chosen()
    assert list(record) == ["scenario", "seed", "turns", "ending", "duty", "quality", "outcomes"]
    assert (record["scenario"], record["seed"], record["ending"]) == ("small-visit", 0, "party-to-it")
    assert [(turn["scene"], turn["enquiries"], turn["choice"]) for turn in record["turns"]] == [
        ("telephone", ["ask-how"], "turn-her-away"),
        ("board", [], "cast-the-vote"),
        ("afterwards", [], "file-them"),
    ]
    items = [item for turn in record["turns"] for item in turn["consequences"]]
    assert {item["kind"] for item in items} == {"finding", "measure", "fact", "event", "ending"}
    for item in items:
        assert item["text"].strip()
        for citation in item["citations"]:
            assert list(citation) == ["provision", "source", "pinpoint", "quote"]
            assert all(citation.values())
        if item["kind"] == "finding":
            assert item["citations"]
            wanted = {"rule", "verdict", "holder", "your_part", "tags", "because", "instead", "points", "since"}
            assert wanted <= item.keys()
        if item["kind"] == "measure":
            assert item["measure"] == "standing"
            assert type(item["by"]) is int
            assert bool(item["citations"]) != item.get("story", False)
    assert list(record["duty"]) == [
        *("points", "best", "met", "open", "breached", "departed", "explained", "misplaced", "no_power", "taken_up"),
        *("tags", "by_theme"),
    ]
    assert record["duty"]["best"] is None
    assert record["duty"]["tags"] == {"over-reach": 1, "retreat": 1}
    assert record["outcomes"] == {"standing": {"start": 5, "end": 2}}
    for ledger in record["quality"].values():
        assert list(ledger) == ["points", "lines"]


def test_the_same_choices_give_the_same_bytes_and_keep_nothing():
    once, twice = (run("play", SMALL_VISIT, "--choose", LONG_WAY, "--seed", 3, "--json").out for _ in range(2))
    apart = run_apart(
        "play", SMALL_VISIT, "--choose", LONG_WAY, "--seed", 3, "--json", environment={"PYTHONHASHSEED": "7"}
    )
    assert once == twice == apart.out
    assert Store(store_url()).plays() == []


def test_the_seed_is_the_only_luck():
    fell = {seed: [t["consequences"] for t in chosen(seed=seed)["turns"]][-2:] for seed in (0, 1, 2)}
    events = {seed: any(i["kind"] == "event" for items in turns for i in items) for seed, turns in fell.items()}
    assert events == {0: True, 1: False, 2: False}
    assert chosen(seed=0)["seed"] == 0
    without = run("play", SMALL_VISIT, "--choose", LONG_WAY, "--json").out
    assert json.loads(without)["seed"] == 0


def test_spaces_round_ids_and_an_unfinished_play_are_fine():
    record = chosen(" ask-officer , pass-it-on ")
    assert record["ending"] is None
    assert [turn["choice"] for turn in record["turns"]] == ["pass-it-on"]
    assert chosen("")["turns"] == []


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("ask-hwo", "'ask-hwo' is not on offer in scene 'telephone'"),
        ("turn-her-away,ask-how", "'ask-how' is not on offer in scene 'board'"),
        ("ask-how,ask-how", "'ask-how' was already taken in scene 'telephone'"),
        ("ask-how,ask-officer", "'ask-officer' costs more than the attention left (0) in scene 'telephone'"),
        ("turn-her-away,say-what-you-know", "'say-what-you-know' is not on offer in scene 'board'"),
        ("3", "'3' is not on offer in scene 'telephone'"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_id_that_is_not_on_offer_exits_2_and_says_what_is(steps, said, form):
    ran = run("play", SMALL_VISIT, "--choose", steps, *form)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"small-visit: error[E050]: {said}\n  On offer: ")
    offer = "cast-the-vote, put-a-question." if "board" in said else "turn-her-away, pass-it-on."
    assert ran.err.endswith(f"{offer}\n")


def test_an_id_left_over_after_the_end_exits_2():
    ran = run("play", SMALL_VISIT, "--choose", "turn-her-away,put-a-question,file-them", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "'file-them' comes after the play has ended\n  Leave it out: nothing more is on offer.\n" in ran.err


def kept_play():
    run("play", SMALL_VISIT, "--plain", "--as", "Ann", "--seed", 5, given="ask-how\nturn-her-away\n")
    (saved,) = Store(store_url()).plays()
    return saved


def test_saves_show_tells_a_kept_play_whole(tmp_path):
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "small-visit.toml").write_bytes(SMALL_VISIT.read_bytes())
    saved = kept_play()
    ran = run("--pack", tmp_path, "saves", "show", saved.id, "--json")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    assert (record["learner"], record["steps"], record["same_text"], record["parted"]) == (
        *("Ann", ["ask-how", "turn-her-away"], True, None),
    )
    assert record["play"] == chosen("ask-how,turn-her-away", seed=5)
    told = run("--pack", tmp_path, "saves", "show", saved.id).out
    assert "\nResult: She thanks you and rings off.\n" in told


def test_saves_show_says_where_an_older_play_parted_from_todays_story(tmp_path):
    (tmp_path / "scenarios").mkdir()
    text = SMALL_VISIT.read_text(encoding="utf-8").replace('"turn-her-away"', '"ring-off"')
    (tmp_path / "scenarios" / "small-visit.toml").write_text(text, encoding="utf-8")
    saved = kept_play()
    record = json.loads(run("--pack", tmp_path, "saves", "show", saved.id, "--json").out)
    assert not record["same_text"]
    assert (record["parted"]["number"], record["parted"]["step"]) == (2, "turn-her-away")
    told = " ".join(run("--pack", tmp_path, "saves", "show", saved.id).out.split())
    assert "Changed: The story has changed since this was played. It parts at step 2:" in told
    assert Store(store_url()).get(saved.id) == saved


def test_saves_show_of_a_scenario_that_is_gone_gives_the_log_and_says_so():
    saved = kept_play()
    ran = run("saves", "show", saved.id, "--json")
    assert json.loads(ran.out)["steps"] == ["ask-how", "turn-her-away"]
    assert "there is no scenario 'small-visit'" in ran.err
    assert ran.code == 2


def test_guidance_show_gives_a_provision_and_what_has_become_of_it():
    ran = run("guidance", "show", "dfe2012.p23.lmcs-not-decide")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Provision: dfe2012.p23.lmcs-not-decide"
    assert 'Words: "but not be part of the decision making process"' in lines
    assert any(line.startswith("Source: DfE guidance, 2012 print, para 23") for line in lines)
    assert any(line.startswith("Since: 2012 text, replaced April 2013") for line in lines)
    record = json.loads(run("guidance", "show", "dfe2012.p23.lmcs-not-decide", "--json").out)
    assert record["pinpoint"].startswith("para 23")
    assert record["quote"] == "but not be part of the decision making process"
    assert "safeguarding.member-does-not-decide" in record["rules"]


def test_rules_explain_gives_a_rule_as_a_sentence_with_its_ground():
    ran = run("rules", "explain", "safeguarding.member-does-not-decide")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Rule: safeguarding.member-does-not-decide"
    for opening in (
        "Title: ",
        "Sentence: When ",
        "Cites: ",
        "Whose: ",
        "Because: ",
        "Instead: ",
        "Since: ",
        "Example: ",
    ):
        assert any(line.startswith(opening) for line in lines), opening
    record = json.loads(run("rules", "explain", "safeguarding.member-does-not-decide", "--json").out)
    assert record["citations"][0]["provision"] == "dfe2012.p23.lmcs-not-decide"
    assert (record["holder"], record["modality"]) == ("LMCS", "should-not")


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (["play", "casting-voat"], "Did you mean 'casting-vote'?"),
        (["play", "casting-voat", "--choose", "x"], "Did you mean 'casting-vote'?"),
        (["guidance", "show", "dfe2012.p23.lmcs-not-decied"], "Did you mean 'dfe2012.p23.lmcs-not-decide'?"),
        (["rules", "explain", "safeguarding.may-discus"], "Did you mean 'safeguarding.may-discuss'?"),
        (["saves", "show", "1"], "Nothing of that kind is defined; define it first."),
    ],
)
def test_an_unknown_id_exits_2_with_the_nearest_one(arguments, cure):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "error[E051]: there is no " in ran.err
    assert ran.err.endswith(f"  {cure}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["paly"],
        ["play"],
        ["play", "casting-vote", "--sed", "1"],
        ["play", "casting-vote", "--seed", "one"],
        ["play", "casting-vote", "--seed", "9" * 30],
        ["play", "casting-vote", "--json", "--plain"],
        ["saves", "show", "one"],
        ["saves", "show", "9" * 30],
        ["guidance", "show"],
        ["--pack"],
    ],
)
def test_a_wrong_question_exits_2_with_a_place_a_cause_and_a_cure(arguments):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"command line: error\[E051\]: \S.*\n  \S.*\n", ran.err)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        *([name] for name in ("list", "play", "check", "saves", "guidance", "rules")),
        ["saves", "list"],
        ["saves", "show"],
        ["guidance", "show"],
        ["rules", "explain"],
    ],
)
def test_help_says_what_a_command_is_for(arguments):
    ran = run(*arguments, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: lmcs-sim {' '.join(arguments)}".rstrip())
    assert len(ran.out.split("\n\n")[1].strip()) > 10


def test_help_names_every_command():
    words = run("--help").out.split()
    assert {"list", "play", "check", "saves", "guidance", "rules", "--plain", "--pack", "--as"} <= set(words)


def test_the_version_is_the_packages():
    assert run("--version").out == f"lmcs-sim {__version__}\n"


def crash(*_, **__):
    raise RuntimeError("the sky\nfell \x1b[31min")


def test_a_fault_of_ours_is_one_message_without_a_traceback_and_exits_3(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("lmcs_sim.toml.packs.load_rulebook", crash)
    for arguments in (["check", SMALL_VISIT], ["play", SMALL_VISIT, "--choose", "x"], ["play", SMALL_VISIT, "--plain"]):
        ran = run(*arguments)
        (report,) = tmp_path.glob("lmcs-sim-fault-*.txt")
        assert ran.code == 3
        assert ran.err == (
            r"lmcs-sim: error[E090]: a fault of ours: the sky fell \x1b[31min"
            f"\n  What you decided is kept. Please send us {report}.\n"
        )
        assert "RuntimeError: the sky" in report.read_text()
        report.unlink()


def test_a_fault_of_ours_in_the_midst_of_a_play_keeps_what_was_decided(monkeypatch):
    monkeypatch.setattr("lmcs_sim.plain.debrief.debrief_lines", crash)
    ran = run("play", SMALL_VISIT, "--plain", "--as", "Ann", given="turn-her-away\nput-a-question\n")
    assert ran.code == 3
    (saved,) = Store(store_url()).plays()
    assert saved.log.steps == ("turn-her-away", "put-a-question")


def test_an_interrupt_leaves_without_a_word(monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("lmcs_sim.plain.conversation.ask", interrupted)
    ran = run("play", SMALL_VISIT, "--plain", "--as", "Ann")
    assert (ran.code, ran.err.strip()) == (130, "")


def test_the_module_runs_as_the_command_does():
    ran = run_apart("rules", "explain", "nothing")
    assert ran.code == 2
    assert ran.err.startswith("command line: error[E051]: there is no rule 'nothing'\n")


def test_a_reader_who_stops_reading_is_no_fault():
    command = [sys.executable, "-m", "lmcs_sim", "list", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
        listing.stdout.close()
        assert listing.stderr.read() == b""
    assert listing.returncode == 0
