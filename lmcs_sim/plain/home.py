"""The plain face's home: continue, or choose a scenario."""

from pathlib import Path

from lmcs_sim.faults import LmcsError
from lmcs_sim.plain.face import ask
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.start import run_plain
from lmcs_sim.store.opening import learner_named
from lmcs_sim.store.plays import Store
from lmcs_sim.toml.scenario_files import ScenarioFile, read_all
from lmcs_sim.words.interface import NOT_ADVICE


def run_home(packs: tuple[Path, ...], store: Store, learner: str | None) -> None:
    """Offers what was left unfinished and every scenario; plays the one that is chosen."""
    files, errors = read_all(packs)
    name = learner_named(store, learner)
    unfinished = [saved.log.scenario for saved in store.unfinished(name)]
    tell(paragraphs(f"lmcs-sim. Playing as {name}. {NOT_ADVICE}", "Home"))
    for error in errors:
        tell(paragraphs(str(error.faults[0]), "Left out"))
    latest = next((file for wanted in unfinished for file in files if file.scenario.id == wanted), None)
    if latest is not None:
        tell(paragraphs(f"say continue to go on with {latest.scenario.title}.", "Continue"))
    _list(files)
    while (line := ask()) not in (None, "quit"):
        chosen = latest if line == "continue" else _chosen(files, line or "")
        if chosen is None:
            tell(paragraphs("Give the number or the id of a scenario, or say continue or quit.", "Not understood"))
            continue
        try:
            run_plain(chosen, packs, lambda: store, name, None, anew=False)
        except LmcsError as error:
            tell(paragraphs(str(error.faults[0]), "Fault"))
            continue
        return
    print()


def _list(files: list[ScenarioFile]) -> None:
    for number, file in enumerate(files, start=1):
        scenario = file.scenario
        tell(
            paragraphs(
                f"{number}. {scenario.title}. {scenario.summary} {scenario.minutes} minutes. [{scenario.id}]",
                "Scenario",
            )
        )


def _chosen(files: list[ScenarioFile], line: str) -> ScenarioFile | None:
    if line.isdecimal() and len(line) < 4 and 1 <= int(line) <= len(files):
        return files[int(line) - 1]
    return next((file for file in files if file.scenario.id == line), None)
