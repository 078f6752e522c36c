"""The Markdown: read by a Markdown reader, it tells everything, and nothing in a text is obeyed."""

import re

import pytest
from attrs import evolve
from html_page import Page, read_page
from markdown_it import MarkdownIt

from lmcs_sim.pages.account import Account, account_of
from lmcs_sim.pages.debrief_markdown import debrief_markdown
from lmcs_sim.play.play import undo
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import HEADINGS

HOSTILE = (
    "<b>x</b> *a* __b__ `c` [d](http://e) ![f](g) | h ~~i~~ &amp; \\ \u202ej\x1b[0m",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "===",
    "---",
    "- - -",
    "```",
    "| a | b |",
    "line\n\n# heading",
)


def rendered(text: str) -> Page:
    return read_page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text).replace("<hr />", ""))


def words(page: Page) -> str:
    return " ".join(item.text for item in page.elements if not item.inside)


def test_every_finding_and_citation_is_told(account: Account):
    text = words(rendered(debrief_markdown(account)))
    findings = [found for turn in account.path for found in turn.findings]
    assert len(findings) == 4
    for found in findings:
        assert f"{found.verdict}: {found.title}. {found.where}" in text
    for item in account.against:
        for line in (item.scenes, item.text, item.part, f"Because: {item.because}", f"Instead: {item.instead}"):
            assert line in text
    for read in account.reading:
        assert f"“{read.quote}” {read.where} ({read.id}) Since: 2012 text, replaced April 2013" in text
    for line in (*account.duty, *account.luck, *account.note):
        assert line in text


def test_the_decisions_that_mattered_the_months_and_what_is_next_are_told(account: Account):
    page = rendered(debrief_markdown(account))
    text = words(page)
    for line in (*account.mattered, *account.next, *(line for item in account.decisions for line in item.lines)):
        assert line in text
    (outcome,) = account.outcomes
    cells = [item.text for item in page.all("th", "td")]
    assert [month for month in cells if month in account.months] == list(account.months)
    row = cells.index(outcome.title)
    assert cells[row + 1 :][: 1 + len(outcome.values)] == [str(each) for each in (outcome.start, *outcome.values)]


def test_a_bar_stands_beside_the_words_of_each_theme_with_its_spaces_kept(account: Account):
    drawn = re.findall("`(.*?)`", debrief_markdown(account))
    assert any(bar.startswith("\u00a0") for bar in drawn)
    assert not any(" " in bar for bar in drawn)
    bars = [item.text for item in rendered(debrief_markdown(account)).all("code")]
    assert len(bars) == len(account.themes)
    for item, drawn in zip(account.themes, bars, strict=True):
        assert ("█" in drawn) is (item.points != 0)


def test_sections_stand_in_the_order_of_the_debrief(account):
    titles = [item.text for item in rendered(debrief_markdown(account)).all("h2")]
    assert titles == [title for title in HEADINGS.values() if title in titles]
    assert len(titles) >= 9


def test_the_path_stands_beside_the_best_and_the_worst(account):
    page = rendered(debrief_markdown(account))
    text = words(page)
    assert "Your path: Decides: Cast the vote. The best: Decides: Put a question to the table." in text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_pack_is_shown_and_never_obeyed(text, account):
    plain = rendered(debrief_markdown(account))
    turn = evolve(account.path[0], decided=text, asked=(text,))
    changed = evolve(
        account,
        about=(text,),
        path=(turn, *account.path[1:]),
        themes=(evolve(account.themes[0], name=text), *account.themes[1:]),
        luck=(text,),
    )
    page = rendered(debrief_markdown(changed))
    shown = " ".join(text.split()).replace("\u202e", r"\x202e").replace("\x1b", r"\x1b")
    assert words(page).count(shown) == 5
    assert [item.tag for item in page.elements] == [item.tag for item in plain.elements]


def test_a_play_that_goes_on_is_told_as_far_as_it_goes(ended):
    page = rendered(debrief_markdown(account_of(undo(ended))))
    assert said("page.unfinished") in words(page)
    assert HEADINGS["ending"] not in [item.text for item in page.all("h2")]


def test_the_same_play_gives_the_same_text(ended, proved, suggestions, account):
    assert debrief_markdown(account_of(ended, proved, suggestions=suggestions)) == debrief_markdown(account)
