"""Looking things up on the command line: lists, search, one act tried, explanations, coverage."""

import json

import pytest
from running import run

VOTE = "dfe2012.p23.lmcs-not-decide"
RULE = "safeguarding.member-does-not-decide"


def data(*arguments):
    ran = run(*arguments, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def lines(*arguments):
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


# The guidance.


def test_guidance_list_gives_every_provision_with_its_rules_and_scenarios(shipped):
    records = data("guidance", "list")
    assert [row["id"] for row in records] == list(shipped.guidance.provisions)
    row = next(row for row in records if row["id"] == VOTE)
    assert RULE in row["rules"]
    assert "casting-vote" in row["scenarios"]
    assert row == data("guidance", "show", VOTE)
    for row in records:
        assert row["rules"] or row["unruled"] in (None, *UNRULED_WORDS)


UNRULED_WORDS = (
    *("definition", "addressed-to-others", "permission", "pointer", "history", "research", "local", "background"),
)


def test_guidance_list_is_narrowed_by_source_and_theme():
    both = data("guidance", "list", "--source", "dfe2012", "--theme", "safeguarding")
    assert both
    assert {(row["source"], row["theme"]) for row in both} == {("DfE guidance, 2012 print", "safeguarding")}
    told = lines("guidance", "list", "--source", "dfe2012", "--theme", "safeguarding")
    assert [line.partition(": ")[0] for line in told] == [row["id"] for row in both]


def test_guidance_search_wants_all_the_words_wherever_they_stand():
    found = [row["id"] for row in data("guidance", "search", "Decision", "MAKING process", "LSCB")]
    assert VOTE in found
    assert len(found) < 5
    assert [line.partition(": ")[0] for line in lines("guidance", "search", "decision making", "process lscb")] == found
    nothing = run("guidance", "search", "no such words")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No provision has all these words.\n")


def test_guidance_show_names_the_rules_the_scenarios_and_why_there_is_no_rule(shipped):
    told = "\n".join(lines("guidance", "show", VOTE))
    assert "Rules that rest on it: " in told
    assert "Scenarios that play it: casting-vote" in told
    left = next(row for row in data("guidance", "list") if row["unruled"] and not row["rules"])
    told = "\n".join(lines("guidance", "show", left["id"]))
    assert f"No rule rests on it ({left['unruled']}): it" in told


# The rules.


def test_rules_list_is_narrowed_by_theme_and_tag(shipped):
    records = data("rules", "list")
    assert [row["id"] for row in records] == [rule.id for rule in shipped.rules]
    stale = data("rules", "list", "--tag", "stale")
    assert stale
    assert [row["id"] for row in stale] == [row["id"] for row in records if "stale" in row["tags"]]
    theme = stale[0]["theme"]
    both = lines("rules", "list", "--tag", "stale", "--theme", theme)
    assert [line.partition(": ")[0] for line in both] == [row["id"] for row in stale if row["theme"] == theme]
    assert "casting-vote" in next(row for row in records if row["id"] == RULE)["scenarios"]


def test_rules_show_gives_a_rule_part_by_part():
    told = lines("rules", "show", RULE)
    for line in (
        f"Rule: {RULE}",
        "Traps: over-reach",
        "Finds: the act itself fails it",
        "Scenarios that play it: casting-vote",
    ):
        assert line in told
    record = data("rules", "show", RULE)
    assert (record["id"], record["force"], record["honours"]) == (RULE, "should", False)
    assert record["citations"][0]["provision"] == VOTE
    assert (record["from"], record["local"]) == ("2012", None)


def test_every_rule_can_be_shown_and_explained_in_every_form(shipped):
    from lmcs_sim.play.lookup import rule_lines, rule_record
    from lmcs_sim.play.rule_card import card_lines, card_record, rule_markdown

    for rule in shipped.rules:
        page = "\n".join(rule_markdown(rule, shipped))
        assert page.startswith("# ")
        assert all(f"(`{name}`)" in page for name in rule.entry.cites)
        assert page.count("| ") >= 2 * (len(rule.entry.example) + 2)
        json.dumps([rule_record(rule, shipped), card_record(rule, shipped)])
        assert not any(line.endswith(": ") for line in (*rule_lines(rule, shipped), *card_lines(rule, shipped)))


def test_rules_explain_has_three_forms():
    assert run("rules", "explain", RULE, "--format", "json").out == run("rules", "explain", RULE, "--json").out
    assert run("rules", "explain", RULE, "--format", "words").out == run("rules", "explain", RULE).out
    page = lines("rules", "explain", RULE, "--format", "markdown")
    assert page[0] == "# Stay out of the board's decision"
    assert "## Examples" in page
    assert "> but not be part of the decision making process" in page


def tried(*arguments):
    record = data("rules", "try", *arguments)
    return record, {row["rule"]: row for row in record["rulings"]}


def test_rules_try_gives_a_finding_with_its_trace():
    record, rows = tried("vote", "at=safeguarding-board", "--date", "2012-05-14")
    assert list(record) == ["act", "says", "date", "done", "known", "standing", "sources", "rulings"]
    assert record["says"] == "the Lead Member votes at the safeguarding board"
    row = rows[RULE]
    assert (row["verdict"], row["why_not"]) == ("departed", None)
    assert {(check["field"], check["held"]) for check in row["applied"]} == {
        ("act", True),
        ("actor", True),
        ("at", True),
    }
    assert row["finding"]["holder"] == "LMCS"
    told = lines("rules", "try", "vote", "at=safeguarding-board", "--date", "2012-05-14")
    assert told[0] == "Act: The Lead Member votes at the safeguarding board."
    assert f"Departed (!): Stay out of the board's decision ({RULE})" in told
    assert "Applies where: at: at the safeguarding board: yes" in told


def test_rules_try_says_why_not_by_kind():
    _, rows = tried("vote", "at=cabinet", "--date", "2012-05-14")
    assert rows[RULE]["verdict"] == "not-applicable"
    assert rows[RULE]["why_not"] == {
        "kind": "condition",
        "text": "It speaks only of this: at: at the safeguarding board.",
        "near_miss": True,
    }
    assert "Near miss: It speaks only of this: at: at the safeguarding board." in lines(
        "rules", "try", "vote", "at=cabinet", "--date", "2012-05-14"
    )
    _, rows = tried("vote", "at=safeguarding-board", "--date", "2020-01-01")
    assert (rows[RULE]["verdict"], rows[RULE]["why_not"]["kind"]) == ("not-in-force", "not-in-force")
    assert rows[RULE]["why_not"]["text"] == "Its provision lapsed: 29 September 2019."
    _, rows = tried("vote", "at=safeguarding-board", "--date", "2005-01-01")
    assert rows[RULE]["why_not"]["text"] == "Its provision did not speak before 2012."


def test_rules_try_judges_after_what_was_done():
    asked = ("accept-functions", "functions=housing", "--date", "2012-05-14")
    rule = "functions.test-before-adding"
    _, bare = tried(*asked)
    assert bare[rule]["verdict"] == "departed"
    assert any(not check["held"] for check in bare[rule]["required"])
    needs = ",".join(need["word"] for need in bare[rule]["needs"])
    record, done = tried(*asked, "--done", needs)
    assert record["done"] == sorted(needs.split(","))
    assert done[rule]["verdict"] == "explained"
    assert all(need["done"] for need in done[rule]["needs"])


def test_rules_try_gives_every_rule_about_such_acts_findings_first(shipped):
    record, rows = tried("press-for", *required("press-for", shipped), "--date", "2012-05-14")
    about = {rule.id for rule in shipped.rules if "press-for" in rule.entry.on}
    assert set(rows) == about
    found = [row["why_not"] is None for row in record["rulings"]]
    assert found == sorted(found, reverse=True)
    near = [row["why_not"]["near_miss"] for row in record["rulings"] if row["verdict"] == "not-applicable"]
    assert near == sorted(near, reverse=True)


def required(act, book):
    carried = book.vocabulary.act[act].carries()
    return [f"{name}={next(iter(book.vocabulary.field[name].words))}" for name, needed in carried if needed]


def test_rules_try_agrees_with_every_shipped_example(shipped):
    """Trying an example is judging it."""
    from lmcs_sim.play.tried import try_act, why_not
    from lmcs_sim.rules.examples import circumstances_of
    from lmcs_sim.rules.verdict import is_finding

    for rule in shipped.rules:
        for example in rule.entry.example:
            at = circumstances_of(example, rule, shipped)
            rulings = try_act(shipped, example.given.act, at)
            mine = [ruling.verdict for ruling in rulings if ruling.rule is rule]
            if example.given.act.act in rule.entry.on:
                assert example.expect in mine, rule.id
            for ruling in rulings:
                reason = why_not(ruling, shipped, at)
                assert (reason is None) == is_finding(ruling.verdict)
                assert reason is None or reason.text.strip()


def test_a_local_source_is_named_to_be_heard(tmp_path):
    import re

    from running import ROOT

    worked = (ROOT / "docs" / "write-a-rule.md").read_text(encoding="utf-8")
    for name, block in re.findall(r"<!-- test: pack (\S+) -->\n```toml\n(.*?)^```", worked, re.M | re.S):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    asked = ("--pack", tmp_path / "thornmere", "rules", "try", "visit", "who=front-line-team")
    rule = "thornmere.tell-the-director-first"

    def row(*more):
        return next(row for row in data(*asked, *more)["rulings"] if row["rule"] == rule)

    assert row()["why_not"] == {
        "kind": "not-binding",
        "text": "Thornmere protocol, 2012 binds only where the council names it (thornmere).",
        "near_miss": False,
    }
    bound = ("--source", "thornmere", "--date", "2012-06-01")
    assert row(*bound)["verdict"] == "departed"
    assert row(*bound, "--done", "thornmere-director-told")["verdict"] == "met"
    excepted = data(*asked, "matter=children-in-care", *bound)["rulings"]
    assert next(item for item in excepted if item["rule"] == rule)["why_not"]["kind"] == "exception"


def test_coverage_has_the_shape_that_is_promised():
    record = data("coverage")
    assert list(record) == ["provisions", "rules", "by_source"]
    assert record["provisions"]["total"] >= 396
    assert list(record["by_source"]) == ["dfe2012", "nfer2008", "profile", "roth2011", "sg2005"]
    assert 0 < record["rules"]["played"] <= record["rules"]["total"]
    told = lines("coverage")
    assert told[0].startswith("Source ")
    assert told[6].split()[:2] == ["All", str(record["provisions"]["total"])]


# What is asked wrongly, and text that a terminal would obey.


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["guidance", "list", "--source", "dfe2021"], "there is no source 'dfe2021'\n  Did you mean 'dfe2012'?"),
        (["guidance", "list", "--theme", "safegarding"], "Did you mean 'safeguarding'?"),
        (["rules", "list", "--theme", "safegarding"], "Did you mean 'safeguarding'?"),
        (["rules", "list", "--tag", "overreach"], "Did you mean 'over-reach'?"),
        (["rules", "show", "nothing"], "there is no rule 'nothing'"),
        (["rules", "try", "voat", "at=cabinet"], "unknown act 'voat'\n  Did you mean 'vote'?"),
        (["rules", "try", "vote"], "'vote' needs the field 'at'"),
        (["rules", "try", "vote", "at"], "'at' is not field=word\n  Write it as matter=thresholds."),
        (["rules", "try", "vote", "at=cabinet", "at=cabinet"], "'at' is given twice"),
        (["rules", "try", "vote", "at=cabinnet"], "unknown word 'cabinnet' for 'at'\n  Did you mean 'cabinet'?"),
        (["rules", "try", "vote", "at=cabinet", "governance=leeder"], "unknown word 'leeder' for 'governance'"),
        (["rules", "try", "vote", "at=cabinet", "--done", "x"], "unknown word 'x' for 'done'"),
        (["rules", "try", "vote", "at=cabinet", "--known", "x"], "unknown word 'x' for 'known'"),
        (["rules", "try", "vote", "at=cabinet", "--date", "May"], "'May' is not a day"),
        (["rules", "try", "vote", "at=cabinet", "--source", "x"], "there is no source 'x'"),
        (["rules", "try", "vote", "at=cabinet", "--source", "dfe2012"], "'dfe2012' is not a local source"),
        (["rules", "explain", RULE, "--format", "html"], "--format"),
    ],
)
def test_a_wrong_question_exits_2_and_says_what_is_wrong(arguments, said):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("command line: error[")
    assert said in ran.err


def test_faults_of_an_act_are_told_at_once():
    told = run("rules", "try", "vote", "whose=x", "--json").err
    assert "'vote' does not carry the field 'whose'" in told
    assert "'vote' needs the field 'at'" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "try", "\x1b[31mvote"],
        ["rules", "try", "vote", "at=\x1b[31m"],
        ["guidance", "list", "--source", "\x1b[31m"],
    ],
)
def test_escapes_are_shown_as_codes(arguments):
    ran = run(*arguments)
    assert "\x1b" not in ran.out + ran.err
    assert "x1b" in ran.err


def test_escapes_in_a_pack_are_shown_as_codes(tmp_path):
    guidance = tmp_path / "rules" / "guidance"
    guidance.mkdir(parents=True)
    (guidance / "ours.toml").write_text(
        """\
[source]
id = "ours"
title = "Ours"
short = "Ours \\u001b[31m, 2012"
kind = "local"
from = "2012"
checked = 2026-11-21
[[provision]]
id = "ours.p1"
pinpoint = "para 1"
addressee = "LMCS"
modality = "is"
states = "fact"
operative = "is"
theme = "safeguarding"
gist = "It is \\u001b]0;so\\u0007."
quote = "it is so"
unruled = "background"
"""
    )
    for arguments in (["guidance", "list", "--source", "ours"], ["guidance", "search", "ours.p1"], ["coverage"]):
        for form in ([], ["--json"]):
            ran = run("--pack", tmp_path, *arguments, *form)
            assert (ran.code, ran.err) == (0, "")
            assert "\x1b" not in ran.out
            assert "\x07" not in ran.out


def test_a_spoilt_scenario_is_said_and_what_was_asked_is_still_told(tmp_path):
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "spoilt.toml").write_text("a = ")
    ran = run("--pack", tmp_path, "guidance", "show", VOTE, "--json")
    assert (ran.code, json.loads(ran.out)["id"]) == (1, VOTE)
    assert f"{tmp_path}/scenarios/spoilt.toml:1:5: error[E002]" in ran.err
