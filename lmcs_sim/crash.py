"""A report of a fault of ours, written where the user can find it."""

import tempfile
import traceback
from pathlib import Path


def report() -> str:
    """Writes the exception being handled to a file and gives the file's name."""
    path = Path(tempfile.gettempdir()) / "lmcs-sim-fault.txt"
    try:
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return "what was on the screen"
    return str(path)
