"""The documents say what is so: examples load and play, command lines parse, tables are those of the program."""

import re
import shlex
from pathlib import Path

import attrs
import click
import pytest
from doc_tables import DOCS, TABLES, shown_in
from running import ROOT, run

from lmcs_sim.cli.main import cli
from lmcs_sim.guidance.law import Law
from lmcs_sim.guidance.provision import Provision, Since
from lmcs_sim.guidance.source import Source
from lmcs_sim.play.game import ids_on_offer, make_game
from lmcs_sim.play.play import Log, start, step
from lmcs_sim.rules.entry import DepartsFrom, Departure, Example, Quality, RuleEntry, Unless
from lmcs_sim.rules.vocabulary import ActWord, Field
from lmcs_sim.scenario import scenario as parts
from lmcs_sim.toml.packs import built_in, find_packs, load_rulebook
from lmcs_sim.toml.scenario_files import check_scenario, find_scenario
from lmcs_sim.toml.structure import key_of

README = ROOT / "README.md"
PAGES = [path for path in (README, ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))) if path.is_file()]

MARKED = re.compile(r"^<!-- test: (?P<what>\w+) ?(?P<rest>[^\n]*?) ?-->\n```\w+\n(?P<block>.*?)^```$", re.M | re.S)
FENCED = re.compile(r"^ *```(?:sh|console|text)?\n(.*?)^ *```$", re.M | re.S)
INLINE = re.compile(r"`(lmcs-sim [^`]+)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")


def marked(what):
    """The blocks of every page that stand under a `<!-- test: WHAT … -->` comment: page, rest of it, block."""
    return [
        (page, found["rest"], found["block"])
        for page in PAGES
        for found in MARKED.finditer(page.read_text(encoding="utf-8"))
        if found["what"] == what
    ]


def named(rest):
    return next(page for page in PAGES if page.name == rest).read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "name", "rows"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_table_made_from_the_program_is_that_of_the_program(page, name, rows):
    assert shown_in(page, name) == rows(), "python tests/doc_tables.py writes it anew"


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (
            "write-a-scenario.md",
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
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line.strip() for block in FENCED.findall(text) for line in block.splitlines()]
        lines += INLINE.findall(text)
        bare = [re.sub(r"^(?:[A-Z_]+=\S+ )+", "", line.removeprefix("$ ")) for line in lines]
        found += [(page.name, line) for line in bare if line == "lmcs-sim" or line.startswith("lmcs-sim ")]
    return sorted(set(found))


def arguments_of(line):
    """The arguments of a line as a page shows it: a note may follow two spaces, brackets mean "or leave it out"."""
    said = re.sub(r"[\[\]]", "", re.split(r"\s{2,}", line)[0])
    for placeholder, number in (("--seed N", "--seed 1"), ("saves show ID", "saves show 1")):
        said = re.sub(rf"{placeholder}(?=\s|$)", number, said)
    return shlex.split(said, comments=True)[1:]


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


@pytest.mark.parametrize(("page", "line"), lines_of_commands())
def test_every_command_line_that_is_shown_parses(page, line):
    parse(arguments_of(line))


@pytest.mark.parametrize("line", ["prove casting-vote", "play", "play a b", "list --jsn", "saves show one"])
def test_a_command_line_that_is_wrong_does_not_parse(line):
    with pytest.raises(click.ClickException):
        parse(shlex.split(line))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page):
    wanted = [(page.parent / link).resolve() for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [path for path in wanted if not path.exists()] == []


@pytest.fixture
def written(tmp_path, monkeypatch):
    """The worked examples as files in a folder of their own, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    for _, name, block in [*marked("scenario"), *marked("pack")]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    return tmp_path


def test_the_worked_scenario_passes_check(written):
    names = [name for _, name, _ in marked("scenario")]
    assert names
    ran = run("check", *names)
    assert (ran.code, ran.err) == (0, f"{len(names)} file: no faults.\n")


def test_the_worked_scenario_plays_to_every_ending_by_every_path(written, shipped):
    file = find_scenario("last-bus.toml", [built_in()])
    check_scenario(file, shipped)
    game = make_game(file.scenario, shipped)
    waiting, seen, endings = [start(game, Log("last-bus", "", "", 1))], set(), set()
    while waiting:
        play = waiting.pop()
        if play.ended:
            endings.add(play.ending.id)
            continue
        offered = ids_on_offer(game, play.situation)
        assert offered, play.log.steps
        seen |= {(play.situation.scene, name) for name in offered}
        waiting += [step(play, name) for name in offered]
    assert endings == {ending.id for ending in file.scenario.ending}
    assert seen == {(scene.id, item.id) for scene in file.scenario.scene for item in scene.steps}


def test_the_worked_scenario_costs_both_over_reach_and_retreat(written):
    over, back = (
        run("play", "last-bus.toml", "--choose", f"{name},three-weeks").out
        for name in ("ring-the-depot", "not-my-department")
    )
    assert "Trap: over-reach" in over
    assert "Trap: retreat" in back


@pytest.mark.parametrize(("page", "rest", "block"), marked("fault"), ids=lambda value: getattr(value, "name", ""))
def test_the_fault_that_is_shown_is_the_one_that_is_told(written, page, rest, block):
    right, wrong = rest.split(" => ")
    path = Path("last-bus.toml")
    text = path.read_text(encoding="utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    told = run("check", path).err
    assert told == block
    line, column = told.split(":")[1:3]
    shown = page.read_text(encoding="utf-8")
    assert f"| `{line}` | The line |" in shown
    assert f"| `{column}` | The column" in shown


@pytest.mark.parametrize(("page", "rest", "block"), marked("run"))
def test_the_commands_beside_a_worked_example_run(written, page, rest, block):
    if "our-pack/scenarios/last-bus.toml" in rest:
        (written / "our-pack" / "scenarios").mkdir(parents=True)
        (written / "last-bus.toml").rename(written / "our-pack" / "scenarios" / "last-bus.toml")
    for line in block.splitlines():
        ran = run(*shlex.split(line)[1:])
        assert ran.code == 0, (line, ran.err)


def test_the_worked_pack_loads_and_its_rules_are_told(written):
    book = load_rulebook(find_packs([Path("thornmere")]))
    own = [rule for rule in book.rules if rule.local == "thornmere"]
    assert len(own) == 3
    assert all({"not-applicable"} & {item.expect for item in rule.entry.example} for rule in own)
    told = run("--pack", "thornmere", "rules", "explain", "thornmere.tell-the-director-first").out
    assert "When the Lead Member visits front-line staff or a front-line team" in told


def test_the_worked_pack_judges_only_a_scenario_that_names_its_source(written):
    asked = (
        "--pack",
        "thornmere",
        "play",
        "last-bus.toml",
        "--choose",
        "ask-for-a-plan,my-own-route,tell-them-straight",
    )
    without = run(*asked)
    path = Path("last-bus.toml")
    text = path.read_text(encoding="utf-8")
    assert text.count("sources = []") == 1
    path.write_text(text.replace("sources = []", 'sources = ["thornmere"]'), encoding="utf-8")
    bound = run(*asked)
    assert (without.code, bound.code) == (0, 0)
    assert "Thornmere protocol" not in without.out
    assert "Met. Tell the young people you asked" in bound.out


def test_the_worked_departure_turns_departed_into_explained_where_it_binds(written):
    import datetime as dt

    from lmcs_sim.rules.act import Act, Circumstances
    from lmcs_sim.rules.judging import judge

    book = load_rulebook(find_packs([Path("thornmere")]))
    fields = (("actor", "the-council"), ("reports", "other-officer"), ("tier", "first"))

    def verdicts(sources, day=dt.date(2012, 6, 1)):
        ruled = judge(book, Act("set-up-post", fields), Circumstances(day, sources=frozenset(sources)))
        return [item.verdict for item in ruled if item.rule.id == "accountability.director-reports-straight"]

    assert verdicts([]) == ["departed", "breached"]
    assert verdicts(["thornmere"]) == ["explained"]
    assert verdicts(["thornmere"], dt.date(2012, 4, 28)) == ["departed", "breached"]
