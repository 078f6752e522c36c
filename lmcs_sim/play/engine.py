"""How a scenario runs: a situation and a step give what follows and the next situation. Nothing else is read."""

import hashlib

from attrs import evolve, frozen

from lmcs_sim.faults import WrongUse, wrong_use
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.play.consequence import Closed, Consequence, Finding, Found, Happened, Moved, Step
from lmcs_sim.play.findings import judge_acts, open_duties
from lmcs_sim.play.game import Game, attention_left, choices_on_offer, enquiries_on_offer, ids_on_offer
from lmcs_sim.play.situation import Situation
from lmcs_sim.rules.act import Act
from lmcs_sim.scenario.scenario import END, Choice, Ending, Enquiry, Event, Move

CLOSE = Act("close")
"""The act judged when every play closes: by it rules see what was left undone."""


@frozen(eq=False)
class Next:
    """What a step led to."""

    situation: Situation
    step: Step


def begin(
    game: Game, seed: int, carried: tuple[tuple[str, int], ...] = ()
) -> tuple[Situation, tuple[Consequence, ...]]:
    """The first situation, and the events already due in it.

    `carried` sets what a campaign brings: `measure.NAME` to a number, `done.WORD` and `known.WORD` to 1.
    """
    brought = dict(carried)
    measures = tuple(
        (name, brought.get(f"measure.{name}", measure.start)) for name, measure in game.scenario.measure.items()
    )
    situation = Situation(
        scene=game.scenario.starts,
        known=frozenset(name.removeprefix("known.") for name in brought if name.startswith("known.")),
        done=frozenset((name.removeprefix("done."), None) for name in brought if name.startswith("done.")),
        measures=measures,
    )
    return _settle(game, seed, situation, game.scene(situation).month)


def take(game: Game, seed: int, situation: Situation, name: str) -> Next:
    """Take an enquiry or a choice by its id. Raises WrongUse, saying what is on offer, for any other id."""
    if situation.scene == END:
        raise not_on_offer(game, situation, name)
    for enquiry in enquiries_on_offer(game, situation):
        if enquiry.id == name:
            return _enquire(game, situation, enquiry)
    for choice in choices_on_offer(game, situation):
        if choice.id == name:
            return _choose(game, seed, situation, choice)
    raise not_on_offer(game, situation, name)


def not_on_offer(game: Game, situation: Situation, name: str) -> WrongUse:
    """The error for an id that is not on offer, saying what is."""
    if situation.scene == END:
        cure = "Leave it out: nothing more is on offer."
        return wrong_use("E050", f"{name!r} comes after the play has ended", cure, game.scenario.id)
    offered = ids_on_offer(game, situation)
    cause = f"{name!r} is not on offer in scene {situation.scene!r}"
    if name in situation.taken:
        cause = f"{name!r} was already taken in scene {situation.scene!r}"
    elif any(item.id == name for item in game.scene(situation).enquiry):
        left = attention_left(game, situation)
        cause = f"{name!r} costs more than the attention left ({left}) in scene {situation.scene!r}"
    return wrong_use("E050", cause, f"On offer: {', '.join(offered)}.", game.scenario.id)


def fires(seed: int, event: Event) -> bool:
    """Whether an event comes about: always, or by a hash of the seed and its id, and so the same for ever."""
    if event.chance is None:
        return True
    digest = hashlib.sha256(f"{seed}:{event.id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % 100 < event.chance


def _enquire(game: Game, situation: Situation, enquiry: Enquiry) -> Next:
    situation, consequences = _act_out(game, situation, enquiry)
    situation = evolve(situation, taken=situation.taken | {enquiry.id})
    return Next(situation, Step(enquiry.id, False, consequences))


def _choose(game: Game, seed: int, situation: Situation, choice: Choice) -> Next:
    before = situation
    month = game.scene(situation).month
    situation, consequences = _act_out(game, situation, choice)
    lead = next(lead for lead in choice.leads if game.holds(lead, situation))
    if lead.to == END:
        situation, more = _close(game, seed, situation)
    else:
        situation = evolve(situation, scene=lead.to, taken=frozenset())
        situation, more = _settle(game, seed, situation, game.scene(situation).month)
    others = [(item.id, item.acts) for item in choices_on_offer(game, before) if item is not choice]
    engaged = [item for item in consequences if isinstance(item, Finding)]
    left_open = open_duties(game.book, engaged, others, game.circumstances(before, month))
    return Next(situation, Step(choice.id, True, (*consequences, *more), left_open))


def _act_out(game: Game, situation: Situation, step: Enquiry | Choice) -> tuple[Situation, tuple[Consequence, ...]]:
    """The acts in order, then what the step does, finds and moves."""
    at = game.circumstances(situation, game.scene(situation).month)
    findings, done = judge_acts(game.book, step.acts, at)
    acted = evolve(situation, done=done)
    after, effects = _apply(game, acted, step.does, step.finds, step.moves)
    return after, (*findings, *_words_found(game, situation, acted), *effects)


def _words_found(game: Game, before: Situation, after: Situation) -> tuple[Consequence, ...]:
    new = {word for word, _ in after.done} - {word for word, _ in before.done}
    return tuple(_found(game, word, known=False) for word in sorted(new))


def _apply(
    game: Game, situation: Situation, does: tuple[str, ...], finds: tuple[str, ...], moves: tuple[Move, ...]
) -> tuple[Situation, tuple[Consequence, ...]]:
    consequences: list[Consequence] = []
    words = {word for word, _ in situation.done}
    consequences += [_found(game, word, known=False) for word in does if word not in words]
    consequences += [_found(game, word, known=True) for word in finds if word not in situation.known]
    measures = dict(situation.measures)
    for move in moves:
        measures[move.measure] += move.by
        consequences.append(Moved(move, game.scenario.measure[move.measure], measures[move.measure]))
    situation = evolve(
        situation,
        done=situation.done | {(word, None) for word in does},
        known=situation.known | set(finds),
        measures=tuple(measures.items()),
    )
    return situation, tuple(consequences)


def _found(game: Game, word: str, known: bool) -> Found:
    vocabulary = game.book.vocabulary
    entry = game.scenario.fact.get(word) or vocabulary.words_of_set("known" if known else "done")[word]
    return Found(word, entry.says, known)


def _settle(game: Game, seed: int, situation: Situation, month: int) -> tuple[Situation, tuple[Consequence, ...]]:
    """Each event whose month has come, that is not settled and whose condition holds, by month then file order."""
    consequences: list[Consequence] = []
    for event in sorted(game.scenario.event, key=lambda event: event.month):
        if event.month > month or event.id in situation.settled or not game.holds(event, situation):
            continue
        situation = evolve(situation, settled=situation.settled | {event.id})
        if fires(seed, event):
            situation, effects = _apply(game, situation, event.does, event.finds, event.moves)
            consequences += [Happened(event, add_months(game.scenario.date, event.month)), *effects]
    return situation, tuple(consequences)


def _close(game: Game, seed: int, situation: Situation) -> tuple[Situation, tuple[Consequence, ...]]:
    """The events due by the play's last month, the act `close`, and the first ending that holds."""
    situation, events = _settle(game, seed, situation, game.scenario.ends)
    findings, done = judge_acts(game.book, (CLOSE,), game.circumstances(situation, game.scenario.ends))
    situation = evolve(situation, done=done)
    ending = _ending(game, situation)
    return evolve(situation, scene=END, taken=frozenset()), (*events, *findings, Closed(ending))


def _ending(game: Game, situation: Situation) -> Ending:
    return next(ending for ending in game.scenario.ending if game.holds(ending, situation))
