"""Starting a play in plain lines: the briefing is said before rules, saves and what tells a play are loaded."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.words.interface import NOT_ADVICE, counted, reviewed_line

if TYPE_CHECKING:
    from lmcs_sim.scenario.scenario import Scenario
    from lmcs_sim.store.plays import Store
    from lmcs_sim.toml.scenario_files import ScenarioFile


def briefing_lines(scenario: "Scenario") -> Iterator[str]:
    """The briefing, said before any rule is read."""
    yield from paragraphs(scenario.title, "Scenario")
    yield from paragraphs(
        f"{NOT_ADVICE} {reviewed_line(scenario.reviewed.by, scenario.reviewed.on, scenario.reviewed.until)}", "Note"
    )
    if scenario.note:
        yield from paragraphs(scenario.note, "Before you start")
    yield from paragraphs(scenario.briefing, "Briefing")
    for objective in scenario.objectives:
        yield from paragraphs(objective, "Objective")


def run_plain(
    file: "ScenarioFile",
    packs: tuple[Path, ...],
    open_store: "Callable[[], Store]",
    learner: str | None,
    seed: int | None,
    anew: bool,
) -> None:
    """Plays one scenario from standard input. The briefing is said before rules and saves are read."""
    tell(briefing_lines(file.scenario))
    from lmcs_sim.plain.face import Conversation
    from lmcs_sim.store.opening import open_session
    from lmcs_sim.toml.packs import load_rulebook

    store = open_store()
    book = load_rulebook(packs)
    session, went_on = open_session(store, book, file, learner, seed, anew)
    if went_on:
        tell(
            paragraphs(
                f"You go on where you left off, after {counted(len(session.play.log.steps), 'step')}. "
                "Say new to begin again.",
                "Continue",
            )
        )
    if session.parted is not None:
        from lmcs_sim.plain.transcript import parted_lines

        tell(parted_lines(session.parted))
    Conversation(session, file).run()
