"""Every command is reached by its key, by the palette and by its word in plain lines."""

import importlib
import pkgutil

import pytest
from piloting import app_of, on, until
from textual.command import CommandPalette
from textual.widgets import OptionList

import lmcs_sim.plain
import lmcs_sim.tui.screens
from lmcs_sim.commands import BY_ID, COMMANDS, EVERYWHERE, MOVING, NUMBERS, PLAY, RESERVED, commands_on
from lmcs_sim.desk import Desk
from lmcs_sim.plain.place import Place
from lmcs_sim.settings.settings import Settings
from lmcs_sim.tui.app import LmcsApp
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.screens.play import PlayScreen


def every(kind, package):
    """Every class of a kind that a package's modules have."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    found, left = [], [kind]
    while left:
        below = left.pop().__subclasses__()
        found += below
        left += below
    return found


SCREENS = {
    screen.NAME: screen for screen in every(Page, lmcs_sim.tui.screens) if screen.NAME and not screen.__subclasses__()
}
SCREENS |= {
    screen.NAME: screen for screen in every(Page, lmcs_sim.tui.screens) if screen.NAME not in SCREENS and screen.NAME
}
PLACES = [place for place in every(Place, lmcs_sim.plain) if place.STANDS_FOR]


def test_there_is_a_screen_for_every_place_of_the_table():
    assert set(EVERYWHERE) - set(SCREENS) <= {"preview"}, set(EVERYWHERE) - set(SCREENS)


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_does_every_command_that_the_table_allows_on_it(name):
    for command in commands_on(name):
        assert callable(getattr(SCREENS[name], f"action_{command.id}", None)), (name, command.id)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_plain_place_does_every_command_that_the_table_allows_in_it(place):
    for command in commands_on(*place.STANDS_FOR):
        assert callable(getattr(place, f"do_{command.id}", None)), (place, command.id)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_key_and_a_place_in_plain_lines(command):
    assert command.keys
    assert command.where
    assert any(set(command.where) & set(place.STANDS_FOR) for place in PLACES), command.id


@pytest.mark.parametrize("place", EVERYWHERE)
def test_no_two_commands_of_a_place_share_a_key_and_none_has_one_that_moves(place):
    keys = [key for command in commands_on(place) for key in command.keys]
    assert len(set(keys)) == len(keys), place
    assert not set(keys) & set(MOVING)
    assert set(RESERVED[PLAY]) >= set(NUMBERS)


@pytest.mark.parametrize("place", EVERYWHERE)
def test_the_bindings_of_a_place_are_those_of_the_table(place):
    bound = {binding.id: binding.key for binding in bindings_on(place)}
    assert bound == {command.id: ",".join(command.keys) for command in commands_on(place)}


async def test_the_palette_has_every_command_and_says_why_one_is_not_allowed(small_app):
    async with small_app(opened=True).run_test(size=(100, 60)) as pilot:
        await pilot.press("enter", "enter")
        await on(pilot, PlayScreen)
        await pilot.press("ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        listed = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: listed.option_count > len(COMMANDS))
        told = [str(option.prompt) for option in listed.options]
        for command in COMMANDS:
            (line,) = (line for line in told if line.split("\n")[0] == command.label)
            assert ("Not here" in line) == (PLAY not in command.where), line
        (undo,) = (line for line in told if line.startswith(f"{BY_ID['undo'].label}\n"))
        assert "Not now" in undo


async def test_the_palette_does_what_is_chosen_on_the_screen_below(small_app):
    async with small_app(opened=True).run_test(size=(100, 40)) as pilot:
        await pilot.press("enter", "enter", "1", "enter")
        await until(pilot, lambda: pilot.app.screen.__class__.__name__ == "ResultScreen")
        await pilot.press("colon", *"undo")
        listed = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: listed.option_count > 0 and "Undo" in str(listed.options[0].prompt))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen))
        assert pilot.app.screen.session.play.log.steps == ()


async def test_other_keys_take_the_place_of_those_of_the_table(shipped, small_file):
    settings = Settings(tour=False, keys={"library": ("z",), "help": ("f2",)})
    app = LmcsApp(Desk((), "Ann", settings))
    app.desk.book, app.desk.files = shipped, ([small_file], [])
    async with app.run_test(size=(80, 24)) as pilot:
        home = pilot.app.screen
        await pilot.press("l", "f1")
        assert pilot.app.screen is home
        await pilot.press("f2")
        assert "Z: Choose a scenario." in _text(pilot) or "z: Choose a scenario." in _text(pilot)
        await pilot.press("escape", "z")
        assert pilot.app.screen.NAME == "library"


def _text(pilot):
    return "\n".join(str(widget.render()) for widget in pilot.app.screen.query("Line"))


def test_an_application_without_settings_has_the_keys_of_the_table(shipped):
    assert app_of((shipped, [])).desk.settings.keys == {}
