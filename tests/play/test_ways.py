"""What is proved, told as paths: played again with the luck it needs, beside the play's own."""

from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.play import Log, replay
from lmcs_sim.play.ways import beside, ways_of

BEST = Ends(0, 8, ("pass-it-on", "put-a-question"), needs_luck=False, seed=0)
WORST = Ends(0, -4, ("turn-her-away", "cast-the-vote", "file-them"), needs_luck=True, seed=3)


def test_a_path_is_told_by_titles_and_texts(small_game):
    ways = ways_of(small_game, Attainable(BEST, WORST))
    assert [(item.title, item.decided) for item in ways.best] == [
        ("The telephone", "Pass it on to the Director today."),
        ("The board", "Put a question to the table."),
    ]
    assert [item.scene for item in ways.worst] == ["telephone", "board", "afterwards"]


def test_a_path_whose_luck_is_not_known_is_not_told(small_game):
    unknown = Ends(0, -4, WORST.path, needs_luck=True, seed=None)
    ways = ways_of(small_game, Attainable(BEST, unknown))
    assert ways.worst is None
    assert ways.best is not None


def test_scenes_stand_side_by_side_in_the_order_of_the_file(small_game):
    play, _ = replay(small_game, Log("small-visit", "", "", 1, (), ("ask-how", "turn-her-away", "put-a-question")))
    rows = beside(play, ways_of(small_game, Attainable(BEST, WORST)))
    assert [row.scene for row in rows] == ["telephone", "board", "afterwards"]
    yours, best, worst = rows[0].yours, rows[0].best, rows[0].worst
    assert (yours.asked, best.asked) == (("Ask the Director how she knows the thresholds work.",), ())
    assert (yours.decided, best.decided, worst.decided) == (
        "Tell her it is for the officers.",
        "Pass it on to the Director today.",
        "Tell her it is for the officers.",
    )
    assert (rows[2].yours, rows[2].best, rows[2].worst.decided) == (None, None, "File the minutes.")
