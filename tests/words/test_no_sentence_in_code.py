"""No sentence that a face says is spelt in code: they stand in words/en.toml, so that another language is a file.

The command line's own help, the author's tools and the doctor speak English in code, and are not looked at. Neither is
what goes into a fault, which is written where it is found, nor the rules' sentences, which are made of their words.
"""

import ast
import re

import pytest
from running import ROOT

ROOMS = (
    *("tui", "plain", "pages", "settings", "words", "play", "learn", "store"),
    *("desk.py", "shelf.py", "commands.py", "learning.py", "notebook.py"),
)
FILES = sorted(
    path
    for room in ROOMS
    for path in ([ROOT / "lmcs_sim" / room] if room.endswith(".py") else (ROOT / "lmcs_sim" / room).rglob("*.py"))
)

_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:.]?\s+[^\W\d_]{2,}")
_CAPITALISED = re.compile(r"(?<![\w.])[A-Z][a-z]+(?![\w(])")
_WORD_BESIDE_A_VALUE = re.compile(r"(?:\s|^)[^\W\d_]{2,}(?:[\s.,:;]|$)")
_A_DAY = re.compile(r"%[aAbBpc]")
"""The name of a weekday or a month, as `strftime` would have it: in English."""

FAULTS = ("Fault", "fault", "wrong_use", "LmcsError", "WrongUse", "Wrong", "_not_kept")
"""What goes into these is a fault's cause or cure."""
NAMES = ("cast", "TypeVar")
"""What goes into these names a type."""
DRAWN = ("classes", "id", "style", "variant")
"""Arguments that are for the style sheet."""

EXCEPTIONS = {
    "the cures of settings that are wrong": (
        *("true or false", "text in quotes", "Did you mean ", "Use one of: ", "Give it another key. Free for "),
    ),
    "what a fault's cause says of the database": ("unknown reason",),
    "what the database is told": (
        *("BEGIN IMMEDIATE", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA busy_timeout=10000"),
    ),
    "what somebody types on the command line": ("  lmcs-sim saves debrief ", " --format html --to debrief.html"),
    "a key, by its name": (" (Ctrl+s)",),
    "an action and what it is given": ("answer(True)", "answer(False)"),
    "names for the style sheet": (
        *("bold reverse", "card -more ", "on $block-hover-background underline", "bold $footer-key-foreground "),
    ),
    "ids of those who hold a duty": ("Chief Executive", "Chief Executive and Leader", "Director of Public Health"),
}
"""What reads like a sentence and is none, by the reason why."""
ALLOWED = {text for texts in EXCEPTIONS.values() for text in texts}


def passed_over(tree):
    """Docstrings, annotations, what is raised or asserted, faults, names of types, and names for the style sheet."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assert():
                yield node
            case ast.arg(annotation=ast.expr() as named) | ast.AnnAssign(annotation=named):
                yield named
            case ast.FunctionDef(returns=ast.expr() as named) | ast.AsyncFunctionDef(returns=ast.expr() as named):
                yield named
            case ast.Assign(targets=[target]) if name_of(target) in ("cause", "cure"):
                yield node
            case ast.Call(func=called) if name_of(called) in (*FAULTS, *NAMES):
                yield node
            case ast.keyword(arg=argument) if argument in DRAWN:
                yield node


def name_of(node):
    return getattr(node, "id", getattr(node, "attr", ""))


def spelt_in(text):
    """The line and the text of everything in code that reads like a sentence of ours, or like a part of one."""
    tree = ast.parse(text)
    left_out = {id(inner) for node in passed_over(tree) for inner in ast.walk(node)}
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            beside = id(node) in pieces and " " in node.value and _WORD_BESIDE_A_VALUE.search(node.value)
            if beside or any(sort.search(node.value) for sort in (_TWO_WORDS, _CAPITALISED, _A_DAY)):
                yield node.lineno, node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "lmcs_sim")))
def test_no_sentence_is_spelt_in_code(path):
    found = [(line, text) for line, text in spelt_in(path.read_text(encoding="utf-8")) if text not in ALLOWED]
    assert found == []


def test_no_exception_is_left_that_nothing_needs():
    spelt = {text for path in FILES for _, text in spelt_in(path.read_text(encoding="utf-8"))}
    assert spelt >= ALLOWED


@pytest.mark.parametrize(
    "line",
    [
        'yield Line("Nothing here")',
        'yield Line("Close")',
        'tell(paragraphs("Note: none."))',
        'tell(f"{points} points")',
        'LABELS = {"trap": "Trap"}',
        'tell(paragraphs(text, "Luck"))',
        'cured = f"In: {scenes}."',
        'tell(f"{day:%B}")',
    ],
)
def test_what_is_a_sentence_a_label_or_a_part_of_one_is_found(line):
    assert list(spelt_in(line))


@pytest.mark.parametrize(
    "line",
    [
        '"""What this does."""',
        'raise wrong_use("E051", "there is none", "Give another one.", place)',
        'cause = f"there is no {name} here"',
        'file: "Scenario | None" = None',
        'yield Line(said("note.left"), classes="hint below")',
        'said(f"page.heading.{name}")',
    ],
)
def test_what_says_nothing_to_a_player_is_passed_over(line):
    assert not list(spelt_in(line))
