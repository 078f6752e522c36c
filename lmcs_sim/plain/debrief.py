"""The debrief, as lines."""

from collections.abc import Iterator

from lmcs_sim.plain.paragraphs import paragraphs
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.debrief import Debrief, debrief_of
from lmcs_sim.play.play import Play
from lmcs_sim.words.debrief import duty_line, trap_line
from lmcs_sim.words.interface import NOT_ADVICE, signed
from lmcs_sim.words.verdicts import WORDS, holder_in_words, luck_line


def debrief_lines(play: Play, attainable: Attainable | None = None) -> Iterator[str]:
    """Met and open, what went against duty, the three ledgers, the path, the luck and what to read."""
    debrief = debrief_of(play, attainable)
    yield ""
    ending = debrief.ending
    yield from paragraphs(
        f"{play.game.scenario.title}. {f'Ending: {ending.title}.' if ending else 'Not finished.'}", "Debrief"
    )
    yield from _duty(play, debrief)
    if attainable is not None:
        yield from attainable_lines(attainable)
    yield from _quality(play, debrief)
    for name, moved in debrief.outcomes.items():
        title = play.game.scenario.measure[name].title
        yield from paragraphs(f"{title}: {moved['start']} at the start, {moved['end']} at the end.", "Outcome")
    for item in debrief.luck:
        yield from paragraphs(luck_line(item.event, item.fired, item.chance, item.about), "Luck")
    for number, part in enumerate(debrief.path, start=1):
        asked = f" You asked: {' / '.join(part.asked)}" if part.asked else ""
        yield from paragraphs(f"{number}. {part.title}.{asked} You decided: {part.decided}", "Path")
    for name in debrief.reading:
        cited = play.game.book.guidance.cite(name)
        yield from paragraphs(f'{cited.source}, {cited.pinpoint}: "{cited.quote}" ({name})', "Read")
    yield from paragraphs(NOT_ADVICE, "Note")


def attainable_lines(attainable: Attainable) -> Iterator[str]:
    """What is proved of the scenario: the best and the worst play there is."""
    for line in attainable.lines():
        yield from paragraphs(line, "Attainable")


def _duty(play: Play, debrief: Debrief) -> Iterator[str]:
    whole = debrief.duty.whole
    counts = whole.counts
    yield from paragraphs(duty_line(whole.points, counts.get("met", 0), counts.get("open", 0)), "Duty")
    for verdict in ("breached", "departed", "explained", "misplaced", "no-power", "taken-up"):
        number = counts.get(verdict.replace("-", "_"), 0)
        if number:
            yield f"Duty: {WORDS[verdict].lower()} {number}."
    for tag, number in sorted(debrief.duty.tags.items()):
        yield f"Trap: {trap_line(tag, number)}."
    for item in debrief.adverse:
        cited = play.game.book.guidance.cite(item.ruling.provision.id)
        verdict, title = WORDS[item.ruling.verdict], item.ruling.rule.entry.title
        where, whose = f"{cited.source}, {cited.pinpoint}", holder_in_words(item.holder)
        yield from paragraphs(f"{verdict}: {title}. {where}. Whose duty: {whose}.", "Against")
    for turn, left_open in debrief.open:
        scene = play.game.scenario.scenes[turn.scene]
        text = scene.step(left_open.choice).text
        title = play.game.book.by_id[left_open.rule].entry.title
        yield from paragraphs(f"{title}, by: {text} ({scene.title or scene.id})", "Open")


def _quality(play: Play, debrief: Debrief) -> Iterator[str]:
    dimensions = play.game.book.vocabulary.dimension
    for name, entry in debrief.quality.items():
        yield from paragraphs(f"{dimensions[name].says} {signed(int(str(entry['points'])))}.", "Quality")
