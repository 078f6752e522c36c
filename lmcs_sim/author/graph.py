"""The graph of a scenario as lines: every scene told once, indented where only some plays come by."""

from collections.abc import Iterable, Iterator

from lmcs_sim.author.graph_parts import Graph, Part, SceneParts, graph_of, leads_phrase
from lmcs_sim.author.phrases import indented
from lmcs_sim.prove.proof import Proof
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.words.interface import counted


def graph_lines(scenario: Scenario, proof: Proof | None) -> Iterator[str]:
    """A scenario's shape in words, in lines of a terminal's width: `graph_texts` wrapped."""
    for depth, text in graph_texts(scenario, proof):
        yield from indented(text, depth) or [""]


def graph_texts(scenario: Scenario, proof: Proof | None) -> Iterator[tuple[int, str]]:
    """A scenario's shape in words, with what is proved of it where the proof is whole: how far in, and a text.

    Each scene has a number, by which what leads to it refers to it. It stands after all that leads to it, and
    further in than the scene before it where a play may go round it.
    """
    graph = graph_of(scenario, proof)
    yield 0, f"{graph.title} ({graph.id})"
    for line in graph.opening:
        yield 0, line
    if any(scene.depth for scene in graph.scenes):
        yield 0, "A scene that stands further in is one that only some plays come by."
    for scene in graph.scenes:
        yield 0, ""
        yield from _scene_texts(scene, graph)
    yield from _event_texts(graph)
    yield from _ending_texts(graph)


def _scene_texts(scene: SceneParts, graph: Graph) -> Iterator[tuple[int, str]]:
    alone = ["Nothing leads here."] if scene.part.id in graph.orphans else []
    month = f"Month {scene.month}, {graph.months[scene.month]}."
    head = f"Scene {scene.number}, {scene.part.id}: {_closed(scene.part.text)}"
    yield scene.depth, " ".join([head, month, *alone, *_known(scene.part)])
    for enquiry in scene.enquiries:
        yield scene.depth + 1, _part_line(enquiry)
    for option in scene.options:
        yield scene.depth + 1, _part_line(option.part, f"Leads {leads_phrase(option, graph)}.")


def _event_texts(graph: Graph) -> Iterator[tuple[int, str]]:
    if not graph.events:
        return
    yield 0, ""
    yield 0, f"{counted(len(graph.events), 'event').capitalize()}, by month:"
    for month, event in graph.events:
        yield 1, _part_line(event, f"Month {month}, {graph.months[month]}.")


def _ending_texts(graph: Graph) -> Iterator[tuple[int, str]]:
    yield 0, ""
    yield 0, f"The end, month {graph.ends}, {graph.months[graph.ends]}: the first ending whose condition holds."
    for ending in graph.endings:
        yield 1, _part_line(ending)


def _part_line(part: Part, *more: str) -> str:
    """A part in a line: its kind and id, its text, then what its file and the proof say of it."""
    head = f"{part.kind.capitalize()} {part.id}: {_closed(part.text)}"
    return " ".join([head, *_sentences(part.notes), *more, *_known(part)])


def _known(part: Part) -> list[str]:
    """What the proof knows of a part."""
    return [*_sentences(part.mark.words), *_chance(part)]


def _chance(part: Part) -> list[str]:
    said = part.mark.chance
    return [f"Chance: {said}."] if said else []


def _sentences(phrases: Iterable[str]) -> list[str]:
    return [f"{phrase[0].upper()}{phrase[1:]}." for phrase in phrases]


def _closed(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.rstrip("\"'”’)")[-1:] in (".", "?", "!", "…") else f"{text}."
