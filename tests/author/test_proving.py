"""A proof worked out in a thread: looked at from time to time, and given up when nobody wants it."""

import time
from threading import Event

from lmcs_sim.author import proving
from lmcs_sim.author.proving import Proving
from lmcs_sim.prove.prove import prove


def wait_for(holds) -> None:
    until = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_gives_the_proof_and_says_how_far_it_came(small_game):
    work = Proving(small_game)
    work.start()
    wait_for(lambda: work.proof is not None)
    assert work.proof.counts == prove(small_game).counts
    assert work.situations > 0


def test_given_up_it_stops_without_a_fault(small_game, monkeypatch):
    stopped = Event()

    def endless(_, progress):
        try:
            while True:
                progress(5, 0, 1)
                time.sleep(0.001)
        finally:
            stopped.set()

    monkeypatch.setattr(proving, "prove", endless)
    work = Proving(small_game)
    work.start()
    wait_for(lambda: work.situations == 5)
    work.leave()
    assert stopped.wait(20)
    assert (work.proof, work.fault) == (None, None)


def test_a_fault_of_ours_is_kept_for_whoever_waits(small_game, monkeypatch):
    def fall_over(_, progress):
        raise RuntimeError("the proof fell over")

    monkeypatch.setattr(proving, "prove", fall_over)
    work = Proving(small_game)
    work.start()
    wait_for(lambda: work.fault is not None)
    assert str(work.fault) == "the proof fell over"
