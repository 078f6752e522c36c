"""What is open while somebody plays: the packs with their rules and scenarios, the saves, the settings, and who plays.

Every face holds one. What is dear to read is read when it is first asked for, and once.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lmcs_sim.settings.file import change_settings, settings_path
from lmcs_sim.settings.settings import Settings

if TYPE_CHECKING:
    from lmcs_sim.faults import LmcsError
    from lmcs_sim.play.play import Play
    from lmcs_sim.play.suggestion import Left, Suggestion
    from lmcs_sim.rules.rulebook import Rulebook
    from lmcs_sim.store.plays import Saved, Store
    from lmcs_sim.store.session import Session
    from lmcs_sim.toml.scenario_files import ScenarioFile


class Desk:
    """The packs, the saves, the settings and the learner."""

    def __init__(self, packs: tuple[Path, ...], learner: str | None = None, settings: Settings | None = None) -> None:
        """Nothing is read yet. Without a learner, whoever played last plays on once the saves are open."""
        self.packs = packs
        self.settings = settings or Settings()
        self.learner = learner or ""
        self._store: Store | None = None

    @property
    def store(self) -> "Store":
        """The saves, opened. Raises LmcsError where they cannot be read."""
        if self._store is None:
            from lmcs_sim.store.opening import learner_named
            from lmcs_sim.store.place import store_url
            from lmcs_sim.store.plays import Store

            self._store = Store(store_url())
            self.learner = learner_named(self._store, self.learner)
        return self._store

    @property
    def opened(self) -> bool:
        """Whether the saves are open."""
        return self._store is not None

    @cached_property
    def book(self) -> "Rulebook":
        """The rulebook of the packs."""
        from lmcs_sim.toml.packs import load_rulebook

        return load_rulebook(self.packs)

    @cached_property
    def files(self) -> "tuple[list[ScenarioFile], list[LmcsError]]":
        """The scenarios that can be read, and the errors of those that cannot."""
        from lmcs_sim.toml.scenario_files import read_all

        return read_all(self.packs)

    @property
    def by_id(self) -> "dict[str, ScenarioFile]":
        """The scenarios that can be read, by their ids."""
        return {file.scenario.id: file for file in self.files[0]}

    @cached_property
    def played_in(self) -> "dict[str, list[str]]":
        """For each provision, the titles of the scenarios that play it."""
        from lmcs_sim.author.coverage import coverage_of

        scenarios = [file.scenario for file in self.files[0]]
        titles = {scenario.id: scenario.title for scenario in scenarios}
        return {
            item.provision.id: [titles[name] for name in item.scenarios] for item in coverage_of(self.book, scenarios)
        }

    def forget(self) -> None:
        """Forgets what was read of the packs; it is read again when it is next needed."""
        for name in ("book", "files", "played_in"):
            self.__dict__.pop(name, None)

    def latest_unfinished(self) -> "tuple[ScenarioFile, Saved] | None":
        """The play left last that is unfinished and whose scenario is here."""
        for saved in self.store.unfinished(self.learner):
            if saved.log.scenario in self.by_id and saved.log.steps:
                return self.by_id[saved.log.scenario], saved
        return None

    @property
    def newcomer(self) -> bool:
        """Whether the learner has decided nothing yet."""
        return not any(saved.log.steps for saved in self.store.plays(self.learner))

    def start(self, file: "ScenarioFile", seed: int | None = None, anew: bool = False) -> "tuple[Session, bool]":
        """A play of a scenario: what was left unfinished, or a new one; and whether it goes on with one.

        Raises LmcsError where the scenario has faults.
        """
        from lmcs_sim.store.opening import open_session

        store = self.store
        return open_session(store, self.book, file, self.learner, seed, anew)

    def resume(self, file: "ScenarioFile", saved: "Saved") -> "Session":
        """One kept play, gone on with. Raises LmcsError where its scenario has faults."""
        from lmcs_sim.play.game import make_game
        from lmcs_sim.store.session import resume_session
        from lmcs_sim.toml.scenario_files import check_scenario

        check_scenario(file, self.book)
        return resume_session(self.store, saved, make_game(file.scenario, self.book), file.hash)

    def suggestions(self) -> "tuple[Suggestion, ...]":
        """What the learner may play next, the first first: each scenario's latest play is played again to see."""
        from lmcs_sim.play.suggestion import Past, suggest

        pasts: dict[str, Past] = {}
        for saved in self.store.plays(self.learner):
            name = saved.log.scenario
            if name not in pasts and name in self.by_id and saved.log.steps:
                pasts[name] = Past(name, self._left_in(saved))
        return suggest([file.scenario for file in self.files[0]], pasts.values())

    def _left_in(self, saved: "Saved") -> "dict[str, Left] | None":
        from lmcs_sim.faults import LmcsError
        from lmcs_sim.play.suggestion import left_in

        try:
            return left_in(self.replayed(saved))
        except LmcsError:
            return None

    def replayed(self, saved: "Saved") -> "Play":
        """A kept play as far as today's story agrees with it. Raises LmcsError where its scenario has faults."""
        from lmcs_sim.play.game import make_game
        from lmcs_sim.play.play import replay
        from lmcs_sim.toml.scenario_files import check_scenario

        file = self.by_id[saved.log.scenario]
        check_scenario(file, self.book)
        return replay(make_game(file.scenario, self.book), saved.log)[0]

    def change(self, **changes: Any) -> None:
        """Changes settings, and keeps them. Raises LmcsError where they cannot be kept.

        The others stay as they are here, though the command line may have set them for this once.
        """
        kept = change_settings(settings_path(), **changes)
        self.settings = self.settings._replace(**{name: getattr(kept, name) for name in changes})


def went_on_line(session: "Session", went_on: bool) -> str:
    """What is said of a play that was gone on with: where it stands, or where it parted from its text; else nothing."""
    from lmcs_sim.words.catalogue import counted, said

    if session.parted is not None:
        return said("play.parted", number=session.parted.number)
    return said("play.goes-on", steps=counted(len(session.play.log.steps), "count.step")) if went_on else ""
