"""Changing settings while the program runs."""

import pytest

from lmcs_sim.desk import Desk
from lmcs_sim.faults import LmcsError
from lmcs_sim.settings.file import read_settings, settings_path
from lmcs_sim.settings.settings import Settings


def test_a_change_holds_at_once_and_is_kept():
    desk = Desk(())
    desk.change(theme="light", keys={"undo": ("z",)})
    assert desk.settings == Settings("light", keys={"undo": ("z",)}) == read_settings(settings_path())


def test_what_was_asked_for_this_time_alone_holds_on_and_is_not_kept():
    desk = Desk((), settings=Settings(ascii=True))
    desk.change(theme="light")
    assert desk.settings == Settings("light", ascii=True)
    assert read_settings(settings_path()) == Settings("light")


def test_where_a_change_cannot_be_kept_nothing_changes():
    settings_path().mkdir()
    desk = Desk(())
    with pytest.raises(LmcsError):
        desk.change(theme="light")
    assert desk.settings == Settings()
