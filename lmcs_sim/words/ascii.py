"""ASCII in place of what a terminal cannot draw: signs, letters with accents, lines and bars."""

from collections.abc import Mapping

_LINES = {"-": "─━┄┅┈┉╌╍═╴╶╸╺╼╾▀▔", "|": "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▌▐▉▊▋▍▎▏▕", "_": "▁▂▃▄▅▆▇", "#": "█▓", ":": "▒", ".": "░"}
_SIGNS = {"'": "‘’‚‛′", '"': "“”„‟″", "-": "‐‑‒–—―−", ".": "…⋯·", "*": "•▪●★", "o": "◦○", "<": "←«‹", ">": "→»›▶"}
_OTHERS = {
    "^": "↑▲",
    "v": "↓▼",
    "+": "✓✔",
    "x": "×✗✘",
    "/": "╱⁄",
    "\\": "╲",
    "X": "╳",
    "L": "£",
    " ": "\xa0\u2009\u202f",
}
_STAND_INS = {sign: ascii for table in (_LINES, _SIGNS, _OTHERS) for ascii, signs in table.items() for sign in signs}
_LONGER = {"…": "...", "→": "->", "£": "GBP "}
"""Where there is room, and nothing stands in a column."""

DRAWN = "─│▌▁▔…’–−"
"""Some of what the screens draw: an encoding that lacks one of them cannot carry the screens."""

_COERCED = {("LC_CTYPE", name) for name in ("C.UTF-8", "C.utf8", "UTF-8")}
"""What Python itself sets, over a LANG that says C."""


def stand_in(sign: str) -> str | None:
    """The ASCII character that stands for another one; None where there is none."""
    if sign.isascii() or sign in _STAND_INS:
        return _STAND_INS.get(sign, sign)
    if "\u2500" <= sign <= "\u259f":
        return "+"
    import unicodedata

    first = unicodedata.normalize("NFKD", sign)[0]
    return first if first.isascii() else None


def spelt_out(sign: str) -> str | None:
    """What stands for a character in a line that may become longer; None where nothing does."""
    return _LONGER.get(sign) or stand_in(sign)


def wants_ascii(encoding: str | None, environment: Mapping[str, str]) -> bool:
    """Whether a terminal should get ASCII alone: its encoding lacks our signs, or its locale is named as C.

    Python writes UTF-8 in the locale C; somebody who has named it has said what the terminal can show. What is said to
    Python itself goes before it.
    """
    try:
        DRAWN.encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return True
    if any(environment.get(name) for name in ("PYTHONUTF8", "PYTHONIOENCODING")):
        return False
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        said = environment.get(name, "")
        if said and (name, said) not in _COERCED:
            return said in ("C", "POSIX")
    return False
