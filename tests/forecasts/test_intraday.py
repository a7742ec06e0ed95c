from datetime import timedelta

import numpy as np
import pytest

from forecasts.engine import forecast
from forecasts.forecast import Forecast
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.intraday import USUAL_EXPONENT, Teaching, reforecast, teaching, update
from forecasts.intraday_update import at_intervals, updated
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, history, promotion, table

PAST = 98
HORIZON = Horizon(MONDAY + timedelta(days=PAST), 3, 60)


def swinging(strength: float = 0.25, days: int = PAST + 3, level: float = 8.0) -> np.ndarray:
    """Days that are strong or weak as a whole."""
    rng = np.random.default_rng(1)
    return rng.poisson(table(days, level) * np.exp(strength * rng.standard_normal((days, 1)))).astype(float)


def actuals_until(counts: np.ndarray, hours: int, factor: float = 1.0) -> History:
    starts = np.datetime64(HORIZON.start, "m") + np.arange(hours) * np.timedelta64(60, "m")
    return History(60, {PRESALE: Counts(starts, counts[PAST, :hours] * factor)})


def plain(counts: np.ndarray) -> Forecast:
    return forecast(history(counts[:PAST]), HORIZON)[0]


def test_a_strong_morning_raises_the_rest_of_the_day_and_only_that() -> None:
    counts = swinging()
    made = plain(counts)
    told, changes = updated(made, history(counts[:PAST]), actuals_until(made_counts(made, 1.3), 12), at(PAST, 12))
    before, after = made.series[PRESALE].p50.reshape(3, 24), told.series[PRESALE].p50.reshape(3, 24)
    assert after[0, :12] == pytest.approx(1.3 * before[0, :12])
    assert (1.15 * before[0, 12:] < after[0, 12:]).all()
    assert after[1:] == pytest.approx(before[1:])
    assert changes[PRESALE].exponent > 0.7


def made_counts(made: Forecast, factor: float) -> np.ndarray:
    """A table whose first forecast day is the forecast times a factor."""
    day = made.series[PRESALE].p50[:24] * factor
    return np.vstack([np.zeros((PAST, 24)), day])


def test_where_mornings_say_nothing_about_evenings_little_changes() -> None:
    rng = np.random.default_rng(2)
    counts = table(PAST, 8.0)
    counts[:, :12] *= np.exp(0.25 * rng.standard_normal((PAST, 1)))
    counts[:, 12:] *= np.exp(0.25 * rng.standard_normal((PAST, 1)))
    made = plain(np.vstack([counts, counts[:3]]))
    _, changes = updated(made, history(counts), actuals_until(made_counts(made, 1.25), 12), at(PAST, 12))
    assert changes[PRESALE].exponent < 0.3
    assert changes[PRESALE].factor < 1.06


def test_ranges_narrow_once_the_morning_is_known() -> None:
    counts = swinging()
    made = plain(counts)
    told, _ = updated(made, history(counts[:PAST]), actuals_until(made_counts(made, 1.0), 12), at(PAST, 12))
    before, after = made.series[PRESALE], told.series[PRESALE]
    assert (after.p90 - after.p10)[12:24].sum() < 0.8 * (before.p90 - before.p10)[12:24].sum()
    assert (after.p10 == after.p90)[:12].all()
    assert (after.p10 <= after.p50).all()
    assert (after.p50 <= after.p90).all()


def test_a_day_far_beyond_chance_is_followed_at_least_by_half_though_mornings_taught_nothing() -> None:
    counts = table(PAST + 3, 8.0, noise=3)
    made = plain(counts)
    _, changes = updated(made, history(counts[:PAST]), actuals_until(made_counts(made, 2.0), 12), at(PAST, 12))
    assert changes[PRESALE].exponent < 0.3
    assert changes[PRESALE].factor == pytest.approx(np.sqrt(2.0), rel=0.1)


def test_the_first_hours_alone_never_decide() -> None:
    known = Teaching(np.full((30, 24), 10.0), np.full((30, 24), 10.0))
    assert update(40, 20, 220, 2 / 24, known).factor == pytest.approx(1.0)
    assert update(160, 80, 160, 8 / 24, known).factor > 1.2


def test_with_few_days_to_learn_from_half_the_surprise_goes_on() -> None:
    change = update(120, 100, 100, 0.5, teaching(()))
    assert change.exponent == USUAL_EXPONENT
    assert change.factor == pytest.approx(np.sqrt(120.5 / 100.5))


def test_nothing_expected_or_nothing_left_changes_nothing() -> None:
    known = Teaching(np.ones((30, 24)), np.ones((30, 24)))
    assert update(5, 0, 100, 0.1, known).factor == 1.0
    assert update(500, 100, 0, 1.0, known).factor == 1.0


def test_the_surprise_of_a_phase_goes_on_to_its_next_days_with_exponent_three_tenths() -> None:
    counts = table(PAST, 8.0)
    promo = (promotion("fair", "spot_sale", at(PAST), 48, uplift=2.0),)
    made, _ = forecast(history(counts), HORIZON, promo)
    told, _ = updated(made, history(counts), actuals_until(made_counts(made, 1.5), 24), at(PAST, 23), promo)
    before, after = made.series[PRESALE].p50.reshape(3, 24), told.series[PRESALE].p50.reshape(3, 24)
    assert after[1].sum() / before[1].sum() == pytest.approx(1.5**0.3, rel=0.01)
    assert after[2] == pytest.approx(before[2])


def test_missing_actuals_keep_the_forecast_and_do_not_count_as_zero() -> None:
    counts = swinging()
    made = plain(counts)
    whole = actuals_until(made_counts(made, 1.2), 12).series[PRESALE]
    part = History(60, {PRESALE: Counts(np.delete(whole.starts, [8, 9]), np.delete(whole.inquiries, [8, 9]))})
    told, changes = updated(made, history(counts[:PAST]), part, at(PAST, 12))
    assert told.series[PRESALE].p50[8] == pytest.approx(made.series[PRESALE].p50[8])
    assert changes[PRESALE].ratio == pytest.approx(1.2, rel=0.02)


def test_series_without_actuals_stay() -> None:
    counts = swinging()
    made = plain(counts)
    elsewhere = History(60, {SeriesKey("other", "x"): actuals_until(counts, 5).series[PRESALE]})
    told, changes = updated(made, history(counts[:PAST]), elsewhere, at(PAST, 5))
    assert told.series[PRESALE] is made.series[PRESALE]
    assert not changes


def test_finer_actuals_are_added_up_and_incomplete_ones_left_out() -> None:
    starts = np.datetime64(HORIZON.start, "m") + np.arange(5) * np.timedelta64(30, "m")
    together = at_intervals(Counts(starts, np.array([1.0, 2, 3, 4, 5])), 30, HORIZON)
    assert together.inquiries.tolist() == [3.0, 7.0]
    assert not len(at_intervals(Counts(starts, np.ones(5)), 120, HORIZON))


def test_a_moment_outside_the_horizon_is_refused() -> None:
    made = plain(swinging())
    with pytest.raises(ValueError, match="outside"):
        reforecast(made.series[PRESALE], HORIZON, counted(np.ones((1, 24))), at(PAST - 1), teaching(()))
