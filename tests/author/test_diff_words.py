import json

from attrs import evolve
from author.stories import CUT_SHORT, PROOF, STORY, proof_of, with_choice
from small import act, ending, game_of

from lmcs_sim.author.diff import differences
from lmcs_sim.author.diff_plays import retold, ways_of
from lmcs_sim.author.diff_words import Diff, diff_lines, diff_record
from lmcs_sim.play.play import Log
from lmcs_sim.prove.proof import Average, Standing
from lmcs_sim.scenario.scenario import Lead

PLAYS = [("play 7, Asha", Log("small", "h", "r", 1, steps=("vote", "back", "stay")))]


def compared(story, old=STORY, plays=PLAYS):
    """The story, or an older one, beside another."""
    proofs, games = (proof_of(old), proof_of(story)), (game_of(old), game_of(story))
    return Diff(*proofs, differences(*proofs), retold(ways_of(proofs[0]), *games), retold(plays, *games))


def told(diff):
    return " ".join(" ".join(diff_lines(diff)).split())


SCORED = compared(with_choice("start/vote", acts=()))


def test_where_nothing_differs_it_says_so_last():
    diff = compared(with_choice("start/vote", text="Other words."))
    assert diff.same
    assert list(diff_lines(diff)) == [
        "Ways that the old text's proof found: 4 of 4 as before.",
        "Recorded plays: 1 of 1 as before.",
        "No difference of meaning.",
    ]


def test_a_play_that_is_told_otherwise_is_a_difference():
    diff = evolve(SCORED, changes=(), ways=())
    assert not diff.same
    assert "No difference" not in told(diff)


def test_each_kind_has_a_heading_and_each_change_both_sides():
    lines = list(diff_lines(SCORED))
    assert lines[lines.index("Worst:") + 1] == "  Duty: points 0, breaches 0; was points −2, breaches 0."
    assert lines[lines.index("Rules exercised:") + 1] == "  Gone: a.not-vote."
    headings = [line for line in lines if line.endswith(":")]
    assert headings[:2] == ["Worst:", "Expected:"]
    assert headings[-2:] == ["Rules exercised:", "Provisions exercised:"]


def test_what_a_kind_of_player_can_expect_is_told_on_one_line():
    diff = compared(
        with_choice("after/go", acts=(act("speak", at="cabinet"), act("ask", who="director", about="pattern")))
    )
    assert "Best player: duty points 4, breaches 0, was points 2, breaches 0; partnership in the new" in told(diff)


def test_a_part_of_one_text_only_says_which():
    diff = compared(evolve(STORY, ending=(ending("fresh", when={"done": ["went"]}), *STORY.ending[1:])))
    assert "Endings: In the new text only, reached: fresh." in told(diff)
    assert "In the old text only, never reached: unmet." in told(diff)


def test_parts_that_changed_alike_are_told_together_and_steps_only_where_their_scene_is_not():
    diff = compared(with_choice("after/go", leads=(Lead("end"),)))
    assert "Scenes: Never reached, was reached: late." in told(diff)
    assert "late/close" not in told(diff)
    assert "late/close" in json.dumps(diff_record(diff))
    opened = compared(with_choice("start/never-on-offer", when=None))
    assert "Enquiries and choices: Reached, was never reached: start/never-on-offer." in told(opened)


def test_chances_are_told_for_each_player():
    diff = compared(evolve(STORY, event=(evolve(STORY.event[0], chance=60), *STORY.event[1:])))
    assert "Event by-luck: random 60%, cautious 60%, best 60%; was random 50%, cautious 50%, best 50%." in told(diff)


def test_figures_are_told_as_finely_as_it_takes_to_tell_them_apart():
    old = evolve(PROOF, expected={"random": Average(Standing(0.123456, 1), {}, {})})
    new = evolve(PROOF, expected={"random": Average(Standing(0.123461, 1), {}, {})})
    diff = Diff(old, new, differences(old, new), (), ())
    assert "breaches 0.12346, was points 1, breaches 0.12346." not in told(diff)
    assert "breaches 0.123461, was points 1, breaches 0.123456." in told(diff)


def test_what_became_of_a_play_is_told():
    assert "Recorded plays: 0 of 1 as before. Play 7, Asha: points 0, was −2." in told(SCORED)
    gone = compared(with_choice("aside/back", id="elsewhere"))
    assert "Play 7, Asha: parts at step 2, because 'back' is not on offer in scene 'aside'." in told(gone)
    elsewhere = compared(evolve(STORY, ending=(ending("fresh"),)))
    assert "Play 7, Asha: ends in fresh, was voted-once." in told(elsewhere)
    again = compared(STORY, old=with_choice("aside/back", id="elsewhere"))
    assert "Play 7, Asha: agrees to its end again; ends in voted-once, was no ending; standing 4, was 5." in told(again)


def test_without_plays_nothing_is_said_of_them():
    assert "Recorded plays" not in told(compared(STORY, plays=[]))


def test_a_proof_cut_short_is_named_and_no_more_is_claimed_than_was_compared():
    proof = evolve(CUT_SHORT, story_moves=PROOF.story_moves)
    diff = Diff(proof, PROOF, differences(proof, PROOF), (), ())
    assert list(diff_lines(diff)) == [
        "The proof of the old text was cut short: more than 9 situations.",
        "So scores, chances and what can be reached are not compared.",
        "No difference in what was compared.",
    ]


def test_two_scenarios_are_named():
    other = evolve(PROOF, scenario="other")
    assert next(diff_lines(Diff(other, PROOF, (), (), ()))) == "Two scenarios are compared: other and small."


def test_lines_are_as_wide_as_a_terminal():
    assert max(map(len, diff_lines(SCORED))) <= 100


def test_the_record_says_the_same_as_data():
    record = json.loads(json.dumps(diff_record(SCORED)))
    assert record["same"] is False
    assert record["complete"] == {"old": True, "new": True}
    worst = {"kind": "worst", "of": "duty", "old": {"points": -2, "breached": 0}, "new": {"points": 0, "breached": 0}}
    assert worst in record["changes"]
    assert record["plays"] == [
        {
            "of": "play 7, Asha",
            "seed": 1,
            "steps": ["vote", "back", "stay"],
            "outcome": "scored differently",
            "parted": None,
            "ending": {"old": "voted-once", "new": "voted-once"},
            "scored": {"points": {"old": -2, "new": 0}},
        }
    ]
    assert record["ways"][0]["of"] == "the way to the best"


def test_numbers_of_the_record_are_rounded_as_those_of_a_proof():
    new = evolve(PROOF, expected={"random": Average(Standing(1 / 3, 1), {}, {"standing": 2 / 3})})
    changes = diff_record(Diff(PROOF, new, differences(PROOF, new), (), ()))["changes"]
    by_name = {item["of"]: item["new"] for item in changes}
    assert by_name["random, duty"] == {"breached": 0.333333333, "points": 1}
    assert by_name["random, outcomes, standing"] == 0.666666667


def test_where_a_play_parts_is_in_the_record():
    (play,) = diff_record(compared(with_choice("aside/back", id="elsewhere")))["plays"]
    assert play["outcome"] == "parts"
    assert (play["parted"]["number"], play["parted"]["step"]) == (2, "back")
