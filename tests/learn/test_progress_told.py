"""Progress as lines, each opened by a word, and as data."""

import datetime as dt
import json

from attrs import evolve

from lmcs_sim.learn.progress import Ended, Ledger, LeftOut, Progress, Shelf, Shown, Theme, ThemeWeek
from lmcs_sim.learn.progress_told import LATEST, ended_line, progress_lines, progress_record, week_line
from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.score import Duty, Tally

DAY = dt.date(2026, 11, 22)
TALLY = Tally(4, None, {"breached": 1, "departed": 1, "met": 3, "open": 2})
LEDGER = Ledger(Duty(TALLY, {"retreat": 2}, {"role-boundary": TALLY}))
PROVED = Ledger(LEDGER.duty, Attainable(Ends(0, 12, (), False, 1), Ends(3, -9, (), False, 1)))
ONE = Shown(7, "story", DAY, TALLY)
TITLES = {"story": "The story"}


PROGRESS = Progress(
    (Ended(7, "story", DAY, LEDGER),),
    (LeftOut(3, "gone", DAY, "unknown scenario 'gone'"),),
    (
        Theme(
            "role-boundary",
            2,
            ONE,
            evolve(ONE, play=5, tally=evolve(TALLY, points=6, best=8)),
            (ThemeWeek((2026, 47), 2, TALLY.counts, 10),),
        ),
    ),
    (((2026, 47), {"over-reach": 1, "retreat": 2}),),
    (Shelf("story", "The story", 2, 0), Shelf("begun", "The begun", 0, 1), Shelf("new", "The new", 0, 0)),
)


def test_progress_is_told_part_by_part():
    assert "\n".join(progress_lines(PROGRESS, TITLES)).splitlines() == [
        "Progress: 2 plays have ended.",
        "",
        "Theme: role boundary, 2 plays",
        "Latest: 22 November 2026, The story, +4 points.",
        "Best so far: 22 November 2026, The story, +6 points; +8 on the best play of it.",
        "Week: from 16 November 2026, 2 plays: met 3, lay open 2, went against duty 2.",
        "",
        "Traps: from 16 November 2026: over-reach (once), retreat (2 times).",
        "",
        "Play: 22 November 2026, The story. +4 points of duty, 1 breach.",
        "Not counted: play 3, 22 November 2026, gone: unknown scenario 'gone'.",
        "",
        "Played: The story, 2 times.",
        "Begun: The begun, not yet to its end.",
        "Not yet played: The new.",
    ]


def test_a_play_stands_beside_the_best_there_is_once_that_is_proved():
    assert ended_line(Ended(7, "story", DAY, PROVED), {}) == (
        "Play: 22 November 2026, story. +4 points of duty, 1 breach. The best there is: +12, no breaches."
    )


def test_without_a_finished_play_progress_says_so():
    empty = Progress((), (), (), (), (Shelf("new", "The new", 0, 0),))
    assert list(progress_lines(empty, {})) == [
        "Progress: no play has ended yet. Choose a scenario in the library and play it to its end; "
        "how it went is then told here.",
        "",
        "Not yet played: The new.",
    ]


def test_of_many_plays_and_weeks_the_latest_are_told_and_the_data_has_them_all():
    weeks = tuple(ThemeWeek((2026, number), 1, {"met": number}, 0) for number in range(1, 31))
    many = evolve(
        PROGRESS,
        ended=tuple(Ended(number, "story", DAY, LEDGER) for number in range(40, 10, -1)),
        left_out=tuple(LeftOut(number, "gone", DAY, "gone") for number in range(11)),
        themes=(evolve(PROGRESS.themes[0], weeks=weeks),),
        traps=tuple((week.week, {"retreat": 1}) for week in weeks),
    )
    lines = list(progress_lines(many, TITLES))
    assert sum(line.startswith("Play: ") for line in lines) == LATEST
    assert "20 plays before these." in lines
    assert sum(line.startswith("Not counted: ") for line in lines) == LATEST
    assert "1 more is not counted." in lines
    assert [line for line in lines if line.startswith("Week: ")] == [week_line(week) for week in weeks[-LATEST:]]
    traps = [line for line in lines if line.startswith("Traps: ")]
    assert (len(traps), traps[0]) == (LATEST, "Traps: from 18 May 2026: retreat (once).")
    record = progress_record(many)
    assert [len(record[name]) for name in ("plays", "left_out", "traps")] == [30, 11, 30]
    assert len(record["themes"]["role-boundary"]["weeks"]) == 30


def test_progress_is_plain_data():
    record = json.loads(json.dumps(progress_record(PROGRESS)))
    assert record["plays"][0]["duty"]["breached"] == 1
    assert record["left_out"][0]["why"] == "unknown scenario 'gone'"
    assert record["themes"]["role-boundary"]["weeks"]["2026-W47"] == {
        "plays": 2,
        "points": 10,
        "breached": 1,
        "departed": 1,
        "met": 3,
        "open": 2,
    }
    assert record["themes"]["role-boundary"]["best"]["points"] == 6
    assert record["traps"] == {"2026-W47": {"over-reach": 1, "retreat": 2}}
    assert record["library"][1] == {"scenario": "begun", "ended": 0, "unfinished": 1}
