"""The list of commands: a line of each, and none of them loaded for it."""

import re

from running import run, run_python

from lmcs_sim.cli.main import COMMANDS
from lmcs_sim.words.catalogue import said

LISTED = """
import sys
from lmcs_sim.cli.main import main
main(["--help"])
sys.stdout.flush()
print("LOADED", *sorted(name for name in sys.modules if name.startswith("lmcs_sim.cli.")), "pathlib" in sys.modules)
"""


def test_every_command_has_its_line_in_the_list_whole():
    listed = run("--help").out.partition("Commands:\n")[2]
    assert re.findall(r"^  (\S+) +(\S.*)$", listed, re.MULTILINE) == [
        (name, said(f"listed.{name}")) for name in sorted(COMMANDS)
    ]
    assert max(map(len, listed.splitlines())) < 80


def test_no_command_is_loaded_to_list_them():
    loaded = run_python(LISTED).out.splitlines()[-1].split()
    assert loaded == ["LOADED", "lmcs_sim.cli.group", "lmcs_sim.cli.main", "lmcs_sim.cli.output", "False"]
