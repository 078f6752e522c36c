"""What a settings file may say, and what is wrong with one that says something else."""

import pytest
import tomli

from lmcs_sim.settings.settings import DEFAULTS, THEMES, Settings, settings_in


def given(text):
    return settings_in(tomli.loads(text))


def told(text):
    return [(bad.code, bad.cause, bad.path) for bad in given(text)[1]]


def cure(text):
    (bad,) = given(text)[1]
    return bad.cure


def test_nothing_written_is_everything_as_it_usually_is():
    assert given("") == (Settings(), [])
    assert Settings()._asdict() == DEFAULTS


def test_everything_that_can_be_chosen_is_read():
    text = 'theme = "light"\nascii = true\nplain = true\ntour = false\nwords = "cy.toml"\n[keys]\nundo = ["z", "F2"]\n'
    assert given(text) == (Settings("light", True, True, False, "cy.toml", {"undo": ("z", "f2")}), [])


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_can_be_chosen(name):
    assert given(f'theme = "{name}"')[0].theme == name


def test_a_setting_that_is_not_there_is_told_with_the_nearest():
    assert told('them = "light"') == [("E011", "there is no setting 'them'", ("them",))]
    assert cure('them = "light"') == "Did you mean 'theme'?"
    assert cure("zzz = 1") == "Use one of: theme, ascii, plain, tour, words, keys."


@pytest.mark.parametrize(
    ("text", "cause", "says"),
    [
        ("theme = 1", "theme wants text in quotes", "Write text in quotes."),
        ('ascii = "yes"', "ascii wants true or false", "Write true or false."),
        ("plain = 1", "plain wants true or false", "Write true or false."),
        ("tour = []", "tour wants true or false", "Write true or false."),
        ("words = true", "words wants text in quotes", "Write text in quotes."),
    ],
)
def test_another_kind_of_value_is_told_with_the_kind_that_is_wanted(text, cause, says):
    assert told(text) == [("E010", cause, (text.split()[0],))]
    assert cure(text) == says
    assert given(text)[0] == Settings()


def test_a_theme_that_is_not_there_is_told_with_the_nearest_or_with_all():
    assert told('theme = "Dark"') == [("E014", "there is no theme 'Dark'", ("theme",))]
    assert cure('theme = "Dark"') == "Did you mean 'dark'?"
    assert cure('theme = "x"') == f"Use one of: {', '.join(THEMES)}."


def test_everything_that_is_wrong_is_told_at_once():
    text = 'theme = 1\ncolour = "red"\nascii = 2\n[keys]\nundu = ["z"]\nundo = ["ctrl+q"]\nhelp = []\nwhy = ["u"]\n'
    assert [(code, path) for code, _, path in told(text)] == [
        ("E010", ("theme",)),
        ("E011", ("colour",)),
        ("E010", ("ascii",)),
        ("E014", ("keys", "undu")),
        ("E042", ("keys", "undo")),
        ("E010", ("keys", "help")),
    ]
