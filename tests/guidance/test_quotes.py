"""Quotes stand at their pinpoint, word for word: on small invented texts, and for all that is shipped."""

import re
from pathlib import Path

import pytest
import tomli
from attrs import evolve, frozen

from lmcs_sim.guidance.layouts import LAYOUTS, passages, plain
from lmcs_sim.guidance.quotes import at, check, check_all, stands_in

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules" / "guidance"
TEXTS = ROOT.parent / "shared" / "sources"
MOST_WORDS = 20

INVENTED = """
## Who it is for

1. This handbook is for harbour masters<sup>1</sup> and their **deputies**. The harbour master should keep
the lamp lit \u2013 every night.

## Key points

- The harbour master must ring the bell. The deputy must

---

<sup>1</sup> References to "harbour" do not include lakes.

<sup>2</sup> See the Lamps Act.

# The quay

- The deputy may paint the quay.

2. The master has charge of the ropes, including knots and

---

<sup>3</sup> Any rope.

splices. The deputy must not cut a rope in fog (e.g. to save time).

3. More exactly, the master and the deputy should in their own ways:

- mend the *nets* before the day's end; and

---

<sup>4</sup> Any net.

- \u201ccount\u201d the gulls.
"""


@frozen
class Row:
    """A provision as the check sees it."""

    id: str = "harbour.p1.lamp"
    pinpoint: str = "para 1 s2"
    quote: str = "keep the lamp lit - every night"
    stem: str = ""
    stem_pinpoint: str = ""
    operative: str = "should keep"


PLACES = passages(INVENTED, "dfe2012")


def test_a_true_quote_passes():
    assert check(Row(), PLACES).ok


def test_one_word_changed_fails_and_the_nearest_words_are_named():
    found = check(Row(quote="keep the lamp dim - every night"), PLACES)
    assert found.failed == ("quote",)
    assert found.nearest_place == "para 1 s2"
    assert found.nearest.startswith("The harbour master should keep the lamp lit")


def test_a_quote_moved_to_another_paragraph_fails():
    found = check(Row(pinpoint="para 2", operative="has charge"), PLACES)
    assert found.failed == ("quote",)
    assert (found.place, found.nearest_place) == ("para 2", "para 1 s2")


def test_a_quote_moved_to_another_sentence_fails():
    assert check(Row(pinpoint="para 1 s1", operative="is for"), PLACES).failed == ("quote",)


@pytest.mark.parametrize(
    "pinpoint", ["para 9", "para 1 s3", "para 1 s0", "para 3 bullet 3", "footnote 9", "nowhere", ""]
)
def test_a_pinpoint_that_is_not_there_fails(pinpoint):
    assert "pinpoint" in check(Row(pinpoint=pinpoint), PLACES).failed


def test_operative_words_in_neither_sentence_nor_stem_fail():
    assert check(Row(operative="must keep"), PLACES).failed == ("operative",)


def test_operative_words_may_stand_in_the_stem():
    bullet = Row(
        pinpoint="para 3 bullet 1",
        quote="mend the nets",
        stem="the master and the deputy should in their own ways",
        stem_pinpoint="para 3 opening words",
        operative="should ... mend",
    )
    assert check(bullet, PLACES).ok
    assert check(evolve(bullet, stem="", stem_pinpoint=""), PLACES).failed == ("operative",)
    assert check(evolve(bullet, stem="the master and the deputy must"), PLACES).failed == ("stem", "operative")
    assert check(evolve(bullet, stem_pinpoint="para 2"), PLACES).failed == ("stem",)
    assert check(evolve(bullet, stem_pinpoint="para 7"), PLACES).failed == ("stem-pinpoint", "stem")


def test_the_pieces_of_the_operative_words_stand_in_order():
    assert check(Row(operative="should ... lit"), PLACES).ok
    assert check(Row(operative="lit ... should"), PLACES).failed == ("operative",)


def test_a_page_break_and_its_footnotes_inside_a_sentence_do_not_matter():
    assert check(Row(pinpoint="para 2 s1", quote="knots and splices", operative="has charge"), PLACES).ok
    assert PLACES["para 2"].startswith("The master has charge of the ropes, including knots and splices.")
    assert PLACES["para 3 bullet 2"] == '"count" the gulls.'


def test_a_heading_ends_a_paragraph():
    assert PLACES["Key points bullet 1"].endswith("The deputy must")
    assert "The deputy may paint the quay." not in PLACES.values()


def test_footnotes_are_passages_and_their_marks_are_not_words():
    assert check(Row(pinpoint="footnote 1", quote="do not include lakes", operative="do not include"), PLACES).ok
    assert PLACES["para 1"].startswith("This handbook is for harbour masters and their deputies.")


def test_pieces_joined_by_dots_are_not_a_quote():
    assert check(Row(quote="harbour master ... every night"), PLACES).failed == ("quote",)


@pytest.mark.parametrize("quote", ["lamp", ""])
def test_a_quote_is_at_least_two_words(quote):
    assert check(Row(quote=quote), PLACES).failed == ("quote",)


def test_only_whole_words_count():
    assert stands_in("a rope", "cut a rope in fog")
    assert not stands_in("is", "This text")
    assert not stands_in("a rope", "cut a rope's end")
    assert not stands_in("use it", "you may re-use it")
    assert not stands_in("", "anything")


def test_where_the_count_of_sentences_is_in_doubt_the_paragraph_stands_for_the_sentence():
    doubtful = "See No. 4 of the list. The bell is rung."
    assert at("para 1 s2", {"para 1": doubtful}) == doubtful
    assert at("para 1 s2", {"para 1": "See the list. The bell is rung."}) == "The bell is rung."


def test_marks_quote_marks_and_dashes_are_alike():
    assert plain("<b>The  \u201cbell\u201d</b> \u2013\n**loud**<sup>2</sup>") == 'The "bell" - loud'
    assert plain("co-\noperation") == "co-operation"
    assert plain("[the bell](http://bell)") == "the bell"


def test_a_named_officers_details_are_in_no_passage():
    report = "**9. Risks:**\n\nThe bell may crack.\n\n**Contact Name:** A. Officer,\nTel. No.: 5\n"
    assert dict(passages(report, "roth2011")) == {"section 9": "The bell may crack."}


# What is shipped.


def shipped():
    for path in sorted(RULES.glob("*.toml")):
        data = tomli.loads(path.read_text(encoding="utf-8"))
        if "source" in data:
            yield data


SHIPPED = list(shipped())
PROVISIONS = [row for data in SHIPPED for row in data["provision"]]


def as_row(row):
    return Row(
        row["id"], row["pinpoint"], row["quote"], row.get("stem", ""), row.get("stem-pinpoint", ""), row["operative"]
    )


def test_every_source_is_shipped_whole():
    counts = {data["source"]["id"]: len(data["provision"]) for data in SHIPPED}
    assert counts == {"dfe2012": 254, "nfer2008": 29, "sg2005": 24, "roth2011": 42, "profile": 47}
    assert counts.keys() == LAYOUTS.keys()


@pytest.mark.parametrize("data", SHIPPED, ids=lambda data: data["source"]["id"])
def test_every_shipped_quote_stem_and_operative_stands_in_its_text(data):
    text = TEXTS / data["source"]["file"]
    if not text.is_file():
        pytest.skip(f"no text to check against: {TEXTS} is not beside this checkout")
    found = check_all(map(as_row, data["provision"]), text.read_text(encoding="utf-8"), data["source"]["id"])
    assert [one for one in found if not one.ok] == []


@pytest.mark.parametrize("row", PROVISIONS, ids=lambda row: row["id"])
def test_what_a_screen_shows_holds_the_operative_words(row):
    """A reader who sees the stem and the quote can check the modality without the text."""
    assert stands_in(row["operative"], f"{row.get('stem', '')} {row['quote']}")
    assert "stem" not in row or not stands_in(row["operative"], row["quote"])
    assert "stem-pinpoint" not in row or row["stem-pinpoint"] != row["pinpoint"]
    assert len(row["quote"].split()) <= MOST_WORDS
    assert len(row.get("stem", "").split()) <= MOST_WORDS


WORDS_OF = {
    "must": r"must|requires|requirement|places a duty on|required to|will need to",
    "must-not": r"disqualified|prevented|(must .*)?do not",
    "should": r"should|likely to be essential|are welcomed",
    "should-not": r"should not|not appropriate|not be part of",
    "may": r"may|permissible|it is for|possibly|choosing",
    "will": r"will|plan to",
    "encouraged": r"encouraged",
}

BARE = {
    "profile.committee.membership",
    "profile.relationships.b1.partners",
    "profile.relationships.b2.dph",
    "profile.challenge.strategic-leadership",
    "profile.challenge.support-and-challenge",
}
"""Rows of the role profile that are a bare instruction, with no "should" above them."""


@pytest.mark.parametrize("row", [row for row in PROVISIONS if row["id"] not in BARE], ids=lambda row: row["id"])
def test_a_modality_is_borne_out_by_its_operative_words(row):
    if words := WORDS_OF.get(row["modality"]):
        assert re.search(rf"\b({words})\b", row["operative"], re.IGNORECASE)


def test_every_must_rests_on_a_known_law():
    laws = {law["id"] for law in tomli.loads((RULES / "law.toml").read_text(encoding="utf-8"))["law"]}
    assert {law for row in PROVISIONS for law in row.get("rests-on", [])} <= laws
    musts = {row["id"] for row in PROVISIONS if row["modality"].startswith("must")}
    resting = {row["id"] for row in PROVISIONS if row.get("rests-on")}
    assert musts - resting == {"dfe2012.licence.third-party"}  # the licence, not a duty


def test_what_is_unsure_says_so():
    """Hedged words never stand in something that would be shown as fact."""
    facts = [since["what"] for row in PROVISIONS for since in row.get("since", []) if since["sure"]]
    assert [what for what in facts if re.search(r"understood|not seen|^Whether|^When |^Which", what)] == []


def test_no_contact_details_are_shipped():
    for path in RULES.glob("*.toml"):
        assert not re.search(r"@|Contact Name|Tel\b|\b0\d{3,}", path.read_text(encoding="utf-8")), path
