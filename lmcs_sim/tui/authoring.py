"""What an author has open, and the ways from one of the author's screens to the next."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lmcs_sim.author.preview import Preview
    from lmcs_sim.tui.app import LmcsApp


class Authoring:
    """The previews there are, one for each file that was opened."""

    def __init__(self, app: "LmcsApp", preview: "Preview | None") -> None:
        """`preview` is the one the program was started with."""
        self._app = app
        self._previews = {} if preview is None else {preview.path: preview}

    def begin(self) -> None:
        """Opens the preview the program was started with, or the faults that keep it from being played."""
        for preview in self._previews.values():
            self.open_scenario(preview, waiting=True)
            self.open_preview(preview)

    def open_list(self) -> None:
        """Opens the list of files: those that were opened already, then those of the packs."""
        from lmcs_sim.toml.packs import scenario_paths
        from lmcs_sim.tui.screens.author import AuthorScreen

        paths: dict[Path, Path] = {}
        for path in (*self._previews, *scenario_paths(self._app.desk.packs)):
            paths.setdefault(path.resolve(), path)
        self._app.push_screen(AuthorScreen(list(paths.values())))

    def open_file(self, path: Path) -> None:
        """Opens one file; once, however often it was clicked."""
        from lmcs_sim.author.preview import Preview
        from lmcs_sim.tui.screens.scenario import ScenarioScreen

        if isinstance(self._app.screen, ScenarioScreen):
            return
        preview = self._previews.setdefault(path, Preview(path, self._app.desk.book))
        preview.book = self._app.desk.book
        preview.read()
        self.open_scenario(preview)

    def open_scenario(self, preview: "Preview", tab: str = "", *, waiting: bool = False) -> None:
        """Goes back to a preview's file, or opens it; at a tab, if one is named. `waiting` for something to play."""
        from lmcs_sim.tui.screens.scenario import ScenarioScreen

        if not any(isinstance(screen, ScenarioScreen) for screen in self._app.screen_stack):
            self._app.push_screen(ScenarioScreen(preview, tab or "faults", waiting=waiting))
            return
        while not isinstance(self._app.screen, ScenarioScreen):
            self._app.pop_screen()
        if tab:
            self._app.screen.show_tab(tab)

    def open_preview(self, preview: "Preview") -> None:
        """Goes back to the scene of a preview, or opens it; nothing happens while there is nothing to play."""
        from lmcs_sim.tui.screens.preview import PreviewScreen

        if preview.trial is None:
            return
        if not any(isinstance(screen, PreviewScreen) for screen in self._app.screen_stack):
            self._app.push_screen(PreviewScreen(preview))
            return
        while not isinstance(self._app.screen, PreviewScreen):
            self._app.pop_screen()
        self._app.screen.call_later(self._app.screen.catch_up)

    def reload(self, preview: "Preview") -> None:
        """Reads a preview's file and the rules again; what else was read of the packs, when it is next needed."""
        preview.reload(self._app.desk.packs)
        self._app.desk.forget()
