"""A play as plain data: what every face shows and `--json` prints. The same play gives the same data."""

from collections.abc import Iterable

from lmcs_sim.guidance.dates import show
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.consequence import Consequence, Finding, Found, Happened, Moved, Turn
from lmcs_sim.play.play import Play
from lmcs_sim.play.score import duty_of, outcomes_of, quality_of
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.dates import month_in_words
from lmcs_sim.words.interface import signed
from lmcs_sim.words.verdicts import difference_sentence, finding_sentence, luck_sentence, since_sentence

Data = dict[str, object]


def play_record(play: Play, attainable: Attainable | None = None) -> Data:
    """The whole play: its turns, its ending and the three ledgers, beside what is proved of the scenario."""
    ending = play.ending
    return {
        "scenario": play.log.scenario,
        "seed": play.log.seed,
        "turns": [turn_record(turn, play.game.book) for turn in play.turns if turn.steps or turn.before],
        "ending": None if ending is None else ending.id,
        "duty": duty_of(play, attainable).record(),
        "quality": quality_of(play),
        "outcomes": outcomes_of(play),
    }


def turn_record(turn: Turn, book: Rulebook) -> Data:
    """One turn: its scene, its steps and everything that followed."""
    return {
        "scene": turn.scene,
        "enquiries": list(turn.enquiries),
        "choice": turn.choice,
        "consequences": [consequence_record(item, book) for item in turn.consequences],
        "open": [
            {"rule": item.rule, "choice": item.choice, "citations": citations((item.provision,), book)}
            for step in turn.steps
            for item in step.open
        ],
    }


def consequence_record(item: Consequence, book: Rulebook) -> Data:
    """One consequence, its kind first."""
    if isinstance(item, Finding):
        return finding_record(item, book)
    if isinstance(item, Moved):
        text = said("record.moved", measure=item.measure.title, by=signed(item.move.by), now=item.now)
        record: Data = {"kind": "measure", "text": text, "citations": citations(item.move.cites, book)}
        record |= {"measure": item.move.measure, "by": item.move.by}
        return record | ({"story": True} if item.move.story else {})
    if isinstance(item, Found):
        return {
            "kind": "fact",
            "text": said("record.known" if item.known else "record.done", fact=item.says),
            "citations": [],
            "fact": item.word,
            "known": item.known,
        }
    if isinstance(item, Happened):
        return _event_record(item)
    return {
        "kind": "ending",
        "text": item.ending.text.strip(),
        "citations": [],
        "ending": item.ending.id,
        "title": item.ending.title,
    }


def _event_record(item: Happened) -> Data:
    event = item.event
    record: Data = {
        "kind": "event",
        "text": event.text.strip(),
        "citations": [],
        "event": event.id,
        "month": event.month,
        "when": month_in_words(item.date),
    }
    if event.chance is not None and event.about is not None:
        record |= {"chance": event.chance, "about": event.about, "luck": luck_sentence(event.chance, event.about)}
    return record


def finding_record(item: Finding, book: Rulebook) -> Data:
    """A finding with everything that explains it."""
    ruling, entry = item.ruling, item.ruling.rule.entry
    capacity = str(item.act.value("capacity"))
    regard = ruling.provision is not ruling.rule.provision
    record: Data = {
        "kind": "finding",
        "text": finding_sentence(ruling.verdict, item.holder, item.part, capacity, ruling.provision.gist),
        "citations": citations(item.cites, book),
        "rule": entry.id,
        "verdict": ruling.verdict,
        "holder": item.holder,
        "your_part": item.part,
        "tags": list(item.tags),
        "because": entry.departure.says if regard and entry.departure else entry.because,
        "instead": entry.instead,
        "points": item.points,
        "since": since(ruling.provision, book),
        "title": entry.title,
        "modality": ruling.provision.modality,
        "theme": ruling.provision.theme,
        "rests_on": rests_on(ruling.provision, book),
        "differences": differences(item.cites, book),
    }
    if item.dimension:
        title = book.vocabulary.dimension[item.dimension].says
        record |= {"dimension": item.dimension, "dimension_title": title, "by": item.by}
    return record


def citations(names: Iterable[str], book: Rulebook) -> list[Data]:
    """Citations of provisions by id, in order."""
    found = [book.guidance.cite(name) for name in names]
    return [{"provision": c.provision, "source": c.source, "pinpoint": c.pinpoint, "quote": c.quote} for c in found]


def since(provision: Provision, book: Rulebook) -> list[Data]:
    """What has become of a provision: its edition's note first, then what has overtaken it."""
    source = book.guidance.source_of(provision)
    lines: list[Data] = []
    if source.note:
        lines.append({"text": source.note, "instrument": "", "date": "", "sure": True})
    for item in provision.since:
        day = show(item.date) if item.date else ""
        text = since_sentence(item.what, item.instrument, day, item.sure)
        lines.append({"text": text, "instrument": item.instrument, "date": item.date, "sure": item.sure})
    return lines


def differences(names: Iterable[str], book: Rulebook) -> list[str]:
    """Where the 2005 wording, the draft or a council's profile differs from provisions, as sentences."""
    sources = book.guidance.sources
    found = dict.fromkeys(item for name in names for item in book.guidance.differences_at(name))
    return [difference_sentence(sources[item.in_].kind, item.says) for item in found]


def rests_on(provision: Provision, book: Rulebook) -> list[Data]:
    """The law a provision restates, as pointers."""
    laws = [book.guidance.laws[name] for name in provision.rests_on]
    return [
        {
            "law": law.id,
            "instrument": law.instrument,
            "section": law.section,
            "gist": law.gist,
            "limit": law.limit,
            "sure": law.sure,
        }
        for law in laws
    ]


def scenario_record(scenario: Scenario) -> Data:
    """What `list` says of a scenario."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "summary": scenario.summary,
        "minutes": scenario.minutes,
        "date": scenario.date.isoformat(),
        "themes": list(scenario.themes),
        "scenes": len(scenario.scene),
    }
