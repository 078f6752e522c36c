"""Without colours, and without screens: NO_COLOR, a dumb terminal and a pipe, each over a whole short play."""

import os
import re
from pathlib import Path

import pytest
from on_a_pty import run_on_a_pty
from piloting import decided, lines, on, press_to
from running import SMALL_VISIT, run_apart
from textual.screen import Screen
from textual.widgets import Input, TextArea

from lmcs_sim.faults import Fault
from lmcs_sim.tui.screens.guidance import GuidanceScreen
from lmcs_sim.tui.screens.name import NameScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.widgets.fault_card import FaultCard

PLAY = ("-m", "lmcs_sim", "play", str(SMALL_VISIT), "--as", "Ann")
KEYS = (("practise", "\r"), ("The telephone", "3"), ("Take it", "\r"), ("rings off", "g"), ("In our words", "\x1b"))
KEYS = (*KEYS, ("What followed", "?"), ("What can be done here", "\x1b"), ("What followed", "q"))
WHOLE = ("turn-her-away", "cast-the-vote", "again", "guidance dfe2012.p8.not-day-to-day", "help", "quit")


@pytest.fixture(autouse=True)
def no_tour():
    """Nobody is offered a look round."""
    Path(os.environ["LMCS_SIM_SETTINGS"]).write_text("tour = false\n")


def colours(out: str) -> set[str]:
    """The colours asked for, each as the codes that ask for it; the terminal's own, 39 and 49, are none."""
    found = set()
    for codes in re.findall(r"\x1b\[([\d;:]*)m", out):
        numbers = [int(code or 0) for code in re.split("[;:]", codes)]
        if any(30 <= n <= 38 or 40 <= n <= 48 or n == 58 or 90 <= n <= 107 for n in numbers):
            found.add(codes)
    return found


def test_no_color_emits_only_default_colours_and_colours_are_there_without_it():
    plain = run_on_a_pty(*PLAY, keys=KEYS, size=(100, 60), NO_COLOR="1")
    assert plain.code == 0
    assert colours(plain.out) == set()
    assert re.search(r"\x1b\[1;4[;m]", plain.out), "what is highlighted in the guidance looks like the rest"
    assert "▌" in plain.out, "what is pointed at in play looks like the rest"
    assert decided() == ("turn-her-away",)
    assert colours(run_on_a_pty(*PLAY, "--new", keys=(*KEYS[:1], ("The telephone", "q"))).out)


def test_a_dumb_terminal_gets_plain_lines_without_an_escape():
    keys = tuple(("> ", f"{word}\n") for word in WHOLE)
    shown = run_on_a_pty(*PLAY, keys=keys, TERM="dumb")
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert decided() == ("turn-her-away", "cast-the-vote")


def test_a_pipe_gets_plain_lines_without_an_escape():
    ran = run_apart(*PLAY[2:], given="\n".join(WHOLE).encode())
    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err
    assert decided() == ("turn-her-away", "cast-the-vote")


def marked(screen: Screen[object]) -> set[str]:
    """What stands out on a screen without a colour: bold and underlined, or behind an edge of its own."""
    found = set()
    for strip in screen._compositor.render_strips(screen.size):
        found |= {text.strip() for text, style, _ in strip if style and style.underline and style.bold}
        if "▌" in strip.text:
            found.add(strip.text.partition("▌")[2].strip())
    return found - {""}


async def test_without_colours_what_is_pointed_at_has_a_mark_of_its_own(small_app, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with small_app().run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        first = marked(pilot.app.screen)
        assert first
        await pilot.press("down")
        assert marked(pilot.app.screen) not in (first, set())
        await pilot.press("l", "enter")
        await pilot.pause()
        await press_to(pilot, PlayScreen)
        before = marked(pilot.app.screen)
        await pilot.press("3")
        await pilot.pause()
        assert any("Tell her it is for the officers." in line for line in marked(pilot.app.screen) - before)


async def test_nothing_moves_or_blinks(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        assert pilot.app.animation_level == "none"
        for key, kind in (("n", NameScreen), ("g", GuidanceScreen)):
            await pilot.press(key)
            screen = await on(pilot, kind)
            written_in = [*screen.query(Input), *screen.query(TextArea)]
            assert written_in
            assert not any(widget.cursor_blink for widget in written_in)
            before = lines(screen)
            await pilot.pause(0.6)
            assert lines(screen) == before
            await pilot.press("escape")


def test_every_severity_of_a_fault_has_a_word_and_a_sign():
    said = [str(FaultCard(Fault(code, "Cause.", "Cure."), "x").render()) for code in ("E010", "W080", "N001")]
    signs, words = zip(*(text.split()[:2] for text in said), strict=True)
    assert len(set(signs)) == len(set(words)) == 3
    assert all(sign.isascii() and not sign.isalnum() for sign in signs)
