"""Text from packs, saves and people, made harmless to a terminal: shown, never obeyed."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with each control character, escape or direction mark shown as a visible code."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text)
