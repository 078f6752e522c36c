"""Commands that begin a file for an author, and the schemas by which an editor helps to write it."""

from pathlib import Path

import click

from lmcs_sim.cli.output import packs_of, rulebook, say


@click.command()
@click.argument("kind", type=click.Choice(["scenario", "rules", "pack"]))
@click.argument("path", type=click.Path(path_type=Path))
def new(kind: str, path: Path) -> None:
    """Begin a scenario, a rule with its source, or a pack: each is explained inside and sound as it stands.

    Nothing is overwritten.
    """
    from lmcs_sim.author.new import KINDS, write

    begun = KINDS[kind](path)
    for written in write(begun.drafts):
        say(f"Wrote {written}")
    say("Next:")
    for command in begun.next:
        say(f"  {command}")


@click.command()
@click.argument("kind", type=click.Choice(["scenario", "rules", "guidance", "vocabulary"]))
@click.pass_context
def schema(context: click.Context, kind: str) -> None:
    """The JSON Schema of a kind of file, by which an editor completes and checks it; with the words of all packs."""
    from lmcs_sim.author.schemas.schema import text_of
    from lmcs_sim.words.safe import harmless_json

    print(harmless_json(text_of(kind, rulebook(packs_of(context)))), end="")
