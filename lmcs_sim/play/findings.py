"""The findings of a step: its acts judged in order, each rule counted once, by its worst verdict."""

from collections.abc import Iterable

from attrs import evolve

from lmcs_sim.play.consequence import Finding, Open
from lmcs_sim.rules.act import Act, Circumstances, DoneWord, with_does
from lmcs_sim.rules.judging import Ruling, judge
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.verdict import is_finding, worse


def judge_acts(
    book: Rulebook, acts: Iterable[Act], at: Circumstances
) -> tuple[tuple[Finding, ...], frozenset[DoneWord]]:
    """The findings of acts done one after another, and everything done once they are."""
    kept: dict[tuple[str, str], Finding] = {}
    for act in acts:
        for ruling in judge(book, act, at):
            if is_finding(ruling.verdict):
                _keep(kept, finding_of(book, ruling, act))
        if act.does:
            at = evolve(at, done=with_does(act, at.done))
    return tuple(item for item in kept.values() if item.dimension == "" or item.by), at.done


def finding_of(book: Rulebook, ruling: Ruling, act: Act) -> Finding:
    """A ruling with its points, or with what it moves on the quality ledger."""
    moved = ruling.rule.quality_by
    if moved is not None:
        dimension, by, otherwise = moved
        return Finding(ruling, act, 0, dimension, by if ruling.honoured else otherwise)
    return Finding(ruling, act, book.points_of(ruling.provision.force, ruling.verdict))


def _keep(kept: dict[tuple[str, str], Finding], finding: Finding) -> None:
    ruling = finding.ruling
    regard = ruling.provision is not ruling.rule.provision
    # A step fails to have regard to the guidance once, however many rules it departs from.
    key = ("" if regard else ruling.rule.id, ruling.provision.id)
    before = kept.get(key)
    if before is None or _heavier(finding, before):
        kept[key] = finding


def _heavier(one: Finding, other: Finding) -> bool:
    if one.ruling.verdict == other.ruling.verdict:
        return one.by < other.by
    return worse(one.ruling.verdict, other.ruling.verdict)


def open_duties(
    book: Rulebook, engaged: Iterable[Finding], others: Iterable[tuple[str, tuple[Act, ...]]], at: Circumstances
) -> tuple[Open, ...]:
    """Duties that other choices would have met by the act itself, and the step did not engage.

    `others` are the ids of the other choices on offer, with their acts.
    """
    engaged_rules = {finding.ruling.rule.id for finding in engaged}
    found: dict[str, Open] = {}
    for choice, acts in others:
        for finding in judge_acts(book, acts, at)[0]:
            rule = finding.ruling.rule
            if rule.honours is True and finding.ruling.verdict == "met" and rule.id not in engaged_rules:
                found.setdefault(rule.id, Open(rule.id, rule.provision.id, choice))
    return tuple(found.values())
