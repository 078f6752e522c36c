"""A play's history: every step in order, where and when it was taken, and what was found of it."""

import datetime as dt

from attrs import frozen

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.consequence import Step
from lmcs_sim.play.play import Play
from lmcs_sim.scenario.scenario import Scene
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.dates import month_in_words
from lmcs_sim.words.verdicts import SIGNS, WORDS


@frozen(eq=False)
class Moment:
    """A step by its number, the first being 1; the scene it was taken in, and that scene's day."""

    number: int
    scene: Scene
    day: dt.date
    step: Step

    @property
    def where(self) -> str:
        """The scene and its month."""
        return said("history.where", scene=self.scene.title or self.scene.id, month=month_in_words(self.day))

    @property
    def taken(self) -> str:
        """What was asked or decided."""
        text = " ".join(self.scene.step(self.step.id).text.split())
        return said("history.decided" if self.step.is_choice else "history.asked", text=text)

    @property
    def verdicts(self) -> str:
        """The verdicts of what was found, each a sign and a word; nothing where nothing was found."""
        found = (item.ruling.verdict for item in self.step.findings if not item.dimension)
        return ", ".join(f"{SIGNS[verdict]} {WORDS[verdict]}" for verdict in found)


def history_of(play: Play) -> list[Moment]:
    """Every step of a play, in order."""
    scenario = play.game.scenario
    taken = [(scenario.scenes[turn.scene], step) for turn in play.turns for step in turn.steps]
    return [
        Moment(number, scene, add_months(scenario.date, scene.month), step)
        for number, (scene, step) in enumerate(taken, start=1)
    ]
