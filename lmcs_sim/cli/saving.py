"""Commands on the plays that are kept."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lmcs_sim.cli.group import LazyGroup
from lmcs_sim.cli.output import (
    WHOLE,
    desk_of,
    named,
    open_store,
    packs_of,
    print_data,
    print_lines,
    rulebook,
    say,
    speak_as_set,
)

if TYPE_CHECKING:
    from lmcs_sim.play.play import Parted, Play
    from lmcs_sim.store.plays import Saved


@click.group(cls=LazyGroup, places={"debrief": "debriefing:saves_debrief"})
def saves() -> None:
    """The plays that are kept."""
    speak_as_set()


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
    from lmcs_sim.faults import LmcsError
    from lmcs_sim.plain.transcript import transcript
    from lmcs_sim.store.attained import kept
    from lmcs_sim.store.record import saved_record, whole_record

    saved = saved_play(number)
    try:
        play, parted, scenario_hash = played_again(context, saved)
    except LmcsError as error:
        if as_json:
            print_data(saved_record(saved))
        raise error
    if as_json:
        print_data(whole_record(saved, play, parted, scenario_hash, play.game.book.hash))
        return
    print_lines(transcript(play, parted, kept(play.log, play.game)))


def saved_play(number: int) -> "Saved":
    """A kept play by its id. Raises WrongUse for one that is not there."""
    from lmcs_sim.toml.packs import not_found

    store = open_store()
    saved = store.get(number)
    if saved is None:
        raise not_found("play", str(number), [str(item.id) for item in store.plays()])
    return saved


def played_again(context: click.Context, saved: "Saved") -> "tuple[Play, Parted | None, str]":
    """A kept play in today's text, where it parts from it, and the text's hash.

    Raises LmcsError where its scenario is not here or has faults.
    """
    from lmcs_sim.play.game import make_game
    from lmcs_sim.play.play import replay
    from lmcs_sim.toml.scenario_files import check_scenario, find_scenario

    packs = packs_of(context)
    book = rulebook(packs)
    file = find_scenario(saved.log.scenario, packs)
    check_scenario(file, book)
    return (*replay(make_game(file.scenario, book), saved.log), file.hash)


@saves.command("replay")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--scenario", metavar="ID|PATH", help="What to play it in, instead of the scenario it names.")
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def saves_replay(context: click.Context, path: Path, scenario: str | None, as_json: bool) -> int:
    """Play a log's file again, as far as the story agrees with it. Exits with 1 where they part."""
    from lmcs_sim.plain.transcript import parted_lines, transcript
    from lmcs_sim.play.game import make_game
    from lmcs_sim.play.play import replay
    from lmcs_sim.play.record import play_record
    from lmcs_sim.store.log_file import read_log
    from lmcs_sim.toml.scenario_files import check_scenario, find_scenario

    log = read_log(path)
    packs = packs_of(context)
    book = rulebook(packs)
    file = find_scenario(scenario or log.scenario, packs)
    check_scenario(file, book)
    play, parted = replay(make_game(file.scenario, book), log)
    if as_json:
        print_data(play_record(play))
        if parted is not None:
            say("\n".join(parted_lines(parted)))
    else:
        print_lines(transcript(play, parted))
    return 0 if parted is None else 1


@saves.command("export")
@click.argument("number", metavar="ID", type=WHOLE)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
def saves_export(number: int, path: Path, force: bool) -> None:
    """Keep one play as a file, to bring in on another computer. There is no name and no note in it."""
    from lmcs_sim.store.log_file import write_log
    from lmcs_sim.words.catalogue import said

    write_log(saved_play(number).log, path, overwrite=force)
    say(said("saves.exported", path=path))


@saves.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--as", "learner", metavar="NAME", callback=named, help="Whose play it becomes.")
@click.pass_context
def saves_import(context: click.Context, path: Path, learner: str | None) -> None:
    """Bring in a play from a file, as far as the story agrees with it."""
    from lmcs_sim.notebook import import_play

    desk = desk_of(context, learner)
    _ = desk.store
    say(import_play(desk, path))


@saves.command("remove")
@click.argument("number", metavar="ID", type=WHOLE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def saves_remove(context: click.Context, number: int, yes: bool) -> None:
    """Remove one play, with its notes."""
    from lmcs_sim.notebook import kept
    from lmcs_sim.words.catalogue import said

    desk = desk_of(context)
    saved = saved_play(number)
    if not yes and not _agreed(said("saves.remove-ask", id=number, title=kept(desk, saved).title)):
        say(said("ask.left"))
        return
    desk.store.remove(number)
    say(said("saves.removed", id=number))


def _agreed(question: str) -> bool:
    """Whether somebody at the terminal says yes. Raises WrongUse where nobody sits there."""
    if not sys.stdin.isatty():
        from lmcs_sim.faults import wrong_use

        raise wrong_use("E051", "there is nobody to ask whether to remove it", "Add --yes.")
    from lmcs_sim.words.catalogue import said

    say(said("ask.plain", question=question))
    return sys.stdin.readline().strip().casefold() == said("ask.yes-word")
