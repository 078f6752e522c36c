"""A review card as lines to read, each opened by a word: first the question, then the answer."""

import datetime as dt
from collections.abc import Iterator, Mapping

from lmcs_sim.learn.card import Card
from lmcs_sim.learn.sitting import Sitting
from lmcs_sim.learn.spacing import Spaced
from lmcs_sim.words.catalogue import counted, said
from lmcs_sim.words.dates import weekday_in_words
from lmcs_sim.words.verdicts import MODALITIES, PARTS, SIGNS, WORDS, holder_in_words

_ACTS = {"own": "review.act-own", "other": "review.act-other", "example": "review.act-example"}
_OPTIONS = {
    "must": "review.option-must",
    "should": "review.option-should",
    "may": "review.option-may",
    "neither": "review.option-neither",
}
_GRADES = {
    "forgot": "review.grade-forgot",
    "hard": "review.grade-hard",
    "good": "review.grade-good",
    "easy": "review.grade-easy",
}


def sitting_line(sitting: Sitting) -> str:
    """How much there is to answer today; where there is nothing, when there is."""
    if sitting.cards:
        fresh = len(sitting.cards) - sitting.due
        line = said(
            "review.today",
            cards=counted(len(sitting.cards), "review.cards"),
            due=counted(sitting.due, "review.due"),
            new=counted(fresh, "review.new"),
        )
    elif sitting.next is None:
        return said("review.none")
    else:
        day = weekday_in_words(sitting.next)
        line = said("review.done" if sitting.answered else "review.later", day=day)
    return f"{line} {counted(sitting.waiting, 'review.waiting')}" if sitting.waiting else line


def sitting_record(sitting: Sitting, today: dt.date, spaced: Mapping[str, Spaced]) -> dict[str, object]:
    """A sitting as plain data: what is due on a day, and what is kept of it."""
    return {
        "today": today.isoformat(),
        "due": sitting.due,
        "new": len(sitting.cards) - sitting.due,
        "waiting": sitting.waiting,
        "answered": sitting.answered,
        "next": None if sitting.next is None else sitting.next.isoformat(),
        "cards": [_card_record(card, spaced.get(card.id)) for card in sitting.cards],
    }


def _card_record(card: Card, kept: Spaced | None) -> dict[str, object]:
    return {
        "id": card.id,
        "kind": card.kind,
        "rule": card.rule,
        "theme": card.theme,
        "place": card.place,
        "act": card.act,
        "last": None if kept is None else kept.last.isoformat(),
        "due": None if kept is None else kept.due.isoformat(),
    }


def question_lines(card: Card) -> Iterator[str]:
    """The moment, the act and what is asked of it."""
    yield said("review.place", place=card.place)
    if card.moment:
        yield said("review.moment", moment=card.moment)
    yield act_line(card)
    yield said(_asked(card))


def act_line(card: Card) -> str:
    """Whose act it is, and which."""
    return said(_ACTS[card.whose], act=card.act)


def _asked(card: Card) -> str:
    if card.kind == "decision":
        return "review.ask-decision"
    if card.right is not None:
        return "review.ask-force"
    return "review.ask-sound" if card.answer.modality == "finding" else "review.ask-holder"


def option_label(option: str) -> str:
    """One of what may be answered, as a button shows it."""
    return said(_OPTIONS[option])


def answer_lines(card: Card, chosen: str | None = None) -> Iterator[str]:
    """What the guidance says. `chosen`: the one of OPTIONS that was answered, if any was."""
    yield from verdict_lines(card, chosen)
    for cited in card.answer.citations:
        yield said("review.source", source=cited.source, pinpoint=cited.pinpoint, quote=cited.quote)
    yield from later_lines(card)


def verdict_lines(card: Card, chosen: str | None = None) -> Iterator[str]:
    """The answer before its sources: the verdict, whose duty it is, why, and what to do instead."""
    answer = card.answer
    if chosen is not None and card.right is not None:
        yield said("review.chosen", chosen=option_label(chosen), right=option_label(card.right))
    yield said("review.verdict", verdict=WORDS[answer.verdict], sign=SIGNS[answer.verdict])
    yield said("review.says", says=answer.says)
    yield said(
        "review.whose",
        holder=holder_in_words(answer.holder),
        part=PARTS[answer.part],
        force=MODALITIES[answer.modality],
    )
    yield said("review.because", because=" ".join(answer.because.split()))
    if answer.verdict not in ("met", "taken-up", "used"):
        yield said("review.instead", instead=" ".join(answer.instead.split()))


def later_lines(card: Card) -> Iterator[str]:
    """The answer after its sources: what has happened since, and what else was found."""
    for line in card.answer.since:
        yield said("review.since", since=line)
    if card.answer.overtaken:
        yield said("review.check")
    for verdict, title in card.answer.also:
        yield said("review.also", verdict=WORDS[verdict], sign=SIGNS[verdict], title=title)


def grade_name(grade: str) -> str:
    """A grade by itself."""
    return said(_GRADES[grade])


def back_in(days: int) -> str:
    """In how many days a card is back."""
    return counted(days, "review.back")


def grade_label(grade: str, days: int) -> str:
    """A grade, and in how many days the card would be back."""
    return said("review.grade", grade=grade_name(grade), back=back_in(days))
