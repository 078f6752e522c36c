"""Commands that say what is wrong, and what that means."""

from pathlib import Path

import click

from lmcs_sim.cli.output import packs_of, print_data, print_lines, say, say_faults


@click.command()
@click.argument("paths", metavar="[PATH]…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people; as data on stdout; or as annotations of GitHub on stdout.",
)
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], strict: bool, form: str) -> int:
    """Every fault of scenario files and of packs; of all the packs, where no path is named.

    A pack is named by its folder, or by one of the files in its rules folder. Any other folder stands
    for the files in it. `lmcs-sim explain CODE` says what a code means.
    """
    from lmcs_sim.author.checking import check_paths
    from lmcs_sim.author.report import annotation, fault_record, summary

    checked = check_paths(paths, packs_of(context))
    if form == "json":
        print_data([fault_record(fault) for fault in checked.faults])
    elif form == "github":
        print_lines(annotation(fault) for fault in checked.faults)
    else:
        say_faults(checked.faults)
    say(summary(checked.files, checked.faults))
    return 1 if checked.count("error") or (strict and checked.count("warning")) else 0


@click.command()
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="As data.")
def explain(code: str | None, as_json: bool) -> None:
    """What a fault's code means, with an example and its cure; without a code, the list of all."""
    from lmcs_sim.author.explain import list_lines, page_lines, page_of, page_record, pages

    if code is not None:
        page = page_of(code)
        print_data(page_record(page)) if as_json else print_lines(page_lines(page))
    elif as_json:
        print_data([page_record(page) for page in pages()])
    else:
        print_lines(list_lines())
