"""ASCII alone: by option, by setting, or where the terminal cannot carry our signs; on screens and in plain lines."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from on_a_pty import run_on_a_pty
from piloting import Driver, lines, on, press_to, take
from rich.cells import cell_len
from running import SMALL_VISIT, run_apart

from lmcs_sim.settings.settings import THEMES
from lmcs_sim.tui.ascii import in_cells
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.words.ascii import wants_ascii

ODD = "Zoë “Ærø” £5 – 日本 …"
"""A learner's name with signs that ASCII does not have."""


@pytest.fixture(autouse=True)
def no_tour():
    """Nobody is offered a look round."""
    Path(os.environ["LMCS_SIM_SETTINGS"]).write_text("tour = false\n")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_what_is_drawn_in_ascii_is_as_wide_as_it_was(text: str):
    drawn = in_cells(text)
    assert drawn.isascii()
    assert len(drawn) == cell_len(text)


@pytest.mark.parametrize(
    ("drawn", "ascii"),
    [("╭─╮│▌", "+-+||"), ("▁▂█▒", "__#:"), ("Zoë ‘x’ – …", "Zoe 'x' - ."), ("日本", "????"), ("−2 → é", "-2 > e")],
)
def test_signs_have_stand_ins_and_what_has_none_is_a_question_mark(drawn: str, ascii: str):
    assert in_cells(drawn) == ascii


@pytest.mark.parametrize(
    ("encoding", "environment", "wanted"),
    [
        ("utf-8", {}, False),
        ("utf-8", {"LANG": "en_GB.UTF-8"}, False),
        ("ascii", {}, True),
        ("cp1252", {}, True),
        ("no-such", {}, True),
        (None, {}, True),
        ("utf-8", {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ("utf-8", {"LC_ALL": "POSIX", "LANG": "en_GB.UTF-8"}, True),
        ("utf-8", {"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
        ("utf-8", {"LC_CTYPE": "en_GB.UTF-8", "LANG": "C"}, False),
        ("utf-8", {"LANG": "C", "PYTHONUTF8": "1"}, False),
    ],
)
def test_a_terminal_gets_ascii_where_its_encoding_lacks_our_signs_or_its_locale_is_named_c(
    encoding: str | None, environment: dict[str, str], wanted: bool
):
    assert wants_ascii(encoding, environment) is wanted


async def test_every_screen_is_drawn_in_ascii(small_app):
    app = small_app(ODD)
    app.desk.settings = app.desk.settings._replace(ascii=True)
    seen: list[str] = []

    async def look(pilot: Driver, *keys: str) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        seen.extend(lines(app.screen))
        assert [line for line in lines(app.screen) if not line.isascii()] == []

    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("n", "question_mark", "g", "o"):
            await look(pilot, key)
            await look(pilot, "escape")
        await look(pilot, "t")
        assert app.desk.settings.theme != THEMES[0], "another setting was not changed"
        await look(pilot, "l", "down")
        await look(pilot, "enter")
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how")
        await look(pilot, "2")
        await take(pilot, "turn-her-away", on_to_next=False)
        await look(pilot, "w")
        await press_to(pilot, PlayScreen, key="space")
        await take(pilot, "cast-the-vote")
        if isinstance(app.screen, PlayScreen):
            await take(pilot, app.screen.items()[-1].step)
        await on(pilot, DebriefScreen)
        await look(pilot, "pagedown")
    assert any("+---" in line for line in seen), "boxes have lost their edges"


PLAY = ("play", str(SMALL_VISIT), "--as", ODD)
KEYS = (("practise", "\r"), ("The telephone", "3"), ("Take it", "\r"), ("rings off", "q"))


@pytest.mark.parametrize(
    ("options", "environment"),
    [(("--ascii",), {}), ((), {"PYTHONIOENCODING": "ascii"}), ((), {"LC_ALL": "", "LC_CTYPE": "", "LANG": "C"})],
)
def test_no_byte_beyond_ascii_reaches_a_terminal_that_wants_ascii(options, environment):
    shown = run_on_a_pty("-m", "lmcs_sim", *PLAY, *options, keys=KEYS, **environment)
    assert shown.code == 0
    assert shown.out.isascii()
    assert "|" in shown.out


def test_the_setting_is_enough_and_holds_for_plain_lines_too():
    Path(os.environ["LMCS_SIM_SETTINGS"]).write_text("ascii = true\n")
    signs = run_apart("play", SMALL_VISIT, "--as", "Zoë", "--plain", given=b"turn-her-away\nput-a-question\n")
    assert signs.code == 0
    assert (signs.out + signs.err).isascii()
    assert "(-2 duty)" in signs.out


async def test_ascii_can_be_put_on_and_taken_off_while_screens_are_open(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        boxed = lines(pilot.app.screen)
        assert not "".join(boxed).isascii()
        pilot.app.change_settings(ascii=True)
        await pilot.pause()
        assert "".join(lines(pilot.app.screen)).isascii()
        pilot.app.change_settings(ascii=False)
        await pilot.pause()
        assert lines(pilot.app.screen) == boxed
