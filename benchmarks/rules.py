"""Judging one act at 50, 500 and 5,000 rules, beside other engines, in one run: `python benchmarks/rules.py`."""

import argparse
import datetime as dt
import gc
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from statistics import median
from time import perf_counter

from attrs import frozen
from rules_engines import PEERS, versions
from rules_made import Made, make, plain

from lmcs_sim.rules.explain import near_misses
from lmcs_sim.rules.judging import Trace, judge

SIZES = (50, 500, 5000)
FIRES, JUDGED, MISSES = "ours: which rules fire", "ours: judged with traces", "ours: near misses"
READ = "ours: the same, every check of every trace read"


@frozen
class Timed:
    """A contestant at one size."""

    name: str
    size: int
    ask: Callable[..., object]
    asked: tuple[tuple[object, ...], ...]
    at_once: int
    """How many acts one timing takes, so that each lasts about as long."""

    @staticmethod
    def of(name: str, size: int, ask: Callable[..., object], asked: Sequence[tuple[object, ...]], lasts: float):
        """A contestant, warmed by every act, with whole rounds of the acts in each timing."""
        # The first round may build what is kept, so the second says how long a round takes.
        for _ in range(2):
            started = perf_counter()
            for each in asked:
                ask(*each)
        rounds = max(1, int(lasts / (perf_counter() - started)))
        return Timed(name, size, ask, tuple(asked), rounds * len(asked))

    def run(self) -> float:
        """Microseconds per act."""
        given = list(islice(cycle(self.asked), self.at_once))
        ask = self.ask
        gc.collect()
        started = perf_counter()
        for each in given:
            ask(*each)
        return (perf_counter() - started) / self.at_once * 1e6


def contestants(made: Made, lasts: float) -> Iterator[Timed]:
    """Ours and the peers on one rulebook, once all have been seen to fire the same rules."""
    facts = made.facts
    expected = [sorted(rule.id for rule in made.book.applying(each)) for each in facts]

    def timed(name: str, ask: Callable[..., object], asked: Sequence[tuple[object, ...]]) -> Timed:
        return Timed.of(name, made.size, ask, asked, lasts)

    yield timed(FIRES, made.book.applying, [(each,) for each in facts])
    yield timed(JUDGED, lambda act, at: judge(made.book, act, at), made.asked)
    yield timed(READ, lambda act, at: [_read(ruling.trace) for ruling in judge(made.book, act, at)], made.asked)
    yield timed(MISSES, lambda act, at: list(near_misses(made.book, act, at)), made.asked)
    for name, build in PEERS.items():
        ready, fires = build(made)
        asked = [(ready(plain(each)),) for each in facts]
        found = [sorted(fires(*each)) for each in asked]
        if found != expected:
            sys.exit(f"{name} fires other rules than ours at {made.size}: {_first_unlike(found, expected)}")
        yield timed(name, fires, asked)


def _read(trace: Trace) -> tuple[object, ...]:
    return trace.applied, trace.required, trace.needs


def _first_unlike(found: list[list[str]], expected: list[list[str]]) -> str:
    return next(f"{one} and not {other}" for one, other in zip(found, expected, strict=True) if one != other)


def measure(everyone: Sequence[Timed], rounds: int) -> dict[tuple[str, int], list[float]]:
    """Each contestant's timings: one of each in turn, then all again."""
    taken: dict[tuple[str, int], list[float]] = {(one.name, one.size): [] for one in everyone}
    for _ in range(rounds):
        for one in everyone:
            taken[one.name, one.size].append(one.run())
    return taken


def ratios(taken: dict[tuple[str, int], list[float]]) -> Iterator[tuple[str, float, str]]:
    """What was measured against what, the median over the rounds, and the goal."""

    def ratio(one: tuple[str, int], other: tuple[str, int]) -> float:
        return median(a / b for a, b in zip(taken[one], taken[other], strict=True))

    yield "judged with traces, 50 to 5,000 rules", ratio((JUDGED, 5000), (JUDGED, 50)), "at most 1.5"
    peers = [name for name in PEERS if "trace" not in name]
    fastest = min(peers, key=lambda name: median(taken[name, 500]))
    yield f"which rules fire at 500: {fastest}, the fastest peer, to ours", ratio((fastest, 500), (FIRES, 500)), "8"
    traced = "zen-engine, with trace"
    yield f"with traces at 500: {traced}, to ours", ratio((traced, 500), (JUDGED, 500)), "15"
    yield "the same, every check of every trace of ours read", ratio((traced, 500), (READ, 500)), "none set"


def report(taken: dict[tuple[str, int], list[float]]) -> Iterator[str]:
    """The figures as a Markdown table, then the ratios."""
    yield f"| microseconds per act, median (fastest) | {' | '.join(f'{size:,} rules' for size in SIZES)} |"
    yield f"| --- |{' ---: |' * len(SIZES)}"
    for name in dict.fromkeys(name for name, _ in taken):
        cells = (f"{median(taken[name, size]):,.1f} ({min(taken[name, size]):,.1f})" for size in SIZES)
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""
    for what, ratio, goal in ratios(taken):
        yield f"- {what}: **{ratio:.2f}** (goal: {goal})"


def conditions_of_the_run() -> str:
    """When, where and with what it was run."""
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    return (
        f"{dt.date.today()}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load}; {versions()}"
    )


def main() -> None:
    """Make, check, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="timings of each (default: 9)")
    parser.add_argument("--acts", type=int, default=40, help="acts per rulebook, in eights (default: 40)")
    parser.add_argument("--lasts", type=float, default=0.1, help="seconds one timing aims to last (default: 0.1)")
    parser.add_argument("--carried", type=int, default=2, help="fields an act carries beside its matter (default: 2)")
    given = parser.parse_args()
    print(f"Before: {conditions_of_the_run()}\n", flush=True)
    everyone = [one for size in SIZES for one in contestants(make(size, given.acts, given.carried), given.lasts)]
    taken = measure(everyone, given.rounds)
    print("\n".join(report(taken)))
    print(f"\nAfter: {conditions_of_the_run()}")


if __name__ == "__main__":
    main()
