"""Saves: the learner's plays that are kept, the latest first."""

from pathlib import Path

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import SAVES
from lmcs_sim.faults import LmcsError
from lmcs_sim.notebook import Kept, import_play, keep_as_file, kept_plays
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.asking import AskScreen, LineScreen
from lmcs_sim.tui.screens.listing import ListPage, entry
from lmcs_sim.tui.widgets.prose import flowing
from lmcs_sim.words.catalogue import said


class SavesScreen(ListPage):
    """Enter goes on with a play, or opens the debrief of one that has ended."""

    NAME = SAVES
    SEARCH = "saves.search"
    BINDINGS = bindings_on(SAVES)

    def on_mount(self) -> None:
        """Shows the plays."""
        self._plays: dict[str, Kept] = {}
        super().on_mount()
        self.show_list()

    def options(self) -> list[Option]:
        """Each play that has the words."""
        self._plays = {str(item.saved.id): item for item in kept_plays(self.lmcs.desk, self.words)}
        return [
            entry(name, (flowing(item.line), "bold"), f"\n{flowing(item.when)}") for name, item in self._plays.items()
        ]

    def state(self) -> str:
        """How plays come to be kept, where there is none."""
        if self._plays:
            return ""
        return said("saves.none-found") if self.words else said("saves.none", learner=self.lmcs.desk.learner)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be kept as a file or removed."""
        return action not in ("export", "remove") or self.pointed is not None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Goes on with a play, where its scenario is here and can be played."""
        saved = self._plays[str(event.option_id)].saved
        file = self.lmcs.desk.by_id.get(saved.log.scenario)
        if file is None:
            self.tell(said("saves.gone", scenario=saved.log.scenario))
            return
        try:
            self.lmcs.resume(file, saved)
        except LmcsError as error:
            self.tell(str(error))

    def action_export(self) -> None:
        """Keeps the play pointed at as a file, and says where, or why not."""
        try:
            path = keep_as_file(self._plays[str(self.pointed)].saved)
            self.tell(said("saves.exported", path=path))
        except LmcsError as error:
            self.tell(str(error))

    def action_import(self) -> None:
        """Asks for a file, and brings its play in."""
        self.app.push_screen(LineScreen(said("saves.import-ask")), self._import)

    def _import(self, path: str | None) -> None:
        if path is None:
            return
        try:
            told = import_play(self.lmcs.desk, Path(path).expanduser())
        except LmcsError as error:
            self.tell(str(error))
            return
        self.show_list()
        self.query_one("#entries", OptionList).highlighted = 0
        self.tell(told)

    def action_remove(self) -> None:
        """Removes the play pointed at, once that is confirmed."""
        item = self._plays[str(self.pointed)]

        def remove(yes: bool | None) -> None:
            if yes:
                self.lmcs.desk.store.remove(item.saved.id)
                self.show_list()
                self.tell(said("saves.removed", id=item.saved.id))

        self.app.push_screen(AskScreen(said("saves.remove-ask", id=item.saved.id, title=item.title)), remove)
