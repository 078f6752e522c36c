"""The table of commands: keys, footers, the palette, help and plain words are made from it.

Named tuples, so that the first screen is painted without loading attrs. What a command is called stands with the other
sentences, in words/en.toml.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lmcs_sim.words.catalogue import said

HOME, LIBRARY, BRIEFING, PLAY, RESULT, DEBRIEF, HISTORY, NOTES, GUIDANCE = (
    "home",
    "library",
    "briefing",
    "play",
    "result",
    "debrief",
    "history",
    "notes",
    "guidance",
)
SAVES, PROGRESS, REVIEW, SETTINGS, TOUR, AUTHOR, SCENARIO, PREVIEW = (
    "saves",
    "progress",
    "review",
    "settings",
    "tour",
    "author",
    "scenario",
    "preview",
)
PLAYING = (PLAY, RESULT, DEBRIEF)
PLAYER = (HOME, LIBRARY, BRIEFING, *PLAYING, HISTORY, NOTES, GUIDANCE, SAVES, PROGRESS, REVIEW, SETTINGS, TOUR)
EVERYWHERE = (*PLAYER, AUTHOR, SCENARIO, PREVIEW)
"""Every place. A preview is a play, what followed and a debrief with commands added to theirs."""

Keys = tuple[str, ...]


class Command(NamedTuple):
    """Something a player can do: its id, its keys, and the places where it is allowed."""

    id: str
    keys: Keys
    where: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its name, as a footer has room for."""
        return said(f"command.{self.id}.label")

    @property
    def help(self) -> str:
        """What it does, in a line."""
        return said(f"command.{self.id}.help")

    @property
    def word(self) -> str:
        """What it is called in the plain face."""
        return said(f"command.{self.id}.word")


COMMANDS = (
    Command("start", ("enter",), (BRIEFING,)),
    Command("answer", ("enter", "space"), (REVIEW,)),
    Command("go_on", ("enter", "space"), (RESULT, DEBRIEF, TOUR)),
    Command("help", ("question_mark", "f1"), EVERYWHERE),
    Command("continue", ("c",), (HOME,)),
    Command("next", ("x",), (HOME, LIBRARY, DEBRIEF)),
    Command("library", ("l",), (HOME, DEBRIEF)),
    Command("review", ("r",), (HOME, PROGRESS)),
    Command("progress", ("p",), (HOME, DEBRIEF)),
    Command("saves", ("s",), (HOME,)),
    Command("forgot", ("1",), (REVIEW,)),
    Command("hard", ("2",), (REVIEW,)),
    Command("good", ("3",), (REVIEW,)),
    Command("easy", ("4",), (REVIEW,)),
    Command("order", ("o",), (LIBRARY,)),
    Command("filter", ("f",), (LIBRARY,)),
    Command("why", ("w",), (RESULT,)),
    Command("reason", ("a",), (RESULT,)),
    Command("guidance", ("g",), (HOME, *PLAYING, GUIDANCE, REVIEW)),
    Command("search", ("slash",), (GUIDANCE, LIBRARY, SAVES)),
    Command("undo", ("u",), PLAYING),
    Command("history", ("h",), PLAYING),
    Command("rewind", ("u",), (HISTORY,)),
    Command("note", ("n",), (*PLAYING, HISTORY, NOTES)),
    Command("notes", ("m",), (HOME, *PLAYING)),
    Command("remove", ("delete",), (SAVES, NOTES)),
    Command("import", ("i",), (SAVES,)),
    Command("export", ("e",), (*PLAYING, SAVES)),
    Command("preview", ("p",), (SCENARIO,)),
    Command("faults", ("f",), (PREVIEW,)),
    Command("scenes", ("s",), (PREVIEW,)),
    Command("reload", ("r",), (SCENARIO, PREVIEW)),
    Command("new", ("b",), (PLAY, DEBRIEF, PREVIEW)),
    Command("learner", ("n",), (HOME,)),
    Command("settings", ("o",), (HOME,)),
    Command("tour", ("i",), (HOME,)),
    Command("author", ("a",), (HOME,)),
    Command("back", ("escape",), tuple(place for place in EVERYWHERE if place not in (HOME, RESULT))),
    Command("again", ("home",), EVERYWHERE),
    Command("theme", ("t",), EVERYWHERE),
    Command("copy", ("y",), EVERYWHERE),
    Command("palette", ("ctrl+p", "colon"), EVERYWHERE),
    Command("quit", ("q",), EVERYWHERE),
)
BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

MOVING = ("up", "down", "j", "k", "pageup", "pagedown", "tab", "shift+tab")
NUMBERS = tuple(str(number) for number in range(1, 10))
RESERVED: Mapping[str, Keys] = (
    dict.fromkeys(EVERYWHERE, (*MOVING, "enter"))
    | dict.fromkeys((PLAY, PREVIEW), (*MOVING, *NUMBERS, "enter", "space"))
    | {SCENARIO: (*MOVING, *NUMBERS, "enter")}
)
"""By place, the keys that move about in it or choose: no command may be given one of them."""

SIGNS = {"question_mark": "?", "slash": "/", "colon": ":", "comma": ",", "full_stop": ".", "semicolon": ";"}
"""Keys that are called by their sign."""
_NAMED = ("escape", "pageup", "pagedown", "enter", "space", "delete", "home", "tab", "up", "down")


def commands_on(*places: str) -> tuple[Command, ...]:
    """The commands allowed in a place, or in any of several, in the order of the table."""
    return tuple(command for command in COMMANDS if set(places) & set(command.where))


def rebound(keys: Mapping[str, Keys]) -> tuple[Command, ...]:
    """The table with other keys for some commands."""
    return tuple(command._replace(keys=keys.get(command.id, command.keys)) for command in COMMANDS)


def together(place: str) -> tuple[str, ...]:
    """The places whose commands stand on one screen with those of a place: a preview's with those of a play."""
    if place == PREVIEW:
        return (PREVIEW, *PLAYING)
    return (place, PREVIEW) if place in PLAYING else (place,)


def clashes(keys: Mapping[str, Keys]) -> list[tuple[str, str, str, str]]:
    """Where other keys would clash: the key, the command that was given it, what has it already, and the place.

    What has it is a command's id, or empty where the key moves about.
    """
    table = rebound(keys)
    found = []
    for command in (command for command in table if command.id in keys):
        for key in command.keys:
            for place in command.where:
                other = next((each.id for each in table if _shares(each, command, key, place)), None)
                if other is not None or (key in RESERVED[place] and key not in BY_ID[command.id].keys):
                    found.append((key, command.id, other or "", place))
                    break
    return found


def _shares(one: Command, other: Command, key: str, place: str) -> bool:
    return one.id != other.id and key in one.keys and bool(set(together(place)) & set(one.where))


def shown_key(key: str) -> str:
    """A key by what is printed on it."""
    if key in SIGNS:
        return SIGNS[key]
    if key in _NAMED:
        return said(f"key.{key}")
    *held, last = key.split("+")
    last = last if len(last) == 1 else last.capitalize()
    return "+".join((*(part.capitalize() for part in held), last))


def key_for(name: str, keys: Mapping[str, Keys]) -> str:
    """The first key of a command, as it is printed, with other keys for some commands."""
    return shown_key(keys.get(name, BY_ID[name].keys)[0])
