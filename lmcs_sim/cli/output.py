"""What commands share: how they print, and the packs they read. Data goes to stdout, words to people to stderr."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lmcs_sim.faults import wrong_use

if TYPE_CHECKING:
    from lmcs_sim.rules.rulebook import Rulebook

WHOLE = click.IntRange(-(2**63), 2**63 - 1)
"""A number that every database can keep."""


def say(text: str) -> None:
    """Words to people, with nothing in them that a terminal would obey."""
    from lmcs_sim.words.safe import harmless

    print(harmless(text), file=sys.stderr)


def print_data(data: object) -> None:
    """Data as JSON on stdout: the same data gives the same bytes."""
    import json

    from lmcs_sim.words.safe import harmless_json

    print(harmless_json(json.dumps(data, indent=2, ensure_ascii=False)))


def print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout, with nothing in them that a terminal would obey."""
    from lmcs_sim.words.safe import harmless

    for line in lines:
        print(harmless(line))


def rulebook(packs: tuple[Path, ...]) -> "Rulebook":
    """The rulebook of the packs."""
    from lmcs_sim.toml.packs import load_rulebook

    return load_rulebook(packs)


def packs_of(context: click.Context) -> tuple[Path, ...]:
    """The packs that a command reads: those always found, and those named with `--pack`."""
    from lmcs_sim.toml.packs import find_packs

    named: tuple[Path, ...] = context.find_root().obj or ()
    return find_packs(named)


def named(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A learner's name as it can be kept. Raises WrongUse for bytes that are no text."""
    if value is not None and not value.isprintable():
        raise wrong_use("E051", f"{value!r} is not a name", "Write a name in letters, without control characters.")
    return value
