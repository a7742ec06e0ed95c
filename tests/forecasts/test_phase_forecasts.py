from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest

from forecasts.engine import forecast
from forecasts.findings import InputError
from forecasts.forecast import Volume
from forecasts.history import History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, history, promotion, table

EARLIER, NOW = 60, 88
"""Days of the earlier promotion and of the one to forecast, both Fridays."""


def burst(counts: np.ndarray, day: int, hour: int, strength: float = 200.0) -> np.ndarray:
    """Add an opening's burst: a start and two hours of dying away."""
    parts = counts.shape[1] // 24
    flat = counts.ravel()
    start = (day * 24 + hour) * parts
    decay = np.exp(-np.arange(4 * parts) / parts)
    flat[start : start + 4 * parts] += strength * decay / parts
    return flat.reshape(counts.shape)


def ahead(days: int = 7, interval_minutes: int = 60) -> Horizon:
    return Horizon(MONDAY + timedelta(days=84), days, interval_minutes)


def volume(past: History, promotions: Sequence[Promotion], horizon: Horizon | None = None) -> Volume:
    return forecast(past, horizon or ahead(), promotions)[0].series[PRESALE]


def codes(past: History, promotions: Sequence[Promotion]) -> list[str]:
    return [finding.code for finding in forecast(past, ahead(), promotions)[1]]


def two_openings(hour_then: int, hour_now: int, hours: float = 4.0) -> tuple[Promotion, ...]:
    return (
        promotion("sale 2025", "opening", at(EARLIER, hour_then), hours),
        promotion("sale 2026", "opening", at(NOW, hour_now), hours),
    )


def test_a_burst_is_learnt_from_the_earlier_opening() -> None:
    past = history(burst(table(84), EARLIER, 20))
    expected = volume(past, two_openings(20, 20)).p50.reshape(7, 24)
    wanted = burst(table(91), NOW, 20)[84:]
    assert expected[4] == pytest.approx(wanted[4], rel=0.05, abs=0.5)
    assert expected[3] == pytest.approx(wanted[3], rel=0.01)


@pytest.mark.parametrize("hour", [0, 8, 20])
def test_shifting_the_opening_moves_the_peak(hour: int) -> None:
    past = history(burst(table(84), EARLIER, 20))
    expected = volume(past, two_openings(20, hour)).p50
    assert int(expected.argmax()) == (NOW - 84) * 24 + hour


def test_an_opening_off_the_hour_is_learnt_from_finer_rows() -> None:
    past = history(burst(table(84, interval_minutes=30), EARLIER, 20))
    now = Promotion("sale 2026", (Phase("opening", at(NOW, 20) + timedelta(minutes=30), at(NOW + 1, 0)),))
    expected = volume(past, (two_openings(20, 20)[0], now)).p50.reshape(7, 24)[4]
    assert expected[20] - table(91)[88, 20] == pytest.approx(200 * (1 / 2), rel=0.05)


def test_promotion_days_do_not_raise_the_ordinary_level() -> None:
    counts = table(84)
    counts[70:84] *= 3
    promo = promotion("fair", "spot_sale", at(70), 14 * 24)
    assert volume(history(counts), (promo,)).p50 == pytest.approx(table(91)[84:].ravel(), rel=0.01)


def test_days_of_a_gradual_phase_follow_the_earlier_wave() -> None:
    wave = 1 + 2 * np.exp(-(((np.arange(10) - 3) / 2.5) ** 2))
    counts = table(84)
    counts[50:60] *= wave[:, None]
    promos = (
        promotion("sale 2025", "returns", at(50), 240),
        promotion("sale 2026", "returns", at(86), 240),
    )
    expected = volume(history(counts), promos, ahead(14)).p50.reshape(14, 24).sum(axis=1)
    usual = table(98)[84:].sum(axis=1)
    assert expected[:2] == pytest.approx(usual[:2], rel=0.01)
    assert expected[2:12] / usual[2:12] == pytest.approx(wave, rel=0.3)
    assert expected[2:12].sum() == pytest.approx((usual[2:12] * wave).sum(), rel=0.1)


def test_a_second_skill_takes_its_wave_days_after_the_opening() -> None:
    aftersale = SeriesKey("", "aftersale")
    calm = table(84, 0.5)
    calm[EARLIER + 3 : EARLIER + 6] *= 3
    past = History(60, {PRESALE: counted(burst(table(84), EARLIER, 0)), aftersale: counted(calm)})

    def sale(name: str, day: int) -> Promotion:
        opening = Phase("opening", at(day), at(day, 4))
        return Promotion(name, (opening, Phase("returns", at(day + 3), at(day + 6))))

    made, _ = forecast(past, ahead(14), (sale("sale 2025", EARLIER), sale("sale 2026", NOW)))
    days = made.series[aftersale].p50.reshape(14, 24).sum(axis=1) / table(98, 0.5)[84:].sum(axis=1)
    assert days[4] == pytest.approx(1.0, rel=0.1)
    assert days[7:10] == pytest.approx(np.full(3, 3.0), rel=0.1)


def test_a_typed_uplift_wins_over_the_learnt_one() -> None:
    past = history(burst(table(84), EARLIER, 20))
    then, _ = two_openings(20, 20)
    now = promotion("sale 2026", "opening", at(NOW, 20), 4, uplift=10.0)
    expected = volume(past, (then, now)).p50.reshape(7, 24)[4]
    assert expected[20:].sum() == pytest.approx(10 * table(91)[88, 20:].sum())
    assert expected[20] > expected[22]


def test_a_typed_total_is_met_over_the_phase_and_all_series() -> None:
    other = SeriesKey("second shop", "presale")
    past = History(60, {PRESALE: counted(table(84, 3.0)), other: counted(table(84, 1.0))})
    promo = promotion("sale", "opening", at(NOW, 20), 2, expected_inquiries=2600)
    made, _ = forecast(past, ahead(), (promo,))
    evening = slice((NOW - 84) * 24 + 20, (NOW - 84) * 24 + 22)
    parts = [made.series[key].p50[evening].sum() for key in (PRESALE, other)]
    assert sum(parts) == pytest.approx(2600)
    assert parts[0] == pytest.approx(3 * parts[1], rel=0.01)


def test_a_typed_total_of_a_phase_that_outlasts_the_horizon_is_met_in_part_only() -> None:
    promo = promotion("sale", "spot_sale", at(90), 48, expected_inquiries=1000)
    expected = volume(history(table(84)), (promo,)).p50.reshape(7, 24)[6].sum()
    assert 400 < expected < 600


def test_a_typed_total_fills_a_phase_in_closed_hours() -> None:
    counts = table(84)
    counts[:, 1:6] = np.nan
    promo = promotion("night", "own word", at(NOW, 2), 2, expected_inquiries=100)
    expected = volume(history(counts), (promo,)).p50.reshape(7, 24)[4]
    assert expected[2:4] == pytest.approx([50, 50])


def test_an_opening_nobody_knows_is_assumed_and_said_so() -> None:
    promo = promotion("first sale", "opening", at(NOW), 24)
    expected = volume(history(table(84)), (promo,)).p50.reshape(7, 24)[4]
    assert expected[:2].sum() == pytest.approx(0.2 * expected.sum(), rel=0.02)
    assert "FC13" in codes(history(table(84)), (promo,))


def test_a_phase_nobody_knows_stays_ordinary_with_a_wide_range() -> None:
    promo = promotion("first sale", "warm_up", at(NOW), 24)
    expected = volume(history(table(84)), (promo,))
    day = slice(4 * 24, 5 * 24)
    assert expected.p50 == pytest.approx(table(91)[84:].ravel(), rel=0.01)
    assert expected.p90[day].sum() > 1.6 * expected.p50[day].sum()
    assert "FC18" in codes(history(table(84)), (promo,))


def test_an_earlier_phase_without_two_clean_weeks_before_it_teaches_nothing() -> None:
    counts = burst(table(84), 8, 20)
    promos = (promotion("sale 2025", "opening", at(8, 20), 4), two_openings(20, 20)[1])
    found = codes(history(counts), promos)
    assert "FC14" in found
    assert "FC13" in found


def test_two_earlier_promotions_narrow_the_range() -> None:
    counts = burst(burst(table(84), 40, 20), EARLIER, 20)
    first = promotion("sale 2024", "opening", at(40, 20), 4)
    both = volume(history(counts), (first, *two_openings(20, 20)))
    one = volume(history(burst(table(84), EARLIER, 20)), two_openings(20, 20))
    peak = 4 * 24 + 20
    assert both.p90[peak] - both.p10[peak] < one.p90[peak] - one.p10[peak]


def test_the_family_of_promotions_is_preferred_as_teacher() -> None:
    counts = burst(burst(table(84), 40, 20, 50.0), EARLIER, 20, 400.0)
    promos = (
        promotion("618 2026", "opening", at(40, 20), 4),
        promotion("双11 2025", "opening", at(EARLIER, 20), 4),
        promotion("双11 2026", "opening", at(NOW, 20), 4),
    )
    assert volume(history(counts), promos).p50[4 * 24 + 20] == pytest.approx(400 + table(91)[88, 20], rel=0.05)


def test_where_phases_overlap_the_later_one_wins() -> None:
    promos = (
        promotion("a", "warm_up", at(NOW), 24, uplift=2.0),
        promotion("b", "spot_sale", at(NOW, 12), 12, uplift=5.0),
    )
    expected = volume(history(table(84)), promos)
    usual = table(91)[88]
    assert expected.p50.reshape(7, 24)[4] == pytest.approx(np.r_[2 * usual[:12], 5 * usual[12:]], rel=0.01)
    assert expected.phases[4 * 24 : 5 * 24] == ("warm_up",) * 12 + ("spot_sale",) * 12
    assert set(expected.phases[: 4 * 24]) == {""}


def test_a_phase_that_already_runs_goes_on_as_it_began() -> None:
    counts = table(84)
    counts[80:] *= 2
    promo = promotion("fair", "spot_sale", at(80), 6 * 24)
    expected = volume(history(counts), (promo,)).p50.reshape(7, 24).sum(axis=1)
    usual = table(91)[84:].sum(axis=1)
    assert expected[0] > 1.3 * usual[0]
    assert expected[3] == pytest.approx(usual[3], rel=0.01)


def test_a_broken_promotion_calendar_is_refused() -> None:
    with pytest.raises(InputError):
        forecast(history(table(84)), ahead(), (promotion("x", "opening", at(NOW), -2),))


def test_quantiles_stay_ordered_in_phases() -> None:
    expected = volume(history(burst(table(84, noise=3), EARLIER, 20)), two_openings(20, 0))
    assert (expected.p10 <= expected.p50).all()
    assert (expected.p50 <= expected.p90).all()
    assert (expected.p10 >= 0).all()
