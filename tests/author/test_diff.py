import pytest
from attrs import evolve
from author.stories import CUT_SHORT, PROOF, STORY, proof_of, with_choice
from generated_games import games
from hypothesis import given, settings
from small import act, choice, ending, scenario, scene

from lmcs_sim.author.diff import KINDS, NEVER, REACHED, Change, differences
from lmcs_sim.prove.proof import Counts, DeadEnd, Standing, Way
from lmcs_sim.prove.prove import prove
from lmcs_sim.scenario.scenario import Lead, Measure, Move, Workshop


def with_event(name, **changes):
    events = tuple(evolve(item, **changes) if item.id == name else item for item in STORY.event)
    return evolve(STORY, event=events)


def changed(story, kind=None):
    """What differs from the story, of one kind or of all."""
    found = differences(PROOF, proof_of(story))
    return found if kind is None else [item for item in found if item.kind == kind]


def test_a_proof_does_not_differ_from_itself():
    assert differences(PROOF, proof_of()) == ()


def test_other_words_are_no_difference_of_meaning():
    assert changed(with_choice("start/ask", text="Other words.", says="And others.")) == ()


def test_more_points_move_best_assured_and_expected():
    story = with_choice("after/go", acts=(act("ask", who="director", about="pattern"),))
    for kind in ("best", "assured"):
        old, new = {"points": 2, "breached": 0}, {"points": 4, "breached": 0}
        assert Change(kind, "duty", old, new) in changed(story, kind)
    assert Change("expected", "best, duty", {"points": 2, "breached": 0}, {"points": 4, "breached": 0}) in changed(
        story
    )
    assert changed(story, "worst") == []


def test_a_graver_breach_moves_the_worst():
    story = with_choice("start/vote", acts=(act("decide", at="cabinet", matter="homes"),))
    (duty,) = changed(story, "worst")
    assert (duty.of, duty.old["breached"]) == ("duty", 0)
    assert duty.new["breached"] > 0


def test_a_measure_that_moves_further_moves_the_extremes_and_the_averages():
    story = with_choice("after/go", moves=(Move("standing", 3, ("guide.should",)),))
    assert Change("best", "outcomes, standing", 6, 9) in changed(story)
    assert {item.of for item in changed(story, "expected")} == {
        f"{player}, outcomes, standing" for player in ("random", "cautious", "best")
    }


def test_a_dimension_that_is_gone_is_in_the_old_text_only():
    with_quality = proof_of(with_choice("after/go", acts=(act("speak", at="cabinet"),)))
    (gone,) = (item for item in differences(with_quality, PROOF) if item.kind == "best")
    assert (gone.of, gone.new) == ("quality, partnership", None)


def test_an_ending_may_come_go_and_change_whether_it_is_reached():
    fresh = evolve(STORY, ending=(ending("fresh", when={"done": ["went"]}), *STORY.ending[1:]))
    assert Change("ending", "fresh", None, REACHED) in changed(fresh)
    assert Change("ending", "unmet", NEVER, None) in changed(fresh)
    met = evolve(STORY, ending=(evolve(STORY.ending[0], when={"done": ["went"]}), *STORY.ending[1:]))
    assert changed(met, "ending") == [Change("ending", "unmet", NEVER, REACHED)]


def test_the_chances_of_endings_and_events_are_compared():
    (event_chance,) = changed(with_event("by-luck", chance=60), "chance")
    assert event_chance.of == "event by-luck"
    assert event_chance.new["random"] == pytest.approx(0.6)
    third = evolve(STORY.scene[0], choice=(*STORY.scene[0].choice, choice("wait", "after")))
    endings = [item.of for item in changed(evolve(STORY, scene=(third, *STORY.scene[1:])), "chance")]
    assert endings == ["ending voted-once", "ending other"]


def test_what_can_be_reached_is_compared_part_by_part():
    found = changed(with_choice("start/ask", leads=(Lead("lost"),)))
    assert Change("scene", "lost", NEVER, REACHED) in found
    assert Change("step", "lost/nowhere", NEVER, REACHED) in found
    opened = changed(with_choice("start/never-on-offer", when=None), "step")
    assert opened == [Change("step", "start/never-on-offer", NEVER, REACHED)]
    assert changed(with_event("never-due", when=None), "event") == [Change("event", "never-due", NEVER, REACHED)]


def test_an_event_that_can_no_longer_come_about_has_no_chance():
    found = changed(with_event("by-luck", when={"done": ["heard"]}), "chance")
    assert [(item.of, set(item.new.values())) for item in found] == [("event by-luck", {0.0})]


def test_a_part_that_is_only_in_one_text_is_named():
    scenes = (*STORY.scene[:-1], scene("found", choice("out"), month=2))
    renamed = evolve(STORY, scene=scenes, workshop=Workshop(tuple(item.id for item in scenes)))
    assert changed(renamed, "scene") == [Change("scene", "found", None, NEVER), Change("scene", "lost", NEVER, None)]


def test_choices_never_best_and_without_difference_are_compared():
    assert Change("never_best", "start/vote", True, False) in changed(
        with_choice("start/vote", acts=STORY.scene[0].choice[1].acts)
    )
    same = with_choice("after/stay", leads=(Lead("late", {"known": ["letter"]}), Lead("end")), does=("went",))
    assert changed(same, "no_difference") == [Change("no_difference", "after/go and after/stay", False, True)]


def test_rules_and_provisions_exercised_are_compared():
    story = with_choice("start/vote", acts=())
    assert Change("rule", "a.not-vote", True, False) in changed(story)
    assert Change("provision", "guide.should-not", True, False) in changed(story)


def test_what_is_taught_and_not_exercised_is_compared():
    assert changed(evolve(STORY, teaches=("guide.must",)), "missing") == [Change("missing", "guide.must", False, True)]


def test_movements_for_the_storys_sake_are_compared():
    story = with_event("by-luck", moves=(Move("standing", -2, story=True),))
    assert changed(story, "story_move") == [
        Change("story_move", "event:by-luck: standing -2", False, True),
        Change("story_move", "event:by-luck: standing -1", True, False),
    ]


def test_what_can_be_attained_together_is_compared():
    found = changed(with_choice("start/vote", moves=(Move("standing", 5, ("guide.should",)),)), "front")
    assert [item.new for item in found] == [True]


def test_where_plays_get_stuck_is_compared():
    stuck = evolve(PROOF, dead_ends=(DeadEnd("after", Way((), False)),))
    assert differences(PROOF, stuck) == (Change("dead_end", "after", False, True),)


def test_what_a_proof_of_a_story_without_an_end_lacks_is_no_difference_of_nothing():
    endless = evolve(PROOF, best=None, worst=None, assured=None, expected={})
    kinds = {item.kind for item in differences(PROOF, endless)}
    assert kinds == {"best", "worst", "assured", "expected"}
    assert all(item.new is None for item in differences(PROOF, endless))


def test_how_much_was_looked_at_is_no_difference_of_meaning():
    assert differences(PROOF, evolve(PROOF, counts=Counts(1, 2, 3, 4))) == ()


def test_rounding_is_no_difference_of_meaning():
    nearly = evolve(PROOF, assured=Standing(PROOF.assured.breached + 1e-12, PROOF.assured.points))
    assert differences(PROOF, nearly) == ()


def test_where_a_proof_was_cut_short_only_movements_for_the_storys_sake_are_compared():
    found = differences(PROOF, CUT_SHORT)
    assert found == (Change("story_move", "event:by-luck: standing -1", True, False),)


def test_changes_stand_in_the_order_of_their_kinds():
    story = scenario(
        scene("only", choice("close")), ending=(ending("fresh"),), measure={"money": Measure("Money", "money", 2)}
    )
    kinds = [item.kind for item in differences(PROOF, proof_of(story))]
    assert kinds == sorted(kinds, key=list(KINDS).index)
    assert len(set(kinds)) > 6


@settings(max_examples=25)
@given(games(), games())
def test_a_difference_reads_the_same_from_both_sides(one, other):
    proofs = prove(one.game), prove(other.game)
    there = {(item.kind, item.of, repr(item.old), repr(item.new)) for item in differences(*proofs)}
    back = {(item.kind, item.of, repr(item.new), repr(item.old)) for item in differences(*reversed(proofs))}
    assert there == back
    assert differences(proofs[0], proofs[0]) == ()
