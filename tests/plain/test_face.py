"""Playing in plain lines: what is kept, what is offered next time, and what is never obeyed."""

import os
import pty
import re
import subprocess
import sys

import pytest
from running import ROOT, SMALL_VISIT, run, run_apart

from lmcs_sim.cli.output import plain_wanted
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

PLAIN = ("play", SMALL_VISIT, "--plain", "--as", "Ann")


def kept():
    store = Store(store_url())
    plays = store.plays()
    store.close()
    return plays


@pytest.mark.parametrize(
    "given", ["ask-how\nturn-her-away\n", "ask-how\nturn-her-away\nquit\n", "ask-how\nturn-her-away"]
)
def test_the_end_of_input_saves_and_leaves_and_continue_is_there_next_time(given):
    ran = run(*PLAIN, given=given)
    assert ran.code == 0
    assert ran.out.endswith("\nSaved: Everything you decided is kept.\n")
    (saved,) = kept()
    assert saved.log.steps == ("ask-how", "turn-her-away")
    again = run(*PLAIN, given="put-a-question\nfile-them\n")
    assert "Continue: You go on where you left off, after 2 steps. Say new to begin again." in " ".join(
        again.out.split()
    )
    assert "\nScene: The board." in again.out
    assert "Scene: The telephone" not in again.out
    (saved,) = kept()
    assert saved.log.steps == ("ask-how", "turn-her-away", "put-a-question", "file-them")
    assert saved.ending == "observer"


def test_no_input_at_all_saves_and_leaves():
    ran = run(*PLAIN, given="")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("> \nSaved: Everything you decided is kept.\n")
    assert kept()[0].log.steps == ()


def test_the_play_closes_with_its_debrief_and_has_no_more_on_offer():
    ran = run(*PLAIN, given="turn-her-away\nput-a-question\nturn-her-away\n")
    assert "\nEnding: Outside the decision.\n" in ran.out
    assert "\nDebrief: The small visit. Ending: Outside the decision.\n" in ran.out
    assert "> Not understood: This play has ended." in ran.out
    assert kept()[0].ending == "observer"


def test_new_begins_again_and_leaves_the_old_play_as_it_was():
    ran = run(*PLAIN, given="ask-how\nnew\nturn-her-away\n")
    assert ran.out.count("Scene: The telephone.") == 2
    newer, older = kept()
    assert (older.log.steps, newer.log.steps) == (("ask-how",), ("turn-her-away",))
    assert older.learner == newer.learner == "Ann"


def test_the_option_new_begins_anew_whatever_was_left():
    run(*PLAIN, given="ask-how\n")
    ran = run(*PLAIN, "--new", given="")
    assert "Continue:" not in ran.out
    assert len(kept()) == 2


def test_undo_is_kept_before_anything_else_is_said():
    run(*PLAIN, given="ask-how\nturn-her-away\nundo\n")
    assert kept()[0].log.steps == ("ask-how",)


def test_wrong_numbers_and_ids_are_answered_and_nothing_is_lost():
    given = "ask-how\n7\n0\n-1\nask-officer\nnothing\nask-how extra\n" + "9" * 5000 + "\nturn-her-away\n"
    ran = run(*PLAIN, given=given)
    assert ran.code == 0
    assert ran.out.count("Not understood: ") == 7
    assert kept()[0].log.steps == ("ask-how", "turn-her-away")


def test_an_enquiry_that_costs_too_much_or_was_taken_says_so():
    ran = run(*PLAIN, given="ask-how\nask-officer\nask-how\n")
    said = " ".join(ran.out.split())
    assert "'ask-officer' costs more than the attention left (0) in scene 'telephone'." in said
    assert "'ask-how' was already taken in scene 'telephone'." in said
    assert "On offer: turn-her-away, pass-it-on. Say help for the commands." in said


def test_bytes_that_are_no_text_are_answered_and_nothing_is_lost():
    ran = run_apart(
        *PLAIN, given=b"ask-how\n\xff\xfe\x00\x1b[31m\nturn-her-away\n", environment={"PYTHONIOENCODING": ":strict"}
    )
    assert ran.code == 0, ran.err
    assert "Not understood: " in ran.out
    assert "\x1b" not in ran.out
    assert kept()[0].log.steps == ("ask-how", "turn-her-away")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_an_encoding_that_lacks_our_signs_gets_plainer_ones(encoding):
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ran = run_apart("play", SMALL_VISIT, "--choose", "turn-her-away,put-a-question", environment=environment)
    assert (ran.code, ran.err) == (0, "")
    assert "(-2 duty)" in ran.out


def test_a_reader_who_goes_away_is_no_fault_of_anyones():
    command = f'"{sys.executable}" -m lmcs_sim play "{SMALL_VISIT}" --choose turn-her-away,put-a-question | head -1'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, capture_output=True, env=environment, timeout=60, check=True)
    assert (done.stdout, done.stderr) == (b"Scenario: The small visit\n", b"")


def test_home_offers_the_latest_unfinished_play_and_every_scenario(tmp_path):
    pack = tmp_path / "pack"
    (pack / "scenarios").mkdir(parents=True)
    (pack / "scenarios" / "small-visit.toml").write_bytes(SMALL_VISIT.read_bytes())
    (pack / "scenarios" / "spoilt.toml").write_text("format = \n")
    home = ("--pack", pack, "--plain", "--as", "Ann")
    first = run(*home, given="quit\n")
    assert first.code == 0
    assert first.out.startswith("Home: lmcs-sim. Playing as Ann. Training, not legal advice")
    assert "\nLeft out:" in first.out
    assert "Continue:" not in first.out
    number = re.search(r"Scenario: (\d+)\. The small visit\.", " ".join(first.out.split())).group(1)
    run(*home, given=f"{number}\nask-how\n")
    again = run(*home, given="nothing\n999\ncontinue\nturn-her-away\n")
    assert "\nContinue: say continue to go on with The small visit, 1 step in.\n" in again.out
    assert again.out.count("Not understood: ") == 2
    assert kept()[0].log.steps == ("ask-how", "turn-her-away")


def test_home_says_the_faults_of_a_scenario_and_offers_the_others(tmp_path):
    pack = tmp_path / "pack"
    (pack / "scenarios").mkdir(parents=True)
    text = SMALL_VISIT.read_text(encoding="utf-8").replace('act = "vote"', 'act = "votes"')
    (pack / "scenarios" / "small-visit.toml").write_text(text, encoding="utf-8")
    ran = run("--pack", pack, "--plain", "--as", "Ann", given="small-visit\nquit\n")
    assert ran.code == 0
    assert "\nFault:" in ran.out
    assert "unknown act 'votes'" in " ".join(ran.out.split())


EVIL = (
    "\\u001b[31mred\\u0007 \\u009b2J \\u202eback [@click=app.quit]leave[/] [bold]loud[/bold] \\u001b]8;;http://x\\u0007"
)
SHOWN = r"\x1b[31mred\x07 \x9b2J \x202eback [@click=app.quit]leave[/] [bold]loud[/bold] \x1b]8;;http://x\x07"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@pytest.fixture
def evil(tmp_path):
    """The small scenario with terminal escapes and markup in every text of it."""
    lines = []
    for line in SMALL_VISIT.read_text(encoding="utf-8").split("\n"):
        key = line.strip().partition(" = ")[0]
        if (
            key in ("title", "summary", "text", "says", "note", "aim", "ask")
            and line.endswith('"')
            and '"""' not in line
        ):
            line = f'{line[:-1]} {EVIL}"'
        lines.append(line.replace('objectives = ["', f'objectives = ["{EVIL} '))
        if line.endswith(' = """'):
            lines[-1] += EVIL
    path = tmp_path / "evil.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_escapes_and_markup_in_a_scenario_are_shown_as_written_and_never_obeyed(evil):
    steps = ["ask-how", "turn-her-away", "cast-the-vote", "file-them"]
    talked = run("play", evil, "--plain", "--seed", 0, "--as", "Ann", given="\n".join(["help", *steps]))
    chosen = run("play", evil, "--seed", 0, "--choose", ",".join(steps))
    for ran in (talked, chosen):
        assert (ran.code, ran.err) == (0, "")
        assert not OBEYED.search(ran.out)
        # Title, note, briefing, objective, scenes, offers, answers, fact, measure, event, ending, debrief.
        assert " ".join(ran.out.split()).count(SHOWN) > 25


def test_escapes_in_data_are_jsons_own(evil):
    ran = run("play", evil, "--choose", "turn-her-away,put-a-question", "--json")
    assert ran.code == 0
    assert not OBEYED.search(ran.out)
    assert r"\u001b[31mred\u0007 \u009b2J \u202eback [@click" in ran.out


def test_escapes_in_a_list_of_scenarios_and_of_saves_are_shown(evil, tmp_path):
    (tmp_path / "pack" / "scenarios").mkdir(parents=True)
    evil.rename(tmp_path / "pack" / "scenarios" / "evil.toml")
    listed = run("--pack", tmp_path / "pack", "list")
    assert SHOWN in listed.out
    assert not OBEYED.search(listed.out)
    Store(store_url()).begin("\x1b[31mred", kept_log())
    saved = run("saves", "list")
    assert r"\x1b[31mred" in saved.out
    assert not OBEYED.search(saved.out)


def kept_log():
    from lmcs_sim.play.play import Log

    return Log("small-visit\x9b2J", "a", "b", 1)


def test_a_name_with_an_escape_is_refused():
    ran = run("play", SMALL_VISIT, "--plain", "--as", "\x1b[31mred")
    assert ran.code == 2
    assert not OBEYED.search(ran.err)
    assert kept() == []


def test_plain_is_wanted_where_nobody_sits_at_a_real_terminal(monkeypatch):
    class Terminal:
        def __init__(self, real):
            self.isatty = lambda: real

    monkeypatch.setenv("TERM", "xterm")
    for given, told, complained, asked, wanted in (
        (True, True, True, False, False),
        (True, True, True, True, True),
        (False, True, True, False, True),
        (True, False, True, False, True),
        (True, True, False, False, True),
    ):
        monkeypatch.setattr("sys.stdin", Terminal(given))
        monkeypatch.setattr("sys.stdout", Terminal(told))
        monkeypatch.setattr("sys.stderr", Terminal(complained))
        assert plain_wanted(asked) is wanted
    monkeypatch.setattr("sys.stderr", Terminal(True))
    monkeypatch.setenv("TERM", "dumb")
    assert plain_wanted(False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LMCS_PLAIN", "1")
    assert plain_wanted(False)


def at_a_terminal(term, *arguments, code="from lmcs_sim.cli.main import main; raise SystemExit(main())", given=b""):
    """What a process says on a real terminal of that kind."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": term}
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    os.write(ours, given)
    said = b""
    try:
        while more := os.read(ours, 4096):
            said += more
    except OSError:
        pass
    os.close(ours)
    return process.wait(timeout=60), said.decode()


def test_a_dumb_terminal_gets_plain_lines_without_being_asked():
    code, said = at_a_terminal("dumb", "play", SMALL_VISIT, "--as", "Ann", given=b"ask-how\nquit\n")
    assert code == 0
    assert "Scenario: The small visit\r\n" in said
    assert "Answer: She is quiet." in said
    assert "\x1b" not in said
    assert kept()[0].log.steps == ("ask-how",)


@pytest.mark.parametrize(("term", "wanted"), [("dumb", "True"), ("xterm-256color", "False")])
def test_what_a_real_terminal_is_decides_which_face_is_shown(term, wanted):
    asked = "from lmcs_sim.cli.output import plain_wanted; print('plain:', plain_wanted(False))"
    assert at_a_terminal(term, code=asked) == (0, f"plain: {wanted}\r\n")
