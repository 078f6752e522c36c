"""How long a scenario takes, on its shortest and longest way, and which of its texts are hard to read."""

import pytest
from attrs import evolve
from hypothesis import given
from small import choice, ending, enquiry, event, game_of, play_of, scenario, scene
from strategies import FEW, scenarios, walks

from lmcs_sim.play.consequence import Happened
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.play import step
from lmcs_sim.scenario.reading import (
    THINKING,
    WORDS_A_MINUTE,
    advice_on_reading_age,
    advice_on_time,
    measure,
    minutes_of,
    words_in,
)

PLAIN = "The nurse rang you on Monday. She said the form was late again. Nobody had read it, and she was cross. " * 4
HARD = (
    "The aforementioned arrangements, notwithstanding the considerable organisational complexities encountered during"
    " implementation, necessitate comprehensive consideration of interdependent accountabilities throughout"
    " multidisciplinary partnerships, thereby demonstrating appropriate proportionality and transparency. " * 3
)


def words(count):
    return "word " * count


def long(item, **texts):
    return evolve(item, **{name: words(count) for name, count in texts.items()})


QUICK = evolve(choice("quick"), text=words(10), says=words(90))
SLOW = evolve(choice("slow", "second"), text=words(10), says=words(190))
HIDDEN = evolve(choice("hidden", when={"done": ["heard"]}), text=words(100), says=words(150))
FIRST = evolve(
    scene("first", QUICK, SLOW, HIDDEN, attention=2),
    text=words(80),
    enquiry=(
        long(enquiry("dear", costs=3), text=0, says=900),
        long(enquiry("one"), text=0, says=200),
        long(enquiry("two"), text=0, says=300),
        long(enquiry("three"), text=0, says=100),
    ),
)
SECOND = evolve(scene("second", evolve(choice("go"), text=words(5), says=words(45))), text=words(150))
STORY = scenario(
    FIRST,
    SECOND,
    briefing=words(100),
    event=(evolve(event("it", 1), text=words(60)),),
    ending=(evolve(ending("a", when={"done": ["heard"]}), text=words(40)), evolve(ending("b"), text=words(20))),
)


def test_the_shortest_and_the_longest_way_are_those_worked_out_by_hand():
    shortest, longest = minutes_of(STORY)
    # Briefing, first scene with what is always on offer, the quick choice, the shorter ending; one decision.
    assert shortest == pytest.approx((100 + 80 + 20 + 90 + 20) / 200 + 1)
    # Also what may be on offer, the two longest enquiries that two attention pay for, both scenes, event, ending.
    first = 80 + 120 + 500 + 190
    assert longest == pytest.approx((100 + first + 150 + 5 + 45 + 60 + 40) / 200 + 2)


@FEW
@given(scenarios(), walks)
def test_no_play_is_shorter_than_the_shortest_or_longer_than_the_longest(item, walk):
    game = game_of(item)
    play = play_of(game=game)
    for pick in walk:
        if not play.ended:
            offered = ids_on_offer(game, play.situation)
            play = step(play, offered[pick % len(offered)])
    if play.ended:
        shortest, longest = minutes_of(item)
        assert shortest - 1e-9 <= taken(item, play) <= longest + 1e-9


def taken(item, play):
    """What a play takes by the same pace: all that was shown, read once, and a minute for each decision."""
    read = words_in(item.briefing)
    for turn in play.turns:
        here = item.scenes[turn.scene]
        offered = [each for each in here.choice if each.when is None or each.id == turn.steps[-1].id]
        read += words_in(here.title) + words_in(here.text)
        read += sum(words_in(each.text) for each in (*here.enquiry, *offered))
        read += sum(words_in(here.step(each.id).says) for each in turn.steps)
        happened = [each for each in turn.consequences if isinstance(each, Happened)]
        read += sum(words_in(each.event.text) for each in happened)
    read += max(words_in(each.text) for each in item.ending)
    return read / WORDS_A_MINUTE + THINKING * len(play.turns)


@pytest.mark.parametrize(("minutes", "well"), [(1, False), (2, False), (3, True), (12, True), (13, False), (60, False)])
def test_minutes_far_from_what_the_words_take_are_a_warning(minutes, well):
    # The words take 2.55 to 8.45 minutes; there is slack on both sides.
    found = [(bad.code, str(bad.place)) for bad in advice_on_time(evolve(STORY, minutes=minutes))]
    assert found == ([] if well else [("W086", "minutes")])


@pytest.mark.parametrize(("minutes", "well"), [(5, False), (6, True)])
def test_a_quick_reader_is_given_a_fifth_less(minutes, well):
    # 7.05 minutes at the shortest.
    item = evolve(STORY, briefing=words(1000), minutes=minutes)
    assert (list(advice_on_time(item)) == []) == well


def test_the_warning_of_time_tells_both_ways():
    (bad,) = advice_on_time(evolve(STORY, minutes=60))
    assert bad.cause == "`minutes` says 60; the words take about 3 to 8"
    assert "200 words a minute" in bad.cure


def test_a_text_is_measured_in_words_letters_and_sentences():
    measured = measure('"Is it?" she asked. He said: well-known! No...')
    assert (measured.words, measured.letters, measured.sentences) == (8, 29, 4)


def test_plain_words_need_a_young_reader_and_heavy_ones_an_old_one():
    assert measure(PLAIN).age < 11
    assert measure(HARD).age > 25


def aged(item):
    return [(bad.code, str(bad.place)) for bad in advice_on_reading_age(item)]


@pytest.mark.parametrize("text", [PLAIN, "Consequently interdepartmental accountabilities.", ""])
def test_a_plain_text_and_one_too_short_to_judge_are_well(text):
    assert aged(scenario(scene("first", choice("go")), briefing=text)) == []


def test_each_kind_of_hard_text_is_placed():
    item = scenario(
        evolve(
            scene("first", evolve(choice("go"), says=HARD), enquiry=(evolve(enquiry("look"), says=HARD),)), text=HARD
        ),
        briefing=HARD,
        event=(evolve(event("it", 1), text=HARD),),
        ending=(evolve(ending("over"), text=HARD),),
    )
    assert aged(item) == [
        ("W087", path)
        for path in (
            "briefing",
            "scene[0].text",
            "scene[0].enquiry[0].says",
            "scene[0].choice[0].says",
            "event[0].text",
            "ending[0].text",
        )
    ]
    assert "readers of about" in next(advice_on_reading_age(item)).cause


def test_the_short_texts_of_a_scene_are_judged_together():
    short = "Notwithstanding organisational complexities, interdependent accountabilities necessitate consideration"
    choices = [evolve(choice(f"c{n}"), text=short, says=short) for n in range(4)]
    assert aged(scenario(scene("first", *choices))) == [("W087", "scene[0].id")]
    assert aged(scenario(scene("first", *choices[:1]))) == []
