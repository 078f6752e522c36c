"""Playing in plain lines: one enquiry, choice or command a line. End of input saves and leaves."""

import secrets
import sys
from typing import TYPE_CHECKING

from lmcs_sim.commands import PLAIN, command_for, commands_on
from lmcs_sim.faults import LmcsError, WrongUse
from lmcs_sim.plain.blocks import choice_lines, scene_lines, step_lines
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.words.interface import WORKING_OUT

if TYPE_CHECKING:
    from lmcs_sim.store.session import Session
    from lmcs_sim.toml.scenario_files import ScenarioFile


def ask() -> str | None:
    """The next line of input, trimmed; None at its end."""
    print("> ", end="", flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


class Conversation:
    """Reads lines and answers them until the play has ended and no more is wanted, or input ends."""

    def __init__(self, session: "Session", file: "ScenarioFile") -> None:
        self.session = session
        self.file = file

    def run(self) -> None:
        """Shows the scene that is open, and goes on from there."""
        tell(scene_lines(self.session.play))
        while True:
            line = ask()
            if line is None or line == "quit":
                print()
                tell(paragraphs("Everything you decided is kept.", "Saved"))
                return
            if line:
                self._answer(line)
            if self.session.play.ended and line:
                self._debrief()
                return

    def _answer(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        command = command_for(word)
        if command is not None:
            getattr(self, f"_do_{command.id}")(rest.strip())
            return
        name = self._named(line)
        if name is not None:
            self._take(name)

    def _named(self, line: str) -> str | None:
        """The id a line means: a number on offer, or the id itself."""
        if not line.isdecimal():
            return line
        offered = ids_on_offer(self.session.play.game, self.session.play.situation)
        number = int(line) if len(line) < 4 else 0
        if not 1 <= number <= len(offered):
            tell(
                paragraphs(
                    f"There is no number {line[:12]} here. Give a number from 1 to {len(offered)}.", "Not understood"
                )
            )
            return None
        return offered[number - 1]

    def _take(self, name: str) -> None:
        scene = self.session.play.situation.scene
        try:
            play = self.session.take(name)
        except WrongUse as error:
            fault = error.faults[0]
            tell(paragraphs(f"{fault.cause}. {fault.cure} Say help for the commands.", "Not understood"))
            return
        assert play.last_step is not None
        tell(step_lines(play, play.last_step, scene))
        if play.ended:
            return
        if play.last_step.is_choice:
            tell(scene_lines(play))
        else:
            tell(choice_lines(play))

    def _debrief(self) -> None:
        from lmcs_sim.plain.debrief import attainable_lines, debrief_lines
        from lmcs_sim.store.attained import attained, kept
        from lmcs_sim.words.debrief import KEEP_AS_FILE

        play = self.session.play
        known = kept(play.log, play.game)
        tell(debrief_lines(play, known))
        if known is None:
            tell(paragraphs(WORKING_OUT, "Attainable"))
            found = attained(play.log, play.game)
            tell(() if found is None else attainable_lines(found))
        tell(paragraphs(KEEP_AS_FILE, "Export"))
        tell([f"  lmcs-sim saves debrief {self.session.id} --format html --to debrief.html"])

    def _do_help(self, _: str) -> None:
        tell(paragraphs("Give the number or the id of an enquiry or a choice. Or say:", "Help"))
        tell(f"  {command.word}: {command.help}" for command in commands_on(PLAIN) if command.word)

    def _do_why(self, _: str) -> None:
        from lmcs_sim.plain.why import why_lines

        tell(why_lines(self.session.play))

    def _do_undo(self, _: str) -> None:
        before = self.session.play.last_step
        self.session.undo()
        said = "There is nothing to take back." if before is None else f"Taken back: {before.id}."
        tell(paragraphs(said, "Undo"))
        tell(scene_lines(self.session.play))

    def _do_again(self, _: str) -> None:
        tell(scene_lines(self.session.play))

    def _do_new(self, _: str) -> None:
        from lmcs_sim.store.opening import begin_session

        saved = self.session.store.get(self.session.id)
        assert saved is not None
        self.session = begin_session(
            self.session.store, self.session.play.game, self.file, saved.learner, secrets.randbelow(1_000_000)
        )
        tell(scene_lines(self.session.play))

    def _do_export(self, _: str) -> None:
        from lmcs_sim.pages.export import export_debrief
        from lmcs_sim.store.attained import kept
        from lmcs_sim.store.place import folder_beside
        from lmcs_sim.words.debrief import exported_line

        play = self.session.play
        try:
            tell(paragraphs(exported_line(export_debrief(folder_beside(), play, kept(play.log, play.game))), "Export"))
        except LmcsError as error:
            tell(paragraphs(str(error), "Not written"))

    def _do_guidance(self, name: str) -> None:
        from lmcs_sim.play.lookup import provision_lines

        book = self.session.play.game.book
        if name not in book.guidance.provisions:
            tell(
                paragraphs("Say guidance and a provision's id, such as guidance dfe2012.p8.not-day-to-day.", "Guidance")
            )
            return
        for line in provision_lines(name, book):
            tell(paragraphs(line))
