"""The command that says what is right and wrong with this computer."""

import click

from lmcs_sim.cli.output import named_packs, print_data, print_lines


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As data.")
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> int:
    """What is right and wrong with this terminal, this folder and this database, and how to mend it.

    Nothing is changed. Exits with 1 where something is an error.
    """
    from lmcs_sim.doctor.examine import examine, look_lines, look_records

    looks = examine(named_packs(context))
    if as_json:
        print_data(look_records(looks))
    else:
        print_lines(look_lines(looks))
    return 1 if any(look.state == "error" for look in looks) else 0
