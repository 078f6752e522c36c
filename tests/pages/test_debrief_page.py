"""The web page: whole, safe, in order, and readable without sight, without colour and without a network."""

import re
from itertools import pairwise

import pytest
from attrs import evolve
from html_page import Page, read_page

from lmcs_sim.pages.account import Account, account_of
from lmcs_sim.pages.debrief_page import debrief_page
from lmcs_sim.play.play import Play, start, undo
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import HEADINGS

HOSTILE = '<script>alert("x")</script></title></style><!-- & \'"> {{ 7 * 7 }} \u202egnp.\u2066 \x1b[2J'


@pytest.fixture(scope="module")
def page(account: Account) -> Page:
    return read_page(debrief_page(account))


def test_it_says_its_language_its_encoding_and_its_title(page):
    assert page.doctype == "DOCTYPE html"
    assert page.one("html").attributes == {"lang": "en-GB"}
    assert {"charset": "utf-8"} in [item.attributes for item in page.all("meta")]
    assert page.one("title").text == page.one("h1").text == "Debrief: The small visit"


def test_headings_never_skip_a_level(page):
    levels = [int(item.tag[1]) for item in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_sections_stand_in_the_order_of_the_debrief_inside_landmarks(page):
    ids = [item.attributes["id"] for item in page.all("h2")]
    names = [name for name in HEADINGS if name in ids]
    assert ids == names
    assert {"ending", "duty", "against", "outcomes", "path", "beside", "luck", "reading", "note"} <= set(ids)
    for heading in page.all("h2"):
        assert heading.inside[2] in {"nav", "main", "footer"}
    for landmark in ("header", "nav", "main", "footer"):
        assert page.one(landmark).inside == ("html", "body")


def test_every_link_leads_to_a_heading_of_the_page_and_nothing_comes_from_elsewhere(page, account):
    ids = {item.attributes["id"] for item in page.all("h2")}
    assert {item.attributes["href"] for item in page.all("a")} == {f"#{name}" for name in ids - {"contents"}}
    assert not page.all("script", "link", "img", "iframe", "object")
    assert not re.search(r"url\(|@import|https?:|\son\w+=", debrief_page(account))
    labels = {item.attributes["aria-labelledby"] for item in page.all("nav", "section", "footer")}
    assert labels == ids


def test_tables_have_a_caption_and_every_row_and_column_a_header_that_says_so(page):
    tables = page.all("table")
    assert len(tables) == len(page.all("caption")) == 3
    assert {item.attributes.get("scope") for item in page.all("th")} == {"row", "col"}
    rows = [item for item in page.all("th") if item.attributes["scope"] == "row"]
    assert len(rows) == sum("tbody" in item.inside for item in page.all("tr"))


def test_pictures_are_hidden_from_readers_and_their_numbers_stand_in_words(page, account):
    assert {item.attributes["aria-hidden"] for item in page.all("svg")} == {"true"}
    assert not page.all("svg")[0].text
    cells = [item.text for item in page.all("td")]
    for theme in account.themes:
        assert theme.said in cells
    for outcome in account.outcomes:
        assert {str(outcome.start), str(outcome.values[-1])} <= set(cells)
    assert len(page.all("svg")) == len(account.themes) + len(account.outcomes)


def test_the_line_of_a_measure_has_its_numbers_in_a_row_beside_it(page, account):
    (outcome,) = account.outcomes
    heads, cells = ([item.text for item in page.all(tag)] for tag in ("th", "td"))
    assert [head for head in heads if head in account.months] == list(account.months)
    numbers = [str(each) for each in (outcome.start, *outcome.values)]
    assert any(cells[n : n + len(numbers)] == numbers for n in range(len(cells)))
    (path,) = page.all("path")
    assert path.attributes["d"].count("V") == len(outcome.values)


def test_the_decisions_that_mattered_and_what_is_next_are_told(page, account):
    text = page.one("body").text
    assert len(account.decisions) == 3
    for line in (*account.mattered, *account.next, *(line for item in account.decisions for line in item.lines)):
        assert line in text


def test_every_finding_and_citation_is_told(page, account):
    text = page.one("body").text
    findings = [found for turn in account.path for found in turn.findings]
    assert len(findings) == 4
    for found in findings:
        assert f"{found.verdict}: {found.title}. {found.where}" in text
    for item in account.reading:
        assert f"“{item.quote}”" in text
        assert f"{item.where} ({item.id})" in text
        assert item.since[0] == "2012 text, replaced April 2013; check the present position."
    assert text.count("2012 text, replaced April 2013") >= len(account.reading) + len(account.against)


def test_text_of_a_pack_is_shown_and_never_obeyed(account):
    turn = evolve(account.path[0], title=HOSTILE, asked=(HOSTILE,), decided=HOSTILE)
    themes = (evolve(account.themes[0], name=HOSTILE, said=HOSTILE),)
    text = debrief_page(evolve(account, title=HOSTILE, about=(HOSTILE,), path=(turn,), themes=themes, luck=(HOSTILE,)))
    page = read_page(text)
    assert not page.all("script")
    shown = HOSTILE.replace("\u202e", r"\x202e").replace("\u2066", r"\x2066").replace("\x1b", r"\x1b")
    assert page.one("title").text == page.one("h1").text == f"Debrief: {shown}"
    assert page.one("body").text.count(shown) == 8
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_a_play_that_goes_on_is_told_as_far_as_it_goes(ended: Play):
    page = read_page(debrief_page(account_of(undo(ended))))
    assert said("page.unfinished") in page.one("header").text
    assert "ending" not in [item.attributes.get("id") for item in page.all("h2")]
    assert "beside" not in [item.attributes.get("id") for item in page.all("h2")]


def test_a_play_that_has_not_begun_is_told_too(ended: Play):
    page = read_page(debrief_page(account_of(start(ended.game, ended.log))))
    assert not [item for item in page.all("th") if item.text == "May 2012"]


def test_the_same_play_gives_the_same_page(ended, proved, suggestions, account):
    assert debrief_page(account_of(ended, proved, suggestions=suggestions)) == debrief_page(account)


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_stands_out_by_seven_to_one_in_light_and_in_dark(account):
    style = read_page(debrief_page(account)).one("style").text
    schemes = [dict(re.findall(r"--(\w+): (#\w{6})", part)) for part in re.findall(r":root \{(.*?)\}", style)]
    assert len(schemes) == 2
    for scheme in schemes:
        for name in ("ink", "quiet", "link"):
            assert contrast(scheme[name], scheme["paper"]) >= 7, (name, scheme)
        for name in ("line", "bar"):
            assert contrast(scheme[name], scheme["paper"]) >= 3, (name, scheme)
