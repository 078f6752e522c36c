"""What commands share: how they print, and the packs they read. Data goes to stdout, words to people to stderr."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from lmcs_sim.desk import Desk
    from lmcs_sim.faults import Fault
    from lmcs_sim.rules.rulebook import Rulebook
    from lmcs_sim.settings.settings import Settings
    from lmcs_sim.store.plays import Store

WHOLE = click.IntRange(-(2**63), 2**63 - 1)
"""A number that every database can keep."""

FORMS = ("text", "markdown", "html", "json")
"""What a debrief may be told as."""


def say(text: str) -> None:
    """Words to people, with nothing in them that a terminal would obey."""
    from lmcs_sim.words.safe import harmless

    print(harmless(text), file=sys.stderr)


def say_faults(faults: "Iterable[Fault]") -> None:
    """Faults to people, each with the line of the file that it stands on."""
    from lmcs_sim.toml.pointing import told

    for text in told(faults):
        say(text)


def data_text(data: object) -> str:
    """Data as JSON: the same data gives the same text."""
    import json

    from lmcs_sim.words.safe import harmless_json

    return f"{harmless_json(json.dumps(data, indent=2, ensure_ascii=False))}\n"


def print_data(data: object) -> None:
    """Data as JSON on stdout."""
    print(data_text(data), end="")


def print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout, with nothing in them that a terminal would obey."""
    from lmcs_sim.words.safe import harmless

    for line in lines:
        print(harmless(line))


def split(words: str) -> tuple[str, ...]:
    """The words of a list like "a, b"."""
    return tuple(word.strip() for word in words.split(",") if word.strip())


def rulebook(packs: "tuple[Path, ...]") -> "Rulebook":
    """The rulebook of the packs."""
    from lmcs_sim.toml.packs import load_rulebook

    return load_rulebook(packs)


def packs_of(context: click.Context) -> "tuple[Path, ...]":
    """The packs that a command reads: those always found, and those named with `--pack`."""
    from lmcs_sim.toml.packs import find_packs

    return find_packs(named_packs(context))


def named_packs(context: click.Context) -> "list[Path]":
    """The packs named with `--pack`, there or not."""
    from pathlib import Path

    return [Path(named) for named in context.find_root().obj or ()]


def named(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A learner's name as it can be kept. Raises WrongUse for bytes that are no text."""
    if value is not None and not value.isprintable():
        from lmcs_sim.faults import wrong_use

        raise wrong_use("E051", f"{value!r} is not a name", "Write a name in letters, without control characters.")
    return value


def speak_as_set() -> "Settings":
    """The settings, in whose language everything is said from here on. Raises LmcsError where they have faults."""
    from lmcs_sim.settings.file import read_settings, settings_path

    settings = read_settings(settings_path())
    if settings.words:
        from pathlib import Path

        from lmcs_sim.settings.language import speak_from

        speak_from(Path(settings.words))
    return settings


def desk_of(context: click.Context, learner: str | None = None, *, ascii_only: bool = False) -> "Desk":
    """The desk of a command: its packs, who plays, and the settings. Raises LmcsError where these have faults."""
    from lmcs_sim.desk import Desk
    from lmcs_sim.words.ascii import wants_ascii

    settings = speak_as_set()
    if ascii_only or context.find_root().params["ascii_only"] or wants_ascii(sys.stderr.encoding, os.environ):
        settings = settings._replace(ascii=True)
    return Desk(packs_of(context), learner, settings)


def plain_wanted(asked: bool) -> bool:
    """Whether to append lines: asked for, or nobody sits at a real terminal."""
    dumb = os.environ.get("TERM", "") == "dumb" or bool(os.environ.get("LMCS_PLAIN"))
    # The screens are drawn on stderr: sent elsewhere, they would be waited for and never seen.
    return asked or dumb or not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def keep_to_ascii(desk: "Desk") -> None:
    """Has lines written in ASCII alone from here on, where the settings say so."""
    for stream in (sys.stdout, sys.stderr) if desk.settings.ascii else ():
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="ascii", errors="plainer")


def open_store() -> "Store":
    """The store of plays."""
    from lmcs_sim.store.place import store_url
    from lmcs_sim.store.plays import Store

    return Store(store_url())
