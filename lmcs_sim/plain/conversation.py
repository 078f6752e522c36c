"""A conversation in plain lines: one command or answer a line. End of input saves and leaves."""

import sys
from typing import TYPE_CHECKING

from lmcs_sim.commands import COMMANDS, Command
from lmcs_sim.faults import LmcsError
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from lmcs_sim.desk import Desk
    from lmcs_sim.plain.place import Place


def ask() -> str | None:
    """The next line of input, trimmed; None at its end."""
    print("> ", end="", flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


class Conversation:
    """Reads lines and has the place that is open answer them, until somebody leaves or the input ends."""

    def __init__(self, desk: "Desk") -> None:
        """Home lies under every other place; it is told when somebody goes back to it."""
        from lmcs_sim.plain.home import HomePlace

        self.desk = desk
        self.places: list[Place] = [HomePlace(self)]
        self._doing: Callable[[], object] | None = None

    @property
    def place(self) -> "Place":
        """The place that is open."""
        return self.places[-1]

    def open(self, place: "Place") -> None:
        """Opens a place over the one that is open."""
        self.places.append(place)
        place.show()

    def open_over_home(self, place: "Place") -> None:
        """Opens a place right over home."""
        del self.places[1:]
        self.open(place)

    def close(self) -> None:
        """Goes back to the place below."""
        if len(self.places) > 1:
            self.places.pop()
        self.place.show()

    def replace(self, place: "Place") -> None:
        """Opens a place where the one stands that is open."""
        self.places.pop()
        self.open(place)

    def ask(self, question: str, then: "Callable[[], object]") -> None:
        """Asks whether to do something; does it where the very next line says yes."""
        self._doing = then
        tell(paragraphs(said("ask.plain", question=question), said("ask.opening")))

    def leave(self) -> None:
        """Ends the conversation."""
        self.places.clear()

    def run(self) -> None:
        """Answers line by line."""
        place = self.place
        while self.places:
            place = self.place
            line = ask()
            if line is None:
                break
            if line:
                self._answer(line)
            else:
                place.catch_up()
        print()
        place.part()

    def _answer(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        command = next((each for each in COMMANDS if each.word == word), None)
        try:
            if self._settled(line, command):
                return
            stands = self.place.catch_up()
            if command is None:
                # What was told anew is to be heard before it is answered.
                if stands:
                    self.place.answer(line)
            elif self.place.allows(command):
                getattr(self.place, f"do_{command.id}")(rest.strip())
            else:
                self.place.not_understood(self.place.not_here(command))
        except LmcsError as error:
            for fault in error.faults:
                tell(paragraphs(str(fault), said("plain.fault")))

    def _settled(self, line: str, command: Command | None) -> bool:
        """Whether a line was the answer to a question. A command in its place means no, and is done as well."""
        doing, self._doing = self._doing, None
        if doing is None:
            return False
        if line.casefold() == said("ask.yes-word"):
            doing()
            return True
        tell(paragraphs(said("ask.left"), said("ask.opening")))
        return command is None
