import pytest

from lmcs_sim.doctor import examine as room
from lmcs_sim.doctor.examine import TITLES, WIDTH, examine, look_lines, look_records
from lmcs_sim.doctor.look import Look

FINE = Look("program", "runs-from", "ok", "a checkout")
BAD = Look(
    "place",
    "folder",
    "error",
    "it cannot be written in",
    "No play can be kept.",
    "First look at it; `lmcs-sim doctor --json`.",
)


def test_every_part_is_looked_at_in_order():
    parts = [look.part for look in examine()]
    assert list(dict.fromkeys(parts)) == list(TITLES)


def test_a_look_is_told_with_its_sign_its_word_its_meaning_and_its_cure():
    assert list(look_lines([FINE, BAD])) == [
        "The program:",
        "  + ok: runs from: a checkout",
        "",
        "The place of the plays:",
        "  !! error: folder: it cannot be written in",
        "    No play can be kept.",
        "    Do: First look at it; `lmcs-sim doctor --json`.",
        "",
        "1 error, no warnings, 1 ok.",
    ]


def test_long_words_are_wrapped_and_neither_a_command_nor_a_file_is_broken():
    command = "`lmcs-sim check a-pack/with a name`"
    file = "/a/very/long-way/" + "down/" * 20
    found = list(look_lines([Look("place", "folder", "warning", f"see {file}", "why " * 40, f"{'do ' * 20}{command}")]))
    assert any(command in line for line in found)
    assert any(file in line for line in found)
    assert all(len(line) <= WIDTH for line in found if file not in line)


def test_the_looks_as_data_have_every_field():
    assert look_records([BAD]) == [
        {
            "part": "place",
            "name": "folder",
            "state": "error",
            "found": "it cannot be written in",
            "means": "No play can be kept.",
            "cure": "First look at it; `lmcs-sim doctor --json`.",
        }
    ]


@pytest.mark.parametrize(
    ("broken", "part"),
    [
        ("lmcs_sim.doctor.program.own_packs", "program"),
        ("lmcs_sim.doctor.program.built_in", "program"),
        ("lmcs_sim.doctor.examine.see_terminal", "terminal"),
        ("lmcs_sim.doctor.place.store_url", "place"),
        ("lmcs_sim.doctor.leftovers.cache_folder", "leftovers"),
    ],
)
@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), RuntimeError("odd"), ImportError("gone")])
def test_whatever_fails_is_a_look_and_every_other_part_is_looked_at(broken, part, error, monkeypatch):
    def fail(*_):
        raise error

    monkeypatch.setattr(broken, fail)
    looks = examine()
    errors = [look for look in looks if look.state == "error"]
    assert [look.part for look in errors] == [part]
    assert errors[0].means
    assert errors[0].cure
    assert {look.part for look in looks} >= set(TITLES) - {part, "database"}


def test_ones_own_packs_that_cannot_be_read_leave_the_shipped_ones_looked_at(monkeypatch):
    def refuse():
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("lmcs_sim.doctor.program.own_packs", refuse)
    looks = [look for look in examine() if look.part == "program"]
    assert ("packs", "the folder of your own packs cannot be read: permission denied") in [
        (look.name, look.found) for look in looks
    ]
    assert looks[-1].found == "4 scenarios can be played"


@pytest.mark.parametrize("gone", [True, False])
def test_a_working_folder_that_is_gone_is_an_error(gone, tmp_path, monkeypatch):
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    if gone:
        folder.rmdir()
    found = [look.found for look in room._store()]
    assert (found == ["the folder you are in is no longer there"]) == gone


@pytest.mark.parametrize(("url", "database"), [("sqlite://", False), ("nonsense://example", True)])
def test_a_database_on_a_server_is_looked_at_and_one_in_memory_is_not(url, database, monkeypatch):
    monkeypatch.setenv("LMCS_SIM_STORE", url)
    assert any(look.part == "database" for look in room._store()) == database
