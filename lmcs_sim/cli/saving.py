"""Commands on the plays that are kept."""

import click

from lmcs_sim.cli.output import WHOLE, named, packs_of, print_data, print_lines, rulebook
from lmcs_sim.cli.playing import open_store
from lmcs_sim.faults import LmcsError


@click.group()
def saves() -> None:
    """The plays that are kept."""


@saves.command("list")
@click.option("--as", "learner", metavar="NAME", callback=named, help="Only this learner's.")
@click.option("--json", "as_json", is_flag=True, help="As data.")
def saves_list(learner: str | None, as_json: bool) -> None:
    """Every play, the latest first."""
    from lmcs_sim.store.record import saved_line, saved_record

    found = open_store().plays(learner)
    if as_json:
        print_data([saved_record(saved) for saved in found])
        return
    print_lines(saved_line(saved) for saved in found)


@saves.command("show")
@click.argument("number", metavar="ID", type=WHOLE)
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def saves_show(context: click.Context, number: int, as_json: bool) -> None:
    """One play: its log and, where its scenario is here, everything the log led to."""
    from lmcs_sim.plain.transcript import transcript
    from lmcs_sim.play.game import make_game
    from lmcs_sim.play.play import replay
    from lmcs_sim.store.record import saved_record, whole_record
    from lmcs_sim.toml.packs import not_found
    from lmcs_sim.toml.scenario_files import check_scenario, find_scenario

    store = open_store()
    saved = store.get(number)
    if saved is None:
        raise not_found("play", str(number), [str(item.id) for item in store.plays()])
    packs = packs_of(context)
    book = rulebook(packs)
    try:
        file = find_scenario(saved.log.scenario, packs)
        check_scenario(file, book)
    except LmcsError as error:
        if as_json:
            print_data(saved_record(saved))
        raise error
    play, parted = replay(make_game(file.scenario, book), saved.log)
    if as_json:
        print_data(whole_record(saved, play, parted, file.hash, book.hash))
        return
    print_lines(transcript(play, parted))
