"""Author: every scenario file there is, and how it stands."""

from asyncio import to_thread
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.author.preview import faults_phrase, read_game
from lmcs_sim.commands import AUTHOR
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, flowing, styled
from lmcs_sim.words.catalogue import said


class AuthorScreen(Page):
    """Choose a file by Enter or by a click. They are checked one after the other while the list stands there."""

    NAME = AUTHOR
    BINDINGS = bindings_on(AUTHOR)

    def __init__(self, paths: list[Path]) -> None:
        """`paths` are the files, in the order they are listed."""
        super().__init__()
        self._paths = paths

    def compose(self) -> ComposeResult:
        """The files."""
        yield Line((said("place.author"), "bold"), f"  {said('watched.files')}", id="title")
        yield OptionList(*(Option(_entry(path, "…"), id=str(n)) for n, path in enumerate(self._paths)), id="entries")
        yield KeyLine()

    def on_mount(self) -> None:
        """The list is ready for keys."""
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Checks the files: they may have been saved since."""
        self.run_worker(self._check(self.lmcs.desk.book), exclusive=True)

    async def _check(self, book: Rulebook) -> None:
        entries = self.query_one(OptionList)
        for number, path in enumerate(self._paths):
            reading = await to_thread(read_game, path, book)
            title = "" if reading.game is None else flowing(reading.game.scenario.title)
            entries.replace_option_prompt_at_index(number, _entry(path, faults_phrase(reading.faults), title))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the file."""
        self.lmcs.authoring.open_file(self._paths[int(str(event.option_id))])


def _entry(path: Path, stands: str, title: str = "") -> Content:
    return styled((title or path.name, "bold"), f"  {stands}\n", flowing(str(path)))
