"""The author's places in plain lines: every file and how it stands, and one file with all about it."""

import re

import pytest
from running import SMALL_VISIT, run

GOOD = SMALL_VISIT.read_text(encoding="utf-8")
BAD = GOOD.replace('act = "vote"', 'act = "voot"')


@pytest.fixture
def pack(tmp_path):
    """A pack with the small visit, and a file that cannot be played."""
    scenarios = tmp_path / "pack" / "scenarios"
    scenarios.mkdir(parents=True)
    (scenarios / "a-visit.toml").write_text(GOOD, encoding="utf-8")
    (scenarios / "spoilt.toml").write_text(BAD, encoding="utf-8")
    return tmp_path / "pack"


def talk(pack, *lines):
    ran = run("--pack", pack, "--plain", "--as", "Ann", given="\n".join(["author", *map(str, lines)]))
    assert (ran.code, ran.err) == (0, "")
    return ran.out.partition("\n> ")[2]


def words(text):
    return " ".join(text.split())


def number_of(pack, name):
    listed = words(talk(pack))
    return re.search(r"File: (\d+)\. [^()]*\([^()]*" + name, listed).group(1)


def test_every_file_is_listed_with_how_it_stands(pack):
    listed = words(talk(pack))
    assert listed.startswith("Author: The scenario files, and how each stands.")
    assert re.search(r"File: \d+\. The small visit: 2 notes \(\S+/a-visit\.toml\)", listed)
    assert re.search(r"File: \d+\. spoilt\.toml: 1 fault \(\S+/spoilt\.toml\)", listed)
    assert "File: 1. The casting vote: " in listed


def test_a_file_is_opened_by_its_number_or_by_its_path(pack):
    path = pack / "scenarios" / "spoilt.toml"
    by_number = talk(pack, number_of(pack, "spoilt.toml"), "faults")
    by_path = talk(pack, path, "faults")
    assert "\n> Scenario:" in by_number
    assert by_number.rpartition("> Scenario:")[2] == by_path.rpartition("> Scenario:")[2]
    assert f"{path}. Nothing can be played yet: 1 fault. Mend the file and save it." in words(by_path)


def test_a_fault_is_told_with_its_place_its_cause_and_its_cure(pack):
    said = words(talk(pack, pack / "scenarios" / "spoilt.toml", 1))
    line = next(number for number, text in enumerate(BAD.split("\n"), 1) if '"voot"' in text)
    assert re.search(rf"Fault: E013, line {line}, column \d+: unknown act 'voot'\. Did you mean 'vote'\?", said)


def test_a_file_without_faults_says_so(pack):
    path = pack / "scenarios" / "a-visit.toml"
    path.write_text(
        GOOD.replace("story = true", 'cites = ["dfe2012.p23.lmcs-independent-challenge"]'), encoding="utf-8"
    )
    assert "> Faults: None. >" in words(talk(pack, path, "faults"))


@pytest.mark.parametrize("line", ["0", "99", "no-such.toml", "/", "\x00", "~nobody/x.toml", "x" * 5000])
def test_what_is_no_file_is_not_understood(pack, line):
    said = words(talk(pack, line))
    assert said.endswith(
        "> Not understood: There is no scenario file of that number or name. Give a number of the list, or a path. > "
        "Saved: Everything you decided is kept."
    )


def test_the_proof_is_worked_out_once_and_told(pack):
    said = talk(pack, pack / "scenarios" / "a-visit.toml", "proof", 2)
    assert said.count("Proof: It is being worked out") == 1
    assert said.count("Proof: small-visit: proved. Every play there is was looked at: 36.") == 2
    assert "\n  by ask-how,pass-it-on,put-a-question,tell-the-chief-executive\n" in said


def test_what_only_a_proof_finds_is_told_with_it_and_stands_among_the_faults(pack):
    path = pack / "scenarios" / "a-visit.toml"
    never = 'when = { done = ["voted-at-board"], measure.standing = { from = 6 } }'
    path.write_text(GOOD.replace('when = { done = { not = ["voted-at-board"] } }', never), encoding="utf-8")
    before, _, after = words(talk(pack, path, "faults", "proof", "faults")).partition("Proof:")
    assert "E102" not in before
    assert after.count("Fault: E102, line ") == 2


def test_the_graph_is_told_in_short_lines_and_further_in_where_only_some_plays_come_by(pack):
    said = talk(pack, pack / "scenarios" / "a-visit.toml", "graph", "proof", 3)
    assert "Graph: The small visit (small-visit)" in said
    assert "\n  Scene 3, afterwards: Afterwards." in said
    assert all(len(line) <= 72 for line in said.split("\n") if str(pack) not in line)
    shape, _, proved = said.partition("Proof:")
    assert "On the best path." not in words(shape)
    assert "On the best path." in words(proved.rpartition("Graph:")[2])


@pytest.mark.parametrize("part", ["proof", "graph", "scenes", "4", "preview"])
def test_where_nothing_can_be_played_its_faults_are_pointed_to(pack, part):
    said = words(talk(pack, pack / "scenarios" / "spoilt.toml", part))
    assert "Not understood: Nothing of the file can be played yet. Its faults say why." in said


def test_anything_else_is_answered_with_what_can_be_said(pack):
    said = words(talk(pack, pack / "scenarios" / "a-visit.toml", "5", "undo"))
    assert "Not understood: Say 1 or faults, 2 or proof, 3 or graph, 4 or scenes." in said
    assert "Not understood: Not here. Only on: Play, What followed, Debrief." in said


def test_help_tells_the_parts_and_the_commands(pack):
    said = words(talk(pack, "help", pack / "scenarios" / "a-visit.toml", "help"))
    assert "Help: Give the number of a scenario file, or the path of another." in said
    assert "Help: Say faults, proof, graph or scenes, or their numbers; or preview." in said
    for word in ("preview", "faults", "scenes", "reload", "back", "again"):
        assert f" {word}: " in said.rpartition("Help: ")[2], word


def test_back_leads_to_the_list_and_then_home_and_the_preview_is_gone_on_with(pack):
    path = pack / "scenarios" / "a-visit.toml"
    said = talk(pack, path, "preview", "pass-it-on", "back", "back", path, "preview", "back", "back", "back", "1")
    assert said.count("\nScene: The board. June 2012") + said.count("> Scene: The board.") == 2
    assert "Home: lmcs-sim. Playing as Ann." in said
    assert said.count("Author: ") == 3


def test_reload_reads_the_file_and_the_rules_again(pack):
    said = words(talk(pack, pack / "scenarios" / "a-visit.toml", "reload"))
    assert "Reloaded: You play the text as saved: 2 notes." in said


def test_what_a_file_says_is_shown_and_not_obeyed(pack):
    path = pack / "scenarios" / "a-visit.toml"
    path.write_text(GOOD.replace('title = "The small visit"', 'title = "The \\u001b[31m visit"'), encoding="utf-8")
    said = talk(pack, path, "graph", "proof", "scenes", "preview")
    assert r"The \x1b[31m visit" in said
    assert "\x1b" not in said
