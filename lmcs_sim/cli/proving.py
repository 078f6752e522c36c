"""Commands that prove a scenario, and play it many times."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lmcs_sim.cli.output import WHOLE, packs_of, print_data, print_lines, rulebook, say, say_faults, split

if TYPE_CHECKING:
    from lmcs_sim.play.game import Game
    from lmcs_sim.play.play import Log
    from lmcs_sim.toml.scenario_files import ScenarioFile


@click.command("prove")
@click.argument("scenario", metavar="ID|PATH")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after so many situations.  [default: 3000000]")
@click.option("--memory", type=click.IntRange(1), metavar="MB", help="Stop at about so much memory.  [default: 2000]")
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def prove_command(context: click.Context, scenario: str, limit: int | None, memory: int | None, as_json: bool) -> int:
    """Look at every play there is: the best, the worst, what cannot be reached.

    Exits with 1 where something can never be met, a play can be stuck, or not everything could be seen.
    """
    from lmcs_sim.play.play import Log
    from lmcs_sim.prove.faults import faults_in_proof
    from lmcs_sim.prove.graph import Limit
    from lmcs_sim.prove.prove import prove
    from lmcs_sim.prove.record import proof_record
    from lmcs_sim.prove.words import proof_lines
    from lmcs_sim.store.attained import keep
    from lmcs_sim.toml.files import placed

    file, game = read_game(context, scenario)
    usual = Limit()
    tell, done = progress_teller()
    proof = prove(game, Limit(limit or usual.situations, memory or usual.megabytes), tell)
    done()
    keep(Log(file.scenario.id, file.hash, game.book.hash, 0), game, proof)
    if as_json:
        print_data(proof_record(proof))
    else:
        print_lines(proof_lines(proof))
    found = placed(faults_in_proof(file.scenario, proof), file.document)
    say_faults(found)
    return 1 if found else 0


def read_game(context: click.Context, scenario: str) -> "tuple[ScenarioFile, Game]":
    """A scenario by its id or its file, ready to play. Raises LmcsError with everything wrong with it."""
    from lmcs_sim.play.game import make_game
    from lmcs_sim.toml.scenario_files import check_scenario, find_scenario

    packs = packs_of(context)
    file = find_scenario(scenario, packs)
    book = rulebook(packs)
    check_scenario(file, book)
    return file, make_game(file.scenario, book)


def progress_teller() -> tuple[Callable[[int, int, int], None], Callable[[], None]]:
    """What tells somebody at a terminal how far a proof has come, on one line of stderr; and what clears it."""
    from lmcs_sim.prove.words import progress_line

    if not sys.stderr.isatty():
        return (lambda *_: None), (lambda: None)

    def tell(situations: int, scene: int, scenes: int) -> None:
        print(f"\r{progress_line(situations, scene, scenes):<70}", end="", file=sys.stderr, flush=True)

    return tell, lambda: print(f"\r{'':<70}\r", end="", file=sys.stderr, flush=True)


@click.command("playtest")
@click.argument("scenario", metavar="ID|PATH")
@click.option("--runs", type=click.IntRange(1, 10_000_000), default=10_000, show_default=True, help="By each player.")
@click.option("--seed", type=WHOLE, default=0, show_default=True, help="The same number gives the same runs.")
@click.option("--player", type=click.Choice(["both", "random", "cautious"]), default="both", show_default=True)
@click.option(
    "--never", metavar="WHAT,…", default="", help="A run fails that meets this verdict, or ends in this ending."
)
@click.option("--save", metavar="FILE", type=click.Path(path_type=Path), help="Keep the first failing run as a log.")
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def playtest_command(
    context: click.Context,
    scenario: str,
    runs: int,
    seed: int,
    player: str,
    never: str,
    save: Path | None,
    as_json: bool,
) -> int:
    """Play a scenario many times: how often each choice and event comes up, and how scores spread.

    Exits with 1 where a run fails: it is stuck, or meets what `--never` names.
    """
    from lmcs_sim.author.playtest import PLAYERS, playtest
    from lmcs_sim.author.playtest_told import playtest_lines, playtest_record
    from lmcs_sim.play.play import Log

    file, game = read_game(context, scenario)
    unwanted = _unwanted(split(never), game)
    tallies = [playtest(game, runs, seed, each, unwanted) for each in PLAYERS if player in ("both", each)]
    if as_json:
        print_data(playtest_record(file.scenario, seed, tallies))
    else:
        print_lines(playtest_lines(file.scenario, scenario, seed, tallies))
    failing = next((tally.first_failing for tally in tallies if tally.first_failing is not None), None)
    if save is not None and failing is None:
        say("No run failed, so none is kept.")
    elif save is not None and failing is not None:
        _keep(Log(file.scenario.id, file.hash, game.book.hash, failing.seed, (), failing.steps), save, scenario)
    return 0 if failing is None else 1


def _keep(log: "Log", path: Path, scenario: str) -> None:
    """Writes a failing run's log, and says how to play it again."""
    from shlex import join

    from lmcs_sim.store.log_file import write_log

    write_log(log, path)
    again = join(["lmcs-sim", "saves", "replay", str(path), "--scenario", scenario])
    say(f"The first failing run is kept: {again}")


def _unwanted(names: Sequence[str], game: "Game") -> Sequence[str]:
    """What runs may never meet. Raises WrongUse for what is neither a verdict nor an ending."""
    from lmcs_sim.faults import did_you_mean, wrong_use
    from lmcs_sim.rules.verdict import FINDING_ORDER

    known = (*FINDING_ORDER, *(ending.id for ending in game.scenario.ending))
    for name in names:
        if name not in known:
            raise wrong_use("E051", f"{name!r} is neither a verdict nor an ending", did_you_mean(name, known))
    return names
