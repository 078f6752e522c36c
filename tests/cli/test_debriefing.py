"""`saves debrief` and `play … --debrief`: the debrief as words, as pages and as data, on stdout or as a file."""

import json

import pytest
from html_page import read_page
from running import SMALL_VISIT, run, run_apart, run_python

from lmcs_sim.words.catalogue import said

STEPS = "ask-how,turn-her-away,cast-the-vote,file-them"
CHOSEN = ("play", SMALL_VISIT, "--seed", 1, "--choose", STEPS, "--debrief")
OPENINGS = {
    "text": "\nDebrief: The small visit. Ending: A party to it.\n",
    "markdown": "# Debrief: The small visit\n",
    "html": "<!DOCTYPE html>\n",
    "json": '{\n  "scenario": "small-visit",\n',
}


@pytest.fixture
def saved(pack) -> str:
    """A play kept by Ann, and its id."""
    given = STEPS.replace(",", "\n") + "\n"
    ran = run("play", "small-visit", "--plain", "--as", "Ann", "--seed", 1, given=given)
    assert ran.code == 0, ran.err
    return "1"


@pytest.fixture(autouse=True)
def pack(tmp_path, monkeypatch):
    """The small visit in a pack, where a kept play finds it."""
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "small-visit.toml").write_text(SMALL_VISIT.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setenv("LMCS_SIM_PACKS", str(folder.parent))


@pytest.mark.parametrize("form", OPENINGS)
def test_a_kept_play_and_the_same_steps_chosen_tell_the_same(saved, form):
    kept, chosen = run("saves", "debrief", saved, "--format", form), run(*CHOSEN, form)
    assert (kept.code, chosen.code) == (0, 0)
    assert kept.out == chosen.out
    assert kept.out.startswith(OPENINGS[form])
    assert kept.out.endswith("\n")
    assert not kept.out.endswith("\n\n")


def test_what_to_play_next_leaves_out_what_the_learner_has_begun(saved):
    def suggested():
        told = json.loads(run("saves", "debrief", saved, "--format", "json").out)["next"]
        return [item["scenario"] for item in told if not item["again"]]

    before = suggested()
    run("play", before[0], "--plain", "--as", "Ann", given="quit\n")
    assert before[0] not in suggested()


def test_what_is_attainable_is_proved_first_and_said_so_on_stderr():
    first = run(*CHOSEN, "json")
    assert first.err.strip() == said("debrief.working-out")
    assert json.loads(first.out)["attainable"]["best"]["points"] == json.loads(first.out)["duty"]["best"] == 8
    again = run(*CHOSEN, "json")
    assert (again.out, again.err) == (first.out, "")


def test_a_play_that_has_not_ended_says_so_and_goes_on():
    ran = run("play", SMALL_VISIT, "--choose", "turn-her-away", "--debrief", "markdown")
    assert ran.code == 0
    assert "This play has not ended." in ran.out
    assert "## Your path" in ran.out


def test_a_name_is_told_only_where_it_is_asked_for(saved):
    for form in ("markdown", "html", "json"):
        assert "Ann" not in run("saves", "debrief", saved, "--format", form).out
        assert "Ann" in run("saves", "debrief", saved, "--format", form, "--name").out


def test_a_file_is_written_once_and_overwritten_only_by_force(saved, tmp_path):
    path = tmp_path / "debrief.html"
    command = ("saves", "debrief", saved, "--format", "html", "--to", path)
    ran = run(*command)
    assert (ran.code, ran.out) == (0, "")
    assert f"Wrote {path}" in ran.err
    assert read_page(path.read_text(encoding="utf-8")).one("h1").text == "Debrief: The small visit"
    path.write_text("mine")
    ran = run(*command)
    assert ran.code == 2
    assert "error[E052]: there is a file here already" in ran.err
    assert path.read_text() == "mine"
    assert run(*command, "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_what_cannot_be_written_is_one_clear_fault(saved, tmp_path):
    ran = run("saves", "debrief", saved, "--to", tmp_path / "none" / "debrief.txt")
    assert ran.code == 2
    assert "error[E052]: this cannot be written: no such file or directory" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("saves", "debrief", "7"), "7"),
        (("saves", "debrief", "1", "--force"), "--force goes with --to"),
        (("play", SMALL_VISIT, "--debrief", "html"), "go with --choose"),
    ],
)
def test_asking_wrongly_is_said(arguments, said):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_play_of_a_text_that_has_changed_says_where_it_parts(saved, tmp_path):
    path = tmp_path / "pack" / "scenarios" / "small-visit.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"cast-the-vote"', '"raise-a-hand"'), encoding="utf-8")
    ran = run("saves", "debrief", saved, "--format", "markdown")
    assert ran.code == 0
    assert "It parts at step 3" in ran.err.replace("\n", " ")
    assert "This play has not ended." in ran.out


def test_a_page_on_an_output_that_is_not_utf_8_still_says_what_it_says():
    told = run(*CHOSEN, "html").out
    ran = run_apart(*CHOSEN, "html", environment={"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"})
    assert ran.out.isascii()
    assert read_page(ran.out) == read_page(told)


LOADED = """
import sys
from lmcs_sim.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
print("LOADED", code, *sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "sqlalchemy", "jinja2"}))
"""


@pytest.mark.parametrize(("form", "loaded"), [("html", "jinja2"), ("markdown", ""), ("json", ""), ("text", "")])
def test_only_a_web_page_loads_what_makes_one_and_none_loads_the_terminal(form, loaded):
    ran = run_python(LOADED, *CHOSEN, form)
    assert ran.out.splitlines()[-1].split() == ["LOADED", "0", *loaded.split()]
