"""Running the program on a terminal of its own: keys go in, and every byte that comes out is kept."""

import os
import pty
import re
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

from attrs import frozen
from running import ROOT

_fcntl = __import__("fcntl")
_termios = __import__("termios")
LEFT = "\x1b[?1049l"
"""What the terminal is told when the screen is given back."""


@frozen
class Shown:
    """What a run on a terminal gave back."""

    code: int
    out: str

    @property
    def afterwards(self) -> str:
        """What was said once the screen had been given back, without codes."""
        return re.sub(r"\x1b[^a-zA-Z]*[a-zA-Z]", "", self.out.rpartition(LEFT)[2])


def run_on_a_pty(
    *command: str, keys: tuple[tuple[str, str], ...] = (), size: tuple[int, int] = (80, 24), **environment: str
) -> Shown:
    """Runs Python on a terminal. Each pair of `keys` is a text to wait for and what is then typed."""
    ours, theirs = pty.openpty()
    _fcntl.ioctl(theirs, _termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    whole = {
        **os.environ,
        "COLUMNS": str(size[0]),
        "LINES": str(size[1]),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        **environment,
    }
    whole.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    process = subprocess.Popen([sys.executable, *command], stdin=theirs, stdout=theirs, stderr=theirs, env=whole)
    os.close(theirs)
    try:
        out = _talk(ours, keys, time.monotonic() + 50)
        return Shown(process.wait(timeout=20), out)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _talk(ours: int, keys: tuple[tuple[str, str], ...], until: float) -> str:
    out, read, waiting = b"", 0, list(keys)
    while time.monotonic() < until:
        if not select.select([ours], [], [], 1)[0]:
            continue
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
        # Reads come piecemeal and a screen is drawn in pieces: what is waited for may lie across two of them.
        if waiting and waiting[0][0].encode() in out[read:]:
            read = len(out)
            os.write(ours, waiting.pop(0)[1].encode())
    text = out.decode(errors="replace")
    assert not waiting, f"{waiting[0][0]!r} was never shown: {text[-2000:]!r}"
    return text


def folder(path: Path) -> str:
    """A folder that is there."""
    path.mkdir(parents=True, exist_ok=True)
    return str(path)
