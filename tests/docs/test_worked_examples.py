"""The worked examples of the guides are begun, changed, checked and played as the pages say."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from doc_pages import marked, named
from running import run

from lmcs_sim.play.game import ids_on_offer, make_game
from lmcs_sim.play.play import Log, start, step
from lmcs_sim.toml.packs import built_in, find_packs, load_rulebook
from lmcs_sim.toml.scenario_files import check_scenario, find_scenario


@pytest.fixture
def written(tmp_path, monkeypatch):
    """The begun scenario and the worked pack as files in a folder of their own, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    assert run("new", "scenario", "last-bus.toml").code == 0
    for _, name, block in marked("pack"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    return tmp_path


def test_the_worked_scenario_is_begun_as_the_page_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (begun,) = marked("begun")
    for line in begun[2].splitlines():
        assert run(*shlex.split(line)[1:]).code == 0
    assert run("check", "--strict", "last-bus.toml").code == 0


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
    assert run("check", path).err == block


@pytest.mark.parametrize(("page", "rest", "block"), marked("added"), ids=lambda value: getattr(value, "name", ""))
def test_a_part_that_is_shown_can_be_added_to_the_worked_scenario(written, page, rest, block):
    path = Path("last-bus.toml")
    path.write_text(path.read_text(encoding="utf-8") + block, encoding="utf-8")
    ran = run("check", path)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize(("page", "rest", "block"), marked("instead"), ids=lambda value: getattr(value, "name", ""))
def test_a_line_that_is_shown_can_stand_in_the_worked_scenario(written, page, rest, block):
    path = Path("last-bus.toml")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    (place,) = (number for number, line in enumerate(lines) if line.strip().startswith(rest))
    path.write_text("".join([*lines[:place], block, *lines[place + 1 :]]), encoding="utf-8")
    ran = run("check", path)
    assert ran.code == 0, ran.err


def test_every_example_of_a_scenario_is_tried():
    page = named("write-a-scenario.md")
    assert "```toml" in page
    assert re.findall(r"(?<! -->\n)```toml\n.*\n", page) == []
    bare = re.findall(r"(?<! -->\n)```sh\n(.*?)```", page, re.S)
    lines = [line for block in bare for line in block.splitlines()]
    assert [line for line in lines if not re.match(r"lmcs-sim (play|preview) last-bus\.toml", line)] == []


@pytest.mark.parametrize(("page", "rest", "block"), marked("run"))
def test_the_commands_beside_a_worked_example_run(written, page, rest, block):
    if "our-pack/scenarios/last-bus.toml" in rest:
        (written / "our-pack" / "scenarios").mkdir(parents=True)
        (written / "last-bus.toml").rename(written / "our-pack" / "scenarios" / "last-bus.toml")
    if rest == "signed.toml":
        shutil.copy("last-bus.toml", rest)
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
