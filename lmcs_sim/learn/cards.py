"""Making cards: from the decisions of a learner's finished plays, and from the rules."""

from collections.abc import Iterable, Iterator, Sequence

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.learn.card import Card, answer_of, decision_id, option_of, rule_id
from lmcs_sim.play.consequence import Finding, Step
from lmcs_sim.play.engine import CLOSE
from lmcs_sim.play.findings import finding_of, judge_acts
from lmcs_sim.play.game import choices_on_offer
from lmcs_sim.play.lookup import example_phrase
from lmcs_sim.play.play import Play, start, step
from lmcs_sim.play.score import findings_in, open_in
from lmcs_sim.rules.examples import circumstances_of
from lmcs_sim.rules.judging import ruling_on
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import ADVERSE, FINDING_ORDER, is_finding
from lmcs_sim.scenario.scenario import Choice
from lmcs_sim.words.dates import month_in_words

Ranked = tuple[int, Card]
"""A card and when its turn comes: the lower, the sooner."""

AGAINST, RULE_AGAINST, LEFT_OPEN, RULE_LEFT_OPEN, DECIDED, RULE_MET, RULE_OTHER = range(7)
"""Whose turn comes first: what went against duty, then what lay open, then the rest."""


def cards_of(plays: Sequence[Play], book: Rulebook) -> tuple[Card, ...]:
    """Every card there is for a learner, in the order in which new ones are shown.

    `plays`: the finished ones, the latest first. The same plays and rules give the same cards.
    """
    ranked = [item for play in plays for item in decision_cards(play)]
    ranked += rule_cards(plays, book)
    found: dict[str, Card] = {}
    for _, card in sorted(ranked, key=lambda item: item[0]):
        found.setdefault(card.id, card)
    return tuple(found.values())


def decision_cards(play: Play) -> Iterator[Ranked]:
    """A card for each decision of a play that the rules speak of."""
    for before, taken in _decisions(play):
        found = _from_decision(before, taken)
        if found is not None:
            yield found


def _decisions(play: Play) -> Iterator[tuple[Play, Step]]:
    """Each choice of a play, with the play as it stood before it."""
    at = start(play.game, play.log)
    for name in play.log.steps:
        after = step(at, name)
        if (taken := after.last_step) is not None and taken.is_choice:
            yield at, taken
        at = after


def _from_decision(before: Play, taken: Step) -> Ranked | None:
    """The card of one decision: on what was decided, or on another choice that was on offer.

    What was decided where it went against duty; else a choice that would have met a duty left open; else one that
    would have gone against duty; else what was decided, where anything was found of it.
    """
    own = _by_weight(item for item in taken.findings if item.act != CLOSE)
    choices = {item.id: item for item in choices_on_offer(before.game, before.situation)}
    if own and own[0].ruling.verdict in ADVERSE:
        return AGAINST, _decision_card(before, choices[taken.id], own, "own")
    others = [(choices[name], _findings_of(before, choices[name])) for name in choices if name != taken.id]
    for item in taken.open:
        for choice, findings in others:
            first = [found for found in findings if found.ruling.rule.id == item.rule]
            if choice.id == item.choice and first:
                rest = [found for found in findings if found not in first]
                return LEFT_OPEN, _decision_card(before, choice, [*first, *rest], "other")
    adverse = [(choice, found) for choice, found in others if found and found[0].ruling.verdict in ADVERSE]
    if adverse:
        choice, findings = min(adverse, key=lambda pair: FINDING_ORDER.index(pair[1][0].ruling.verdict))
        return DECIDED, _decision_card(before, choice, findings, "other")
    return (DECIDED, _decision_card(before, choices[taken.id], own, "own")) if own else None


def _findings_of(before: Play, choice: Choice) -> list[Finding]:
    game, month = before.game, before.game.scene(before.situation).month
    at = game.circumstances(before.situation, month)
    return _by_weight(judge_acts(game.book, choice.acts, at)[0])


def _by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """What was found of duties, the worst first."""
    duties = (item for item in findings if not item.dimension)
    return sorted(duties, key=lambda item: FINDING_ORDER.index(item.ruling.verdict))


def _decision_card(before: Play, choice: Choice, findings: Sequence[Finding], whose: str) -> Card:
    scenario, scene = before.game.scenario, before.game.scene(before.situation)
    day = add_months(scenario.date, scene.month)
    first, rest = findings[0], tuple(findings[1:])
    return Card(
        id=decision_id(first.ruling.rule.id, scenario.id, scene.id, choice.id),
        kind="decision",
        whose=whose,
        rule=first.ruling.rule.id,
        theme=first.ruling.provision.theme,
        place=f"{scenario.title}: {scene.title or scene.id}, {month_in_words(day)}",
        moment=scene.text.strip(),
        act=" ".join(choice.text.split()),
        answer=answer_of(first, before.game.book, rest),
    )


def rule_cards(plays: Iterable[Play], book: Rulebook) -> Iterator[Ranked]:
    """A card for each rule that has an example it speaks of: first those that the plays came by.

    Rules of a council's own source are left out: they bind in that council alone.
    """
    turn: dict[str, int] = {}
    for play in plays:
        for found in findings_in(play.turns):
            rank = RULE_AGAINST if found.ruling.verdict in ADVERSE else RULE_MET
            _sooner(turn, found.ruling.rule.id, rank)
        for _, item in open_in(play.turns):
            _sooner(turn, item.rule, RULE_LEFT_OPEN)
    come_by = [book.by_id[name] for name in turn if name in book.by_id]
    for rule in dict.fromkeys((*come_by, *book.rules)):
        card = _rule_card(rule, book)
        if card is not None:
            yield turn.get(rule.id, RULE_OTHER), card


def _sooner(turn: dict[str, int], rule: str, rank: int) -> None:
    turn[rule] = min(rank, turn.get(rule, rank))


def _rule_card(rule: Rule, book: Rulebook) -> Card | None:
    if rule.local is not None:
        return None
    for example in rule.entry.example:
        act = example.given.act
        ruling = ruling_on(book, rule, act, circumstances_of(example, rule, book))
        if is_finding(ruling.verdict):
            phrase = example_phrase(example.given, book)
            return Card(
                id=rule_id(rule.id),
                kind="rule",
                whose="example",
                rule=rule.id,
                theme=rule.theme,
                place=rule.entry.title,
                moment="",
                act=f"{phrase[:1].upper()}{phrase[1:]}.",
                answer=answer_of(finding_of(book, ruling, act), book),
                right=option_of(rule, book),
            )
    return None
