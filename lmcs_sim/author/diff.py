"""What an edit of a scenario changes in its meaning: what two proofs say differently."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard

from attrs import frozen

from lmcs_sim.prove.proof import PLAYERS, Average, Extreme, Proof, Standing, Unreachable
from lmcs_sim.prove.words import standing_in_words

CLOSE_ENOUGH = 1e-9
"""Within this, two chances or averages are the same: what is left is the rounding of floating point."""

REACHED, NEVER = "reached", "never reached"

Value = None | bool | str | float | Mapping[str, float]
"""What a proof says of one thing, as plain data; None where the thing is not there."""

KINDS = {
    "best": "Best",
    "worst": "Worst",
    "assured": "Assured",
    "expected": "Expected",
    "front": "What can be attained together",
    "ending": "Endings",
    "chance": "Chances of endings and events",
    "scene": "Scenes",
    "step": "Enquiries and choices",
    "event": "Events",
    "dead_end": "Where plays get stuck",
    "never_best": "Choices that are never the best",
    "no_difference": "Choices that make no difference",
    "rule": "Rules exercised",
    "provision": "Provisions exercised",
    "missing": "Provisions taught but not exercised",
    "story_move": "Movements for the story's sake",
}
"""The kinds of change, in the order in which they are told."""


@frozen
class Change:
    """One difference: of which kind (a key of KINDS), of what, and what each proof says of it.

    Kinds that only say whether something is so hold True or False; those of parts REACHED, NEVER or None.
    """

    kind: str
    of: str
    old: Value
    new: Value


def differences(old: Proof, new: Proof) -> tuple[Change, ...]:
    """Everything that two proofs say differently, by kind.

    Where one of them was cut short, only what no play need show is compared: the movements for the story's sake.
    """
    whole = old.complete and new.complete
    before, after = dict(_said(old, whole)), dict(_said(new, whole))
    keys = dict.fromkeys([*after, *before])
    changes = [Change(*key, before.get(key, _absent(key)), after.get(key, _absent(key))) for key in keys]
    order = list(KINDS)
    return tuple(
        sorted((item for item in changes if not _same(item.old, item.new)), key=lambda item: order.index(item.kind))
    )


Key = tuple[str, str]


def _absent(key: Key) -> Value:
    """What a proof says of a thing it does not name."""
    named = ("front", "dead_end", "never_best", "no_difference", "rule", "provision", "missing", "story_move")
    return False if key[0] in named else None


def _said(proof: Proof, whole: bool) -> Iterator[tuple[Key, Value]]:
    """Everything a proof says, each under its kind and what it is of."""
    yield from _named("story_move", (f"{move.at}: {move.measure} {move.by:+d}" for move in proof.story_moves))
    if not whole:
        return
    yield from _extreme("best", proof.best)
    yield from _extreme("worst", proof.worst)
    if proof.assured is not None:
        yield ("assured", "duty"), _standing(proof.assured)
    for player in PLAYERS:
        if player in proof.expected:
            yield from _average(player, proof.expected[player])
    yield from _named(
        "front",
        (
            f"{standing_in_words(item.duty)}, quality {item.quality}, outcomes {item.outcomes:+d}"
            for item in proof.front
        ),
    )
    yield from _parts(proof)
    yield from _chances(proof)
    yield from _named("dead_end", (item.scene for item in proof.dead_ends))
    yield from _named("never_best", proof.never_best)
    yield from _named("no_difference", (" and ".join(pair) for pair in proof.no_difference))
    yield from _named("rule", proof.exercised.rules)
    yield from _named("provision", proof.exercised.provisions)
    yield from _named("missing", proof.exercised.missing)


def _named(kind: str, names: Iterable[str]) -> Iterator[tuple[Key, Value]]:
    return (((kind, name), True) for name in names)


def _standing(standing: Standing) -> dict[str, float]:
    return {"breached": standing.breached, "points": standing.points}


def _extreme(kind: str, extreme: Extreme | None) -> Iterator[tuple[Key, Value]]:
    if extreme is None:
        return
    yield (kind, "duty"), _standing(extreme.duty)
    for name, amount in extreme.quality.items():
        yield (kind, f"quality, {name}"), amount.value
    for name, amount in extreme.outcomes.items():
        yield (kind, f"outcomes, {name}"), amount.value


def _average(player: str, average: Average) -> Iterator[tuple[Key, Value]]:
    yield ("expected", f"{player}, duty"), _standing(average.duty)
    for name, value in average.quality.items():
        yield ("expected", f"{player}, quality, {name}"), value
    for name, value in average.outcomes.items():
        yield ("expected", f"{player}, outcomes, {name}"), value


def _parts(proof: Proof) -> Iterator[tuple[Key, Value]]:
    """Each part of the scenario, by whether any play comes by it."""
    absent = proof.unreachable or Unreachable()
    for ending in proof.endings:
        yield ("ending", ending.id), REACHED if ending.reachable else NEVER
    met = {_part(key): REACHED for key in proof.chances}
    met |= {("scene", name): NEVER for name in absent.scenes}
    met |= {("step", name): NEVER for name in (*absent.choices, *absent.enquiries)}
    met |= {("event", name): NEVER for name in absent.events}
    yield from met.items()


def _chances(proof: Proof) -> Iterator[tuple[Key, Value]]:
    absent = proof.unreachable or Unreachable()
    for ending in proof.endings:
        yield ("chance", f"ending {ending.id}"), dict(ending.chance)
    events = {name: chance for name, chance in proof.chances.items() if name.startswith("event:")}
    events |= {f"event:{name}": dict.fromkeys(PLAYERS, 0.0) for name in absent.events}
    for name, chance in events.items():
        yield ("chance", name.replace(":", " ", 1)), dict(chance)


def _part(key: str) -> Key:
    """The kind and the id of a part, by its key among the chances."""
    if key.startswith("event:"):
        return "event", key.removeprefix("event:")
    return "step" if "/" in key else "scene", key


def _same(one: Value, other: Value) -> bool:
    """Whether two proofs say the same, the rounding of floating point left aside."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    if _is_number(one) and _is_number(other):
        return abs(one - other) <= CLOSE_ENOUGH
    return one == other


def _is_number(value: Value) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
