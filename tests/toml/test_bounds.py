"""How much of a file is read and told."""

from pathlib import Path

import pytest

from lmcs_sim.faults import LONGEST, MOST_COMPARED, MOST_TOLD, LmcsError, did_you_mean, fault
from lmcs_sim.toml.bounds import LARGEST, MOST_ENTRIES, MOST_VALUES, excess
from lmcs_sim.toml.files import load_text, placed
from lmcs_sim.toml.reader import parse, read
from lmcs_sim.toml.scenario_files import Scenario


def entries(number):
    return {"themes": ["x"] * number}, "," * number


def test_a_list_may_have_so_many_entries_and_no_more():
    assert excess(*entries(MOST_ENTRIES)) is None
    bad = excess(*entries(MOST_ENTRIES + 1))
    assert (bad.code, bad.place.path) == ("E005", ("themes",))
    assert "5,001 entries" in bad.cause


def test_a_table_may_have_so_many_entries_and_no_more():
    table = {f"k{number}": 1 for number in range(MOST_ENTRIES + 1)}
    assert excess({"fact": table}, "\n" * len(table)).place.path == ("fact",)


def test_a_file_may_hold_so_many_values_and_no_more():
    lists = {f"k{number}": [1] * 4_000 for number in range(12)}
    assert excess(lists, "," * MOST_ENTRIES) is None
    bad = excess({**lists, "more": [1] * 4_000}, "," * MOST_ENTRIES)
    assert (bad.code, bad.place.path, f"{MOST_VALUES:,}" in bad.cure) == ("E005", (), True)


def test_a_file_that_holds_too_much_is_said_at_its_place():
    text = "format = 1\nthemes = [" + '"x", ' * (MOST_ENTRIES + 1) + "]\n"
    with pytest.raises(LmcsError) as raised:
        load_text(text, "long.toml", Scenario)
    assert [str(bad.place) for bad in raised.value.faults] == ["long.toml:2:1"]


def test_a_file_that_has_no_end_is_not_read_to_it():
    assert "larger than any" in read(Path("/dev/zero")).cause


def test_a_file_of_the_largest_size_is_read(tmp_path):
    path = tmp_path / "largest.toml"
    path.write_bytes(b"#" * LARGEST)
    assert read(path).data == {}
    path.write_bytes(b"#" * (LARGEST + 1))
    assert read(path).code == "E001"


def test_no_more_faults_are_looked_for_than_are_told():
    looked = []

    def found():
        for number in range(10_000):
            looked.append(number)
            yield fault("E013", "unknown word", "Look.", f"k{number:04}")

    document = parse("".join(f"k{number:04} = 1\n" for number in range(10_000)), "long.toml")
    told = placed(found(), document)
    assert len(looked) == MOST_TOLD + 1
    assert [bad.code for bad in told] == ["E013"] * MOST_TOLD + ["E005"]
    assert (told[-1].place.line, "told at once" in told[-1].cause) == (MOST_TOLD + 1, True)


def test_as_many_faults_as_may_be_told_are_told_without_another_word():
    document = parse("".join(f"k{number} = 1\n" for number in range(MOST_TOLD)), "long.toml")
    told = placed((fault("E013", "x", "y", f"k{number}") for number in range(MOST_TOLD)), document)
    assert [bad.code for bad in told] == ["E013"] * MOST_TOLD


def test_a_cause_and_a_cure_stay_short_whatever_the_file_says():
    bad = fault("E013", f"unknown word {'x' * 10_000!r}", "y" * 10_000)
    assert len(bad.cause) == len(bad.cure) == LONGEST
    assert bad.cause.endswith("x…")


def test_the_nearest_word_is_not_looked_for_among_thousands():
    words = [f"word{number:04}" for number in range(MOST_COMPARED)]
    assert did_you_mean("word0009x", words) == "Did you mean 'word0009'?"
    assert did_you_mean("word0009x", [*words, "another"]).startswith("Use one of: another, word0000")


def test_lists_inside_one_another_are_counted_too():
    text = "".join(f"k{number} = {'[' * 60}{']' * 60}\n" for number in range(1_000))
    assert excess(parse(text, "deep.toml").data, text).code == "E005"


def test_a_number_that_could_not_be_written_out_is_said():
    text = f"format = 1\nminutes = 0x{'f' * 9_000}\n"
    bad = excess(parse(text, "wide.toml").data, text)
    assert (bad.code, bad.place.path) == ("E004", ("minutes",))
    assert excess({"minutes": 0xFFFF}, "minutes = 0xffff") is None
