"""What the graph and its neighbours say alike: chances, conditions and numbers of things, as phrases."""

import textwrap
from collections.abc import Iterable, Mapping

from lmcs_sim.prove.proof import PLAYERS, Chances
from lmcs_sim.prove.words import percent
from lmcs_sim.rules.compile import RawTable

WIDTH = 100
INDENT = "  "


def chances_phrase(chances: Chances) -> str:
    """The chance for each kind of player: "random 20%, cautious 0%, best 3%"."""
    shown = {player: percent(chances.get(player, 0)) for player in PLAYERS}
    if len(set(shown.values())) == 1:
        return f"all players {shown[PLAYERS[0]]}"
    return ", ".join(f"{player} {chance}" for player, chance in shown.items())


def indented(text: str, depth: int = 0) -> list[str]:
    """A text in lines of a terminal's width, further in by some steps; what runs on stands further in still."""
    first = INDENT * depth
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=f"{first}{INDENT * 2}", break_on_hyphens=False
    )


def condition_phrase(when: RawTable | None) -> str:
    """A scenario's condition by the ids it reads: "tested is done and standing is up to 2". Empty where none."""
    if when is None:
        return ""
    return " and ".join(part for name, value in when.items() for part in _field_phrases(name, value))


def _field_phrases(name: str, value: object) -> Iterable[str]:
    if name == "measure" and isinstance(value, Mapping):
        return [f"{measure} is {_range_phrase(limits)}" for measure, limits in value.items()]
    if name.startswith("measure."):
        return [f"{name.removeprefix('measure.')} is {_range_phrase(value)}"]
    return _set_phrases(name, value if isinstance(value, Mapping) else {"all": value})


def _range_phrase(limits: object) -> str:
    if not isinstance(limits, Mapping):
        return f"{limits}"
    if "from" in limits and "to" in limits:
        return f"from {limits['from']} to {limits['to']}"
    return f"at least {limits['from']}" if "from" in limits else f"up to {limits.get('to')}"


def _set_phrases(name: str, table: Mapping[str, object]) -> list[str]:
    groups = {key: _words(value) for key, value in table.items()}
    parts = []
    if words := groups.get("all"):
        parts.append(f"{' and '.join(words)} {'is' if len(words) == 1 else 'are'} {name}")
    if words := groups.get("any"):
        parts.append(f"{' or '.join(words)} is {name}")
    if words := groups.get("not"):
        parts.append(f"{words[0]} is not {name}" if len(words) == 1 else f"neither {' nor '.join(words)} is {name}")
    return parts


def _words(value: object) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list | tuple) else [str(value)]
