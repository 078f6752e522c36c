"""The documents say what is so: command lines parse, every field is named, tables are those of the program."""

import contextlib
import re
import shlex

import attrs
import click
import pytest
from doc_pages import PAGES, named
from doc_tables import TABLES, shown_in

from lmcs_sim.cli.main import cli
from lmcs_sim.guidance.law import Law
from lmcs_sim.guidance.provision import Provision, Since
from lmcs_sim.guidance.source import Source
from lmcs_sim.rules.entry import DepartsFrom, Departure, Example, Quality, RuleEntry, Unless
from lmcs_sim.rules.vocabulary import ActWord, Field
from lmcs_sim.scenario import scenario as parts
from lmcs_sim.toml.structure import key_of

FENCED = re.compile(r"^ *```(?:sh|console|text)?\n(.*?)^ *```$", re.M | re.S)
INLINE = re.compile(r"`(lmcs-sim [^`]+)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize(("page", "name", "rows"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_table_made_from_the_program_is_that_of_the_program(page, name, rows):
    assert shown_in(page, name) == rows(), "python tests/doc_tables.py writes it anew"


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (
            "scenario-fields.md",
            [
                *(parts.Scenario, parts.Scene, parts.Enquiry, parts.Choice, parts.Event, parts.Ending, parts.Council),
                *(parts.Said, parts.Measure, parts.Move, parts.Lead, parts.Reviewed, parts.Workshop),
                *(parts.Facilitator, parts.OtherSeats, parts.Prompt),
            ],
        ),
        (
            "write-a-rule.md",
            [
                Source,
                Provision,
                Since,
                Law,
                ActWord,
                Field,
                RuleEntry,
                Departure,
                Unless,
                Quality,
                DepartsFrom,
                Example,
            ],
        ),
    ],
)
def test_the_page_names_every_field_of_the_format(page, kinds):
    prose = re.sub(r"^```.*?^```", "", named(page), flags=re.M | re.S)
    code = " ".join(re.findall(r"`[^`\n]+`", prose))
    missing = [
        f"{kind.__name__}.{key_of(field)}"
        for kind in kinds
        for field in attrs.fields(kind)
        if not re.search(rf"(?<![\w-]){re.escape(key_of(field))}(?![\w-])", code)
    ]
    assert missing == []


def lines_of_commands():
    """Each page's command lines: to be typed, in a block; or named in a sentence."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        typed = [line.strip() for block in FENCED.findall(text) for line in block.splitlines()]
        for how, lines in (("typed", typed), ("named", INLINE.findall(text))):
            bare = [re.sub(r"^(?:[A-Z_]+=\S+ )+", "", line.removeprefix("$ ")) for line in lines]
            found += [(page.name, how, line) for line in bare if line == "lmcs-sim" or line.startswith("lmcs-sim ")]
    return sorted(set(found))


def arguments_of(line):
    """The arguments of a line as a page shows it: a note may follow two spaces, brackets mean "or leave it out"."""
    said = re.sub(r"[\[\]]", "", re.split(r"\s{2,}", line)[0])
    said = re.sub(r"(--\w+|saves (?:show|debrief|export|remove)) (?:N|S|MB|ID)(?=\s|$)", r"\1 1", said)
    return shlex.split(re.sub(r"\|\S+", "", said), comments=True)[1:]


def parse(arguments):
    """Parses a command line as click would, and runs nothing. Raises ClickException where it cannot."""
    command, context = cli, None
    while True:
        context = command.make_context(command.name, list(arguments), parent=context)
        if not isinstance(command, click.Group):
            return
        arguments = [*context._protected_args, *context.args]
        if not arguments:
            return
        _, command, arguments = command.resolve_command(context, arguments)


@pytest.mark.parametrize(("page", "how", "line"), lines_of_commands())
def test_every_command_line_that_is_shown_parses(page, how, line):
    # A sentence may name a command without what it takes.
    with contextlib.suppress(*([click.MissingParameter] if how == "named" else [])):
        parse(arguments_of(line))


@pytest.mark.parametrize("line", ["proof casting-vote", "play", "play a b", "list --jsn", "saves show one"])
def test_a_command_line_that_is_wrong_does_not_parse(line):
    with pytest.raises(click.ClickException):
        parse(shlex.split(line))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page):
    wanted = [(page.parent / link).resolve() for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [path for path in wanted if not path.exists()] == []
