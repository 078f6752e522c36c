"""Text from packs, saves and people, made harmless to a terminal: shown, never obeyed."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with each control character, escape or direction mark shown as a visible code."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text)


def harmless_json(text: str) -> str:
    """JSON that says the same, with what a terminal might obey written as JSON's own escapes."""
    return _CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def plainer(error: UnicodeError) -> tuple[str, int]:
    """What stands for a character that the output's encoding does not have: a plain sign, or its code."""
    from lmcs_sim.words.ascii import spelt_out

    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    codes = (spelt_out(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in missing)
    return "".join(codes), error.end
