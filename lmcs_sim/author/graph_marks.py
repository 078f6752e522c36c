"""What a proof knows of each part of a scenario: dead, on the best path, and how likely players come by."""

from collections.abc import Iterator

from attrs import frozen

from lmcs_sim.author.phrases import chances_phrase
from lmcs_sim.prove.proof import Chances, Proof
from lmcs_sim.prove.words import standing_in_words
from lmcs_sim.scenario.scenario import END, Choice, Scenario
from lmcs_sim.words.interface import counted

DEAD, BEST, NEVER_BEST, STUCK = "never reached", "on the best path", "never the best", "plays get stuck here"

Walk = tuple[str, ...]
"""The parts that a path passes: scenes, and `scene/step`."""


@frozen
class Mark:
    """What is known of one part. Without a whole proof: nothing."""

    dead: bool = False
    best: bool = False
    words: tuple[str, ...] = ()
    chances: Chances | None = None

    @property
    def chance(self) -> str:
        """The chance for each player in words; empty where it is not known, or never reached."""
        return "" if self.chances is None or self.dead else chances_phrase(self.chances)


@frozen
class Marks:
    """The marks of a scenario's parts by key: `scene`, `scene/step`, `event:id`, `ending:id`."""

    proof: Proof | None
    walked: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()

    def of(self, key: str) -> Mark:
        """The mark of one part."""
        if self.proof is None:
            return Mark()
        dead, best = key in self.dead, key in self.walked
        notes = {
            DEAD: dead,
            BEST: best,
            NEVER_BEST: key in self.proof.never_best,
            STUCK: any(item.scene == key for item in self.proof.dead_ends),
        }
        words = tuple(word for word, holds in notes.items() if holds)
        return Mark(dead, best, words, self._chances(key))

    def _chances(self, key: str) -> Chances:
        assert self.proof is not None
        if key.startswith("ending:"):
            return next((item.chance for item in self.proof.endings if f"ending:{item.id}" == key), {})
        return self.proof.chances.get(key, {})


def marks_of(scenario: Scenario, proof: Proof | None) -> Marks:
    """The marks of a scenario's parts. A proof that was cut short knows none."""
    if proof is None or not proof.complete:
        return Marks(None)
    walked = best_walk(scenario, proof.best.way.path) if proof.best else frozenset[str]()
    return Marks(proof, walked, frozenset(_dead(proof)))


def proof_lines(proof: Proof | None) -> Iterator[str]:
    """How much is proved, as sentences."""
    if proof is None:
        yield "The shape alone: nothing was proved, so nothing is said of chances or of what is never reached."
        return
    if not proof.complete:
        yield (
            f"The shape alone: the proof was cut short ({proof.stopped or 'not finished'}), so nothing is said of"
            " chances or of what is never reached."
        )
        return
    yield f"Proved whole: {counted(proof.counts.states, 'situation')} seen."
    yield "Chances are those of a random player, a cautious one and the best."
    if proof.best is not None:
        luck = ", with luck" if proof.best.way.needs_luck else ""
        steps = counted(len(proof.best.way.path), "step")
        yield f"The best path: {standing_in_words(proof.best.duty)}, in {steps}{luck}."


def best_walk(scenario: Scenario, path: tuple[str, ...]) -> frozenset[str]:
    """The parts that a path of ids passes from the start to the end.

    A lead with conditions is followed by what comes after it on the path. Where that leaves two ways open, only
    the parts they share are given: what may not be on the path is never marked.
    """
    walks = list(_walks(scenario, scenario.starts, path))
    return frozenset.intersection(*map(frozenset, walks)) if walks else frozenset()


def _walks(scenario: Scenario, at: str, path: tuple[str, ...]) -> Iterator[Walk]:
    """Every way of reading a path of ids from a scene on, to the end."""
    if at == END and not path:
        yield ()
    scene = scenario.scenes.get(at)
    step = next((step for step in scene.steps if step.id == path[0]), None) if scene and path else None
    if step is None:
        return
    here = (at, f"{at}/{step.id}")
    ways = tuple(dict.fromkeys(lead.to for lead in step.leads)) if isinstance(step, Choice) else (at,)
    for to in ways:
        for rest in _walks(scenario, to, path[1:]):
            yield (*here, lead_key(at, to), *rest)


def lead_key(scene: str, to: str) -> str:
    """The key of the way from one scene to the next."""
    return f"{scene}>{to}"


def _dead(proof: Proof) -> Iterator[str]:
    absent = proof.unreachable
    if absent is None:
        return
    yield from (*absent.scenes, *absent.choices, *absent.enquiries)
    yield from (f"event:{name}" for name in absent.events)
    yield from (f"ending:{name}" for name in absent.endings)
