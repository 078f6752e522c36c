"""Commands that say what is wrong."""

from pathlib import Path

import click

from lmcs_sim.cli.output import packs_of, say


@click.command()
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
