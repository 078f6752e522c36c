"""Commands that look things up: the guidance, the rules, and what is covered."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from lmcs_sim.cli.output import packs_of, print_data, print_lines, rulebook, say, say_faults, speak_as_set, split

if TYPE_CHECKING:
    from lmcs_sim.author.coverage import Covered
    from lmcs_sim.guidance.provision import Provision
    from lmcs_sim.rules.rulebook import Rulebook
    from lmcs_sim.scenario.scenario import Scenario

F = TypeVar("F", bound=Callable[..., object])


def _as_data(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="As data.")(command)


@click.group()
def guidance() -> None:
    """The provisions, and the documents they stand in."""
    speak_as_set()


@guidance.command("list")
@click.option("--source", metavar="ID", help="Only this source's.")
@click.option("--theme", metavar="THEME", help="Only those on this theme.")
@_as_data
@click.pass_context
def guidance_list(context: click.Context, source: str | None, theme: str | None, as_json: bool) -> int:
    """Every provision: where it stands, what it says, and the rules that rest on it."""
    book, scenarios, code = _read(context)
    provisions = book.guidance.provisions.values()
    _known("source", source, book.guidance.sources)
    _known("theme", theme, {item.theme for item in provisions})
    wanted = [item for item in provisions if source in (None, item.source) and theme in (None, item.theme)]
    _print_provisions(wanted, book, scenarios, as_json)
    return code


@guidance.command("search")
@click.argument("words", nargs=-1, required=True)
@_as_data
@click.pass_context
def guidance_search(context: click.Context, words: tuple[str, ...], as_json: bool) -> int:
    """The provisions that have all the words."""
    from lmcs_sim.play.lookup import matching

    book, scenarios, code = _read(context)
    found = matching(" ".join(words), book)
    _print_provisions(found, book, scenarios, as_json)
    if not found:
        say("No provision has all these words.")
    return code


@guidance.command("show")
@click.argument("provision")
@_as_data
@click.pass_context
def guidance_show(context: click.Context, provision: str, as_json: bool) -> int:
    """One provision: its words, whose duty it is, what has happened since, and what plays it."""
    from lmcs_sim.play.lookup import provision_lines, provision_record

    book, scenarios, code = _read(context)
    _known("provision", provision, book.guidance.provisions)
    played = _covered(book, scenarios)[provision].scenarios
    if as_json:
        print_data(provision_record(provision, book, played))
    else:
        print_lines(provision_lines(provision, book, played))
    return code


@guidance.command("verify")
@click.argument("source")
@click.argument("textfile", type=click.Path(path_type=Path))
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day to record; today unless said.")
@_as_data
@click.pass_context
def guidance_verify(context: click.Context, source: str, textfile: Path, day: str | None, as_json: bool) -> int:
    """Check that every quote of a source stands in its text, and record that it does."""
    from lmcs_sim.author.verify import faults_of, find_source, record, verification_record, verify
    from lmcs_sim.guidance.source import Verified

    on = dt.date.today() if day is None else _day(day)
    held = find_source(source, packs_of(context))
    done = verify(held, textfile)
    number = len(done.found)
    kept = "It has no provisions, so nothing was recorded." if not number else None
    if not done.failed and number:
        kept = record(done, on)
    recorded = None if done.failed or kept else Verified(done.sha256, on)
    if as_json:
        print_data(verification_record(done, recorded))
    say_faults(faults_of(done))
    if done.failed:
        say(f"{source}: {len(done.failed)} of {number} provisions failed. Nothing was recorded.")
        return 1
    if not as_json:
        print_lines([f"{source}: every quote, stem and operative word of {number} provisions stands in its place."])
        if recorded is not None:
            print_lines([f"Recorded in {held.document.file}: sha256 {done.sha256}, {on.isoformat()}."])
    if kept is not None:
        say(kept)
    return 0


@click.group()
def rules() -> None:
    """The rules that judge, each resting on provisions."""
    speak_as_set()


@rules.command("list")
@click.option("--theme", metavar="THEME", help="Only those on this theme.")
@click.option("--tag", metavar="TAG", help="Only those that name this trap.")
@_as_data
@click.pass_context
def rules_list(context: click.Context, theme: str | None, tag: str | None, as_json: bool) -> int:
    """Every rule: its title, its theme and the traps it names."""
    from lmcs_sim.author.coverage import scenarios_by_rule
    from lmcs_sim.play.rule_card import rule_line, rule_row
    from lmcs_sim.rules.entry import TAGS

    book, scenarios, code = _read(context)
    _known("theme", theme, {rule.theme for rule in book.rules})
    _known("tag", tag, TAGS)
    wanted = [rule for rule in book.rules if theme in (None, rule.theme) and (tag is None or tag in rule.entry.tags)]
    if as_json:
        played = scenarios_by_rule(book, scenarios)
        print_data([rule_row(rule, played[rule.id]) for rule in wanted])
    else:
        print_lines(rule_line(rule) for rule in wanted)
    return code


@rules.command("show")
@click.argument("rule")
@_as_data
@click.pass_context
def rules_show(context: click.Context, rule: str, as_json: bool) -> int:
    """One rule part by part: where it applies, what it requires, what it gives way to, what plays it."""
    from lmcs_sim.author.coverage import scenarios_by_rule
    from lmcs_sim.play.rule_card import card_lines, card_record

    book, scenarios, code = _read(context)
    _known("rule", rule, book.by_id)
    played = scenarios_by_rule(book, scenarios)[rule]
    if as_json:
        print_data(card_record(book.by_id[rule], book, played))
    else:
        print_lines(card_lines(book.by_id[rule], book, played))
    return code


@rules.command("explain")
@click.argument("rule")
@click.option("--format", "form", type=click.Choice(["words", "markdown", "json"]), default="words", help="As what.")
@_as_data
@click.pass_context
def rules_explain(context: click.Context, rule: str, form: str, as_json: bool) -> None:
    """One rule as a sentence, with what it rests on and its examples."""
    from lmcs_sim.play.lookup import rule_lines, rule_record

    book = rulebook(packs_of(context))
    _known("rule", rule, book.by_id)
    if as_json or form == "json":
        print_data(rule_record(book.by_id[rule], book))
    elif form == "markdown":
        from lmcs_sim.play.rule_card import rule_markdown

        print_lines(rule_markdown(book.by_id[rule], book))
    else:
        print_lines(rule_lines(book.by_id[rule], book))


@rules.command("try")
@click.argument("act")
@click.argument("fields", metavar="[FIELD=WORD]…", nargs=-1)
@click.option("--done", metavar="WORD,WORD,…", default="", help="What was done before.")
@click.option("--known", metavar="WORD,WORD,…", default="", help="What the player knows.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The act's day; unless said, the guidance's first.")
@click.option("--source", "sources", metavar="ID", multiple=True, help="A local source that binds here.")
@_as_data
@click.pass_context
def rules_try(
    context: click.Context,
    act: str,
    fields: tuple[str, ...],
    done: str,
    known: str,
    day: str | None,
    sources: tuple[str, ...],
    as_json: bool,
) -> None:
    """Every verdict on one act, with its trace: what applied, what failed, and why not."""
    from lmcs_sim.author.trying import read_act, read_circumstances
    from lmcs_sim.play.tried import tried_lines, tried_record

    book = rulebook(packs_of(context))
    made, standing = read_act(act, fields, book.vocabulary)
    at = read_circumstances(book, split(done), split(known), None if day is None else _day(day), sources, standing)
    if as_json:
        print_data(tried_record(book, made, at))
    else:
        print_lines(tried_lines(book, made, at))


@click.command()
@_as_data
@click.pass_context
def coverage(context: click.Context, as_json: bool) -> int:
    """What is ruled, played and tested: provisions, rules and scenarios, by source."""
    from lmcs_sim.author.coverage import coverage_lines, coverage_record

    book, scenarios, code = _read(context)
    if as_json:
        print_data(coverage_record(book, scenarios))
    else:
        print_lines(coverage_lines(book, scenarios))
    return code


def _read(context: click.Context) -> "tuple[Rulebook, list[Scenario], int]":
    """The rulebook, the scenarios that can be read, and 1 where some cannot, having said why."""
    from lmcs_sim.toml.scenario_files import read_all

    packs = packs_of(context)
    book = rulebook(packs)
    files, errors = read_all(packs)
    for error in errors:
        say_faults(error.faults)
    return book, [file.scenario for file in files], 1 if errors else 0


def _covered(book: "Rulebook", scenarios: "list[Scenario]") -> "dict[str, Covered]":
    from lmcs_sim.author.coverage import coverage_of

    return {item.provision.id: item for item in coverage_of(book, scenarios)}


def _print_provisions(wanted: "list[Provision]", book: "Rulebook", scenarios: "list[Scenario]", as_json: bool) -> None:
    from lmcs_sim.play.lookup import provision_line, provision_record

    covered = _covered(book, scenarios)
    if as_json:
        print_data([provision_record(item.id, book, covered[item.id].scenarios) for item in wanted])
    else:
        print_lines(provision_line(item, covered[item.id].rules, book) for item in wanted)


def _known(kind: str, name: str | None, known: Iterable[str]) -> None:
    """Raises WrongUse for an id that nothing has."""
    from lmcs_sim.toml.packs import not_found

    known = list(known)
    if name is not None and name not in known:
        raise not_found(kind, name, known)


def _day(text: str) -> dt.date:
    """A day. Raises WrongUse for anything else."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        from lmcs_sim.faults import wrong_use

        raise wrong_use("E051", f"{text!r} is not a day", "Write it as 2012-05-14.") from None
