"""What the rooms of the store share: the day that a moment falls on."""

import datetime as dt
import os
import time

import pytest

from lmcs_sim.store.base import local_day


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs tzset")
def test_a_moment_falls_on_the_day_that_it_was_here(monkeypatch):
    try:
        for zone, day in (("UTC0", 21), ("XXX-2", 22), ("YYY5", 21)):
            monkeypatch.setitem(os.environ, "TZ", zone)
            time.tzset()
            assert local_day("2026-11-21T22:30:00.000001+00:00") == dt.date(2026, 11, day)
    finally:
        monkeypatch.undo()
        time.tzset()
