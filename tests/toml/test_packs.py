"""Packs: where they are found, what they add, and what is wrong with them."""

import json
import os
import shutil

import pytest
from running import SMALL_VISIT, run

from lmcs_sim.faults import LmcsError, WrongUse
from lmcs_sim.toml.packs import built_in, find_packs, load_rulebook

GUIDANCE = """
[source]
id = "thornmere"
title = "Thornmere's own protocol for its Lead Member"
short = "Thornmere protocol"
publisher = "Thornmere Council"
kind = "local"
from = "2012-01-01"
checked = 2012-02-01

[[provision]]
id = "thornmere.1.minutes-read"
pinpoint = "rule 1"
addressee = "LMCS"
modality = "must"
operative = "must read"
theme = "safeguarding"
gist = "The Lead Member reads the minutes within a week."
quote = "must read the minutes within a week"
"""

RULES = """
[[rule]]
id = "thornmere.follow-up"
title = "Go back and check"
cites = ["thornmere.1.minutes-read"]
on = ["vote"]
honours = false
because = "Thornmere asks it of its member."
instead = "Read them."
  [[rule.example]]
  given = { act = "vote", at = "safeguarding-board" }
  expect = "breached"
  [[rule.example]]
  given = { act = "speak", at = "safeguarding-board" }
  expect = "not-applicable"
"""


@pytest.fixture
def pack(tmp_path):
    """A pack with a local source, a rule that rests on it, and a scenario that names the source."""
    folder = tmp_path / "pack"
    (folder / "rules" / "guidance").mkdir(parents=True)
    (folder / "scenarios").mkdir()
    (folder / "rules" / "guidance" / "thornmere.toml").write_text(GUIDANCE)
    (folder / "rules" / "thornmere.toml").write_text(RULES)
    story = SMALL_VISIT.read_text(encoding="utf-8")
    named = story.replace('id = "small-visit"', 'id = "named"').replace(
        "[fact.nob", 'sources = ["thornmere"]\n\n[fact.nob', 1
    )
    (folder / "scenarios" / "named.toml").write_text(named, encoding="utf-8")
    unnamed = story.replace('id = "small-visit"', 'id = "unnamed"')
    (folder / "scenarios" / "unnamed.toml").write_text(unnamed, encoding="utf-8")
    return folder


def rules_found(*arguments):
    ran = run(*arguments, "--choose", "turn-her-away,cast-the-vote,file-them", "--seed", 1, "--json")
    assert ran.code == 0, ran.err
    turns = json.loads(ran.out)["turns"]
    return {item["rule"]: item for turn in turns for item in turn["consequences"] if item["kind"] == "finding"}


def test_a_local_rule_judges_only_a_scenario_that_names_its_source(pack):
    named = rules_found("--pack", pack, "play", "named")
    unnamed = rules_found("--pack", pack, "play", "unnamed")
    assert named.pop("thornmere.follow-up")["verdict"] == "breached"
    assert named.keys() == unnamed.keys()
    assert named


def test_a_local_finding_cites_the_local_source(pack):
    found = rules_found("--pack", pack, "play", "named")["thornmere.follow-up"]
    assert found["citations"] == [
        {
            "provision": "thornmere.1.minutes-read",
            "source": "Thornmere protocol",
            "pinpoint": "rule 1",
            "quote": "must read the minutes within a week",
        }
    ]


def test_a_source_that_no_pack_has_is_a_fault_of_the_scenario(pack):
    ran = run("check", pack / "scenarios" / "named.toml")
    assert f"{pack}/scenarios/named.toml:23:12: error[E014]: no local source 'thornmere'" in ran.err
    assert ran.code == 1
    assert run("--pack", pack, "check", pack / "scenarios" / "named.toml").code == 0


def test_packs_are_named_in_the_environment_too(pack, tmp_path, monkeypatch):
    other = tmp_path / "other"
    (other / "scenarios").mkdir(parents=True)
    monkeypatch.setenv("LMCS_SIM_PACKS", os.pathsep.join([str(other), str(pack)]))
    assert find_packs()[-2:] == (other, pack)
    assert {"named", "unnamed"} <= {record["id"] for record in json.loads(run("list", "--json").out)}


def test_packs_in_the_users_data_folder_are_found(pack, tmp_path):
    mine = tmp_path / "data" / "lmcs-sim" / "packs" / "mine"
    mine.parent.mkdir(parents=True)
    shutil.move(pack, mine)
    assert find_packs() == (built_in(), mine)
    assert "named" in {record["id"] for record in json.loads(run("list", "--json").out)}


def test_a_pack_named_twice_is_read_once(pack, monkeypatch):
    monkeypatch.setenv("LMCS_SIM_PACKS", str(pack))
    assert find_packs([pack]).count(pack) == 1
    assert run("--pack", pack, "check").code == 0


@pytest.mark.parametrize("name", ["nothing-there", "file.toml", "empty-folder"])
def test_a_pack_that_is_no_pack_is_refused_by_name(tmp_path, monkeypatch, name):
    (tmp_path / "file.toml").write_text("a = 1\n")
    (tmp_path / "empty-folder").mkdir()
    path = tmp_path / name
    ran = run("--pack", path, "list")
    assert ran.code == 2
    assert ran.err.startswith(f"{path}: error[E051]: this is not a pack\n  Name a folder that has a rules/")
    monkeypatch.setenv("LMCS_SIM_PACKS", str(path))
    with pytest.raises(WrongUse, match="this is not a pack"):
        find_packs()


def test_two_packs_that_define_the_same_word_are_told_where(pack, tmp_path):
    (pack / "rules" / "vocabulary.toml").write_text('[done.promise-made]\nsays = "a promise was made"\n')
    ran = run("--pack", pack, "check")
    path = pack / "rules" / "vocabulary.toml"
    assert ran.err.startswith(f"{path}:1:2: error[E015]: the word 'promise-made' is defined twice\n")
    assert ran.code == 1


def test_a_pack_may_add_words_of_its_own(pack):
    (pack / "rules" / "vocabulary.toml").write_text('[done.minutes-read]\nsays = "the minutes were read"\n')
    assert "minutes-read" in load_rulebook(find_packs([pack])).vocabulary.done


def test_every_fault_of_every_file_of_a_pack_is_told_at_once(pack):
    (pack / "rules" / "guidance" / "thornmere.toml").write_text(GUIDANCE.replace("gist", "jist"))
    (pack / "rules" / "thornmere.toml").write_text("[[rule]\n")
    (pack / "rules" / "vocabulary.toml").write_text("[done.x]\nsays = 3\n")
    with pytest.raises(LmcsError) as caught:
        load_rulebook(find_packs([pack]))
    files = {fault.place.file for fault in caught.value.faults}
    assert len(files) == 3
    assert all(fault.place.line >= 1 and fault.place.column >= 1 for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            'cites = ["thornmere.1.minutes-read"]',
            'cites = ["thornmere.1"]',
            "5:10: error[E014]: unknown provision 'thornmere.1'",
        ),
        ('on = ["vote"]', 'on = ["vot"]', "6:7: error[E013]: unknown act 'vot'"),
        ('id = "thornmere.follow-up"', 'id = "safeguarding.may-discuss"', "3:1: error[E015]: "),
        ('expect = "breached"', 'expect = "met"', "error[E024]: "),
        ("honours = false", "honours = false\nrequires = { done = ['promise-made'] }", "error[E020]: "),
    ],
)
def test_a_fault_in_a_rule_is_placed_in_the_packs_file(pack, before, after, said):
    path = pack / "rules" / "thornmere.toml"
    assert RULES.count(before) == 1
    path.write_text(RULES.replace(before, after))
    ran = run("--pack", pack, "check")
    assert f"{path}:" in ran.err
    assert said in ran.err
    assert ran.code == 1


def test_a_provision_with_an_id_that_is_taken_is_a_fault(pack):
    path = pack / "rules" / "guidance" / "thornmere.toml"
    path.write_text(GUIDANCE.replace("thornmere.1.minutes-read", "dfe2012.p8.not-day-to-day"))
    ran = run("--pack", pack, "check")
    assert f"{path}:12:1: error[E015]: id 'dfe2012.p8.not-day-to-day' is used twice" in ran.err


def test_the_order_of_packs_makes_the_same_rulebook(pack, tmp_path):
    other = tmp_path / "other"
    (other / "rules").mkdir(parents=True)
    shutil.move(pack / "rules" / "thornmere.toml", other / "rules" / "later.toml")
    one = load_rulebook([built_in(), pack, other])
    two = load_rulebook([other, pack, built_in()])
    assert one.hash == two.hash
    assert set(one.by_id) == set(two.by_id)
