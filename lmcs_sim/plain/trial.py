"""A preview in plain lines: a play of an author's file as it was saved last, kept nowhere."""

from collections.abc import Iterator
from time import sleep
from typing import TYPE_CHECKING, ClassVar

from lmcs_sim.author.preview import Preview
from lmcs_sim.commands import BY_ID, DEBRIEF, PLAY, PREVIEW, RESULT, Command
from lmcs_sim.faults import Fault
from lmcs_sim.plain.blocks import scene_lines
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.plain.play import DebriefPlace, Played, PlayPlace
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.plain.conversation import Conversation
    from lmcs_sim.play.suggestion import Suggestion

NEED_A_KEPT_PLAY = frozenset(("history", "note", "notes", "progress", "library", "next"))
"""What is done in a play, and not in one that is kept nowhere."""

INTERVAL = 0.2
"""Seconds that an editor is given to finish a file, before it is looked at once more."""
MOST_LOOKS = 20


class Watched(Place):
    """A place on an author's file. It looks at the file before each line, and tells what a save has changed."""

    def __init__(self, talk: "Conversation", preview: Preview) -> None:
        """`preview` has read the file."""
        super().__init__(talk)
        self.preview = preview

    def catch_up(self) -> bool:
        """Tells which text is played by now where the file was saved."""
        if not self._saved():
            return True
        tell(paragraphs(self.preview.notice(), said("author.saved")))
        return self.still_stands()

    def _saved(self) -> bool:
        read = self.preview.look()
        for _ in range(MOST_LOOKS):
            if not self.preview.unsettled:
                break
            sleep(INTERVAL)
            read = self.preview.look() or read
        return read

    def still_stands(self) -> bool:
        """Whether an answer still means what it meant before the file was saved; what does not was told anew."""
        return True

    def part(self) -> None:
        """Tells that nothing is kept."""
        tell(paragraphs(said("author.not-kept"), said("place.preview")))

    def go_to_preview(self) -> None:
        """Opens the preview where it stands."""
        raise NotImplementedError

    def do_faults(self, _: str) -> None:
        """Tells what is wrong with the file as saved."""
        tell(fault_lines(self.preview))

    def do_scenes(self, name: str) -> None:
        """Tells the scenes, or begins the preview at one, by its number or its id."""
        game, trial = self.preview.game, self.preview.trial
        if game is None or trial is None:
            self.not_understood(said("author.nothing"))
            return
        if not name:
            tell(scenes_lines(self.preview))
            return
        ids = [scene.id for scene in game.scenario.scene]
        if name.isdecimal() and len(name) < 4 and 1 <= int(name) <= len(ids):
            name = ids[int(name) - 1]
        if name in ids:
            trial.restart(name)
            self.go_to_preview()
        else:
            self.not_understood(said("author.no-scene"))

    def do_reload(self, _: str) -> None:
        """Reads the file and the rules again; what else was read of the packs, when it is next needed."""
        self.preview.reload(self.desk.packs)
        self.desk.forget()
        tell(paragraphs(self.preview.notice(), said("author.reloaded")))
        self.still_stands()


class Tried(Watched, Played):
    """A place of a play that is only tried. Its text can be played, or it would not be open."""

    STANDS_FOR: ClassVar[tuple[str, ...]] = (PREVIEW,)
    BESIDE: ClassVar[tuple[str, ...]] = ()
    """The places of a kept play whose commands are allowed too, as far as they need nothing kept."""

    def __init__(self, talk: "Conversation", preview: Preview) -> None:
        """The preview has something to play."""
        assert preview.trial is not None
        # No command is allowed here that would need the play to be a kept one.
        Played.__init__(self, talk, preview.trial)  # type: ignore[arg-type]
        self.preview = preview
        self.trial = preview.trial
        self._told = self.state()

    def state(self) -> object:
        """What is other when there is something else to tell."""
        play = self.trial.play
        return play.log.steps if play.ended else tuple(scene_lines(play))

    def still_stands(self) -> bool:
        """Whether the scene, or the end, is as it was told; else it is told anew."""
        if self.state() == self._told:
            return True
        tell(paragraphs(said("author.anew"), said("place.preview")))
        self.go_to_preview()
        return False

    def allows(self, command: Command) -> bool:
        """What is allowed in a preview, and in a play if nothing kept is needed for it."""
        beside = command.id not in NEED_A_KEPT_PLAY and bool(set(command.where) & set(self.BESIDE))
        return super().allows(command) or beside

    def not_here(self, command: Command) -> str:
        """Where a command is allowed, or that it needs a kept play."""
        needs = command.id in NEED_A_KEPT_PLAY and bool(set(command.where) & set(self.BESIDE))
        return said("author.needs-a-kept-play") if needs else super().not_here(command)

    def go_to_preview(self) -> None:
        """Opens the scene, or the account where the play has ended."""
        self.talk.replace(place_of(self.talk, self.preview))

    go_to_scene = go_to_debrief = go_to_preview

    def do_new(self, _: str) -> None:
        """Begins again where the preview began."""
        self.trial.restart()
        self.go_to_preview()


class TriedScene(Tried, PlayPlace):
    """The scene, as the author's file has it."""

    STANDS_FOR: ClassVar[tuple[str, ...]] = (PREVIEW,)
    BESIDE = (PLAY, RESULT)

    def show(self) -> None:
        """Tells the scene, and notes what was told."""
        super().show()
        self._told = self.state()

    def _take(self, name: str) -> None:
        super()._take(name)
        self._told = self.state()


class TriedDebrief(Tried, DebriefPlace):
    """The account of a play that was tried to its end."""

    STANDS_FOR: ClassVar[tuple[str, ...]] = (PREVIEW,)
    BESIDE = (DEBRIEF, RESULT)

    def suggestions(self) -> "tuple[Suggestion, ...]":
        """Nothing: what somebody tries is not what they play."""
        return ()

    def tell_how_to_keep(self) -> None:
        """Tells that nothing is kept."""
        self.part()

    def do_go_on(self, _: str) -> None:
        """Begins again."""
        self.do_new("")


def place_of(talk: "Conversation", preview: Preview) -> Tried:
    """The place that a preview stands in: a scene, or the account of a play that has ended."""
    assert preview.trial is not None
    return (TriedDebrief if preview.trial.play.ended else TriedScene)(talk, preview)


def fault_lines(preview: Preview) -> Iterator[str]:
    """Each fault of a file: how much it matters in a word, its code, where it is, what is wrong, how to mend it."""
    if not preview.faults:
        yield from paragraphs(said("author.no-faults"), BY_ID["faults"].label)
    for fault in preview.faults:
        said_of = said(
            "author.fault", code=fault.code, place=_where(fault, preview), cause=fault.cause, cure=fault.cure
        )
        yield from paragraphs(said_of, said(f"author.severity.{fault.severity}"))


def _where(fault: Fault, preview: Preview) -> str:
    place = fault.place
    if place.file != str(preview.path):
        return str(place)
    return said("author.at", line=place.line, column=place.column) if place.line else said("author.whole-file")


def scenes_lines(preview: Preview) -> Iterator[str]:
    """The scenes to begin at, numbered; where the story begins and where the preview is."""
    assert preview.game is not None
    assert preview.trial is not None
    begins, here = preview.game.scenario.starts, preview.trial.play.situation.scene
    for number, scene in enumerate(preview.game.scenario.scene, start=1):
        parts = [said("author.scene", number=number, title=scene.title or scene.id, id=scene.id)]
        parts += [said("author.begins")] if scene.id == begins else []
        parts += [said("author.here")] if scene.id == here else []
        yield from paragraphs(" ".join(parts), BY_ID["scenes"].label)
    yield from paragraphs(said("author.begin-at"))
