"""The command line. Data goes to stdout, words to people to stderr; exit codes as in docs/design.md."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lmcs_sim import __version__
from lmcs_sim.cli_lookups import coverage, guidance, rules
from lmcs_sim.cli_output import packs_of, print_data, print_lines, rulebook, say
from lmcs_sim.faults import LmcsError, wrong_use

if TYPE_CHECKING:
    from lmcs_sim.play.play import Play
    from lmcs_sim.store.plays import Store
    from lmcs_sim.toml.scenario_files import ScenarioFile

OURS = 3
WHOLE = click.IntRange(-(2**63), 2**63 - 1)
"""A number that every database can keep."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code; no traceback reaches a user."""
    _prepare_streams()
    try:
        result = cli.main(
            args=None if arguments is None else list(arguments), prog_name="lmcs-sim", standalone_mode=False
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except LmcsError as error:
        for fault in error.faults:
            say(str(fault))
        return error.exit_code
    except click.ClickException as error:
        say(f"command line: error[E051]: {error.format_message()}\n  Ask `lmcs-sim --help` what it takes.")
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except (BrokenPipeError, SystemExit):
        # Nobody reads on (click says so by SystemExit): what is buffered goes nowhere, or leaving would fail on it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from lmcs_sim.crash import report

        cause = " ".join(str(error).split())[:200] or type(error).__name__
        say(f"lmcs-sim: error[E090]: a fault of ours: {cause}\n  What you decided is kept. Please send us {report()}.")
        return OURS


def _prepare_streams() -> None:
    """Lets no character stop us that an input's or output's encoding does not have."""
    import codecs

    from lmcs_sim.words.safe import plainer

    codecs.register_error("plainer", plainer)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "plainer"), (sys.stderr, "plainer")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)


def _name(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A learner's name as it can be kept. Raises WrongUse for bytes that are no text."""
    if value is not None and not value.isprintable():
        raise wrong_use("E051", f"{value!r} is not a name", "Write a name in letters, without control characters.")
    return value


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="lmcs-sim", message="%(prog)s %(version)s")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Add a pack: a folder with rules/ or scenarios/.",
)
@click.option("--plain", is_flag=True, help="Appended lines only: for screen readers and pipes.")
@click.option("--as", "learner", metavar="NAME", callback=_name, help="Who is playing.")
@click.pass_context
def cli(context: click.Context, packs: tuple[Path, ...], plain: bool, learner: str | None) -> None:
    """Learn to be Lead Member for Children's Services before children depend on it."""
    context.obj = packs
    if context.invoked_subcommand is not None:
        return
    if plain_wanted(plain):
        from lmcs_sim.plain.home import run_home

        run_home(packs_of(context), open_store(), learner)
        return
    from lmcs_sim.tui.app import run_app

    run_app(packs_of(context), learner)


@cli.command("list")
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def list_scenarios(context: click.Context, as_json: bool) -> int:
    """The scenarios there are."""
    from lmcs_sim.play.record import scenario_record
    from lmcs_sim.toml.scenario_files import read_all
    from lmcs_sim.words.safe import harmless

    files, errors = read_all(packs_of(context))
    records = [scenario_record(file.scenario) for file in files]
    if as_json:
        print_data(records)
    else:
        for record in records:
            print(harmless(f"{record['id']}: {record['title']} ({record['minutes']} minutes). {record['summary']}"))
    for error in errors:
        say(str(error))
    return 1 if errors else 0


@cli.command()
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Appended lines only: for screen readers and pipes.")
@click.option("--seed", type=WHOLE, help="The play's luck: the same number gives the same luck.")
@click.option("--as", "learner", metavar="NAME", callback=_name, help="Who is playing.")
@click.option("--new", "anew", is_flag=True, help="Begin anew, whatever was left unfinished.")
@click.option(
    "--choose", metavar="ID,ID,…", help="Take these enquiries and choices in order; nothing is asked or kept."
)
@click.option("--json", "as_json", is_flag=True, help="With --choose: the play as data.")
@click.option(
    "--why",
    type=click.Choice(["words", "markdown", "json"]),
    help="With --choose: why the last step's findings came out, and what would have changed them.",
)
@click.pass_context
def play(
    context: click.Context,
    scenario: str,
    plain: bool,
    seed: int | None,
    learner: str | None,
    anew: bool,
    choose: str | None,
    why: str | None,
    as_json: bool,
) -> None:
    """Play a scenario, by its id or its file."""
    from lmcs_sim.toml.scenario_files import find_scenario

    packs = packs_of(context)
    if choose is not None:
        played = _played(find_scenario(scenario, packs), packs, choose, seed or 0)
        if why is None:
            _tell_play(played, as_json)
        else:
            _tell_why(played, why)
        return
    if as_json or why is not None:
        raise wrong_use("E051", "--json and --why go with --choose", "Add --choose ID,ID,… or take them out.")
    if plain_wanted(plain):
        from lmcs_sim.plain.face import run_plain

        run_plain(find_scenario(scenario, packs), packs, open_store, learner, seed, anew)
        return
    from lmcs_sim.tui.app import run_app

    run_app(packs, learner, scenario=find_scenario(scenario, packs), seed=seed, anew=anew)


def _played(file: "ScenarioFile", packs: tuple[Path, ...], choose: str, seed: int) -> "Play":
    """The play of ids taken in order. Raises WrongUse for an id that is not on offer there."""
    from lmcs_sim.play.game import make_game
    from lmcs_sim.play.play import Log, start, step
    from lmcs_sim.toml.scenario_files import check_scenario

    book = rulebook(packs)
    check_scenario(file, book)
    play = start(make_game(file.scenario, book), Log(file.scenario.id, file.hash, book.hash, seed))
    for name in (name.strip() for name in choose.split(",") if name.strip()):
        play = step(play, name)
    return play


def _tell_play(play: "Play", as_json: bool) -> None:
    if as_json:
        from lmcs_sim.play.record import play_record

        print_data(play_record(play))
        return
    from lmcs_sim.plain.transcript import transcript

    print_lines(transcript(play))


def _tell_why(play: "Play", form: str) -> None:
    from lmcs_sim.play.why_forms import why_markdown, why_record

    if form == "json":
        print_data(why_record(play))
    elif form == "markdown":
        print_lines(why_markdown(play))
    else:
        from lmcs_sim.plain.why import why_lines

        print_lines(why_lines(play))


@cli.command()
@click.argument("paths", metavar="[PATH]…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], strict: bool) -> int:
    """Every fault of scenario files and of packs; of all the packs, where no path is named.

    A pack is named by its folder, or by one of the files in its rules folder.
    """
    from lmcs_sim.toml.checking import check_paths

    checked = check_paths(paths, packs_of(context))
    for fault in checked.faults:
        say(str(fault))
    errors, warnings = checked.count("error"), checked.count("warning")
    told = f" and {_counted(warnings, 'warning')}" if warnings else ""
    say(f"{_counted(checked.files, 'file')}: {_counted(errors, 'fault')}{told}.")
    return 1 if errors or (strict and warnings) else 0


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


@cli.group()
def saves() -> None:
    """The plays that are kept."""


@saves.command("list")
@click.option("--as", "learner", metavar="NAME", callback=_name, help="Only this learner's.")
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


def plain_wanted(asked: bool) -> bool:
    """Whether to append lines: asked for, or nobody sits at a real terminal."""
    dumb = os.environ.get("TERM", "") == "dumb" or bool(os.environ.get("LMCS_PLAIN"))
    return asked or dumb or not sys.stdin.isatty() or not sys.stdout.isatty()


def open_store() -> "Store":
    """The store of plays."""
    from lmcs_sim.store.place import store_url
    from lmcs_sim.store.plays import Store

    return Store(store_url())


for command in (guidance, rules, coverage):
    cli.add_command(command)
