"""The shelf: the scenarios with what a learner has played of them, in an order, and those alone that are wanted."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from lmcs_sim.guidance.dates import show as in_words
from lmcs_sim.words.catalogue import counted, said
from lmcs_sim.words.debrief import theme_name

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.play.suggestion import Suggestion
    from lmcs_sim.scenario.scenario import Scenario
    from lmcs_sim.toml.scenario_files import ScenarioFile

ORDERS = ("title", "length", "theme")
ALL, UNPLAYED = "all", "unplayed"


@frozen(eq=False)
class Shelved:
    """A scenario on the shelf. `played`: plays that ended; `next`: why to play it next, empty where it is not it."""

    file: "ScenarioFile"
    played: int = 0
    begun: bool = False
    last: dt.date | None = None
    next: str = ""

    @property
    def scenario(self) -> "Scenario":
        """The scenario."""
        return self.file.scenario

    def plays_line(self) -> str:
        """How often it was played, and when last."""
        if self.last is None:
            return said("shelf.begun") if self.begun else said("shelf.unplayed")
        return counted(self.played, "shelf.played", day=in_words(self.last.isoformat()))


@frozen
class View:
    """How the shelf is looked at: one of ORDERS; all, those not yet played or one theme; and words they must have."""

    order: str = ORDERS[0]
    show: str = ALL
    words: str = ""


def shelf_of(desk: "Desk", suggestions: "Sequence[Suggestion]" = ()) -> list[Shelved]:
    """Every scenario that can be read, with the learner's plays of it. Raises LmcsError where the saves cannot be."""
    from lmcs_sim.play.debrief_told import suggestion_line
    from lmcs_sim.store.base import local_day

    plays = desk.store.plays(desk.learner)
    why = {item.scenario.id: suggestion_line(item) for item in suggestions[:1]}
    found = []
    for file in desk.files[0]:
        name = file.scenario.id
        ended = [saved for saved in plays if saved.log.scenario == name and saved.ending is not None]
        begun = any(saved.log.scenario == name and saved.log.steps for saved in plays)
        last = local_day(ended[0].updated) if ended else None
        found.append(Shelved(file, len(ended), begun, last, why.get(name, "")))
    return found


def seen(shelf: Iterable[Shelved], view: View) -> list[Shelved]:
    """What is seen of a shelf, in its order."""
    words = view.words.casefold().split()
    wanted = [item for item in shelf if _shows(item, view.show) and all(word in _text(item) for word in words)]
    return sorted(wanted, key=lambda item: _place(item, view.order))


def _shows(item: Shelved, show: str) -> bool:
    return show == ALL or (not item.played if show == UNPLAYED else show in item.scenario.themes)


def _text(item: Shelved) -> str:
    scenario = item.scenario
    themes = " ".join((*scenario.themes, *map(theme_name, scenario.themes)))
    return f"{scenario.id} {scenario.title} {scenario.summary} {themes}".casefold()


def _place(item: Shelved, order: str) -> tuple[object, ...]:
    scenario = item.scenario
    first = {"length": scenario.minutes, "theme": scenario.themes[0]}.get(order, 0)
    return first, scenario.title.casefold(), scenario.id


def shows(shelf: Iterable[Shelved]) -> tuple[str, ...]:
    """Everything that may be shown of a shelf: all, those not yet played, and each theme that it has."""
    return ALL, UNPLAYED, *sorted({theme for item in shelf for theme in item.scenario.themes})


def show_name(show: str) -> str:
    """What is shown, in words."""
    return said(f"shelf.show-{show}") if show in (ALL, UNPLAYED) else theme_name(show)


def state_line(view: View, seen: int, whole: int) -> str:
    """In which order the shelf stands, and what of it is seen."""
    order = said("shelf.order", order=said(f"shelf.by-{view.order}"))
    shown = said("shelf.shown", show=show_name(view.show), seen=seen, whole=whole)
    words = f" {said('shelf.words', words=view.words)}" if view.words else ""
    return f"{order} {shown}{words}"
