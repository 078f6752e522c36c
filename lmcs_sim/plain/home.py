"""The plain face's home, which is its library too: continue, choose a scenario, or open something else."""

from typing import TYPE_CHECKING

from lmcs_sim.commands import BRIEFING, HOME, LIBRARY
from lmcs_sim.plain.conversation import Conversation
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.shelf import ALL, ORDERS, UNPLAYED, Shelved, View, seen, shelf_of, show_name, shows, state_line
from lmcs_sim.words.catalogue import counted, said
from lmcs_sim.words.tour import CARDS

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.toml.scenario_files import ScenarioFile


def run_home(desk: "Desk") -> None:
    """Talks from home on."""
    talk = Conversation(desk)
    talk.place.show()
    talk.run()


class HomePlace(Place):
    """What was left unfinished, and every scenario with a number."""

    STANDS_FOR = (HOME, LIBRARY, BRIEFING)

    def __init__(self, talk: Conversation) -> None:
        """All scenarios, in the order of their titles."""
        super().__init__(talk)
        self._view = View()
        self._told: list[ScenarioFile] = []

    def show(self) -> None:
        """Tells who plays, what was left unfinished, and the scenarios."""
        latest = self.desk.latest_unfinished()
        about = said("home.playing-as", name=self.desk.learner)
        tell(paragraphs(f"lmcs-sim. {about}. {said('common.not-advice')}", said("place.home")))
        if latest is not None:
            file, saved = latest
            steps = counted(len(saved.log.steps), "count.step")
            tell(paragraphs(said("plain.continue", title=file.scenario.title, steps=steps)))
        self._view = View()
        self._list(shelf_of(self.desk))
        if self.desk.settings.tour and self.desk.newcomer:
            tell(paragraphs(said("plain.tour"), said("place.tour")))

    def answer(self, line: str) -> None:
        """Plays the scenario of a number or an id."""
        file = self._chosen(line)
        if file is None:
            self.not_understood(said("plain.which-scenario"))
        else:
            play_scenario(self.talk, file)

    def do_start(self, line: str) -> None:
        """Plays the scenario of a number or an id."""
        self.answer(line)

    def do_library(self, _: str) -> None:
        """Tells the scenarios, and which to play next."""
        self._look(self._view)

    def do_continue(self, _: str) -> None:
        """Goes on with the play left last."""
        from lmcs_sim.plain.play import open_session

        latest = self.desk.latest_unfinished()
        if latest is None:
            self.not_understood(said("plain.nothing-unfinished"))
        else:
            open_session(self.talk, self.desk.resume(*latest), went_on=True)

    def do_learner(self, name: str) -> None:
        """Says who is playing, or lets somebody else play."""
        if name and name.isprintable():
            _ = self.desk.store
            self.desk.learner = name
        known = ", ".join(self.desk.store.learners())
        tell(paragraphs(said("home.playing-as", name=self.desk.learner) + ".", said("plain.name")))
        if known:
            tell(paragraphs(said("plain.names", names=known)))

    def do_guidance(self, name: str) -> None:
        """Opens the guidance."""
        from lmcs_sim.plain.guidance import open_guidance

        open_guidance(self.talk, name)

    def do_tour(self, _: str) -> None:
        """Tells what there is, card by card."""
        for name in CARDS:
            tell(paragraphs(said(f"tour.{name}.text"), said(f"tour.{name}.title")))

    def do_settings(self, _: str) -> None:
        """Opens the settings."""
        from lmcs_sim.plain.settings import SettingsPlace

        self.talk.open(SettingsPlace(self.talk))

    def do_author(self, _: str) -> None:
        """Opens the list of scenario files."""
        from lmcs_sim.plain.author import AuthorPlace

        self.talk.open(AuthorPlace(self.talk))

    def do_order(self, order: str) -> None:
        """Tells the scenarios in another order."""
        if order in ORDERS:
            self._look(View(order, self._view.show, self._view.words))
        else:
            self.not_understood(said("shelf.which-order"))

    def do_filter(self, show: str) -> None:
        """Tells all the scenarios, those not yet played, or those of a theme."""
        names = shows(shelf_of(self.desk))
        name = next((each for each in names if show in (each, show_name(each))), None)
        if name is None:
            themes = ", ".join(show_name(each) for each in names if each not in (ALL, UNPLAYED))
            self.not_understood(said("shelf.which-show", themes=themes))
        else:
            self._look(View(self._view.order, name, self._view.words))

    def do_search(self, words: str) -> None:
        """Tells the scenarios that have all the words; without any, whatever words they have."""
        self._look(View(self._view.order, self._view.show, words))

    def do_next(self, _: str) -> None:
        """Plays the scenario to play next."""
        play_next(self.talk)

    def do_progress(self, _: str) -> None:
        """Opens the progress."""
        from lmcs_sim.plain.progress import ProgressPlace

        self.talk.open(ProgressPlace(self.talk))

    def do_review(self, _: str) -> None:
        """Opens today's cards."""
        from lmcs_sim.plain.review import open_review

        open_review(self.talk)

    def do_saves(self, _: str) -> None:
        """Opens the plays that are kept."""
        from lmcs_sim.plain.saves import SavesPlace

        self.talk.open(SavesPlace(self.talk))

    def do_notes(self, _: str) -> None:
        """Opens the notes."""
        from lmcs_sim.plain.notes import NotesPlace

        self.talk.open(NotesPlace(self.talk))

    def _look(self, view: View) -> None:
        """Tells the scenarios as they are looked at from now on, and which to play next."""
        self._view = view
        shelf = shelf_of(self.desk, self.desk.suggestions())
        tell(paragraphs(state_line(view, len(seen(shelf, view)), len(shelf)), said("place.library")))
        self._list(shelf)

    def _list(self, shelf: list[Shelved]) -> None:
        """Tells the scenarios, numbered, then what could not be read."""
        found = seen(shelf, self._view)
        self._told = [item.file for item in found]
        for number, item in enumerate(found, start=1):
            tell(paragraphs(_scenario_line(number, item), said("place.scenario")))
            if item.next:
                tell(paragraphs(item.next, said("command.next.label")))
        if not found:
            tell(paragraphs(said("shelf.none"), said("place.library")))
        for error in self.desk.files[1]:
            tell(paragraphs(str(error.faults[0]), said("plain.left-out")))

    def _chosen(self, line: str) -> "ScenarioFile | None":
        if line.isdecimal() and len(line) < 4 and 1 <= int(line) <= len(self._told):
            return self._told[int(line) - 1]
        return self.desk.by_id.get(line)


def play_next(talk: Conversation) -> None:
    """Says what to play next and why, and plays it."""
    from lmcs_sim.play.debrief_told import suggestion_line

    suggestions = talk.desk.suggestions()
    if not suggestions:
        tell(paragraphs(said("shelf.no-next"), said("command.next.label")))
        return
    tell(paragraphs(suggestion_line(suggestions[0]), said("command.next.label")))
    play_scenario(talk, talk.desk.by_id[suggestions[0].scenario.id])


def play_scenario(talk: Conversation, file: "ScenarioFile") -> None:
    """Tells the briefing of a scenario, and goes on with what was left of it, or begins."""
    from lmcs_sim.plain.play import open_session
    from lmcs_sim.plain.start import briefing_lines

    tell(briefing_lines(file.scenario))
    open_session(talk, *talk.desk.start(file))


def _scenario_line(number: int, item: Shelved) -> str:
    scenario = item.scenario
    about = said("shelf.about", minutes=scenario.minutes, year=scenario.date.year, plays=item.plays_line())
    return said(
        "plain.scenario", number=number, title=scenario.title, summary=scenario.summary, about=about, id=scenario.id
    )
