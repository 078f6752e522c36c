"""The shape of a scenario: which scene leads where, and what is wrong with it."""

from collections.abc import Iterator, Mapping

from lmcs_sim.faults import Fault, did_you_mean, fault, nearest
from lmcs_sim.scenario.scenario import END, Choice, Scenario, Scene


def leads_of(scene: Scene) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Where a scene's choices lead, each with its key path inside the scene."""
    for position, choice in enumerate(scene.choice):
        for number, lead in enumerate(choice.leads):
            yield lead.to, ("choice", position, "leads", number, "to")


def faults_in_graph(scenario: Scenario) -> list[Fault]:
    """Leads to nowhere, loops, months that fall, and leads without a last resort; by key path."""
    found = []
    scenes = {scene.id: scene for scene in scenario.scene}
    if scenario.starts not in scenes:
        found.append(_no_scene(scenario.starts, scenes, "starts"))
    for position, scene in enumerate(scenario.scene):
        for to, path in leads_of(scene):
            if to != END and to not in scenes:
                found.append(_no_scene(to, (*scenes, END), "scene", position, *path))
            elif to != END and scenes[to].month < scene.month:
                cause = f"{to!r} is in month {scenes[to].month}, before month {scene.month}"
                found.append(fault("E031", cause, "Give the later scene the later month.", "scene", position, *path))
        for number, choice in enumerate(scene.choice):
            found += [bad.within("scene", position, "choice", number) for bad in _last_resort(choice)]
    return found or _loops(scenario, scenes)


def _no_scene(to: str, known: Mapping[str, Scene] | tuple[str, ...], *path: str | int) -> Fault:
    return fault("E014", f"no scene {to!r}", did_you_mean(to, known), *path)


def _last_resort(choice: Choice) -> Iterator[Fault]:
    if not choice.leads:
        yield fault("E032", f"{choice.id!r} leads nowhere", f'Name a scene, or "{END}".', "leads")
        return
    for number, lead in enumerate(choice.leads):
        last = number == len(choice.leads) - 1
        if last and lead.when is not None:
            yield fault(
                "E032", "the last lead has a condition", "Take its `when` out, or add a lead after it.", "leads", number
            )
        if not last and lead.when is None:
            yield fault(
                "E032", "no lead after this one is ever taken", "Give it a `when`, or put it last.", "leads", number
            )


def _loops(scenario: Scenario, scenes: Mapping[str, Scene]) -> list[Fault]:
    """One fault for each lead that closes a circle."""
    positions = {scene.id: position for position, scene in enumerate(scenario.scene)}
    found: list[Fault] = []
    closed = {END}
    trail = {scenario.starts: leads_of(scenes[scenario.starts])}
    while trail:
        name, leads = next(reversed(trail.items()))
        to, path = next(leads, (None, ()))
        if to is None:
            closed.add(name)
            del trail[name]
        elif to in trail:
            names = list(trail)
            circle = " -> ".join([*names[names.index(to) :], to])
            cure = "Lead on to another scene: a play never comes back to one."
            found.append(
                fault("E030", f"scenes lead round in a circle: {circle}", cure, "scene", positions[name], *path)
            )
        elif to not in closed:
            trail[to] = leads_of(scenes[to])
    return found


def unreached(scenario: Scenario) -> Iterator[Fault]:
    """Scenes that nothing reached leads to. A lead to no scene counts for the scene it was likely meant for."""
    if not all(scene.choice for scene in scenario.scene):
        return
    names = [scene.id for scene in scenario.scene]
    leads: dict[str, list[str]] = {}
    for scene in scenario.scene:
        leads.setdefault(scene.id, []).extend(to for to, _ in leads_of(scene))
    waiting, reached = [scenario.starts], {END}
    while waiting:
        meant = waiting.pop()
        name = meant if meant in leads or meant == END else nearest(meant, names)
        if name is not None and name not in reached:
            reached.add(name)
            waiting += [to for to in leads[name] if to not in reached]
    for n, scene in enumerate(scenario.scene):
        if scene.id not in reached:
            cure = f'Let a choice of a scene that is reached lead to it: leads = "{scene.id}"; or take it out.'
            yield fault("E080", f"nothing that is reached leads to scene {scene.id!r}", cure, "scene", n, "id")


def in_order(scenario: Scenario) -> tuple[str, ...]:
    """The scenes that can be led to, each before those it leads to; then the end. For a scenario without loops."""
    finished: dict[str, None] = {END: None}
    trail = {scenario.starts: leads_of(scenario.scenes[scenario.starts])}
    while trail:
        name, leads = next(reversed(trail.items()))
        to = next((to for to, _ in leads if to not in finished), None)
        if to is None:
            finished[name] = None
            del trail[name]
        else:
            trail[to] = leads_of(scenario.scenes[to])
    return tuple(reversed(finished))


def longest_path(scenario: Scenario) -> int:
    """How many scenes the longest way through passes."""
    lengths: dict[str, int] = {END: 0}

    def length(name: str) -> int:
        if name not in lengths:
            lengths[name] = 1 + max(length(to) for to, _ in leads_of(scenario.scenes[name]))
        return lengths[name]

    return length(scenario.starts)
