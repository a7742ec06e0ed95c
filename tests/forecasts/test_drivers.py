from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from forecasts.driver import Driver
from forecasts.engine import forecast
from forecasts.findings import Finding
from forecasts.fitted_kernel import fitted_kernel
from forecasts.forecast import Forecast
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.lag_kernel import LagKernel, usual_kernel
from forecasts.source import Source
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, history, promotion, table
from tests.there import there

PAST, AHEAD = 84, 14
HORIZON = Horizon(MONDAY + timedelta(days=PAST), AHEAD, 60)


def daily(values: list[float] | np.ndarray, first: date = MONDAY) -> Counts:
    starts = (np.datetime64(first, "D") + np.arange(len(values))).astype("datetime64[m]")
    return Counts(starts, np.asarray(values, dtype=float))


def swinging(days: int = PAST + AHEAD, seed: int = 1) -> np.ndarray:
    """Visitors that rise and fall at random from day to day."""
    return 3000 * np.exp(0.4 * np.random.default_rng(seed).standard_normal(days))


def inquiries_of(visitors: np.ndarray, rate: float = 0.1, noise: int = 2) -> np.ndarray:
    shape = table(1)[0] / table(1)[0].sum()
    return np.asarray(np.random.default_rng(noise).poisson(rate * visitors[:, None] * shape), dtype=float)


def days_of(made: Forecast, key: SeriesKey = PRESALE) -> np.ndarray:
    return np.asarray(made.series[key].p50.reshape(AHEAD, 24).sum(axis=1))


def codes(findings: Sequence[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_planned_visitors_times_the_rate_carry_swings_no_other_method_can_know() -> None:
    visitors = swinging()
    counts = inquiries_of(visitors)
    past = history(counts[:PAST])
    made, findings = forecast(past, HORIZON, drivers=[Driver("visitors", daily(visitors))])
    blind, _ = forecast(past, HORIZON)
    actual = counts[PAST:].sum(axis=1)
    assert np.abs(days_of(made) - actual).sum() < 0.2 * np.abs(days_of(blind) - actual).sum()
    assert "FC26" in codes(findings)
    rate = next(one for one in made.sources[PRESALE] if one.subject == "inquiry_rate")
    assert (rate.source, rate.name) == (Source.MEASURED, "visitors")
    assert rate.value == pytest.approx(0.1, rel=0.03)


def test_a_driver_that_has_nothing_to_do_with_inquiries_does_little() -> None:
    past = history(table(PAST, noise=3))
    driver = Driver("orders of another shop", daily(np.clip(swinging(seed=4), 2000, 4500)))
    made, _ = forecast(past, HORIZON, drivers=[driver])
    blind, _ = forecast(past, HORIZON)
    weight = next(one.value for one in made.sources[PRESALE] if one.subject == "driver")
    assert there(weight) < 0.05
    assert days_of(made) == pytest.approx(days_of(blind), rel=0.1)


def test_even_a_great_plan_of_a_driver_that_tells_nothing_does_little() -> None:
    visitors = np.clip(swinging(seed=4), 2000, 4500)
    visitors[PAST:] = 12000
    past = history(table(PAST, noise=3))
    made, _ = forecast(past, HORIZON, drivers=[Driver("orders of another shop", daily(visitors))])
    assert days_of(made) == pytest.approx(days_of(forecast(past, HORIZON)[0]), rel=0.35)


def test_a_great_plan_of_a_telling_driver_is_followed_in_full() -> None:
    visitors = swinging()
    past = history(inquiries_of(visitors)[:PAST])
    visitors[PAST:] = 15000
    made, _ = forecast(past, HORIZON, drivers=[Driver("visitors", daily(visitors))])
    assert days_of(made) == pytest.approx(np.full(AHEAD, 1500.0), rel=0.06)


def test_a_history_of_whole_days_is_driven_too() -> None:
    visitors = swinging()
    totals = inquiries_of(visitors).sum(axis=1, keepdims=True)
    past = History(1440, {PRESALE: counted(totals[:PAST])})
    made, _ = forecast(past, HORIZON, drivers=[Driver("visitors", daily(visitors))])
    assert days_of(made) == pytest.approx(totals[PAST:, 0], rel=0.2)


def test_a_young_driver_counts_for_half() -> None:
    visitors = np.full(PAST + AHEAD, 1000.0)
    visitors[: PAST - 14] = np.nan
    made, _ = forecast(history(table(PAST, noise=5)), HORIZON, drivers=[Driver("visitors", daily(visitors))])
    assert next(one.value for one in made.sources[PRESALE] if one.subject == "driver") == pytest.approx(0.5)


def test_days_without_a_plan_are_forecast_without_the_driver_and_named() -> None:
    visitors = swinging()
    past = history(inquiries_of(visitors)[:PAST])
    made, findings = forecast(past, HORIZON, drivers=[Driver("visitors", daily(visitors[: PAST + 10]))])
    blind, _ = forecast(past, HORIZON)
    assert days_of(made)[10:] == pytest.approx(days_of(blind)[10:])
    (told,) = [finding for finding in findings if finding.code == "FC29"]
    assert (told.facts["days"], told.facts["first"]) == (4, MONDAY + timedelta(days=PAST + 10))


def test_a_driver_without_a_past_is_left_out_with_a_warning() -> None:
    driver = Driver("visitors", daily(swinging()[PAST:], MONDAY + timedelta(days=PAST)))
    past = history(table(PAST, noise=6))
    made, findings = forecast(past, HORIZON, drivers=[driver])
    assert "FC27" in codes(findings)
    assert days_of(made) == pytest.approx(days_of(forecast(past, HORIZON)[0]))


def test_a_driver_per_hour_is_added_up_and_may_drive_one_skill_only() -> None:
    visitors = swinging()
    hours = Counts(
        np.datetime64(MONDAY, "m") + np.arange(len(visitors) * 24) * np.timedelta64(60, "m"),
        np.repeat(visitors / 24, 24),
    )
    past = history(inquiries_of(visitors)[:PAST])
    by_hour, _ = forecast(past, HORIZON, drivers=[Driver("visitors", hours, skill="presale")])
    by_day, _ = forecast(past, HORIZON, drivers=[Driver("visitors", daily(visitors))])
    elsewhere, _ = forecast(past, HORIZON, drivers=[Driver("visitors", daily(visitors), skill="aftersale")])
    assert days_of(by_hour) == pytest.approx(days_of(by_day), rel=0.02)
    assert days_of(elsewhere) == pytest.approx(days_of(forecast(past, HORIZON)[0]))


def test_the_plan_makes_a_phase_grow_over_the_earlier_one() -> None:
    counts = table(PAST, 4.0)
    counts[60] *= 3
    visitors = np.full(PAST + AHEAD, 1000.0)
    visitors[60], visitors[88] = 3000.0, 4500.0
    promos = (promotion("sale 2025", "spot_sale", at(60), 24), promotion("sale 2026", "spot_sale", at(88), 24))
    made, _ = forecast(history(counts), HORIZON, promos, drivers=[Driver("visitors", daily(visitors))])
    plain, _ = forecast(history(counts), HORIZON, promos)
    assert days_of(made)[4] == pytest.approx(1.5 * days_of(plain)[4], rel=0.05)
    assert days_of(made)[5] == pytest.approx(days_of(plain)[5], rel=0.02)
    (grown,) = [one for one in made.sources[PRESALE] if one.subject == "growth"]
    assert grown.value == pytest.approx(1.5, rel=0.01)
    assert grown.from_ == "visitors"


def test_a_phase_without_an_earlier_one_follows_the_plan() -> None:
    visitors = np.full(PAST + AHEAD, 1000.0)
    visitors[88] = 2500.0
    promos = (promotion("first", "spot_sale", at(88), 24),)
    made, findings = forecast(history(table(PAST, 4.0)), HORIZON, promos, drivers=[Driver("visitors", daily(visitors))])
    assert days_of(made)[4] == pytest.approx(2.5 * table(PAST + AHEAD, 4.0)[88].sum(), rel=0.03)
    assert "FC28" in codes(findings)
    assert "FC18" not in codes(findings)


KERNEL = LagKernel((1.0, 2.0, 4.0, 2.0, 1.0))


def orders_with_peaks() -> np.ndarray:
    orders = 2000 * np.exp(0.15 * np.random.default_rng(7).standard_normal(PAST + AHEAD))
    orders[[30, 31, 55]] *= 5
    orders[PAST] *= 8
    return orders


def aftersale_of(orders: np.ndarray) -> np.ndarray:
    return inquiries_of(np.nan_to_num(KERNEL.lagged(orders), nan=2000.0), 0.2, noise=8)


@pytest.mark.parametrize("typed", [KERNEL, None])
def test_after_sale_inquiries_lag_orders_by_a_typed_or_fitted_kernel(typed: LagKernel | None) -> None:
    orders = orders_with_peaks()
    counts = aftersale_of(orders)
    driver = Driver("orders", daily(orders), lags=True, kernel=typed)
    made, _ = forecast(history(counts[:PAST]), HORIZON, drivers=[driver])
    actual = counts[PAST:].sum(axis=1)
    assert int(days_of(made).argmax()) == 3
    assert days_of(made)[1:6] == pytest.approx(actual[1:6], rel=0.35)
    source = next(one.source for one in made.sources[PRESALE] if one.subject == "lag")
    assert source is (Source.TYPED if typed else Source.MEASURED)


def test_a_kernel_is_fitted_from_orders_and_what_followed_them() -> None:
    orders = orders_with_peaks()
    found = there(fitted_kernel(orders, aftersale_of(orders).sum(axis=1)))
    assert np.argmax(found.shares) == 2
    assert sum(found.shares[:5]) > 0.85
    assert sum(found.shares) == pytest.approx(1.0)


def test_orders_that_never_vary_teach_no_lag_and_one_is_assumed_with_a_warning() -> None:
    assert fitted_kernel(np.full(90, 100.0), np.full(90, 20.0)) is None
    assert fitted_kernel(np.arange(10.0), np.arange(10.0)) is None
    driver = Driver("orders", daily(np.full(PAST + AHEAD, 100.0)), lags=True)
    made, findings = forecast(history(table(PAST, noise=9)), HORIZON, drivers=[driver])
    assert "FC30" in codes(findings)
    assert next(one.source for one in made.sources[PRESALE] if one.subject == "lag") is Source.ASSUMED


def test_a_kernel_spreads_each_day_over_the_days_after_it() -> None:
    orders = np.zeros(12)
    orders[2] = 100.0
    spread = LagKernel((3.0, 1.0)).lagged(orders)
    assert np.isnan(spread[:2]).all()
    assert spread[2:] == pytest.approx([0, 75, 25, 0, 0, 0, 0, 0, 0, 0])
    assert sum(usual_kernel().shares) == pytest.approx(1.0)


@pytest.mark.parametrize("shares", [(), (1.0,) * 15, (1.0, -0.1), (0.0, 0.0)])
def test_an_impossible_kernel_is_refused(shares: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"kernel|shares"):
        LagKernel(shares)


def test_a_missing_day_of_the_driver_stays_missing() -> None:
    values = daily([5.0, np.nan, 7.0], date(2026, 3, 2))
    per_day = Driver("visitors", values).per_day(date(2026, 3, 1), 4)
    assert np.isnan(per_day).tolist() == [True, False, True, False]
