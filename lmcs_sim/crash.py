"""A report of a fault of ours, written where the user can find it and nobody else can have put a file."""

import os
import tempfile
import traceback

PREFIX, SUFFIX = "lmcs-sim-fault-", ".txt"
"""How a report's name begins and ends."""


def report() -> str:
    """Writes the exception being handled to a new file and gives the file's name."""
    try:
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(traceback.format_exc())
    except OSError:
        return "what was on the screen"
    return name
