"""`play --choose … --why`: the reasons behind the last step in words, in Markdown and as data."""

import json

from running import run

ACCEPT = ("play", "one-more-portfolio", "--choose", "accept-now", "--seed", "1", "--why")


def test_words_tell_what_was_required_what_each_other_choice_gives_and_another_date():
    said = run(*ACCEPT, "words").out
    for opening in ("Required: ", "To depart: ", "Another choice: ", "Another date: "):
        assert f"\n{opening}" in said


def test_data_tells_the_same_each_claim_by_itself():
    told = json.loads(run(*ACCEPT, "json").out)
    assert told["step"] == "accept-now"
    (departed,) = [item for item in told["findings"] if item["verdict"] == "departed"]
    assert departed["citations"][0]["pinpoint"] == "para 10 s3"
    assert [item["held"] for item in departed["required"]] == [False, False, False]
    assert not any(item["done_before"] for item in departed["needs"])
    assert len(departed["other_choices"]) == 3
    assert departed["other_date"]["verdict"] == "not-in-force"


def test_a_claim_about_another_choice_is_what_that_choice_gives():
    told = json.loads(run("play", "casting-vote", "--choose", "cast-the-vote", "--why", "json").out)
    (departed,) = [item for item in told["findings"] if item["verdict"] == "departed"]
    verdicts = {item["choice"]: item["verdict"] for item in departed["other_choices"]}
    chair = json.loads(run("play", "casting-vote", "--choose", "chair-it", "--json").out)
    found = [item["verdict"] for item in chair["turns"][0]["consequences"] if item.get("rule") == departed["rule"]]
    assert found == ["departed"]
    assert sorted(verdicts.values(), key=str) == [None, None, "departed"]


def test_markdown_is_a_page_with_a_heading_and_a_quotation_for_each_finding():
    page = run(*ACCEPT, "markdown").out
    assert page.startswith("# Why: accept-now\n")
    assert page.count("\n## ") >= 2
    assert "\n> DfE guidance, 2012 print, para 10 s3 (`dfe2012.p10.local-test-of-assurance`)" in page
    assert "- **Another choice**: " in page


def test_why_without_choose_is_asked_wrongly():
    ran = run("play", "casting-vote", "--why", "words")
    assert ran.code == 2
    assert "go with --choose" in ran.err
