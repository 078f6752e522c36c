"""A place of the plain face: what it shows, what it answers, and the commands it does."""

from typing import TYPE_CHECKING, ClassVar

from lmcs_sim.commands import BY_ID, COMMANDS, Command
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.plain.conversation import Conversation


class Place:
    """Somewhere in the plain face. For each command that the table allows there, it has a method `do_` with its id."""

    STANDS_FOR: ClassVar[tuple[str, ...]] = ()
    """What the table of commands calls it; several, where a screen more is not worth a place of its own."""

    def __init__(self, talk: "Conversation") -> None:
        """`talk` is the conversation that the place belongs to."""
        self.talk = talk

    @property
    def desk(self) -> "Desk":
        """What is open."""
        return self.talk.desk

    def show(self) -> None:
        """Tells what is here, from its beginning."""
        raise NotImplementedError

    def answer(self, line: str) -> None:
        """Answers a line that is no command."""
        raise NotImplementedError

    def allows(self, command: Command) -> bool:
        """Whether a command is allowed here."""
        return bool(set(command.where) & set(self.STANDS_FOR))

    def not_here(self, command: Command) -> str:
        """Where a command is allowed that is not allowed here."""
        return said("palette.elsewhere", places=", ".join(said(f"place.{place}") for place in command.where))

    def catch_up(self) -> bool:
        """Looks, before a line is answered, whether what was told still stands. False where it was told anew."""
        return True

    def part(self) -> None:
        """Tells somebody who leaves from here what becomes of what they did."""
        tell(paragraphs(said("plain.kept"), said("plain.saved")))

    def not_understood(self, sentence: str) -> None:
        """Says that a line was not understood, and what would be."""
        tell(paragraphs(sentence, said("plain.not-understood")))

    def do_help(self, _: str) -> None:
        """Says what can be said here."""
        tell(paragraphs(said(f"plain.help.{self.STANDS_FOR[0]}"), said("plain.help-word")))
        tell(f"  {command.word}: {command.help}" for command in COMMANDS if self.allows(command))

    def do_palette(self, _: str) -> None:
        """Says every command, and where those are allowed that are not allowed here."""
        for command in COMMANDS:
            more = "" if self.allows(command) else f" {self.not_here(command)}"
            tell(paragraphs(f"{command.help}{more}", command.word))

    def do_again(self, _: str) -> None:
        """Tells it once more."""
        self.show()

    def do_copy(self, _: str) -> None:
        """Says how to copy."""
        tell(paragraphs(said("copy.plain"), BY_ID["copy"].label))

    def do_theme(self, name: str) -> None:
        """Keeps other colours for the screens."""
        from lmcs_sim.plain.settings import change_theme

        change_theme(self.desk, name)

    def do_back(self, _: str) -> None:
        """Goes back to where this was opened."""
        self.talk.close()

    def do_quit(self, _: str) -> None:
        """Leaves."""
        self.talk.leave()
