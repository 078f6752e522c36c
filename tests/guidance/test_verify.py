"""`guidance verify`: what passes, what fails with its place and the nearest passage, and what is recorded where."""

import datetime as dt
import hashlib
import json
import os
import re
import shutil

import pytest
import tomli
from running import ROOT, run

from lmcs_sim.author.verify import with_line
from lmcs_sim.guidance.layouts import passages
from lmcs_sim.guidance.quotes import at

TEXTS = ROOT.parent / "shared" / "sources"
SOURCES = {
    "dfe2012": "dfe-2012.txt",
    "nfer2008": "nfer-2008.txt",
    "profile": "lmcs-role-profile.txt",
    "roth2011": "rotherham-2011.txt",
    "sg2005": "guidance-2005-ch3.txt",
}
VOTE = "dfe2012.p23.lmcs-not-decide"
with_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason=f"no texts to check against: {TEXTS} is not there")


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """A copy of the shipped sources, in place of the built-in pack."""
    return copy_to(tmp_path / "checkout", monkeypatch)


def copy_to(folder, monkeypatch):
    guidance = folder / "rules" / "guidance"
    guidance.mkdir(parents=True)
    for name in SOURCES:
        shutil.copy(ROOT / "rules" / "guidance" / f"{name}.toml", guidance)
    for module in ("toml.packs", "author.verify"):
        monkeypatch.setattr(f"lmcs_sim.{module}.built_in", lambda: folder)
    return guidance


def verified(source, *more):
    return run("guidance", "verify", source, TEXTS / SOURCES[source], "--date", "2026-11-22", *more)


def change(path, provision, key, value, old=None):
    """Changes one field of one provision in its file."""
    text = path.read_text(encoding="utf-8")
    start = text.index(f'id = "{provision}"')
    end = text.find("[[provision]]", start)
    row = text[start : end if end > 0 else len(text)]
    found = re.search(rf"^{key} = (.*)$", row, re.M)
    assert found
    new = f"{key} = {json.dumps(value if old is None else json.loads(found[1]).replace(old, value))}"
    assert new != found[0]
    path.write_text(text.replace(row, row.replace(found[0], new)), encoding="utf-8")


@with_texts
@pytest.mark.parametrize("source", SOURCES)
def test_every_source_passes_and_is_recorded_by_one_line(pack, source):
    path = pack / f"{source}.toml"
    before = path.read_bytes().decode()
    ran = verified(source)
    assert (ran.code, ran.err) == (0, "")
    after = path.read_bytes().decode()
    old, new = tomli.loads(before), tomli.loads(after)
    sha = hashlib.sha256((TEXTS / SOURCES[source]).read_bytes()).hexdigest()
    assert new["source"].pop("verified") == {"sha256": sha, "on": dt.date(2026, 11, 22)}
    old["source"].pop("verified", None)
    assert new == old
    changed = set(after.split("\n")) - set(before.split("\n"))
    assert changed <= {f'verified = {{ sha256 = "{sha}", on = 2026-11-22 }}'}
    assert verified(source).code == 0
    assert path.read_bytes().decode() == after


@with_texts
def test_the_data_says_what_was_checked_and_recorded(pack):
    record = json.loads(verified("profile", "--json").out)
    assert list(record) == ["source", "sha256", "provisions", "passed", "failed", "recorded"]
    assert (record["passed"], record["failed"]) == (record["provisions"], [])
    assert record["recorded"] == {"sha256": record["sha256"], "on": "2026-11-22"}


@with_texts
@pytest.mark.parametrize(
    ("key", "value", "old", "said", "failed"),
    [
        ("quote", "making procedure", "making process", "the quote is not at para 23 s2", ["quote"]),
        ("pinpoint", "para 8 s5", None, "the quote is not at para 8 s5", ["quote", "operative"]),
        ("pinpoint", "para 99", None, "the text has no 'para 99'", ["pinpoint", "quote", "operative"]),
        ("operative", "must", None, "neither para 23 s2 nor its stem has these operative words: 'must'", ["operative"]),
    ],
    ids=["a word changed", "moved to another paragraph", "a place that is not there", "not its operative word"],
)
def test_what_does_not_stand_there_fails_with_its_place_and_the_nearest_passage(pack, key, value, old, said, failed):
    path = pack / "dfe2012.toml"
    change(path, VOTE, key, value, old)
    before = path.read_bytes()
    ran = verified("dfe2012")
    assert (ran.code, ran.out) == (1, "")
    assert f"error[E070]: {VOTE}: {said}" in ran.err
    line = int(re.match(rf"{re.escape(str(path))}:(\d+):1: ", ran.err)[1])
    assert before.decode().split("\n")[line - 1].partition(" = ")[0] in failed
    if key != "operative":
        assert "  The nearest passage, at para 23 s2: " in ran.err
    assert "The nearest passage, at para " in ran.err
    assert ran.err.endswith("dfe2012: 1 of 254 provisions failed. Nothing was recorded.\n")
    assert path.read_bytes() == before
    (row,) = json.loads(verified("dfe2012", "--json").out)["failed"]
    assert (row["provision"], row["failed"]) == (VOTE, failed)
    assert row["nearest"]


@with_texts
def test_a_stem_that_is_not_above_its_bullet_fails(pack):
    rows = tomli.loads((pack / "dfe2012.toml").read_text(encoding="utf-8"))["provision"]
    row = next(row for row in rows if row.get("stem"))
    change(pack / "dfe2012.toml", row["id"], "stem", f"{row['stem']} indeed")
    ran = verified("dfe2012")
    assert ran.code == 1
    assert f"{row['id']}: the stem is not at " in ran.err


def test_a_text_that_is_not_that_of_the_source_fails_throughout(pack, tmp_path):
    (tmp_path / "other.txt").write_text("1. Nothing like it at all.\n")
    ran = run("guidance", "verify", "sg2005", tmp_path / "other.txt", "--json")
    record = json.loads(ran.out)
    assert (ran.code, record["passed"], len(record["failed"]), record["recorded"]) == (1, 0, 24, None)


@with_texts
def test_an_installed_pack_is_never_written(tmp_path, monkeypatch):
    guidance = copy_to(tmp_path / "lmcs_sim" / "data", monkeypatch)
    before = (guidance / "profile.toml").read_bytes()
    ran = verified("profile")
    assert ran.code == 0
    assert ran.err == "profile.toml ships with the program, which is installed: nothing was recorded in it.\n"
    assert "Recorded" not in ran.out
    assert (guidance / "profile.toml").read_bytes() == before


@with_texts
def test_a_file_that_may_not_be_written_is_left_and_the_line_is_told(pack, monkeypatch):
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    before = (pack / "profile.toml").read_bytes()
    ran = verified("profile")
    assert ran.code == 0
    assert "may not be written to" in ran.err
    assert "Write this line under [source]" in ran.err
    assert (pack / "profile.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["dfe2021", "x.txt"], 2, "there is no source 'dfe2021'\n  Did you mean 'dfe2012'?"),
        (["dfe2012", "no-such.txt"], 1, "no-such.txt:1:1: error[E001]: the text cannot be read: no such file"),
        (["dfe2012", "x.txt", "--date", "soon"], 2, "'soon' is not a day\n  Write it as 2012-05-14."),
        (["dfe2012", "\x1b[31m.txt"], 1, "\\x1b[31m.txt:1:1: error[E001]"),
    ],
)
def test_a_wrong_question_is_told_what_is_wrong(pack, arguments, code, said):
    ran = run("guidance", "verify", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_a_text_that_is_not_utf_8_is_told(pack, tmp_path):
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    ran = run("guidance", "verify", "sg2005", tmp_path / "latin.txt")
    assert ran.code == 1
    assert "the text is not UTF-8" in ran.err


# The line that is written.

LINE = 'verified = { sha256 = "ab", on = 2026-11-22 }'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '[source]\nid = "a"\nchecked = 2026-01-01 # by Ann\nnote = "b"\n[[provision]]\nid = "a.b"\n',
            f'[source]\nid = "a"\nchecked = 2026-01-01 # by Ann\n{LINE}\nnote = "b"\n[[provision]]\nid = "a.b"\n',
        ),
        ("[source]\r\nchecked = 2026-01-01\r\n", f"[source]\r\nchecked = 2026-01-01\r\n{LINE}\r\n"),
        ("\ufeff[source]\n  checked = 2026-01-01", f"\ufeff[source]\n  checked = 2026-01-01\n  {LINE}"),
        (
            '[source]\nverified={sha256="cd",on=2020-01-01} # old\nchecked = 2026-01-01\n',
            f"[source]\nverified={LINE.partition('= ')[2]} # old\nchecked = 2026-01-01\n",
        ),
        ("source = { checked = 2026-01-01 }\n", None),
        ('[source]\nchecked = 2026-01-01\n[source.verified]\nsha256 = "cd"\non = 2020-01-01\n', None),
        ('[source]\nchecked = 2026-01-01\nverified.sha256 = "cd"\nverified.on = 2020-01-01\n', None),
    ],
)
def test_one_line_is_written_and_nothing_else_is_changed(text, expected):
    assert with_line(text, LINE) == expected


def test_a_comment_that_looks_like_the_line_is_left_alone():
    text = '[source]\n# verified = { sha256 = "x" }\nnote = """\nchecked = 1\n"""\nchecked = 2026-01-01\n'
    assert with_line(text, LINE) == text + LINE + "\n"


# A document of a council's own.

PROTOCOL = """\
# Thornmere protocol

This protocol was agreed by full council.

## Visits

1. The Lead Member should let the Director know before
visiting a team. Visits are arranged

---

each spring.

   (a) A note of each visit is kept.
   (b) The note is shared:
     - with the Director; and
     - with the team.

The programme is public.

2) The council should tell people.

4.1 Members may ask.

**3. Records**

Minutes are kept.

They are public.

- Each is signed.

## Training

1. Each member is trained.
"""


@pytest.mark.parametrize(
    ("pinpoint", "words"),
    [
        ("Thornmere protocol para 1", "This protocol was agreed by full council."),
        ("para 1 s1", "The Lead Member should let the Director know before visiting a team."),
        ("para 1(a)", "A note of each visit is kept."),
        ("para 1(b)", "The note is shared:"),
        ("para 1(b) bullet 2", "with the team."),
        ("para 1 s3", "The programme is public."),
        ("para 2", "The council should tell people."),
        ("para 4.1", "Members may ask."),
        ("section 3 para 2", "They are public."),
        ("section 3 para 2 bullet 1", "Each is signed."),
        ("Training para 1", "Each member is trained."),
        ("para 3", ""),
    ],
)
def test_a_documents_own_places_are_found(pinpoint, words):
    assert at(pinpoint, passages(PROTOCOL, "thornmere")) == words


def test_no_two_passages_are_taken_for_one():
    text = "Before all.\n\n1. One.\n\n1. Two.\n\n# Notes\n\nThree.\n\n# Notes\n\nFour.\n"
    assert dict(passages(text, "thornmere")) == {
        "opening para 1": "Before all.",
        "para 1": "One.",
        "para 1 (2)": "Two.",
        "Notes para 1": "Three.",
        "Notes (2) para 1": "Four.",
    }


THORNMERE = """\
4. The council should tell the young people it has asked what it decided and why.

6. The Lead Member should let the Director know before visiting a team. Visits in the corporate parenting
programme are arranged with the Director each spring.

9. The Director may report through the executive director until 31 March 2013.
"""


def test_a_council_verifies_its_own_protocol(tmp_path):
    guidance = tmp_path / "thornmere" / "rules" / "guidance"
    guidance.mkdir(parents=True)
    worked = (ROOT / "docs" / "write-a-rule.md").read_text(encoding="utf-8")
    block = re.search(r"^\[source\]\nid = \"thornmere\".*?(?=^```)", worked, re.M | re.S)
    assert block
    (guidance / "thornmere.toml").write_text(block[0], encoding="utf-8")
    (tmp_path / "protocol.txt").write_text(THORNMERE, encoding="utf-8")
    asked = ("--pack", tmp_path / "thornmere", "guidance", "verify", "thornmere", tmp_path / "protocol.txt")
    ran = run(*asked)
    assert (ran.code, ran.err) == (0, "")
    assert tomli.loads((guidance / "thornmere.toml").read_text(encoding="utf-8"))["source"]["verified"]
    told = run("--pack", tmp_path / "thornmere", "guidance", "show", "thornmere.p4.tell-them-back").out
    assert "Quotes of this source last checked against its text: " in told
    (tmp_path / "protocol.txt").write_text(THORNMERE.replace("young people", "residents"), encoding="utf-8")
    assert "thornmere.p4.tell-them-back: the quote is not at para 4" in run(*asked).err
