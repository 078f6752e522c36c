"""The command that shows a scenario while it is written."""

from pathlib import Path

import click

from lmcs_sim.cli.output import WHOLE, desk_of, packs_of, plain_wanted, rulebook, split


@click.command()
@click.argument("scenario", metavar="ID|PATH")
@click.option("--plain", is_flag=True, help="Appended lines only: for screen readers and pipes.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--at", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--done", metavar="WORD,WORD,…", default="", help="What was done before.")
@click.option("--known", metavar="WORD,WORD,…", default="", help="What the player knows.")
@click.option("--measure", "measures", metavar="NAME=N", multiple=True, help="Where a measure stands.")
@click.option("--seed", type=WHOLE, default=0, help="The play's luck: the same number gives the same luck.")
@click.pass_context
def preview(
    context: click.Context,
    scenario: str,
    plain: bool,
    ascii_only: bool,
    scene: str | None,
    done: str,
    known: str,
    measures: tuple[str, ...],
    seed: int,
) -> None:
    """Play a scenario while you write its file: each save is shown at once, with its faults beside it.

    Nothing of it is kept.
    """
    from lmcs_sim.author.preview import open_preview
    from lmcs_sim.author.trial import read_opening
    from lmcs_sim.toml.finding import names_file
    from lmcs_sim.toml.scenario_files import find_scenario

    packs = packs_of(context)
    opening = read_opening(scene, split(done), split(known), measures, seed)
    path = Path(scenario if names_file(scenario) else find_scenario(scenario, packs).document.file)
    found = open_preview(path, rulebook(packs), opening)
    desk = desk_of(context, ascii_only=ascii_only)
    if plain_wanted(plain or context.find_root().params["plain"] or desk.settings.plain):
        from lmcs_sim.plain.author import run_preview

        run_preview(desk, found)
        return
    from lmcs_sim.tui.app import run_app

    run_app(desk, preview=found)
