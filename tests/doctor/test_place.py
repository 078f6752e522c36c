import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from lmcs_sim.doctor import place as room
from lmcs_sim.doctor.place import StorePlace, place_looks, see_place
from lmcs_sim.store.place import NAME


def looks():
    """The looks at the place that is used here, by name."""
    return {look.name: look for look in place_looks(see_place())}


def everything_in(folder):
    """Every path under a folder with what is in it and when it was changed."""
    return {path: (path.is_file() and path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*")}


def test_the_place_is_the_one_the_environment_names(tmp_path):
    assert see_place() == StorePlace(
        f"sqlite:///{tmp_path / 'store' / NAME}", "LMCS_SIM_STORE names it", tmp_path / "store" / NAME
    )


def test_without_it_the_place_is_the_saves_folder_and_without_that_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("LMCS_SIM_STORE")
    monkeypatch.chdir(tmp_path)
    own = see_place()
    assert own.file == tmp_path / "data" / "lmcs-sim" / NAME
    assert own.because.startswith("it is your own data folder")
    (tmp_path / "saves").mkdir()
    beside = see_place()
    assert beside.file == tmp_path / "saves" / NAME
    assert beside.because == "there is a folder named saves where you are"


def test_a_folder_that_can_be_written_is_all_right_and_nothing_is_left_behind(own_places):
    own_places.mkdir()
    (own_places / NAME).write_bytes(b"kept")
    before = everything_in(own_places.parent)
    found = looks()
    assert {name: look.state for name, look in found.items()} == dict.fromkeys(
        ("where", "folder", "room", "drive"), "ok"
    )
    assert found["folder"].found == "it can be read and written"
    assert everything_in(own_places.parent) == before


def test_a_folder_that_is_not_there_is_all_right_and_is_not_made(own_places):
    assert looks()["folder"].found == "not there yet"
    assert not own_places.exists()


def test_a_folder_that_cannot_be_made_is_an_error(monkeypatch):
    monkeypatch.setenv("LMCS_SIM_STORE", "/proc/nothing/here")
    look = looks()["folder"]
    assert look.state == "error"
    assert look.found.startswith("it is not there and cannot be made in /proc: ")


def test_a_folder_that_cannot_be_written_in_is_an_error(own_places, monkeypatch):
    own_places.mkdir()

    def refuse(dir):
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr(room.tempfile, "TemporaryFile", refuse)
    look = looks()["folder"]
    assert (look.state, look.found) == ("error", "it cannot be written in: permission denied")


def test_a_folder_that_cannot_be_read_is_an_error(own_places, monkeypatch):
    own_places.mkdir()
    listed = os.listdir

    def refuse(path):
        if Path(path) == own_places:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(room.os, "listdir", refuse)
    assert looks()["folder"].found == "this could not be looked at: permission denied"


@pytest.mark.parametrize("inside", ["", "/deeper"])
def test_a_file_where_a_folder_should_be_is_an_error(own_places, monkeypatch, inside):
    own_places.write_text("a file")
    monkeypatch.setenv("LMCS_SIM_STORE", f"{own_places}{inside}")
    look = looks()["folder"]
    assert look.state == "error"
    assert look.found.endswith("it is a file, not a folder")


@pytest.mark.parametrize(
    ("free", "state"), [(4_999_999, "error"), (5_000_000, "warning"), (99_999_999, "warning"), (100_000_000, "ok")]
)
def test_room_is_told(free, state, monkeypatch):
    monkeypatch.setattr(room.shutil, "disk_usage", lambda path: SimpleNamespace(total=10**12, free=free))
    assert looks()["room"].state == state


def test_a_drive_without_a_size_is_no_full_drive(monkeypatch):
    monkeypatch.setattr(room.shutil, "disk_usage", lambda path: SimpleNamespace(total=0, free=0))
    assert looks()["room"].state == "ok"


@pytest.mark.parametrize(("named", "cure"), [("plays", "a whole path."), ("~/plays", "a whole path, without ~.")])
def test_a_folder_named_from_where_you_are_is_a_warning(named, cure, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LMCS_SIM_STORE", named)
    look = looks()["where"]
    assert look.state == "warning"
    assert str(tmp_path / named) in look.found
    assert look.cure.endswith(cure)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:plays?mode=memory&uri=true"])
def test_plays_kept_in_memory_are_a_warning(url, monkeypatch):
    monkeypatch.setenv("LMCS_SIM_STORE", url)
    assert [(name, look.state) for name, look in looks().items()] == [("where", "warning")]


def test_an_address_that_sqlalchemy_does_not_know_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setenv("LMCS_SIM_STORE", f"sqlite+nonsense:///{tmp_path}/plays.db")
    look = looks()["where"]
    assert look.state == "error"
    assert "sqlite.nonsense" in look.found


def test_a_server_is_named_as_one_and_its_password_is_not_shown(monkeypatch):
    monkeypatch.setenv("LMCS_SIM_STORE", "postgresql://ann:hush@example/plays")
    assert [(name, look.state) for name, look in looks().items()] == [("where", "ok")]
    assert "hush" not in looks()["where"].found
