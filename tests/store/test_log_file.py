"""A play's log as a file: what is written is read, and a bad file of any kind is one clear fault."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.faults import LmcsError
from lmcs_sim.play.play import Log
from lmcs_sim.store.log_file import BIGGEST, FORMAT, LARGEST, read_log, write_beside, write_log

GOOD = {
    "format": FORMAT,
    "scenario": "small-visit",
    "scenario_hash": "a" * 16,
    "rulebook_hash": "b" * 16,
    "seed": 7,
    "carried": [["measure.standing", 4]],
    "steps": ["ask-how", "pass-it-on"],
}
texts = st.text(st.characters(exclude_categories=["Cs"]))
numbers = st.integers(-BIGGEST, BIGGEST - 1)
logs = st.builds(
    Log,
    st.from_regex(r"[a-z][a-z0-9-]*", fullmatch=True),
    texts,
    texts,
    numbers,
    st.lists(st.tuples(texts, numbers)).map(tuple),
    st.lists(texts).map(tuple),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("logs") / "log.json"


def fault_of(path):
    """The one fault of a file, with its place."""
    with pytest.raises(LmcsError) as raised:
        read_log(path)
    (bad,) = raised.value.faults
    assert (bad.place.file, raised.value.exit_code) == (str(path), 1)
    assert bad.cure
    return bad


def fault_of_bytes(path, raw):
    path.write_bytes(raw)
    return fault_of(path)


@given(logs)
def test_a_log_that_is_written_is_read_again(path, log):
    write_log(log, path)
    assert read_log(path) == log


def test_the_same_log_is_the_same_bytes_and_readable_text(path):
    log = Log("small-visit", "é", "b", 7, (), ("ask-how",))
    write_log(log, path)
    first = path.read_bytes()
    write_log(log, path)
    assert path.read_bytes() == first
    assert '"scenario_hash": "é"'.encode() in first
    assert first.endswith(b"}\n")


def test_the_good_data_of_these_tests_is_a_log(path):
    path.write_text(json.dumps(GOOD))
    log = Log("small-visit", "a" * 16, "b" * 16, 7, (("measure.standing", 4),), ("ask-how", "pass-it-on"))
    assert read_log(path) == log


# --- What is no log ---


@pytest.mark.parametrize(
    "raw",
    [
        *(
            b"",
            b"{",
            b"nothing",
            b"[]",
            b"null",
            b"7",
            b'"text"',
            b"[" * 100_000,
            b'{"a":' * 100_000,
            b"\xff\xfe{}",
            b"\0",
        ),
        *(b"NaN", b'{"format": 1}', b'{"seed": ' + b"9" * 5_000 + b"}", b'{"steps": ["\xff"]}'),
    ],
    ids=lambda raw: ascii(raw[:12].decode("latin-1")),
)
def test_what_is_no_log_is_said_to_be_none(path, raw):
    bad = fault_of_bytes(path, raw)
    assert (bad.code, bad.cause) == ("E041", "this is not a play's log")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, value) for name in ("scenario", "scenario_hash", "rulebook_hash") for value in (None, 3, ["a"], {})),
        *(("scenario", value) for value in ("", "../small-visit", "/etc/passwd", "story.toml", "Small", "a b", "a\n")),
        *(("seed", value) for value in (None, "7", 7.0, True, [], 2**63, -(2**63) - 1, 10**4_000)),
        *(("steps", value) for value in (None, "ask-how", {}, [3], [["a"]], [None])),
        *(
            ("carried", value)
            for value in (None, {}, "ab", ["ab"], [["a"]], [["a", 1, 2]], [["a", "1"]], [["a", True]])
        ),
        *(("carried", [[name, 1]]) for name in (None, 3, ["a"])),
        ("carried", [["measure.standing", 10**4_000]]),
        *(("format", value) for value in (None, "1", 1.0, True)),
    ],
    ids=lambda value: ascii(value)[:24],
)
def test_a_value_of_the_wrong_kind_makes_it_no_log(path, name, value):
    for data in ({**GOOD, name: value}, {key: given_ for key, given_ in GOOD.items() if key != name}):
        bad = fault_of_bytes(path, json.dumps(data).encode())
        assert (bad.code, bad.cause) == ("E041", "this is not a play's log")


def test_a_newer_format_is_refused_by_its_number(path):
    bad = fault_of_bytes(path, json.dumps({"format": 2, "seeds": [1]}).encode())
    assert (bad.code, bad.cause) == ("E040", "format 2 is not one this version knows")
    assert "version" in bad.cure


def test_a_file_larger_than_any_log_is_not_read_whole(path):
    with path.open("wb") as file:
        file.truncate(10 * LARGEST)
    tracemalloc.start()
    bad = fault_of(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (bad.code, bad.cause) == ("E041", "the file is larger than any log")
    assert most < 3 * LARGEST


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="a file without an end")
def test_a_file_without_an_end_is_not_read_for_ever():
    assert fault_of(Path("/dev/zero")).cause == "the file is larger than any log"


# --- What cannot be read or written ---


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    bad = fault_of(tmp_path / "none.json")
    assert (bad.code, bad.cause) == ("E001", "the file cannot be read: no such file or directory")


def test_a_folder_is_said_to_be_one(tmp_path):
    bad = fault_of(tmp_path)
    assert (bad.code, bad.cause) == ("E001", "the file cannot be read: is a directory")


@pytest.mark.parametrize("name", [".", "none/log.json", "a" * 300])
def test_a_file_that_cannot_be_written_is_one_clear_fault(tmp_path, name):
    log = Log("small-visit", "a", "b", 7)
    with pytest.raises(LmcsError) as raised:
        write_log(log, tmp_path / name)
    (bad,) = raised.value.faults
    assert (bad.code, bad.place.file) == ("E001", str(tmp_path / name))
    assert bad.cause.startswith("the log cannot be written: ")


def test_a_log_beside_the_plays_is_written_over_nothing_and_the_same_log_once(tmp_path):
    folder = tmp_path / "not-there-yet"
    log = Log("small-visit", "a", "b", 7, (), ("ask-how",))
    first = write_beside(log, 3, folder)
    assert first.name == "play-3-small-visit.json"
    assert write_beside(log, 3, folder) == first
    first.write_text("mine")
    second = write_beside(log, 3, folder)
    assert second.name == "play-3-small-visit-2.json"
    assert (first.read_text(), read_log(second)) == ("mine", log)


def test_a_log_is_not_written_over_a_link_nor_where_no_folder_can_be(tmp_path):
    log = Log("small-visit", "a", "b", 7)
    (tmp_path / "play-3-small-visit.json").symlink_to(tmp_path / "elsewhere")
    assert write_beside(log, 3, tmp_path).name == "play-3-small-visit-2.json"
    assert not (tmp_path / "elsewhere").exists()
    (tmp_path / "file").write_text("")
    with pytest.raises(LmcsError) as raised:
        write_beside(log, 3, tmp_path / "file" / "folder")
    assert raised.value.faults[0].code == "E001"


def test_a_log_is_written_over_a_file_only_where_that_is_allowed(path):
    path.write_text("mine")
    with pytest.raises(LmcsError, match="there is a file here already"):
        write_log(Log("small-visit", "a", "b", 7), path, overwrite=False)
    assert path.read_text() == "mine"
