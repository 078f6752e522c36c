"""One contestant of `author.py`, in a process of its own: `python author_timed.py WHAT ARGUMENT…` prints JSON.

`seconds` is CPU time of the work alone; `megabytes` the most the process ever held, `before` what it held before.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import author_bare
from author_story import SCENARIO, STORY

FIRST = 2463534242
"""The number every random player begins with."""

Told = dict[str, Any]


def measured(work: Callable[[], Told]) -> Told:
    """What some work told, with its CPU time and the memory it came to."""
    before, began = _megabytes(), time.process_time()
    told = work()
    return told | {"seconds": time.process_time() - began, "megabytes": _megabytes(), "before": before}


def bare_plays(plays: str) -> Told:
    """Random plays of the tables, and where the measures end in the first 200."""
    story = _bare()

    def run(number_of_plays: int) -> Told:
        number, ends = FIRST, []
        for played in range(number_of_plays):
            number, values, _ = author_bare.play(story, number)
            if played < 200:
                ends.append(values)
        return {"ends": ends}

    run(200)
    return measured(lambda: run(int(plays)))


def our_plays(plays: str, player: str) -> Told:
    """Random plays of the scenario with full scoring, by `playtest`; judgements are remembered within the run alone."""
    from lmcs_sim.author.playtest import playtest

    game = _game(SCENARIO)
    playtest(game, 1, 0, player)

    def run() -> Told:
        playtest(game, int(plays), 0, player)
        return {}

    return measured(run)


def bare_merge() -> Told:
    """Every play of the tables at once."""
    story = _bare()
    return measured(lambda: dict(author_bare.merge(story)))


def report(path: str) -> Told:
    """Everything that is proved of a scenario, and of it what the tables can answer too."""
    from lmcs_sim.prove.prove import prove

    game = _game(Path(path))

    def run() -> Told:
        proof = prove(game)
        counts = proof.counts
        told = {"complete": proof.complete, "states": counts.states, "paths": counts.paths}
        if proof.best is None or proof.worst is None or "safety" not in proof.starts:
            return told
        expected = proof.expected["random"].outcomes["safety"]
        best, worst = (each.outcomes["safety"].value for each in (proof.best, proof.worst))
        return told | {"best": best, "worst": worst, "expected": expected}

    return measured(run)


def parsing(folder: str) -> Told:
    """What tomli needs to parse the files of a folder, already read."""
    import tomli

    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.toml"))]

    def run() -> Told:
        for text in texts:
            tomli.loads(text)
        return {"files": len(texts), "bytes": sum(map(len, texts))}

    return measured(run)


def checking(folder: str) -> Told:
    """What `check` needs for the files of a folder, reading and the rulebook included; the rulebook's part is told."""
    from lmcs_sim.author.checking import check_paths
    from lmcs_sim.toml.packs import find_packs, load_rulebook

    packs = find_packs()
    load_rulebook(packs)
    rulebook = measured(lambda: {"rules": len(load_rulebook(packs).rules)})["seconds"]
    paths = sorted(Path(folder).glob("*.toml"))

    def run() -> Told:
        checked = check_paths(paths, packs)
        return {"files": checked.files, "errors": checked.count("error"), "rulebook": rulebook}

    return measured(run)


def _bare() -> author_bare.Bare:
    return author_bare.bare(json.loads(STORY.read_text(encoding="utf-8")))


def _game(path: Path) -> Any:
    from lmcs_sim.play.game import make_game
    from lmcs_sim.toml.packs import find_packs, load_rulebook
    from lmcs_sim.toml.scenario_files import check_scenario, read_scenario

    book = load_rulebook(find_packs())
    file = read_scenario(path)
    check_scenario(file, book)
    return make_game(file.scenario, book)


def _megabytes() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


CONTESTANTS = {each.__name__: each for each in (bare_plays, our_plays, bare_merge, report, parsing, checking)}


if __name__ == "__main__":
    print(json.dumps(CONTESTANTS[sys.argv[1]](*sys.argv[2:])))
