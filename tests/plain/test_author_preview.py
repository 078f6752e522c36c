"""A preview in plain lines: the file as saved is played, each save is told, and nothing is kept."""

from unittest import mock

import pytest
from running import SMALL_VISIT, run

from lmcs_sim.commands import BY_ID, COMMANDS
from lmcs_sim.plain import trial
from lmcs_sim.plain.author import ScenarioPlace

GOOD = SMALL_VISIT.read_text(encoding="utf-8")
BAD = GOOD.replace('act = "vote"', 'act = "voot"')


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(trial, "INTERVAL", 0)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "visit.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def talk(path, *lines, options=("--plain",)):
    """What is said while lines are typed one after the other; what is no line is done before the next is read."""
    typed = iter(lines)

    def ask():
        print("> ", end="")
        for line in typed:
            if not callable(line):
                return line
            line()
        return None

    with mock.patch("lmcs_sim.plain.conversation.ask", ask):
        ran = run("preview", path, *options)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return " ".join(ran.out.split())


def saving(path, text):
    def save():
        beside = path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    return save


def test_it_opens_at_the_scene_and_nothing_is_kept(path, own_places):
    said = talk(path, "pass-it-on", "1")
    assert said.startswith(f"Preview: You play {path} as it was saved last. Nothing is kept. Scene: The telephone.")
    assert "> Result: The Director writes it down and reads it back." in said
    assert said.endswith("> Preview: Nothing of the preview is kept.")
    assert not own_places.exists()


@pytest.mark.parametrize("options", [("--plain",), (), ("--ascii",)])
def test_a_pipe_gets_plain_lines_too(path, options):
    assert "Scene: The telephone." in talk(path, options=options)


def test_it_begins_where_and_with_what_it_is_asked_to(path):
    said = talk(path, options=("--plain", "--at", "board", "--known", "nobody-checked"))
    assert "Scene: The board." in said
    assert "[say-what-you-know]" in said


def test_a_file_that_cannot_be_played_is_told_with_its_faults_and_played_once_it_is_mended(path):
    saving(path, BAD)()
    said = talk(path, "preview", saving(path, GOOD), "preview", "1")
    assert said.startswith(f"Scenario: {path}. Nothing can be played yet: 1 fault. Mend the file and save it.")
    before, _, after = said.partition("> Not understood: Nothing of the file can be played yet.")
    assert "Fault: E013, line " in before
    assert after.index("File changed: You play the text as saved: 2 notes.") < after.index("Scene: The telephone.")
    assert "Answer: She is quiet." in after


def test_a_save_that_changes_what_is_heard_is_told_and_the_answer_is_not_taken(path):
    said = talk(path, saving(path, GOOD.replace("hangs up", "x").replace("stops.", "sighs.", 1)), "3", "4")
    assert "File changed: You play the text as saved: 2 notes. Preview: What you heard has changed" in said
    first, _, second = said.partition("sighs.")
    assert "Result:" not in first
    assert "Result: The Director writes it down" in second
    assert "She thanks you" not in second


def test_a_save_that_changes_nothing_here_is_told_and_the_answer_is_taken(path):
    said = talk(path, saving(path, GOOD.replace("The board is split.", "The board is whole.")), "4")
    assert said.count("File changed:") == 1
    assert said.count("Scene: The telephone.") == 1
    assert "What you heard has changed" not in said
    assert said.index("Result:") < said.index("The board is whole.")


def test_an_empty_line_looks_too(path):
    assert "File changed: 1 fault in the text as saved. You play the one before." in talk(path, saving(path, BAD), "")


def test_while_a_save_cannot_be_played_the_text_before_it_is(path):
    said = talk(path, saving(path, BAD), "4", "faults", saving(path, GOOD), "2")
    assert "Result: The Director writes it down" in said
    assert "Fault: E013, line " in said
    assert said.count("File changed:") == 2
    assert "Result: " in said.rpartition("File changed:")[2]


def test_a_save_in_which_the_play_is_no_longer_possible_goes_back_as_far_as_it_is(path):
    said = talk(path, "4", saving(path, GOOD.replace('id = "pass-it-on"', 'id = "pass"')), "1", "pass")
    after = said.partition("File changed:")[2]
    assert "Your play parts from the text as saved at step 1" in after
    assert after.index("Scene: The telephone.") < after.index("Result: The Director writes it down")


def test_an_end_that_a_save_takes_away_goes_back_to_the_scene(path):
    saved = GOOD.replace('id = "put-a-question"', 'id = "put-it"').replace('"put-a-question"', '"put-it"')
    said = talk(path, "pass-it-on", "put-a-question", saving(path, saved), "undo")
    assert "Debrief: The small visit." in said
    assert "Scene: The board." in said.partition("File changed:")[2]


def test_its_debrief_says_why_and_suggests_nothing_and_reads_nobodys_plays(path, own_places):
    said = talk(path, "pass-it-on", "put-a-question", "why")
    assert "Finding: " in said.rpartition(">")[0].rpartition("Debrief:")[2]
    assert "Next: " not in said
    assert not own_places.exists()


def test_it_ends_with_a_debrief_from_which_it_begins_again_or_goes_back_a_step(path):
    said = talk(path, "pass-it-on", "put-a-question", "go", "pass-it-on", "put-a-question", "undo", "new")
    assert said.count("Debrief: The small visit.") == 2
    assert "lmcs-sim saves debrief" not in said
    assert "Preview: Nothing of the preview is kept. >" in said
    assert "> Undo: Taken back: put-a-question. Scene: The board." in said
    assert said.count("Scene: The telephone.") == 3


def test_the_scenes_are_told_and_begun_at_by_number_or_id(path):
    said = talk(path, "scenes", "scenes 2", "scenes telephone", "scenes 9", "scenes attic", "new")
    assert "Scenes: 1. The telephone [telephone] The story begins here. The preview is here." in said
    assert said.count("Scene: The board.") == 1
    assert said.count("Scene: The telephone.") == 3
    assert said.count("Not understood: There is no such scene. Say scenes to hear which there are.") == 2


def test_commands_of_a_play_work_unless_they_need_a_kept_one(path):
    said = talk(path, "1", "why", "guidance dfe2012.p8.not-day-to-day", "again", "undo", "undo", "help")
    assert "> Finding: Met. Ask how they know" in said
    assert "dfe2012.p8" in said
    assert "Undo: Taken back: ask-how." in said
    assert "Undo: There is nothing to take back." in said
    told = said.rpartition("Help: ")[2]
    for name in ("why", "guidance", "undo", "faults", "scenes", "reload", "new", "back"):
        assert f" {BY_ID[name].word}: " in told, name
    for name in sorted(trial.NEED_A_KEPT_PLAY):
        assert f" {BY_ID[name].word}: " not in told, name


@pytest.mark.parametrize("place", [trial.TriedScene, trial.TriedDebrief, ScenarioPlace])
def test_every_command_that_is_allowed_can_be_done(place):
    allowed = [command for command in COMMANDS if place.allows(place.__new__(place), command)]
    assert len(allowed) > 10
    for command in allowed:
        assert callable(getattr(place, f"do_{command.id}", None)), command.id


@pytest.mark.parametrize("name", ["history", "note", "notes"])
def test_what_needs_a_kept_play_says_so(path, name):
    assert "Not understood: Not in a preview: nothing of it is kept." in talk(path, BY_ID[name].word)


def test_what_is_elsewhere_says_where(path):
    assert "Not understood: Not here. Only on: Home." in talk(path, "tour")


def test_reload_reads_the_rules_and_tells_the_scene_where_it_has_changed(path):
    said = talk(path, "reload", saving(path, GOOD.replace("stops.", "sighs.", 1)), "reload", "4")
    assert "Reloaded: You play the text as saved: 2 notes. >" in said
    assert "sighs." in said
    assert "Result: The Director" in said


def test_a_file_that_goes_missing_is_told_and_played_on(path):
    said = talk(path, path.unlink, "4", saving(path, GOOD), "1")
    assert "File changed: The file is not there. You play the text it had. " in said
    assert "Result: The Director writes it down" in said


def test_going_back_leads_to_the_file_to_the_list_and_home(path):
    said = talk(path, "back", "back", "back")
    order = ["Scene: The telephone.", f"Scenario: {path}.", "Author: The scenario files", "Home: lmcs-sim."]
    assert sorted(order, key=said.index) == order
    assert f"File: 1. The small visit: 2 notes ({path})" in said
