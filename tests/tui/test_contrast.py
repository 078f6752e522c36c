"""Contrast, computed from what is drawn: every text of every screen in every theme, wherever the pointer stands."""

from pathlib import Path

from drawn import pieces
from piloting import Driver, app_of, on, press_to, shown, take, until
from running import SMALL_VISIT
from textual.app import App
from textual.theme import Theme

from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.settings.settings import THEMES
from lmcs_sim.tui.screens.debrief import DebriefScreen
from lmcs_sim.tui.screens.play import PlayScreen
from lmcs_sim.tui.screens.preview import PreviewScreen
from lmcs_sim.tui.themes import FLOORS, put_on

EDGES = 3.0
"""What edges, bars and signs need, none of which says anything alone."""
HIDDEN = 1.05
"""An edge in the colour that it stands on is not drawn."""


def faint(app: App[int], where: str, floors: dict[str, float]) -> list[str]:
    """What of a screen is too faint in the theme it is in."""
    name = app.theme
    return [
        f"{where}, {name}, line {piece.line}: {piece.text.strip()!r} has {piece.contrast:.2f}"
        for piece in pieces(app.screen)
        if piece.contrast < (floors[name] if piece.words else EDGES) and (piece.words or piece.contrast > HIDDEN)
    ]


async def look(pilot: Driver, where: str, *texts: str) -> None:
    """Looks at a screen in every theme. `texts` must be on it, or another one was looked at."""
    await pilot.pause()
    for name in THEMES:
        put_on(pilot.app, name)
        await pilot.pause()
        drawn = " ".join(piece.text for piece in pieces(pilot.app.screen))
        assert all(text in drawn for text in texts), (where, drawn)
        assert not faint(pilot.app, where, dict(FLOORS))


async def test_home_and_what_opens_from_it(small_app):
    async with small_app().run_test(size=(80, 40)) as pilot:
        await look(pilot, "home", "Guidance")
        await pilot.hover(offset=(10, 4))
        await look(pilot, "home, hovered over")
        for key, where, text in (
            ("n", "name", "Who is playing?"),
            ("o", "settings", "Colours"),
            ("question_mark", "help", "Help"),
            ("colon", "palette", "Library"),
            ("l", "library", "The small visit"),
        ):
            await pilot.press(key)
            await look(pilot, where, text)
            await pilot.press("escape")


async def test_the_guidance_reader_with_and_without_words_in_its_search(small_app):
    async with small_app().run_test(size=(100, 40)) as pilot:
        await pilot.press("g")
        await look(pilot, "guidance", "Search the guidance")
        await pilot.press("slash")
        await look(pilot, "guidance, searching", "earch the guidance")
        await pilot.press(*"xyzzy")
        await look(pilot, "guidance, nothing found", "xyzzy")


async def test_a_play_from_its_briefing_to_its_debrief(small_app):
    async with small_app(opened=True).run_test(size=(100, 70), notifications=True) as pilot:
        await look(pilot, "briefing", "practise")
        await press_to(pilot, PlayScreen)
        await pilot.press("1")
        await look(pilot, "play, pointing", "Decide")
        for severity in ("information", "warning", "error"):
            pilot.app.notify("What is told.", title=severity, severity=severity)
        await until(pilot, lambda: "What is told." in shown(pilot.app.screen))
        await look(pilot, "play, being told", "What is told.")
        await take(pilot, "ask-how")
        await look(pilot, "play, asked", "(asked)")
        await take(pilot, "turn-her-away", on_to_next=False)
        await look(pilot, "result", "Departed")
        await pilot.press("w", "tab")
        await look(pilot, "result in full", "Departed")
        await press_to(pilot, PlayScreen, key="space")
        await take(pilot, "cast-the-vote")
        if isinstance(pilot.app.screen, PlayScreen):
            await take(pilot, pilot.app.screen.items()[-1].step)
        screen = await on(pilot, DebriefScreen)
        await look(pilot, "debrief", "What mattered most", "Duty by theme")
        screen.query_one("#page").scroll_end(animate=False)
        await look(pilot, "debrief, at its end", "What to play next", "Open the next scenario")


async def test_what_is_kept_of_plays_and_what_is_learnt_from_them(small_app):
    async with small_app(opened=True).run_test(size=(100, 40)) as pilot:
        await press_to(pilot, PlayScreen)
        await take(pilot, "ask-how", "turn-her-away")
        await pilot.press("n")
        await look(pilot, "note", "Save")
        await pilot.press(*"Ask", "ctrl+s", "h", "up")
        await look(pilot, "history", "The telephone", "Ask")
        await pilot.press("home", "u")
        await look(pilot, "history, asking", "yes")
        await pilot.press("escape", "escape", "m")
        await look(pilot, "notes", "Ask")
        await pilot.press("escape")
        await take(pilot, "cast-the-vote", "file-them")
        await on(pilot, DebriefScreen)
        await pilot.press("p")
        await until(pilot, lambda: "The small visit" in shown(pilot.app.screen))
        await look(pilot, "progress", "Progress")
        await pilot.press("escape", "escape")
        await pilot.press("i")
        await look(pilot, "tour", "You are the Lead Member")
        await pilot.press("escape", "s")
        await look(pilot, "saves", "The small visit")
        await pilot.press("escape", "r")
        await until(pilot, lambda: pilot.app.screen.check_action("answer", ()) is True)
        await look(pilot, "review", "Review")
        await pilot.press("space")
        await until(pilot, lambda: pilot.app.screen.check_action("good", ()) is True)
        await look(pilot, "review, answered", "Review")


async def test_the_authors_screens(shipped: Rulebook, tmp_path: Path):
    pack = tmp_path / "pack"
    (pack / "scenarios").mkdir(parents=True)
    text = SMALL_VISIT.read_text(encoding="utf-8")
    path = pack / "scenarios" / "visit.toml"
    path.write_text(text, encoding="utf-8")
    app = app_of((shipped, []))
    app.desk.packs = (pack,)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: "2 notes" in shown(app.screen))
        await look(pilot, "author", "The small visit")
        await pilot.press("enter")
        await look(pilot, "scenario", "Note")
        await pilot.press("p", "1")
        await on(pilot, PreviewScreen)
        await look(pilot, "preview", "Note")
        path.write_text(text.replace('act = "vote"', 'act = "voot"'), encoding="utf-8")
        await until(pilot, lambda: "Error" in shown(app.screen))
        await look(pilot, "preview with faults", "Error")


async def test_a_text_that_is_too_faint_is_found():
    app = App[int]()
    app.register_theme(Theme(name="faint", primary="#777777", foreground="#999999", background="#ffffff", dark=False))
    app.theme = "faint"
    async with app.run_test(notifications=True) as pilot:
        app.notify("What is told.")
        await until(pilot, lambda: "What is told." in shown(app.screen))
        assert faint(app, "anywhere", {"faint": 4.5})
