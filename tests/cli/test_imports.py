"""What is loaded when: no command but the terminal loads Textual, and the first words wait for no database."""

import shlex

import pytest
from on_a_pty import folder, run_on_a_pty
from running import SMALL_VISIT, run_python

from lmcs_sim.cli.main import COMMANDS

LOADED = """
import sys
from lmcs_sim.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
weighty = {"attr", "fsrs", "textual", "rich", "sqlalchemy", "tree_sitter"}
heavy = sorted({name.partition(".")[0] for name in sys.modules} & weighty)
print("LOADED", code, *heavy)
"""

TERMINAL = """
import os, sys, time
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("sqlalchemy", "fsrs", "lmcs_sim.toml.pack_reader"):
            time.sleep(0.5)  # what was painted before is shown before
            os.write(1, f"LOADING {name}\\r\\n".encode())
sys.meta_path.insert(0, Watch())
from lmcs_sim.cli.main import main
main(sys.argv[1:])
"""

WATCHED = """
import sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("attr", "sqlalchemy", "textual", "lmcs_sim.plain.debrief"):
            print("LOADING", name, flush=True)
sys.meta_path.insert(0, Watch())
from lmcs_sim.cli.main import main
import lmcs_sim.toml.packs as packs
read = packs.load_rulebook
def load(*arguments):
    print("LOADING rulebook", flush=True)
    return read(*arguments)
packs.load_rulebook = load
main(sys.argv[1:])
"""


LOADS = [
    ("--help", ""),
    ("--version", ""),
    ("play --help", ""),
    ("list --json", "attr"),
    ("check FILE", "attr tree_sitter"),
    ("explain E012", "attr"),
    ("play FILE --choose turn-her-away,put-a-question --json", "attr"),
    ("play FILE --choose turn-her-away,put-a-question", "attr"),
    ("guidance list", "attr"),
    ("guidance show dfe2012.p23.lmcs-not-decide", "attr"),
    ("rules list", "attr"),
    ("rules explain safeguarding.may-discuss", "attr"),
    ("coverage", "attr"),
    ("schema scenario", "attr"),
    ("settings", ""),
    ("settings --json", ""),
    ("settings theme light", ""),
    ("new scenario NEW/begun.toml", "attr"),
    ("graph FILE --no-prove --format svg", "attr"),
    ("diff FILE FILE", "attr sqlalchemy"),
    ("prove FILE", "attr"),
    ("playtest FILE --runs 1", "attr"),
    ("saves list --json", "attr sqlalchemy"),
    ("progress --json", "attr sqlalchemy"),
    ("review --json", "attr sqlalchemy"),
    ("review --plain", "attr sqlalchemy"),
    ("play FILE --plain", "attr sqlalchemy"),
    ("--plain", "attr sqlalchemy"),
]


@pytest.mark.parametrize(("arguments", "loaded"), LOADS)
def test_only_what_a_command_needs_is_loaded(arguments, loaded, tmp_path):
    written = arguments.replace("FILE", shlex.quote(str(SMALL_VISIT))).replace("NEW", shlex.quote(str(tmp_path)))
    ran = run_python(LOADED, *shlex.split(written))
    assert "error" not in ran.err
    assert ran.out.splitlines()[-1].split() == ["LOADED", "0", *loaded.split()]


def test_the_briefing_is_said_before_the_rest_of_the_scenario_the_rules_and_the_database_are_loaded():
    ran = run_python(WATCHED, "play", SMALL_VISIT, "--plain")
    told = ran.out.index("Objective: Tell a question at the board from a vote on it")
    assert told < ran.out.index("LOADING attr") < ran.out.index("LOADING sqlalchemy")
    assert told < ran.out.index("LOADING rulebook") < ran.out.index("Scene: The telephone")
    assert "LOADING textual" not in ran.out
    assert "LOADING lmcs_sim.plain.debrief" not in ran.out


def test_the_doctor_looks_at_the_terminal_without_loading_it():
    # What it finds, and so its exit code, is the machine's.
    assert run_python(LOADED, "doctor").out.splitlines()[-1].split()[2:] == ["attr", "sqlalchemy"]


def test_every_other_command_is_among_them_but_the_one_that_is_a_terminal():
    assert {arguments.partition(" ")[0] for arguments, _ in LOADS} >= set(COMMANDS) - {"doctor", "preview"}


@pytest.mark.parametrize(
    ("arguments", "painted"),
    [((), "Library: choose a scenario"), (("play", "casting-vote"), "Before you start")],
    ids=["home", "briefing"],
)
def test_the_terminal_paints_its_first_screen_before_it_loads_the_database(arguments, painted, tmp_path):
    keys = (("LOADING sqlalchemy", "q"),)
    home = {"LMCS_SIM_STORE": folder(tmp_path / "kept"), "XDG_DATA_HOME": folder(tmp_path / "data")}
    shown = run_on_a_pty("-c", TERMINAL, *arguments, keys=keys, **home)
    assert shown.code == 0
    assert shown.out.index(painted) < shown.out.index("LOADING sqlalchemy")
    assert "LOADING lmcs_sim.toml.pack_reader" not in shown.out
    assert "LOADING fsrs" not in shown.out
