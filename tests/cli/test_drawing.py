import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from running import ROOT, SMALL_VISIT, run

from lmcs_sim.play.play import Log
from lmcs_sim.store.place import store_url
from lmcs_sim.store.plays import Store

SHIPPED = sorted((ROOT / "scenarios").glob("*.toml"))
LEAST = ROOT / "scenarios" / "one-more-portfolio.toml"
"""The shipped scenario with the fewest situations: the quickest to prove."""


def edited(path, into, old, new):
    """A copy of a scenario file in which one text stands for another."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    into.write_text(text.replace(old, new), encoding="utf-8")
    return into


# --- graph ---


def test_a_graph_is_told_as_text_with_what_is_proved():
    ran = run("graph", SMALL_VISIT)
    assert ran.code == 0
    assert ran.err == f"Proving {SMALL_VISIT}…\n"
    assert "Proved whole" in ran.out
    assert "On the best path." in ran.out


def test_without_a_proof_the_shape_alone_is_drawn_and_nothing_is_proved():
    ran = run("graph", SMALL_VISIT, "--no-prove")
    assert (ran.code, ran.err) == (0, "")
    assert "The shape alone" in ran.out


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_drawn_in_every_format(path):
    forms = {
        form: run("graph", path.stem, "--no-prove", "--format", form) for form in ("text", "mermaid", "dot", "svg")
    }
    assert {ran.code for ran in forms.values()} == {0}
    assert "Scene 1, " in forms["text"].out
    assert forms["mermaid"].out.startswith("flowchart TD\n")
    assert len(forms["mermaid"].out) < 50_000, "Mermaid draws no longer text"
    assert forms["dot"].out.startswith(f'digraph "{path.stem}" {{\n')
    assert ET.fromstring(forms["svg"].out).tag.endswith("svg")


def test_a_file_with_faults_is_not_drawn():
    ran = run("graph", Path(__file__).parent.parent / "bad" / "loop-of-scenes.toml")
    assert ran.code == 1
    assert ran.out == ""
    assert "error[E030]" in ran.err


def test_a_scenario_nobody_has_is_asked_wrongly():
    assert run("graph", "no-such-scenario").code == 2
    assert run("graph", SMALL_VISIT, "--format", "png").code == 2


# --- diff ---


def test_a_text_does_not_differ_from_itself():
    ran = run("diff", SMALL_VISIT, SMALL_VISIT)
    assert ran.code == 0
    assert ran.out.endswith("No difference of meaning.\n")
    assert ran.err.count("Proving ") == 2


def test_an_edit_of_a_shipped_scenario_is_told_in_words(tmp_path):
    text = LEAST.read_text(encoding="utf-8")
    changed = tmp_path / "changed.toml"
    changed.write_text(text.replace('to = "ten-past-four" }]', 'to = "two-hats" }]'), encoding="utf-8")
    ran = run("diff", LEAST, changed)
    assert ran.code == 0
    assert "Scenes:\n  Never reached, was reached: ten-past-four, one-hat.\n" in ran.out
    assert "Endings:\n" in ran.out
    assert "No difference" not in ran.out


def test_kept_plays_of_the_new_text_are_replayed_against_it(tmp_path):
    kept = {"Asha": ("pass-it-on", "cast-the-vote"), "Ben": ("pass-it-on", "put-a-question"), "Cal": ("elsewhere",)}
    store = Store(store_url())
    for learner, steps in kept.items():
        of = "another" if learner == "Cal" else "small-visit"
        store.begin(learner, Log(of, "hash", "rules", 1, steps=steps))
    store.close()
    changed = edited(SMALL_VISIT, tmp_path / "changed.toml", 'id = "cast-the-vote"', 'id = "vote-at-once"')
    ran = run("diff", SMALL_VISIT, changed)
    assert "Recorded plays: 1 of 2 as before." in ran.out
    assert "Play 1, Asha: parts at step 2, because 'cast-the-vote' is not on offer" in ran.out
    plays = json.loads(run("diff", SMALL_VISIT, changed, "--json").out)["plays"]
    assert {item["of"]: item["outcome"] for item in plays} == {"play 1, Asha": "parts", "play 2, Ben": "as before"}


def test_a_comparison_is_data_when_asked():
    record = json.loads(run("diff", SMALL_VISIT, SMALL_VISIT, "--json").out)
    assert record["same"] is True
    assert record["changes"] == []
    assert all(item["outcome"] == "as before" for item in record["ways"])


def test_either_file_may_have_faults():
    bad = Path(__file__).parent.parent / "bad" / "loop-of-scenes.toml"
    for pair in ((bad, SMALL_VISIT), (SMALL_VISIT, bad)):
        ran = run("diff", *pair)
        assert (ran.code, ran.out) == (1, "")
        assert "Proving" not in ran.err


def test_a_diff_needs_two_texts():
    assert run("diff", SMALL_VISIT).code == 2
    assert run("diff", SMALL_VISIT, "no-such-scenario").code == 2
