"""The settings' screen: each changed by Enter or a click, shown so at once and kept."""

import pytest
from piloting import lines, on, shown, until
from textual.widgets import OptionList

from lmcs_sim.commands import COMMANDS
from lmcs_sim.settings.file import read_settings, settings_path
from lmcs_sim.settings.settings import Settings
from lmcs_sim.tui.screens.settings import SettingsScreen


def kept():
    return read_settings(settings_path())


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
async def test_every_setting_and_every_key_can_be_seen_at_every_size(small_app, size):
    async with small_app().run_test(size=size) as pilot:
        await pilot.press("o")
        screen = await on(pilot, SettingsScreen)
        told = [str(option.prompt) for option in screen.query_one(OptionList).options]
        assert [line.split(":")[0] for line in told[:4]] == ["Colours", "Plain signs only", "Plain lines", "Tour"]
        assert [line.rpartition("[")[2].rstrip("]") for line in told[4:]] == [command.id for command in COMMANDS]
        assert "Colours: Dark" in shown(screen)
        assert all(len(line) <= size[0] for line in lines(screen))


async def test_enter_changes_what_is_pointed_at_and_keeps_it(small_app):
    async with small_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("o")
        screen = await on(pilot, SettingsScreen)
        await pilot.press("enter", "down", "down", "enter")
        await until(pilot, lambda: "Plain lines: on" in shown(screen))
        assert "Colours: Light" in shown(screen)
        assert kept() == Settings("light", plain=True)
        await pilot.press("enter", "t")
        await until(pilot, lambda: "Plain lines: off" in shown(screen) and "High contrast, dark" in shown(screen))
        assert kept() == Settings("contrast-dark")


async def test_a_change_that_cannot_be_kept_is_told_and_changes_nothing(small_app):
    settings_path().write_text("ascii = 3\n")
    async with small_app().run_test(size=(140, 30), notifications=True) as pilot:
        await pilot.press("o")
        screen = await on(pilot, SettingsScreen)
        await pilot.press("enter")
        await until(pilot, lambda: any("error[E010]: ascii wants" in said.message for said in pilot.app._notifications))
        assert "Colours: Dark" in shown(screen)
        assert settings_path().read_text() == "ascii = 3\n"
