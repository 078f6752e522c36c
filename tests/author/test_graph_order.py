from author.stories import STORY
from hypothesis import given, settings
from small import choice, scenario, scene
from strategies import scenarios

from lmcs_sim.author.graph_order import order_of, targets_of


def test_each_scene_stands_after_all_that_leads_to_it():
    assert order_of(STORY).scenes == ("start", "aside", "after", "late", "lost")


def test_only_what_a_play_may_go_round_stands_further_in():
    assert order_of(STORY).depth == {"start": 0, "aside": 1, "after": 0, "late": 1, "lost": 0}


def test_a_branch_inside_a_branch_stands_further_in_still():
    story = scenario(
        scene("first", choice("in", "one"), choice("round", "last")),
        scene("one", choice("in", "two"), choice("round", "last")),
        scene("two", choice("on", "last")),
        scene("last", choice("close")),
    )
    assert order_of(story).depth == {"first": 0, "one": 1, "two": 2, "last": 0}


def test_the_scenes_of_a_branch_stay_together_and_what_joins_them_stands_out_again():
    story = scenario(
        scene("first", choice("left", "left-1"), choice("right", "right-1")),
        scene("left-1", choice("on", "left-2")),
        scene("right-1", choice("on", "last")),
        scene("left-2", choice("on", "last")),
        scene("last", choice("close")),
    )
    order = order_of(story)
    assert order.scenes == ("first", "left-1", "left-2", "right-1", "last")
    assert order.depth == {"first": 0, "left-1": 1, "left-2": 1, "right-1": 1, "last": 0}


def test_a_scene_that_nothing_leads_to_is_an_orphan_and_so_is_what_it_leads_to():
    story = scenario(
        scene("first", choice("close")),
        scene("lost", choice("on", "lost-too")),
        scene("lost-too", choice("close")),
    )
    assert order_of(story).orphans == ("lost", "lost-too")


def test_no_layer_holds_scenes_of_two_months():
    story = scenario(
        scene("first", choice("a", "soon"), choice("b", "later")),
        scene("soon", choice("close"), month=1),
        scene("later", choice("close"), month=2),
    )
    assert order_of(story).layer == {"first": 0, "soon": 1, "later": 2}


def test_a_scene_stands_below_orphans_that_lead_to_it():
    story = scenario(
        scene("first", choice("on", "last")),
        scene("last", choice("close")),
        scene("lost", choice("on", "lost-too")),
        scene("lost-too", choice("on", "last")),
    )
    assert order_of(story).layer == {"first": 0, "lost": 0, "lost-too": 1, "last": 2}


def test_a_story_with_loops_and_leads_to_nowhere_is_put_in_order_all_the_same():
    story = scenario(
        scene("first", choice("on", "second"), choice("off", "no-such-scene")),
        scene("second", choice("back", "first"), choice("self", "second")),
    )
    assert order_of(story).scenes == ("first", "second")


@settings(max_examples=25)
@given(scenarios())
def test_every_lead_goes_down_and_every_scene_is_told_once(story):
    order = order_of(story)
    assert sorted(order.scenes) == sorted(item.id for item in story.scene)
    for name, targets in targets_of(story).items():
        for to in targets:
            if to != "end":
                assert order.layer[to] > order.layer[name]
                if name not in order.orphans:
                    assert order.scenes.index(to) > order.scenes.index(name)
