"""How much of a file is read and told, so that no file takes more than seconds or a machine's memory.

Each bound lies far above what a person writes.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lmcs_sim.faults import Fault, KeyPath

LARGEST = 1_000_000
"""Bytes of a file. The longest that ships has a sixth of it."""
MOST_VALUES = 50_000
"""Texts, numbers, lists and tables in one file."""
MOST_ENTRIES = 5_000
"""Of one list or one table."""
WIDEST = 4_096
"""Bits of a whole number. Python writes none out that is much wider."""
_WIDE = re.compile(r"0[xob][0-9A-Fa-f_]{1000}")


def excess(data: dict[str, object], text: str) -> "Fault | None":
    """The fault of a file that holds more than is checked, by key path: where first it is too much."""
    # Every value but one has a comma, a line or a bracket of its own, so most files are never walked.
    if sum(text.count(sign) for sign in ",\n[") < MOST_ENTRIES and not _WIDE.search(text):
        return None
    from lmcs_sim.faults import fault

    values = 0
    waiting: list[tuple[object, KeyPath]] = [(data, ())]
    while waiting:
        value, path = waiting.pop()
        values += 1
        if values > MOST_VALUES:
            return _too_much("the file holds too many values", MOST_VALUES, ())
        if isinstance(value, int) and value.bit_length() > WIDEST:
            return fault("E004", "a whole number has too many digits", "Write a number of ordinary length.", *path)
        if not isinstance(value, dict | list):
            continue
        if len(value) > MOST_ENTRIES:
            return _too_much(f"{len(value):,} entries stand in one list or table", MOST_ENTRIES, path)
        named = value.items() if isinstance(value, dict) else enumerate(value)
        waiting += [(inner, (*path, step)) for step, inner in named]
    return None


def _too_much(cause: str, most: int, path: "KeyPath") -> "Fault":
    from lmcs_sim.faults import fault

    return fault("E005", cause, f"Keep to {most:,}; spread the rest over more files.", *path)
