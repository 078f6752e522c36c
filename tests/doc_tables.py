"""The tables in the documents that are made from the program. `python tests/doc_tables.py` writes them anew."""

import re
from pathlib import Path
from textwrap import wrap

import attrs

from lmcs_sim.author.schemas.docstrings import said_of_attributes
from lmcs_sim.commands import BY_ID, COMMANDS, EVERYWHERE, shown_key
from lmcs_sim.guidance.provision import UNRULED
from lmcs_sim.scenario import scenario as parts
from lmcs_sim.toml.packs import built_in, load_rulebook, scenario_paths
from lmcs_sim.toml.scenario_files import read_scenario
from lmcs_sim.toml.structure import key_of
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.verdicts import MEANINGS, SIGNS, WORDS

DOCS = Path(__file__).parents[1] / "docs"

OFTEN = ("help", "palette", "undo", "why", "guidance", "history", "note", "copy", "theme", "back", "quit")
"""The commands that the README names."""


def rows_of_keys():
    """The table of commands, as play.md shows it."""
    rows = ["| Command | Keys | In plain mode | Where | What it does |", "| --- | --- | --- | --- | --- |"]
    for command in COMMANDS:
        cells = (command.label, _keys(command), f"`{command.word}`", _where(command), command.help)
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def rows_of_often():
    """The commands that are wanted most, as the README shows them."""
    rows = ["| Key | In plain mode | What it does |", "| --- | --- | --- |"]
    rows += [f"| {_keys(BY_ID[name])} | `{BY_ID[name].word}` | {BY_ID[name].help} |" for name in OFTEN]
    return rows


def _keys(command):
    return ", ".join(f"`{shown_key(key)}`" for key in command.keys)


def _where(command):
    left_out = [place for place in EVERYWHERE if place not in command.where]
    if len(left_out) > 3:
        return ", ".join(said(f"place.{place}") for place in command.where)
    but = ", ".join(said(f"place.{place}") for place in left_out)
    return f"Everywhere but {but}" if but else "Everywhere"


def rows_of_verdicts():
    """The verdicts that are findings, as play.md shows them."""
    points = load_rulebook([built_in()]).points
    given = {verdict: number for table in points.values() for verdict, number in table.items() if verdict != "met"}
    met = " or ".join(_signed(number) for number in sorted({table["met"] for table in points.values()}))
    rows = ["| Verdict | Sign | What it means | Points |", "| --- | --- | --- | --- |"]
    for verdict, sign in SIGNS.items():
        number = met if verdict == "met" else _signed(given.get(verdict, 0))
        meaning = MEANINGS[verdict].removesuffix("; it scores nothing")
        rows.append(f"| {WORDS[verdict]} | `{sign}` | {meaning[0].upper()}{meaning[1:]} | {number} |")
    return rows


def _signed(number):
    return f"+{number}" if number > 0 else f"−{-number}" if number else "none"


def lines_of_cuts():
    """Each shipped scenario's workshop cut and what is passed over, as facilitate.md shows them."""
    lines = []
    for path in scenario_paths([built_in()]):
        scenario = read_scenario(path).scenario
        titles = {scene.id: scene.title or scene.id for scene in scenario.scene}
        lines += ["", f"### {scenario.title}", ""]
        aim = " ".join(scenario.facilitator.aim.split())
        lines += [*wrap(f"`{scenario.id}`. {aim}", 120, break_on_hyphens=False), ""]
        lines += [f"Decide: {', '.join(f'**{titles[name]}**' for name in scenario.workshop.cut)}.", ""]
        lines += ["| Pass over | by choosing |", "| --- | --- |"]
        for name, choice in scenario.workshop.pass_.items():
            text = " ".join(scenario.scenes[name].step(choice).text.split())
            lines.append(f"| {titles[name]} | {text} (`{choice}`) |")
    return lines[1:]


def rows_of_reasons():
    """Why a provision may have no rule, as look-things-up.md shows it."""
    told = {name: said(f"unruled.{name}") for name in UNRULED}
    rows = [f"| `{name}` | {text[0].upper()}{text[1:]} |" for name, text in told.items()]
    return ["| Reason | What it means |", "| --- | --- |", *rows]


PARTS = (
    (parts.Scenario, "The top of the file", ""),
    (parts.Reviewed, "The review", "`reviewed = { … }`, or `[reviewed]`"),
    (parts.Council, "The council", "`[council]`"),
    (parts.Said, "A fact", "`[fact.ID]`"),
    (parts.Measure, "A measure", "`[measure.ID]`"),
    (parts.Scene, "A scene", "`[[scene]]`"),
    (parts.Enquiry, "An enquiry", "`[[scene.enquiry]]`, below its scene"),
    (parts.Choice, "A choice", "`[[scene.choice]]`, below its scene"),
    (parts.Reason, "A reason", "`[[scene.choice.reason]]`, below its choice and after all the choice's own fields"),
    (parts.Move, "A move", "in the list `moves`, in braces"),
    (parts.Lead, "A lead", "in the list `leads`, in braces"),
    (parts.Event, "An event", "`[[event]]`"),
    (parts.Ending, "An ending", "`[[ending]]`"),
    (parts.Workshop, "The workshop", "`[workshop]`"),
    (parts.Facilitator, "For the facilitator", "`[facilitator]`"),
    (parts.OtherSeats, "The other seats", "`[facilitator.other_seats]`"),
    (parts.Prompt, "A prompt", "`[[facilitator.prompt]]`"),
)
"""The parts of a scenario, in the order of a file: what each is called, and how it begins."""


def lines_of_fields():
    """Every field of a scenario file, as scenario-fields.md shows it."""
    lines = []
    for kind, title, heading in PARTS:
        lines += ["", f"## {title}", "", *([f"It begins: {heading}.", ""] if heading else [])]
        lines += ["| Field | What you write | Left out |", "| --- | --- | --- |"]
        said = said_of_attributes(kind)
        for field in attrs.fields(kind):
            lines.append(f"| `{key_of(field)}` | {said[field.name].removesuffix('.')} | {_left_out(field)} |")
    return lines[1:]


def _left_out(field):
    if field.default is attrs.NOTHING:
        return "must be there"
    plain = field.default not in (None, "", ()) and not isinstance(field.default, attrs.Factory)
    return f"`{str(field.default).lower()}`" if plain else "nothing"


TABLES = (
    ("scenario-fields.md", "fields", lines_of_fields),
    ("look-things-up.md", "unruled", rows_of_reasons),
    ("../README.md", "keys", rows_of_often),
    ("play.md", "keys", rows_of_keys),
    ("play.md", "verdicts", rows_of_verdicts),
    ("facilitate.md", "cuts", lines_of_cuts),
)


def _between(name):
    return re.compile(rf"(?<=<!-- {name}: )([^\n]*-->\n)(.*?)(?=\n<!-- end of {name} -->)", re.S)


def shown_in(page, name):
    """The lines a page has between `<!-- NAME: … -->` and `<!-- end of NAME -->`."""
    return _between(name).search((DOCS / page).read_text(encoding="utf-8"))[2].splitlines()


def write_tables():
    """Writes every table of the program into its page."""
    for page, name, rows in TABLES:
        path = DOCS / page
        made = "\n".join(rows())
        text = _between(name).sub(lambda found, made=made: found[1] + made, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_tables()
