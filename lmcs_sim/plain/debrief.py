"""The debrief, as lines."""

from collections.abc import Iterator

from lmcs_sim.plain.paragraphs import paragraphs
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.debrief import Debrief, debrief_of
from lmcs_sim.play.debrief_told import course_line, mattered_lines, mattered_told, month_names, suggestion_line
from lmcs_sim.play.mattered import Weighed
from lmcs_sim.play.play import Play
from lmcs_sim.play.suggestion import Suggestion
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import duty_line, theme_line, theme_name, trap_line
from lmcs_sim.words.interface import signed
from lmcs_sim.words.verdicts import WORDS, holder_in_words, luck_line


def debrief_lines(
    play: Play, attainable: Attainable | None = None, suggestions: tuple[Suggestion, ...] = ()
) -> Iterator[str]:
    """Met and open, what mattered most, the three ledgers, the months, the path, the luck, what to read and play."""
    debrief = debrief_of(play, attainable, suggestions)
    yield ""
    ending = debrief.ending
    ends = said("plain-debrief.ending", ending=ending.title) if ending else said("plain-debrief.unfinished")
    yield from paragraphs(f"{play.game.scenario.title}. {ends}", said("place.debrief"))
    yield from _duty(play, debrief)
    if attainable is not None:
        yield from proved_lines(play, attainable)
    yield from _quality(play, debrief)
    months = month_names(play, debrief.courses)
    for course in debrief.courses.measures:
        title = play.game.scenario.measure[course.measure].title
        yield from paragraphs(f"{course_line(course, title, months)}.", said("plain-debrief.outcome"))
    for item in debrief.luck:
        yield from paragraphs(luck_line(item.event, item.fired, item.chance, item.about), said("plain-debrief.luck"))
    for number, part in enumerate(debrief.path, start=1):
        asked = [said("history.asked", text=" / ".join(part.asked))] if part.asked else []
        told = " ".join((f"{part.title}.", *asked, said("history.decided", text=part.decided)))
        yield from paragraphs(f"{number}. {told}", said("plain-debrief.path"))
    for name in debrief.reading:
        cited = play.game.book.guidance.cite(name)
        yield from paragraphs(f'{cited.source}, {cited.pinpoint}: "{cited.quote}" ({name})', said("plain-debrief.read"))
    for suggested in debrief.suggestions:
        yield from paragraphs(suggestion_line(suggested), said("suggestion.opening"))
    yield from paragraphs(said("common.not-advice"), said("page.heading.note"))


def proved_lines(play: Play, attainable: Attainable) -> Iterator[str]:
    """What is proved: the best and the worst play there is, and what each decision of this one put out of reach."""
    for line in attainable.lines():
        yield from paragraphs(line, said("debrief.attainable"))
    weighed = debrief_of(play, attainable).weighed
    if weighed is not None:
        yield from _mattered(play, weighed)


def _mattered(play: Play, weighed: Weighed) -> Iterator[str]:
    yield from paragraphs(" ".join(mattered_lines(weighed)), said("mattered.opening"))
    for number, item in enumerate(mattered_told(play, weighed), start=1):
        yield from paragraphs(f"{number}. {item.title}. {' '.join(item.lines)}", said("mattered.opening"))


def _duty(play: Play, debrief: Debrief) -> Iterator[str]:
    whole = debrief.duty.whole
    counts = whole.counts
    yield from paragraphs(
        duty_line(whole.points, counts.get("met", 0), counts.get("open", 0)), said("plain-debrief.duty")
    )
    for verdict in ("breached", "departed", "explained", "misplaced", "no-power", "taken-up"):
        number = counts.get(verdict.replace("-", "_"), 0)
        if number:
            yield from paragraphs(f"{WORDS[verdict].lower()} {number}.", said("plain-debrief.duty"))
    for theme, tally in sorted(debrief.duty.by_theme.items()):
        yield from paragraphs(f"{theme_name(theme)}, {theme_line(tally.points, tally.best)}.", said("bars.theme"))
    for tag, number in sorted(debrief.duty.tags.items()):
        yield from paragraphs(f"{trap_line(tag, number)}.", said("page.label.trap"))
    for item in debrief.adverse:
        cited = play.game.book.guidance.cite(item.ruling.provision.id)
        verdict, title = WORDS[item.ruling.verdict], item.ruling.rule.entry.title
        where, whose = f"{cited.source}, {cited.pinpoint}", holder_in_words(item.holder)
        told = said("plain-debrief.whose", verdict=verdict, title=title, where=where, whose=whose)
        yield from paragraphs(told, said("plain-debrief.against"))
    for turn, left_open in debrief.open:
        scene = play.game.scenario.scenes[turn.scene]
        text = scene.step(left_open.choice).text
        title = play.game.book.by_id[left_open.rule].entry.title
        by = said("page.open-by", choice=text, scene=scene.title or scene.id)
        yield from paragraphs(f"{title}, {by}", said("plain-debrief.open"))


def _quality(play: Play, debrief: Debrief) -> Iterator[str]:
    dimensions = play.game.book.vocabulary.dimension
    for name, entry in debrief.quality.items():
        yield from paragraphs(
            f"{dimensions[name].says} {signed(int(str(entry['points'])))}.", said("plain-debrief.quality")
        )
