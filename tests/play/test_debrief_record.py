"""The debrief as data: everything a play's record has, and what a debrief adds, under keys that stay."""

import json

from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.debrief_record import debrief_record
from lmcs_sim.play.play import Log, replay, undo
from lmcs_sim.play.record import play_record
from lmcs_sim.play.suggestion import pasts_of, suggest
from lmcs_sim.prove.attainable import attainable_of
from lmcs_sim.prove.prove import prove

PROVED = Attainable(
    Ends(0, 8, ("pass-it-on", "put-a-question"), needs_luck=False, seed=0),
    Ends(0, -4, ("turn-her-away", "cast-the-vote", "file-them"), needs_luck=True, seed=None),
    {"safeguarding": 6},
)
ADDED = {
    "scenario_title",
    "story",
    "reviewed",
    "learner",
    "ending_title",
    "ending_text",
    "path",
    "attainable",
    "mattered",
    "months",
    "luck",
    "reading",
    "next",
}


def played(game):
    steps = ("ask-how", "turn-her-away", "cast-the-vote", "file-them")
    return replay(game, Log("small-visit", "", "", 1, (), steps))[0]


def test_it_is_the_record_of_the_play_and_what_a_debrief_adds(small_game):
    play = played(small_game)
    record, before = debrief_record(play, PROVED), play_record(play, PROVED)
    assert {name: record[name] for name in before} == before
    assert set(record) - set(before) == ADDED
    assert json.loads(json.dumps(record)) == record


def test_the_ending_the_story_and_the_review_are_told(small_game):
    record = debrief_record(played(small_game), None, "Ann")
    assert (record["scenario_title"], record["ending_title"]) == ("The small visit", "A party to it")
    assert record["story"] == {"from": "2012-05-14", "until": "2012-09-14"}
    assert record["reviewed"] == {"by": "", "on": "", "until": ""}
    assert (record["learner"], record["attainable"]) == ("Ann", None)


def test_the_path_has_its_findings_and_reading_its_citations(small_game):
    record = debrief_record(played(small_game))
    first, second, third = record["path"]
    assert (first["scene"], first["title"], first["decided"]) == (
        "telephone",
        "The telephone",
        "Tell her it is for the officers.",
    )
    assert first["asked"] == ["Ask the Director how she knows the thresholds work."]
    assert [item["verdict"] for item in second["findings"]] == ["departed"]
    assert third["findings"] == []
    for item in record["reading"]:
        assert set(item) == {"provision", "source", "pinpoint", "quote", "since"}
        assert item["since"][0]["text"] == "2012 text, replaced April 2013; check the present position."


def test_luck_is_told_with_what_came_of_it(small_game):
    (luck,) = debrief_record(played(small_game))["luck"]
    assert set(luck) == {"event", "about", "chance", "fired", "text"}
    assert (luck["event"], luck["about"], luck["chance"]) == ("reporter-rings", "press", 50)


def test_what_is_attainable_has_its_paths_where_their_luck_is_known(small_game):
    told = debrief_record(played(small_game), PROVED)["attainable"]
    assert [item["scene"] for item in told["best"]["path"]] == ["telephone", "board"]
    assert told["worst"] == {"points": -4, "breached": 0, "needs_luck": True, "path": None}
    assert told["by_theme"] == {"safeguarding": 6}


def test_a_play_that_goes_on_has_no_ending(small_game):
    record = debrief_record(undo(played(small_game)))
    assert (record["ending"], record["ending_title"], record["ending_text"]) == (None, None, None)
    assert len(record["path"]) == 2


def test_every_decision_that_mattered_is_told_with_its_numbers_once_it_is_proved(small_game):
    assert debrief_record(played(small_game))["mattered"] is None
    proved = attainable_of(small_game, prove(small_game))
    told = debrief_record(played(small_game), proved)["mattered"]
    assert [item["number"] for item in told["decisions"]] == [2, 3, 4]
    first = told["decisions"][0]
    assert (first["scene"], first["step"], first["better"]) == (
        "telephone",
        "turn-her-away",
        ["pass-it-on", "put-a-question", "tell-the-chief-executive"],
    )
    assert (first["after"], first["could"]) == ({"points": 4, "breached": 0}, {"points": 8, "breached": 0})
    assert (first["ending"], first["own_luck"], len(first["text"])) == ("observer", True, 5)
    assert told["luck"] == {"breached": 0, "points": 0}
    assert json.loads(json.dumps(told)) == told


def test_each_measure_is_told_month_by_month(small_game):
    standing = debrief_record(played(small_game))["months"]["standing"]
    assert standing["start"] == 5
    assert standing["by_month"] == [
        {"month": 0, "value": 5},
        {"month": 1, "value": 3},
        {"month": 3, "value": 3},
        {"month": 4, "value": 3},
    ]


def test_what_to_play_next_is_told_with_its_reason(small_game):
    play = played(small_game)
    assert debrief_record(play)["next"] == []
    (told,) = debrief_record(play, suggestions=suggest([small_game.scenario], pasts_of(play, ())))["next"]
    assert (told["scenario"], told["again"], told["theme"]) == ("small-visit", True, None)
    assert told["against"] + told["open"] > 0
    assert told["text"].startswith("The small visit, once more: ")
