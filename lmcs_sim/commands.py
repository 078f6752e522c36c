"""The table of commands: keys, footers, help and plain words are made from it.

Named tuples, so that the first screen is painted without loading attrs.
"""

from typing import NamedTuple

HOME, LIBRARY, BRIEFING, PLAY, RESULT, GUIDANCE, DEBRIEF, AUTHOR, SCENARIO, PREVIEW, PLAIN = (
    "home",
    "library",
    "briefing",
    "play",
    "result",
    "guidance",
    "debrief",
    "author",
    "scenario",
    "preview",
    "plain",
)


class Command(NamedTuple):
    """Something a player can do: its id, its label, one line of help, its keys, and where it is allowed."""

    id: str
    label: str
    help: str
    keys: tuple[str, ...]
    where: tuple[str, ...]
    word: str = ""
    """What it is called in the plain face; empty where that face has no such command."""


EVERYWHERE = (HOME, LIBRARY, BRIEFING, PLAY, RESULT, GUIDANCE, DEBRIEF, AUTHOR, SCENARIO, PREVIEW)
"""Every screen. A preview is a play, what followed and a debrief with commands added to theirs."""

COMMANDS = (
    Command("start", "Start", "Read on; at the end, start the play or go on with it.", ("enter",), (BRIEFING,)),
    Command("go_on", "Go on", "Read on; at the end, go on.", ("enter", "space"), (RESULT, DEBRIEF)),
    Command("help", "Help", "What the keys do here.", ("question_mark", "f1"), (*EVERYWHERE, PLAIN), "help"),
    Command("continue", "Continue", "Go on with the play you left last.", ("c",), (HOME,)),
    Command("library", "Library", "Choose a scenario.", ("l",), (HOME, DEBRIEF)),
    Command("author", "Author", "Check, prove, draw and try out scenario files.", ("a",), (HOME,)),
    Command("learner", "Name", "Say who is playing; each name has its own plays.", ("n",), (HOME,)),
    Command("why", "Why", "Show the whole reasoning behind the findings.", ("w",), (RESULT, PLAIN), "why"),
    Command(
        "guidance",
        "Guidance",
        "Read the provisions, paragraph by paragraph.",
        ("g",),
        (HOME, PLAY, RESULT, DEBRIEF, PLAIN),
        "guidance",
    ),
    Command("search", "Search", "Find provisions by their words.", ("slash",), (GUIDANCE,)),
    Command("undo", "Undo", "Take back your last step.", ("u",), (PLAY, RESULT, DEBRIEF, PLAIN), "undo"),
    Command("export", "Export", "Write the debrief as a web page and in Markdown.", ("e",), (DEBRIEF, PLAIN), "export"),
    Command("preview", "Preview", "Play the file; each save is shown at once.", ("p",), (SCENARIO,)),
    Command("faults", "Faults", "What is wrong with the file as saved.", ("f",), (PREVIEW,)),
    Command("scenes", "Scenes", "Begin at another scene, with the same facts.", ("s",), (PREVIEW,)),
    Command("reload", "Reload", "Read the file and the rules again.", ("r",), (SCENARIO, PREVIEW)),
    Command("again", "Again", "Show the scene once more.", (), (PLAIN,), "again"),
    Command("new", "New", "Begin this scenario again from the start.", ("n",), (PREVIEW, PLAIN), "new"),
    Command(
        "back",
        "Back",
        "Close this and go back.",
        ("escape",),
        (LIBRARY, BRIEFING, PLAY, GUIDANCE, AUTHOR, SCENARIO, PREVIEW),
    ),
    Command(
        "quit",
        "Quit",
        "Leave; everything you decided is kept.",
        ("q",),
        (HOME, LIBRARY, BRIEFING, PLAY, RESULT, DEBRIEF, AUTHOR, SCENARIO, PLAIN),
        "quit",
    ),
)


def commands_on(*screens: str) -> tuple[Command, ...]:
    """The commands allowed on a screen, or on any of several, in the order of the table."""
    return tuple(command for command in COMMANDS if set(screens) & set(command.where))


def command_for(word: str) -> Command | None:
    """The plain face's command of that word."""
    return next((command for command in commands_on(PLAIN) if command.word == word), None)
