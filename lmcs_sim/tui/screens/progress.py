"""Progress: how the learner's plays went, by theme and by week, in words with a bar of the same numbers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.worker import Worker, WorkerState, get_current_worker

from lmcs_sim.commands import PROGRESS
from lmcs_sim.learn.progress import Progress, Theme, adverse
from lmcs_sim.learn.progress_told import (
    LATEST,
    count_line,
    library_lines,
    play_lines,
    standing_lines,
    trap_line,
    week_line,
)
from lmcs_sim.learning import progress_in, progress_known, titles_of
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line
from lmcs_sim.tui.widgets.sheet import Sheet
from lmcs_sim.tui.widgets.told import Told
from lmcs_sim.words.bars import bar
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.store.plays import Saved

WIDE = 21
"""Columns of a bar: it has a line of its own, and fits the narrowest window."""


class ProgressScreen(Page):
    """What is known at once is painted first; the rest stands there when every play was played again."""

    NAME = PROGRESS
    BINDINGS = bindings_on(PROGRESS)

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._plays: list[Saved] = []

    def compose(self) -> ComposeResult:
        """One page to read."""
        yield Line((said("place.progress"), "bold"), id="title")
        yield Sheet(id="page")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Tells what is known, and works out the rest beside it."""
        desk = self.lmcs.desk
        self._plays = desk.store.plays(desk.learner)
        known = progress_known(desk, self._plays)
        page = self.query_one("#page")
        page.focus()
        await page.mount(Told([count_line(known.told)]))
        if known.told:
            await page.mount(Line(said("learning.looking"), classes="since"))
            self.run_worker(self._work_out, thread=True)
        await page.mount(Told(library_lines(known), classes="story"))

    def _work_out(self) -> Progress:
        worker = get_current_worker()
        return progress_in(self.lmcs.desk, self._plays, lambda: not worker.is_cancelled)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tells everything once it is worked out."""
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            page = self.query_one("#page")
            with self.app.batch_update():
                await page.remove_children()
                await page.mount_all(list(self._account(event.worker.result)))

    def _account(self, progress: Progress) -> Iterator[Line]:
        titles = titles_of(self.lmcs.desk)
        yield Told([count_line(progress.told)])
        if progress.themes:
            yield Line(said("learning.bars"), classes="since")
        for theme in progress.themes:
            yield Told(standing_lines(theme, titles), classes="story")
            yield Told(_weeks(theme), classes="inner")
        traps = [trap_line(week, traps) for week, traps in progress.traps[-LATEST:]]
        for lines in (traps, list(play_lines(progress, titles)), list(library_lines(progress))):
            if lines:
                yield Told(lines, classes="story")


def _weeks(theme: Theme) -> Iterator[str | Content]:
    """Each week in words, and under it a bar of the same numbers."""
    weeks = theme.weeks[-LATEST:]
    sums = [(week.counts.get("met", 0), week.counts.get("open", 0) + adverse(week.counts)) for week in weeks]
    most = max(met + rest for met, rest in sums)
    for week, (met, rest) in zip(weeks, sums, strict=True):
        yield week_line(week)
        yield Content(bar(met, met + rest, 0, most, WIDE))
