"""Where plays are kept, and the folder that what is written beside them goes into."""

from pathlib import Path

import pytest

from lmcs_sim.store.place import NAME, folder_beside, store_url


@pytest.fixture
def working(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LMCS_SIM_STORE")
    return tmp_path


def test_a_folder_that_is_named_is_the_place(working, monkeypatch):
    (working / "saves").mkdir()
    monkeypatch.setenv("LMCS_SIM_STORE", str(working / "named"))
    assert folder_beside() == working / "named"
    assert store_url() == f"sqlite:///{working / 'named' / NAME}"


def test_saves_in_the_working_folder_comes_before_the_users_own_folder(working):
    before = folder_beside()
    assert before == working / "data" / "lmcs-sim"
    (working / "saves").mkdir()
    assert folder_beside() == working / "saves"
    assert store_url() == f"sqlite:///{working / 'saves' / NAME}"


def test_beside_a_database_that_is_a_url_is_the_folder_that_would_be_used_without_it(working, monkeypatch):
    (working / "saves").mkdir()
    monkeypatch.setenv("LMCS_SIM_STORE", "postgresql://somewhere/plays")
    assert store_url() == "postgresql://somewhere/plays"
    assert folder_beside() == working / "saves"
