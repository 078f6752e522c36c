"""Goes through the terminal in the words of a file, and writes the texts of each screen as JSON.

A program of its own: what a key is called is said when a screen's module is loaded, so the words must be known before.
"""

import asyncio
import json
import sys
from pathlib import Path

from lmcs_sim.settings.language import speak_from


def texts_on(screen):
    """The text of every widget of a screen, in sight or not."""
    from textual.widgets import Button, Input, OptionList, Static

    from lmcs_sim.tui.widgets.key_line import KeyLine

    for widget in screen.query("*"):
        if isinstance(widget, OptionList):
            yield from (str(option.prompt) for option in widget.options)
        elif isinstance(widget, KeyLine):
            yield from (f"{key.name}: {key.label}" for key in widget.fitting())
        elif isinstance(widget, Input):
            yield widget.placeholder
        elif isinstance(widget, Static | Button):
            yield str(widget.render())


async def seen_screens():
    """The texts of each screen, by its name and by the key that opened it."""
    from piloting import app_of, on, press_to, take
    from running import SMALL_VISIT
    from textual.screen import Screen

    from lmcs_sim.toml.packs import built_in, load_rulebook
    from lmcs_sim.toml.scenario_files import read_scenario
    from lmcs_sim.tui.screens.play import PlayScreen

    app = app_of((load_rulebook([built_in()]), [read_scenario(SMALL_VISIT)]))
    found = {}
    async with app.run_test(size=(120, 40)) as pilot:

        async def see(key):
            await pilot.press(key)
            screen = await on(pilot, Screen)
            await app.workers.wait_for_complete()
            await pilot.pause()
            name = f"{type(screen).__name__} {key}"
            found.setdefault(name, []).extend(texts_on(screen))

        async def see_each(*keys):
            for key in keys:
                await see(key)
                await pilot.press("escape")

        await see("home")
        await see_each("question_mark", "o", "i", "n", "p", "r", "s", "m", "g")
        for key in ("l", "enter"):
            await see(key)
        await press_to(pilot, PlayScreen)
        await see("home")
        await take(pilot, "ask-how", "turn-her-away", on_to_next=False)
        for key in ("home", "w"):
            await see(key)
        await see_each("h", "n")
        await press_to(pilot, PlayScreen)
        await take(pilot, "put-a-question", "tell-the-chief-executive")
        await see("home")
        await see_each("p")
        await pilot.press("escape")
        await see_each("r", "s")
    return found


if __name__ == "__main__":
    speak_from(Path(sys.argv[1]))
    print(json.dumps(asyncio.run(seen_screens())))
