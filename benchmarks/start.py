#!/usr/bin/env python3
"""Starting, repainting and keeping, on a real pseudo-terminal, in one run: `python benchmarks/start.py`."""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import tomli
from start_bare import OPTIONS, PAINTED
from start_terminal import Terminal, Took

HERE = Path(__file__).parent
SCENARIO = HERE.parent / "scenarios" / "casting-vote.toml"
OURS = [str(Path(sys.executable).parent / "lmcs-sim")]
"""The command as it was installed."""
BARE = [sys.executable, str(HERE / "start_bare.py")]
PARTS = ("start", "durable", "repaint")
DOWN = "\x1b[B"
TIMES = 24
"""Repaints in one run of an application."""
LOADS = 0.5
"""Seconds for which nothing is drawn while the rules are read."""

Runs = dict[str, list[Took]]


def start(rounds: int, homes: Path) -> Iterator[str]:
    """First paint, first text and whole short commands, beside the first paint of a bare application."""
    scenario = tomli.loads(SCENARIO.read_text(encoding="utf-8"))
    contestants: dict[str, tuple[Callable[[], Took], str]] = {
        "bare application: first paint": (lambda: shown([*BARE, "widget"], homes, PAINTED), ""),
        "home: first paint": (lambda: shown(OURS, homes, "Library: choose a scenario"), "1.3"),
        "`play ID --plain`: first text": (
            lambda: shown([*OURS, "play", SCENARIO.stem, "--plain"], homes, scenario["title"]),
            "0.4",
        ),
        "`check FILE`: the whole": (lambda: ended([*OURS, "check", str(SCENARIO)], homes), "0.6"),
        "`--help`: the whole": (lambda: ended([*OURS, "--help"], homes), "0.3"),
    }
    for work, _ in contestants.values():
        work()
    runs: Runs = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, (work, _) in contestants.items():
            runs[name].append(work())
    yield from table(runs, {name: goal for name, (_, goal) in contestants.items()})


def shown(command: Sequence[str], homes: Path, text: str) -> Took:
    """How long a program takes to show a text."""
    with Terminal(command, own_place(homes)) as terminal:
        return terminal.until(text)


def ended(command: Sequence[str], homes: Path) -> Took:
    """How long a program takes altogether."""
    with Terminal(command, own_place(homes)) as terminal:
        return terminal.until_it_ends()


def own_place(homes: Path) -> dict[str, str]:
    """A home without saves, packs or settings, new for each run; and what Python compiles, kept for all of them."""
    home = tempfile.mkdtemp(dir=homes)
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(homes / "compiled")}
    return {"HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "LMCS_SIM_STORE": home, **compiled}


def durable(rounds: int, homes: Path) -> Iterator[str]:
    """A decision kept, beside a bare insert and commit with the same pragmas."""
    runs: Runs = {"bare insert and commit": [], "ours: a decision kept": []}
    for _ in range(rounds):
        folder = tempfile.mkdtemp(dir=homes)
        asked = [sys.executable, str(HERE / "start_durable.py"), folder, "200"]
        told = json.loads(subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout)
        for name, key in zip(runs, ("bare", "ours"), strict=True):
            runs[name] += [Took(*each) for each in told[key]]
    yield from table(runs, {"ours: a decision kept": "2"})
    yield f"\nThe databases lay in {homes}, on {disk_of(homes)}."


def repaint(rounds: int, homes: Path) -> Iterator[str]:
    """From the key that decides until the story that follows is on the screen, beside a highlight that moves."""
    runs: Runs = {"bare list: a highlight moved": [], "ours: a choice taken, kept, judged and told": []}
    bare, ours = runs.values()
    firsts = []
    for _ in range(rounds):
        bare += highlights(homes)
        made = decisions(homes)
        firsts.append(made[0])
        ours += made
    yield from table(runs, {"ours: a choice taken, kept, judged and told": "3"}, worst=True)
    yield f"\nThe first choice of each run, which loads the screen: {milliseconds([each.wall for each in firsts])}."


def highlights(homes: Path) -> Iterator[Took]:
    """A highlight moved down a list, again and again."""
    with Terminal([*BARE, "options"], own_place(homes)) as terminal:
        terminal.until(OPTIONS[-1])
        for number in range(TIMES):
            terminal.settle()
            terminal.press(DOWN)
            yield terminal.until(OPTIONS[(number + 1) % len(OPTIONS)])


def decisions(homes: Path) -> list[Took]:
    """The choices of a first scene, each taken and taken back, in turn."""
    scenario = tomli.loads(SCENARIO.read_text(encoding="utf-8"))
    scene = next(each for each in scenario["scene"] if each["id"] == scenario["starts"])
    choices = [each for each in scene["choice"] if "when" not in each]
    before = len(scene.get("enquiry", ()))
    taken = []
    with Terminal([*OURS, "play", SCENARIO.stem], own_place(homes)) as terminal:
        terminal.until(scenario["title"])
        terminal.settle()
        while not _reading(terminal, scene["title"]):
            pass
        for _ in range(TIMES // len(choices)):
            for number, choice in enumerate(choices, start=before + 1):
                terminal.press(str(number))
                terminal.settle()
                terminal.press("\r")
                taken.append(terminal.until(" ".join(choice["says"].split()[:4])))
                terminal.settle()
                terminal.press("u")
                terminal.settle()
    return taken


def _reading(terminal: Terminal, title: str) -> bool:
    """Whether reading on, from the briefing, has come to the scene of that title."""
    terminal.press("\r")
    return title in terminal.settle(LOADS)


def table(runs: Runs, goals: dict[str, str], worst: bool = False) -> Iterator[str]:
    """The medians and the fastest, and each as a ratio to the first contestant's, by the clock and in CPU time."""
    ratios = "to the bare: clock, median (fastest) | CPU, median (fastest)"
    yield f"| milliseconds, median (fastest) | clock | CPU | {ratios} |{' p95 to p95 |' if worst else ''} goal |"
    yield f"| --- | ---: | ---: | ---: | ---: |{' ---: |' if worst else ''} ---: |"
    first = next(iter(runs.values()))
    for name, made in runs.items():
        figures = [[each.wall for each in made], [each.cpu for each in made]]
        bases = [[each.wall for each in first], [each.cpu for each in first]]
        own = [f"{median(each) * 1000:.1f} ({min(each) * 1000:.1f})" for each in figures]
        beside = [
            f"{median(each) / median(base):.2f} ({min(each) / min(base):.2f})"
            for each, base in zip(figures, bases, strict=True)
        ]
        late = [f"{late_of(figures[0]) / late_of(bases[0]):.2f}"] if worst else []
        yield f"| {' | '.join([name, *own, *beside, *late, goals.get(name, '')])} |"


def late_of(figures: Sequence[float]) -> float:
    """What 95 in 100 of the figures do not exceed."""
    return sorted(figures)[-(-len(figures) * 95 // 100) - 1]


def milliseconds(figures: Sequence[float]) -> str:
    """Figures as they came."""
    return ", ".join(f"{each * 1000:.0f}" for each in figures) + " ms"


def disk_of(folder: Path) -> str:
    """The kind of the file system that a folder is on."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    here = folder.resolve()
    over = [(point, kind) for point, kind in mounts if here.is_relative_to(point)]
    return max(over, key=lambda mount: len(mount[0]))[1]


def conditions_of_the_run() -> str:
    """When, where and with what it was run."""
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{dt.datetime.now():%Y-%m-%d %H:%M}, Python {platform.python_version()}, {machine}, load {load}"


def main() -> None:
    """Run what is asked for, part by part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=15, help="starts of each, in turn (default: 15)")
    parser.add_argument(
        "--disk", type=Path, default=None, help="a folder on a real disk (default: that of temporary files)"
    )
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no part {min(unknown)!r}: {', '.join(PARTS)}")
    print(f"Before: {conditions_of_the_run()}", flush=True)
    with tempfile.TemporaryDirectory(dir=given.disk, ignore_cleanup_errors=True) as name:
        homes = Path(name)
        made = {
            "start": lambda: start(given.rounds, homes),
            "durable": lambda: durable(3, homes),
            "repaint": lambda: repaint(3, homes),
        }
        for part in given.parts or PARTS:
            print()
            for line in made[part]():
                print(line, flush=True)
    print(f"\nAfter: {conditions_of_the_run()}")


if __name__ == "__main__":
    main()
