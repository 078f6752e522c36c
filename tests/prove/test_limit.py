"""A proof that is cut short says so, and says nothing it did not see; a higher limit proves."""

import pytest
from generated_games import games
from hypothesis import given
from hypothesis import strategies as st
from small import choice, ending, enquiry, event, game_of, scenario, scene
from strategies import FEW

from lmcs_sim.prove.explore import EDGE_BYTES, NODE_BYTES
from lmcs_sim.prove.faults import faults_in_proof
from lmcs_sim.prove.graph import Limit
from lmcs_sim.prove.machine import MOST_FALLS
from lmcs_sim.prove.prove import prove
from lmcs_sim.prove.record import proof_record
from lmcs_sim.scenario.scenario import Measure, Move, Said

BUSY = 13
"""Enquiries: 8,192 ways to have taken them."""
UNSAID = (
    *("best", "worst", "assured", "expected", "front", "endings", "unreachable", "dead_ends", "never_best"),
    *("no_difference", "chances"),
)
READ = {"known": {"all": [f"f{n}" for n in range(BUSY)]}}


@pytest.fixture(scope="module")
def busy():
    """A scene with so many ways to look about that its situations are looked at in more than one go."""
    facts = {f"f{n}": Said(f"f{n}") for n in range(BUSY)}
    looks = tuple(enquiry(f"look-{n}", costs=0, finds=(f"f{n}",)) for n in range(BUSY))
    return game_of(
        scenario(
            scene("first", choice("go", "second"), enquiry=looks),
            scene("second", choice("stay"), choice("tell", when=READ)),
            fact=facts,
        )
    )


@pytest.fixture(scope="module")
def whole(busy):
    """The proof of it under a limit that is high enough, and what was told meanwhile."""
    told = []
    return prove(busy, Limit(situations=20_000, megabytes=50), lambda *words: told.append(words)), told


def by_luck(events):
    """A game in which so many events may come about at once, in one of two situations."""
    moves = (Move("standing", 1, story=True),)
    low = ending("low", when={"measure": {"standing": {"to": -1}}})
    return game_of(
        scenario(
            scene("first", choice("go"), choice("lose", moves=(Move("standing", -20, story=True),))),
            event=tuple(event(f"v{n}", 1, chance=50, about="press", moves=moves) for n in range(events)),
            ending=(low, ending("high")),
            measure={"standing": Measure("Standing", "trust", 0)},
        )
    )


def says_nothing(proof):
    """Whether only what was met is said."""
    record = proof_record(proof)
    assert [name for name in UNSAID if getattr(proof, name) or record[name] is not None] == []
    assert proof.counts.paths is record["paths"] is None
    assert record["exercised"]["missing"] is None
    assert (record["complete"], record["stopped"]) == (False, proof.stopped)
    return bool(proof.stopped)


def test_at_the_limit_of_situations_it_stops_and_says_so(busy):
    proof = prove(busy, Limit(situations=5_000))
    assert says_nothing(proof)
    assert proof.stopped == "5,000 situations were seen, and there are more (in scene 'first')"
    assert 5_000 < proof.counts.states < 3 * 5_000
    assert proof.counts.transitions > 0


def test_at_the_limit_of_memory_it_stops_and_says_so(busy):
    proof = prove(busy, Limit(megabytes=1))
    assert says_nothing(proof)
    assert proof.stopped == "about 1 MB of memory were taken (in scene 'first')"
    assert proof.counts.states * NODE_BYTES + proof.counts.transitions * EDGE_BYTES < 8 << 20


def test_cut_short_is_the_one_fault_and_raising_the_limit_mends_it(busy, whole):
    (bad,) = faults_in_proof(busy.scenario, prove(busy, Limit(situations=5_000)))
    assert (bad.code, bad.place.path) == ("E105", ("id",))
    assert "5,000 situations were seen" in bad.cause
    assert "--limit" in bad.cure
    assert whole[0].complete
    assert faults_in_proof(busy.scenario, whole[0]) == []


def test_it_tells_how_far_it_came(whole):
    proof, told = whole
    counts, scenes, all_scenes = zip(*told, strict=True)
    assert list(counts) == sorted(counts)
    assert 1 <= counts[0] < 10 < 4_096 < counts[-1] <= proof.counts.states
    assert list(scenes) == sorted(scenes)
    assert (set(scenes), set(all_scenes)) == ({0, 1}, {2})


def test_more_luck_at_once_than_can_be_told_apart_is_cut_short_whatever_the_limit():
    proof = prove(by_luck(11), Limit(situations=10**9, megabytes=10**6))
    assert says_nothing(proof)
    assert proof.stopped == f"luck may fall in over {MOST_FALLS:,} ways at once (on the way to 'end')"
    assert prove(by_luck(10)).counts.paths == 2 * MOST_FALLS


def test_luck_counts_towards_the_limit_of_memory():
    assert prove(by_luck(10), Limit(megabytes=1)).stopped.startswith("about 1 MB of memory")
    assert prove(by_luck(10), Limit(megabytes=4)).complete


@FEW
@given(games(stuck=True), st.integers(1, 40))
def test_a_proof_is_whole_or_says_nothing(made, limit):
    proof, whole = prove(made.game, Limit(situations=limit)), prove(made.game)
    assert whole.complete
    if proof.complete:
        assert proof_record(proof) == proof_record(whole)
    else:
        assert says_nothing(proof)
        assert set(proof.exercised.rules) <= set(whole.exercised.rules)
        assert proof.story_moves == whole.story_moves
