"""The plays of scenarios/playthroughs.toml, as values."""

from pathlib import Path

import tomli
from attrs import frozen


@frozen
class Expected:
    """A finding that must follow from a step."""

    after: str
    verdict: str
    pinpoint: str
    holder: str
    part: str
    tag: str | None = None


@frozen
class Playthrough:
    """A play from the start to an ending. `adverse` is None where it is not looked at; `silent` steps say nothing on duty."""

    scenario: str
    ending: str
    seed: int
    steps: tuple[str, ...]
    finds: tuple[Expected, ...]
    adverse: tuple[str, ...] | None
    silent: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.scenario}-to-{self.ending}"


def _playthrough(table: dict) -> Playthrough:
    adverse = table.get("adverse")
    return Playthrough(
        table["scenario"],
        table["ending"],
        table["seed"],
        tuple(table["steps"].split(",")),
        tuple(Expected(**found) for found in table.get("finds", [])),
        None if adverse is None else tuple(adverse),
        tuple(table.get("silent", [])),
    )


PLAYTHROUGHS = [
    _playthrough(table)
    for table in tomli.loads((Path(__file__).parent / "scenarios" / "playthroughs.toml").read_text(encoding="utf-8"))[
        "play"
    ]
]
