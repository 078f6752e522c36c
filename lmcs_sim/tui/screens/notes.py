"""Notes: what the learner wrote down, the latest first."""

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import NOTES
from lmcs_sim.notebook import Noted, notes_of
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.asking import AskScreen
from lmcs_sim.tui.screens.listing import ListPage, entry
from lmcs_sim.tui.screens.played import change_note
from lmcs_sim.tui.widgets.prose import flowing
from lmcs_sim.words.catalogue import said


class NotesScreen(ListPage):
    """Enter opens a note for change."""

    NAME = NOTES
    BINDINGS = bindings_on(NOTES)

    def on_mount(self) -> None:
        """Shows the notes."""
        self._notes: dict[str, Noted] = {}
        super().on_mount()
        self.show_list()

    def options(self) -> list[Option]:
        """Each note, under the moment it is on."""
        self._notes = {str(item.note.id): item for item in notes_of(self.lmcs.desk)}
        return [
            entry(name, (flowing(item.where), "bold"), f"\n{flowing(item.note.text)}")
            for name, item in self._notes.items()
        ]

    def state(self) -> str:
        """How to write one, where there is none."""
        return "" if self._notes else said("note.none")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be changed or removed."""
        return action not in ("note", "remove") or self.pointed is not None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the note."""
        self._change(str(event.option_id))

    def action_note(self) -> None:
        """Opens the note pointed at."""
        self._change(str(self.pointed))

    def _change(self, name: str) -> None:
        item = self._notes[name]
        change_note(self, item.note, flowing(item.where), self.show_list)

    def action_remove(self) -> None:
        """Removes the note pointed at, once that is confirmed."""
        name = self.pointed

        def remove(yes: bool | None) -> None:
            if yes and name is not None:
                self.lmcs.desk.store.notes.remove(int(name))
                self.show_list()
                self.notify(said("note.removed"), markup=False)

        self.app.push_screen(AskScreen(said("note.remove-ask")), remove)
