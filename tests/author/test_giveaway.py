"""Choices that give themselves away: by length, by place, by a word; and habits that are no more than luck."""

import pytest
from attrs import evolve
from small import BOOK, act, choice, scenario, scene

from lmcs_sim.author.giveaway import giveaways, offers_of
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.toml.packs import built_in
from lmcs_sim.toml.scenario_files import read_all

GOOD = (act("ask", who="director", about="pattern"),)
BAD = (act("vote", at="board"),)
FILLER = ("Say so.", "Do it.", "Wait a bit.", "Go home.")


def story(*scenes: list[tuple[str, tuple]]) -> Scenario:
    """A scenario of scenes, each a list of choices as text and acts."""
    names = [f"s{n}" for n in range(len(scenes))]
    onward = [*names[1:], "end"]
    return scenario(
        *(
            scene(name, *(evolve(choice(f"c{n}", to), text=text, acts=acts) for n, (text, acts) in enumerate(offered)))
            for name, to, offered in zip(names, onward, scenes, strict=True)
        )
    )


def offer(best: int, text: str = "Ask her.", others: tuple[str, ...] = FILLER[:3]) -> list[tuple[str, tuple]]:
    """Choices of like length, the one at `best` better than the others."""
    made = [(other, BAD) for other in others]
    made.insert(best, (text, GOOD))
    return made


def found(item: Scenario) -> list[tuple[str, str]]:
    assert {bad.code for bad in giveaways(item, BOOK)} <= {"W088"}
    return [(bad.cause, str(bad.place)) for bad in giveaways(item, BOOK)]


def test_best_is_what_the_rules_find_best_of_a_choice_alone():
    item = story(
        [("a", BAD), ("b", ()), ("c", GOOD)],
        [("a", BAD), ("b", ()), ("c", ())],
        [("a", ()), ("b", ())],
        [("a", BAD), ("b", BAD)],
        [("a", BAD), ("b", BAD + GOOD)],
    )
    assert [(each.scene, sorted(each.best)) for each in offers_of(item, BOOK)] == [(0, [2]), (1, [1, 2])]


def test_best_choices_spread_over_places_of_like_length_give_nothing_away():
    assert found(story(*(offer(best) for best in (0, 1, 2, 3, 1, 0)))) == []


def test_the_longest_being_best_in_most_scenes_is_told_with_its_figures():
    long = "Ask her how she knows, and wait until she has told you."
    item = story(*(offer(best, long) for best in (0, 1, 2, 3, 1)), offer(2))
    assert found(item) == [("the best choice is the longest in 5 of 6 scenes", "scene[0].choice[0].text")]


def test_the_longest_by_a_hair_is_not_seen_to_be_longest():
    assert found(story(*(offer(best, "Wait a bit!.") for best in (0, 1, 2, 3, 1)))) == []


def test_the_longest_in_some_scenes_is_luck():
    long = "Ask her how she knows, and wait until she has told you."
    assert found(story(offer(0, long), offer(1, long), offer(2, long), offer(3), offer(2), offer(1), offer(0))) == []


@pytest.mark.parametrize(
    ("best", "place", "count"),
    [(0, "first", 4), (1, "second", 4), (2, "third", 4), (3, "last", 4), (0, "first", 3)],
)
def test_one_place_for_the_best_is_told_once(best, place, count):
    item = story(*(offer(best) for _ in range(count)))
    expected = f"the best choice stands {place} in {count} of {count} scenes"
    assert found(item) == [(expected, f"scene[0].choice[{best}].text")]


def test_the_last_place_is_the_last_however_many_there_are():
    item = story(offer(3), offer(2, others=FILLER[:2]), offer(4, others=FILLER), offer(3))
    assert [cause for cause, _ in found(item)] == ["the best choice stands last in 4 of 4 scenes"]


def test_two_scenes_are_no_habit():
    assert found(story(offer(0), offer(0))) == []


HALF = [("Ask.", GOOD), ("Tell.", BAD)]


def test_what_luck_often_gives_is_no_habit():
    assert found(story(*[HALF] * 4, HALF[::-1], HALF[::-1])) == []


def test_what_holds_in_every_scene_is_told_however_likely_by_luck():
    assert [cause for cause, _ in found(story(*[HALF] * 3))] == ["the best choice stands first in 3 of 3 scenes"]


def test_what_holds_in_half_of_the_scenes_is_no_habit_however_unlikely():
    long, others = "Ask her how she knows, and wait until she has told you.", FILLER[:1] * 7
    texts = (long, long, long, "Ask it.", "Ask it.", "Ask it.")
    assert found(story(*(offer(best, text, others) for best, text in enumerate(texts)))) == []


def test_a_tell_tale_word_that_stands_in_best_choices_only_is_told():
    texts = ("Consult her.", "Go, consult.", "We consult.")
    item = story(*(offer(best, text) for best, text in enumerate(texts)))
    assert found(item) == [
        ("'consult' stands in the best choice of 3 scenes, and in no other", "scene[0].choice[0].text")
    ]


def test_a_tell_tale_word_in_other_forms_counts_as_one():
    texts = ("Consult her.", "Consultation.", "Consulting.")
    assert len(found(story(*(offer(best, text) for best, text in enumerate(texts))))) == 1


def test_a_tell_tale_word_that_other_choices_share_tells_nothing():
    others = ("Consult him.", "Do it.", "Wait a bit.")
    assert found(story(*(offer(best, "Consult her.", others) for best in (0, 1, 2, 3)))) == []


def test_a_word_that_is_no_tell_tale_may_stand_where_it_likes():
    assert found(story(*(offer(best, "Telephone.") for best in (0, 1, 2)))) == []


def test_no_shipped_scenario_gives_itself_away(shipped):
    files, _ = read_all([built_in()])
    assert len(files) >= 4
    assert [bad.cause for file in files for bad in giveaways(file.scenario, shipped)] == []
