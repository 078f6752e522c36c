"""A preview: an author's file played while it is written. Each save is read again; nothing is kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import define, evolve, field, frozen

from lmcs_sim.author.checking import faults_in_file
from lmcs_sim.author.trial import Opening, Trial, check_opening, opened
from lmcs_sim.codes import SEVERITIES
from lmcs_sim.faults import Fault, LmcsError
from lmcs_sim.play.game import Game, make_game
from lmcs_sim.play.play import Log, start
from lmcs_sim.prove.faults import faults_in_proof
from lmcs_sim.prove.proof import Proof
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.files import placed
from lmcs_sim.toml.packs import load_rulebook
from lmcs_sim.toml.scenario_files import ScenarioFile, check_scenario, read_scenario
from lmcs_sim.words.interface import counted

Stamp = tuple[int, int, int]
"""What tells that a file is another than it was: when it was written, how long it is, and which file it is."""


@frozen(eq=False)
class Reading:
    """What a file was found to say: its text and its game where it can be played, and its faults."""

    faults: tuple[Fault, ...]
    file: ScenarioFile | None = None
    game: Game | None = None


def read_game(path: Path, book: Rulebook) -> Reading:
    """A scenario file as it is now, read against the rulebook."""
    try:
        file = read_scenario(path)
    except LmcsError as error:
        return Reading(error.faults)
    faults = tuple(faults_in_file(file, book))
    try:
        check_scenario(file, book)
    except LmcsError:
        return Reading(faults)
    return Reading(faults, file, make_game(file.scenario, book))


@define(eq=False)
class Preview:
    """A scenario file, what is wrong with it as saved, and a trial of the last text of it that could be played.

    `edition` rises whenever there is something else to show.
    """

    path: Path
    book: Rulebook
    opening: Opening = field(factory=Opening)
    game: Game | None = None
    """The last text that could be played, beginning where its file says."""
    trial: Trial | None = None
    book_faults: tuple[Fault, ...] = ()
    """Why the rulebook could not be read again; what is played is judged by the one before."""
    text_faults: tuple[Fault, ...] = ()
    behind: bool = False
    """Whether what is played is an older text than the one saved, which cannot be played."""
    missing: bool = False
    proof: Proof | None = None
    """What is proved of the text that is played, once somebody has asked for it."""
    proof_faults: tuple[Fault, ...] = ()
    edition: int = 0
    _file: ScenarioFile | None = None
    _shown: Stamp | None = None
    _seen: Stamp | None = None

    def look(self) -> bool:
        """Looks whether the file was saved, and reads it once it has stopped changing. Whether anything changed.

        An editor that writes a file in pieces is given from one look to the next to finish it.
        """
        before, self._seen = self._seen, _stamp(self.path)
        if self._seen != before or self._seen == self._shown:
            return False
        self.read()
        return True

    @property
    def unsettled(self) -> bool:
        """Whether the last look found another file than the one that was read; the next look may read it."""
        return self._seen != self._shown

    def read(self) -> None:
        """Reads the file again."""
        self._shown = self._seen = _stamp(self.path)
        self.edition += 1
        self.missing = self._shown is None
        if self.missing:
            return
        reading = read_game(self.path, self.book)
        self.text_faults, self.behind = reading.faults, reading.game is None
        if reading.file is not None and reading.game is not None:
            self._move_to(reading.file, reading.game)

    def reload(self, packs: Sequence[Path]) -> None:
        """Reads the rulebook of the packs and the file again."""
        try:
            self.book, self.book_faults = load_rulebook(packs), ()
        except LmcsError as error:
            self.book_faults = error.faults
        self.read()

    def _move_to(self, file: ScenarioFile, game: Game) -> None:
        log = Log(game.scenario.id, file.hash, self.book.hash, self.opening.seed, self.opening.carried)
        if self.trial is None:
            self.trial = Trial(self.opening, start(opened(game, self.opening), log), log)
        elif evolve(self.trial.log, steps=()) != log:
            self.trial.move_to(game, log)
        else:
            return
        self.game, self.proof, self.proof_faults = game, None, ()
        self._file = file

    def keep_proof(self, game: Game, proof: Proof) -> None:
        """Keeps what was proved of a game, and its faults, unless the text has changed meanwhile."""
        if game is self.game and self._file is not None:
            self.proof = proof
            self.proof_faults = tuple(placed(faults_in_proof(game.scenario, proof), self._file.document))
            self.edition += 1

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the rulebook and with the file as saved, proved or not; what matters most first."""
        proved = () if self.behind else self.proof_faults
        found = (*self.book_faults, *self.text_faults, *proved)
        return tuple(sorted(found, key=lambda fault: list(SEVERITIES.values()).index(fault.severity)))

    @property
    def troubled(self) -> bool:
        """Whether something stands between the text as saved and what is played."""
        parted = self.trial is not None and self.trial.parted is not None
        return self.behind or self.missing or parted or bool(self.book_faults)

    def notice(self) -> str:
        """Which text is played, and what is wrong with the one saved."""
        said = faults_phrase(fault for fault in self.faults if fault not in self.book_faults)
        if self.missing:
            return "The file is not there." + ("" if self.trial is None else " You play the text it had.")
        if self.trial is None:
            return f"Nothing can be played yet: {said}. Mend the file and save it."
        if self.behind:
            return f"{said} in the text as saved. You play the one before."
        if self.book_faults:
            return f"{faults_phrase(self.book_faults)} in the rules. The rules from before still judge."
        if (parted := self.trial.parted) is not None:
            return f"Your play parts from the text as saved at step {parted.number}: {parted.why}."
        return f"You play the text as saved: {said}."


def open_preview(path: Path, book: Rulebook, opening: Opening) -> Preview:
    """A preview of a file. Raises WrongUse for an opening the scenario does not have, LmcsError for no file."""
    preview = Preview(path, book, opening)
    preview.read()
    if preview.missing or path.is_dir():
        raise LmcsError(*read_game(path, book).faults)
    if preview.game is not None:
        check_opening(opening, preview.game.scenario, book.vocabulary)
    return preview


def faults_phrase(faults: Iterable[Fault]) -> str:
    """How many faults there are of each severity: "2 faults, 1 warning"."""
    numbers = Counter("fault" if fault.severity == "error" else fault.severity for fault in faults)
    said = [counted(numbers[name], name) for name in ("fault", "warning", "note") if numbers[name]]
    return ", ".join(said) or counted(0, "fault")


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
