"""Regions: boxes with others taken out of them, and an act that lies in one."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lmcs_sim.rules.box import Box
from lmcs_sim.rules.condition import HIGHEST, LOWEST, Between, Holds, OneOf, Test
from lmcs_sim.rules.vocabulary import NONE, Vocabulary

Witness = Mapping[str, object]
"""Facts by field: an act, its circumstances and what was done before it."""


def witness_in(boxes: Iterable[Box], taken_out: Sequence[Box], vocabulary: Vocabulary) -> dict[str, object] | None:
    """Facts of an act that lies in one of the boxes and in none of those taken out; None where there is none."""
    for box in boxes:
        for left in outside(box, taken_out, vocabulary):
            witness = _as_an_act(left, vocabulary)
            if witness is not None:
                return witness
    return None


def as_given(witness: Witness) -> str:
    """A witness as a rule's example would write it, to be pasted: `given = { act = "vote", … }`."""
    order = sorted(witness, key=lambda name: (name != "act", name in ("date", "done", "known"), name))
    shown = [f"{name} = {_show(name, witness[name])}" for name in order if witness[name] not in (NONE, frozenset())]
    return f"given = {{ {', '.join(shown)} }}"


def _show(name: str, value: object) -> str:
    if isinstance(value, frozenset):
        return "[" + ", ".join(f'"{word}"' for word in sorted(value)) + "]"
    if name == "date":
        assert isinstance(value, int)
        return dt.date.fromordinal(value).isoformat()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _as_an_act(box: Box, vocabulary: Vocabulary) -> dict[str, object] | None:
    """Facts in the box that an act can have: what must be said of it is said."""
    acts = dict(box.tests)["act"]
    assert isinstance(acts, OneOf)
    for act in sorted(acts.words):
        said: dict[str, Test] = {"act": OneOf(frozenset((act,)))}
        for name in vocabulary.always_said(act) & _asked(box, act, vocabulary):
            number = vocabulary.field[name].kind == "number"
            said[name] = Between() if number else OneOf(frozenset(_words_of(name, vocabulary)))
        real = box.meet(Box(said))
        if real is not None and not any(_is_empty(test) for _, test in real.tests):
            return real.example()
    return None


def _is_empty(test: Test) -> bool:
    """Whether nothing satisfies it: a range whose ends have crossed, as where a provision never came into force."""
    return isinstance(test, Between) and test.low > test.high


def _asked(box: Box, act: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The fields a witness must give: those the box tests, and those without which it would be no act."""
    required = (name for name, must_be_given in vocabulary.act[act].carries() if must_be_given)
    return frozenset((*(name for name, _ in box.tests), *required))


def outside(box: Box, taken_out: Sequence[Box], vocabulary: Vocabulary) -> Iterator[Box]:
    """Boxes that together are what is left of a box once others are taken out of it."""
    if not taken_out:
        yield box
        return
    first, rest = taken_out[0], taken_out[1:]
    for name, test in first.tests:
        for other in _complement(name, test, vocabulary):
            left = box.meet(Box({name: other}))
            if left is not None:
                yield from outside(left, rest, vocabulary)


def _complement(name: str, test: Test, vocabulary: Vocabulary) -> Iterator[Test]:
    if isinstance(test, OneOf):
        words = vocabulary.act if name == "act" else _words_of(name, vocabulary)
        left = frozenset((*words, NONE)) - test.words
        if left:
            yield OneOf(left)
    elif isinstance(test, Between):
        if test.low > LOWEST:
            yield Between(high=test.low - 1)
        if test.high < HIGHEST:
            yield Between(low=test.high + 1)
        if name != "date":
            yield OneOf(frozenset((NONE,)))
    else:
        yield from _complement_of_set(test)


def _complement_of_set(test: Holds) -> Iterator[Test]:
    for word in sorted(test.every):
        yield Holds(none=frozenset((word,)))
    for word in sorted(test.none):
        yield Holds(every=frozenset((word,)))
    for group in test.some:
        yield Holds(none=group)


def _words_of(name: str, vocabulary: Vocabulary) -> Sequence[str]:
    entry = vocabulary.field[name]
    return ("true", "false") if entry.kind == "flag" else tuple(entry.words)
