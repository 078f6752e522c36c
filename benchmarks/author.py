#!/usr/bin/env python3
"""Authors' tools: plays, proof and check, beside others, in one run: `python benchmarks/author.py`."""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import author_ink
from author_story import SCENARIO, STORY, stale

HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parent / "scenarios").glob("*.toml"))
PARTS = ("plays", "proof", "check", "shipped")

Runs = dict[str, list[dict[str, Any]]]
"""By contestant, what each of its runs told."""


def run(what: str, *arguments: object) -> dict[str, Any]:
    """One run of a contestant, in a process of its own."""
    asked = [sys.executable, str(HERE / "author_timed.py"), what, *map(str, arguments)]
    done = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def ratio(runs: Runs, one: str, other: str, key: str = "seconds") -> float:
    """The median, over the rounds, of one contestant's figure to another's."""
    return median(a[key] / b[key] for a, b in zip(runs[one], runs[other], strict=True))


def cells(figures: Sequence[float], form: str) -> str:
    """The median of some figures, and each as it came."""
    return f"{format(median(figures), form)} | {' '.join(format(each, form) for each in figures)}"


def plays(rounds: int, number: int, folder: Path) -> Iterator[str]:
    """Random plays per second: ours with full scoring, the bare tables, inkjs."""
    story = json.loads(STORY.read_text(encoding="utf-8"))
    ink = author_ink.ready(story, folder)
    runs: Runs = {"ours, random": [], "ours, cautious": [], "bare": [], "inkjs": []}
    for _ in range(rounds):
        runs["ours, random"].append(run("our_plays", number, "random"))
        runs["ours, cautious"].append(run("our_plays", number, "cautious"))
        runs["bare"].append(bare := run("bare_plays", number))
        if not isinstance(ink, str):
            runs["inkjs"].append(_ink_play(ink, number, bare["ends"]))
    yield "| random plays per second of CPU time | median | as they came |"
    yield "| --- | ---: | --- |"
    for name, made in runs.items():
        if made:
            yield f"| {name} | {cells([each['plays'] / each['seconds'] for each in _with(made, number)], ',.0f')} |"
    yield ""
    yield _goal("ours, random, to the bare tables", ratio(runs, "bare", "ours, random"), "at least 0.25")
    if isinstance(ink, str):
        yield f"- inkjs was left out: {ink}"
        return
    a_second = {name: [each["plays"] / each["seconds"] for each in _with(made, number)] for name, made in runs.items()}
    to_ink = median(a / b for a, b in zip(a_second["ours, random"], a_second["inkjs"], strict=True))
    yield _goal(f"ours, random, to {runs['inkjs'][0]['versions']}", to_ink, "at least 10")


def _with(made: Sequence[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    return [{"plays": number, **each} for each in made]


def _ink_play(ink: author_ink.Ink, number: int, ends: list[list[int]]) -> dict[str, Any]:
    """A tenth of the plays by inkjs, once its first ones are seen to be those of the tables."""
    played = author_ink.play(ink, number // 10)
    if [list(values) for values in played.ends] != ends:
        sys.exit("inkjs plays another story than the tables do")
    return {"plays": number // 10, "seconds": number // 10 / played.a_second, "versions": played.versions}


def proof(rounds: int) -> Iterator[str]:
    """The benchmark story proved, and a bare exhaustive merge of it."""
    runs: Runs = {"bare merge": [], "ours, the full report": []}
    for _ in range(rounds):
        runs["bare merge"].append(bare := run("bare_merge"))
        runs["ours, the full report"].append(ours := run("report", SCENARIO))
        for key in ("paths", "best", "worst", "expected"):
            if abs(bare[key] - ours[key]) > 1e-9:
                sys.exit(f"{key}: the tables say {bare[key]}, the proof {ours[key]}")
    yield "| the benchmark story proved | situations | MB at most (before) | seconds of CPU time | as they came |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for name, made in runs.items():
        most, before = (median(each[key] for each in made) for key in ("megabytes", "before"))
        seconds = cells([each["seconds"] for each in made], ".2f")
        yield f"| {name} | {made[0]['states']:,} | {most:,.0f} ({before:,.0f}) | {seconds} |"
    told = "{paths:,} paths; the measure of the endings at best {best}, at worst {worst}, at random {expected:.3f}"
    yield f"\nBoth say: {told.format(**runs['bare merge'][0])}.\n"
    full = ratio(runs, "ours, the full report", "bare merge")
    yield _goal("best, worst and expected, which are made with the rest", full, "at most 2")
    yield _goal("the full report", full, "at most 6")


def check(rounds: int, files: int) -> Iterator[str]:
    """`check` of many scenario files, and tomli parsing them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_files(folder, files)
        runs: Runs = {"tomli": [], "check": []}
        for _ in range(rounds):
            runs["tomli"].append(run("parsing", folder))
            runs["check"].append(run("checking", folder))
        command = [sys.executable, "-m", "lmcs_sim", "check", *map(str, sorted(folder.iterdir()))]
        began = perf_counter()
        code = subprocess.run(command, capture_output=True, check=False).returncode
        whole = perf_counter() - began
    first = runs["check"][0]
    yield f"| {first['files']:,} scenario files, {runs['tomli'][0]['bytes'] / 1e6:.0f} MB | median | as they came |"
    yield "| --- | ---: | --- |"
    for name, made in runs.items():
        yield f"| {name}: seconds of CPU time | {cells([each['seconds'] for each in made], '.2f')} |"
    yield f"| of which the rulebook | {cells([each['rulebook'] for each in runs['check']], '.2f')} |"
    yield f"\nThe whole command: {whole:.1f} seconds by the clock, exit {code}; {first['errors']} errors.\n"
    yield _goal("check, rulebook included, to tomli", ratio(runs, "check", "tomli"), "at most 5")


def _make_files(folder: Path, files: int) -> None:
    """The shipped scenarios again and again, each with an id of its own."""
    for number, path in enumerate(islice(cycle(SHIPPED), files)):
        text = path.read_text(encoding="utf-8")
        name = f"{path.stem}-{number}"
        made = text.replace(f'id = "{path.stem}"', f'id = "{name}"', 1)
        assert made != text, path
        (folder / f"{name}.toml").write_text(made, encoding="utf-8")


def shipped(rounds: int) -> Iterator[str]:
    """The full report of each shipped scenario."""
    yield "| scenario | situations | paths | MB at most | seconds of CPU time, median | as they came |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for path in SHIPPED:
        made = [run("report", path) for _ in range(rounds)]
        first, seconds = made[0], cells([each["seconds"] for each in made], ".2f")
        cut = "" if first["complete"] else ", cut short"
        most = median(each["megabytes"] for each in made)
        yield f"| {path.stem}{cut} | {first['states']:,} | {first['paths']:.3g} | {most:,.0f} | {seconds} |"
    yield "\nThe goal is 30 seconds for each."


def _goal(what: str, figure: float, goal: str) -> str:
    return f"- {what}: **{figure:.2f}** (goal: {goal})"


def conditions_of_the_run() -> str:
    """When, where and with what it was run."""
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{dt.date.today()}, Python {platform.python_version()}, {machine}, load {load}"


def main() -> None:
    """Run what is asked for, part by part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each, in turn (default: 5)")
    parser.add_argument("--plays", type=int, default=20_000, help="random plays in a run (default: 20,000)")
    parser.add_argument("--files", type=int, default=1_000, help="scenario files to check (default: 1,000)")
    cache = Path(tempfile.gettempdir()) / "lmcs-sim-inkjs"
    parser.add_argument("--inkjs", type=Path, default=cache, help=f"where npm puts inkjs (default: {cache})")
    given = parser.parse_args()
    if wrong := stale():
        sys.exit(wrong)
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no part {min(unknown)!r}: {', '.join(PARTS)}")
    made = {
        "plays": lambda: plays(given.rounds, given.plays, given.inkjs),
        "proof": lambda: proof(given.rounds),
        "check": lambda: check(given.rounds, given.files),
        "shipped": lambda: shipped(given.rounds),
    }
    print(f"Before: {conditions_of_the_run()}", flush=True)
    for part in given.parts or PARTS:
        print()
        for line in made[part]():
            print(line, flush=True)
    print(f"\nAfter: {conditions_of_the_run()}")


if __name__ == "__main__":
    main()
