"""What lmcs-sim leaves on a computer beside the plays: what was proved, and reports of faults of ours."""

import datetime as dt
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lmcs_sim.crash import PREFIX, SUFFIX
from lmcs_sim.doctor.look import Look, Part
from lmcs_sim.doctor.place import trouble_writing
from lmcs_sim.store.attained import VARIABLE, cache_folder
from lmcs_sim.words.interface import counted

LEFTOVERS = Part("leftovers")

_TAIL = 20_000
"""Bytes of a report that are read for its last line."""


def leftover_looks() -> Iterator[Look]:
    """How the folder of what was proved stands, and the last report of a fault of ours."""
    return LEFTOVERS.guarded({"proofs": lambda: _proofs(cache_folder()), "reports": lambda: _reports()})


def _proofs(folder: Path) -> Iterator[Look]:
    there = next((path for path in (folder, *folder.parents) if os.path.exists(path)), folder)
    trouble = "it is a file, not a folder" if not there.is_dir() else trouble_writing(there)
    if trouble:
        means = "What a scenario's best play attains is worked out anew after each play."
        cure = f"Set {VARIABLE} to a folder you may write in."
        yield LEFTOVERS.warning("proofs", f"{folder} cannot be written in: {trouble}", means, cure)
    elif there == folder:
        kept = counted(len(list(folder.glob("*.json"))), "proof")
        yield LEFTOVERS.ok("proofs", f"{kept} kept in {folder}", "The folder may be deleted at any time.")
    else:
        yield LEFTOVERS.ok("proofs", f"none kept yet; they will be in {folder}")


def _reports() -> Iterator[Look]:
    found = sorted(_own_reports(Path(tempfile.gettempdir())))
    if not found:
        yield LEFTOVERS.ok("reports", "no report of a fault of ours")
        return
    moment, last = found[-1]
    day = dt.datetime.fromtimestamp(moment).strftime("%d %B %Y, %H:%M").lstrip("0")
    others = f" ({len(found) - 1} older beside it)" if len(found) > 1 else ""
    means = f"lmcs-sim stopped by a fault of ours on {day}: {_last_line(last)}"
    cure = "Please send us the file; then delete it."
    yield LEFTOVERS.warning("reports", f"{last}{others}", means, cure)


def _own_reports(folder: Path) -> Iterator[tuple[float, Path]]:
    """When each report was written, and its file. What another user has put there under such a name is none."""
    ours = os.getuid() if hasattr(os, "getuid") else 0
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        known = path.lstat()
        if stat.S_ISREG(known.st_mode) and known.st_uid == ours:
            yield known.st_mtime, path


def _last_line(report: Path) -> str:
    with report.open("rb") as file:
        file.seek(max(0, report.stat().st_size - _TAIL))
        lines = file.read(_TAIL).decode("utf-8", errors="replace").split("\n")
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "it says nothing")
