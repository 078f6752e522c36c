"""The settings: which file they are in, what is wrong with it, and the file of another language that they name."""

from collections.abc import Iterator
from pathlib import Path

from lmcs_sim.doctor.look import Look, Part
from lmcs_sim.faults import LmcsError
from lmcs_sim.settings.file import read_settings, settings_path
from lmcs_sim.settings.language import read_language
from lmcs_sim.settings.settings import DEFAULTS
from lmcs_sim.words.catalogue import english
from lmcs_sim.words.interface import counted

SETTINGS = Part("settings")

MOST_NAMED = 5


def settings_looks() -> Iterator[Look]:
    """How the settings of this computer stand."""
    path = settings_path()
    try:
        settings = read_settings(path)
    except LmcsError as error:
        for bad in error.faults:
            means = "lmcs-sim opens no play and no screen until this is mended."
            yield SETTINGS.error("file", f"{bad.place}: {bad.code}, {bad.cause}", means, bad.cure)
        return
    chosen = sum(value != DEFAULTS[name] for name, value in settings._asdict().items())
    if path.exists():
        yield SETTINGS.ok("file", f"{path}, with {counted(chosen, 'setting')} other than usual")
    else:
        yield SETTINGS.ok("file", f"{path}, not there yet: everything is as it usually is")
    if settings.words:
        yield from SETTINGS.guarded({"language": lambda: _language(Path(settings.words))})


def _language(path: Path) -> Iterator[Look]:
    try:
        language = read_language(path)
    except LmcsError as error:
        for bad in error.faults:
            means = "lmcs-sim opens no play and no screen until this is mended."
            yield SETTINGS.error("language", f"{bad.place}: {bad.cause}", means, bad.cure)
        return
    found = f"{path}: {len(language.sentences)} of {counted(len(english()), 'sentence')}"
    whole = len(language.sentences) == len(english())
    yield SETTINGS.ok("language", found, "" if whole else "The others are said in English.")
    if language.unknown:
        means = "Nothing says them."
        cure = "Look at their names: en.toml, in the folder lmcs_sim/words, has all there are."
        yield SETTINGS.warning("language", f"there is no such sentence: {_some(language.unknown)}", means, cure)
    if language.unusable:
        means = "They are said in English."
        cure = "Give each the {places} and the forms of the English one; and each command a single word of its own."
        yield SETTINGS.warning("language", f"these cannot be used: {_some(language.unusable)}", means, cure)


def _some(names: tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f", and {more} more" if more > 0 else "")
