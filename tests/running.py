"""Running the command line from tests: inside this process, or apart in one of its own."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from attrs import frozen

from lmcs_sim.cli.main import main

LONG = bool(os.environ.get("LMCS_SIM_LONG"))
"""Whether the long runs are wanted: `.ci/run` asks for them, after the plain tests."""

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SMALL_VISIT = TESTS / "good" / "small-visit.toml"


@frozen
class Ran:
    """What a command line gave back."""

    code: int
    out: str
    err: str


def run(*arguments: object, given: str = "") -> Ran:
    """The command line in this process, with `given` on its standard input."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), mock.patch("sys.stdin", io.StringIO(given)):
        code = main([str(argument) for argument in arguments])
    return Ran(code, out.getvalue(), err.getvalue())


def run_apart(*arguments: object, given: bytes = b"", environment: dict[str, str] | None = None) -> Ran:
    """The command line in a process of its own."""
    command = [sys.executable, "-m", "lmcs_sim", *map(str, arguments)]
    return _ran(command, given, environment)


def run_python(code: str, *arguments: object, environment: dict[str, str] | None = None) -> Ran:
    """A few lines of Python in a process of their own."""
    return _ran([sys.executable, "-c", code, *map(str, arguments)], b"", environment)


def _ran(command: list[str], given: bytes, environment: dict[str, str] | None) -> Ran:
    whole = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(environment or {})}
    done = subprocess.run(command, input=given, capture_output=True, env=whole, timeout=60, check=False)
    return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
