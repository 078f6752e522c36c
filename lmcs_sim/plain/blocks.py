"""What the plain face says, block by block, as lines."""

from collections.abc import Iterator

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.plain.paragraphs import WIDTH, paragraphs, wrapped
from lmcs_sim.play.consequence import Consequence, Step
from lmcs_sim.play.game import attention_left, choices_on_offer, enquiries_on_offer
from lmcs_sim.play.play import Play
from lmcs_sim.play.record import Data, consequence_record, finding_record
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.words.interface import attention_line, signed
from lmcs_sim.words.safe import harmless
from lmcs_sim.words.verdicts import PARTS, WORDS, holder_in_words


def scene_lines(play: Play) -> Iterator[str]:
    """The scene that is open, its text and what is on offer."""
    scene = play.game.scene(play.situation)
    day = add_months(play.game.scenario.date, scene.month)
    yield ""
    yield from paragraphs(f"{scene.title or scene.id}. {day:%B %Y}", "Scene")
    yield from paragraphs(scene.text)
    yield from choice_lines(play)


def choice_lines(play: Play) -> Iterator[str]:
    """What may be asked and decided now, numbered."""
    scene = play.game.scene(play.situation)
    enquiries = enquiries_on_offer(play.game, play.situation)
    yield ""
    if scene.enquiry:
        left = attention_line(attention_left(play.game, play.situation), scene.attention)
        yield f"Ask first: {left}." if enquiries else f"Ask first: nothing more. {left}."
        for number, enquiry in enumerate(enquiries, start=1):
            yield from _numbered(number, f"{enquiry.text} (costs {enquiry.costs})", enquiry.id)
    yield "Decide:"
    for number, choice in enumerate(choices_on_offer(play.game, play.situation), start=len(enquiries) + 1):
        yield from _numbered(number, choice.text, choice.id)


def _numbered(number: int, text: str, name: str) -> Iterator[str]:
    lines = wrapped(f"{harmless(' '.join(text.split()))} [{harmless(name)}]", WIDTH - 4)
    for position, line in enumerate(lines):
        yield f"{number:>2}. {line}" if position == 0 else f"    {line}"


def step_lines(play: Play, step: Step, scene: str) -> Iterator[str]:
    """What followed from a step: first the story, then what changed, then the judgement."""
    says = play.game.scenario.scenes[scene].step(step.id).says
    yield ""
    yield from paragraphs(says, "Result" if step.is_choice else "Answer")
    for item in step.story:
        yield from _story_lines(item, play.game.book)
    for finding in step.findings:
        yield from finding_lines(finding_record(finding, play.game.book))
    if step.ending is not None:
        yield ""
        yield from paragraphs(f"{step.ending.title}.", "Ending")
        yield from paragraphs(step.ending.text)


def _story_lines(item: Consequence, book: Rulebook) -> Iterator[str]:
    record = consequence_record(item, book)
    if record["kind"] == "measure":
        yield from measure_lines(record)
    elif record["kind"] == "event":
        yield ""
        yield from paragraphs(str(record["text"]), f"Later, {record['when']}")
        if "luck" in record:
            yield from paragraphs(str(record["luck"]), "Luck")
    else:
        yield from paragraphs(str(record["text"]))


def measure_lines(record: Data) -> Iterator[str]:
    """A measure that moved, and what it rests on."""
    yield from paragraphs(f"{record['text']}.", "Measure")
    if record.get("story"):
        yield "Sources: none; the story moves it."
    else:
        yield from _sources(record)


def finding_lines(record: Data, whole: bool = False) -> Iterator[str]:
    """A finding: verdict, whose duty, why, the words it rests on; the rest of its reasons if `whole`."""
    yield ""
    verdict = str(record["verdict"])
    if "dimension" in record:
        head = f"{WORDS[verdict]}, quality, not duty: {record['dimension_title']} {signed(int(str(record['by'])))}"
    else:
        head = f"{WORDS[verdict]}. {record['title']} ({signed(int(str(record['points'])))} duty)"
    yield from paragraphs(head, "Finding")
    yield from paragraphs(str(record["text"]))
    if "dimension" not in record:
        holder = holder_in_words(str(record["holder"]))
        yield from paragraphs(f"{holder}. Your part: {PARTS[str(record['your_part'])]}.", "Whose duty")
    for tag in record["tags"]:  # type: ignore[attr-defined]
        yield f"Trap: {tag}"
    yield from paragraphs(str(record["because"]), "Because")
    if verdict not in ("met", "taken-up", "used"):
        yield from paragraphs(str(record["instead"]), "Instead")
    yield from _sources(record, None if whole else 1)
    since: list[Data] = record["since"]  # type: ignore[assignment]
    for line in since if whole else since[:1]:
        yield from paragraphs(str(line["text"]), "Since")
    differences: list[str] = record["differences"]  # type: ignore[assignment]
    for said in differences if whole else ():
        yield from paragraphs(said, "Difference")


def _sources(record: Data, most: int | None = None) -> Iterator[str]:
    cited: list[Data] = record["citations"]  # type: ignore[assignment]
    for citation in cited[:most]:
        yield from paragraphs(f'{citation["source"]}, {citation["pinpoint"]}: "{citation["quote"]}"', "Sources")
