from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.engine import forecast
from forecasts.findings import InputError
from forecasts.forecast import Volume
from forecasts.history import History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Promotion
from tests.forecasts.histories import MONDAY, PRESALE, counted, history, table


def after(days: int, length: int = 7, interval_minutes: int = 60) -> Horizon:
    return Horizon(MONDAY + timedelta(days=days), length, interval_minutes)


def volume(past: History, horizon: Horizon, promotions: Sequence[Promotion] = ()) -> Volume:
    return forecast(past, horizon, promotions)[0].series[PRESALE]


def codes(past: History, horizon: Horizon) -> set[str]:
    return {finding.code for finding in forecast(past, horizon)[1]}


@pytest.mark.parametrize("days", [14, 35, 70])
def test_the_forecast_of_a_history_that_repeats_is_that_history(days: int) -> None:
    expected = volume(history(table(days)), after(days))
    assert expected.p50 == pytest.approx(table(days + 7)[days:].ravel(), rel=1e-6, abs=1e-9)
    assert expected.mean == pytest.approx(expected.p50)


def test_the_forecast_of_a_constant_is_the_constant_without_a_range() -> None:
    expected = volume(history(np.full((63, 24), 12.0)), after(63))
    for quantile in (expected.p10, expected.p50, expected.p90):
        assert quantile == pytest.approx(np.full(168, 12.0))


@given(seed=st.integers(0, 10**6), days=st.integers(8, 70), level=st.floats(0.02, 20))
@settings(max_examples=25, deadline=None)
def test_quantiles_are_ordered_finite_and_never_negative(seed: int, days: int, level: float) -> None:
    counts = table(days, level, noise=seed)
    try:
        expected = volume(history(counts), after(days))
    except InputError:
        return
    assert (expected.p10 >= 0).all()
    assert (expected.p10 <= expected.p50).all()
    assert (expected.p50 <= expected.p90).all()
    assert np.isfinite(expected.p90).all()


@given(factor=st.floats(1.5, 50))
@settings(max_examples=10, deadline=None)
def test_a_history_times_k_gives_a_forecast_times_k(factor: float) -> None:
    counts = table(56, level=20, noise=5)
    one, many = volume(history(counts), after(56)), volume(history(counts * factor), after(56))
    assert many.p50 == pytest.approx(one.p50 * factor, rel=0.02, abs=1e-6)


def test_a_missing_week_is_not_read_as_zero() -> None:
    counts = table(70, noise=6)
    lacking = counts.copy()
    lacking[56:63] = np.nan
    assert volume(history(lacking), after(70)).p50.sum() == pytest.approx(
        volume(history(counts), after(70)).p50.sum(), rel=0.03
    )


@pytest.mark.parametrize("factor", [0.0, 5.0])
def test_a_single_odd_day_does_not_pull_the_level(factor: float) -> None:
    counts = table(70, noise=7)
    damaged = counts.copy()
    damaged[66] *= factor
    assert volume(history(damaged), after(70)).p50.sum() == pytest.approx(
        volume(history(counts), after(70)).p50.sum(), rel=0.03
    )


def test_closed_hours_and_weekdays_stay_at_zero() -> None:
    counts = table(56, noise=8)
    counts[:, :8] = np.nan
    counts[6::7] = 0
    expected = volume(history(counts), after(56))
    assert expected.p90.reshape(7, 24)[:, :8].max() == 0
    assert expected.p90.reshape(7, 24)[6].max() == 0
    assert expected.p50.reshape(7, 24)[0, 10] > 0


def test_a_finer_history_is_added_up() -> None:
    counts = table(42, interval_minutes=15)
    expected = volume(history(counts), after(42, interval_minutes=60))
    assert expected.p50 == pytest.approx(table(49)[42:].ravel(), rel=1e-6)


def test_a_coarser_history_is_split_and_said_so() -> None:
    past, horizon = history(table(42)), after(42, interval_minutes=15)
    expected = volume(past, horizon)
    assert expected.p50.reshape(-1, 4).sum(axis=1) == pytest.approx(table(49)[42:].ravel(), rel=1e-6)
    assert "FC11" in codes(past, horizon)


def test_a_history_of_whole_days_is_split_by_an_assumed_day() -> None:
    past = History(1440, {PRESALE: counted(table(42).sum(axis=1, keepdims=True))})
    expected = volume(past, after(42))
    assert expected.p50.reshape(7, 24).sum(axis=1) == pytest.approx(table(49)[42:].sum(axis=1), rel=1e-6)


def test_intervals_that_do_not_divide_one_another_keep_the_day() -> None:
    expected = volume(history(table(42, interval_minutes=20)), after(42, interval_minutes=30))
    assert expected.p50.reshape(7, 48).sum(axis=1) == pytest.approx(table(49)[42:].sum(axis=1), rel=1e-6)


def test_less_than_a_week_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        forecast(history(table(6)), after(6))
    assert [finding.code for finding in refused.value.findings] == ["FC01"]


def test_every_series_too_short_is_named() -> None:
    short = counted(table(5))
    with pytest.raises(InputError) as refused:
        forecast(History(60, {SeriesKey("a", "x"): short, SeriesKey("b", "x"): short}), after(5))
    assert [finding.facts["shop"] for finding in refused.value.findings] == ["a", "b"]


def test_an_empty_history_is_refused() -> None:
    with pytest.raises(InputError):
        forecast(History(60, {}), after(10))
    with pytest.raises(InputError):
        forecast(history(np.full((3, 24), np.nan)), after(10))


def test_two_weeks_are_forecast_with_a_wider_range_and_a_warning() -> None:
    assert "FC02" in codes(history(table(14, noise=9)), after(14))
    assert "FC02" not in codes(history(table(35, noise=9)), after(35))


def test_a_history_that_ends_long_before_widens_the_range() -> None:
    past = history(table(84, noise=10))
    near, far = volume(past, after(84)), volume(past, after(84 + 70))
    assert (far.p90 - far.p10).sum() > 1.2 * (near.p90 - near.p10).sum()
    assert far.p50.sum() == pytest.approx(near.p50.sum(), rel=0.1)
    assert "FC10" in codes(past, after(84 + 70))


def test_rows_inside_the_horizon_are_not_looked_at() -> None:
    counts = table(70, noise=11)
    changed = counts.copy()
    changed[56:] *= 9
    horizon = after(56)
    assert volume(history(changed), horizon).p50 == pytest.approx(volume(history(counts), horizon).p50)
    assert "FC17" in codes(history(counts), horizon)


def test_each_series_is_forecast_by_itself() -> None:
    busy, calm = SeriesKey("shop", "presale"), SeriesKey("shop", "aftersale")
    both = History(60, {busy: counted(table(42, 4.0)), calm: counted(table(42, 0.5))})
    made, _ = forecast(both, after(42))
    assert made.series[busy].p50.sum() == pytest.approx(8 * made.series[calm].p50.sum(), rel=0.01)


def test_ranges_hold_about_eight_of_ten_outcomes() -> None:
    counts = table(98, noise=12) * np.random.default_rng(13).gamma(50, 1 / 50, (98, 1))
    expected = volume(history(counts[:84]), after(84, 14))
    open_times = expected.p90 > 0
    actual = counts[84:].ravel()
    inside = ((actual >= expected.p10) & (actual <= expected.p90))[open_times].mean()
    assert 0.7 < inside < 0.97


def test_statutory_holidays_in_the_horizon_are_mentioned() -> None:
    past = history(table(42), date(2026, 8, 17))
    assert "FC21" in codes(past, Horizon(date(2026, 9, 28), 7, 60))


def test_the_method_is_named() -> None:
    assert forecast(history(table(70, noise=14)), after(70))[0].method == "blend"
    assert forecast(history(table(21, noise=14)), after(21))[0].method == "core10"
