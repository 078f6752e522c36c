"""What a playtest met, as words and as plain data: a heat map of choices and events, and the spread of each score."""

from collections import Counter
from collections.abc import Iterator, Sequence
from shlex import quote

from attrs import asdict

from lmcs_sim.author.playtest import Run, Tally, spread
from lmcs_sim.play.record import Data
from lmcs_sim.scenario.scenario import Choice, Scenario

BAR = 20
"""Characters of the longest bar."""


def playtest_lines(scenario: Scenario, named: str, seed: int, tallies: Sequence[Tally]) -> Iterator[str]:
    """A playtest in words; `named` is how the scenario was asked for, by its id or its file."""
    players = " and ".join(f"{tally.runs:,} by a {tally.player} player" for tally in tallies)
    yield f"{scenario.id}, runs: {players}, seed {seed}."
    for tally in tallies:
        yield ""
        yield f"The {tally.player} player"
        yield from _scores(tally)
        yield from _endings(scenario, tally)
        yield from _heat(scenario, tally)
        if tally.first_failing is not None:
            yield f"Failed: {tally.failed:,} of {tally.runs:,}. The first met {tally.first_failing.failing!r}:"
            yield f"  {command(named, tally.first_failing)}"


def _scores(tally: Tally) -> Iterator[str]:
    yield "Scores: least, a quarter below, half below, three quarters below, most; mean"
    for name, counts in _named(tally):
        told = spread(counts)
        parts = (told.least, told.low, told.middle, told.high, told.most)
        yield f"  {name}: {', '.join(map(str, parts))}; {told.mean:.2f}"


def _named(tally: Tally) -> Iterator[tuple[str, Counter[int]]]:
    yield "duty points", tally.points
    yield "breaches", tally.breached
    yield from tally.quality.items()
    yield from tally.outcomes.items()


def _endings(scenario: Scenario, tally: Tally) -> Iterator[str]:
    yield "Endings"
    stuck = [name for name in tally.endings if name not in {ending.id for ending in scenario.ending}]
    for name in (*(ending.id for ending in scenario.ending), *stuck):
        yield f"  {_share(tally.endings[name], tally.runs)} {name}"


def _heat(scenario: Scenario, tally: Tally) -> Iterator[str]:
    for scene in scenario.scene:
        met = sum(tally.steps[scene.id, step.id] for step in scene.steps if isinstance(step, Choice))
        yield f"Scene {scene.id}: come to in {met:,} of {tally.runs:,}"
        for step in scene.steps:
            sort = "choice" if isinstance(step, Choice) else "enquiry"
            yield f"  {_share(tally.steps[scene.id, step.id], met)} {step.id} ({sort})"
    if scenario.event:
        yield "Events"
    for event in scenario.event:
        yield f"  {_share(tally.events[event.id], tally.runs)} {event.id}"


def _share(times: int, whole: int) -> str:
    """A bar for the eye, and the share in per cent for everybody."""
    share = times / whole if whole else 0.0
    bar = "#" * round(share * BAR)
    return f"{bar:<{BAR}} {share * 100:5.1f}%" if times else f"{'':<{BAR}}  never"


def command(named: str, run: Run) -> str:
    """The command line that plays a run again."""
    return f"lmcs-sim play {quote(named)} --seed {run.seed} --choose {','.join(run.steps)}"


def playtest_record(scenario: Scenario, seed: int, tallies: Sequence[Tally]) -> Data:
    """A playtest as plain data: the same for the same seed."""
    return {
        "scenario": scenario.id,
        "seed": seed,
        "players": {tally.player: _tally_record(scenario, tally) for tally in tallies},
    }


def _tally_record(scenario: Scenario, tally: Tally) -> Data:
    failing = tally.first_failing
    return {
        "runs": tally.runs,
        "duty": {"points": _counts(tally.points), "breached": _counts(tally.breached)},
        "quality": {name: _counts(counts) for name, counts in tally.quality.items()},
        "outcomes": {name: _counts(counts) for name, counts in tally.outcomes.items()},
        "endings": {ending.id: tally.endings[ending.id] for ending in scenario.ending},
        "steps": {
            f"{scene.id}/{step.id}": tally.steps[scene.id, step.id] for scene in scenario.scene for step in scene.steps
        },
        "events": {event.id: tally.events[event.id] for event in scenario.event},
        "failed": tally.failed,
        "first_failing": failing and {**asdict(failing), "steps": list(failing.steps)},
    }


def _counts(counts: Counter[int]) -> Data:
    return {**asdict(spread(counts)), "runs_by_value": {str(value): counts[value] for value in sorted(counts)}}
