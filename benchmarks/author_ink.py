"""The ink contestant: the benchmark story as an ink file, played at random by inkjs in node."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

PLAYER = Path(__file__).parent / "story" / "play.cjs"


class Ink(NamedTuple):
    """Where inkjs is installed, and the story as an ink file."""

    folder: Path
    file: Path


class Played(NamedTuple):
    """What one run of inkjs said: its versions, where the measures ended in the first plays, plays per second."""

    versions: str
    ends: list[tuple[int, ...]]
    a_second: float


def ready(story: Mapping[str, Any], folder: Path) -> Ink | str:
    """inkjs in a folder, installed there by npm where it is not yet, with the story beside; or why there is none."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "there is no node, or no npm, here"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules" / "inkjs").is_dir():
        asked = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), "inkjs"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"npm could not install inkjs: {done.stderr.strip().splitlines()[-1]}"
    file = folder / "story.ink"
    file.write_text("\n".join(ink_of(story)), encoding="utf-8")
    return Ink(folder, file)


def play(ink: Ink, plays: int) -> Played:
    """Random plays in a node of their own; 200 more warm it up first."""
    asked = ["node", str(PLAYER), str(ink.folder), str(ink.file), str(plays)]
    said = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    ends = [tuple(values) for values in said["ends"]]
    return Played(f"inkjs {said['version']}, node {said['node']}", ends, plays / said["seconds"])


def ink_of(story: Mapping[str, Any]) -> Iterator[str]:
    """The story as the lines of an ink file."""
    stages = story["stages"]
    yield from (f"VAR {name} = {start}" for name, start in story["vars"].items())
    yield f"-> {stages[0]['id']}"
    for number, stage in enumerate(stages):
        yield f"=== {stage['id']} ==="
        yield from map(_plain, stage["text"])
        to = stages[number + 1]["id"] if number + 1 < len(stages) else "ending"
        for choice in stage["choices"]:
            condition = "{{{} {} {}}} ".format(*choice["cond"]) if choice["cond"] else ""
            yield f"+ {condition}[{_plain(choice['text'])}]"
            yield _plain(choice["outcome"])
            yield from (f"~ {name} += {by}" for name, by in choice["effects"].items())
            yield f"-> {to}"
    yield "=== ending ==="
    *others, last = story["endings"]
    yield "{"
    yield from (f"- {story['ending_on']} >= {least}: Ending: {name}." for name, least in others)
    yield f"- else: Ending: {last[0]}."
    yield "}"
    yield "-> END"


def _plain(text: str) -> str:
    """A text of the story, once seen to hold nothing that ink would read as its own."""
    assert not set(text) & set("{}|[]<>~#\\*+="), text
    return text
