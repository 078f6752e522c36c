"""The review screen: a question, the answer, a grade that is kept at once; then the next card, and an end."""

import datetime as dt
from unittest.mock import Mock

import pytest
from piloting import assert_whole_keys, click_text, lines, on, shown, until, written
from running import LONG

from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store
from lmcs_sim.tui.screens import review as screens
from lmcs_sim.tui.screens.guidance import GuidanceScreen
from lmcs_sim.tui.screens.home import HomeScreen
from lmcs_sim.tui.screens.review import Options, ReviewScreen
from lmcs_sim.tui.widgets.key_line import KeyLine

SIZES = [(40, 12), (60, 20), (80, 24), (120, 40)]
TODAY = dt.date(2026, 11, 22)


def spaced(learner="Ann"):
    """What is kept, as a second reader of the database finds it."""
    store = Store(store_url())
    try:
        return dict(store.cards.of_learner(learner))
    finally:
        store.close()


async def review(pilot, today=TODAY):
    """The review of a day, with its first card or its end."""
    await on(pilot, HomeScreen)
    pilot.app.push_screen(ReviewScreen(today))
    screen = await on(pilot, ReviewScreen)
    await until(pilot, lambda: screen._review is not None and "Review: " in written(screen))
    await pilot.pause()
    return screen


async def answered(pilot, screen):
    """The answer, read up to."""
    for _ in range(30):
        if "Verdict: " in written(screen):
            return
        await pilot.press("enter")
        await pilot.pause()
    raise AssertionError(written(screen))


def keys_of(screen):
    return {key.label for key in screen.query_one(KeyLine).fitting()}


def played(app):
    app.desk.store.begin("Ann", Log("small-visit", "", "", 1, steps=("turn-her-away", "put-a-question")), "observer")


async def test_a_question_comes_first_and_is_not_graded_before_it_is_answered(small_app):
    app = small_app()
    played(app)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await review(pilot)
        assert "Review: 5 cards today: none seen before, 5 new." in shown(screen)
        assert "Card 1 of 5" in shown(screen)
        assert "You decided: " in shown(screen)
        assert "Verdict: " not in written(screen)
        assert "Answer" in keys_of(screen)
        assert not {"Forgot", "Hard", "Good", "Easy"} & keys_of(screen)
        await pilot.press("1", "2", "3", "4")
        assert spaced() == {}
        assert "Card 1 of 5" in shown(screen)


async def test_the_answer_has_the_verdict_the_duty_the_words_and_when_the_card_is_back(small_app):
    app = small_app()
    played(app)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await review(pilot)
        await answered(pilot, screen)
        for opening in (
            "You decided: ",
            "Verdict: Departed (!)",
            "Whose: the Lead Member. Your part: yours",
            "Because: ",
        ):
            assert opening in shown(screen)
        for more in (
            "Instead: ",
            "DfE guidance, 2012 print",
            "Since: 2012 text",
            "Forgot: back tomorrow",
            "Easy: back in",
        ):
            assert more in shown(screen)
        assert {"Forgot", "Hard", "Good", "Easy"} <= keys_of(screen)
        assert "Answer" not in keys_of(screen)


@pytest.mark.parametrize(("key", "days"), [("1", 1), ("2", 1), ("3", 2), ("4", 8)])
async def test_a_grade_is_kept_at_once_and_says_when_the_card_comes_back(key, days, small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        first = screen.card.id
        await answered(pilot, screen)
        await pilot.press(key)
        await pilot.pause()
        assert {name: item.due for name, item in spaced().items()} == {first: TODAY + dt.timedelta(days)}
        assert ("back tomorrow." if days == 1 else f"back in {days} days.") in shown(screen)
        assert "Card 2 of 5" in shown(screen)
        assert "Verdict: " not in written(screen)


async def test_enter_reads_an_answer_on_and_is_never_taken_for_a_grade(small_app):
    async with small_app().run_test(size=(40, 12)) as pilot:
        screen = await review(pilot)
        await answered(pilot, screen)
        for _ in range(12):
            await pilot.press("enter")
        assert "Easy: back in 8 days" in shown(screen)
        assert spaced() == {}


async def test_the_day_ends_and_says_when_the_next_cards_come(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        for _ in range(5):
            await answered(pilot, screen)
            await pilot.press("3")
            await pilot.pause()
        assert "Review: that is all for today. The next cards come on Monday 23 November 2026." in shown(screen)
        assert len(spaced()) == 5
        await pilot.press("enter", "1", "g")
        assert pilot.app.screen is screen
        await pilot.press("escape")
        screen = await review(pilot)
        assert "that is all for today" in shown(screen)
        assert screen.card is None


async def test_to_stop_midway_keeps_what_was_graded(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        await answered(pilot, screen)
        await pilot.press("4")
        await pilot.pause()
        second = screen.card.id
        await answered(pilot, screen)
        await pilot.press("escape")
        screen = await review(pilot)
        assert screen.card.id == second
        assert "Card 2 of 5" in shown(screen)


@pytest.fixture
def with_options(monkeypatch):
    """The cards that ask how strong the words are, alone."""
    make = screens.cards_in
    monkeypatch.setattr(
        screens, "cards_in", lambda *given: tuple(card for card in make(*given) if card.right == "must")
    )


@pytest.mark.parametrize("size", SIZES if LONG else (SIZES[0], SIZES[-1]))
async def test_options_are_chosen_by_the_arrows_and_set_beside_the_text_without_a_mark(size, small_app, with_options):
    async with small_app().run_test(size=size) as pilot:
        screen = await review(pilot)
        await pilot.press("down", "down")
        await pilot.pause()
        assert ["should"] in [line.split() for line in lines(screen)]
        await pilot.press("enter")
        await pilot.pause()
        assert "You said: should. The text: must." in written(screen)
        assert spaced() == {}
        await pilot.press("2")
        await pilot.pause()
        assert len(spaced()) == 1
        assert "Verdict: " not in written(screen)


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_without_an_option_the_answer_is_shown_all_the_same(key, small_app, with_options):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        assert screen.query_one(Options).has_focus
        await pilot.press(key)
        await pilot.pause()
        assert "Verdict: " in written(screen)
        assert "You said: " not in written(screen)


async def test_an_option_is_chosen_by_a_click(small_app, with_options):
    async with small_app().run_test(size=(40, 12)) as pilot:
        screen = await review(pilot)
        await pilot.press("pagedown")
        await pilot.pause()
        row = next(row for row, line in enumerate(lines(screen)) if line.split() == ["may"])
        await pilot.click(offset=(3, row))
        await until(pilot, lambda: "Verdict: " in written(screen))
        assert "You said: may. The text: must." in written(screen)


async def test_the_second_half_of_a_double_click_answers_nothing(small_app, with_options):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        row = next(row for row, line in enumerate(lines(screen)) if line.split() == ["may"])
        screen.query_one(Options).on_click(click := Mock(chain=2))
        assert click.prevent_default.called
        await pilot.click(offset=(3, row), times=2)
        await until(pilot, lambda: "Verdict: " in written(screen))
        await pilot.pause()
        assert spaced() == {}
        assert pilot.app.screen is screen


async def test_a_sitting_by_mouse_alone(small_app):
    async with small_app().run_test(size=(40, 12)) as pilot:
        screen = await review(pilot)
        for grade in ("Forgot: ", "Good: "):
            await click_text(pilot, "Show the answer")
            await until(pilot, lambda: "Verdict: " in written(screen))
            await click_text(pilot, grade)
            await until(pilot, lambda: "Verdict: " not in written(screen))
        assert [item.due - TODAY for item in spaced().values()].count(dt.timedelta(1)) == 1
        assert len(spaced()) == 2


async def test_the_guidance_opens_at_what_the_card_rests_on_and_leads_back_to_it(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        name = screen.card.answer.citations[0].provision
        await answered(pilot, screen)
        await pilot.press("g")
        guidance = await on(pilot, GuidanceScreen)
        assert guidance.query_one("#provisions").highlighted is not None
        assert guidance._opened_at == name
        await pilot.press("escape")
        await on(pilot, ReviewScreen)
        assert "Verdict: " in written(screen)
        await click_text(pilot, "DfE guidance")
        assert (await on(pilot, GuidanceScreen))._opened_at == name


async def test_a_grade_that_cannot_be_kept_is_told_and_the_card_stays(small_app, monkeypatch):
    async with small_app().run_test(size=(80, 24)) as pilot:
        screen = await review(pilot)
        card = screen.card
        await answered(pilot, screen)

        def full(*_):
            raise LmcsError(Fault("E041", "the disk is full", "Make room."))

        with monkeypatch.context() as patched:
            patched.setattr(pilot.app.desk.store.cards, "keep", full)
            await pilot.press("3")
            await pilot.pause()
        assert "the disk is full" in " ".join(str(each.message) for each in pilot.app._notifications)
        assert screen.card == card
        assert "Verdict: " in written(screen)
        await pilot.press("3")
        await pilot.pause()
        assert list(spaced()) == [card.id]


async def test_the_command_line_opens_it_over_home(small_app):
    async with small_app(review=True).run_test(size=(80, 24)) as pilot:
        screen = await on(pilot, ReviewScreen)
        await until(pilot, lambda: screen.card is not None)
        await pilot.press("escape")
        await on(pilot, HomeScreen)


@pytest.mark.parametrize("size", SIZES if LONG else (SIZES[0], SIZES[-1]))
async def test_it_fits_every_window(size, small_app):
    app = small_app()
    played(app)
    async with app.run_test(size=size) as pilot:
        screen = await review(pilot)
        assert_whole_keys(screen)
        await answered(pilot, screen)
        assert_whole_keys(screen)
        assert "1 Forgot" in lines(screen)[-1]
        assert "2 Hard" in lines(screen)[-1]
