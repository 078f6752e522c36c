"""Which cards are made of plays and rules, in what order, under which ids."""

import datetime as dt

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small import (
    BOOK,
    GUIDANCE,
    PROVISIONS,
    QUALITY,
    SCENARIO,
    SOURCES,
    act,
    book_of,
    choice,
    entry,
    game_of,
    play_of,
    scenario,
    scene,
)
from strategies import walks

from lmcs_sim.guidance.provision import Since
from lmcs_sim.learn.card import OPTIONS
from lmcs_sim.learn.cards import cards_of, decision_cards, rule_cards
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.play.play import step
from lmcs_sim.rules.act import ActTable
from lmcs_sim.rules.entry import Example


def example(name, expect, **fields):
    return Example(ActTable(act(name, **fields)), expect)


VOTE = entry(
    "a.not-vote",
    "guide.should-not",
    on=["vote"],
    when={"at": "board"},
    tags=("over-reach",),
    example=(example("speak", "not-applicable", at="board"), example("vote", "departed", at="board")),
)
ASK = entry("a.ask", "guide.should", on=["ask"], honours=True, example=(example("ask", "met", who="head"),))
SPEAK = entry("a.may", "guide.may", on=["speak"], example=(example("speak", "used", at="board"),))
LOCAL = entry("z.ours", "ours.should", on=["grade"], honours=True, example=(example("grade", "met", level="low"),))
RULES = book_of(VOTE, ASK, SPEAK, LOCAL, entry("z.bare", "guide.should", on=["decide"], honours=True))


def one_scene(*choices, book=RULES):
    return game_of(scenario(scene("s", *choices, title="The scene")), book)


VOTES = choice("votes", acts=(act("vote", at="board"),))
ASKS = choice("asks", acts=(act("ask", who="head"),))
SPEAKS = choice("speaks", acts=(act("speak", at="cabinet"),))
SITS = choice("sits")


def cards_after(*choices, taken):
    play = play_of(taken, game=one_scene(*choices))
    return [card for _, card in decision_cards(play)]


def test_a_decision_against_duty_is_a_card_of_its_own():
    (card,) = cards_after(VOTES, ASKS, taken="votes")
    assert card.id == "decision:small/s/votes:a.not-vote"
    assert (card.whose, card.act, card.place) == ("own", "Text of votes.", "Small: The scene, May 2012")
    answer = card.answer
    assert (answer.verdict, answer.modality, answer.part) == ("departed", "should-not", "yours")
    assert (answer.because, answer.instead) == ("Because of a.not-vote.", "Instead of a.not-vote.")
    assert [cited.quote for cited in answer.citations] == ["words of guide.should-not"]
    assert answer.since == ("2012 text.",)


def test_where_a_duty_lay_open_the_card_is_on_the_choice_that_would_have_met_it():
    (card,) = cards_after(SITS, VOTES, ASKS, taken="sits")
    assert (card.id, card.whose, card.answer.verdict) == ("decision:small/s/asks:a.ask", "other", "met")


def test_after_the_best_decision_the_card_is_on_another_that_would_have_gone_against_duty():
    (card,) = cards_after(ASKS, VOTES, taken="asks")
    assert (card.id, card.whose, card.answer.verdict) == ("decision:small/s/votes:a.not-vote", "other", "departed")


def test_where_no_choice_goes_against_duty_the_card_is_on_what_was_decided():
    (card,) = cards_after(ASKS, SITS, taken="asks")
    assert (card.whose, card.rule, card.answer.verdict) == ("own", "a.ask", "met")


def test_a_decision_of_which_the_rules_say_nothing_is_no_card():
    assert cards_after(SITS, choice("waits"), taken="waits") == []


def test_what_else_was_found_of_the_step_is_told_beside_the_worst():
    both = choice("both", acts=(act("ask", who="head"), act("vote", at="board")))
    (card,) = cards_after(both, taken="both")
    assert card.rule == "a.not-vote"
    assert card.answer.also == (("met", "Title of a.ask"),)


def test_what_was_left_undone_at_the_end_is_not_laid_on_the_last_decision_but_on_its_rule():
    undone = entry(
        "a.undone",
        "guide.must",
        on=["close"],
        requires={"done": ["heard"]},
        example=(example("close", "breached"),),
    )
    book = book_of(undone, ASK)
    play = play_of("asks", game=one_scene(ASKS, book=book))
    assert [card.rule for _, card in decision_cards(play)] == ["a.ask"]
    assert [card.id for card in cards_of([play], book)] == [
        "rule:a.undone",
        "decision:small/s/asks:a.ask",
        "rule:a.ask",
    ]


def test_a_rule_asks_with_the_first_example_that_it_speaks_of():
    cards = {card.id: card for _, card in rule_cards([], RULES)}
    assert list(cards) == ["rule:a.ask", "rule:a.may", "rule:a.not-vote"]
    vote = cards["rule:a.not-vote"]
    assert (vote.act, vote.place) == ("[lead-member] votes [board].", "Title of a.not-vote")
    assert (vote.answer.verdict, vote.right) == ("departed", "should")
    assert (cards["rule:a.may"].right, cards["rule:a.may"].answer.verdict) == ("may", "used")


def test_a_rule_of_a_councils_own_source_and_one_without_an_example_are_no_cards():
    rules = {card.rule for _, card in rule_cards([], RULES)}
    assert rules == {"a.ask", "a.may", "a.not-vote"}


def test_how_strong_the_words_are_is_only_asked_where_one_word_tells(shipped):
    by_modality = {}
    for _, card in rule_cards([], shipped):
        by_modality.setdefault(card.answer.modality, set()).add(card.right)
    assert by_modality.keys() >= {"must", "should", "should-not", "may", "is", "finding"}
    assert by_modality["must"] == {"must"}
    assert by_modality["should"] == by_modality["should-not"] == {"should"}
    assert by_modality["may"] == {"may"}
    assert by_modality["is"] == {None}
    assert by_modality["finding"] == {"neither", None}


def test_research_that_supports_another_text_is_not_asked_for_its_force_and_shows_that_text():
    made = example("speak", "observed", at="cabinet")
    alone = entry("r.alone", "study.finding", on=["speak"], honours=True, quality=QUALITY, example=(made,))
    beside = evolve(alone, id="r.beside", cites=("study.finding", "guide.must"))
    cards = {card.rule: card for _, card in rule_cards([], book_of(alone, beside))}
    assert cards["r.alone"].right == "neither"
    assert cards["r.beside"].right is None
    assert [cited.provision for cited in cards["r.beside"].answer.citations] == ["study.finding", "guide.must"]


def test_a_card_of_a_provision_that_was_overtaken_says_to_check_the_present_position():
    def overtaken(**changes):
        provisions = {**PROVISIONS, "guide.should": evolve(PROVISIONS["guide.should"], **changes)}
        book = book_of(ASK, guidance=evolve(GUIDANCE, provisions=provisions))
        (item,) = [card for _, card in rule_cards([], book)]
        return item.answer.overtaken

    assert not overtaken()
    assert overtaken(until="2019")
    assert overtaken(since=(Since("it was repealed"),))
    ended = evolve(GUIDANCE, sources={**SOURCES, "guide": evolve(SOURCES["guide"], until="2013")})
    assert next(iter(rule_cards([], book_of(ASK, guidance=ended))))[1].answer.overtaken


def test_what_went_against_duty_comes_first_then_what_lay_open_then_the_rest():
    game = one_scene(VOTES, ASKS, SITS)
    against, left_open = play_of("votes", game=game), play_of("sits", game=game)
    assert [card.id for card in cards_of([left_open, against], RULES)] == [
        "decision:small/s/votes:a.not-vote",
        "rule:a.not-vote",
        "decision:small/s/asks:a.ask",
        "rule:a.ask",
        "rule:a.may",
    ]
    assert [card.id for card in cards_of([], RULES)] == ["rule:a.ask", "rule:a.may", "rule:a.not-vote"]


def test_an_id_stays_when_every_text_changes():
    before = cards_of([play_of("votes", game=one_scene(VOTES, ASKS))], RULES)
    other = book_of(*(evolve(item, title="T", because="B", instead="I") for item in (VOTE, ASK, SPEAK)))
    reworded = evolve(VOTES, text="Otherwise.", says="So.")
    after = cards_of([play_of("votes", game=one_scene(reworded, ASKS, book=other))], other)
    assert [card.id for card in after] == [card.id for card in before]
    assert after[0].answer.because == "B"


def finished(picks, seed):
    play = play_of(seed=seed)
    for pick in (*picks, *[0] * 20):
        if play.ended:
            break
        names = ids_on_offer(play.game, play.situation)
        play = step(play, names[pick % len(names)])
    assert play.ended
    return play


@given(st.lists(st.tuples(walks, st.integers(0, 9)), max_size=3))
def test_the_cards_of_any_plays_are_told_apart_and_stand_in_the_same_order_each_time(ways):
    plays = [finished(*way) for way in ways]
    cards = cards_of(plays, BOOK)
    assert len({card.id for card in cards}) == len(cards)
    assert cards_of(plays, BOOK) == cards
    # A play that was played twice brings nothing new.
    assert cards_of([*plays, *plays], BOOK) == cards
    for card in cards:
        assert card.rule in BOOK.by_id
        assert card.right is None or card.right in OPTIONS
        assert card.answer.citations
    scenes = {item.id: {one.id for one in item.choice} for item in SCENARIO.scene}
    for card in cards:
        if card.kind == "decision":
            _, at, rule = card.id.split(":")
            _, place, name = at.split("/")
            assert name in scenes[place]
            assert rule == card.rule


def test_the_day_of_a_card_is_its_scenes(small_game):
    from lmcs_sim.play.play import Log, start

    play = start(small_game, Log("small-visit", "", "", 1))
    for name in ("turn-her-away", "cast-the-vote", "file-them"):
        play = step(play, name)
    places = [card.place for _, card in decision_cards(play)]
    assert places[:2] == ["The small visit: The telephone, May 2012", "The small visit: The board, June 2012"]
    assert small_game.scenario.date == dt.date(2012, 5, 14)
