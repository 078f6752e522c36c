"""A decision kept, and a bare insert and commit, in turn: `python start_durable.py FOLDER TIMES` prints JSON."""

import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from lmcs_sim.play.play import Log
from lmcs_sim.store.place import url_of
from lmcs_sim.store.plays import Store

FIRST = 20
"""Of each, before any is timed."""


def bare(file: Path) -> Callable[[int], object]:
    """One insert and commit of one row, with the pragmas of ours."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE step (play INTEGER, number INTEGER, name TEXT, PRIMARY KEY (play, number))")

    def keep(number: int) -> None:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO step VALUES (?, ?, ?)", (1, number, "cast-the-vote"))
        connection.execute("COMMIT")

    return keep


def ours(folder: Path) -> Callable[[int], object]:
    """One step of a play, kept as the faces keep it."""
    store = Store(url_of(folder))
    play = store.begin("Ann", Log("casting-vote", "0" * 16, "0" * 16, 1))
    return lambda number: store.add_step(play, number, "cast-the-vote", None)


def timed(keep: Callable[[int], object], number: int) -> tuple[float, float]:
    """Seconds by the clock and of CPU time."""
    wall, cpu = perf_counter(), process_time()
    keep(number)
    return perf_counter() - wall, process_time() - cpu


def main(folder: Path, times: int) -> None:
    """Keeps one and the other in turn."""
    both = {"bare": bare(folder / "bare.db"), "ours": ours(folder)}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in both}
    for number in range(1, times + FIRST + 1):
        for name, keep in both.items():
            taken[name].append(timed(keep, number))
    print(json.dumps({name: made[FIRST:] for name, made in taken.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
