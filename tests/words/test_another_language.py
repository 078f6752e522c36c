"""Another language is a file: in one in which every sentence stands in brackets, nothing is said without them.

What stands outside the brackets must be the scenario's, the guidance's or the rules' own text, or the name of a key.
"""

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest
import tomli
from running import ROOT, SMALL_VISIT, TESTS, run_apart, run_python

from lmcs_sim.words.catalogue import english

SCREENS = {
    *("Home", "Help", "Settings", "Tour", "Name", "Library", "Briefing", "Play", "Result", "Debrief"),
    *("History", "Note", "Notes", "Saves", "Guidance", "Progress", "Review"),
}
OURS = ("lmcs-sim", "ctrl", "Ctrl", "Ann")
"""The program, a key, and who plays."""
TYPED = re.compile(r"lmcs-sim saves debrief \d+ --format html --to debrief\.html")
APART = re.compile(r"""[^\w\s'’-]|_|\d|\s-|-\s|^-|-$""")
"""What stands between one text and the next, where a line is made of several."""
WORDS = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture
def other_words(tmp_path):
    lines = []
    for name, entry in english().items():
        forms = {name: entry} if isinstance(entry, str) else {f"{name}.{form}": entry[form] for form in entry}
        lines += [f"{each} = {json.dumps(f'⟦{text}⟧', ensure_ascii=False)}" for each, text in forms.items()]
    path = tmp_path / "other.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def data():
    """The text of the scenario, the guidance and the rules, as one line; ids with spaces too, as they are shown."""
    packs = sorted(path for folder in ("rules", "scenarios") for path in (ROOT / folder).rglob("*.toml"))
    tables = (tomli.loads(path.read_text(encoding="utf-8")) for path in (SMALL_VISIT, *packs))
    whole = " ".join(" ".join((*(text for table in tables for text in texts_in(table)), *OURS)).split())
    return f" {whole} {whole.replace('-', ' ')} "


def texts_in(value):
    """Every text of a table, its keys among them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    else:
        yield str(value)


def outside(text):
    """What stands outside all brackets of a text."""
    depth, kept = 0, ""
    for sign in text:
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        kept += sign if not depth and sign not in "⟧\n" else "|"
    assert depth == 0, text
    return kept


def said_without_brackets(told, data):
    """The texts outside the brackets that have words, and stand in none of the files."""
    found = (" ".join(text.split()) for each in told for text in APART.split(outside(each)))
    return [
        text
        for text in found
        if WORDS.search(text) and not re.search(rf"(?<![a-zA-Z]){re.escape(text)}(?![a-zA-Z])", data)
    ]


@pytest.fixture
def screens(other_words):
    script = Path(__file__).with_name("screens_in_other_words.py")
    code = (
        f"import runpy, sys; sys.path.insert(0, {str(TESTS)!r}); runpy.run_path({str(script)!r}, run_name='__main__')"
    )
    ran = run_python(code, other_words)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_no_screen_says_anything_in_english(screens, data):
    assert {name.partition("Screen")[0] for name in screens} == SCREENS
    found = {name: said_without_brackets(texts, data) for name, texts in screens.items()}
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert all(any("⟦" in text for text in texts) for texts in screens.values())


PLAY = (
    *("⟦help⟧", "ask-how", "⟦why⟧", "turn-her-away", "⟦undo⟧", "nothing", "turn-her-away", "⟦history⟧", "1", "⟦back⟧"),
    *("⟦note⟧ Ann", "put-a-question", "tell-the-chief-executive", "⟦guidance⟧ board", "1", "⟦quit⟧"),
)
ROUND = (
    *("⟦help⟧", "⟦commands⟧", "⟦show⟧ Ann", "⟦order⟧ length", "⟦tour⟧", "⟦theme⟧", "⟦copy⟧", "⟦name⟧ Ann", "9"),
    *(
        "⟦next⟧",
        "1",
        "⟦history⟧",
        "1",
        "⟦back⟧",
        "⟦note⟧ Ann",
        "⟦back⟧",
        "⟦notes⟧",
        "1",
        "⟦remove⟧ 1",
        "⟦yes⟧",
        "⟦back⟧",
    ),
    *("⟦settings⟧", "nothing", "⟦back⟧", "⟦guidance⟧", "⟦back⟧", "⟦saves⟧", "9", "⟦remove⟧ 1", "no", "⟦back⟧"),
    *("⟦progress⟧", "⟦back⟧", "⟦review⟧", "⟦good⟧", "⟦answer⟧", "⟦good⟧", "⟦help⟧", "⟦quit⟧"),
)


def test_nothing_in_plain_lines_is_said_in_english(other_words, data):
    Path(os.environ["LMCS_SIM_SETTINGS"]).write_text(f'words = "{other_words}"\n', encoding="utf-8")
    for arguments, typed, places in (
        (("play", SMALL_VISIT, "--plain"), PLAY, ("Scenario", "History", "Debrief", "Found")),
        (("--plain",), ROUND, ("Home", "Settings", "Notes", "Saves", "Progress", "Card", "Verdict")),
    ):
        ran = run_apart("--as", "Ann", *arguments, given="\n".join((*typed, "")).encode())
        assert (ran.code, ran.err) == (0, "")
        lines = [TYPED.sub("", line) for line in flowing(ran.out)]
        assert said_without_brackets(lines, data) == []
        assert [place for place in places if f"⟦{place}" not in ran.out] == []


SPOKEN = """
import sys
from pathlib import Path
from lmcs_sim.settings.language import speak_from
speak_from(Path(sys.argv[1]))
from lmcs_sim.cli.main import main
sys.exit(main(sys.argv[2:]))
"""
"""The command line in the words of a file."""


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_debrief_as_a_page_says_nothing_in_english(kind, other_words, data):
    steps = "ask-how,turn-her-away,put-a-question,tell-the-chief-executive"
    ran = run_python(SPOKEN, other_words, "--as", "Ann", "play", SMALL_VISIT, "--choose", steps, "--debrief", kind)
    assert ran.code == 0, ran.err
    assert "⟦Your path⟧" in ran.out
    text = unescape(re.sub(r"<!DOCTYPE html>|(?s:<style>.*?</style>)|<[^>]*>", "|", ran.out))
    assert said_without_brackets([text.replace("\\", "")], data) == []


def flowing(out):
    """Lines of plain output put together again where they were wrapped: until all brackets are closed."""
    lines = [""]
    for line in out.splitlines():
        last = lines[-1]
        if last.count("⟦") > last.count("⟧"):
            lines[-1] = f"{last} {line.strip()}"
        else:
            lines.append(line)
    return lines


def test_what_stands_outside_the_brackets_is_found():
    assert said_without_brackets(["⟦Note: {x}⟧ Look here. 3 ⟦one ⟦two⟧⟧, ask"], " ask ") == ["Look here"]
