"""What an author is told of a scenario file: errors first and alone, then warnings and notes, each placed."""

import pytest
from running import SMALL_VISIT, run

from lmcs_sim.author.checking import check_paths, faults_in_file
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import read_scenario

NOTES = ["N080", "N080"]


@pytest.fixture
def said(tmp_path, shipped):
    """The codes and lines of what is said of the small visit with some of its text replaced."""

    def say(*changes: tuple[str, str]) -> list[tuple[str, int]]:
        text = SMALL_VISIT.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "changed.toml"
        path.write_text(text, encoding="utf-8")
        return [(bad.code, bad.place.line) for bad in faults_in_file(read_scenario(path), shipped)]

    return say


def test_of_the_small_visit_there_are_only_notes(said):
    assert [code for code, _ in said()] == NOTES


def test_a_warning_stands_among_the_notes_in_the_order_of_lines(said):
    assert said(("minutes = 5", "minutes = 50")) == [("W086", 7), ("N080", 88), ("N080", 115)]


def test_every_kind_of_advice_is_given_at_once(said):
    hard = "Notwithstanding organisational complexities, interdependent accountabilities necessitate consideration, "
    assert said(
        ("minutes = 5", "minutes = 50"),
        ("It is May 2012", hard * 8 + "in May 2012"),
        ('title = "Your standing to challenge"', 'title = "How safe the child is"'),
        ("[measure.standing]", '[measure.idle]\ntitle = "Idle"\nof = "trust"\nstart = 5\n[measure.standing]'),
        ('at = "telephone"', 'at = "board"'),
    ) == [
        ("W086", 7),
        ("W087", 12),
        ("W081", 28),
        ("W085", 33),
        ("N080", 92),
        ("N080", 119),
        ("W083", 133),
    ]


def test_choices_that_give_themselves_away_are_told(said):
    acts = '  acts = [{ act = "raise", with = "chief-executive", matter = "thresholds" }]\n'
    filed = '  text = "File the minutes."\n'
    assert said((acts, ""), (filed, filed + acts)) == [("W088", 60), ("N080", 88), ("N080", 115)]


def test_with_an_error_neither_warnings_nor_notes_are_told(said):
    lost = ("[fact.voted-at-board]", '[fact.lost]\nsays = "it is lost"\n[fact.voted-at-board]')
    assert said(("minutes = 5", "minutes = 50"), lost) == [("E081", 25)]


def test_an_error_of_play_and_one_for_authors_are_told_together(said):
    lost = ("[fact.voted-at-board]", '[fact.lost]\nsays = "it is lost"\n[fact.voted-at-board]')
    assert said(lost, ('of = "trust"', 'of = "trusts"')) == [("E081", 25), ("E013", 32)]


def test_what_only_an_author_needs_to_know_keeps_nobody_from_playing(tmp_path):
    text = SMALL_VISIT.read_text(encoding="utf-8")
    path = tmp_path / "changed.toml"
    path.write_text(text.replace("[fact.voted", '[fact.lost]\nsays = "it is lost"\n[fact.voted'), encoding="utf-8")
    assert [bad.code for bad in check_paths([path], [built_in()]).faults] == ["E081"]
    ran = run("play", path, "--choose", "pass-it-on,cast-the-vote,file-them")
    assert (ran.code, ran.err) == (0, "")


def test_the_shipped_scenarios_have_notes_and_nothing_worse():
    checked = check_paths(sorted((built_in() / "scenarios").glob("*.toml")), [built_in()])
    assert checked.files >= 4
    assert {bad.severity for bad in checked.faults} == {"note"}
