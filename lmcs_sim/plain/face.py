"""Playing in plain lines: one enquiry, choice or command a line. End of input saves and leaves."""

import secrets
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lmcs_sim.commands import PLAIN, command_for, commands_on
from lmcs_sim.faults import WrongUse
from lmcs_sim.plain.blocks import briefing_lines, choice_lines, paragraphs, scene_lines, step_lines
from lmcs_sim.play.game import ids_on_offer
from lmcs_sim.words.interface import steps_taken

if TYPE_CHECKING:
    from lmcs_sim.store.plays import Store
    from lmcs_sim.store.session import Session
    from lmcs_sim.toml.scenario_files import ScenarioFile


def tell(lines: Iterable[str]) -> None:
    """Appends lines, at once."""
    for line in lines:
        print(line)
    sys.stdout.flush()


def ask() -> str | None:
    """The next line of input, trimmed; None at its end."""
    print("> ", end="", flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


def run_plain(
    file: "ScenarioFile",
    packs: tuple[Path, ...],
    open_store: "Callable[[], Store]",
    learner: str | None,
    seed: int | None,
    anew: bool,
) -> None:
    """Plays one scenario from standard input. The briefing is said before rules and saves are read."""
    tell(briefing_lines(file.scenario))
    from lmcs_sim.store.opening import open_session
    from lmcs_sim.toml.packs import load_rulebook

    store = open_store()
    book = load_rulebook(packs)
    session, went_on = open_session(store, book, file, learner, seed, anew)
    if went_on:
        tell(
            paragraphs(
                f"You go on where you left off, after {steps_taken(len(session.play.log.steps))}. "
                "Say new to begin again.",
                "Continue",
            )
        )
    if session.parted is not None:
        from lmcs_sim.plain.transcript import parted_lines

        tell(parted_lines(session.parted))
    _Conversation(session, file).run()


class _Conversation:
    """Reads lines and answers them until the play has ended and no more is wanted, or input ends."""

    def __init__(self, session: "Session", file: "ScenarioFile") -> None:
        self.session = session
        self.file = file

    def run(self) -> None:
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
        from lmcs_sim.plain.debrief import debrief_lines

        tell(debrief_lines(self.session.play))

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
