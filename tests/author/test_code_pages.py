"""Every code has a page, and the page's example is so: what is wrong gives that one fault there, what is right none."""

import re
import shlex
import shutil
import sqlite3
from pathlib import Path

import pytest
from running import ROOT, TESTS, run

from lmcs_sim.author.checking import check_paths, faults_in_file
from lmcs_sim.author.explain import PAGES, Page, page_of, wrong_lines
from lmcs_sim.author.verify import faults_of, find_source, verify
from lmcs_sim.cli.main import main
from lmcs_sim.codes import CODES
from lmcs_sim.faults import LmcsError
from lmcs_sim.play.game import make_game
from lmcs_sim.prove.faults import faults_in_proof
from lmcs_sim.prove.prove import prove
from lmcs_sim.toml.files import placed
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import check_scenario, read_scenario

BASE = TESTS / "explain"
MANY = 6000
REPEATED = re.compile(r'("[^"]*", |\S)⋯')
"""What stands before ⋯ in an example stands there many times."""

WITHOUT_AN_EXAMPLE = {
    "E090": "no command brings it about",
    "E104": "the loader refuses every file that could",
}
WRITTEN = [page_of(path.stem) for path in sorted(PAGES.glob("*")) if path.stem in CODES]
WITH = [page.code for page in WRITTEN if page.example is not None]
OF_FILES = [code for code in WITH if page_of(code).example.of != "command"]
COMMANDS = [code for code in WITH if page_of(code).example.of == "command"]


def expanded(text):
    return REPEATED.sub(lambda found: found[1] * MANY, text)


def position_of(example):
    """Where the fault stands in the example as it is meant, repetitions written out."""
    return len(expanded(example.wrong[: example.wrong.index(example.at) + 1])) - 1


def faults_in(code, folder, book):
    """What the command that finds faults of this code finds in the files of the examples."""
    if code == "E070":
        return verify_faults(folder)
    if page_of(code).example.of != "scenario":
        return list(check_paths([folder / "pack"], [built_in()]).faults)
    try:
        file = read_scenario(folder / "story.toml")
        return proof_faults(file, book) if code.startswith("E1") else faults_in_file(file, book)
    except LmcsError as error:
        return list(error.faults)


def proof_faults(file, book):
    check_scenario(file, book)
    return placed(faults_in_proof(file.scenario, prove(make_game(file.scenario, book))), file.document)


def verify_faults(folder):
    text = folder / "doors.txt"
    text.write_text("1. The council must knock at every door.\n\n2. The rest is to wait.\n", encoding="utf-8")
    return faults_of(verify(find_source("doors", [built_in(), folder / "pack"]), text))


def file_with(text, folder):
    """The one file of the examples' files in which a text stands, once."""
    found = [path for path in sorted(folder.rglob("*.toml")) if text in path.read_text(encoding="utf-8")]
    assert len(found) == 1, f"stands in {found}: {text}"
    assert found[0].read_text(encoding="utf-8").count(text) == 1, text
    return found[0]


@pytest.fixture
def files(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "explain"))


@pytest.fixture(scope="module")
def usual(tmp_path_factory, shipped):
    """What is found in the files of the examples as they stand, by the commands that find each kind of fault."""
    folder = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("usual") / "explain"))
    return {kind: faults_in(kind, folder, shipped) for kind in ("E010", "E020", "E070", "E100")}


def usual_for(code):
    if code == "E070" or page_of(code).example.of == "scenario":
        return code if code == "E070" else "E100" if code.startswith("E1") else "E010"
    return "E020"


def test_every_code_has_a_page_and_every_page_a_code():
    """A code is added in lmcs_sim/codes.py and lmcs_sim/author/codes; then run `python scripts/fault_pages.py`."""
    assert {path.stem for path in PAGES.glob("*")} == set(CODES)


def test_only_these_codes_have_no_example():
    assert {page.code for page in WRITTEN if page.example is None} == set(WITHOUT_AN_EXAMPLE)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.code)
def test_a_page_says_what_it_means_and_why_in_sentences(page: Page):
    for text in (page.means, page.why):
        assert re.match(r"[A-Z`]", text.strip())
        assert text.strip().endswith((".", "?"))
        assert "!" not in text
        assert all(len(line) <= 120 for line in text.splitlines())


def test_the_files_of_the_examples_have_no_fault(usual):
    assert [bad.headline for found in usual.values() for bad in found if bad.severity == "error"] == []


@pytest.mark.parametrize("code", OF_FILES)
def test_what_is_wrong_gives_that_fault_there_and_no_other(code, files, usual, shipped):
    example = page_of(code).example
    path = file_with(example.right, files)
    whole = path.read_text(encoding="utf-8")
    start = whole.index(example.right)
    text = whole.replace(example.right, expanded(example.wrong))
    path.write_text(text, encoding="utf-8")
    known = {(bad.code, bad.cause) for bad in usual[usual_for(code)]}
    found = [bad for bad in faults_in(code, files, shipped) if (bad.code, bad.cause) not in known]
    assert [bad.code for bad in found] == [code]
    if example.at:
        before = text[: start + position_of(example)]
        place = (str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
        assert (found[0].place.file, found[0].place.line, found[0].place.column) == place
    else:
        assert found[0].place.file != str(path)


@pytest.mark.parametrize("code", OF_FILES)
def test_what_is_right_stands_in_a_file_without_that_fault_there(code, usual):
    example = page_of(code).example
    path = file_with(example.right, BASE)
    whole = path.read_text(encoding="utf-8")
    first = whole.count("\n", 0, whole.index(example.right)) + 1
    lines = range(first, first + example.right.count("\n") + 1)
    shown = [bad for bad in usual[usual_for(code)] if bad.code == code and Path(bad.place.file).name == path.name]
    assert [bad for bad in shown if bad.place.line in lines] == []


@pytest.mark.parametrize("code", WITH)
def test_a_caret_stands_under_the_place_of_the_fault(code):
    example = page_of(code).example
    if not example.at:
        assert list(wrong_lines(example)) == example.wrong.split("\n")
        return
    line, column = example.place
    assert list(wrong_lines(example))[line] == " " * (column - 1) + "^"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder in which the commands of the examples are typed."""
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    shutil.copy(BASE / "story.toml", folder / "scenarios" / "night-desk.toml")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LMCS_SIM_STORE", str(folder / "ours"))
    assert main(["saves", "list"]) == 0
    shutil.copytree(folder / "ours", folder / "newer")
    with sqlite3.connect(next((folder / "newer").iterdir())) as store:
        store.execute("UPDATE format SET version = 99")
    store.close()
    (folder / "broken").mkdir()
    (folder / "broken" / next((folder / "ours").iterdir()).name).write_bytes(b"not a store" * 999)
    return folder


@pytest.mark.parametrize("code", COMMANDS)
def test_the_wrong_command_is_refused_with_that_code_and_the_right_one_is_done(code, desk, monkeypatch):
    example = page_of(code).example
    for line, codes in ((example.wrong, [code]), (example.right, [])):
        words = shlex.split(line)
        while "=" in words[0]:
            name, _, value = words.pop(0).partition("=")
            monkeypatch.setenv(name, value)
        assert words.pop(0) == "lmcs-sim"
        ran = run(*words)
        assert re.findall(r"error\[(\w+)\]", ran.err) == codes
        assert (ran.code == 0) == (codes == [])
