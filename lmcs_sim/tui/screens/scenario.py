"""One scenario file as its author sees it: its faults, its proof, its graph, and the scenes to begin a preview at."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList, TabbedContent, TabPane
from textual.widgets.option_list import Option

from lmcs_sim.author.graph import graph_texts
from lmcs_sim.author.preview import Preview
from lmcs_sim.author.proving import Proving
from lmcs_sim.commands import SCENARIO
from lmcs_sim.prove.words import proof_lines
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.watching import INTERVAL, Watching
from lmcs_sim.tui.widgets.fault_card import cards_of
from lmcs_sim.tui.widgets.hanging import Hanging
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing, styled
from lmcs_sim.words.catalogue import said

TABS = ("faults", "proof", "graph", "scenes")


class ScenarioScreen(Watching):
    """Four tabs, each by its number. The proof is worked out beside them, once its tab or the graph is opened."""

    NAME = SCENARIO
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_on(SCENARIO),
        *(Binding(str(number), f"tab('{name}')", show=False) for number, name in enumerate(TABS, 1)),
    ]

    def __init__(self, preview: Preview, tab: str = "faults", *, waiting: bool = False) -> None:
        """`tab` is open first. `waiting`: the preview opens as soon as there is something to play."""
        super().__init__()
        self.preview = preview
        self._tab = tab
        self._waiting = waiting and preview.trial is None
        self._proving: Proving | None = None

    def compose(self) -> ComposeResult:
        """The file's name, which text of it is played, and the tabs."""
        yield Line((said("place.scenario"), "bold"), f"  {flowing(str(self.preview.path))}", id="title")
        yield from super().compose()
        with TabbedContent(initial=self._tab):
            for number, name in enumerate(TABS, 1):
                with TabPane(f"{number} {said(f'watched.tab.{name}')}", id=name):
                    if name == "scenes":
                        yield OptionList(id="entries")
                    else:
                        with VerticalScroll(id=f"{name}-page"):
                            yield from () if name == "faults" else (Hanging(id=f"{name}-lines"),)
        yield KeyLine()

    def on_mount(self) -> None:
        """Looks from time to time how far the proof is."""
        self.set_interval(INTERVAL, self._look_at_proof)

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return self.query_one(TabbedContent).active

    def show_tab(self, name: str) -> None:
        """Opens a tab."""
        self.query_one(TabbedContent).active = name

    def action_tab(self, name: str) -> None:
        """Opens a tab by its number."""
        self.show_tab(name)

    async def on_tabbed_content_tab_activated(self) -> None:
        """Shows what is in the tab, ready for keys."""
        await self._draw()
        self.query_one("#entries" if self.tab == "scenes" else f"#{self.tab}-page").focus()

    def state(self) -> object:
        """Another text, or another scene that the preview stands in."""
        trial = self.preview.trial
        return self.preview.edition, "" if trial is None else trial.play.situation.scene

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a key for the preview only where there is something to play."""
        return action != "preview" or self.preview.trial is not None

    async def show_anew(self) -> None:
        """Shows what the open tab has by now; goes on to the preview where that was waited for."""
        await self._draw()
        self.refresh_bindings()
        if self._waiting and self.preview.trial is not None:
            self._waiting = False
            self.lmcs.authoring.open_preview(self.preview)

    async def _draw(self) -> None:
        if self.tab == "faults":
            await self._draw_faults()
        elif self.tab == "scenes":
            self._draw_scenes()
        else:
            self._want_proof()
            self._draw_proof()

    async def _draw_faults(self) -> None:
        page = self.query_one("#faults-page")
        with self.app.batch_update():
            await page.remove_children()
            await page.mount(*cards_of(self.preview))
            if not self.preview.faults:
                await page.mount(Prose(said("watched.no-faults")))

    def _draw_scenes(self) -> None:
        entries = self.query_one("#entries", OptionList)
        at = entries.highlighted
        entries.clear_options()
        game, trial = self.preview.game, self.preview.trial
        if game is None or trial is None:
            entries.add_option(Option(said("author.nothing")))
            return
        begins, here = said("watched.begins"), said("watched.here")
        marks = {game.scenario.starts: f"  {begins}", trial.play.situation.scene: f"  {here}"}
        entries.add_options(
            Option(
                styled((flowing(scene.title or scene.id), "bold"), f"  {scene.id}", marks.get(scene.id, "")),
                id=scene.id,
            )
            for scene in game.scenario.scene
        )
        entries.highlighted = at or 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begins the preview at a scene."""
        if event.option_id is not None and self.preview.trial is not None:
            self.preview.trial.restart(event.option_id)
            self.lmcs.authoring.open_preview(self.preview)

    def action_preview(self) -> None:
        """Goes on with the preview where it stands."""
        self.lmcs.authoring.open_preview(self.preview)

    def _draw_proof(self) -> None:
        game, proof = self.preview.game, self.preview.proof
        told = self.query_one(f"#{self.tab}-lines", Hanging)
        if game is None:
            told.say([said("author.nothing")])
        elif self.tab == "graph":
            drawn = ["  " * depth + text for depth, text in graph_texts(game.scenario, proof)]
            told.say([*([said("watched.under-way"), ""] if proof is None else []), *drawn])
        elif proof is not None:
            told.say(proof_lines(proof))
        elif self._proving is not None:
            told.say([said("watched.proving", number=f"{self._proving.situations:,}")])

    def _want_proof(self) -> None:
        """Begins the proof of what can be played, unless it is there or under way."""
        game = self.preview.game
        if game is None or self.preview.proof is not None:
            return
        if self._proving is None or self._proving.game is not game:
            self._give_up()
            self._proving = Proving(game)
            self._proving.start()

    def _give_up(self) -> None:
        if self._proving is not None:
            self._proving.leave()
            self._proving = None

    def _look_at_proof(self) -> None:
        """Shows how far the proof is, or the proof once it is worked out."""
        if (work := self._proving) is None:
            return
        if work.fault is not None:
            raise work.fault
        if work.proof is not None:
            self.preview.keep_proof(work.game, work.proof)
            self._proving = None
        if self.app.screen is self and (self.tab == "proof" or (self.tab == "graph" and self._proving is None)):
            self.call_later(self._draw)

    def on_unmount(self) -> None:
        """Gives up a proof that nobody waits for."""
        self._give_up()
