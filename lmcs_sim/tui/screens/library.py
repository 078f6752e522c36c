"""The library: every scenario, with what it is about, how often it was played, and which to play next."""

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import LIBRARY
from lmcs_sim.shelf import ORDERS, Shelved, View, seen, shelf_of, show_name, shows, state_line
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.asking import ChooseScreen
from lmcs_sim.tui.screens.listing import ListPage, entry
from lmcs_sim.tui.widgets.prose import flowing
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import theme_name


class LibraryScreen(ListPage):
    """Choose a scenario by Enter or by a click."""

    NAME = LIBRARY
    SEARCH = "shelf.search"
    BINDINGS = bindings_on(LIBRARY)

    def __init__(self) -> None:
        """In the order of the titles, all of them."""
        super().__init__()
        self._view = View()
        self._shelf: list[Shelved] = []

    def on_screen_resume(self) -> None:
        """Shows what has been played by now."""
        desk = self.lmcs.desk
        self._shelf = shelf_of(desk, desk.suggestions())
        self.show_list()

    def _looked_at(self) -> tuple[View, list[Shelved]]:
        view = View(self._view.order, self._view.show, self.words)
        return view, seen(self._shelf, view)

    def state(self) -> str:
        """The order, and what is shown."""
        view, found = self._looked_at()
        return state_line(view, len(found), len(self._shelf))

    def options(self) -> list[Option]:
        """The scenarios, under their themes where that is the order; then what could not be read."""
        view, found = self._looked_at()
        options, theme = [], ""
        for item in found:
            first = item.scenario.themes[0]
            if view.order == "theme" and first != theme:
                theme = first
                heading = said("shelf.theme", theme=flowing(theme_name(theme)))
                options.append(entry("", (heading, "underline"), disabled=True))
            options.append(_entry(item))
        if not found:
            options.append(entry("", said("shelf.none"), disabled=True))
        for error in self.lmcs.desk.files[1]:
            why = flowing(str(error.faults[0]))
            options.append(entry("", said("shelf.left-out", why=why), disabled=True))
        return options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens the briefing."""
        self.lmcs.open_briefing(self.lmcs.desk.by_id[str(event.option_id)])

    def action_order(self) -> None:
        """Puts the scenarios in the next order."""
        order = ORDERS[(ORDERS.index(self._view.order) + 1) % len(ORDERS)]
        self._view = View(order, self._view.show)
        self.show_list()

    def action_filter(self) -> None:
        """Asks which to show."""
        names = shows(self._shelf)
        self.app.push_screen(
            ChooseScreen(said("shelf.choose"), [(name, show_name(name)) for name in names], self._view.show),
            self._filter,
        )

    def _filter(self, name: str | None) -> None:
        if name is not None:
            self._view = View(self._view.order, name)
            self.show_list()


def _entry(item: Shelved) -> Option:
    scenario = item.scenario
    about = said("shelf.about", minutes=scenario.minutes, year=scenario.date.year, plays=item.plays_line())
    themes = said("shelf.themes", themes=", ".join(theme_name(theme) for theme in scenario.themes))
    why = [(f"{said('shelf.next', why=flowing(item.next))}\n", "bold")] if item.next else []
    return entry(
        scenario.id,
        (flowing(scenario.title), "bold"),
        f"  {about}\n",
        *why,
        f"{flowing(scenario.summary)}\n{flowing(themes)}",
    )
