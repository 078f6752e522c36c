"""A game: a scenario that has been checked, with the rulebook that judges it."""

from collections.abc import Mapping
from typing import Protocol

from attrs import frozen

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.situation import Situation
from lmcs_sim.rules.act import Circumstances
from lmcs_sim.rules.box import Box
from lmcs_sim.rules.compile import RawTable
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.conditions import compile_when, kinds_in
from lmcs_sim.scenario.scenario import Choice, Enquiry, Scenario, Scene


class Conditional(Protocol):
    """Anything with a condition of its own."""

    @property
    def when(self) -> RawTable | None:
        """The condition, as its file gives it."""


@frozen(eq=False)
class Game:
    """A scenario and a rulebook, with the scenario's conditions made into boxes once."""

    scenario: Scenario
    book: Rulebook
    _boxes: Mapping[int, Box]

    def holds(self, item: Conditional, situation: Situation) -> bool:
        """Whether the condition of a choice, lead, event or ending holds."""
        return item.when is None or self.box(item).holds(situation.facts())

    def box(self, item: Conditional) -> Box:
        """The condition of something that has one."""
        return self._boxes[id(item)]

    def scene(self, situation: Situation) -> Scene:
        """The scene a situation stands in."""
        return self.scenario.scenes[situation.scene]

    def circumstances(self, situation: Situation, month: int) -> Circumstances:
        """What an act in that month is judged in."""
        return Circumstances(
            date=add_months(self.scenario.date, month),
            done=situation.done,
            known=situation.known,
            standing=self.scenario.standing,
            sources=frozenset(self.scenario.council.sources),
        )


def make_game(scenario: Scenario, book: Rulebook) -> Game:
    """The game of a scenario that has no faults against the rulebook."""
    kinds = kinds_in(scenario, book.vocabulary)
    choices = [choice for scene in scenario.scene for choice in scene.choice]
    conditional: list[Conditional] = [*choices, *(lead for choice in choices for lead in choice.leads)]
    conditional += [*scenario.event, *scenario.ending]
    boxes = {id(item): compile_when(item.when, kinds)[0] for item in conditional if item.when is not None}
    return Game(scenario, book, boxes)


def attention_left(game: Game, situation: Situation) -> int:
    """What is left of the scene's attention."""
    scene = game.scene(situation)
    return scene.attention - sum(enquiry.costs for enquiry in scene.enquiry if enquiry.id in situation.taken)


def enquiries_on_offer(game: Game, situation: Situation) -> tuple[Enquiry, ...]:
    """The enquiries not yet taken here that the attention left can pay for."""
    left = attention_left(game, situation)
    scene = game.scene(situation)
    return tuple(item for item in scene.enquiry if item.id not in situation.taken and item.costs <= left)


def choices_on_offer(game: Game, situation: Situation) -> tuple[Choice, ...]:
    """The choices whose condition holds."""
    return tuple(choice for choice in game.scene(situation).choice if game.holds(choice, situation))


def ids_on_offer(game: Game, situation: Situation) -> list[str]:
    """What may be taken now, in the order faces number it: enquiries, then choices."""
    enquiries = [item.id for item in enquiries_on_offer(game, situation)]
    return enquiries + [item.id for item in choices_on_offer(game, situation)]
