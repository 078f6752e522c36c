"""A preview: the screens of a play on an author's file, shown anew at each save, with its faults beside them."""

from textual import on
from textual.app import ComposeResult
from textual.events import Mount
from textual.widget import Widget

from lmcs_sim.author.preview import Preview
from lmcs_sim.author.trial import Trial
from lmcs_sim.commands import PREVIEW, key_for
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.help import HelpScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.result import ResultScreen
from lmcs_sim.tui.screens.watching import Watching
from lmcs_sim.tui.widgets.fault_card import FaultPanel
from lmcs_sim.tui.widgets.forward import Forward
from lmcs_sim.tui.widgets.step_item import StepItem
from lmcs_sim.words.catalogue import said

_NOT_TRIED = ("library", "next", "progress")


class Previewed(Watching):
    """A screen of a play that is only tried. Its text can be played, or it would not be open."""

    BINDINGS = bindings_on(PREVIEW)
    _shown_at: tuple[str, ...] = ()

    @property
    def trial(self) -> Trial:
        """The play that is tried."""
        assert self.preview.trial is not None
        return self.preview.trial

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps the play has."""
        return self.trial.play.log.steps

    def state(self) -> object:
        """Another text, or another step."""
        return self.preview.edition, self.steps

    def compose(self) -> ComposeResult:
        """The faults, beside everything else where there is room."""
        yield FaultPanel(self.preview)
        yield from super().compose()

    @on(Mount)
    def note_steps(self) -> None:
        """Notes which steps are shown."""
        self._shown_at = self.steps

    async def show_anew(self) -> None:
        """Shows the faults and what is played; the same steps where the reader left them."""
        await self.query_one(FaultPanel).show()
        page = self.query_one("#page")
        at, same = page.scroll_y, self.steps == self._shown_at
        await self.tell_anew()
        self._shown_at = self.steps
        if same:
            page.call_after_refresh(page.scroll_to, y=at, animate=False)

    async def tell_anew(self) -> None:
        """Shows what is played."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is tried is one file, and no play that is kept: it has no history, no progress and no next."""
        return action not in _NOT_TRIED and super().check_action(action, parameters)

    def action_help(self) -> None:
        """Shows the keys of this screen and of every preview."""
        self.app.push_screen(HelpScreen(self.NAME, PREVIEW))

    def notice(self) -> str:
        """Which text is shown, and how to see its faults."""
        notice = self.preview.notice()
        counts = self.preview.faults and not self.preview.missing and self.trial.parted is None
        if not counts:
            return notice
        return said("watched.listed", notice=notice, key=key_for("faults", self.lmcs.desk.settings.keys))

    def action_back(self) -> None:
        """Closes the preview, which may be gone on with."""
        self.lmcs.authoring.open_scenario(self.preview)

    def action_faults(self) -> None:
        """Shows all the faults, where the proof and the graph are too."""
        self.lmcs.authoring.open_scenario(self.preview, "faults")

    def action_scenes(self) -> None:
        """Shows the scenes to begin at."""
        self.lmcs.authoring.open_scenario(self.preview, "scenes")

    def action_new(self) -> None:
        """Begins again."""
        self.trial.restart()
        self.lmcs.authoring.open_preview(self.preview)


class PreviewScreen(Previewed, PlayScreen):
    """The scene, as the author's file has it."""

    def __init__(self, preview: Preview) -> None:
        """The preview's text can be played."""
        self.preview = preview
        super().__init__(self.trial)

    async def show_scene(self) -> None:
        """Shows the scene, or the debrief where the play has ended."""
        if self.trial.play.ended:
            self.app.push_screen(PreviewDebrief(self.preview))
        else:
            await super().show_scene()

    async def tell_anew(self) -> None:
        """Shows the scene, pointing at what was pointed at."""
        pointed = self.focused
        await self.show_scene()
        for item in self.items():
            if isinstance(pointed, StepItem) and item.step == pointed.step:
                self.set_focus(item, scroll_visible=False)

    def tell_result(self, scene: str) -> None:
        """Shows what followed; once that is closed, what comes after it is shown."""
        self.app.push_screen(PreviewResult(self.preview, scene))

    def action_undo(self) -> None:
        """Takes the last step back."""
        self.trial.undo()
        self.call_later(self.catch_up)


class PreviewResult(Previewed, ResultScreen):
    """What followed from the last step, as the author's file has it."""

    def __init__(self, preview: Preview, scene: str) -> None:
        """`scene` is the one the step was taken in."""
        self.preview = preview
        super().__init__(self.trial, scene)

    async def tell_anew(self) -> None:
        """Tells the step again; closes where the text no longer has it."""
        if self.steps != self._shown_at:
            self.dismiss(None)
            return
        self.scene = next(turn.scene for turn in reversed(self.trial.play.turns) if turn.steps)
        await self.tell_again()


class PreviewDebrief(Previewed, DebriefScreen):
    """The account of a play that was tried to its end."""

    def __init__(self, preview: Preview) -> None:
        """The play has reached its ending."""
        self.preview = preview
        super().__init__(self.trial)

    async def tell_anew(self) -> None:
        """Gives the account again; closes where the play no longer ends there."""
        if self.trial.play.ended:
            await self.tell_again()
        else:
            self.dismiss(None)

    def buttons(self) -> list[Widget]:
        """Only to begin again."""
        return [Forward(said("command.new.label"), id="new")]

    def onward(self) -> None:
        """Begins again."""
        self.action_new()

    def action_undo(self) -> None:
        """Takes the last decision back and returns to its scene."""
        self.trial.undo()
        self.dismiss(None)
