"""The debrief as an account in words, section by section: what the Markdown and the web page both tell."""

from collections.abc import Collection, Iterable
from typing import Any

from attrs import frozen

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.pages.account_parts import (
    Compared,
    Decision,
    Judged,
    Led,
    Named,
    Outcome,
    Read,
    Theme,
    bare,
    decision,
    editions,
    judged,
    read,
)
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.consequence import Finding
from lmcs_sim.play.debrief import Debrief, debrief_of
from lmcs_sim.play.debrief_told import Told, mattered_lines, mattered_told, month_names, suggestion_line
from lmcs_sim.play.play import Play
from lmcs_sim.play.score import findings_in
from lmcs_sim.play.suggestion import Suggestion
from lmcs_sim.play.ways import beside, ways_of
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import duty_line, story_line, theme_line, theme_name, trap_line
from lmcs_sim.words.interface import reviewed_line, signed
from lmcs_sim.words.verdicts import WORDS, luck_line

OTHERS = ("breached", "departed", "misplaced", "no_power", "explained", "taken_up")
"""What the duty ledger counts beside what was met and what lay open."""


@frozen(eq=False)
class Account:
    """The sections of a debrief, in the order in which they are told. `ending` is None while the play goes on."""

    title: str
    about: tuple[str, ...]
    ending: Named | None
    duty: tuple[str, ...]
    traps: tuple[str, ...]
    themes: tuple[Theme, ...]
    mattered: tuple[str, ...]
    """What is said before the decisions that mattered; nothing until they are weighed."""
    decisions: tuple[Told, ...]
    against: tuple[Judged, ...]
    explained: tuple[Judged, ...]
    open: tuple[Named, ...]
    quality: tuple[Led, ...]
    months: tuple[str, ...]
    month_numbers: tuple[int, ...]
    outcomes: tuple[Outcome, ...]
    editions: tuple[str, ...]
    path: tuple[Decision, ...]
    columns: tuple[str, ...]
    """Whose paths are set side by side; none until what can be attained is proved."""
    beside: tuple[Compared, ...]
    unknown: tuple[str, ...]
    luck: tuple[str, ...]
    reading: tuple[Read, ...]
    next: tuple[str, ...]
    note: tuple[str, ...]


def account_of(
    play: Play,
    attainable: Attainable | None = None,
    learner: str = "",
    suggestions: tuple[Suggestion, ...] = (),
) -> Account:
    """The account of a play, ended or not, beside what is proved of its scenario. No name is told but one given."""
    debrief, book, scenario = debrief_of(play, attainable, suggestions), play.game.book, play.game.scenario
    ending, reviewed = debrief.ending, scenario.reviewed
    story = story_line(scenario.date, add_months(scenario.date, scenario.ends))
    return Account(
        title=scenario.title,
        about=(story, *((said("page.played-by", learner=learner),) if learner else ())),
        ending=None if ending is None else Named(ending.title, ending.text),
        duty=_duty(debrief),
        traps=tuple(trap_line(tag, times) for tag, times in sorted(debrief.duty.tags.items())),
        themes=_themes(debrief),
        mattered=() if debrief.weighed is None else mattered_lines(debrief.weighed),
        decisions=() if debrief.weighed is None else mattered_told(play, debrief.weighed),
        against=_judged(play, debrief.adverse, debrief.reading),
        explained=_judged(play, debrief.explained, debrief.reading),
        open=_open(play, debrief),
        quality=_quality(play, debrief),
        months=month_names(play, debrief.courses),
        month_numbers=debrief.courses.months,
        outcomes=_outcomes(play, debrief),
        path=tuple(decision(item, book) for item in debrief.path),
        editions=editions((found for item in debrief.path for found in item.findings), book),
        **_paths(play, attainable),
        luck=tuple(luck_line(item.event, item.fired, item.chance, item.about) for item in debrief.luck),
        reading=tuple(read(name, book) for name in debrief.reading),
        next=tuple(suggestion_line(item) for item in debrief.suggestions),
        note=(said("common.not-advice"), reviewed_line(reviewed.by, reviewed.on, reviewed.until)),
    )


def _paths(play: Play, attainable: Attainable | None) -> dict[str, tuple[Any, ...]]:
    """The paths side by side, leaving out one that is not known."""
    if attainable is None:
        return {"columns": (), "beside": (), "unknown": ()}
    ways = ways_of(play.game, attainable)
    known = {"yours": True, "best": ways.best is not None, "worst": ways.worst is not None}
    names = [name for name in known if known[name]]
    rows = beside(play, ways)
    return {
        "columns": tuple(said(f"page.path.{name}") for name in names),
        "beside": tuple(Compared(row.title, tuple(bare(getattr(row, name)) for name in names)) for row in rows),
        "unknown": tuple(
            f"{said(f'page.path.{name}')}: {said('page.unknown-luck')}" for name in known if not known[name]
        ),
    }


def _judged(play: Play, findings: Iterable[Finding], reading: Collection[str]) -> tuple[Judged, ...]:
    """Each different finding once, with the scenes it was made in."""
    scenes = {id(item): play.game.scenario.scenes[turn.scene] for turn in play.turns for item in findings_in([turn])}
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for item in findings:
        alike.setdefault((item.ruling.rule.id, item.ruling.verdict, item.cites[0]), []).append(item)
    return tuple(
        judged(
            items[0],
            [scenes[id(item)].title or scenes[id(item)].id for item in items],
            play.game.book,
            whole=items[0].cites[0] not in reading,
        )
        for items in alike.values()
    )


def _duty(debrief: Debrief) -> tuple[str, ...]:
    counts = debrief.duty.whole.counts
    others = ". ".join(f"{WORDS[name.replace('_', '-')]} {counts[name]}" for name in OTHERS if counts.get(name))
    told = debrief.attainable
    return (
        duty_line(debrief.duty.whole.points, counts.get("met", 0), counts.get("open", 0)),
        *((f"{others}.",) if others else ()),
        *((said("page.not-worked-out"),) if told is None else told.lines()),
    )


def _themes(debrief: Debrief) -> tuple[Theme, ...]:
    return tuple(
        Theme(theme_name(name), tally.points, tally.best, theme_line(tally.points, tally.best))
        for name, tally in sorted(debrief.duty.by_theme.items())
    )


def _open(play: Play, debrief: Debrief) -> tuple[Named, ...]:
    found = []
    for turn, item in debrief.open:
        scene = play.game.scenario.scenes[turn.scene]
        by = said("page.open-by", choice=scene.step(item.choice).text, scene=scene.title or scene.id)
        found.append(Named(play.game.book.by_id[item.rule].entry.title, by))
    return tuple(found)


def _quality(play: Play, debrief: Debrief) -> tuple[Led, ...]:
    book = play.game.book
    found = []
    for name, entry in debrief.quality.items():
        lines: list[dict[str, object]] = entry["lines"]  # type: ignore[assignment]
        told = (f"{book.by_id[str(line['rule'])].entry.title}: {signed(int(str(line['by'])))}" for line in lines)
        found.append(Led(book.vocabulary.dimension[name].says, signed(int(str(entry["points"]))), tuple(told)))
    return tuple(found)


def _outcomes(play: Play, debrief: Debrief) -> tuple[Outcome, ...]:
    measures = play.game.scenario.measure
    return tuple(Outcome(measures[item.measure].title, item.start, item.values) for item in debrief.courses.measures)
