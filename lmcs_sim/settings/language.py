"""Another language: a file of sentences in place of the English ones."""

from pathlib import Path
from typing import TYPE_CHECKING

from lmcs_sim.words.catalogue import english, read_sentences, speak

if TYPE_CHECKING:
    from lmcs_sim.words.language import Language


def speak_from(path: Path) -> None:
    """Says everything in the words of a file from now on. Raises LmcsError for a file that cannot be read."""
    speak(read_language(path).sentences)


def read_language(path: Path) -> "Language":
    """What a file of sentences holds. Raises LmcsError where it cannot be read."""
    from lmcs_sim.words.language import vetted

    try:
        return vetted(read_sentences(path), english())
    except (OSError, ValueError, RecursionError):
        from lmcs_sim.faults import Fault, LmcsError, Place

        cure = "Name a TOML file of sentences, made like words/en.toml, or take `words` out of the settings."
        raise LmcsError(Fault("E001", "the sentences cannot be read", cure, Place(str(path)))) from None
