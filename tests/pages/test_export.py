"""Pages as files: nothing is overwritten unasked, and what cannot be written is one clear fault."""

import pytest

from lmcs_sim.faults import WrongUse
from lmcs_sim.pages.export import export_debrief, write_page
from lmcs_sim.play.play import undo


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_is_there_is_left_as_it_was_unless_overwriting_is_asked_for(tmp_path):
    path = tmp_path / "page.html"
    write_page(path, "é one")
    with pytest.raises(WrongUse, match=r"page\.html: error\[E052\]: there is a file here already"):
        write_page(path, "two")
    assert path.read_bytes() == "é one".encode()
    write_page(path, "two", overwrite=True)
    assert path.read_bytes() == b"two"


def test_a_folder_that_is_not_there_is_one_fault(tmp_path):
    with pytest.raises(WrongUse, match="this cannot be written: no such file or directory"):
        write_page(tmp_path / "none" / "page.html", "text")


def test_the_debrief_is_written_as_a_page_and_in_markdown_and_the_same_again_is_not(tmp_path, ended, proved):
    folder = tmp_path / "store"
    paths = export_debrief(folder, ended, proved)
    assert names(folder) == ["debrief-small-visit.html", "debrief-small-visit.md"]
    assert paths[0].read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert paths[1].read_text(encoding="utf-8").startswith("# Debrief: The small visit\n")
    assert export_debrief(folder, ended, proved) == paths
    assert len(names(folder)) == 2


def test_another_play_gets_another_name(tmp_path, ended, proved):
    first = export_debrief(tmp_path, ended, proved)
    before = [path.read_bytes() for path in first]
    second = export_debrief(tmp_path, undo(ended), proved)
    assert [path.name for path in second] == ["debrief-small-visit-2.html", "debrief-small-visit-2.md"]
    assert [path.read_bytes() for path in first] == before


def test_a_folder_that_is_a_file_is_one_fault(tmp_path, ended):
    (tmp_path / "store").write_text("")
    with pytest.raises(WrongUse, match="E052"):
        export_debrief(tmp_path / "store", ended)
