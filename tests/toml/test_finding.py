"""Finding a scenario by its id: where packs keep it, and what is said where none does."""

import pytest

from lmcs_sim.faults import Fault, WrongUse
from lmcs_sim.toml.finding import find_document


@pytest.fixture
def pack(tmp_path):
    def make(**files):
        (tmp_path / "scenarios").mkdir()
        for name, text in files.items():
            (tmp_path / "scenarios" / f"{name}.toml").write_text(text, encoding="utf-8")
        return [tmp_path]

    return make


def test_a_scenario_is_found_in_a_file_of_another_name(pack):
    packs = pack(a="=", b='id = "wanted"\nrest = 1', c='id = "c"')
    assert find_document("wanted", packs).data == {"id": "wanted", "rest": 1}


def test_the_file_of_its_name_is_looked_into_first(pack):
    packs = pack(a='id = "wanted"', wanted='id = "wanted"\nrest = 1')
    assert find_document("wanted", packs).data["rest"] == 1


def test_a_file_of_its_name_may_be_another_scenario(pack):
    packs = pack(a='id = "wanted"', wanted='id = "other"')
    assert find_document("wanted", packs).file.endswith("a.toml")


def test_what_is_wrong_with_the_file_of_its_name_is_not_passed_over(pack):
    packs = pack(a='id = "wanted"', wanted="=", unnamed="title = 'x'")
    assert isinstance(find_document("wanted", packs), Fault)
    assert find_document("unnamed", packs).data == {"title": "x"}


def test_an_id_that_nothing_has_is_answered_with_the_nearest(pack):
    with pytest.raises(WrongUse, match="Did you mean 'wanted'"):
        find_document("wanted-it", pack(a='id = "wanted"', b="=", c="id = 3"))
