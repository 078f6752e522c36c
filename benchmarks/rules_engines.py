"""The same rules in each peer's own form: given an act's facts, the ids of the rules that fire."""

import json
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import clips
import rule_engine
import zen
from rules_made import FIELDS, Made, conditions

Fires = Callable[[Any], list[str]]
Ready = Callable[[dict[str, object]], Any]
"""Plain facts to what the engine takes, made before the clock starts."""


def versions() -> str:
    """The peers' versions."""
    return ", ".join(f"{name} {version(name)}" for name in ("clipspy", "zen-engine", "rule-engine"))


# --- clipspy: one fact per act; the agenda names the rules it activates, and running them would only add time ---


def clipspy(made: Made) -> tuple[Ready, Fires]:
    """One pattern per rule; words are symbols made beforehand."""
    environment = clips.Environment()
    slots = " ".join(f"(slot {name})" for name in FIELDS[:-1])
    environment.build(f"(deftemplate act {slots} (multislot done))")
    for entry in made.entries:
        patterns = " ".join(_clips_slot(*condition) for condition in conditions(entry))
        environment.build(f"(defrule {entry.id} (act {patterns}) =>)")
    template = environment.find_template("act")

    def ready(facts: dict[str, Any]) -> dict[str, object]:
        symbols = {name: clips.Symbol(word) for name, word in facts.items() if name != "done"}
        return {**symbols, "done": [clips.Symbol(word) for word in facts["done"]]}

    def fires(facts: dict[str, object]) -> list[str]:
        fact = template.assert_fact(**facts)
        fired = [activation.name for activation in environment.activations()]
        fact.retract()
        return fired

    return ready, fires


def _clips_slot(name: str, how: str, words: tuple[str, ...]) -> str:
    if name != "done":
        return f"({name} {'|'.join(words)})" if how == "in" else f"({name} {'&'.join(f'~{word}' for word in words)})"
    members = " ".join(f"(member$ {word} ?d)" for word in words)
    test = {"all": f"(and {members} TRUE)", "any": f"(or {members} FALSE)", "none": f"(not (or {members} FALSE))"}[how]
    return f"(done $?d&:{test})"


# --- zen-engine: one decision table that collects, parsed once and given through a loader ---


def zen_engine(made: Made, trace: bool = False) -> tuple[Ready, Fires]:
    """One row per rule."""
    content = zen.ZenDecisionContent(json.dumps(_zen_table(made)))
    engine = zen.ZenEngine({"loader": lambda _: content})
    options = {"trace": trace}

    def fires(facts: dict[str, object]) -> list[str]:
        return [row["rule"] for row in engine.evaluate("table", facts, options)["result"]]

    return lambda facts: facts, fires


def _zen_table(made: Made) -> dict[str, object]:
    rows = []
    for entry in made.entries:
        row = {"_id": entry.id, "fires": json.dumps(entry.id)}
        rows.append(row | {name: _zen_cell(name, how, words) for name, how, words in conditions(entry)})
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "type": "expression", "field": name} for name in FIELDS],
        "outputs": [{"id": "fires", "name": "fires", "type": "expression", "field": "rule"}],
        "rules": rows,
    }
    at = {"position": {"x": 0, "y": 0}}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", **at},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table, **at},
        {"id": "out", "type": "outputNode", "name": "out", **at},
    ]
    edges = [
        {"id": f"{one}-{other}", "sourceId": one, "targetId": other, "type": "edge"}
        for one, other in (("in", "table"), ("table", "out"))
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def _zen_cell(name: str, how: str, words: tuple[str, ...]) -> str:
    quoted = [json.dumps(word) for word in words]
    if name != "done":
        return ", ".join(quoted) if how == "in" else f"not($ in [{', '.join(quoted)}])"
    held = [f"contains($, {word})" for word in quoted]
    # Not `not(… or …)`: in a cell, zen-engine 2.1.3 finds that false where neither word is there.
    lacking = [f"not({each})" for each in held]
    return {"all": " and ".join(held), "any": " or ".join(held), "none": " and ".join(lacking)}[how]


# --- rule-engine: one expression per rule, tried one after another ---


def rule_engine_(made: Made) -> tuple[Ready, Fires]:
    """The expressions are parsed beforehand."""
    rules = [(entry.id, rule_engine.Rule(" and ".join(_expressions(entry)))) for entry in made.entries]

    def fires(facts: dict[str, object]) -> list[str]:
        return [name for name, rule in rules if rule.matches(facts)]

    # It has no absent fields: reading one is an error.
    absent = dict.fromkeys(FIELDS, "none")
    return lambda facts: absent | facts, fires


def _expressions(entry: Any) -> Iterator[str]:
    for name, how, words in conditions(entry):
        if name == "done":
            held = [f'"{word}" in done' for word in words]
            joined = f"({' and '.join(held) if how == 'all' else ' or '.join(held)})"
            yield f"not {joined}" if how == "none" else joined
        elif len(words) == 1:
            yield f'{name} {"==" if how == "in" else "!="} "{words[0]}"'
        else:
            listed = ", ".join(f'"{word}"' for word in words)
            yield f"{'' if how == 'in' else 'not '}({name} in [{listed}])"


PEERS: dict[str, Callable[[Made], tuple[Ready, Fires]]] = {
    "clipspy": clipspy,
    "zen-engine": zen_engine,
    "zen-engine, with trace": lambda made: zen_engine(made, trace=True),
    "rule-engine": rule_engine_,
}
