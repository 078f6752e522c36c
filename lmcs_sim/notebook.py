"""What every face says and does with kept plays and notes: lists of them, files of plays, plays from files."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from lmcs_sim.guidance.dates import show
from lmcs_sim.store.base import local_day
from lmcs_sim.store.notes import Note
from lmcs_sim.store.plays import Saved
from lmcs_sim.words.catalogue import counted, said

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk


@frozen
class Noted:
    """A note with where and when it was written, in words."""

    note: Note
    where: str


@frozen
class Kept:
    """A kept play with what it is called, how it stands and when it was played, in words."""

    saved: Saved
    title: str
    state: str
    when: str

    @property
    def line(self) -> str:
        """What it is and how it stands."""
        return said("saves.entry", title=self.title, state=self.state)


def notes_of(desk: "Desk") -> list[Noted]:
    """The learner's notes, the latest first."""
    titles: dict[int, str] = {}
    found = []
    for note in desk.store.notes.of_learner(desk.learner):
        if note.play not in titles:
            saved = desk.store.get(note.play)
            titles[note.play] = "" if saved is None else saved.log.scenario
        file = desk.by_id.get(titles[note.play])
        scenario = None if file is None else file.scenario
        scene = None if scenario is None else scenario.scenes.get(note.scene)
        where = said(
            "note.where",
            title=titles[note.play] if scenario is None else scenario.title,
            scene=note.scene if scene is None else scene.title or scene.id,
            day=_day(note.written),
        )
        found.append(Noted(note, where))
    return found


def kept_plays(desk: "Desk", words: str = "") -> list[Kept]:
    """The learner's plays that have steps and all the words, the latest first."""
    plays = [kept(desk, saved) for saved in desk.store.plays(desk.learner) if saved.log.steps]
    wanted = words.casefold().split()
    return [item for item in plays if all(word in f"{item.line} {item.when}".casefold() for word in wanted)]


def kept(desk: "Desk", saved: Saved) -> Kept:
    """A kept play in words, with the titles of its scenario where that is here."""
    file = desk.by_id.get(saved.log.scenario)
    endings = {} if file is None else {ending.id: ending.title for ending in file.scenario.ending}
    if saved.ending is None:
        state = said("saves.unfinished", steps=counted(len(saved.log.steps), "count.step"))
    else:
        state = said("saves.ended", ending=endings.get(saved.ending, saved.ending))
    title = saved.log.scenario if file is None else file.scenario.title
    when = said("saves.when", id=saved.id, learner=saved.learner, day=_day(saved.updated))
    return Kept(saved, title, state, when)


def keep_as_file(saved: Saved) -> Path:
    """Writes a play's log beside the plays that are kept, over nothing. Raises LmcsError where it cannot be written."""
    from lmcs_sim.store.log_file import write_beside
    from lmcs_sim.store.place import folder_beside

    return write_beside(saved.log, saved.id, folder_beside())


def import_play(desk: "Desk", path: Path) -> str:
    """Keeps the play in a file as the learner's, and says what it is, and where it parts from today's story.

    Raises LmcsError for a file that is no play, or where its scenario is not here or has faults.
    """
    from lmcs_sim.play.game import make_game
    from lmcs_sim.store.log_file import read_log
    from lmcs_sim.store.session import bring_in
    from lmcs_sim.toml.packs import not_found
    from lmcs_sim.toml.scenario_files import check_scenario

    log = read_log(path)
    if log.scenario not in desk.by_id:
        raise not_found("scenario", log.scenario, list(desk.by_id))
    file = desk.by_id[log.scenario]
    check_scenario(file, desk.book)
    session = bring_in(desk.store, desk.learner, log, make_game(file.scenario, desk.book), file.hash)
    saved = desk.store.get(session.id)
    assert saved is not None
    item = kept(desk, saved)
    told = said("saves.imported", id=session.id, title=item.title, state=item.state)
    if session.parted is None:
        return told
    parted = session.parted
    return f"{told} {said('saves.imported-parted', number=parted.number, why=parted.why)}"


def _day(moment: str) -> str:
    return show(local_day(moment).isoformat())
