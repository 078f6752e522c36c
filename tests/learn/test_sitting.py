"""A day's sitting: due cards first, the longest due first, then a few new ones; about five minutes."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.guidance.collection import Citation
from lmcs_sim.learn.card import Answer, Card
from lmcs_sim.learn.sitting import MOST, MOST_NEW, sitting_on
from lmcs_sim.learn.spacing import Spaced, graded

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
ANSWER = Answer("met", "should", "Says.", "LMCS", "yours", "B.", "I.", (Citation("p", "s", "para 1", "q"),), (), False)


def card(number):
    return Card(f"rule:r{number}", "rule", "example", f"r{number}", "a-theme", "Title", "", "Act.", ANSWER)


def cards(count):
    return [card(number) for number in range(count)]


def kept(last, due, first=TODAY - 90 * DAY):
    return Spaced(first, TODAY + last * DAY, TODAY + due * DAY, "{}")


def ids(sitting):
    return [int(item.rule[1:]) for item in sitting.cards]


def test_the_first_sitting_has_a_few_new_cards_in_their_order():
    found = sitting_on(TODAY, cards(30), {})
    assert ids(found) == [0, 1, 2, 3, 4]
    assert (found.due, found.waiting, found.answered, found.next) == (0, 0, 0, None)


def test_due_cards_come_first_and_the_longest_due_first_of_all():
    spaced = {"rule:r7": kept(-9, -2), "rule:r3": kept(-9, 0), "rule:r9": kept(-9, -5), "rule:r1": kept(-9, 1)}
    found = sitting_on(TODAY, cards(12), spaced)
    assert ids(found) == [9, 7, 3, 0, 2, 4, 5, 6]
    assert found.due == 3


def test_cards_due_on_the_same_day_stand_in_the_order_of_the_cards():
    spaced = {f"rule:r{number}": kept(-9, -1) for number in (5, 2, 8)}
    assert ids(sitting_on(TODAY, cards(9), spaced))[:3] == [2, 5, 8]


def test_a_day_takes_ten_cards_and_says_how_many_wait():
    spaced = {f"rule:r{number}": kept(-9, -1) for number in range(13)}
    found = sitting_on(TODAY, cards(20), spaced)
    assert (len(found.cards), found.due, found.waiting) == (MOST, MOST, 3)


def test_what_was_answered_today_counts_towards_the_days_cards():
    spaced = {f"rule:r{number}": kept(0, 3) for number in range(7)} | {"rule:r9": kept(-9, 0)}
    found = sitting_on(TODAY, cards(20), spaced)
    assert (ids(found), found.answered) == ([9, 7, 8], 7)


def test_new_cards_answered_today_count_towards_the_days_new_ones():
    spaced = {f"rule:r{number}": kept(0, 3, first=TODAY) for number in range(4)}
    assert ids(sitting_on(TODAY, cards(20), spaced)) == [4]


def test_a_day_that_is_done_says_when_the_next_cards_come():
    spaced = {f"rule:r{number}": kept(0, 3, first=TODAY) for number in range(5)}
    assert sitting_on(TODAY, cards(5), spaced).next == TODAY + 3 * DAY
    # New ones are left over for tomorrow.
    assert sitting_on(TODAY, cards(6), spaced).next == TODAY + DAY


def test_without_any_card_there_is_no_next_day():
    found = sitting_on(TODAY, [], {"rule:gone": kept(-9, -9)})
    assert (found.cards, found.next, found.waiting) == ((), None, 0)


def test_a_card_that_can_no_longer_be_made_is_left_out_quietly():
    spaced = {"rule:gone": kept(-9, -9), "rule:r1": kept(-9, -1)}
    found = sitting_on(TODAY, cards(2), spaced)
    assert (ids(found), found.due) == ([1, 0], 1)


states = st.builds(
    lambda last, due, first: kept(-last, due - last, TODAY - (last + first) * DAY),
    st.integers(0, 20),
    st.integers(1, 30),
    st.integers(0, 3),
)


@given(st.integers(0, 25), st.dictionaries(st.integers(0, 30).map("rule:r{}".format), states))
def test_no_day_is_too_long_and_none_ends_while_there_is_something_left(count, spaced):
    found = sitting_on(TODAY, cards(count), spaced)
    assert len(found.cards) + found.answered <= max(MOST, found.answered)
    new = [item for item in found.cards if item.id not in spaced]
    begun = sum(1 for item in spaced.values() if item.first == item.last == TODAY)
    assert len(new) + begun <= max(MOST_NEW, begun)
    due = [spaced[item.id].due for item in found.cards[: found.due]]
    assert due == sorted(due)
    assert all(day <= TODAY for day in due)
    assert (found.next is None) == (bool(found.cards) or count == 0)
    assert found.next is None or found.next > TODAY
    assert sitting_on(TODAY, cards(count), dict(reversed(spaced.items()))) == found


def test_five_minutes_a_day_come_to_an_end_of_new_cards_and_go_on_with_due_ones():
    deck, spaced, shown = cards(23), {}, []
    for number in range(60):
        today = TODAY + number * DAY
        found = sitting_on(today, deck, spaced)
        shown.append(len(found.cards))
        for item in found.cards:
            spaced[item.id] = graded(spaced.get(item.id), "good", today)
        assert not sitting_on(today, deck, spaced).cards
    assert len(spaced) == len(deck)
    assert shown[:3] == [5, 5, 10]
    assert max(shown) == MOST
    assert sum(shown[30:]) < 30
