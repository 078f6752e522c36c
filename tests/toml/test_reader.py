"""Reading a file: its text and tables, or the one fault that says where it stops being TOML."""

import pytest

from lmcs_sim.faults import Fault
from lmcs_sim.toml.files import placed
from lmcs_sim.toml.reader import Document, parse, read


def test_a_byte_order_mark_and_windows_lines_are_nothing_to_mention(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert read(path) == Document(str(path), "a = 1\nb = 2\n", {"a": 1, "b": 2})


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "cure"),
    [
        ("a = ", "E002", 1, 5, "missing quote"),
        ("a = 1\na = 2\n", "E002", 2, 1, "same key stands twice"),
        ("a = 1\n  a = [\n2]\n", "E002", 2, 3, "same key stands twice"),
        ('"é" = { a = 1, a = "é" }\n', "E002", 1, 16, "same key stands twice"),
        ("[a]\n[a]\n", "E002", 2, 2, "same key stands twice"),
        ('a = "b\n', "E002", 1, 7, "Close the quotes"),
        ('a = "\\q"\n', "E002", 1, 8, "Write a backslash"),
        ('é = 1\n"é" = "\x01"\n', "E002", 1, 1, "missing quote"),
        ('"é" = "漢\x01"\n', "E002", 1, 9, "Take that character out"),
        ("a = 1\nb = " + "[" * 500 + "]" * 500, "E003", 2, 504, "Flatten"),
        ("a = 1\nb = 1_000" + "9" * 5000, "E004", 2, 5, "ordinary length"),
        ("a = 1\n" + "a." * 3000 + "b = 1", "E003", 2, 1, "Flatten"),
        ("# é\ra = 1\r", "E002", 1, 4, "ordinary line ends"),
        ("a = 1\n# é\x01", "E002", 2, 4, "Take that character out"),
    ],
)
def test_what_is_not_toml_is_placed_in_characters(text, code, line, column, cure):
    found = parse(text, "a.toml")
    assert isinstance(found, Fault)
    assert (found.code, found.place.file) == (code, "a.toml")
    assert (found.place.line, found.place.column) == (line, column)
    assert cure in found.cure


def test_bytes_that_are_no_text_are_placed_in_characters(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes("a = 1\nb = 'é漢".encode() + b"\xff'\n")
    found = read(path)
    assert isinstance(found, Fault)
    assert (found.code, found.place.line, found.place.column) == ("E001", 2, 8)


def test_faults_are_told_in_the_order_they_stand_in_the_file():
    document = parse("a = 1\n[b]\nc = 2\n", "a.toml")
    there = Fault("E010", "x", "y")
    found = placed([there.within("b", "c"), there.within("b"), there.within("a")], document)
    assert [(bad.place.line, bad.place.column) for bad in found] == [(1, 1), (2, 2), (3, 1)]
