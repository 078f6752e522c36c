"""Commands that play: the scenarios there are, and playing one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lmcs_sim.cli.output import (
    FORMS,
    WHOLE,
    desk_of,
    keep_to_ascii,
    named,
    packs_of,
    plain_wanted,
    print_data,
    print_lines,
    rulebook,
    say_faults,
    speak_as_set,
)

if TYPE_CHECKING:
    from lmcs_sim.play.play import Play
    from lmcs_sim.toml.scenario_files import ScenarioFile


@click.command("list")
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
        say_faults(error.faults)
    return 1 if errors else 0


@click.command()
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Appended lines only: for screen readers and pipes.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--seed", type=WHOLE, help="The play's luck: the same number gives the same luck.")
@click.option("--as", "learner", metavar="NAME", callback=named, help="Who is playing.")
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
@click.option(
    "--debrief",
    "form",
    type=click.Choice(FORMS),
    help="With --choose: the debrief alone, as words, as a page or as data.",
)
@click.pass_context
def play(
    context: click.Context,
    scenario: str,
    plain: bool,
    ascii_only: bool,
    seed: int | None,
    learner: str | None,
    anew: bool,
    choose: str | None,
    why: str | None,
    form: str | None,
    as_json: bool,
) -> None:
    """Play a scenario, by its id or its file."""
    packs = packs_of(context)
    if choose is not None:
        from lmcs_sim.toml.scenario_files import find_scenario

        speak_as_set()
        played = _played(find_scenario(scenario, packs), packs, choose, seed or 0)
        if form is not None:
            from lmcs_sim.cli.debriefing import suggestions, tell_debrief

            tell_debrief(played, form, suggestions(played, packs))
        elif why is not None:
            _tell_why(played, why)
        else:
            _tell_play(played, as_json)
        return
    if as_json or why is not None or form is not None:
        from lmcs_sim.faults import wrong_use

        cause = "--json, --why and --debrief go with --choose"
        raise wrong_use("E051", cause, "Add --choose ID,ID,… or take them out.")
    desk = desk_of(context, learner, ascii_only=ascii_only)
    if plain_wanted(plain or desk.settings.plain):
        from lmcs_sim.plain.start import run_plain
        from lmcs_sim.toml.finding import find_document

        keep_to_ascii(desk)
        run_plain(desk, find_document(scenario, packs), seed, anew)
        return
    from lmcs_sim.toml.scenario_files import find_scenario
    from lmcs_sim.tui.app import run_app

    run_app(desk, scenario=find_scenario(scenario, packs), seed=seed, anew=anew)


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
        from lmcs_sim.store.attained import kept

        print_data(play_record(play, kept(play.log, play.game)))
        return
    from lmcs_sim.plain.transcript import transcript
    from lmcs_sim.store.attained import kept

    print_lines(transcript(play, attainable=kept(play.log, play.game)))


def _tell_why(play: "Play", form: str) -> None:
    from lmcs_sim.play.why_forms import why_markdown, why_record

    if form == "json":
        print_data(why_record(play))
    elif form == "markdown":
        print_lines(why_markdown(play))
    else:
        from lmcs_sim.plain.why import why_lines

        print_lines(why_lines(play))
