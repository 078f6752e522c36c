"""Sessions: a play that is kept while it is played, gone on with later, and parted from where the story changed."""

import pytest
from running import SMALL_VISIT

from lmcs_sim.faults import LmcsError, WrongUse
from lmcs_sim.play.play import Log
from lmcs_sim.store.opening import begin_session, learner_named, open_session
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.store.session import bring_in
from lmcs_sim.toml.scenario_files import read_scenario


@pytest.fixture
def store():
    return Store(store_url())


@pytest.fixture
def opened(store, shipped, small_file):
    def open_as(learner="Ann", seed=None, anew=False, file=small_file):
        return open_session(store, shipped, file, learner, seed, anew)

    return open_as


def changed(tmp_path, *pairs):
    """The small scenario with some of its text changed."""
    text = SMALL_VISIT.read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    path = tmp_path / "small-visit.toml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path)


def test_a_step_is_kept_when_it_is_taken(store, opened):
    session, went_on = opened(seed=1)
    assert not went_on
    for count, name in enumerate(("ask-how", "turn-her-away", "put-a-question", "file-them"), start=1):
        session.take(name)
        assert len(store.get(session.id).log.steps) == count
        assert store.get(session.id).log == session.play.log
    assert store.get(session.id).ending == session.play.ending.id == "observer"


def test_a_step_that_is_not_on_offer_keeps_nothing(store, opened):
    session, _ = opened()
    session.take("ask-how")
    for name in ("ask-how", "ask-officer", "cast-the-vote", "nothing", ""):
        with pytest.raises(WrongUse):
            session.take(name)
    assert store.get(session.id).log.steps == session.play.log.steps == ("ask-how",)


def test_a_step_that_cannot_be_kept_is_not_taken(store, opened, monkeypatch):
    session, _ = opened()
    before = session.play

    def full(*_):
        raise LmcsError

    monkeypatch.setattr(store, "add_step", full)
    with pytest.raises(LmcsError):
        session.take("turn-her-away")
    assert session.play is before


def test_an_undo_is_kept_and_at_the_start_changes_nothing(store, opened):
    session, _ = opened()
    session.undo()
    session.take("ask-how")
    session.take("turn-her-away")
    session.undo()
    assert session.play.log.steps == store.get(session.id).log.steps == ("ask-how",)
    assert session.play.situation.scene == "telephone"
    session.undo()
    session.undo()
    assert store.get(session.id).log.steps == ()


def test_an_undo_of_the_end_opens_the_play_again(store, opened):
    session, _ = opened()
    for name in ("turn-her-away", "put-a-question"):
        session.take(name)
    assert store.unfinished("Ann") == []
    session.undo()
    assert [saved.id for saved in store.unfinished("Ann")] == [session.id]


def test_a_play_goes_back_to_any_step_and_that_is_kept(store, opened):
    session, _ = opened(seed=1)
    for name in ("ask-how", "turn-her-away", "put-a-question", "file-them"):
        session.take(name)
    assert session.rewind(4).ended
    assert store.get(session.id).ending == "observer"
    assert session.rewind(2).log.steps == ("ask-how", "turn-her-away")
    kept = store.get(session.id)
    assert (kept.log, kept.ending) == (session.play.log, None)
    session.rewind(0)
    assert store.get(session.id).log.steps == ()


def test_an_unfinished_play_is_gone_on_with(opened):
    session, _ = opened(seed=4)
    session.take("ask-how")
    again, went_on = opened()
    assert went_on
    assert (again.id, again.play.log, again.parted) == (session.id, session.play.log, None)
    assert again.play.situation == session.play.situation


def test_a_finished_play_is_not_gone_on_with(opened):
    session, _ = opened()
    session.take("turn-her-away")
    session.take("put-a-question")
    again, went_on = opened()
    assert not went_on
    assert again.id != session.id


def test_another_learner_another_seed_or_a_new_start_begins_anew(store, opened):
    session, _ = opened(seed=4)
    session.take("ask-how")
    for asked in ({"learner": "Ben"}, {"seed": 5}, {"anew": True}, {"seed": 4, "anew": True}):
        other, went_on = opened(**asked)
        assert not went_on
        assert other.id != session.id
    assert not opened(seed=4)[1]
    assert store.get(session.id).log.steps == ("ask-how",)


def test_without_a_name_whoever_played_last_plays(store, opened):
    assert learner_named(store, None) == "player"
    opened("Ann")
    opened("Ben")
    assert learner_named(store, None) == "Ben"
    assert learner_named(store, "Cas") == "Cas"


def test_without_a_seed_luck_is_drawn_afresh(opened):
    seeds = {opened(anew=True)[0].play.log.seed for _ in range(12)}
    assert len(seeds) > 6


def test_a_play_of_a_text_that_still_agrees_goes_on_as_itself(tmp_path, opened):
    session, _ = opened()
    session.take("turn-her-away")
    file = changed(tmp_path, ("The board is split.", "The board is divided."))
    again, went_on = opened(file=file)
    assert went_on
    assert (again.id, again.parted) == (session.id, None)


def test_a_play_of_an_older_text_goes_as_far_as_the_story_agrees_and_says_where_it_parted(tmp_path, store, opened):
    session, _ = opened(seed=4)
    for name in ("ask-how", "turn-her-away", "say-what-you-know"):
        session.take(name)
    before = store.get(session.id)
    file = changed(tmp_path, ('"say-what-you-know"', '"speak-out"'))
    again, went_on = opened(file=file)
    assert went_on
    assert (again.parted.number, again.parted.step) == (3, "say-what-you-know")
    assert again.parted.why == "'say-what-you-know' is not on offer in scene 'board'"
    assert again.play.log.steps == ("ask-how", "turn-her-away")
    assert again.play.situation.scene == "board"
    assert store.get(session.id) == before
    kept = store.get(again.id)
    assert again.id != session.id
    assert kept.log == again.play.log
    assert (kept.log.scenario_hash, kept.log.seed, kept.learner) == (file.hash, 4, "Ann")
    again.take("speak-out")
    third, _ = opened(file=file)
    assert (third.id, third.parted) == (again.id, None)
    assert third.play.log.steps == ("ask-how", "turn-her-away", "speak-out")


def test_what_a_campaign_brings_is_kept_with_the_play(store, small_game, small_file):
    log = Log(
        "small-visit", small_file.hash, small_game.book.hash, 1, (("known.nobody-checked", 1), ("measure.standing", 2))
    )
    number = store.begin("Ann", log)
    saved = store.get(number)
    assert saved.log.carried == log.carried


def test_a_scenario_with_faults_begins_no_play(tmp_path, store, opened):
    file = changed(tmp_path, ('act = "vote"', 'act = "votes"'))
    with pytest.raises(LmcsError):
        opened(file=file)
    assert store.plays() == []


def test_two_plays_of_one_seed_have_the_same_luck(store, small_game, small_file):
    steps = ("turn-her-away", "cast-the-vote", "file-them")
    ends = []
    for _ in range(2):
        session = begin_session(store, small_game, small_file, "Ann", 0)
        for name in steps:
            session.take(name)
        ends.append(session.play.situation)
    assert ends[0] == ends[1]
    assert "reporter-rings" in ends[0].settled


@pytest.mark.parametrize(
    ("steps", "ending"), [(("turn-her-away", "put-a-question"), "observer"), (("turn-her-away",), None)]
)
def test_a_log_from_elsewhere_is_kept_as_a_play_of_the_learners(store, small_game, steps, ending):
    log = Log("small-visit", "their text", "their rules", 5, (), steps)
    session = bring_in(store, "Ann", log, small_game, "our text")
    assert session.parted is None
    saved = store.get(session.id)
    assert (saved.learner, saved.log, saved.ending) == ("Ann", log, ending)
    assert session.play.ended == (ending is not None)


def test_a_log_from_elsewhere_is_kept_as_far_as_our_story_agrees(store, small_game):
    log = Log("small-visit", "their text", "their rules", 5, (), ("turn-her-away", "sing", "file-them"))
    session = bring_in(store, "Ann", log, small_game, "our text")
    assert (session.parted.number, session.parted.step) == (2, "sing")
    saved = store.get(session.id)
    assert saved.log == Log("small-visit", "our text", small_game.book.hash, 5, (), ("turn-her-away",))
    assert saved.log == session.play.log
    session.take("put-a-question")
    assert store.get(session.id).ending == "observer"


def test_a_play_whose_story_ends_sooner_now_is_kept_as_finished(store, small_game):
    log = Log("small-visit", "their text", "their rules", 5, (), ("turn-her-away", "put-a-question", "file-them"))
    session = bring_in(store, "Ann", log, small_game, "our text")
    assert session.play.ended
    assert store.get(session.id).ending == "observer"
