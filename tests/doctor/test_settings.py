"""What the doctor says of the settings' file, and of the file of another language that it names."""

import pytest
from running import run

from lmcs_sim.doctor import settings as room
from lmcs_sim.doctor.settings import MOST_NAMED, settings_looks
from lmcs_sim.doctor.terminal import see_terminal
from lmcs_sim.words.catalogue import ENGLISH, english

FILE = "settings.toml"


@pytest.fixture
def write(tmp_path):
    """Writes the settings, and the sentences of another language."""

    def written(settings, words=""):
        (tmp_path / FILE).write_text(settings, encoding="utf-8")
        (tmp_path / "cy.toml").write_text(words, encoding="utf-8")
        return list(settings_looks())

    return written


def test_no_file_is_as_it_should_be(tmp_path):
    (look,) = settings_looks()
    assert look.state == "ok"
    assert look.found == f"{tmp_path / FILE}, not there yet: everything is as it usually is"


def test_a_file_is_told_with_how_much_is_other_than_usual(write, tmp_path):
    (look,) = write('theme = "light"\nascii = false\n[keys]\nundo = ["z"]\n')
    assert (look.state, look.found) == ("ok", f"{tmp_path / FILE}, with 2 settings other than usual")


def test_each_fault_is_an_error_with_its_place_and_its_cure(write, tmp_path):
    looks = write('theme = "dusk"\n[keys]\nwhy = ["u"]\n')
    assert [(look.name, look.state) for look in looks] == [("file", "error")] * 2
    assert looks[0].found == f"{tmp_path / FILE}:1:1: E014, there is no theme 'dusk'"
    assert looks[1].found.endswith(":3:1: E042, why and undo would share the key 'u' on What followed")
    assert all(look.means and look.cure for look in looks)
    assert run("doctor").code == 1


def test_a_language_that_has_everything_is_as_it_should_be(tmp_path):
    (tmp_path / FILE).write_text(f'words = "{ENGLISH}"\n')
    _, look = settings_looks()
    count = f"{len(english()):,}"
    assert (look.state, look.means) == ("ok", "")
    assert look.found == f"{ENGLISH}: {len(english())} of {count} sentences"


def test_a_language_is_told_with_what_it_lacks_has_too_much_and_has_wrong(write, tmp_path):
    names = "".join(f'x{number} = "x"\n' for number in range(MOST_NAMED + 2))
    _, fine, unknown, unusable = write(
        'words = "cy.toml"\n', f'[place]\nhome = "Hafan"\nlibrary = 3\n[odd]\n{names}[command.undo]\nword = "quit"\n'
    )
    assert fine.found.startswith(f"{tmp_path / 'cy.toml'}: 1 of ")
    assert fine.means == "The others are said in English."
    shown = ", ".join(f"odd.x{number}" for number in range(MOST_NAMED))
    assert (unknown.state, unknown.found) == ("warning", f"there is no such sentence: {shown}, and 2 more")
    assert (unusable.state, unusable.found) == ("warning", "these cannot be used: place.library, command.undo.word")
    assert all(look.means and look.cure for look in (unknown, unusable))


@pytest.mark.parametrize("words", ["none.toml", "."])
def test_a_language_that_cannot_be_read_is_an_error(write, words):
    _, look = write(f'words = "{words}"\n')
    assert (look.name, look.state) == ("language", "error")
    assert look.found.endswith("the sentences cannot be read")
    assert look.cure.startswith("Name a TOML file of sentences")


def test_what_fails_in_a_language_is_a_look(write, monkeypatch):
    def fail(*_):
        raise RuntimeError("odd")

    monkeypatch.setattr(room, "read_language", fail)
    _, look = write('words = "cy.toml"\n')
    assert (look.name, look.state) == ("language", "error")
    assert "odd" in look.found


def test_the_terminal_is_seen_with_what_the_settings_ask_for(write):
    assert (see_terminal().plain_set, see_terminal().ascii_set) == (False, False)
    write("plain = true\nascii = true\n")
    assert (see_terminal().plain_set, see_terminal().ascii_set) == (True, True)
    write("plain = 3\n")
    assert not see_terminal().plain_set
