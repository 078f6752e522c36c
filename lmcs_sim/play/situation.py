"""A situation: everything that what may still happen depends on."""

from attrs import frozen

from lmcs_sim.rules.act import DoneWord, Facts


@frozen
class Situation:
    """Where a play stands. `scene` is "end" once it has closed; scores are no part of it."""

    scene: str
    taken: frozenset[str] = frozenset()
    """The enquiries taken in this scene."""
    known: frozenset[str] = frozenset()
    done: frozenset[DoneWord] = frozenset()
    measures: tuple[tuple[str, int], ...] = ()
    settled: frozenset[str] = frozenset()
    """The events that have fired or missed."""

    def facts(self) -> Facts:
        """What a scenario's own conditions read."""
        facts: dict[str, str | int | frozenset[str]] = {f"measure.{name}": value for name, value in self.measures}
        facts["known"] = self.known
        facts["done"] = frozenset(word for word, _ in self.done)
        return facts
