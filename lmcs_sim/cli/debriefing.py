"""A debrief as text on stdout or as a file, in each form that it may be kept in."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lmcs_sim.cli.output import FORMS, WHOLE, data_text, open_store, packs_of, say
from lmcs_sim.cli.saving import played_again, saved_play

if TYPE_CHECKING:
    from lmcs_sim.play.attainable import Attainable
    from lmcs_sim.play.play import Play
    from lmcs_sim.play.suggestion import Suggestion


@click.command("debrief")
@click.argument("number", metavar="ID", type=WHOLE)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="As words, as a page in Markdown or for a browser, or as data.",
)
@click.option("--to", "path", metavar="FILE", type=click.Path(path_type=Path), help="Write it here, not on stdout.")
@click.option("--force", is_flag=True, help="With --to: overwrite a file that is there.")
@click.option("--name", "named", is_flag=True, help="Say in it who played.")
@click.pass_context
def saves_debrief(context: click.Context, number: int, form: str, path: Path | None, force: bool, named: bool) -> None:
    """The debrief of one play: to print, to hand out, to keep."""
    if force and path is None:
        from lmcs_sim.faults import wrong_use

        raise wrong_use("E051", "--force goes with --to", "Add --to FILE or take it out.")
    saved = saved_play(number)
    play, parted, _ = played_again(context, saved)
    if parted is not None:
        from lmcs_sim.plain.transcript import parted_lines

        say("\n".join(parted_lines(parted)))
    others = [item.log.scenario for item in open_store().plays(saved.learner)]
    next_up = suggestions(play, packs_of(context), others)
    tell_debrief(play, form, next_up, saved.learner if named else "", path, force)


def suggestions(play: "Play", packs: tuple[Path, ...], others: Iterable[str] = ()) -> "tuple[Suggestion, ...]":
    """What to play after a play, among the scenarios of the packs; `others`: those of the learner's other plays."""
    from lmcs_sim.play.suggestion import pasts_of, suggest
    from lmcs_sim.toml.scenario_files import read_all

    return suggest([file.scenario for file in read_all(packs)[0]], pasts_of(play, others))


def tell_debrief(
    play: "Play",
    form: str,
    next_up: "tuple[Suggestion, ...]" = (),
    learner: str = "",
    path: Path | None = None,
    force: bool = False,
) -> None:
    """Tells a play's debrief in one of FORMS, on stdout or as a file, beside what can be attained, proved if need be.

    Raises WrongUse where the file is there already and `force` is not given, or cannot be written.
    """
    told = _text(play, form, learner, _attained(play), next_up)
    if path is not None:
        from lmcs_sim.pages.export import write_page

        write_page(path, told, force)
        say(f"Wrote {path}")
    elif form == "html" and (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        # The page says that it is UTF-8; characters by number are the same in every encoding that stdout may have.
        print(told.encode("ascii", "xmlcharrefreplace").decode(), end="")
    else:
        print(told, end="")


def _text(
    play: "Play", form: str, learner: str, attainable: "Attainable | None", next_up: "tuple[Suggestion, ...]"
) -> str:
    if form == "json":
        from lmcs_sim.play.debrief_record import debrief_record

        return data_text(debrief_record(play, attainable, learner, next_up))
    if form == "text":
        from lmcs_sim.plain.debrief import debrief_lines
        from lmcs_sim.words.safe import harmless

        return "".join(f"{harmless(line)}\n" for line in debrief_lines(play, attainable, next_up))
    from lmcs_sim.pages.account import account_of

    account = account_of(play, attainable, learner, next_up)
    if form == "markdown":
        from lmcs_sim.pages.debrief_markdown import debrief_markdown

        return debrief_markdown(account)
    from lmcs_sim.pages.debrief_page import debrief_page

    return debrief_page(account)


def _attained(play: "Play") -> "Attainable | None":
    from lmcs_sim.store.attained import attained, kept
    from lmcs_sim.words.catalogue import said

    if kept(play.log, play.game) is None and not play.log.carried:
        say(said("debrief.working-out"))
    return attained(play.log, play.game)
