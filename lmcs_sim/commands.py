"""The table of commands: keys, footers, help and plain words are made from it."""

from attrs import frozen

HOME, LIBRARY, BRIEFING, PLAY, RESULT, GUIDANCE, DEBRIEF, PLAIN = (
    "home",
    "library",
    "briefing",
    "play",
    "result",
    "guidance",
    "debrief",
    "plain",
)


@frozen
class Command:
    """Something a player can do: its id, its label, one line of help, its keys, and where it is allowed."""

    id: str
    label: str
    help: str
    keys: tuple[str, ...]
    where: tuple[str, ...]
    word: str = ""
    """What it is called in the plain face; empty where that face has no such command."""


EVERYWHERE = (HOME, LIBRARY, BRIEFING, PLAY, RESULT, GUIDANCE, DEBRIEF)

COMMANDS = (
    Command("start", "Start", "Read on; at the end, start the play or go on with it.", ("enter",), (BRIEFING,)),
    Command("go_on", "Go on", "Read on; at the end, go on.", ("enter", "space"), (RESULT, DEBRIEF)),
    Command("help", "Help", "What the keys do here.", ("question_mark", "f1"), (*EVERYWHERE, PLAIN), "help"),
    Command("continue", "Continue", "Go on with the play you left last.", ("c",), (HOME,)),
    Command("library", "Library", "Choose a scenario.", ("l",), (HOME, DEBRIEF)),
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
    Command("again", "Again", "Show the scene once more.", (), (PLAIN,), "again"),
    Command("new", "New", "Begin this scenario again from the start.", (), (PLAIN,), "new"),
    Command("back", "Back", "Close this and go back.", ("escape",), (LIBRARY, BRIEFING, PLAY, GUIDANCE)),
    Command(
        "quit",
        "Quit",
        "Leave; everything you decided is kept.",
        ("q",),
        (HOME, LIBRARY, BRIEFING, PLAY, RESULT, DEBRIEF, PLAIN),
        "quit",
    ),
)


def commands_on(screen: str) -> tuple[Command, ...]:
    """The commands allowed on one screen, in the order of the table."""
    return tuple(command for command in COMMANDS if screen in command.where)


def command_for(word: str) -> Command | None:
    """The plain face's command of that word."""
    return next((command for command in commands_on(PLAIN) if command.word == word), None)
