#!/usr/bin/env python3
"""Rewrites the benchmark story as a scenario of this format: `python benchmarks/author_story.py`."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "story"
STORY, SCENARIO = HERE / "story.json", HERE / "benchmark-story.toml"

Table = dict[str, Any]

MEASURES = {
    "trust": ("Trust between you and the officers", "trust"),
    "evidence": ("Confidence in the figures", "confidence"),
    "safety": ("Confidence in the board", "confidence"),
    "budget": ("What the budget can bear", "money"),
    "timeliness": ("Time in hand", "time"),
    "partnership": ("Trust between the partners", "trust"),
}
PLACES = {
    "cabinet room": "cabinet",
    "scrutiny panel": "scrutiny",
    "partnership board": "safeguarding-board",
    "front door team": "private",
    "children's home": "private",
}
MATTERS = {
    "a whistleblower's note": "safeguarding",
    "a placement that broke down": "placement",
    "a late inspection letter": "partnership",
    "a gap in the sufficiency plan": "distant-placements",
    "a complaint from a care leaver": "leaving-care",
    "an overspend forecast": "budget",
}
ACTS: Mapping[str, list[Table]] = {
    "Challenge the risk assessment": [
        {"act": "challenge", "who": "director", "at": "HERE"},
        {"act": "challenge", "who": "director", "at": "private"},
        {"act": "challenge", "who": "director", "at": "front-of-partners"},
        {"act": "put-question", "at": "HERE"},
        {"act": "rely", "basis": "untested-assurance"},
        {"act": "vote", "at": "HERE"},
        {"act": "ask", "who": "director", "about": "cost"},
    ],
    "Visit and listen to the young people": [
        {"act": "hear", "who": "children-in-care"},
        {"act": "visit", "who": "front-line-team"},
        {"act": "promise", "what": "case-outcome"},
        {"act": "visit", "who": "children-in-care"},
        {"act": "see-file", "need": "anonymous-would-do"},
        {"act": "ask", "who": "children", "about": "childrens-experience"},
        {"act": "direct-case", "how": "interview-child"},
        {"act": "press-for", "what": "advocate"},
    ],
    "Defer to the next meeting": [
        {"act": "wait", "awaiting": "no-date"},
        {"act": "leave-to", "to": "host-council"},
        {"act": "turn-away", "who": "carer"},
        {"act": "decline-to-decide", "at": "HERE"},
        {"act": "stay-silent", "at": "HERE"},
        {"act": "wait", "awaiting": "inspection"},
        {"act": "go-along", "without": "a-case-for-children"},
        {"act": "keep-inside"},
    ],
    "Commission an independent review": [
        {"act": "have-tested", "means": "peer-challenge"},
        {"act": "press-for", "what": "independent-look"},
        {"act": "have-tested", "means": "memo"},
        {"act": "redesign"},
        {"act": "have-tested", "means": "scrutiny"},
        {"act": "change-service", "at": "HERE"},
        {"act": "have-tested", "means": "self-assessment"},
    ],
    "Write to the partners": [
        {"act": "convene", "who": "partners"},
        {"act": "press-for", "what": "partner-accountabilities"},
        {"act": "press-for", "what": "sufficiency-plan"},
        {"act": "press-for", "what": "joint-audit"},
        {"act": "leave-to", "to": "host-council"},
        {"act": "press-for", "what": "every-budget"},
        {"act": "leave-to", "to": "partners"},
        {"act": "consult", "who": "partner"},
        {"act": "report-back", "who": "children"},
    ],
    "Call the director at once": [
        {"act": "ask", "who": "director", "about": "how-do-you-know"},
        {"act": "instruct", "who": "front-line-staff"},
        {"act": "ask-for-plan", "from-whom": "director"},
        {"act": "pass-on-concern", "who": "director"},
        {"act": "ask", "who": "director", "about": "impact-on-groups"},
        {"act": "press-powers", "body": "academy"},
    ],
    "Ask for the data before deciding": [
        {"act": "ask", "who": "director", "about": "results-by-group"},
        {"act": "rely", "basis": "cost-alone"},
        {"act": "ask-for-options", "from-whom": "director"},
    ],
}
"""What each kind of choice does, taken in turn wherever the kind comes up: the engaged member's act, and the traps."""


def scenario_of(story: Mapping[str, Any]) -> str:
    """The story as the text of a scenario file: same choices, conditions, movements and endings."""
    stages = story["stages"]
    met: Counter[str] = Counter()
    parts = [_head(story)]
    for number, stage in enumerate(stages):
        leads = stages[number + 1]["id"] if number + 1 < len(stages) else "end"
        parts.append("\n".join(_scene(stage, number, leads, met)))
    parts += _endings(story)
    return "\n".join([*parts, *_for_the_room(stages)])


def slug(text: str) -> str:
    """A choice's text as an id; its number is left out."""
    return text.rsplit(" (", 1)[0].lower().replace(" ", "-")


def _head(story: Mapping[str, Any]) -> str:
    head = {
        "format": 1,
        "id": "benchmark-story",
        "title": "The benchmark story",
        "summary": "Twelve scenes of four choices, to measure with. It teaches nothing.",
        "minutes": 25,
    }
    lines = [f"{key} = {_value(value)}" for key, value in head.items()]
    lines.insert(0, "# Made from story.json by benchmarks/author_story.py. Change these, not this.")
    lines += ["date = 2012-05-14", f"ends = {len(story['stages'])}"]
    rest = {
        "themes": ["safeguarding"],
        "objectives": ["Measure how fast a scenario is played and proved"],
        "briefing": "Each scene offers up to four choices. Some are open only where a measure stands high enough.",
        "starts": story["stages"][0]["id"],
    }
    lines += [f"{key} = {_value(value)}" for key, value in rest.items()]
    for name, start in story["vars"].items():
        title, of = MEASURES[name]
        lines += [f"\n[measure.{name}]", f"title = {_value(title)}", f"of = {_value(of)}", f"start = {start}"]
    return "\n".join(lines) + "\n"


def _scene(stage: Mapping[str, Any], month: int, leads: str, met: Counter[str]) -> Iterator[str]:
    text = "\n\n".join(stage["text"])
    place = next(at for words, at in PLACES.items() if words in text)
    matter = next(about for words, about in MATTERS.items() if words in text)
    yield from (
        "[[scene]]",
        f"id = {_value(stage['id'])}",
        f"month = {month}",
        "attention = 0",
        f"text = {_value(text)}",
    )
    for choice in stage["choices"]:
        kind = choice["text"].rsplit(" (", 1)[0]
        act = {key: place if value == "HERE" else value for key, value in ACTS[kind][met[kind]].items()}
        met[kind] += 1
        moves = [{"measure": name, "by": by, "story": True} for name, by in choice["effects"].items()]
        made = {
            "id": slug(choice["text"]),
            "text": choice["text"],
            "acts": [{**act, "matter": matter}],
            "moves": moves,
            "says": choice["outcome"],
            "leads": leads,
        }
        if choice["cond"]:
            name, sign, least = choice["cond"]
            assert sign == ">=", sign
            made["when"] = {"measure": {name: {"from": least}}}
        yield "\n  [[scene.choice]]"
        yield from (f"  {key} = {_value(value)}" for key, value in made.items())
    yield ""


def _endings(story: Mapping[str, Any]) -> Iterator[str]:
    *others, last = story["endings"]
    for name, least in others:
        when = _value({"measure": {story["ending_on"]: {"from": least}}})
        yield f'[[ending]]\nid = "{name}"\nwhen = {when}\ntitle = "{name.capitalize()}"\ntext = "Ending: {name}."\n'
    name = last[0]
    yield f'[[ending]]\nid = "{name}"\ntitle = "{name.capitalize()}"\ntext = "Ending: {name}."\n'


def _for_the_room(stages: list[Mapping[str, Any]]) -> Iterator[str]:
    """A workshop cut of every fourth scene, so that the checks find nothing missing."""
    cut = [stage["id"] for stage in stages[::4]]
    passed = {
        stage["id"]: slug(next(choice["text"] for choice in stage["choices"] if not choice["cond"]))
        for stage in stages
        if stage["id"] not in cut
    }
    seats = dict.fromkeys(("scrutiny", "ward", "corporate_parent"), "The same choices, seen from another seat.")
    prompts = [
        {"at": name, "ask": "What moved, and why?", "listen_for": "The measure that a later choice waits for."}
        for name in cut
    ]
    yield f"[workshop]\ncut = {_value(cut)}\npass = {_value(passed)}\n"
    yield f'[facilitator]\naim = "To measure with."\nother_seats = {_value(seats)}\nprompt = {_value(prompts)}\n'


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    # JSON's text, whole numbers, true and false are TOML's too.
    return json.dumps(value)


def stale() -> str:
    """What to do where the kept scenario is not what the story makes; empty where it is."""
    made = scenario_of(json.loads(STORY.read_text(encoding="utf-8")))
    kept = SCENARIO.read_text(encoding="utf-8") if SCENARIO.exists() else ""
    return "" if kept == made else f"{SCENARIO} is stale: run `python benchmarks/author_story.py`."


def main() -> None:
    """Write the scenario."""
    SCENARIO.write_text(scenario_of(json.loads(STORY.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
