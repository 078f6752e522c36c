"""The sentences of the faces: said by name, in forms by number, and in the words of another language's file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmcs_sim.commands import COMMANDS
from lmcs_sim.faults import LmcsError
from lmcs_sim.settings.language import read_language, speak_from
from lmcs_sim.words import catalogue
from lmcs_sim.words.catalogue import Named, counted, english, places_of, said, speak
from lmcs_sim.words.language import is_word, vetted

ENGLISH = {
    "home.title": "Home of {name}",
    "home.quit": "Quit",
    "count.step": {"none": "no steps of {of}", "one": "1 step", "many": "{number} steps"},
    "count.card": {"one": "1 card", "many": "{number} cards"},
    "command.undo.word": "undo",
    "command.note.word": "note",
    "command.quit.word": "quit",
}


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak(english())


def written(tmp_path, text):
    path = tmp_path / "cy.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sentence_is_said_with_what_is_put_in():
    assert said("home.playing-as", name="Ann") == "Playing as Ann"


def test_what_is_put_in_is_never_a_place_itself():
    assert said("home.continue", title="{steps}", steps="2 steps") == "Continue: {steps}, 2 steps in"


def test_a_sentence_that_is_not_there_or_lacks_a_value_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        said("home.nothing")
    with pytest.raises(KeyError):
        said("home.playing-as")


@pytest.mark.parametrize(
    ("number", "line"), [(0, "no steps"), (1, "1 step"), (2, "2 steps"), (2000, "2,000 steps"), (-1, "-1 steps")]
)
def test_a_sentence_has_its_form_for_a_number(number, line):
    assert counted(number, "count.step") == line


def test_a_sentence_without_a_form_for_none_has_that_for_many():
    assert counted(0, "review.waiting") == "0 more wait for another day."


def test_forms_and_sentences_are_not_taken_for_each_other():
    with pytest.raises(AssertionError):
        said("count.step")
    with pytest.raises(AssertionError):
        counted(1, "place.home")


def test_another_language_is_said_where_it_has_a_sentence_and_english_where_it_lacks_one(tmp_path):
    speak_from(
        written(
            tmp_path, '[home]\nplaying-as = "{name} sy’n chwarae"\n[count.step]\none = "cam"\nmany = "{number} cam"\n'
        )
    )
    assert said("home.playing-as", name="Ann") == "Ann sy’n chwarae"
    assert (counted(1, "count.step"), counted(0, "count.step")) == ("cam", "0 cam")
    assert said("place.home") == "Home"


def test_english_stays_as_it_was_written(tmp_path):
    speak_from(written(tmp_path, '[place]\nhome = "Hafan"\n'))
    assert said("place.home") == "Hafan"
    assert english()["place.home"] == "Home"


def test_names_by_id_are_said_in_the_words_that_are_spoken_then(tmp_path):
    places = Named(("home", "play"), lambda name: said(f"place.{name}"))
    assert dict(places) == {"home": "Home", "play": "Play"}
    speak_from(written(tmp_path, '[place]\nhome = "Hafan"\n'))
    assert places["home"] == "Hafan"
    assert places.get("library", "none") == "none"
    assert len(places) == 2


@pytest.mark.parametrize("text", ["[home\n", "x = 1\nx = 2\n", "a = " + "[" * 5000])
def test_a_file_that_is_no_toml_is_a_fault(tmp_path, text):
    path = written(tmp_path, text)
    with pytest.raises(LmcsError) as raised:
        speak_from(path)
    (bad,) = raised.value.faults
    assert (bad.code, bad.cause, str(bad.place)) == ("E001", "the sentences cannot be read", str(path))
    assert "words/en.toml" in bad.cure


@pytest.mark.parametrize("raw", [b"\xff\xfe", None])
def test_a_file_that_is_no_text_or_not_there_is_a_fault(tmp_path, raw):
    path = tmp_path / "cy.toml"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(LmcsError):
        read_language(path)
    with pytest.raises(LmcsError):
        read_language(tmp_path)


def test_what_is_of_the_same_kind_can_be_said():
    found = {
        "home.title": "Hafan",
        "home.quit": "Gadael",
        "count.step": {"one": "cam {of}", "many": "{number} cam o {of}"},
        "count.card": {"none": "dim", "one": "{number} cerdyn", "many": "{number} cerdyn"},
        "command.undo.word": "dadwneud",
    }
    assert vetted(found, ENGLISH) == (found, (), ())


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("home.quit", "Gadael {name}"),
        ("home.title", "Hafan {nam}"),
        ("home.title", {"one": "a", "many": "b"}),
        ("home.title", 3),
        ("home.title", ["Hafan"]),
        ("count.step", "camau"),
        ("count.step", {"one": "cam"}),
        ("count.step", {"one": "cam", "many": 3}),
        ("count.step", {"one": "cam", "many": "{numbers} cam"}),
        ("count.card", {"none": "dim {of}", "one": "cerdyn", "many": "{number} cerdyn"}),
        ("command.undo.word", "dad wneud"),
        ("command.undo.word", ""),
        ("command.undo.word", " undo2"),
        ("command.undo.word", "dad\x07"),
    ],
)
def test_what_could_stop_a_screen_is_left_out_and_named(name, entry):
    assert vetted({name: entry, "home.extra": "x"}, ENGLISH) == ({}, ("home.extra",), (name,))


def test_words_that_would_mean_two_commands_are_left_out():
    found = {"command.undo.word": "nodyn", "command.note.word": "nodyn", "command.quit.word": "gadael"}
    language = vetted(found, ENGLISH)
    assert language.sentences == {"command.quit.word": "gadael"}
    assert language.unusable == ("command.undo.word", "command.note.word")
    assert vetted({"command.undo.word": "quit"}, ENGLISH).unusable == ("command.undo.word",)


def test_two_commands_may_change_words_with_each_other():
    found = {"command.undo.word": "note", "command.note.word": "undo"}
    assert vetted(found, ENGLISH).sentences == found


ENTRIES = st.one_of(
    st.text("ab {}numberfo", max_size=12),
    st.integers(),
    st.dictionaries(st.sampled_from(["none", "one", "many", "few"]), st.text("a{}numberof", max_size=12), max_size=4),
)


@given(st.dictionaries(st.sampled_from([*ENGLISH, "home.extra"]), ENTRIES))
def test_whatever_a_file_says_every_sentence_can_be_said_and_every_command_typed(found):
    language = vetted(found, ENGLISH)
    whole = {**ENGLISH, **language.sentences}
    for name, entry in whole.items():
        assert isinstance(entry, str) == isinstance(ENGLISH[name], str)
        for form in [entry] if isinstance(entry, str) else entry.values():
            assert places_of(form) <= {"name", "of", "number"}
            catalogue._filled(form, {"name": "a", "of": "b", "number": "1"})
    words = [entry for name, entry in whole.items() if is_word(name)]
    assert len(set(words)) == len(words)


def test_the_words_of_commands_are_single_all_different_and_can_be_typed():
    words = [command.word for command in COMMANDS]
    assert len(set(words)) == len(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and len(word) <= 10 for word in words)


def test_every_command_has_its_sentences_and_no_sentence_is_of_a_command_that_is_not_there():
    names = {name for name in english() if name.startswith("command.")}
    assert names == {f"command.{command.id}.{part}" for command in COMMANDS for part in ("label", "help", "word")}
