"""What is loaded when: no command but the terminal loads Textual, and the first words wait for no database."""

import pytest
from running import SMALL_VISIT, run_python

LOADED = """
import sys
from lmcs_sim.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
heavy = sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "rich", "sqlalchemy", "tree_sitter"})
print("LOADED", code, *heavy)
"""

WATCHED = """
import sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("sqlalchemy", "lmcs_sim.toml.packs", "textual", "lmcs_sim.plain.debrief"):
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


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["--help"], ""),
        (["--version"], ""),
        (["list", "--json"], ""),
        (["check", SMALL_VISIT], ""),
        (["play", SMALL_VISIT, "--choose", "turn-her-away,put-a-question", "--json"], ""),
        (["play", SMALL_VISIT, "--choose", "turn-her-away,put-a-question"], ""),
        (["guidance", "show", "dfe2012.p23.lmcs-not-decide"], ""),
        (["rules", "explain", "safeguarding.may-discuss"], ""),
        (["saves", "list", "--json"], "sqlalchemy"),
        (["play", SMALL_VISIT, "--plain"], "sqlalchemy"),
        (["--plain"], "sqlalchemy"),
    ],
)
def test_only_what_a_command_needs_is_loaded(arguments, loaded):
    ran = run_python(LOADED, *arguments)
    assert "error" not in ran.err
    assert ran.out.splitlines()[-1].split() == ["LOADED", "0", *loaded.split()]


def test_the_briefing_is_said_before_the_rules_are_read_and_the_database_is_loaded():
    ran = run_python(WATCHED, "play", SMALL_VISIT, "--plain")
    told = ran.out.index("Objective: Tell a question at the board from a vote on it")
    assert told < ran.out.index("LOADING sqlalchemy")
    assert told < ran.out.index("LOADING rulebook") < ran.out.index("Scene: The telephone")
    assert "LOADING textual" not in ran.out
    assert "LOADING lmcs_sim.plain.debrief" not in ran.out
