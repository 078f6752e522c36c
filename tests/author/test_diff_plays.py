from attrs import evolve
from author.stories import PROOF, STORY, with_choice
from hypothesis import given
from hypothesis import strategies as st
from small import act, choice, ending, game_of, scene

from lmcs_sim.author.diff_plays import AGAIN, AS_BEFORE, ENDS, PARTS, SCORED, reading_of, retold, ways_of
from lmcs_sim.play.play import Log
from lmcs_sim.prove.proof import Way
from lmcs_sim.scenario.scenario import Lead, Measure, Move

GAME = game_of(STORY)


def log_of(*steps, seed=1):
    return Log("small", "hash", "rules", seed, steps=steps)


def told(story, *steps, old=STORY):
    """What becomes of a log of the story in another."""
    (found,) = retold([("it", log_of(*steps))], game_of(old), game_of(story))
    return found


def test_a_play_of_the_same_text_is_as_before():
    for steps in (("look", "ask", "go", "close"), ("vote",), ()):
        assert told(STORY, *steps).outcome == AS_BEFORE


def test_other_words_leave_a_play_as_it_was():
    assert told(with_choice("start/ask", text="Other words."), "ask", "stay").outcome == AS_BEFORE


def test_a_step_that_is_gone_parts_the_play_there():
    scenes = (evolve(STORY.scene[0], enquiry=()), *STORY.scene[1:])
    found = told(evolve(STORY, scene=scenes), "look", "ask")
    assert found.outcome == PARTS
    assert (found.new.parted.number, found.new.parted.step) == (1, "look")
    assert "not on offer" in found.new.parted.why


def test_other_points_are_another_score():
    found = told(with_choice("start/vote", acts=()), "vote", "back", "stay")
    assert found.outcome == SCORED
    assert found.scored == {"points": (-2, 0)}


def test_a_breach_a_dimension_and_a_measure_are_scored_too():
    spoken = (act("speak", at="cabinet"), act("decide", at="cabinet", matter="homes"))
    moves = (Move("standing", 2, ("guide.should",)),)
    found = told(with_choice("after/stay", acts=spoken, moves=moves), "ask", "stay")
    assert found.scored["breached"][0] < found.scored["breached"][1]
    assert found.scored["partnership"] == (0, 1)
    assert found.scored["standing"][1] == found.scored["standing"][0] + 2


def test_a_measure_of_one_text_only_is_no_other_score():
    richer = evolve(STORY, measure={**STORY.measure, "money": Measure("Money", "money", 2)})
    assert told(richer, "ask", "stay").outcome == AS_BEFORE
    assert told(STORY, "ask", "stay", old=richer).outcome == AS_BEFORE


def test_another_ending_is_graver_than_another_score():
    story = evolve(STORY, ending=(ending("fresh"),))
    story = with_choice("start/vote", story, acts=())
    found = told(story, "vote", "back", "stay")
    assert (found.outcome, found.old.ending, found.new.ending) == (ENDS, "voted-once", "fresh")


def test_a_play_that_does_not_end_where_it_did_ends_otherwise():
    longer = with_choice("after/stay", leads=(Lead("late"),))
    found = told(longer, "ask", "stay")
    assert (found.outcome, found.old.ending, found.new.ending) == (ENDS, "other", None)


def test_a_play_that_had_parted_at_the_same_step_is_as_before():
    assert told(with_choice("start/ask", text="Other."), "no-such-step").outcome == AS_BEFORE


def test_a_play_that_had_parted_may_agree_again():
    without = evolve(STORY, scene=(evolve(STORY.scene[0], enquiry=()), *STORY.scene[1:]))
    assert told(STORY, "look", "ask", old=without).outcome == AGAIN


def test_a_play_that_parts_at_another_step_parts():
    scenes = (STORY.scene[0], scene("aside", choice("elsewhere", "after")), *STORY.scene[2:])
    found = told(evolve(STORY, scene=scenes), "vote", "back", "no-such-step")
    assert (found.outcome, found.old.parted.number, found.new.parted.number) == (PARTS, 3, 2)


def test_the_luck_of_a_play_is_its_own():
    outcomes = [reading_of(GAME, log_of("look", "ask", "go", "close", seed=seed)).outcomes for seed in range(20)]
    assert {ends["standing"] for ends in outcomes} == {5, 6}


def test_equal_plays_are_read_once_and_told_apart():
    found = retold([("one", log_of("ask")), ("two", log_of("ask")), ("three", log_of("ask", seed=2))], GAME, GAME)
    assert [item.of for item in found] == ["one", "two", "three"]
    assert found[0].old is found[1].old
    assert found[2].old is not found[0].old


def test_the_ways_of_a_proof_are_those_to_its_extremes_and_endings():
    ways = dict(ways_of(PROOF))
    assert list(ways) == [
        "the way to the best", "the way to the worst", "the way to the ending voted-once", "the way to the ending other"
    ]  # fmt: skip
    assert ways["the way to the best"].steps == PROOF.best.way.path
    assert reading_of(GAME, ways["the way to the ending voted-once"]).ending == "voted-once"
    best = reading_of(GAME, ways["the way to the best"]).duty
    assert (best["points"], best["breached"]) == (PROOF.best.duty.points, PROOF.best.duty.breached)


def test_a_way_that_no_seed_has_the_luck_for_is_left_out():
    unlucky = evolve(PROOF, best=evolve(PROOF.best, way=Way(("ask",), True, None)))
    assert "the way to the best" not in dict(ways_of(unlucky))


def test_a_proof_cut_short_has_no_ways():
    assert list(ways_of(evolve(PROOF, best=None, worst=None, endings=()))) == []


@given(st.lists(st.sampled_from(["look", "vote", "ask", "back", "go", "stay", "close"]), max_size=5), st.integers(0, 9))
def test_any_log_is_as_before_in_its_own_text(steps, seed):
    (found,) = retold([("it", log_of(*steps, seed=seed))], GAME, game_of(STORY))
    assert found.outcome == AS_BEFORE
