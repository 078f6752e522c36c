"""Files broken by chance, each the same for the same number, and a few that are broken on a large scale."""

import random
from collections.abc import Callable, Iterator

from running import ROOT, SMALL_VISIT

SHIPPED = sorted((ROOT / "scenarios").glob("*.toml"))
NASTY = (
    *(
        b"\x00",
        b"\xff",
        b"\xfe\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\x1b[31m",
        b"\x9b",
        b"\r",
        b"\x0b",
        b"\xe2\x80\xae",
    ),
    *(
        b'"',
        b"'",
        b'"""',
        b"'''",
        b"[",
        b"]",
        b"[[",
        b"{",
        b"}",
        b"=",
        b".",
        b",",
        b"#",
        b"\\",
        b"\n",
        b"\t",
        b"\\u00e9",
    ),
    *(
        "é漢🙂".encode(),
        b"\xc2\xa0",
        b"999999999999999999999999",
        b"1e400",
        b"nan",
        b"-0",
        b"0x",
        b"1979-05-27T07:32:00Z",
    ),
)
VALUES = (
    *(b"9" * 4_000, b"9" * 5_000, b"-" + b"9" * 400, b"1" + b"_1" * 3_000, b"0x" + b"f" * 9_000, b"1e" + b"9" * 99),
    *(
        b'"' + b"x" * 20_000 + b'"',
        b'"' + "漢".encode() * 9_000 + b'"',
        b'"\\u0000\\u001b\\u202e"',
        b'"""\n' + b"y\n" * 999 + b'"""',
    ),
    *(b"[" * 60 + b"]" * 60, b"[" * 2_000, b"{a=" * 60 + b"1" + b"}" * 60, b"{a=" * 2_000, b"{a" + b".a" * 70 + b"=1}"),
    *(b"[" + b'"x",' * 3_000 + b"]", b"[" + b"{}," * 800 + b"]", b"[]", b"{}", b"true", b"12:00:00", b"3.5"),
)


def _lines_with(part: bytes, lines: list[bytes], chance: random.Random, most: int) -> list[int]:
    """Some lines by their numbers, no more than so many, that have a part in them."""
    found = [number for number, line in enumerate(lines) if part in line]
    return chance.sample(found, min(most, len(found)))


Break = Callable[[bytes, random.Random], bytes]


def _cut(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text))]


def _other_bytes(text: bytes, chance: random.Random) -> bytes:
    made = bytearray(text)
    for _ in range(chance.choice([1, 2, 20])):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _nasty_inside(text: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 1, 3])):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(NASTY) + text[at:]
    return text


def _piece_gone(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.choice([1, 30, 2_000]) :]


def _piece_twice(text: bytes, chance: random.Random) -> bytes:
    start, at = chance.randrange(len(text)), chance.randrange(len(text))
    return text[:at] + text[start : start + chance.choice([5, 300, 2_000])] + text[at:]


def _lines_moved(text: bytes, chance: random.Random) -> bytes:
    lines = text.split(b"\n")
    for _ in range(chance.choice([1, 5])):
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


def _other_value(text: bytes, chance: random.Random) -> bytes:
    lines = text.split(b"\n")
    for number in _lines_with(b" = ", lines, chance, chance.choice([1, 1, 4])):
        lines[number] = lines[number].partition(b" = ")[0] + b" = " + chance.choice(VALUES)
    return b"\n".join(lines)


def _other_key(text: bytes, chance: random.Random) -> bytes:
    lines = text.split(b"\n")
    key = chance.choice(
        [b"colour", b"a" + b".b" * 40, b"a" + b".b" * 3_000, b'""', b'"\\u001b[31m"', b"k" * 9_000, b"'x y'"]
    )
    for number in _lines_with(b" = ", lines, chance, 1):
        lines[number] = key + b" = " + lines[number].partition(b" = ")[2]
    return b"\n".join(lines)


def _other_header(text: bytes, chance: random.Random) -> bytes:
    lines = text.split(b"\n")
    for number in _lines_with(b"[", lines, chance, 1):
        lines[number] = _header(lines[number], chance.choice(lines), chance)
    return b"\n".join(lines)


def _header(one: bytes, other: bytes, chance: random.Random) -> bytes:
    bare = one.replace(b"[[", b"[").replace(b"]]", b"]")
    return chance.choice([other, bare, b"[" + one.strip() + b"]", b"[" + b"x." * 99 + b"x]"])


def _other_encoding(text: bytes, chance: random.Random) -> bytes:
    kind = chance.randrange(5)
    if kind == 0:
        return text.decode("utf-8", "replace").encode("utf-16")
    if kind == 1:
        return (
            text.decode("utf-8", "replace").encode("latin-1", "replace").replace(b"e", b"\xe9", chance.randrange(1, 9))
        )
    if kind == 2:
        return text.replace(b"\n", b"\r")
    return b"\xef\xbb\xbf" * (kind - 1) + text.replace(b"\n", b"\r\n")


def _many_tables(text: bytes, chance: random.Random) -> bytes:
    kind = chance.choice(
        [b'[[scene]]\nid = "s%d"\n', b"[fact.f%d]\nsays = 1\n", b"[t%d]\n", b"k%d = 1\n", b"[[ending]]\nid = 3\n# %d\n"]
    )
    return text + b"\n" + b"".join(kind % number for number in range(chance.choice([50, 400])))


BREAKS: tuple[Break, ...] = (
    *(_cut, _other_bytes, _nasty_inside, _piece_gone, _piece_twice, _lines_moved),
    *(_other_value, _other_key, _other_header, _other_encoding, _many_tables),
)


def broken(number: int) -> bytes:
    """A file broken in one way or two: two of five are made from a scenario that ships, the rest from a small one."""
    chance = random.Random(number)
    text = (chance.choice(SHIPPED) if number % 5 < 2 else SMALL_VISIT).read_bytes()
    for change in chance.sample(BREAKS, chance.choice([1, 1, 2])):
        text = change(text, chance) or b"="
    return text


def large() -> Iterator[tuple[str, bytes]]:
    """Files with very much of something: about as large as a file may be, or larger."""
    good = SMALL_VISIT.read_bytes()
    scene = b'[[scene]]\nid = "q%d"\ntext = "x"\n[[scene.choice]]\nid = "a"\ntext = "x"\nsays = "x"\nleads = "q%d"\n'
    yield "ten-megabytes", b"#" * 10_000_000
    yield "one-line", b'title = "' + b"x" * 990_000 + b"\n"
    yield "one-wide-line", b"title = 3 # " + "漢".encode() * 320_000 + b"\x01\n"
    yield "zeros", b"\0" * 990_000
    yield "no-text", b"\xff\xfe" * 490_000
    yield "brackets", b"a = " + b"[" * 990_000
    yield "braces", b"a = " + b"{a=" * 330_000
    yield "dots", b"a" + b".a" * 490_000 + b" = 1\n"
    yield "quotes", b'"""' * 330_000
    yield "digits", b"a = " + b"9" * 990_000
    yield "hexadecimal", good.replace(b"minutes = 5", b"minutes = 0x" + b"f" * 980_000)
    yield "long-word", good.replace(b'themes = ["', b'themes = ["' + b"x" * 900_000)
    yield "many-keys", b"".join(b"a%d = 1\n" % number for number in range(90_000))
    yield "many-tables", b"".join(b"[t%d]\n" % number for number in range(100_000))
    yield "many-items", b"themes = [" + b"1," * 250_000 + b"]\n"
    yield "many-lists", b"".join(b"a%d = %b%b\n" % (number, b"[" * 90, b"]" * 90) for number in range(4_000))
    yield "many-acts", good.replace(b"acts = [", b"acts = [" + b'{act="votes"},' * 4_900, 1)
    yield (
        "many-fields",
        good.replace(b"{ act =", b"{ " + b"".join(b"q%d = 1, " % n for n in range(4_900)) + b"act =", 1),
    )
    yield (
        "many-conditions",
        good.replace(b"when = { ", b"when = { " + b"".join(b"q%d = 1, " % n for n in range(4_900)), 1),
    )
    yield "many-facts", good + b"".join(b'[fact.f%d]\nsays = "x"\n' % number for number in range(4_900))
    yield (
        "many-provisions",
        good
        + b"".join(
            scene % (number, number)
            + b'moves = [{ measure = "standing", by = 1, cites = ["dfe2012.p23.lmcs-%d"] }]\n' % number
            for number in range(2_500)
        ),
    )
    yield "long-chain", good + b"".join(scene % (number, number + 1) for number in range(4_000))
    yield "long-circle", good + b"".join(scene % (number, (number + 1) % 4_000) for number in range(4_000))
