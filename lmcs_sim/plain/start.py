"""Starting a play in plain lines: the briefing is said before rules, saves and what tells a play are loaded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.interface import reviewed_line

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk
    from lmcs_sim.faults import Fault
    from lmcs_sim.scenario.briefing import Briefing
    from lmcs_sim.scenario.scenario import Scenario
    from lmcs_sim.toml.reader import Document


def briefing_lines(scenario: "Scenario | Briefing") -> Iterator[str]:
    """The briefing, said before any rule is read."""
    review = reviewed_line(scenario.reviewed.by, scenario.reviewed.on, scenario.reviewed.until)
    yield from paragraphs(scenario.title, said("place.scenario"))
    yield from paragraphs(f"{said('common.not-advice')} {review}", said("page.heading.note"))
    if scenario.note:
        yield from paragraphs(scenario.note, said("plain-briefing.before"))
    yield from paragraphs(scenario.briefing, said("place.briefing"))
    for objective in scenario.objectives:
        yield from paragraphs(objective, said("plain-briefing.objective"))


def run_plain(desk: "Desk", document: "Document | Fault", seed: int | None, anew: bool) -> None:
    """Plays one scenario from standard input. The briefing is said before the rest of it, rules and saves are read.

    Raises LmcsError where the scenario has faults: after the briefing, where that has none itself.
    """
    from lmcs_sim.scenario.briefing import briefing_in
    from lmcs_sim.toml.reader import Document

    briefing = briefing_in(document.data) if isinstance(document, Document) else None
    if briefing is not None:
        tell(briefing_lines(briefing))
    from lmcs_sim.toml.scenario_files import scenario_in

    file = scenario_in(document)
    from lmcs_sim.plain.conversation import Conversation
    from lmcs_sim.plain.play import open_session

    talk = Conversation(desk)
    open_session(talk, *desk.start(file, seed, anew))
    talk.run()
