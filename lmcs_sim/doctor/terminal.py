"""The terminal: what can be seen of it, and the face that `lmcs-sim` would open in it."""

import importlib.util
import locale
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TextIO

from attrs import field, frozen

from lmcs_sim.doctor.around import around_looks
from lmcs_sim.doctor.look import Look, Part
from lmcs_sim.faults import LmcsError
from lmcs_sim.settings.file import read_settings, settings_path
from lmcs_sim.settings.settings import Settings
from lmcs_sim.words.ascii import wants_ascii

TERMINAL = Part("terminal")

FLOOR = (40, 12)
"""Columns and lines of the smallest window that everything fits in."""
USUAL = (80, 24)
SIGNS = "·»−–—‘’“”…→▌"
"""What faces write beyond the plain signs."""

_OFF = ("0", "no", "off", "false")


@frozen
class Terminal:
    """What was seen: which streams are a terminal, and the rest.

    `window` is in columns and lines, None where there is none; `locale_known` says whether this
    computer has the locale that the environment names; `screens` whether Textual is installed;
    `plain_set` and `ascii_set` whether the settings ask for plain lines, and for ASCII alone.
    """

    stdin: bool = True
    stdout: bool = True
    stderr: bool = True
    window: tuple[int, int] | None = USUAL
    encoding: str = "utf-8"
    locale_known: bool = True
    screens: bool = True
    windows: bool = False
    plain_set: bool = False
    ascii_set: bool = False
    environment: Mapping[str, str] = field(factory=dict)

    def says(self, name: str) -> str:
        """A variable of the environment; empty where it is not set."""
        return self.environment.get(name, "")


def see_terminal() -> Terminal:
    """The terminal that this process stands in."""
    settings = _settings()
    return Terminal(
        stdin=_is_terminal(sys.stdin),
        stdout=_is_terminal(sys.stdout),
        stderr=_is_terminal(sys.stderr),
        window=_window(),
        encoding=getattr(sys.stdout, "encoding", None) or "",
        locale_known=_locale_known(),
        screens=importlib.util.find_spec("textual") is not None,
        windows=os.name == "nt",
        plain_set=settings.plain,
        ascii_set=settings.ascii,
        environment=dict(os.environ),
    )


def terminal_looks(terminal: Terminal) -> Iterator[Look]:
    """How everything seen of a terminal stands."""
    return TERMINAL.guarded(
        {
            "input": lambda: _input(terminal),
            "output": lambda: _output(terminal),
            "term": lambda: _term(terminal),
            "size": lambda: _size(terminal),
            "signs": lambda: _signs(terminal),
            "drawing": lambda: _drawing(terminal),
            "locale": lambda: _locale(terminal),
            "colours": lambda: _colours(terminal),
            "plain": lambda: _plain(terminal),
            "around": lambda: around_looks(TERMINAL, terminal.environment, terminal.windows),
            "face": lambda: _face(terminal),
        }
    )


def plain_reasons(terminal: Terminal) -> list[str]:
    """Why `lmcs-sim` would write plain lines here; nothing where it would open the full screens."""
    reasons = {
        "the input is not a terminal": not terminal.stdin,
        "the output is not a terminal": not terminal.stdout,
        "the error output is not a terminal": not terminal.stderr,
        "TERM is dumb": terminal.says("TERM") == "dumb",
        "LMCS_PLAIN is set": bool(terminal.says("LMCS_PLAIN")),
        "the settings ask for them": terminal.plain_set,
    }
    return [reason for reason, holds in reasons.items() if holds]


def _input(terminal: Terminal) -> Iterator[Look]:
    if terminal.stdin:
        yield TERMINAL.ok("input", "a terminal")
    else:
        means = "Answers are read from there, in plain lines; the keys of the full screens do not work."
        cure = "To answer at the keyboard, start lmcs-sim in a terminal window, without < or |."
        yield TERMINAL.warning("input", "a pipe or a file", means, cure)


def _output(terminal: Terminal) -> Iterator[Look]:
    cure = "To see the full screens, start lmcs-sim in a terminal window, without > or |."
    if terminal.stdout:
        yield TERMINAL.ok("output", "a terminal")
    else:
        means = "Plain lines go there; the full screens cannot be drawn."
        yield TERMINAL.warning("output", "a pipe or a file", means, cure)
    if not terminal.stderr:
        means = "The full screens are drawn on it, so plain lines are written instead."
        yield TERMINAL.warning("error-output", "a pipe or a file", means, "To see the full screens, leave out 2>.")


def _term(terminal: Terminal) -> Iterator[Look]:
    term = terminal.says("TERM")
    if term == "dumb":
        means = "The terminal says that it can only write line after line, so plain lines are used."
        cure = "If it is an ordinary terminal, set TERM to xterm-256color; if not, all is well."
        yield TERMINAL.warning("term", "TERM is dumb", means, cure)
    elif term in ("", "unknown") and not terminal.windows:
        means = "The terminal does not say what it is; the full screens may come out wrong."
        yield TERMINAL.warning("term", f"TERM is {term or 'not set'}", means, "Set TERM to xterm-256color.")
    else:
        yield TERMINAL.ok("term", f"TERM is {term}" if term else "TERM is not set; Windows does without it")


def _size(terminal: Terminal) -> Iterator[Look]:
    if terminal.window is None:
        yield TERMINAL.ok("size", "there is no window to measure")
        return
    said = tuple(_number(terminal.says(name)) for name in ("COLUMNS", "LINES"))
    used = tuple(value or own for value, own in zip(said, terminal.window, strict=True))
    if used != terminal.window and all(terminal.window):
        found = f"COLUMNS and LINES say {_by(used)}; the window has {_by(terminal.window)}"
        means = "The full screens follow COLUMNS and LINES, and will not fit the window."
        yield TERMINAL.warning("columns-and-lines", found, means, "Take them out: `unset COLUMNS LINES`.")
    if not all(used):
        means = f"The full screens are drawn for {_by(USUAL)}, whatever there is room for."
        yield TERMINAL.warning("size", "the terminal does not say its size", means, "Use another terminal, or --plain.")
    elif used[0] < FLOOR[0] or used[1] < FLOOR[1]:
        means = f"The full screens need {_by(FLOOR)} at the least."
        cure = "Make the window larger or its letters smaller, or use --plain."
        yield TERMINAL.error("size", _by(used), means, cure)
    elif used[0] < USUAL[0] or used[1] < USUAL[1]:
        means = f"Everything fits, with less of it in sight than at the usual {_by(USUAL)}."
        yield TERMINAL.warning("size", _by(used), means, "Make the window larger, or its letters smaller.")
    else:
        yield TERMINAL.ok("size", _by(used))


def _signs(terminal: Terminal) -> Iterator[Look]:
    missing = "".join(sign for sign in SIGNS if not _can_show(sign, terminal.encoding))
    if not missing:
        yield TERMINAL.ok("signs", f"{terminal.encoding} can show every sign we use")
        return
    found = f"{terminal.encoding or 'an unknown encoding'} cannot show {len(missing)} of our {len(SIGNS)} signs"
    means = "Plain signs or codes stand for them."
    cure = "Set PYTHONUTF8=1 where the terminal can show UTF-8, as nearly all can."
    yield TERMINAL.warning("signs", found, means, cure)


def _drawing(terminal: Terminal) -> Iterator[Look]:
    if terminal.ascii_set:
        yield TERMINAL.ok("drawing", "with ASCII alone, because the settings ask for it")
    elif wants_ascii(terminal.encoding, terminal.environment):
        yield TERMINAL.ok("drawing", "with ASCII alone, because the encoding or the locale has no more")
    else:
        means = "If some come out wrong, `lmcs-sim --ascii` draws with ASCII alone."
        yield TERMINAL.ok("drawing", "with lines, bars and every sign", means)


def _locale(terminal: Terminal) -> Iterator[Look]:
    name = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if terminal.says(name)), None)
    found = f"{name}={terminal.says(name)}" if name else "none is set"
    if terminal.locale_known:
        yield TERMINAL.ok("locale", found)
    else:
        means = "This computer does not have that locale; accents and signs may come out wrong."
        yield TERMINAL.warning("locale", found, means, "Set LC_ALL to one that it has, such as C.UTF-8.")


def _colours(terminal: Terminal) -> Iterator[Look]:
    term, colours = terminal.says("TERM"), terminal.says("COLORTERM")
    if terminal.says("NO_COLOR"):
        found = "none of our own, because NO_COLOR is set"
    elif colours in ("truecolor", "24bit"):
        found = f"all of them, as COLORTERM={colours} says"
    elif terminal.windows or "256color" in term:
        found = "enough of them"
    else:
        found = "a few, as neither TERM nor COLORTERM promises more"
    yield TERMINAL.ok("colours", found, "No meaning rests on colour.")


def _plain(terminal: Terminal) -> Iterator[Look]:
    value = terminal.says("LMCS_PLAIN")
    if value.lower() in _OFF:
        means = "Any text in it asks for plain lines, this one too."
        yield TERMINAL.warning(
            "plain", f"LMCS_PLAIN is {value}", means, "To have the full screens: `unset LMCS_PLAIN`."
        )
    else:
        yield TERMINAL.ok("plain", "LMCS_PLAIN asks for plain lines" if value else "LMCS_PLAIN is not set")


def _face(terminal: Terminal) -> Iterator[Look]:
    reasons = plain_reasons(terminal)
    if reasons:
        yield TERMINAL.ok("face", f"plain lines, because {' and '.join(reasons)}")
    elif not terminal.screens:
        means = "The full screens would open here and cannot: Textual is not installed."
        yield TERMINAL.error("face", "none", means, "Install lmcs-sim again with pip, or use --plain.")
    else:
        yield TERMINAL.ok("face", "the full screens, because input and output are a terminal")


def _can_show(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _by(size: tuple[int, ...]) -> str:
    return f"{size[0]} columns by {size[1]} lines"


def _settings() -> Settings:
    """The settings; the usual ones where they have faults, which are told elsewhere."""
    try:
        return read_settings(settings_path())
    except LmcsError:
        return Settings()


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def _window() -> tuple[int, int] | None:
    try:
        return tuple(os.get_terminal_size(sys.__stdout__.fileno()))  # type: ignore[union-attr, return-value]
    except (AttributeError, OSError, ValueError):
        return None


def _locale_known() -> bool:
    """Whether the C library takes the locale of the environment; the one in use is put back."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return True
