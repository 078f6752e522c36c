"""The debrief: the account at the end, as a value that every face shows in its own way."""

from collections.abc import Mapping

from attrs import frozen

from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.consequence import Finding, Happened, Open, Turn
from lmcs_sim.play.course import Courses, courses_of
from lmcs_sim.play.mattered import Weighed, weigh
from lmcs_sim.play.play import Play
from lmcs_sim.play.score import Duty, duty_of, findings_in, open_in, outcomes_of, quality_of
from lmcs_sim.play.suggestion import Suggestion
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Ending


@frozen
class Luck:
    """An event that chance decided: whether it fired, and about what."""

    event: str
    about: str
    chance: int
    fired: bool


@frozen(eq=False)
class PathStep:
    """One turn of the path: the scene, what was asked, what was decided, and its findings."""

    scene: str
    title: str
    asked: tuple[str, ...]
    decided: str
    findings: tuple[Finding, ...]


@frozen(eq=False)
class Debrief:
    """What mattered, what was met, lay open or was breached, the ledgers, the path, the luck, what to read and play."""

    ending: Ending | None
    duty: Duty
    quality: Mapping[str, Mapping[str, object]]
    outcomes: Mapping[str, Mapping[str, int]]
    met: tuple[Finding, ...]
    adverse: tuple[Finding, ...]
    explained: tuple[Finding, ...]
    open: tuple[tuple[Turn, Open], ...]
    courses: Courses
    path: tuple[PathStep, ...]
    luck: tuple[Luck, ...]
    reading: tuple[str, ...]
    """Ids of provisions: those of adverse findings first, then those left open."""
    attainable: Attainable | None = None
    """What is proved of the scenario; None until it is."""
    weighed: Weighed | None = None
    """What each decision put out of reach; None until that is proved, and while the play goes on."""
    suggestions: tuple[Suggestion, ...] = ()
    """What to play next."""


def debrief_of(play: Play, attainable: Attainable | None = None, suggestions: tuple[Suggestion, ...] = ()) -> Debrief:
    """The debrief of a play, ended or not, beside what is proved of its scenario, and what to play next."""
    findings = [item for item in findings_in(play.turns) if not item.dimension]
    adverse = tuple(item for item in findings if item.ruling.verdict in ADVERSE)
    left_open = tuple(open_in(play.turns))
    reading = [*(item.ruling.provision.id for item in adverse), *(item.provision for _, item in left_open)]
    return Debrief(
        ending=play.ending,
        duty=duty_of(play, attainable),
        quality=quality_of(play),
        outcomes=outcomes_of(play),
        met=tuple(item for item in findings if item.ruling.verdict == "met"),
        adverse=adverse,
        explained=tuple(item for item in findings if item.ruling.verdict == "explained"),
        open=left_open,
        courses=courses_of(play),
        path=path_of(play),
        luck=_luck(play),
        reading=tuple(dict.fromkeys(reading)),
        attainable=attainable,
        weighed=_weighed(play, attainable),
        suggestions=suggestions,
    )


def _weighed(play: Play, attainable: Attainable | None) -> Weighed | None:
    if attainable is None or attainable.duty_map is None or not play.ended:
        return None
    return weigh(play, attainable.duty_map)


def path_of(play: Play) -> tuple[PathStep, ...]:
    """The turns that a choice has closed, in order."""
    return tuple(_path_step(play, turn) for turn in play.turns if turn.choice is not None)


def _path_step(play: Play, turn: Turn) -> PathStep:
    scene = play.game.scenario.scenes[turn.scene]
    assert turn.choice is not None
    return PathStep(
        scene.id,
        scene.title or scene.id,
        tuple(scene.step(name).text for name in turn.enquiries),
        scene.step(turn.choice).text,
        tuple(item for item in turn.consequences if isinstance(item, Finding)),
    )


def _luck(play: Play) -> tuple[Luck, ...]:
    fired = {item.event.id for turn in play.turns for item in turn.consequences if isinstance(item, Happened)}
    return tuple(
        Luck(event.id, event.about or "", event.chance, event.id in fired)
        for event in play.game.scenario.event
        if event.chance is not None and event.id in play.situation.settled
    )
