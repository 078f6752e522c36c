"""NO_COLOR: only the terminal's own colours, and what is pointed at is shown without them."""

import re

from on_a_pty import run_on_a_pty
from piloting import decided
from running import SMALL_VISIT

PLAY = ("-m", "lmcs_sim", "play", str(SMALL_VISIT), "--as", "Ann")
KEYS = (("practise", "\r"), ("The telephone", "3"), ("Take it", "\r"), ("rings off", "g"), ("Search", "\x1b"))
KEYS = (*KEYS, ("What followed", "?"), ("Esc closes this", "\x1b"), ("What followed", "q"))


def colours(out: str) -> set[str]:
    """The colours asked for, each as the codes that ask for it; the terminal's own, 39 and 49, are none."""
    found = set()
    for codes in re.findall(r"\x1b\[([\d;:]*)m", out):
        numbers = [int(code or 0) for code in re.split("[;:]", codes)]
        if any(30 <= n <= 38 or 40 <= n <= 48 or n == 58 or 90 <= n <= 107 for n in numbers):
            found.add(codes)
    return found


def test_no_color_emits_only_default_colours_and_colours_are_there_without_it():
    plain = run_on_a_pty(*PLAY, keys=KEYS, size=(100, 50), NO_COLOR="1")
    assert plain.code == 0
    assert colours(plain.out) == set()
    assert re.search(r"\x1b\[1;4[;m]", plain.out), "what is highlighted in the guidance looks like the rest"
    assert "▌" in plain.out, "what is pointed at in play looks like the rest"
    assert decided() == ("turn-her-away",)
    assert colours(run_on_a_pty(*PLAY, "--new", keys=(*KEYS[:1], ("The telephone", "q"))).out)
