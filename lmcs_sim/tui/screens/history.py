"""History: every step of a play in order, with what was found of it and the notes on it; and the way back to any."""

from collections.abc import Iterator
from typing import ClassVar

from attrs import define
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import HISTORY
from lmcs_sim.play.history import history_of
from lmcs_sim.play.play import Play, back_to
from lmcs_sim.play.reflection import reason_named, reasons_for
from lmcs_sim.scenario.scenario import Reason
from lmcs_sim.store.session import Session
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.asking import AskScreen
from lmcs_sim.tui.screens.listing import ListPage, entry
from lmcs_sim.tui.screens.played import write_note
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.widgets.prose import Line, flowing
from lmcs_sim.tui.widgets.question import given_then
from lmcs_sim.words.catalogue import counted, said


class HistoryScreen(ListPage):
    """Enter on a step shows what followed from it."""

    NAME = HISTORY
    BINDINGS = bindings_on(HISTORY)

    def __init__(self, session: Session) -> None:
        """`session` may have ended."""
        super().__init__()
        self.session = session

    def on_mount(self) -> None:
        """Says whose history it is, and points at the last step."""
        super().on_mount()
        play = self.session.play
        title = (said("place.history"), "bold"), f"  {flowing(play.game.scenario.title)}"
        self.query_one("#title", Line).say(*title)
        self.show_list()
        self.query_one("#entries", OptionList).highlighted = len(play.log.steps)

    def options(self) -> list[Option]:
        """The beginning, then each step."""
        play = self.session.play
        notes = self.session.store.notes.of_play(self.session.id)
        most = len(play.log.steps)

        def noted(number: int) -> str:
            texts = (note.text for note in notes if min(note.number, most) == number)
            return "".join(f"\n{said('history.note', text=flowing(text))}" for text in texts)

        options = [entry("0", (said("history.start"), "bold"), noted(0))]
        for item in history_of(play):
            found = f"\n{said('history.found', verdicts=item.verdicts)}" if item.verdicts else ""
            where = f"{item.number}. {flowing(item.where)}"
            told = f"\n{flowing(item.taken)}{found}{noted(item.number)}"
            options.append(entry(str(item.number), (where, "bold"), told))
        return options

    @property
    def _pointed_at(self) -> int:
        return int(self.pointed or 0)

    def on_option_list_option_highlighted(self) -> None:
        """There is a key for going back only where a step comes after."""
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Shows what followed from the step."""
        number = int(str(event.option_id))
        if number:
            scene = history_of(self.session.play)[number - 1].scene.id
            given = self.session.store.reasons.of_play(self.session.id).get(number, "")
            self.app.push_screen(PastScreen(Past(back_to(self.session.play, number)), scene, given))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be taken back."""
        return action != "rewind" or self._pointed_at < len(self.session.play.log.steps)

    def action_rewind(self) -> None:
        """Takes back every step after the one pointed at, once that is confirmed where it is more than one."""
        number, most = self._pointed_at, len(self.session.play.log.steps)
        if most - number == 1:
            self._rewind(True)
        elif number < most:
            steps = counted(most - number, "count.step")
            self.app.push_screen(AskScreen(said("history.rewind-ask", steps=steps, first=number + 1)), self._rewind)

    def _rewind(self, yes: bool | None) -> None:
        if yes:
            before = len(self.session.play.log.steps)
            gone = before - len(self.session.rewind(self._pointed_at).log.steps)
            self.lmcs.go_to_play(self.session, said("history.rewound", steps=counted(gone, "count.step")))

    def action_note(self) -> None:
        """Writes a note on the step pointed at."""
        number = self._pointed_at
        play = self.session.play
        scene = history_of(play)[number - 1].scene.id if number else play.game.scenario.starts
        write_note(self, self.session, number, scene, self.show_list)


@define(eq=False)
class Past:
    """A play as it once stood: it is only looked at."""

    play: Play

    def take(self, _: str) -> Play:
        """Nothing is taken in the past."""
        return self.play

    def undo(self) -> Play:
        """Nothing is taken back in the past."""
        return self.play

    def give_reason(self, name: str) -> Reason:
        """The author's answer to a reason, which is not kept: it was asked for then."""
        return reason_named(self.play, name)


class PastScreen(ResultScreen):
    """What followed from an earlier step."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", said("command.back.label"))]

    def __init__(self, past: Past, scene: str, given: str) -> None:
        """`given` is the id of the reason that was given then, if any was."""
        super().__init__(past, scene)
        self._given_then = given

    def asked(self) -> Iterator[Widget]:
        """What was answered then; the question is not put again."""
        return (given_then(reason) for reason in reasons_for(self.session.play) if reason.id == self._given_then)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It is only read."""
        only_read = action not in ("undo", "history", "note", "notes", "export", "rewind")
        return only_read and super().check_action(action, parameters)
