"""Commands that show the shape of a scenario, and what an edit changes in its meaning."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from lmcs_sim.cli.output import open_store, print_data, print_lines, say
from lmcs_sim.cli.proving import progress_teller, read_game

if TYPE_CHECKING:
    from lmcs_sim.play.game import Game
    from lmcs_sim.prove.proof import Proof
    from lmcs_sim.scenario.scenario import Scenario


@click.command()
@click.argument("scenario", metavar="ID|PATH")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "mermaid", "dot", "svg"]),
    default="text",
    show_default=True,
    help="As words, as a flow chart for Mermaid or Graphviz, or as a picture.",
)
@click.option("--prove/--no-prove", "proving", default=True, help="Mark what a proof knows; or draw the shape alone.")
@click.pass_context
def graph(context: click.Context, scenario: str, form: str, proving: bool) -> None:
    """The shape of a scenario: what leads where, what is never reached, the best path, the chances."""
    _, game = read_game(context, scenario)
    print_lines(_drawn(form, game.scenario, _proved(game, scenario) if proving else None))


def _drawn(form: str, scenario: "Scenario", proof: "Proof | None") -> Iterator[str]:
    from lmcs_sim.author.graph_parts import graph_of

    if form == "mermaid":
        from lmcs_sim.author.graph_mermaid import mermaid_lines

        return mermaid_lines(graph_of(scenario, proof))
    if form == "dot":
        from lmcs_sim.author.graph_dot import dot_lines

        return dot_lines(graph_of(scenario, proof))
    if form == "svg":
        from lmcs_sim.author.graph_svg import svg_lines

        return svg_lines(graph_of(scenario, proof))
    from lmcs_sim.author.graph import graph_lines

    return graph_lines(scenario, proof)


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def diff(context: click.Context, old: str, new: str, as_json: bool) -> None:
    """What an edit changes in meaning: scores, endings, what can be reached, which kept plays still replay.

    OLD and NEW are files, or ids of scenarios. The plays are those that are kept of NEW's scenario.
    """
    from lmcs_sim.author.diff import differences
    from lmcs_sim.author.diff_plays import retold, ways_of
    from lmcs_sim.author.diff_words import Diff, diff_lines, diff_record

    before, after = (read_game(context, name)[1] for name in (old, new))
    kept = [
        (f"play {saved.id}, {saved.learner}", saved.log)
        for saved in open_store().plays()
        if saved.log.scenario == after.scenario.id
    ]
    proofs = _proved(before, old), _proved(after, new)
    ways, plays = retold(ways_of(proofs[0]), before, after), retold(kept, before, after)
    compared = Diff(*proofs, differences(*proofs), ways, plays)
    if as_json:
        print_data(diff_record(compared))
    else:
        print_lines(diff_lines(compared))


def _proved(game: "Game", name: str) -> "Proof":
    """The proof of a game, having said on stderr that it takes its time."""
    from lmcs_sim.prove.prove import prove

    say(f"Proving {name}…")
    tell, done = progress_teller()
    proof = prove(game, progress=tell)
    done()
    return proof
