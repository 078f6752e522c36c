"""How a scenario runs: steps in order, events settled once, endings, and nothing but what the log says."""

import hashlib
import itertools

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small import BOOK, SCENARIO, act, choice, ending, enquiry, event, game_of, play_of, scenario, scene
from strategies import FEW, scenarios, walks

from lmcs_sim.faults import WrongUse
from lmcs_sim.play.consequence import Closed, Finding, Found, Happened, Moved
from lmcs_sim.play.engine import begin, fires, take
from lmcs_sim.play.game import attention_left, choices_on_offer, ids_on_offer
from lmcs_sim.play.play import Log, replay, start, step, undo
from lmcs_sim.play.record import play_record
from lmcs_sim.scenario.scenario import Lead, Measure, Move, Said

ENQUIRIES = ("find-letter", "hear-them")


def kinds(play):
    return [type(item).__name__ for item in play.last_step.consequences]


# --- Steps ---


def test_what_is_on_offer_is_enquiries_then_choices_in_the_files_order():
    game = game_of()
    assert ids_on_offer(game, play_of().situation) == [*ENQUIRIES, "long-look", "vote", "ask"]


def test_an_enquiry_is_taken_once_and_costs_attention():
    play = play_of("find-letter")
    assert attention_left(play.game, play.situation) == 1
    assert ids_on_offer(play.game, play.situation) == ["hear-them", "vote", "ask", "read-it-out"]
    with pytest.raises(WrongUse, match="already taken"):
        step(play, "find-letter")
    with pytest.raises(WrongUse, match="attention left"):
        step(play, "long-look")


def test_enquiries_may_be_taken_in_any_order():
    orders = [play_of(*order) for order in itertools.permutations(ENQUIRIES)]
    assert orders[0].situation == orders[1].situation
    assert {play.turns[-1].enquiries for play in orders} == set(itertools.permutations(ENQUIRIES))


def test_a_choice_is_offered_only_where_its_condition_holds():
    with pytest.raises(WrongUse, match="not on offer in scene 'first'"):
        play_of("read-it-out")
    assert play_of("find-letter", "read-it-out").situation.scene == "second"


def test_an_id_that_is_not_on_offer_says_what_is_and_exits_2():
    with pytest.raises(WrongUse) as caught:
        play_of("decide")
    assert caught.value.exit_code == 2
    assert "On offer: find-letter, hear-them, long-look, vote, ask." in str(caught.value)


def test_an_id_after_the_end_is_left_over():
    with pytest.raises(WrongUse, match="after the play has ended"):
        play_of("vote", "test", "vote")


def test_a_steps_findings_come_first_then_what_it_did_found_and_moved_then_events():
    play = play_of("vote", "test")
    first = play.turns[0].steps[0].consequences
    assert [type(item).__name__ for item in first][:3] == ["Finding", "Found", "Moved"]
    assert isinstance(first[0], Finding)
    assert first[0].ruling.rule.id == "a.not-vote"
    assert isinstance(first[1], Found)
    assert (first[1].word, first[1].known) == ("agreed", False)
    assert isinstance(first[2], Moved)
    assert first[2].now == 3
    assert isinstance(play.last_step.consequences[-1], Closed)


def test_a_word_done_by_an_act_is_seen_by_the_next_act_of_the_same_step():
    both = (act("speak", does=("tested",), at="cabinet", matter="homes"), act("decide", at="cabinet", matter="homes"))
    verdicts = {}
    for name, acts in {"in-order": both, "too-late": both[::-1]}.items():
        play = play_of("go", game=game_of(scenario(scene("first", choice("go", acts=acts)))))
        found = [item for item in play.last_step.consequences if isinstance(item, Finding)]
        verdicts[name] = [item.ruling.verdict for item in found if item.ruling.rule.id == "a.test-first"]
    assert verdicts == {"in-order": ["met"], "too-late": ["departed", "breached"]}


def test_a_word_done_by_an_act_carries_its_matter_and_one_done_by_the_step_carries_none():
    game = game_of(
        scenario(
            scene(
                "first",
                choice("one", "second", acts=(act("speak", does=("tested",), at="cabinet", matter="schools"),)),
                choice("two", "second", does=("tested",)),
            ),
            scene("second", choice("go", acts=(act("decide", at="cabinet", matter="homes"),))),
        )
    )
    assert play_of("one", game=game).situation.done == {("tested", "schools")}
    assert play_of("two", game=game).situation.done == {("tested", None)}
    met = {}
    for first in ("one", "two"):
        found = [item for item in play_of(first, "go", game=game).last_step.consequences if isinstance(item, Finding)]
        met[first] = "met" in [item.ruling.verdict for item in found if item.ruling.rule.id == "a.test-first"]
    assert met == {"one": False, "two": True}


def test_a_word_is_told_only_when_it_is_new():
    speak = (act("speak", does=("tested",), at="cabinet"),)
    twice = {"does": ("heard",), "finds": ("told",), "acts": speak}
    item = scenario(scene("first", choice("go", **twice), attention=1, enquiry=(enquiry("look", **twice),)))
    play = play_of("look", "go", game=game_of(item))
    told = [[each.word for each in taken.consequences if isinstance(each, Found)] for taken in play.turns[0].steps]
    assert told == [["tested", "heard", "told"], []]


def test_the_first_lead_whose_condition_holds_is_taken_after_the_step_has_done_its_work():
    leads = (Lead("good", {"done": ["heard"]}), Lead("bad"))
    item = scenario(
        scene("first", choice("hear", leads, does=("heard",)), choice("not", leads)),
        scene("good", choice("go")),
        scene("bad", choice("go")),
    )
    game = game_of(item)
    assert [play_of(name, game=game).situation.scene for name in ("hear", "not")] == ["good", "bad"]


def test_enquiries_taken_are_forgotten_in_the_next_scene():
    look = (enquiry("look"),)
    item = scenario(
        scene("first", choice("go", "second"), attention=1, enquiry=look),
        scene("second", choice("go"), attention=1, enquiry=look),
    )
    game = game_of(item)
    assert "look" in ids_on_offer(game, play_of("look", "go", game=game).situation)


def test_a_scene_is_judged_on_the_scenarios_date_plus_its_month():
    game = game_of()
    assert str(game.circumstances(play_of().situation, 0).date) == "2012-05-14"
    assert str(game.circumstances(play_of().situation, 3).date) == "2012-08-14"


# --- Events ---

MOVES = {"moves": (Move("n", 1, story=True),)}
COUNT = {"measure": {"n": Measure("N", "time", 0)}}


def with_events(*events, months=(0, 3), **more):
    """Two scenes in two months."""
    return game_of(
        scenario(
            scene("first", choice("go", "second"), choice("hear", "second", does=("heard",)), month=months[0]),
            scene("second", choice("stop"), choice("agree", does=("agreed",)), month=months[1]),
            event=events,
            **(COUNT | more),
        )
    )


def happened(play):
    return [item.event.id for turn in play.turns for item in turn.consequences if isinstance(item, Happened)]


def test_events_are_settled_by_month_and_then_in_the_files_order():
    game = with_events(event("c", 3), event("b", 2), event("a", 2), event("z", 0))
    play = play_of("go", game=game)
    assert happened(play) == ["z", "b", "a", "c"]
    assert [item.event.id for item in play.turns[0].before] == ["z"]


def test_an_event_waits_for_its_month_and_its_condition():
    game = with_events(event("later", 4), event("if-heard", 1, when={"done": ["heard"]}))
    assert happened(play_of("go", game=game)) == []
    assert happened(play_of("hear", game=game)) == ["if-heard"]
    assert happened(play_of("go", "stop", game=game)) == ["later"]


def test_an_event_is_dated_by_its_own_month_and_not_by_when_it_was_settled():
    play = play_of("go", game=with_events(event("early", 1)))
    (told,) = [item for turn in play.turns for item in turn.consequences if isinstance(item, Happened)]
    assert str(told.date) == "2012-06-14"


def test_an_event_whose_condition_comes_true_late_fires_when_it_does():
    game = with_events(event("if-agreed", 1, when={"done": ["agreed"]}))
    assert happened(play_of("go", game=game)) == []
    assert happened(play_of("go", "agree", game=game)) == ["if-agreed"]


def test_what_one_event_does_the_next_one_sees():
    game = with_events(event("first", 1, does=("heard",)), event("second", 2, when={"done": ["heard"]}))
    assert happened(play_of("go", game=game)) == ["first", "second"]


def test_an_event_after_the_last_month_cannot_be_and_one_in_it_is_settled_at_the_end():
    game = with_events(event("last", 6))
    assert happened(play_of("go", "stop", game=game)) == ["last"]


def test_an_event_is_settled_once_whether_it_fires_or_misses():
    game = with_events(event("luck", 1, chance=50, about="press", **MOVES))
    seeds = {fired: seed for seed in range(20) for fired in [fires(seed, game.scenario.event[0])]}
    assert set(seeds) == {True, False}
    for fired, seed in seeds.items():
        play = play_of("go", "stop", game=game, seed=seed)
        assert happened(play) == (["luck"] if fired else [])
        assert play.situation.settled == {"luck"}
        assert dict(play.situation.measures) == {"n": int(fired)}


@given(st.integers(), st.text(st.characters(codec="utf-8"), min_size=1), st.integers(1, 99))
def test_chance_is_a_hash_of_the_seed_and_the_events_id_and_of_nothing_else(seed, name, chance):
    expected = drawn(seed, name) < chance
    assert fires(seed, event(name, 1, chance=chance, about="press")) is expected
    assert fires(seed, event(name, 9, chance=chance, about="money", when={"done": ["heard"]})) is expected


def test_a_draw_equal_to_the_chance_misses_and_one_below_it_fires():
    draw = next(value for value in (drawn(seed, "luck") for seed in range(100)) if 1 < value < 98)
    seed = next(seed for seed in range(100) if drawn(seed, "luck") == draw)
    assert not fires(seed, event("luck", 1, chance=draw, about="press"))
    assert fires(seed, event("luck", 1, chance=draw + 1, about="press"))


def drawn(seed, name):
    return int.from_bytes(hashlib.sha256(f"{seed}:{name}".encode()).digest()[:8], "big") % 100


def test_chance_falls_about_as_often_as_it_says():
    luck = event("luck", 1, chance=30, about="press")
    assert 250 < sum(fires(seed, luck) for seed in range(1000)) < 350


def test_what_is_certain_always_comes_about():
    assert all(fires(seed, event("sure", 1)) for seed in range(50))


# --- Close and endings ---


def test_at_the_end_events_come_then_the_act_close_is_judged_then_the_first_ending_that_holds():
    play = play_of("vote", "test")
    names = kinds(play)
    assert names.index("Happened") < names.index("Finding", names.index("Happened")) < names.index("Closed")
    closing = [item for item in play.last_step.consequences if isinstance(item, Finding) and item.act.act == "close"]
    assert [(item.ruling.rule.id, item.ruling.verdict) for item in closing] == [("a.told", "met")]
    assert play.ending.id == "low"


def test_a_promise_not_kept_is_found_at_the_close_on_the_last_day():
    item = evolve(SCENARIO, event=())
    play = play_of("ask", "test", game=game_of(item))
    (closing,) = [each for each in play.last_step.consequences if isinstance(each, Finding) and each.act.act == "close"]
    assert closing.ruling.verdict == "departed"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [(("vote", "test"), "low"), (("find-letter", "read-it-out", "test"), "read"), (("ask", "test"), "other")],
)
def test_the_first_ending_whose_condition_holds_closes_the_play(steps, expected):
    play = play_of(*steps, game=game_of(evolve(SCENARIO, event=())))
    assert play.ended
    assert play.ending.id == expected


def test_an_open_play_has_no_ending():
    play = play_of("vote")
    assert not play.ended
    assert play.ending is None


def test_an_ending_may_rest_on_what_an_event_of_the_last_months_did():
    game = with_events(
        event("last", 6, does=("heard",)),
        ending=(ending("heard", when={"done": ["heard"]}), ending("not")),
    )
    assert play_of("go", "stop", game=game).ending.id == "heard"


# --- Carried values ---


def test_what_a_campaign_carries_in_is_there_at_the_start():
    carried = (("measure.standing", 9), ("done.read-out", 1), ("known.letter", 1))
    situation, _ = begin(game_of(), 1, carried)
    assert dict(situation.measures) == {"standing": 9}
    assert situation.done == {("read-out", None)}
    assert situation.known == {"letter"}
    assert "read-it-out" in ids_on_offer(game_of(), situation)


# --- Replay and undo ---


def played(item, walk, seed=1):
    """A play that takes what the walk says of what is on offer, to its end or the walk's."""
    play = start(game_of(item, BOOK), Log(item.id, "hash", "small", seed))
    for turn in walk:
        if play.ended:
            break
        offered = ids_on_offer(play.game, play.situation)
        play = step(play, offered[turn % len(offered)])
    return play


@FEW
@given(scenarios(), walks, st.integers(0, 9))
def test_replaying_a_log_gives_the_same_situation_and_the_same_record(item, walk, seed):
    play = played(item, walk, seed)
    again, parted = replay(play.game, play.log)
    assert parted is None
    assert again.situation == play.situation
    assert again.log == play.log
    assert play_record(again) == play_record(play)


@FEW
@given(scenarios(), walks, st.integers(0, 9))
def test_undo_then_the_same_step_again_is_the_identity(item, walk, seed):
    play = played(item, walk, seed)
    back = undo(play)
    assert back.log.steps == play.log.steps[:-1]
    again = step(back, play.log.steps[-1])
    assert again.situation == play.situation
    assert play_record(again) == play_record(play)


@FEW
@given(scenarios(), walks)
def test_undoing_every_step_comes_back_to_the_start(item, walk):
    play = played(item, walk)
    for _ in play.log.steps:
        play = undo(play)
    fresh = start(play.game, play.log)
    assert play.situation == fresh.situation
    assert play_record(play) == play_record(fresh)
    assert undo(fresh).situation == fresh.situation


@FEW
@given(scenarios(), walks, st.integers(0, 9))
def test_an_event_is_never_settled_twice_and_never_before_its_month(item, walk, seed):
    play = played(item, walk, seed)
    fired = happened(play)
    assert len(fired) == len(set(fired))
    assert set(fired) <= play.situation.settled
    assert play.situation.settled - set(fired) <= {each.id for each in item.event if each.chance is not None}
    for turn in play.turns:
        for each in turn.before:
            assert not isinstance(each, Happened) or each.event.month <= item.scenes[turn.scene].month


@FEW
@given(scenarios(), st.permutations(range(3)), st.permutations(range(3)))
def test_enquiries_lead_to_the_same_situation_in_whatever_order_they_are_taken(item, first, second):
    scene_ = evolve(item.scene[0], attention=6)
    game = game_of(evolve(item, scene=(scene_, *item.scene[1:])))
    situations = []
    for order in (first, second):
        play = start(game, Log("small", "", "", 1))
        for number in order:
            if number < len(scene_.enquiry):
                play = step(play, f"e{number}")
        situations.append(play.situation)
    assert situations[0] == situations[1]


@FEW
@given(scenarios(), walks)
def test_attention_is_never_overspent_and_there_is_always_something_to_choose(item, walk):
    play = start(game_of(item, BOOK), Log(item.id, "", "", 1))
    for turn in walk:
        if play.ended:
            assert play.ending is not None
            break
        assert attention_left(play.game, play.situation) >= 0
        assert choices_on_offer(play.game, play.situation)
        offered = ids_on_offer(play.game, play.situation)
        play = step(play, offered[turn % len(offered)])


def test_a_step_changes_nothing_in_the_situation_it_starts_from():
    game = game_of()
    situation = play_of("find-letter").situation
    before = repr(situation)
    take(game, 1, situation, "vote")
    assert repr(situation) == before


def test_a_log_of_an_older_text_replays_as_far_as_the_story_agrees_and_says_where_it_parted():
    log = Log("small", "older", "small", 1, steps=("find-letter", "shout", "vote"))
    play, parted = replay(game_of(), log)
    assert play.log.steps == ("find-letter",)
    assert (parted.number, parted.step) == (2, "shout")
    assert "not on offer" in parted.why


def test_a_fact_of_the_scenario_is_told_in_its_own_words():
    item = evolve(SCENARIO, fact={"read-out": Said("you read it out")})
    play = play_of("find-letter", "read-it-out", game=game_of(item))
    assert [each.says for each in play.last_step.consequences if isinstance(each, Found)] == ["you read it out"]
