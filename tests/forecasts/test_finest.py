"""Counts at several intervals laid out at the finest one."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasts.finest import added_up, at_finest, finest_of, spread

MINUTES = st.lists(st.integers(0, 40), min_size=1, max_size=12, unique=True).map(sorted)


@given(MINUTES, st.sampled_from([(60, 15), (60, 30), (30, 15), (60, 20)]), st.randoms(use_true_random=False))
def test_what_is_spread_keeps_every_sum_and_is_never_negative(
    hours: list[int], lengths: tuple[int, int], draw: Random
) -> None:
    length, interval = lengths
    starts = np.array(hours, dtype=np.int64) * length
    counts = np.array([float(draw.randrange(0, 500)) for _ in hours])
    fine = spread(starts, counts, length, interval)
    assert fine[1].min() >= 0
    back = added_up(*fine, interval, length)
    assert back[0].tolist() == starts.tolist()
    assert back[1] == pytest.approx(counts)


def test_what_was_counted_finely_stays_and_the_rest_follows_its_neighbours() -> None:
    hours = np.array([0, 60, 120, 180], dtype=np.int64), np.array([10.0, 40.0, 400.0, 100.0])
    quarters = np.array([60, 75, 90, 105, 120], dtype=np.int64), np.array([1.0, 2.0, 3.0, 4.0, 9.0])
    starts, counts = at_finest({60: hours, 15: quarters}, finest_of({60, 15}))
    assert starts.tolist() == list(range(0, 240, 15))
    assert counts[4:8].tolist() == [1, 2, 3, 4]  # counted in all its quarters
    assert counts[8:12].sum() == pytest.approx(400)  # of this hour one quarter only
    assert counts[12] > counts[15]  # a burst dies away within the hour, too


def test_finer_counts_than_asked_for_are_added_up() -> None:
    quarters = np.array([0, 15, 30, 45, 60], dtype=np.int64), np.array([1.0, 2.0, 3.0, 4.0, 9.0])
    starts, counts = at_finest({15: quarters}, 60)
    assert (starts.tolist(), counts.tolist()) == ([0], [10.0])
