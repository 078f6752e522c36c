"""Why the findings of the last step came out, and what would have changed them: each judged again, never guessed."""

from collections.abc import Iterator

from attrs import evolve, frozen

from lmcs_sim.play.consequence import Finding, Step
from lmcs_sim.play.engine import CLOSE
from lmcs_sim.play.game import choices_on_offer
from lmcs_sim.play.play import Play, undo
from lmcs_sim.rules.act import Act, Circumstances, with_does
from lmcs_sim.rules.condition import Holds
from lmcs_sim.rules.explain import NearMiss, OtherDate, near_misses, other_choices, other_date
from lmcs_sim.rules.judging import Check
from lmcs_sim.rules.sentence import act_phrase, rule_sentence, test_phrase
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.dates import day_in_words
from lmcs_sim.words.verdicts import WORDS


@frozen(eq=False)
class Reasons:
    """Everything behind one finding."""

    finding: Finding
    sentence: str
    """The rule as a sentence."""
    act: str
    """The act as a phrase."""
    required: tuple[tuple[str, bool], ...]
    """What the rule required, and whether it held when the act was done."""
    needs: tuple[tuple[str, bool], ...]
    """What a departure needed, and whether it was done before the act."""
    others: tuple[tuple[str, str | None], ...]
    """Each other choice on offer, and what the rule would have found of it; None for nothing."""
    date: OtherDate | None


def reasons_of(play: Play) -> tuple[Reasons, ...]:
    """The reasons behind each finding of the last step, in its order."""
    step = play.last_step
    if step is None:
        return ()
    before = undo(play)
    findings = [item for item in step.consequences if isinstance(item, Finding)]
    return tuple(_reasons(before, step, item) for item in findings)


def near_misses_of(play: Play) -> tuple[tuple[str, NearMiss], ...]:
    """Rules about the last step's acts that one condition kept from applying, with each act as a phrase.

    A rule about another act, or the same act on another topic, is not near: it is about something else.
    """
    step = play.last_step
    if step is None:
        return ()
    before = undo(play)
    book = play.game.book
    taken = before.game.scene(before.situation).step(step.id)
    return tuple(
        (act_phrase(act, book.vocabulary), miss)
        for act, at in _acts_in_turn(before, taken.acts)
        for miss in near_misses(book, act, at)
        if not _is_another_act(miss, book.vocabulary)
    )


def _is_another_act(miss: NearMiss, vocabulary: Vocabulary) -> bool:
    field = vocabulary.field.get(miss.failed.field)
    return miss.failed.field == "act" or (field is not None and field.topic)


def reason_lines(reasons: Reasons) -> Iterator[str]:
    """The reasons behind a finding, as lines to read, each opened by a word."""
    yield said("lookup.rule", rule=reasons.sentence)
    yield said("why.act", act=reasons.act)
    for what, held in reasons.required:
        yield said("why.required-held" if held else "why.required-not", what=what)
    for what, done in reasons.needs:
        yield said("why.departed-before" if done else "why.departed-not-before", what=what)
    for text, verdict in reasons.others:
        found = said("why.nothing") if verdict is None else WORDS[verdict].lower()
        yield said("why.other-choice", choice=text, verdict=found)
    if reasons.date is not None:
        verdict = WORDS[reasons.date.verdict].lower()
        yield said("why.other-date", day=day_in_words(reasons.date.date), verdict=verdict)


def near_miss_line(act: str, miss: NearMiss, vocabulary: Vocabulary) -> str:
    """A rule that did not apply, and the one condition that failed."""
    wanted = test_phrase(miss.failed.field, miss.failed.test, vocabulary)
    return said("why.near-miss", rule=miss.rule.entry.title, act=f"{act[:1].upper()}{act[1:]}", wanted=wanted)


def _reasons(before: Play, step: Step, finding: Finding) -> Reasons:
    book = before.game.book
    trace = finding.ruling.trace
    vocabulary = book.vocabulary
    closing = finding.act == CLOSE
    at = _circumstances_of(before, step, finding)
    return Reasons(
        finding,
        rule_sentence(finding.ruling.rule, vocabulary),
        act_phrase(finding.act, vocabulary),
        tuple(wanted for check in trace.required for wanted in _required(check, vocabulary)),
        tuple((vocabulary.done[word].says, done) for word, done in trace.needs),
        tuple(_others(before, step, finding)) if step.is_choice and not closing else (),
        None if closing else other_date(book, finding.ruling, finding.act, at),
    )


def _required(check: Check, vocabulary: Vocabulary) -> Iterator[tuple[str, bool]]:
    """What a test wanted and whether it held: word by word, where it wanted several."""
    if isinstance(check.test, Holds) and not check.test.some and not check.test.none:
        held = check.value if isinstance(check.value, frozenset) else frozenset()
        for word in sorted(check.test.every):
            yield vocabulary.says(check.field, word), word in held
    else:
        yield test_phrase(check.field, check.test, vocabulary), check.held


def _others(before: Play, step: Step, finding: Finding) -> Iterator[tuple[str, str | None]]:
    choices = {choice.id: choice for choice in choices_on_offer(before.game, before.situation) if choice.id != step.id}
    acts = [(name, choice.acts) for name, choice in choices.items()]
    for other in other_choices(before.game.book, finding.ruling.rule, acts, _now(before)):
        yield " ".join(choices[other.choice].text.split()), other.verdict


def _circumstances_of(before: Play, step: Step, finding: Finding) -> Circumstances:
    """What the finding's act was judged in: after the acts that came before it in its step."""
    taken = before.game.scene(before.situation).step(step.id)
    return next((at for act, at in _acts_in_turn(before, taken.acts) if act == finding.act), _now(before))


def _acts_in_turn(before: Play, acts: tuple[Act, ...]) -> Iterator[tuple[Act, Circumstances]]:
    at = _now(before)
    for act in acts:
        yield act, at
        at = evolve(at, done=with_does(act, at.done))


def _now(before: Play) -> Circumstances:
    return before.game.circumstances(before.situation, before.game.scene(before.situation).month)
