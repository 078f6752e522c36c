"""The locator against tomli: every value that tomli finds has its place, and the place is where it stands."""

import re

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from lmcs_sim.toml.locate import Locator

KEYS = ("a", "b", "c-d", "e_f", "7", '"é.ü"', "'sp ace'", '"漢字"', '"q\\"uote"', "2012-05-14")
GAPS = ("", " ", "\t", "  ")


class Writer:
    """Writes TOML at random. Each value is a text used nowhere else, so that it can be found again."""

    def __init__(self, draw):
        self.draw = draw
        self.count = 0
        self.lines = []

    def pick(self, *options):
        return self.draw(st.sampled_from(options))

    def keys(self, most):
        return self.draw(st.lists(st.sampled_from(KEYS), min_size=0, max_size=most, unique=True))

    def leaf(self):
        self.count += 1
        return self.pick("é", "漢", "x") + f"-{self.count}-"

    def value(self, depth, inline):
        kind = self.pick("text", "text", "list", "table") if depth else "text"
        if kind == "text":
            leaf = self.leaf()
            return self.pick(f'"{leaf}"', f"'{leaf}'", f'"""{leaf}"""' if inline else f'"""\n{leaf}\n é"""')
        if kind == "list":
            items = [self.value(depth - 1, inline) for _ in range(self.draw(st.integers(0, 3)))]
            gap = " " if inline else self.pick(" ", "\n", "\n  # é ]\n  ")
            return f"[{gap}{f',{gap}'.join(items)}{gap if items else ''}]"
        pairs = [f"{self.dotted(key)} = {self.value(depth - 1, True)}" for key in self.keys(3)]
        return f"{{ {', '.join(pairs)} }}"

    def dotted(self, key):
        if self.pick(True, False):
            return key
        return f"{key}{self.pick('.', ' . ')}{self.pick(*KEYS)}"

    def pairs(self):
        for key in self.keys(4):
            if self.pick(True, False):
                self.lines.append(self.pick("", "# a = 1 é", "\t"))
            self.lines.append(f"{self.pick(*GAPS)}{self.dotted(key)}{self.pick(*GAPS)}= {self.value(2, False)}")


@st.composite
def documents(draw):
    writer = Writer(draw)
    writer.pairs()
    for number in range(draw(st.integers(0, 3))):
        head = writer.pick(f"t{number}", f'"té.{number}"')
        if draw(st.booleans()):
            writer.lines.append(f"[{head}.deep]")
            writer.pairs()
            continue
        for _ in range(draw(st.integers(1, 2))):
            writer.lines.append(f"[[{head}]]")
            writer.pairs()
            for inner in range(draw(st.integers(0, 2))):
                form = writer.pick("  [[{0}.in{1}]]", "  [[ {0} . in{1} ]] # é", "  [{0}.of.it{1}]")
                writer.lines.append(form.format(head, inner))
                writer.pairs()
    return "\n".join(writer.lines) + "\n"


def leaves(value, path=()):
    """The path of everything that holds nothing further."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path, value


def parsed(text):
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return None


def rest_of(text, line, column):
    """The text from a place on."""
    lines = text.split("\n")
    return "\n".join([lines[line - 1][column - 1 :], *lines[line:]])


@settings(max_examples=250)
@given(text=documents())
def test_every_value_that_tomli_finds_stands_at_its_place(text):
    data = parsed(text)
    if data is None:
        return
    locator = Locator(text)
    for path, value in leaves(data):
        if not path:
            continue
        assert path in locator.paths(), (path, text)
        rest = rest_of(text, *locator.place(path))
        if not isinstance(value, str):
            continue
        mark = re.escape(value.split("\n")[0])
        # From a key's place nothing but the rest of the key stands before its value; from an item's, nothing.
        opening = r"['\"]*" if isinstance(path[-1], int) else r"[^\n=#]*=[ \t]*['\"]*"
        assert re.match(rf"{opening}\n?{mark}", rest), (path, rest[:60])


@given(text=documents())
def test_every_place_is_inside_the_text(text):
    locator = Locator(text)
    lines = text.split("\n")
    for path in locator.paths():
        line, column = locator.place(path)
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1])


def test_the_made_up_documents_are_mostly_toml():
    found = []

    @settings(max_examples=100)
    @given(text=documents())
    def look(text):
        found.append(parsed(text))

    look()
    whole = [data for data in found if data]
    assert len(whole) > 40
    assert max(len(list(leaves(data))) for data in whole) > 10


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a",), (1, 1)),
        (("é ü", "b"), (2, 1)),
        (("list", 1), (3, 16)),
        (("deep", 0, "x", "y"), (4, 20)),
        (("deep", 1, 0, "z"), (4, 34)),
        (("scene",), (6, 3)),
        (("scene", 0), (6, 3)),
        (("scene", 0, "choice", 1), (10, 5)),
        (("scene", 0, "choice", 1, "id"), (11, 3)),
        (("scene", 1, "choice", 0, "id"), (14, 3)),
        (("under",), (15, 2)),
        (("under", "it"), (15, 2)),
        (("under", "it", "x"), (16, 1)),
    ],
)
def test_a_place_is_counted_in_lines_and_characters(path, place):
    text = """a = 1
"é ü".b = 2
list = ["é漢🙂", "b"]
deep = [{ "é" = 1, x.y = 2 }, [{ z = 3 }]]

[[scene]]
  [[scene.choice]]
  id = "one"
# between
  [[scene.choice]]
  id = "two"
[[scene]]
  [[scene.choice]]
  id = "three"
[under.it]
x = 1
"""
    tomli.loads(text)
    assert Locator(text).place(path) == place


def test_a_path_that_does_not_stand_there_has_the_place_of_what_holds_it():
    locator = Locator("\n[a]\nb = 1\n")
    assert locator.place(("a", "c", 3)) == (2, 2)
    assert locator.place(("nothing",)) == (1, 1)


def test_a_key_of_many_parts_is_placed_whole():
    keys = ("a",) * 700
    assert Locator(f"\n{'.'.join(keys)} = 1\n").place(keys) == (2, 1)


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a.b = 1\na.c = 2\n", ("a",), (1, 1)),
        ("[f]\na.c = 1\n[f.a.t]\nx = 1\n", ("f", "a"), (2, 1)),
        ("[f.a]\nx = 1\n[f.b]\ny = 1\n", ("f",), (1, 2)),
    ],
)
def test_a_table_written_in_parts_stands_where_its_first_part_does(text, path, place):
    assert Locator(text).place(path) == place
