"""The bare contestant: the benchmark story as tables, played at random and merged exhaustively in plain Python.

It judges nothing, explains nothing and keeps no path: the least that a random play or an exhaustive answer can cost.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

Values = tuple[int, ...]


class Bare(NamedTuple):
    """The story as tables: each stage's texts, and its choices as (condition, movements, text, outcome).

    A condition is a measure's position and the least it must stand at; None where there is none.
    """

    start: Values
    stages: list[tuple[list[str], list[tuple[tuple[int, int] | None, list[tuple[int, int]], str, str]]]]
    endings: list[tuple[str, int]]
    ends_on: int


def bare(story: Mapping[str, Any]) -> Bare:
    """The tables of a story."""
    at = {name: position for position, name in enumerate(story["vars"])}

    def choice(given: Mapping[str, Any]) -> tuple[tuple[int, int] | None, list[tuple[int, int]], str, str]:
        condition = None
        if given["cond"]:
            name, sign, least = given["cond"]
            assert sign == ">=", sign
            condition = at[name], least
        return condition, [(at[name], by) for name, by in given["effects"].items()], given["text"], given["outcome"]

    stages = [(stage["text"], [choice(each) for each in stage["choices"]]) for stage in story["stages"]]
    endings = [(name, least) for name, least in story["endings"]]
    return Bare(tuple(story["vars"].values()), stages, endings, at[story["ending_on"]])


def play(story: Bare, number: int) -> tuple[int, Values, list[str]]:
    """One random play from a number of 32 bits: the next number, where the measures end, and all that was said."""
    values, said = list(story.start), []
    for texts, choices in story.stages:
        said.extend(texts)
        offered = [each for each in choices if each[0] is None or values[each[0][0]] >= each[0][1]]
        said.extend([each[2] for each in offered])
        number ^= number << 13 & 0xFFFFFFFF
        number ^= number >> 17
        number ^= number << 5 & 0xFFFFFFFF
        _, moves, _, outcome = offered[number % len(offered)]
        said.append(outcome)
        for position, by in moves:
            values[position] += by
    said.append(next(name for name, least in story.endings if values[story.ends_on] >= least))
    return number, tuple(values), said


def merge(story: Bare) -> dict[str, int | float]:
    """Every play at once, stage by stage, equal values merged; then the best that each can still come to, backward."""
    reached: dict[Values, tuple[int, float]] = {story.start: (1, 1.0)}
    stages: list[dict[Values, list[tuple[int, Values]]]] = []
    offered_ever: set[tuple[int, int]] = set()
    for number, (_, choices) in enumerate(story.stages):
        nexts: dict[Values, tuple[int, float]] = {}
        edges: dict[Values, list[tuple[int, Values]]] = {}
        for values, (ways, chance) in reached.items():
            offered = [
                (which, each[1])
                for which, each in enumerate(choices)
                if each[0] is None or values[each[0][0]] >= each[0][1]
            ]
            share = chance / len(offered)
            edges[values] = out = []
            for which, moves in offered:
                offered_ever.add((number, which))
                moved = list(values)
                for position, by in moves:
                    moved[position] += by
                to = tuple(moved)
                out.append((which, to))
                before = nexts.get(to)
                nexts[to] = (ways, share) if before is None else (before[0] + ways, before[1] + share)
        stages.append(edges)
        reached = nexts
    best = {values: values[story.ends_on] for values in reached}
    ever_best: set[tuple[int, int]] = set()
    for number in range(len(stages) - 1, -1, -1):
        below = {}
        for values, out in stages[number].items():
            below[values] = most = max([best[to] for _, to in out])
            ever_best.update([(number, which) for which, to in out if best[to] == most])
        best = below
    ends = [values[story.ends_on] for values in reached]
    return {
        "paths": sum(ways for ways, _ in reached.values()),
        "states": sum(len(each) for each in stages) + len(reached),
        "best": best[story.start],
        "worst": min(ends),
        "expected": sum(end * chance for end, (_, chance) in zip(ends, reached.values(), strict=True)),
        "never_offered": sum(len(choices) for _, choices in story.stages) - len(offered_ever),
        "never_best": len(offered_ever - ever_best),
    }
