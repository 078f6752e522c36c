"""The line of keys: whole keys only, help and the way back always among them, and each does what it says when it is clicked."""

from pathlib import Path

import pytest
from piloting import lines
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from lmcs_sim import tui
from lmcs_sim.tui.widgets.key_line import KeyLine


class Keyed(Screen):
    """Things to do, help and the way back the last; one of them cannot be done now, and one may not be."""

    BINDINGS = (
        Binding("a", "library", "First"),
        Binding("b,c", "guidance", "Second", id="guidance"),
        Binding("d", "undo", "Never"),
        Binding("e", "history", "Later"),
        Binding("question_mark", "help", "Help", id="help"),
        Binding("escape", "back", "Back", id="back"),
        Binding("x", "quit", "Hidden", show=False),
    )
    allowed = False

    def __init__(self):
        super().__init__()
        self.done = ()

    def compose(self):
        yield KeyLine()

    def check_action(self, action, parameters):
        return {"undo": self.allowed, "history": None}.get(action, True)

    def action_library(self):
        self.done = (*self.done, "first")

    def action_guidance(self):
        self.done = (*self.done, "second")

    def action_help(self):
        self.done = (*self.done, "help")

    def action_back(self):
        self.done = (*self.done, "back")


class Shell(App):
    CSS_PATH = Path(tui.__file__).parent / "lmcs.tcss"
    ENABLE_COMMAND_PALETTE = False

    def on_mount(self):
        self.push_screen(Keyed())


@pytest.fixture
async def keyed():
    async with Shell().run_test(size=(60, 3)) as pilot:
        await pilot.pause()
        yield pilot


def line(pilot) -> str:
    return lines(pilot.app.screen)[-1].rstrip()


async def test_each_thing_to_do_is_named_once_with_its_first_key(keyed):
    assert line(keyed).startswith("? Help a First b Second e Later esc Back")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "? Help a First b Second e Later esc Back"),
        (39, "? Help a First b Second esc Back"),
        (23, "? Help a First esc Back"),
        (22, "? Help esc Back"),
    ],
)
async def test_what_has_no_room_is_left_out_whole_and_help_and_the_way_back_never_are(keyed, width, shown):
    await keyed.resize_terminal(width, 3)
    await keyed.pause()
    assert line(keyed) == shown


async def test_a_click_on_any_part_of_a_key_does_what_it_says_and_beside_them_nothing(keyed):
    for column, done in (
        (0, "help"),
        (5, "help"),
        (7, "first"),
        (13, "first"),
        (15, "second"),
        (22, "second"),
        (32, "back"),
    ):
        keyed.app.screen.done = ()
        await keyed.click(offset=(column, 2))
        assert keyed.app.screen.done == (done,), column
    keyed.app.screen.done = ()
    for column in (6, 14, 23, 50):
        await keyed.click(offset=(column, 2))
    assert keyed.app.screen.done == ()


async def test_what_cannot_be_done_now_is_dim_and_a_click_on_it_does_nothing(keyed):
    strip = keyed.app.screen._compositor.render_strips(keyed.app.screen.size)[-1]
    dim = {segment.text.strip(): segment.style.color for segment in strip if segment.style}
    assert dim["Later"] != dim["First"] == dim["Second"]
    await keyed.click(offset=(25, 2))
    assert keyed.app.screen.done == ()


async def test_the_second_half_of_a_double_click_does_nothing(keyed):
    await keyed.click(offset=(8, 2), times=2)
    assert keyed.app.screen.done == ("first",)


async def test_the_key_that_the_mouse_is_over_is_marked(keyed):
    def marked() -> str:
        strip = keyed.app.screen._compositor.render_strips(keyed.app.screen.size)[-1]
        return "".join(segment.text for segment in strip if segment.style and segment.style.underline)

    await keyed.hover(offset=(17, 2))
    assert marked() == "b Second"
    await keyed.hover(offset=(10, 0))
    assert marked() == ""


async def test_other_keys_are_shown_where_they_are_set_and_where_something_becomes_allowed(keyed):
    keyed.app.set_keymap({"guidance": "f4"})
    await keyed.pause()
    assert line(keyed).startswith("? Help a First f4 Second e Later")
    await keyed.click(offset=(16, 2))
    assert keyed.app.screen.done == ("second",)
    keyed.app.screen.allowed = True
    keyed.app.screen.refresh_bindings()
    await keyed.pause()
    assert "d Never" in line(keyed)
