"""What every play of a tree comes to: each number of a proof, counted play by play."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from prove.brute import Node, Tree

from lmcs_sim.prove.proof import PLAYERS

Value = Callable[[Node], Any]
Branches = list[tuple[Fraction, Node]]


def dimensions(tree: Tree) -> list[str]:
    """The dimensions that some play moves."""
    return sorted({item[3] for node in tree.nodes for item in node.told.findings if item[3]})


def objectives(tree: Tree) -> dict[str, Value]:
    """What a play may be good at, each the greater the better."""
    found: dict[str, Value] = {"duty": lambda node: node.duty}
    for name in dimensions(tree):
        found[f"quality {name}"] = _quality(name)
    for name in tree.game.scenario.measure:
        found[f"outcomes {name}"] = _outcome(name)
    return found


def _quality(name: str) -> Value:
    return lambda node: node.quality.get(name, 0)


def _outcome(name: str) -> Value:
    return lambda node: dict(node.situation.measures)[name]


def shortest(nodes: list[Node], reached: Callable[[Node], bool]) -> int:
    """The steps of the shortest way to a node."""
    return min(len(node.path) for node in nodes if reached(node))


def assured(tree: Tree) -> tuple[int, int]:
    """The best duty a player can be sure of: most over the choices, least over luck."""

    def sure(node: Node) -> tuple[int, int]:
        return node.duty if node.ended else max(worst(branches) for branches in node.steps.values())

    def worst(branches: Branches) -> tuple[int, int]:
        return min(sure(node) for _, node in branches)

    return worst(tree.roots)


# --- Players ---


def shares(tree: Tree) -> Callable[[Node, str], Mapping[str, float]]:
    """How likely a player at a node is to take each id."""

    def mean(branches: Branches) -> tuple[Fraction, Fraction]:
        duties = [(chance, hoped(node)) for chance, node in branches]
        breached = sum((chance * duty[0] for chance, duty in duties), Fraction())
        return breached, sum((chance * duty[1] for chance, duty in duties), Fraction())

    @cache
    def hoped(node: Node) -> tuple[Fraction, Fraction]:
        """Breaches, the fewer the better, and points turned about so that fewer are better too."""
        if node.ended:
            return Fraction(node.breached), Fraction(-node.points)
        return min(mean(branches) for branches in node.steps.values())

    def taken(node: Node, player: str) -> Mapping[str, float]:
        names = list(node.steps)
        if player == "cautious":
            adverse = {name: node.steps[name][0][1].told.adverse for name in names}
            names = [name for name in names if adverse[name] == min(adverse.values())]
        if player == "best":
            names = [name for name in names if mean(node.steps[name]) == hoped(node)]
        return dict.fromkeys(names, 1 / len(names))

    return taken


@lru_cache(maxsize=len(PLAYERS))
def odds(tree: Tree, player: str) -> tuple[dict[str, float], list[tuple[Node, float]]]:
    """A player's chances, as a proof names them, and the chance of each of the plays it may play."""
    taken = shares(tree)
    found: dict[str, float] = defaultdict(float)
    ends: list[tuple[Node, float]] = []

    def walk(branches: Branches, before: str | None, likely: float) -> None:
        for chance, node in branches:
            here = likely * float(chance)
            for name in node.told.fired:
                found[f"event:{name}"] += here
            if node.ended:
                ends.append((node, here))
            elif node.situation.scene != before:
                found[node.situation.scene] += here
            for name, share in taken(node, player).items() if node.steps else ():
                found[node.named(name)] += here * share
                walk(node.steps[name], node.situation.scene, here * share)

    walk(tree.roots, None, 1.0)
    return found, ends


def averages(tree: Tree, ends: list[tuple[Node, float]]) -> dict[str, float]:
    """What a player comes to on average."""
    values: dict[str, Value] = {"breached": lambda node: node.breached, "points": lambda node: node.points}
    values |= {name: value for name, value in objectives(tree).items() if name != "duty"}
    return {name: sum(likely * value(node) for node, likely in ends) for name, value in values.items()}


def endings(tree: Tree) -> dict[str, dict[str, float]]:
    """Each ending's chance, by player."""
    found = {item.id: dict.fromkeys(PLAYERS, 0.0) for item in tree.game.scenario.ending}
    for player in PLAYERS:
        for node, likely in odds(tree, player)[1]:
            found[node.told.ending or ""][player] += likely
    return found


# --- What plays do not attain, and what they do not meet ---


def front(tree: Tree) -> list[tuple[tuple[int, int], int, int]]:
    """Duty, quality and outcomes attained together and not bettered on one without losing on another."""
    start = sum(item.start for item in tree.game.scenario.measure.values())
    attained = {
        (node.duty, sum(node.quality.values()), sum(now for _, now in node.situation.measures) - start)
        for node in tree.leaves
    }
    return sorted((one for one in attained if not any(_betters(other, one) for other in attained)), reverse=True)


def _betters(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return one != other and all(mine >= theirs for mine, theirs in zip(one, other, strict=True))


def never_met(tree: Tree) -> dict[str, set[str]]:
    """What no play meets, by kind."""
    scenario = tree.game.scenario
    offered = {node.named(name) for node in tree.nodes for name in node.steps}
    met = {node.situation.scene for node in tree.nodes} | {name for node in tree.nodes for name in node.told.fired}
    return {
        "scenes": {item.id for item in scenario.scene} - met,
        "choices": {f"{scene.id}/{item.id}" for scene in scenario.scene for item in scene.choice} - offered,
        "enquiries": {f"{scene.id}/{item.id}" for scene in scenario.scene for item in scene.enquiry} - offered,
        "endings": {item.id for item in scenario.ending} - {node.told.ending for node in tree.leaves},
        "events": {item.id for item in scenario.event} - met,
    }


def story_moves(tree: Tree) -> list[tuple[str, str, int]]:
    """Every movement for the story's sake, whether any play meets it or not."""
    scenario = tree.game.scenario
    at = [(f"{scene.id}/{item.id}", item.moves) for scene in scenario.scene for item in scene.steps]
    at += [(f"event:{item.id}", item.moves) for item in scenario.event]
    return [(name, move.measure, move.by) for name, moves in at for move in moves if move.story]


def choices_at(tree: Tree, node: Node) -> list[str]:
    """The choices on offer at a node, its enquiries left out."""
    return [] if node.ended else [item.id for item in tree.game.scene(node.situation).choice if item.id in node.steps]


def never_best(tree: Tree) -> set[str]:
    """Choices that are below another on some objective, and at no node and on no objective as good as the best."""
    below: set[str] = set()
    good: set[str] = set()
    for value in objectives(tree).values():
        highest = _highest(value)
        for node in tree.nodes:
            values = {name: highest(node.steps[name]) for name in choices_at(tree, node)}
            if len(set(values.values())) < 2:
                continue
            top = max(values.values())
            for name, attained in values.items():
                (good if attained == top else below).add(node.named(name))
    return below - good


def _highest(value: Value) -> Callable[[Branches], Any]:
    kept: dict[Node, Any] = {}

    def high(node: Node) -> Any:
        if node not in kept:
            kept[node] = value(node) if node.ended else max(map(highest, node.steps.values()))
        return kept[node]

    def highest(branches: Branches) -> Any:
        return max(high(node) for _, node in branches)

    return highest


# --- Choices that make no difference ---


def pairs(tree: Tree) -> Iterator[tuple[Node, str, str]]:
    """Every two choices on offer together, the first in the file's order first."""
    for node in tree.nodes:
        names = choices_at(tree, node)
        yield from ((node, one, other) for n, one in enumerate(names) for other in names[n + 1 :])


def differing(tree: Tree, seen: Callable[[Branches], object]) -> dict[tuple[str, str], bool]:
    """For each two choices that are on offer together somewhere, whether what is seen of them ever differs."""
    found: dict[tuple[str, str], bool] = {}
    for node, one, other in pairs(tree):
        pair = (node.named(one), node.named(other))
        found[pair] = found.get(pair, False) or seen(node.steps[one]) != seen(node.steps[other])
    return found


def in_the_open(branches: Branches) -> object:
    """Everything: the findings, the movements and the whole situation, luck by luck."""
    return {node.seeds: (node.told.findings, node.told.moves, node.situation) for _, node in branches}


def in_the_end() -> Callable[[Branches], object]:
    """All that can be told apart: findings, net movements, offers and endings to come, and how likely each is."""
    numbers: dict[object, int] = {}
    kept: dict[Node, int] = {}

    def future(node: Node) -> int:
        if node not in kept:
            net = Counter[str]()
            for measure, by, _ in node.told.moves:
                net[measure] += by
            moves = frozenset((measure, by) for measure, by in net.items() if by)
            offers = tuple((node.named(name), seen(branches)) for name, branches in node.steps.items())
            sight = (node.told.findings, moves, node.told.ending, offers)
            kept[node] = numbers.setdefault(sight, len(numbers))
        return kept[node]

    def seen(branches: Branches) -> object:
        found: dict[int, Fraction] = defaultdict(Fraction)
        for chance, node in branches:
            found[future(node)] += chance
        return frozenset(found.items())

    return seen
