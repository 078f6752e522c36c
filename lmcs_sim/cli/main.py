"""The command line. Data goes to stdout, words to people to stderr; exit codes as in docs/design.md."""

import os
import sys
from collections.abc import Sequence

import click

from lmcs_sim import __version__
from lmcs_sim.cli.group import ListedGroup
from lmcs_sim.cli.output import desk_of, keep_to_ascii, named, plain_wanted, say, say_faults

OURS = 3

COMMANDS = {
    "check": "checking:check",
    "coverage": "lookups:coverage",
    "diff": "drawing:diff",
    "doctor": "doctoring:doctor",
    "explain": "checking:explain",
    "graph": "drawing:graph",
    "guidance": "lookups:guidance",
    "list": "playing:list_scenarios",
    "new": "writing:new",
    "play": "playing:play",
    "playtest": "proving:playtest_command",
    "preview": "previewing:preview",
    "progress": "learning:progress",
    "prove": "proving:prove_command",
    "review": "learning:review",
    "rules": "lookups:rules",
    "saves": "saving:saves",
    "schema": "writing:schema",
    "settings": "setting:settings",
}
"""The module and the name of each command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code; no traceback reaches a user."""
    _prepare_streams()
    try:
        result = cli.main(
            args=None if arguments is None else list(arguments), prog_name="lmcs-sim", standalone_mode=False
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
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
        return _told(error)


def _told(error: Exception) -> int:
    """Says what went wrong, and gives the exit code."""
    from lmcs_sim.faults import LmcsError

    if isinstance(error, LmcsError):
        say_faults(error.faults)
        return error.exit_code
    from lmcs_sim.crash import report

    cause = " ".join(str(error).split())[:200] or type(error).__name__
    say(f"lmcs-sim: error[E090]: a fault of ours: {cause}\n  What you decided is kept. Please send us {report()}.")
    return OURS


def _prepare_streams() -> None:
    """Lets nothing stop us that an input or output lacks: a character in its encoding, or that it is open at all."""
    import codecs

    from lmcs_sim.words.safe import plainer

    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 - open as long as the process is
    codecs.register_error("plainer", plainer)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "plainer"), (sys.stderr, "plainer")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=errors)


@click.group(cls=ListedGroup, places=COMMANDS, invoke_without_command=True)
@click.version_option(__version__, prog_name="lmcs-sim", message="%(prog)s %(version)s")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(),
    help="Add a pack: a folder with rules/ or scenarios/.",
)
@click.option("--plain", is_flag=True, help="Appended lines only: for screen readers and pipes.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--as", "learner", metavar="NAME", callback=named, help="Who is playing.")
@click.pass_context
def cli(context: click.Context, packs: tuple[str, ...], plain: bool, ascii_only: bool, learner: str | None) -> None:
    """Learn to be Lead Member for Children's Services before children depend on it."""
    context.obj = packs
    if context.invoked_subcommand is not None:
        return
    desk = desk_of(context, learner, ascii_only=ascii_only)
    if plain_wanted(plain or desk.settings.plain):
        from lmcs_sim.plain.home import run_home

        keep_to_ascii(desk)
        run_home(desk)
        return
    from lmcs_sim.tui.app import run_app

    run_app(desk)
