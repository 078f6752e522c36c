"""Sources, provisions and what is in force when; dates of which only the year or the month is known."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small import GUIDANCE, LAWS, PROVISIONS, SOURCES, provision, with_source

from lmcs_sim.guidance.collection import Citation, faults_in_provision, faults_in_source
from lmcs_sim.guidance.dates import add_months, first_day, show
from lmcs_sim.guidance.provision import MODALITIES, Since
from lmcs_sim.guidance.source import RANKS, UNRANKED


def test_a_citation_has_the_source_with_its_edition_the_pinpoint_and_the_exact_words():
    assert GUIDANCE.cite("guide.must") == Citation(
        "guide.must", "Guidance, 2012 print", "para guide.must", "words of guide.must"
    )
    with pytest.raises(KeyError):
        GUIDANCE.cite("guide.nothing")


def test_sources_that_bind_are_ranked_and_those_that_bind_nobody_are_not():
    ranks = {source.id: source.rank for source in SOURCES.values()}
    assert ranks["act"] > ranks["guide"] > ranks["ours"] > ranks["study"] == ranks["sketch"] == ranks["past"] == 0
    assert set(RANKS).isdisjoint(UNRANKED)


@pytest.mark.parametrize(
    ("modality", "force", "forbids"),
    [
        ("must", "must", False),
        ("must-not", "must", True),
        ("should", "should", False),
        ("should-not", "should", True),
        ("encouraged", "will", False),
        ("will", "will", False),
        ("may", "may", False),
        ("finding", "finding", False),
    ],
)
def test_a_modality_has_a_force_and_must_is_never_should(modality, force, forbids):
    item = provision("guide.x", modality)
    assert (item.force, item.forbids) == (force, forbids)


@pytest.mark.parametrize(("states", "force"), [("holder", "holder"), ("reach", "reach"), ("fact", "none")])
def test_what_merely_is_has_the_force_of_what_it_states(states, force):
    assert provision("guide.x", "is", states=states).force == force


def test_every_modality_has_been_given_a_force():
    assert set(MODALITIES) == {"must", "must-not", "should", "should-not", "encouraged", "may", "will", "is", "finding"}


def in_force(name, day, guidance=GUIDANCE):
    return guidance.in_force(guidance.provisions[name], dt.date.fromisoformat(day))


def test_a_provision_speaks_from_the_first_day_of_its_source():
    assert not in_force("guide.must", "2011-12-31")
    assert in_force("guide.must", "2012-01-01")


def test_a_source_that_was_replaced_carries_on_unless_it_has_an_end():
    assert in_force("guide.must", "2026-11-21", with_source("guide", replaced_by="a later edition"))
    ended = with_source("guide", until="2013-04")
    assert in_force("guide.must", "2013-03-31", ended)
    assert not in_force("guide.must", "2013-04-01", ended)


def test_a_provision_that_lapsed_by_itself_ends_before_its_source():
    assert in_force("guide.lapsed", "2012-02-29")
    assert not in_force("guide.lapsed", "2012-03-01")


def test_the_earlier_of_two_ends_is_the_end():
    both = with_source("guide", until="2012-02")
    assert not in_force("guide.lapsed", "2012-02-01", both)
    assert in_force("guide.lapsed", "2012-01-31", both)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "statutory"}, ("E013", "kind")),
        ({"from_": "April 2012"}, ("E010", "from")),
        ({"until": "2012-13"}, ("E010", "until")),
    ],
)
def test_a_source_that_is_wrong_is_a_fault_at_its_key(changes, expected):
    found = faults_in_source(evolve(SOURCES["guide"], **changes))
    assert [(bad.code, str(bad.place)) for bad in found] == [expected]
    assert faults_in_source(SOURCES["guide"]) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"id": "guid.x"}, ("E013", "id")),
        ({"modality": "shuold"}, ("E013", "modality")),
        ({"modality": "is"}, ("E020", "states")),
        ({"states": "holder"}, ("E020", "states")),
        ({"modality": "is", "states": "fcat"}, ("E013", "states")),
        ({"rests_on": ("act-s1", "act-s2")}, ("E013", "rests-on[1]")),
        ({"until": "soon"}, ("E010", "until")),
        ({"since": (Since("x", date="2012-04"), Since("y", date="2012-4"))}, ("E010", "since[1].date")),
    ],
)
def test_a_provision_that_is_wrong_is_a_fault_at_its_key(changes, expected):
    found = faults_in_provision(evolve(PROVISIONS["guide.must"], **changes), SOURCES, LAWS)
    assert [(bad.code, str(bad.place)) for bad in found] == [expected]


def test_the_small_guidance_has_no_faults():
    assert [bad for item in PROVISIONS.values() for bad in faults_in_provision(item, SOURCES, LAWS)] == []


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("2012", dt.date(2012, 1, 1), "2012"),
        ("2012-04", dt.date(2012, 4, 1), "April 2012"),
        ("2012-04-05", dt.date(2012, 4, 5), "5 April 2012"),
    ],
)
def test_a_date_may_be_a_year_a_month_or_a_day(text, day, words):
    assert first_day(text) == day
    assert show(text) == words


@pytest.mark.parametrize("text", ["", "12", "2012-4", "2012-04-31", "2012-13", "April 2012", "2012-04-05 "])
def test_any_other_date_is_refused(text):
    with pytest.raises(ValueError, match="month"):
        first_day(text)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2012-01-31", 1, "2012-02-29"),
        ("2011-01-31", 1, "2011-02-28"),
        ("2012-05-31", 1, "2012-06-30"),
        ("2012-11-14", 2, "2013-01-14"),
        ("2012-05-14", 0, "2012-05-14"),
        ("2012-03-30", -1, "2012-02-29"),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(day, months, expected):
    assert add_months(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(expected)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1)), st.integers(0, 200))
def test_months_later_is_in_that_month_and_never_on_a_later_day_of_it(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
