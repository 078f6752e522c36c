"""Keys that are given to commands: which can be, and which clash with what is there already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import _character_to_key

from lmcs_sim.commands import BY_ID, COMMANDS, EVERYWHERE, PLAYING, PREVIEW, RESERVED, SIGNS, rebound, together
from lmcs_sim.settings.keys import NAMED_KEYS, key_named, key_written, keys_in


def causes(table):
    return [(bad.code, bad.cause, bad.path) for bad in keys_in(table)[1]]


def cure(table):
    (bad,) = keys_in(table)[1]
    return bad.cure


def test_keys_that_nobody_has_are_taken():
    assert keys_in({"undo": ["z"], "help": ["?", "F2", "f2"]}) == (
        {"undo": ("z",), "help": ("question_mark", "f2")},
        [],
    )


def test_a_command_keeps_its_usual_keys_beside_others():
    assert keys_in({name: [*map(key_written, command.keys)] for name, command in BY_ID.items()})[1] == []
    assert keys_in({"go_on": ["enter", "z"]})[1] == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *((sign, key) for key, sign in SIGNS.items()),
        *((key, key) for key in SIGNS),
        *((key, key) for key in NAMED_KEYS),
        ("Delete", "delete"),
        ("a", "a"),
        ("A", "A"),
        ("7", "7"),
        ("ctrl+u", "ctrl+u"),
        ("Ctrl+U", "ctrl+u"),
    ],
)
def test_a_key_is_known_by_what_somebody_would_write(written, key):
    assert key_named(written) == key


@pytest.mark.parametrize("key", ["", " ", "é", "up", "tab", "end", "j k", "f13", "+", "!", "shift+a", "ctrl+", "alt+u"])
def test_other_keys_cannot_be(key):
    assert key_named(key) is None
    assert causes({"undo": [key]}) == [("E042", f"{key!r} is not a key that undo can have", ("keys", "undo"))]
    assert cure({"undo": [key]}).startswith("Use a letter, a digit, one of ? / : , . ;, a key such as f2 or delete, or")


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_a_letter_with_ctrl_is_a_key_where_the_terminal_sends_it_as_one_and_it_does_not_leave(letter):
    sent = ANSI_SEQUENCES_KEYS[chr(ord(letter) - 96)][0].value
    leaves_or_ends_a_line = letter in "cjq"
    usable = sent == f"ctrl+{letter}" and not leaves_or_ends_a_line
    assert key_named(f"ctrl+{letter}") == (f"ctrl+{letter}" if usable else None)


def test_signs_are_called_as_the_screens_call_them():
    assert {key: _character_to_key(sign) for key, sign in SIGNS.items()} == {key: key for key in SIGNS}


@given(st.text(max_size=12))
def test_whatever_is_written_is_a_key_or_none(text):
    key = key_named(text)
    assert key is None or key_named(key_written(key)) == key


@pytest.mark.parametrize("table", [3, "z", ["z"], None])
def test_keys_that_are_no_table_are_told(table):
    assert causes(table) == [("E010", "keys wants a table", ("keys",))]
    assert cure(table) == 'Write it as a table: [keys], and below it COMMAND = ["key"], line by line.'


@pytest.mark.parametrize("value", ["z", [], [1], ["z", 1], {}, True])
def test_keys_of_a_command_that_are_no_list_of_keys_are_told(value):
    assert causes({"undo": value}) == [("E010", "the keys of undo want a list", ("keys", "undo"))]
    assert cure({"undo": value}) == 'Write one or more keys in square brackets: undo = ["f2"].'


def test_a_command_that_is_not_there_is_told_with_the_nearest():
    assert causes({"undu": ["z"]}) == [("E014", "there is no command 'undu'", ("keys", "undu"))]
    assert cure({"undu": ["z"]}) == "Did you mean 'undo'?"


def test_a_clash_names_both_commands_and_the_place_and_says_what_is_free():
    assert causes({"undo": ["h"]}) == [("E042", "undo and history would share the key 'h' on Play", ("keys", "undo"))]
    said = cure({"undo": ["h"]})
    assert said.startswith("Give it another key. Free for undo: ")
    for letter in said.partition(": ")[2].rstrip(".").split():
        assert keys_in({"undo": [letter]})[1] == [], letter


def test_a_clash_of_two_that_were_both_given_the_key_is_told_once():
    assert causes({"undo": ["z"], "history": ["z"]}) == [
        ("E042", "undo and history would share the key 'z' on Play", ("keys", "undo"))
    ]


def test_two_commands_may_change_keys_with_each_other():
    assert keys_in({"undo": ["h"], "history": ["u"]}) == ({"undo": ("h",), "history": ("u",)}, [])


def test_one_key_may_do_different_things_in_different_places():
    assert keys_in({"review": ["o"], "settings": ["z"]})[1] == []
    assert BY_ID["order"].keys == ("o",)


def test_a_key_that_moves_about_is_told_with_the_place():
    assert causes({"undo": ["j"]}) == [
        ("E042", "undo would have the key 'j', which moves about on Play", ("keys", "undo"))
    ]
    assert [cause for _, cause, _ in causes({"undo": ["3"]})] == [
        "undo would have the key '3', which moves about on Play"
    ]
    assert [cause for _, cause, _ in causes({"library": ["enter"]})] == [
        "library would have the key 'enter', which moves about on Home"
    ]


def test_a_sign_is_told_as_it_is_written():
    assert [cause for _, cause, _ in causes({"undo": ["?"]})] == ["undo and help would share the key '?' on Play"]


def test_digits_are_keys_where_nothing_is_numbered():
    assert keys_in({"forgot": ["4"], "hard": ["3"], "good": ["2"], "easy": ["1"]})[1] == []
    assert [cause for _, cause, _ in causes({"forgot": ["2"]})] == ["forgot and hard would share the key '2' on Review"]
    assert [cause for _, cause, _ in causes({"preview": ["2"]})] == [
        "preview would have the key '2', which moves about on Scenario"
    ]


def test_a_key_of_a_play_may_not_be_one_of_its_preview():
    assert [cause for _, cause, _ in causes({"undo": ["f"]})] == ["undo and faults would share the key 'f' on Play"]
    assert [cause for _, cause, _ in causes({"faults": ["w"]})] == ["faults and why would share the key 'w' on Preview"]


@pytest.mark.parametrize("place", EVERYWHERE)
def test_the_usual_keys_of_what_stands_on_one_screen_are_all_different(place):
    for beside in together(place):
        table = [command for command in COMMANDS if {place, beside} & set(command.where)]
        keys = [key for command in table for key in command.keys]
        assert len(set(keys)) == len(keys), (place, beside)


def test_a_preview_stands_with_every_screen_of_a_play():
    assert together(PREVIEW) == (PREVIEW, *PLAYING)
    assert all(PREVIEW in together(place) for place in PLAYING)
    assert together("home") == ("home",)


KEYS = st.sampled_from([*"abcdefghijklmnopqrstuvwxyz0123456789?/", "f2", "enter", "space", "delete", "escape"])


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)), st.lists(KEYS, min_size=1, max_size=2), max_size=4))
def test_what_is_not_refused_clashes_nowhere(table):
    keys, wrong = keys_in(table)
    if wrong:
        return
    for place in EVERYWHERE:
        had = [(command.id, key) for command in rebound(keys) if place in command.where for key in command.keys]
        assert len({key for _, key in had}) == len(had), place
        moves = {name for name, key in had if key in RESERVED[place] and key not in BY_ID[name].keys}
        assert not moves, place
