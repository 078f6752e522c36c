import io
import itertools
import locale
import os
import sys

import pytest
from attrs import evolve

from lmcs_sim.cli.playing import plain_wanted
from lmcs_sim.doctor import terminal as room
from lmcs_sim.doctor.terminal import FLOOR, Terminal, plain_reasons, see_terminal, terminal_looks

FINE = Terminal(environment={"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8"})


def seen(terminal=FINE, **changes):
    """The looks at a terminal, by name."""
    return {look.name: look for look in terminal_looks(evolve(terminal, **changes))}


def with_(**environment):
    """The looks at a fine terminal with these variables changed; None takes one out."""
    whole = {**FINE.environment, **environment}
    return seen(environment={name: value for name, value in whole.items() if value is not None})


def test_a_fine_terminal_is_all_right_and_opens_the_full_screens():
    looks = seen()
    assert {look.state for look in looks.values()} == {"ok"}
    assert looks["face"].found == "the full screens, because input and output are a terminal"
    assert looks["size"].found == "80 columns by 24 lines"


@pytest.mark.parametrize(("changes", "name"), [({"stdin": False}, "input"), ({"stdout": False}, "output")])
def test_a_pipe_is_a_warning_and_plain_lines(changes, name):
    looks = seen(**changes)
    assert looks[name].state == "warning"
    assert looks["face"].found == f"plain lines, because the {name} is not a terminal"
    assert [look.name for look in looks.values() if look.state != "ok"] == [name]


def test_error_output_sent_elsewhere_is_told_and_gives_plain_lines():
    assert seen(stderr=False)["error-output"].state == "warning"
    assert "the error output is not a terminal" in seen(stderr=False)["face"].found
    assert "error-output" not in seen(stdout=False)


@pytest.mark.parametrize(
    ("term", "found"), [(None, "TERM is not set"), ("unknown", "TERM is unknown"), ("dumb", "TERM is dumb")]
)
def test_a_terminal_that_does_not_say_what_it_is_is_a_warning(term, found):
    look = with_(TERM=term)["term"]
    assert (look.state, look.found) == ("warning", found)
    assert "xterm-256color" in look.cure


def test_windows_does_without_term():
    assert seen(windows=True, environment={"WT_SESSION": "x"})["term"].state == "ok"


@pytest.mark.parametrize(
    ("window", "state"),
    [
        ((40, 12), "warning"),
        ((39, 12), "error"),
        ((40, 11), "error"),
        ((79, 24), "warning"),
        ((80, 23), "warning"),
        ((80, 24), "ok"),
        ((0, 0), "warning"),
        (None, "ok"),
    ],
)
def test_the_window_is_held_against_the_floor_and_the_usual(window, state):
    assert seen(window=window)["size"].state == state


def test_columns_and_lines_that_do_not_fit_the_window_are_named_and_are_what_is_used():
    looks = with_(COLUMNS="30", LINES="24")
    assert looks["columns-and-lines"].found == (
        "COLUMNS and LINES say 30 columns by 24 lines; the window has 80 columns by 24 lines"
    )
    assert looks["size"].state == "error"
    assert "columns-and-lines" not in with_(COLUMNS="80", LINES="")
    assert "columns-and-lines" not in with_(COLUMNS="wide", LINES="²")


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "latin-1", "no-such-encoding", ""])
def test_an_encoding_without_our_signs_is_a_warning(encoding):
    look = seen(encoding=encoding)["signs"]
    assert look.state == "warning"
    assert "PYTHONUTF8=1" in look.cure


def test_the_locale_is_named_by_the_variable_that_decides():
    assert with_(LC_ALL="C", LC_CTYPE="x")["locale"].found == "LC_ALL=C"
    assert with_(LANG=None)["locale"].found == "none is set"
    assert seen(locale_known=False)["locale"].state == "warning"


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"NO_COLOR": "1"}, "none of our own"),
        ({"NO_COLOR": ""}, "all of them"),
        ({"COLORTERM": None}, "enough of them"),
        ({"COLORTERM": None, "TERM": "xterm"}, "a few"),
    ],
)
def test_colours_are_told(environment, found):
    assert with_(**environment)["colours"].found.startswith(found)


def test_plain_lines_asked_for_by_what_looks_like_no_are_a_warning():
    assert with_(LMCS_PLAIN="1")["plain"].state == "ok"
    assert with_(LMCS_PLAIN="False")["plain"].state == "warning"
    assert with_(LMCS_PLAIN="0")["face"].found == "plain lines, because LMCS_PLAIN is set"


@pytest.mark.parametrize(
    ("environment", "found", "means"),
    [
        ({"TMUX": "/tmp/tmux"}, "tmux", "Ctrl+B"),
        ({"STY": "1.pts"}, "screen", "Ctrl+A"),
        ({"TERM_PROGRAM": "vscode"}, "the terminal of VS Code", "F1"),
        ({}, "nothing that keeps keys for itself", ""),
    ],
)
def test_what_stands_around_is_named_with_the_keys_it_keeps(environment, found, means):
    look = with_(**environment)["around"]
    assert (look.state, look.found) == ("ok", found)
    assert means in look.means


def test_the_old_windows_console_is_a_warning():
    old = seen(windows=True, environment={})["around"]
    assert (old.state, old.found) == ("warning", "the old Windows console")
    assert seen(windows=True, environment={"WT_SESSION": "x"})["around"].state == "ok"


def test_full_screens_without_textual_are_an_error_where_they_would_open():
    assert seen(screens=False)["face"].state == "error"
    assert seen(screens=False, stdin=False)["face"].state == "ok"


@pytest.mark.parametrize(
    ("stdin", "stdout", "stderr", "term", "plain"),
    list(itertools.product((True, False), (True, False), (True, False), ("", "dumb", "xterm"), ("", "0", "1"))),
)
def test_the_face_that_is_told_is_the_one_that_opens(stdin, stdout, stderr, term, plain, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: stdin)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: stdout)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: stderr)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("LMCS_PLAIN", plain)
    assert bool(plain_reasons(see_terminal())) == plain_wanted(False)


def test_settings_that_ask_for_plain_lines_are_a_reason_for_them():
    assert seen(plain_set=True)["face"].found == "plain lines, because the settings ask for them"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, "with lines, bars and every sign"),
        ({"ascii_set": True}, "with ASCII alone, because the settings ask for it"),
        ({"encoding": "ascii"}, "with ASCII alone, because the encoding or the locale has no more"),
        ({"environment": {**FINE.environment, "LC_ALL": "C"}}, "with ASCII alone, because the encoding or the locale"),
    ],
)
def test_how_it_is_drawn_is_told_with_the_reason(changes, found):
    look = seen(**changes)["drawing"]
    assert look.state == "ok"
    assert look.found.startswith(found)
    assert ("--ascii" in look.means) == (changes == {})


def test_the_floor_is_that_of_the_full_screens():
    from lmcs_sim.tui import app

    assert tuple(app.FLOOR) == FLOOR


def test_streams_that_are_closed_are_no_terminals(monkeypatch):
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stdout", closed)
    monkeypatch.setattr(sys, "__stdout__", None)
    found = see_terminal()
    assert (found.stdin, found.stdout, found.window, found.encoding) == (False, False, None, "")


def test_a_locale_that_this_computer_lacks_is_seen_and_the_one_in_use_is_put_back(monkeypatch):
    before = locale.setlocale(locale.LC_CTYPE)
    monkeypatch.setenv("LC_ALL", "xx_YY.KOI8-R")
    assert not see_terminal().locale_known
    assert locale.setlocale(locale.LC_CTYPE) == before
    monkeypatch.setenv("LC_ALL", "C")
    assert see_terminal().locale_known
    assert locale.setlocale(locale.LC_CTYPE) == before


def test_textual_that_is_not_installed_is_seen(monkeypatch):
    monkeypatch.setattr(room.importlib.util, "find_spec", lambda name: None)
    assert not see_terminal().screens


def test_the_size_of_the_window_is_asked_of_the_terminal(monkeypatch):
    monkeypatch.setattr(sys, "__stdout__", io.TextIOWrapper(io.BytesIO()))
    assert see_terminal().window is None
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as stream:
        monkeypatch.setattr(sys, "__stdout__", stream)
        assert see_terminal().window == (0, 0)
    os.close(ours)
