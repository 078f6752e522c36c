"""A difference between two texts of a scenario: told in words, and as plain data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from lmcs_sim.author.diff import KINDS, Change, Value
from lmcs_sim.author.diff_plays import AGAIN, AS_BEFORE, ENDS, PARTS, Retold
from lmcs_sim.author.phrases import indented
from lmcs_sim.play.record import Data
from lmcs_sim.prove.proof import PLAYERS, Proof
from lmcs_sim.prove.record import DIGITS

COARSEST, FINEST = 1, 9
"""Places after the point: as few as tell two figures apart."""


@frozen
class Diff:
    """Two texts of a scenario compared: their proofs, what changed, and what was played."""

    old: Proof
    new: Proof
    changes: tuple[Change, ...]
    ways: tuple[Retold, ...]
    plays: tuple[Retold, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs, so far as it was compared."""
        return not self.changes and all(item.outcome == AS_BEFORE for item in (*self.ways, *self.plays))


def diff_record(diff: Diff) -> Data:
    """The comparison as plain data."""
    return {
        "scenario": {"old": diff.old.scenario, "new": diff.new.scenario},
        "complete": {"old": diff.old.complete, "new": diff.new.complete},
        "same": diff.same,
        "changes": [
            {"kind": item.kind, "of": item.of, "old": _plain(item.old), "new": _plain(item.new)}
            for item in diff.changes
        ],
        "ways": [_retold_record(item) for item in diff.ways],
        "plays": [_retold_record(item) for item in diff.plays],
    }


def _plain(value: Value) -> Value:
    """A value with its floating numbers rounded as those of a proof are."""
    if isinstance(value, Mapping):
        return {name: round(number, DIGITS) for name, number in value.items()}
    return round(value, DIGITS) if isinstance(value, float) else value


def _retold_record(item: Retold) -> Data:
    parted = item.new.parted
    return {
        "of": item.of,
        "seed": item.log.seed,
        "steps": list(item.log.steps),
        "outcome": item.outcome,
        "parted": None if parted is None else {"number": parted.number, "step": parted.step, "why": parted.why},
        "ending": {"old": item.old.ending, "new": item.new.ending},
        "scored": {name: {"old": old, "new": new} for name, (old, new) in item.scored.items()},
    }


def diff_lines(diff: Diff) -> Iterator[str]:
    """The comparison in words, by kind, shortly."""
    if diff.old.scenario != diff.new.scenario:
        yield f"Two scenarios are compared: {diff.old.scenario} and {diff.new.scenario}."
    yield from _cut_short(diff)
    for kind, changes in groupby(_worth_telling(diff.changes), key=lambda item: item.kind):
        yield f"{KINDS[kind]}:"
        for line in _HOW.get(kind, _together)(list(changes)):
            yield from indented(line, 1)
    yield from _retold_lines("Ways that the old text's proof found", diff.ways)
    yield from _retold_lines("Recorded plays", diff.plays)
    if diff.same:
        yield "No difference of meaning." if _whole(diff) else "No difference in what was compared."


def _whole(diff: Diff) -> bool:
    return diff.old.complete and diff.new.complete


def _cut_short(diff: Diff) -> Iterator[str]:
    for name, proof in (("old", diff.old), ("new", diff.new)):
        if not proof.complete:
            yield f"The proof of the {name} text was cut short: {proof.stopped or 'not finished'}."
    if not _whole(diff):
        yield "So scores, chances and what can be reached are not compared."


def _worth_telling(changes: Sequence[Change]) -> list[Change]:
    """The changes without those of steps that come or go with their scene."""
    scenes = {(item.of, item.new) for item in changes if item.kind == "scene"}
    return [item for item in changes if item.kind != "step" or (item.of.split("/")[0], item.new) not in scenes]


def _one_by_one(changes: Sequence[Change]) -> Iterator[str]:
    for item in changes:
        yield f"{_capital(item.of)}: {_both(item, '; ')}."


def _by_player(changes: Sequence[Change]) -> Iterator[str]:
    """A line for each player, with all that changed for that player."""
    for player, group in groupby(changes, key=lambda item: item.of.split(", ")[0]):
        said = (f"{item.of.split(', ')[-1]} {_both(item, ', ')}" for item in group)
        yield f"{player.capitalize()} player: {'; '.join(said)}."


def _together(changes: Sequence[Change]) -> Iterator[str]:
    """A line for all that changed alike."""
    alike: dict[str, list[str]] = {}
    for item in changes:
        alike.setdefault(_alike(item), []).append(item.of)
    for how, names in alike.items():
        yield f"{how}: {(', ' if changes[0].kind != 'front' else '; ').join(names)}."


def _alike(item: Change) -> str:
    if isinstance(item.old, bool):
        return "Added" if item.new else "Gone"
    if item.old is None:
        return f"In the new text only, {item.new}"
    return f"In the old text only, {item.old}" if item.new is None else f"{_capital(str(item.new))}, was {item.old}"


_HOW: Mapping[str, Callable[[Sequence[Change]], Iterator[str]]] = {
    "best": _one_by_one,
    "worst": _one_by_one,
    "assured": _one_by_one,
    "expected": _by_player,
    "chance": _one_by_one,
}
"""How the kinds are told whose changes are not told together."""


def _both(item: Change, between: str) -> str:
    """A change from both sides."""
    if item.old is None:
        return f"in the new text only{between}{_told(item.new, COARSEST)}"
    if item.new is None:
        return f"in the old text only{between}{_told(item.old, COARSEST)}"
    new, old = _apart(item.new, item.old)
    return f"{new}{between}was {old}"


def _apart(one: Value, other: Value) -> tuple[str, str]:
    """Two values in words, with as many places as it takes to tell them apart."""
    shown = ((_told(one, places), _told(other, places)) for places in range(COARSEST, FINEST))
    return next((pair for pair in shown if pair[0] != pair[1]), (_told(one, FINEST), _told(other, FINEST)))


def _told(value: Value, places: int) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        return _figure(value or 0, places)
    if "points" in value:
        return f"points {_figure(value['points'], places)}, breaches {_figure(value['breached'], places)}"
    return ", ".join(f"{player} {_figure(value.get(player, 0) * 100, places)}%" for player in PLAYERS)


def _figure(number: float, places: int) -> str:
    """A number with its true minus, and with some places where it is not whole."""
    number = round(number, FINEST)
    shown = f"{number:.{0 if float(number).is_integer() else places}f}"
    return shown.replace("-", "−")


def _retold_lines(title: str, items: Sequence[Retold]) -> Iterator[str]:
    """How many lead where they led, then each that does not."""
    if not items:
        return
    kept = sum(item.outcome == AS_BEFORE for item in items)
    yield f"{title}: {kept} of {len(items)} as before."
    for item in items:
        if item.outcome != AS_BEFORE:
            yield from indented(_retold(item), 1)


def _retold(item: Retold) -> str:
    title, parted = _capital(item.of), item.new.parted
    if item.outcome == PARTS and parted is not None:
        return f"{title}: parts at step {parted.number}, because {parted.why}."
    told = []
    if item.outcome == AGAIN:
        told.append("agrees to its end again")
    if item.outcome == ENDS or item.old.ending != item.new.ending:
        told.append(f"ends in {_ending(item.new.ending)}, was {_ending(item.old.ending)}")
    told += [f"{name} {_figure(new, 0)}, was {_figure(old, 0)}" for name, (old, new) in item.scored.items()]
    return f"{title}: {'; '.join(told)}."


def _ending(name: str | None) -> str:
    return name or "no ending"


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
