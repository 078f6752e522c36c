"""What a terminal may stand in (tmux, screen, an editor, an old console), and the keys that those keep."""

from collections.abc import Iterator, Mapping

from lmcs_sim.doctor.look import Look, Part

_TMUX = "It keeps Ctrl+B, and may hold back Esc for a moment: `set -sg escape-time 10` in tmux's settings."
_SCREEN = "It keeps Ctrl+A, and may hold back Esc for a moment: `maptimeout 10` in screen's settings."
_VSCODE = "It keeps F1 and Ctrl+P for itself: use ? for help."


def around_looks(part: Part, environment: Mapping[str, str], windows: bool) -> Iterator[Look]:
    """What stands around a terminal, as the environment tells."""
    found = list(_around(environment))
    for name, means in found:
        yield part.ok("around", name, means)
    if windows and _is_old_console(environment):
        means = "It may show boxes for some signs, and few colours."
        cure = "Use Windows Terminal, which comes with Windows 11, or --plain."
        yield part.warning("around", "the old Windows console", means, cure)
    elif not found:
        yield part.ok("around", "nothing that keeps keys for itself")


def _around(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if environment.get("TMUX"):
        yield "tmux", _TMUX
    if environment.get("STY"):
        yield "screen", _SCREEN
    if environment.get("TERM_PROGRAM") == "vscode":
        yield "the terminal of VS Code", _VSCODE


def _is_old_console(environment: Mapping[str, str]) -> bool:
    """Every newer terminal on Windows says what it is."""
    return not any(environment.get(name) for name in ("WT_SESSION", "TERM_PROGRAM", "ConEmuPID", "TERM"))
