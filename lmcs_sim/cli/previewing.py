"""The command that shows a scenario while it is written."""

from pathlib import Path

import click

from lmcs_sim.cli.output import WHOLE, packs_of, plain_wanted, rulebook, split


@click.command()
@click.argument("scenario", metavar="ID|PATH")
@click.option("--at", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--done", metavar="WORD,WORD,…", default="", help="What was done before.")
@click.option("--known", metavar="WORD,WORD,…", default="", help="What the player knows.")
@click.option("--measure", "measures", metavar="NAME=N", multiple=True, help="Where a measure stands.")
@click.option("--seed", type=WHOLE, default=0, help="The play's luck: the same number gives the same luck.")
@click.pass_context
def preview(
    context: click.Context,
    scenario: str,
    scene: str | None,
    done: str,
    known: str,
    measures: tuple[str, ...],
    seed: int,
) -> None:
    """Play a scenario while you write its file: each save is shown at once, with its faults beside it.

    Nothing of it is kept.
    """
    if plain_wanted(context.find_root().params["plain"]):
        from lmcs_sim.faults import wrong_use

        cure = f"Run it in one; or use `lmcs-sim check` and `lmcs-sim play {scenario} --plain`."
        raise wrong_use("E051", "a preview needs a terminal", cure)
    from lmcs_sim.author.preview import open_preview
    from lmcs_sim.author.trial import read_opening
    from lmcs_sim.toml.scenario_files import find_scenario, names_file
    from lmcs_sim.tui.app import run_app

    packs = packs_of(context)
    opening = read_opening(scene, split(done), split(known), measures, seed)
    path = Path(scenario if names_file(scenario) else find_scenario(scenario, packs).document.file)
    run_app(packs, preview=open_preview(path, rulebook(packs), opening))
