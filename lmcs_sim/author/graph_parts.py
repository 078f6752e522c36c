"""The parts of a scenario as its graph shows them, in every format alike: each with its text and its mark."""

import textwrap

from attrs import frozen

from lmcs_sim.author.graph_marks import Mark, Marks, lead_key, marks_of, proof_lines
from lmcs_sim.author.graph_order import order_of
from lmcs_sim.author.phrases import condition_phrase
from lmcs_sim.guidance.dates import add_months
from lmcs_sim.prove.proof import Proof
from lmcs_sim.scenario.scenario import END, Choice, Ending, Enquiry, Event, Scenario, Scene
from lmcs_sim.words.interface import counted
from lmcs_sim.words.verdicts import LUCK

_EVENT = 120
"""Characters of an event's text: enough to know it by."""


@frozen
class Part:
    """A scene, an enquiry, a choice, an event or an ending. `notes` say what its file says of it, beside its text."""

    kind: str
    id: str
    text: str
    mark: Mark
    notes: tuple[str, ...] = ()


@frozen
class Way:
    """Where a choice leads, under which condition, and whether the best path goes there."""

    to: str
    condition: str
    best: bool
    dead: bool


@frozen
class Option:
    """A choice and where it leads."""

    part: Part
    ways: tuple[Way, ...]


@frozen
class SceneParts:
    """A scene with what may be taken in it. Its number counts from 1 in reading order."""

    part: Part
    number: int
    month: int
    depth: int
    layer: int
    enquiries: tuple[Part, ...]
    options: tuple[Option, ...]


@frozen
class Graph:
    """Everything there is to draw. `opening` says what it is and how much is proved."""

    id: str
    title: str
    opening: tuple[str, ...]
    scenes: tuple[SceneParts, ...]
    events: tuple[tuple[int, Part], ...]
    """By month, then in file order."""
    endings: tuple[Part, ...]
    ends: int
    """The month of the end."""
    orphans: tuple[str, ...]
    months: dict[int, str]
    """Each month in words."""

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each scene by its id."""
        return {scene.part.id: scene.number for scene in self.scenes}


def graph_of(scenario: Scenario, proof: Proof | None) -> Graph:
    """The graph of a scenario, with what a proof of it knows where it is whole."""
    order, marks = order_of(scenario), marks_of(scenario, proof)
    scenes = tuple(
        _scene(scenario.scenes[name], number, order.depth[name], order.layer[name], marks)
        for number, name in enumerate(order.scenes, start=1)
    )
    events = sorted(scenario.event, key=lambda event: event.month)
    months = {*(scene.month for scene in scenario.scene), *(event.month for event in events), scenario.ends}
    return Graph(
        scenario.id,
        one_line(scenario.title),
        (_size(scenario), *proof_lines(proof)),
        scenes,
        tuple((event.month, _event(event, marks)) for event in events),
        tuple(_ending(ending, marks) for ending in scenario.ending),
        scenario.ends,
        order.orphans,
        {month: f"{add_months(scenario.date, month):%B %Y}" for month in sorted(months)},
    )


def leads_phrase(option: Option, graph: Graph) -> str:
    """Where a choice leads, by the numbers of scenes: "to scene 2 if tested is done, to the end otherwise"."""
    said = []
    for way in option.ways:
        only = "" if len(option.ways) == 1 else " otherwise"
        said.append(f"{_to(way, graph)}{f' if {way.condition}' if way.condition else only}")
    return ", ".join(said) or "nowhere"


def _to(way: Way, graph: Graph) -> str:
    if way.to == END:
        return "to the end"
    number = graph.numbers.get(way.to)
    return f"to scene {number}" if number else f"to {way.to!r}, which is no scene"


def _size(scenario: Scenario) -> str:
    choices = sum(len(scene.choice) for scene in scenario.scene)
    parts = (
        counted(len(scenario.scene), "scene"),
        counted(choices, "choice"),
        counted(len(scenario.event), "event"),
        counted(len(scenario.ending), "ending"),
    )
    said = ", ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


def _scene(scene: Scene, number: int, depth: int, layer: int, marks: Marks) -> SceneParts:
    part = Part("scene", scene.id, one_line(scene.title) or scene.id, marks.of(scene.id))
    enquiries = tuple(_enquiry(scene, enquiry, marks) for enquiry in scene.enquiry)
    options = tuple(_option(scene, choice, marks) for choice in scene.choice)
    return SceneParts(part, number, scene.month, depth, layer, enquiries, options)


def _enquiry(scene: Scene, enquiry: Enquiry, marks: Marks) -> Part:
    notes = (f"costs {enquiry.costs}",)
    return Part("enquiry", enquiry.id, one_line(enquiry.text), marks.of(f"{scene.id}/{enquiry.id}"), notes)


def _option(scene: Scene, choice: Choice, marks: Marks) -> Option:
    mark = marks.of(f"{scene.id}/{choice.id}")
    ways = tuple(
        Way(
            lead.to,
            condition_phrase(lead.when),
            mark.best and lead_key(scene.id, lead.to) in marks.walked,
            mark.dead or (lead.to != END and marks.of(lead.to).dead),
        )
        for lead in choice.leads
    )
    return Option(Part("choice", choice.id, one_line(choice.text), mark, _if(choice)), ways)


def _event(event: Event, marks: Marks) -> Part:
    luck = (f"{event.chance} in 100, about {LUCK.get(event.about or '', event.about)}",)
    notes = (*_if(event), *(("certain",) if event.chance is None else luck))
    text = textwrap.shorten(event.text, _EVENT, placeholder=" …")
    return Part("event", event.id, text, marks.of(f"event:{event.id}"), notes)


def _ending(ending: Ending, marks: Marks) -> Part:
    notes = _if(ending) or ("in any other case",)
    return Part("ending", ending.id, one_line(ending.title), marks.of(f"ending:{ending.id}"), notes)


def _if(item: Choice | Event | Ending) -> tuple[str, ...]:
    return () if item.when is None else (f"if {condition_phrase(item.when)}",)


def one_line(text: str) -> str:
    """A text with its line breaks taken out."""
    return " ".join(text.split())
