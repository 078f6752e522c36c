"""The word `export` writes the play so far as files, and says where or why not."""

from running import SMALL_VISIT, run


def talk(given):
    return run("play", SMALL_VISIT, "--plain", "--as", "Ann", given=given).out


def test_export_writes_the_play_so_far_beside_the_plays_that_are_kept(own_places):
    out = talk("turn-her-away\nexport\n")
    assert "debrief-small-visit.html, debrief-small-visit.md" in " ".join(out.partition("Export: ")[2].split())
    page = (own_places / "debrief-small-visit.md").read_text(encoding="utf-8")
    assert "This play has not ended." in page
    assert "You decided: Tell her it is for the officers." in page


def test_the_debrief_says_how_to_keep_it(own_places):
    out = talk("pass-it-on\nput-a-question\n")
    command = out.partition("Export: ")[2].splitlines()[1].split()
    assert command == ["lmcs-sim", "saves", "debrief", "1", "--format", "html", "--to", "debrief.html"]


def test_a_file_in_the_way_of_the_folder_is_said_and_the_play_goes_on(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LMCS_SIM_STORE", f"sqlite:///{tmp_path}/plays.db")
    monkeypatch.setattr("lmcs_sim.store.place.folder_beside", lambda: tmp_path / "file")
    out = talk("export\nagain\n")
    assert "Not written:" in out
    assert "error[E052]: this cannot be written" in " ".join(out.split())
    assert out.count("Scene: The telephone") == 2
