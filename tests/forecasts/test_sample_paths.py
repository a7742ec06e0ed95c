from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.dependence import Dependence, dependence
from forecasts.engine import forecast
from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from forecasts.quantiles import quantile
from forecasts.sample_paths import day_totals, sample_paths
from tests.forecasts.histories import MONDAY, PRESALE, history, table

TWO_DAYS = Horizon(MONDAY, 2, 30)


def volume(horizon: Horizon = TWO_DAYS, phases: str = "", **parts: float) -> Volume:
    middle = 20 + 10 * np.sin(np.arange(horizon.intervals) / 9)
    named = (phases,) * horizon.intervals
    return Volume(middle * 0.7, middle, middle * 1.5, middle, named, dependence=Dependence(**parts))


def test_quantiles_of_every_interval_agree_with_the_volume() -> None:
    asked = volume()
    paths = sample_paths(asked, TWO_DAYS, 6000, 1)
    assert paths.shape == (6000, 96)
    for share, wanted in ((0.1, asked.p10), (0.5, asked.p50), (0.9, asked.p90)):
        assert np.quantile(paths, share, axis=0) == pytest.approx(wanted, rel=0.05)
    assert np.quantile(paths, 0.8, axis=0) == pytest.approx(quantile(asked, 0.8), rel=0.05)


def test_whole_days_vary_more_than_independent_intervals_would() -> None:
    together = day_totals(sample_paths(volume(day=0.5, hours=0.3), TWO_DAYS, 2000, 2), TWO_DAYS)
    alone = day_totals(sample_paths(volume(day=0.0, hours=0.0), TWO_DAYS, 2000, 2), TWO_DAYS)
    assert (together.std(axis=0) > 3 * alone.std(axis=0)).all()


def test_a_day_varies_less_than_if_all_its_quantiles_came_true_at_once() -> None:
    asked = volume()
    totals = day_totals(sample_paths(asked, TWO_DAYS, 2000, 3), TWO_DAYS)[:, 0]
    assert asked.p10[:48].sum() < np.quantile(totals, 0.1) < np.quantile(totals, 0.9) < asked.p90[:48].sum()


def test_the_same_seed_gives_the_same_paths_and_another_one_others() -> None:
    one, again, other = (sample_paths(volume(), TWO_DAYS, 5, seed) for seed in (7, 7, 8))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_intervals_of_a_phase_rise_and_fall_together() -> None:
    calm = sample_paths(volume(day=0.1, hours=0.0), TWO_DAYS, 2000, 4)
    phase = sample_paths(volume(phases="spot_sale", day=0.1, hours=0.0), TWO_DAYS, 2000, 4)
    assert np.corrcoef(calm[:, 0], calm[:, 90])[0, 1] < 0.2
    assert np.corrcoef(phase[:, 0], phase[:, 90])[0, 1] > 0.5


def test_closed_intervals_stay_empty_and_no_path_is_negative() -> None:
    horizon = Horizon(MONDAY, 1, 60)
    zero = np.zeros(24)
    high = np.where(np.arange(24) < 8, 0.0, 3.0)
    paths = sample_paths(Volume(zero, zero, high, zero, ("",) * 24), horizon, 500, 5)
    assert not paths[:, :8].any()
    assert paths.min() >= 0
    assert paths[:, 8:].max() < 30


def test_a_volume_that_does_not_fill_the_horizon_is_refused() -> None:
    with pytest.raises(ValueError, match="fill"):
        sample_paths(volume(), Horizon(MONDAY, 3, 30), 5, 1)


@given(shares=st.lists(st.floats(0.001, 0.999), min_size=2, max_size=6), low=st.floats(0, 5), up=st.floats(0, 9))
@settings(max_examples=50, deadline=None)
def test_quantiles_rise_with_their_share(shares: list[float], low: float, up: float) -> None:
    middle = np.array([5.0, 0.0])
    asked = Volume(np.array([5 - low, 0]), middle, middle + up, middle, ("", ""))
    rising = np.array([quantile(asked, share) for share in sorted(shares)])
    assert (np.diff(rising, axis=0) >= -1e-9).all()
    assert (rising >= 0).all()


def test_stored_quantiles_come_back_and_impossible_shares_are_refused() -> None:
    asked = volume()
    for share, wanted in ((0.1, asked.p10), (0.5, asked.p50), (0.9, asked.p90)):
        assert quantile(asked, share) == pytest.approx(wanted)
    with pytest.raises(ValueError, match="share"):
        quantile(asked, 1.0)


def test_what_days_and_hours_share_is_measured_from_errors() -> None:
    rng = np.random.default_rng(6)
    horizon = Horizon(MONDAY, 400, 60)
    wanted = Dependence(day=0.4, hours=0.35)
    unit = Volume(
        np.full(9600, 100 - 12.816), np.full(9600, 100.0), np.full(9600, 112.816), np.zeros(9600), ("",) * 9600
    )
    errors = sample_paths(replace(unit, dependence=wanted), horizon, 1, 9)[0].reshape(400, 24) - 100
    errors[rng.random(errors.shape) < 0.1] = np.nan
    found = dependence(errors, 60)
    assert found.day == pytest.approx(wanted.day, abs=0.1)
    assert found.hours == pytest.approx(wanted.hours, abs=0.1)


def test_too_few_errors_tell_nothing_about_dependence() -> None:
    assert dependence(np.ones((2, 24)), 60) == Dependence()


def test_a_series_whose_days_swing_as_a_whole_has_wide_day_totals() -> None:
    counts = table(98, 4.0, noise=12) * np.random.default_rng(13).gamma(20, 1 / 20, (98, 1))
    horizon = Horizon(MONDAY.fromordinal(MONDAY.toordinal() + 98), 7, 60)
    made = forecast(history(counts), horizon)[0].series[PRESALE]
    totals = day_totals(sample_paths(made, horizon, 1000, 1), horizon)
    assert made.dependence.day > 0.2
    assert 0.12 < (totals.std(axis=0) / totals.mean(axis=0)).mean() < 0.45
