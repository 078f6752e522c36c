"""What `new` writes is sound as it stands, overwrites nothing, and says what to do next."""

import shlex

import pytest
from running import ROOT, run

from lmcs_sim.author.new import KINDS

CASES = [("scenario", "rainy-day.toml"), ("pack", "larchgate"), ("rules", "larchgate/rules/visits.toml")]
EACH = pytest.mark.parametrize(("kind", "path"), CASES, ids=[kind for kind, _ in CASES])
UNTYPABLE = [
    ("scenario", "Rainy Day.toml", "rainy-day.toml"),
    ("scenario", "rainy_day", "rainy-day.toml"),
    ("scenario", "rainy.txt", "rainy.toml"),
    ("scenario", "2012-cuts", "cuts.toml"),
    ("scenario", "!!", "first-scenario.toml"),
    ("scenario", "deep/Füße.toml", "deep/f-e.toml"),
    ("rules", "x/rules/A.toml", "x/rules/a.toml"),
    ("pack", "Our Pack", "our-pack"),
]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def texts_in(folder):
    return {str(path): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def commands(said):
    return [shlex.split(line)[1:] for line in said.partition("Next:\n")[2].splitlines()]


@EACH
def test_what_is_begun_passes_a_strict_check(kind, path, tmp_path):
    assert run("new", kind, path).code == 0
    ran = run("check", "--strict", path.partition("/")[0])
    assert ran.code == 0, ran.err


@EACH
def test_it_says_all_it_wrote_and_commands_that_run(kind, path, tmp_path):
    ran = run("new", kind, path)
    assert (ran.code, ran.out) == (0, "")
    wrote = [line.removeprefix("Wrote ") for line in ran.err.splitlines() if line.startswith("Wrote ")]
    assert sorted(wrote) == sorted(str(file.relative_to(tmp_path / "here")) for file in texts_in_paths(tmp_path))
    assert len(commands(ran.err)) == 2
    for command in commands(ran.err):
        given = ["--plain", "--seed", "1"] if "play" in command else []
        assert run(*command, *given, given="quit\n").code == 0, command


def texts_in_paths(tmp_path):
    return [path for path in (tmp_path / "here").rglob("*") if path.is_file()]


def test_a_folder_with_a_space_in_its_name_is_quoted_in_the_commands():
    ran = run("new", "scenario", "our stories/rainy-day")
    assert '  lmcs-sim check "our stories/rainy-day.toml"\n' in ran.err


@EACH
def test_nothing_is_overwritten(kind, path, tmp_path):
    run("new", kind, path)
    before = texts_in(tmp_path)
    again = run("new", kind, path)
    assert again.code == 2
    assert "error[E052]" in again.err
    assert texts_in(tmp_path) == before


def test_a_schema_that_is_there_is_left_as_it_is(tmp_path):
    schema = tmp_path / "here" / "scenario.schema.json"
    schema.write_text("{}")
    ran = run("new", "scenario", "rainy-day")
    assert (ran.code, schema.read_text()) == (0, "{}")
    assert "scenario.schema.json" not in ran.err


def test_nothing_is_written_where_only_one_of_the_files_is_in_the_way(tmp_path):
    guidance = tmp_path / "here" / "larchgate" / "rules" / "guidance" / "visits.toml"
    guidance.parent.mkdir(parents=True)
    guidance.write_text("mine")
    before = texts_in(tmp_path)
    ran = run("new", "rules", "larchgate/rules/visits.toml")
    assert (ran.code, texts_in(tmp_path)) == (2, before)
    assert ran.err.startswith("larchgate/rules/guidance/visits.toml: error[E052]: there is a file here already\n")


def test_a_pack_is_begun_in_an_empty_folder_and_in_no_other(tmp_path, monkeypatch):
    (tmp_path / "larchgate").mkdir()
    monkeypatch.chdir(tmp_path / "larchgate")
    assert run("new", "pack", ".").code == 0
    assert (tmp_path / "larchgate" / "scenarios" / "larchgate-first.toml").is_file()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "note.txt").write_text("mine")
    ran = run("new", "pack", tmp_path / "full")
    assert ran.code == 2
    assert "there is something here already" in ran.err


def test_the_id_and_the_title_are_those_of_the_file_and_toml_is_added(tmp_path):
    assert run("new", "scenario", "deep/er/rainy-day").code == 0
    text = (tmp_path / "here" / "deep" / "er" / "rainy-day.toml").read_text(encoding="utf-8")
    assert '\nid = "rainy-day" ' in text
    assert '\ntitle = "Rainy day"\n' in text


@pytest.mark.parametrize(("kind", "path", "better"), UNTYPABLE, ids=[path for _, path, _ in UNTYPABLE])
def test_a_name_that_cannot_be_an_id_is_refused_with_one_that_can(kind, path, better, tmp_path):
    ran = run("new", kind, path)
    assert (ran.code, texts_in(tmp_path / "here")) == (2, {})
    said, cure = ran.err.splitlines()
    assert "error[E038]" in said
    assert cure.endswith(f"lmcs-sim new {kind} {better}")
    assert run("new", kind, better).code == 0


@pytest.mark.parametrize("kind", ["scenario", "rules"])
def test_a_folder_where_a_file_should_be_is_said(kind, tmp_path):
    (tmp_path / "here" / "rules").mkdir()
    ran = run("new", kind, "rules")
    assert ran.code == 2
    assert (
        ran.err == "rules: error[E052]: this is a folder, not a file\n  Name a file in it, such as rules/first.toml.\n"
    )


def test_rules_outside_a_folder_of_rules_are_refused_with_a_place_for_them():
    ran = run("new", "rules", "visits.toml")
    assert ran.code == 2
    assert "error[E052]: rules stand in the folder `rules` of a pack\n" in ran.err
    assert "our-pack/rules/visits.toml" in ran.err
    assert run("new", "rules", "our-pack/rules/visits.toml").code == 0


def test_a_place_that_cannot_be_written_to_is_said(tmp_path):
    (tmp_path / "here" / "file").write_text("mine")
    ran = run("new", "scenario", "file/rainy-day.toml")
    assert ran.code == 2
    assert "file/rainy-day.toml: error[E052]: this cannot be written: " in ran.err


def test_the_rule_of_a_begun_pack_judges_in_its_scenario():
    run("new", "pack", "larchgate")
    steps = "ask-for-a-plan,hand-up,tell-them-straight"
    told = run("--pack", "larchgate", "play", "larchgate-first", "--choose", steps).out
    assert "Met. Tell the young people you asked" in told


def test_every_kind_that_the_command_takes_can_be_begun():
    listed = run("new", "--help").out
    assert "{" + "|".join(KINDS) + "}" in listed


def test_every_part_of_the_begun_scenario_is_explained():
    text = (ROOT / "lmcs_sim" / "author" / "templates" / "scenario.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    for part in (
        "fact.",
        "measure.",
        "[scene]",
        "[scene.enquiry]",
        "[event]",
        "[ending]",
        "workshop]",
        "facilitator.other",
    ):
        first = next(number for number, line in enumerate(lines) if line.strip().startswith("[") and part in line)
        assert lines[first - 1].lstrip().startswith("#"), part
