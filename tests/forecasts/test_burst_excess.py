import numpy as np
import pytest

from forecasts.burst_excess import burst_excess


def test_a_burst_far_beyond_chance_is_kept() -> None:
    ordinary = np.full(4, 10.0)
    actual = np.array([500.0, 200.0, 80.0, 30.0])
    assert burst_excess(actual, ordinary) == pytest.approx(actual - ordinary, rel=0.03, abs=2)


def test_jumps_that_chance_explains_are_no_burst() -> None:
    ordinary = np.full(6, 2.0)
    assert burst_excess(np.array([0.0, 4.0, 2.0, 1.0, 3.0, 3.0]), ordinary) == pytest.approx(np.zeros(6), abs=0.1)


def test_a_steady_rise_keeps_the_shape_of_ordinary_days() -> None:
    ordinary = np.array([10.0, 40.0, 20.0])
    assert burst_excess(3 * ordinary, ordinary) == pytest.approx(2 * ordinary, rel=0.02)


def test_nothing_usual_gives_what_came() -> None:
    assert burst_excess(np.full(3, 100.0), np.zeros(3)) == pytest.approx(np.full(3, 100.0), rel=0.01)
