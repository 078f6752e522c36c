"""The command line. Data goes to stdout, words to people to stderr; exit codes as in docs/design.md."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from lmcs_sim import __version__
from lmcs_sim.cli.checking import check
from lmcs_sim.cli.lookups import coverage, guidance, rules
from lmcs_sim.cli.output import named, packs_of, say
from lmcs_sim.cli.playing import list_scenarios, open_store, plain_wanted, play
from lmcs_sim.cli.saving import saves
from lmcs_sim.faults import LmcsError

OURS = 3


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
@click.option("--as", "learner", metavar="NAME", callback=named, help="Who is playing.")
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


for command in (list_scenarios, play, check, saves, guidance, rules, coverage):
    cli.add_command(command)
