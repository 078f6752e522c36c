from attrs import evolve
from author.stories import CUT_SHORT, PROOF, STORY
from small import choice, scenario, scene

from lmcs_sim.author.graph_marks import BEST, DEAD, NEVER_BEST, STUCK, best_walk, marks_of, proof_lines
from lmcs_sim.prove.proof import DeadEnd, Way
from lmcs_sim.scenario.scenario import Lead

MARKS = marks_of(STORY, PROOF)


def test_the_best_path_is_marked_scene_by_scene():
    assert PROOF.best.way.path == ("ask", "go")
    marked = [key for key in ("start", "start/ask", "after", "after/go", "aside", "start/vote") if MARKS.of(key).best]
    assert marked == ["start", "start/ask", "after", "after/go"]
    assert BEST in MARKS.of("start/ask").words


def test_what_no_play_meets_is_dead_with_all_that_is_in_it():
    dead = ("start/never-on-offer", "start/too-dear", "lost", "lost/nowhere", "event:never-due", "ending:unmet")
    assert all(MARKS.of(key).dead and DEAD in MARKS.of(key).words for key in dead)
    assert not any(MARKS.of(key).dead for key in ("start/look", "late", "event:by-luck", "ending:other"))


def test_a_dead_part_has_no_chance_to_tell():
    assert MARKS.of("lost").chance == ""


def test_a_chance_is_told_for_each_player():
    assert MARKS.of("start/vote").chance == "random 50%, cautious 0%, best 0%"
    assert MARKS.of("ending:other").chance == "random 50%, cautious 100%, best 100%"


def test_a_chance_that_is_the_same_for_all_is_told_once():
    assert MARKS.of("start").chance == "all players 100%"
    assert MARKS.of("event:by-luck").chance == "all players 50%"


def test_a_choice_that_is_never_the_best_and_a_scene_where_plays_get_stuck_say_so():
    proof = evolve(PROOF, never_best=("start/vote",), dead_ends=(DeadEnd("after", Way((), False)),))
    marks = marks_of(STORY, proof)
    assert NEVER_BEST in marks.of("start/vote").words
    assert STUCK in marks.of("after").words
    assert marks.of("start/ask").words == (BEST,)


def test_without_a_whole_proof_nothing_is_marked():
    for proof in (None, CUT_SHORT):
        mark = marks_of(STORY, proof).of("lost")
        assert (mark.dead, mark.best, mark.words, mark.chance) == (False, False, (), "")


def test_how_much_is_proved_is_said_first():
    assert next(proof_lines(None)).startswith("The shape alone: nothing was proved")
    assert "cut short (more than 9 situations)" in " ".join(proof_lines(CUT_SHORT))
    assert list(proof_lines(PROOF))[-1] == "The best path: 2 points, no breaches, in 2 steps."


def test_a_best_path_that_needs_luck_says_so():
    lucky = evolve(PROOF, best=evolve(PROOF.best, way=Way(("ask", "go"), needs_luck=True)))
    assert list(proof_lines(lucky))[-1].endswith("in 2 steps, with luck.")


def test_a_lead_with_conditions_is_followed_by_what_comes_after_it():
    assert "start>after" in best_walk(STORY, ("look", "ask", "go", "close"))
    assert {"after>late", "late/close"} <= best_walk(STORY, ("look", "ask", "go", "close"))
    assert "after>end" in best_walk(STORY, ("ask", "go"))


def test_where_two_ways_would_fit_only_what_they_share_is_marked():
    story = scenario(
        scene("first", choice("on", (Lead("one", {"done": ["heard"]}), Lead("two")))),
        scene("one", choice("close")),
        scene("two", choice("close")),
    )
    assert best_walk(story, ("on", "close")) == {"first", "first/on"}
