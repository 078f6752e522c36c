"""Choices that give themselves away: where the best of each scene can be told without thinking of what it does."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from lmcs_sim.faults import Fault, fault
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.findings import judge_acts
from lmcs_sim.rules.act import Act, Circumstances
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import ADVERSE
from lmcs_sim.scenario.scenario import Scenario, Scene

FEWEST = 3
"""Scenes. What happens in fewer is no habit."""
BY_LUCK = 0.05
"""A habit is more than luck would give as often as this."""
LONGER = 1.1
"""How many times as long as any other a text must be to be seen to be the longest."""
MOSTLY = 0.75
"""The share of a word's choices that must be the best ones."""

TELL_TALES = (
    "appropriate",
    "assurance",
    "assure",
    "balance",
    "careful",
    "collaborat",
    "consult",
    "engage",
    "ensure",
    "evidence",
    "formal",
    "guidance",
    "immediate",
    "independent",
    "listen",
    "meaningful",
    "partnership",
    "process",
    "proper",
    "reflect",
    "respectful",
    "review",
    "robust",
    "safeguard",
    "stakeholder",
    "thorough",
    "transparen",
)
"""How the words begin by which a careful choice is known before it is read."""
_WORD = re.compile(r"\w+")


@frozen
class Offer:
    """A scene's position, its choices' texts, and which of these are best: not all, and not none."""

    scene: int
    texts: tuple[str, ...]
    best: frozenset[int]

    @property
    def by_luck(self) -> float:
        """How likely a choice taken blindly is one of the best."""
        return len(self.best) / len(self.texts)


Habit = Callable[[Offer], int | None]
"""Which choice of an offer somebody with a habit would take; none where the habit says nothing."""


def giveaways(scenario: Scenario, book: Rulebook) -> Iterator[Fault]:
    """A fault for each way in which a player could tell the best choice without thinking, by key path.

    Best is what the rules find best of a choice's own acts, standing alone: nothing against duty, and most points.
    """
    offers = offers_of(scenario, book)
    cure = "Give some of the others what this one has: every choice must tempt for its own sake."
    places = [(name, _habitual(offers, habit)) for name, habit in _PLACES]
    for name, hits in (("is the longest", _habitual(offers, _longest)), max(places, key=lambda place: len(place[1]))):
        if hits:
            cause = f"the best choice {name} in {len(hits)} of {len(offers)} scenes"
            yield fault("W088", cause, cure, *hits[0], "text")
    for word, hits, others in _told_by_word(offers):
        cause = f"{word!r} stands in the best choice of {len(hits)} scenes, and in {others or 'no'} other"
        yield fault("W088", cause, cure, *hits[0], "text")


def offers_of(scenario: Scenario, book: Rulebook) -> tuple[Offer, ...]:
    """The offers of the scenes in which some choices are better than others."""
    found = []
    for n, scene in enumerate(scenario.scene):
        worth = _worth_of(scenario, scene, book)
        best = frozenset(m for m, item in enumerate(worth) if item == max(worth))
        if 0 < len(best) < len(worth) and max(worth)[0] == 0:
            found.append(Offer(n, tuple(choice.text for choice in scene.choice), best))
    return tuple(found)


def _worth_of(scenario: Scenario, scene: Scene, book: Rulebook) -> list[tuple[int, int]]:
    """For each choice, how many findings count against duty, as a number below nothing, and its points."""
    at = Circumstances(
        date=add_months(scenario.date, scene.month),
        standing=scenario.standing,
        sources=frozenset(scenario.council.sources),
    )
    return [_worth(choice.acts, at, book) for choice in scene.choice]


def _worth(acts: tuple[Act, ...], at: Circumstances, book: Rulebook) -> tuple[int, int]:
    findings = judge_acts(book, acts, at)[0]
    return -sum(item.ruling.verdict in ADVERSE for item in findings), sum(item.points for item in findings)


def _longest(offer: Offer) -> int | None:
    lengths = [len(text) for text in offer.texts]
    longest = lengths.index(max(lengths))
    others = max(lengths[:longest] + lengths[longest + 1 :])
    return longest if lengths[longest] >= LONGER * others else None


def _at(place: int) -> Habit:
    return lambda offer: place % len(offer.texts) if place < len(offer.texts) else None


_PLACES: tuple[tuple[str, Habit], ...] = (
    ("stands last", _at(-1)),
    ("stands first", _at(0)),
    ("stands second", _at(1)),
    ("stands third", _at(2)),
    ("stands fourth", _at(3)),
)

Hit = tuple[str, int, str, int]


def _habitual(offers: Sequence[Offer], habit: Habit) -> list[Hit]:
    """Where the habit finds the best, if it does so in most scenes and more than luck would have it; else nothing."""
    taken = [(offer, habit(offer)) for offer in offers]
    hits = [_hit(offer, choice) for offer, choice in taken if choice is not None and choice in offer.best]
    if len(hits) < FEWEST or len(hits) * 2 <= len(offers):
        return []
    always = len(hits) == len(offers)
    return hits if always or _luck([offer.by_luck for offer in offers], len(hits)) < BY_LUCK else []


def _luck(chances: Iterable[float], hits: int) -> float:
    """How likely at least so many hits are, one try for each chance."""
    spread = [1.0]
    for chance in chances:
        spread = [a * (1 - chance) + b * chance for a, b in zip([*spread, 0.0], [0.0, *spread], strict=True)]
    return sum(spread[hits:])


def _told_by_word(offers: Sequence[Offer]) -> Iterator[tuple[str, list[Hit], int]]:
    """Each tell-tale word that stands mostly in best choices, where it does so, and in how many others it stands."""
    best: dict[str, list[Hit]] = {}
    others: dict[str, int] = {}
    for offer in offers:
        for choice, text in enumerate(offer.texts):
            for word in sorted(_tell_tales_in(text)):
                if choice in offer.best:
                    best.setdefault(word, []).append(_hit(offer, choice))
                else:
                    others[word] = others.get(word, 0) + 1
    for word, hits in best.items():
        count = others.get(word, 0)
        if len({hit[1] for hit in hits}) >= FEWEST and len(hits) >= MOSTLY * (len(hits) + count):
            yield word, hits, count


def _tell_tales_in(text: str) -> set[str]:
    told = (word for word in _WORD.findall(text.lower()) if word.startswith(TELL_TALES))
    return {next(beginning for beginning in TELL_TALES if word.startswith(beginning)) for word in told}


def _hit(offer: Offer, choice: int) -> Hit:
    return ("scene", offer.scene, "choice", choice)
