"""The author's places in plain lines: every scenario file and how it stands, and one file with all about it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lmcs_sim.author.preview import Preview, faults_phrase, read_game
from lmcs_sim.commands import AUTHOR, SCENARIO, Command
from lmcs_sim.plain.paragraphs import WIDTH, paragraphs, tell, wrapped
from lmcs_sim.plain.place import Place
from lmcs_sim.plain.trial import Watched, fault_lines, place_of
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.safe import harmless

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.plain.conversation import Conversation
    from lmcs_sim.play.game import Game

INDENT = "  "


def run_preview(desk: "Desk", preview: Preview) -> None:
    """Plays an author's file from standard input, or tells the faults that keep it from being played."""
    from lmcs_sim.plain.conversation import Conversation

    talk = Conversation(desk)
    place = ScenarioPlace(talk, preview)
    talk.places += [AuthorPlace(talk, [preview]), place]
    if preview.trial is None:
        place.show()
        tell(fault_lines(preview))
    else:
        place.do_preview("")
    talk.run()


class AuthorPlace(Place):
    """Every scenario file there is: those that were opened, then those of the packs."""

    STANDS_FOR = (AUTHOR,)

    def __init__(self, talk: "Conversation", opened: Sequence[Preview] = ()) -> None:
        """`opened` are the previews that there are already."""
        super().__init__(talk)
        self._previews = {preview.path.resolve(): preview for preview in opened}

    def _paths(self) -> list[Path]:
        from lmcs_sim.toml.packs import scenario_paths

        paths = {path: preview.path for path, preview in self._previews.items()}
        for path in scenario_paths(self.desk.packs):
            paths.setdefault(path.resolve(), path)
        return list(paths.values())

    def show(self) -> None:
        """Tells each file as soon as it is checked."""
        tell(paragraphs(said("author.about"), said("place.author")))
        for number, path in enumerate(self._paths(), start=1):
            reading = read_game(path, self.desk.book)
            title = path.name if reading.game is None else reading.game.scenario.title
            line = said("author.entry", number=number, title=title, stands=faults_phrase(reading.faults), path=path)
            tell(paragraphs(line, said("author.file")))

    def answer(self, line: str) -> None:
        """Opens the file of a number or a path."""
        path = self._chosen(line)
        if path is None:
            self.not_understood(said("author.no-file"))
            return
        preview = self._previews.setdefault(path.resolve(), Preview(path, self.desk.book))
        preview.book = self.desk.book
        preview.read()
        self.talk.open(ScenarioPlace(self.talk, preview))

    def _chosen(self, line: str) -> Path | None:
        paths = self._paths()
        if line.isdecimal() and len(line) < 4:
            return paths[int(line) - 1] if 1 <= int(line) <= len(paths) else None
        try:
            path = Path(line).expanduser()
            return path if path.is_file() else None
        except (OSError, ValueError, RuntimeError):
            return None


class ScenarioPlace(Watched):
    """One scenario file: its faults, its proof, its graph, and the scenes to begin a preview at."""

    STANDS_FOR = (SCENARIO,)

    def show(self) -> None:
        """Tells which text is played, and what can be heard of it."""
        tell(paragraphs(f"{self.preview.path}. {self.preview.notice()}", said("place.scenario")))
        tell(paragraphs(said("author.scenario")))

    def allows(self, command: Command) -> bool:
        """What the table allows here, and the two that this place has as parts of its own."""
        return command.id in ("faults", "scenes") or super().allows(command)

    def answer(self, line: str) -> None:
        """Tells a part by its number or its word."""
        if line == "1":
            self.do_faults("")
        elif line in ("2", said("author.proof")):
            self._tell_proof()
        elif line in ("3", said("author.graph")):
            self._tell_graph()
        elif line == "4":
            self.do_scenes("")
        else:
            self.not_understood(said("author.scenario"))

    def do_preview(self, _: str) -> None:
        """Opens the preview where it stands."""
        if self.preview.trial is None:
            self.not_understood(said("author.nothing"))
            return
        tell(paragraphs(said("author.previewing", path=self.preview.path), said("place.preview")))
        self.go_to_preview()

    def go_to_preview(self) -> None:
        """Opens the preview over this place."""
        self.talk.open(place_of(self.talk, self.preview))

    def _tell_proof(self) -> None:
        from lmcs_sim.prove.words import proof_lines

        game = self.preview.game
        if game is None:
            self.not_understood(said("author.nothing"))
            return
        self._prove(game)
        assert self.preview.proof is not None
        tell(_as_they_stand(proof_lines(self.preview.proof), said("author.proof-opening")))
        if self.preview.proof_faults:
            tell(fault_lines(self.preview))

    def _prove(self, game: "Game") -> None:
        """Works the proof out, unless it is there."""
        from lmcs_sim.prove.prove import prove

        if self.preview.proof is None:
            tell(paragraphs(said("author.working-out"), said("author.proof-opening")))
            self.preview.keep_proof(game, prove(game))

    def _tell_graph(self) -> None:
        """Tells the shape, with what is proved of it where somebody has asked for the proof."""
        from lmcs_sim.author.graph import graph_texts

        if self.preview.game is None:
            self.not_understood(said("author.nothing"))
            return
        texts = graph_texts(self.preview.game.scenario, self.preview.proof)
        tell(_as_they_stand((INDENT * depth + text for depth, text in texts), said("author.graph-opening")))


def _as_they_stand(lines: Iterable[str], opening: str) -> Iterator[str]:
    """Lines no longer than any here, as far in as they were, after an opening word."""
    for number, each in enumerate(lines):
        line = each if number else f"{opening}: {each}"
        text = line.lstrip()
        yield from _indented(text, line[: len(line) - len(text)])


def _indented(text: str, indent: str) -> list[str]:
    lines = wrapped(harmless(text), WIDTH - len(indent) - len(INDENT))
    return [f"{indent}{INDENT if number else ''}{line}" for number, line in enumerate(lines)] or [""]
