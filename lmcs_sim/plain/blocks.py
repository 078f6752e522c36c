"""What the plain face says, block by block, as lines."""

from collections.abc import Iterator

from lmcs_sim.guidance.dates import add_months
from lmcs_sim.plain.paragraphs import WIDTH, paragraphs, wrapped
from lmcs_sim.play.consequence import Consequence, Step
from lmcs_sim.play.game import attention_left, choices_on_offer, enquiries_on_offer
from lmcs_sim.play.play import Play
from lmcs_sim.play.record import Data, consequence_record, finding_record
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.dates import month_in_words
from lmcs_sim.words.interface import signed
from lmcs_sim.words.safe import harmless
from lmcs_sim.words.verdicts import PARTS, WORDS, holder_in_words


def scene_lines(play: Play) -> Iterator[str]:
    """The scene that is open, its text and what is on offer."""
    scene = play.game.scene(play.situation)
    day = add_months(play.game.scenario.date, scene.month)
    yield ""
    yield from paragraphs(f"{scene.title or scene.id}. {month_in_words(day)}", said("page.label.scene"))
    yield from paragraphs(scene.text)
    yield from choice_lines(play)


def choice_lines(play: Play) -> Iterator[str]:
    """What may be asked and decided now, numbered."""
    scene = play.game.scene(play.situation)
    enquiries = enquiries_on_offer(play.game, play.situation)
    yield ""
    if scene.enquiry:
        left = said("attention.left", left=attention_left(play.game, play.situation), whole=scene.attention)
        yield said("plain-play.ask" if enquiries else "plain-play.ask-no-more", left=left)
        for number, enquiry in enumerate(enquiries, start=1):
            yield from _numbered(number, said("scene.costs", text=enquiry.text, attention=enquiry.costs), enquiry.id)
    yield said("plain-play.decide")
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
    yield from paragraphs(says, said("plain-play.result" if step.is_choice else "plain-play.answer"))
    for item in step.story:
        yield from _story_lines(item, play.game.book)
    for finding in step.findings:
        yield from finding_lines(finding_record(finding, play.game.book))
    if step.ending is not None:
        yield ""
        yield from paragraphs(f"{step.ending.title}.", said("plain-play.ending"))
        yield from paragraphs(step.ending.text)


def _story_lines(item: Consequence, book: Rulebook) -> Iterator[str]:
    record = consequence_record(item, book)
    if record["kind"] == "measure":
        yield from measure_lines(record)
    elif record["kind"] == "event":
        yield ""
        yield from paragraphs(str(record["text"]), said("result.later", when=record["when"]))
        if "luck" in record:
            yield from paragraphs(str(record["luck"]), said("plain-debrief.luck"))
    else:
        yield from paragraphs(str(record["text"]))


def measure_lines(record: Data) -> Iterator[str]:
    """A measure that moved, and what it rests on."""
    yield from paragraphs(f"{record['text']}.", said("page.label.measure"))
    if record.get("story"):
        yield from paragraphs(said("plain-play.no-sources"), said("page.label.sources"))
    else:
        yield from _sources(record)


def finding_lines(record: Data, whole: bool = False) -> Iterator[str]:
    """A finding: verdict, whose duty, why, the words it rests on; the rest of its reasons if `whole`."""
    yield ""
    verdict = str(record["verdict"])
    if "dimension" in record:
        by = signed(int(str(record["by"])))
        counts = said("page.points-quality", dimension=record["dimension_title"], points=by)
        head = f"{WORDS[verdict]}, {counts}"
    else:
        counts = said("page.points-duty", points=signed(int(str(record["points"]))))
        head = f"{WORDS[verdict]}. {record['title']} ({counts})"
    yield from paragraphs(head, said("plain-play.finding"))
    yield from paragraphs(str(record["text"]))
    if "dimension" not in record:
        holder = holder_in_words(str(record["holder"]))
        yield from paragraphs(said("page.whose-part", whose=holder, part=PARTS[str(record["your_part"])]))
    for tag in record["tags"]:  # type: ignore[attr-defined]
        yield from paragraphs(tag, said("page.label.trap"))
    yield from paragraphs(str(record["because"]), said("page.label.because"))
    if verdict not in ("met", "taken-up", "used"):
        yield from paragraphs(str(record["instead"]), said("page.label.instead"))
    yield from _sources(record, None if whole else 1)
    since: list[Data] = record["since"]  # type: ignore[assignment]
    for line in since if whole else since[:1]:
        yield from paragraphs(str(line["text"]), said("page.label.since"))
    differences: list[str] = record["differences"]  # type: ignore[assignment]
    for difference in differences if whole else ():
        yield from paragraphs(difference, said("plain-play.difference"))


def _sources(record: Data, most: int | None = None) -> Iterator[str]:
    cited: list[Data] = record["citations"]  # type: ignore[assignment]
    for citation in cited[:most]:
        yield from paragraphs(
            f'{citation["source"]}, {citation["pinpoint"]}: "{citation["quote"]}"', said("page.label.sources")
        )
