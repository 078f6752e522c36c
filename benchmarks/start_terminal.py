"""A program on a pseudo-terminal of its own, and how long it takes to show something there. Linux only."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Self

from attrs import frozen

CODES = re.compile(rb"\x1b[^a-zA-Z]*[a-zA-Z]")
PATIENCE = 20.0
"""Seconds after which what was waited for will not come."""
QUIET = 0.1
"""Seconds without output after which a screen is taken to be whole."""


@frozen
class Took:
    """Seconds, by the clock and of CPU time."""

    wall: float
    cpu: float


class Terminal:
    """A program started on 80 columns and 24 rows, and killed when left. Times count from before it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command, self._environment = command, {**os.environ, **_PLACE, **environment}
        self._environment.pop("NO_COLOR", None)

    def __enter__(self) -> Self:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._began, self._used = perf_counter(), 0.0
        self._process = subprocess.Popen(
            self._command, stdin=theirs, stdout=theirs, stderr=theirs, env=self._environment, start_new_session=True
        )
        os.close(theirs)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def until(self, text: str) -> Took:
        """How long it took, from the start or the last keys, until a text was on the screen."""
        wanted, seen = text.encode(), b""
        while wanted not in CODES.sub(b"", seen):
            piece = self._piece(PATIENCE)
            if not piece:
                sys.exit(f"{' '.join(self._command)} never showed {text!r}, but: {seen[-2000:]!r}")
            seen += piece
        wall = perf_counter() - self._began
        return Took(wall, self._cpu() - self._used)

    def until_it_ends(self) -> Took:
        """How long it took from the start until the program had ended."""
        while self._piece(PATIENCE):
            pass
        _, code, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(code)
        if self._process.returncode:
            sys.exit(f"{' '.join(self._command)} ended with {self._process.returncode}")
        return Took(perf_counter() - self._began, used.ru_utime + used.ru_stime)

    def settle(self, quiet: float = QUIET) -> str:
        """Waits until nothing more is drawn for some seconds, and gives what was."""
        seen = b""
        while piece := self._piece(quiet):
            seen += piece
        return CODES.sub(b"", seen).decode(errors="replace")

    def press(self, keys: str) -> None:
        """Types keys, from which the next time counts."""
        self._began, self._used = perf_counter(), self._cpu()
        os.write(self._ours, keys.encode())

    def _piece(self, seconds: float) -> bytes:
        """The next output; nothing where the program has ended, or after some seconds without."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._ours, 65536)
        except OSError:
            return b""

    def _cpu(self) -> float:
        """The CPU seconds of every thread so far. The kernel keeps them in nanoseconds."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in tasks) / 1e9


_PLACE = {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
