"""Writing the debrief as files from the terminal: beside the plays that are kept, and the screen says where."""

from piloting import on, press_to, shown, take, until

from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen


async def test_the_debrief_is_written_beside_the_plays_and_the_screen_says_where(small_app, own_places):
    async with small_app(opened=True).run_test(size=(120, 30)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "pass-it-on", "put-a-question")
        screen = await on(pilot, DebriefScreen)
        assert "Written" not in shown(screen)
        await until(pilot, lambda: screen.attainable is not None)
        await pilot.press("e")
        await pilot.pause()
        said = shown(screen).replace(" ", "")
        assert f"Writtenin{own_places}:debrief-small-visit.html,debrief-small-visit.md" in said
    page = (own_places / "debrief-small-visit.html").read_text(encoding="utf-8")
    assert "The best that any play of this can do" in page
    assert "Ann" not in page
    assert (own_places / "debrief-small-visit.md").read_text(encoding="utf-8").startswith("# Debrief")


async def test_a_folder_that_cannot_be_written_is_said_and_the_debrief_stays(small_app, monkeypatch, tmp_path):
    async with small_app(opened=True).run_test(size=(120, 30)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "pass-it-on", "put-a-question")
        screen = await on(pilot, DebriefScreen)
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("LMCS_SIM_STORE", str(tmp_path / "file"))
        await pilot.press("e")
        await pilot.pause()
        assert "error[E052]: this cannot be written" in shown(screen)
        assert "Duty: the council's duties" in shown(screen)
