"""A whole play as lines, told from its log."""

from collections.abc import Iterator

from lmcs_sim.plain.blocks import scene_lines, step_lines
from lmcs_sim.plain.debrief import debrief_lines
from lmcs_sim.plain.paragraphs import paragraphs
from lmcs_sim.plain.start import briefing_lines
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.play import Parted, Play, start, step
from lmcs_sim.words.catalogue import said


def transcript(play: Play, parted: Parted | None = None, attainable: Attainable | None = None) -> Iterator[str]:
    """The briefing, every scene and step, and the debrief once it has ended, beside what is proved of the scenario."""
    yield from briefing_lines(play.game.scenario)
    now = start(play.game, play.log)
    yield from scene_lines(now)
    for name in play.log.steps:
        scene = now.situation.scene
        now = step(now, name)
        assert now.last_step is not None
        yield from step_lines(now, now.last_step, scene)
        if now.last_step.is_choice and not now.ended:
            yield from scene_lines(now)
    if parted is not None:
        yield from parted_lines(parted)
    if now.ended:
        yield from debrief_lines(now, attainable)


def parted_lines(parted: Parted) -> Iterator[str]:
    """Where a play kept from an older text left today's story."""
    yield from paragraphs(said("plain-play.parted", number=parted.number, why=parted.why), said("plain.changed"))
