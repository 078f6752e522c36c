"""The best and the worst plays that are proved, told as a debrief tells a path."""

from attrs import frozen

from lmcs_sim.play.attainable import Attainable, Ends
from lmcs_sim.play.debrief import PathStep, path_of
from lmcs_sim.play.game import Game
from lmcs_sim.play.play import Log, Play, replay

Path = tuple[PathStep, ...]


@frozen(eq=False)
class Beside:
    """One scene on three paths: the play's own, the best and the worst. None where a path does not come by it."""

    scene: str
    title: str
    yours: PathStep | None
    best: PathStep | None
    worst: PathStep | None


@frozen(eq=False)
class Ways:
    """The best and the worst path. None for one that needs luck of which no seed is known."""

    best: Path | None
    worst: Path | None


def ways_of(game: Game, attainable: Attainable) -> Ways:
    """The paths of what is proved, found by playing them."""
    return Ways(_path(game, attainable.best), _path(game, attainable.worst))


def beside(play: Play, ways: Ways) -> tuple[Beside, ...]:
    """A play's path and the two others, scene by scene in the order of the file."""
    paths = [{item.scene: item for item in path or ()} for path in (path_of(play), ways.best, ways.worst)]
    return tuple(
        Beside(scene.id, scene.title or scene.id, *(path.get(scene.id) for path in paths))
        for scene in play.game.scenario.scene
        if any(scene.id in path for path in paths)
    )


def _path(game: Game, ends: Ends) -> Path | None:
    if ends.seed is None:
        return None
    return path_of(replay(game, Log(game.scenario.id, "", "", ends.seed, (), ends.path))[0])
