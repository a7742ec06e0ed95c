from datetime import timedelta

import pytest

from forecasts.engine import forecast
from forecasts.forecast import Forecast
from forecasts.history import History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.opening_risk import opening_risks, riskiest
from forecasts.promotion import Promotion
from tests.forecasts.histories import MONDAY, PRESALE, at, history, promotion, table

HORIZON = Horizon(MONDAY + timedelta(days=98), 14, 15)
SALE = promotion("sale", "opening", at(100, 20), 4, uplift=4.0)


def made(*promotions: Promotion, horizon: Horizon = HORIZON, noise: int = 1) -> Forecast:
    return forecast(history(table(98, 4.0, noise=noise)), horizon, promotions)[0]


def test_the_first_half_hour_of_a_burst_is_told_as_a_whole() -> None:
    (risk,) = opening_risks(made(SALE), (SALE,))
    volume = made(SALE).series[PRESALE]
    first = HORIZON.minute(at(100, 20)) // 15
    assert (risk.promotion, risk.phase, risk.start, risk.minutes) == ("sale", "opening", at(100, 20), 30)
    assert risk.expected == pytest.approx(volume.mean[first : first + 2].sum())
    assert risk.expected < risk.p90 <= volume.p90[first : first + 2].sum() * 1.001


def test_a_typed_amount_is_riskier_than_one_learnt_from_an_earlier_phase() -> None:
    learnt = (promotion("a", "opening", at(60, 20), 4), promotion("a 2", "opening", at(100, 20), 4))
    (typed,), (seen,) = opening_risks(made(SALE), (SALE,)), opening_risks(made(*learnt), learnt)
    assert 0 <= seen.chance < typed.chance < 0.5


def test_phases_without_a_burst_or_outside_the_horizon_have_no_such_risk() -> None:
    quiet = (promotion("w", "warm_up", at(100), 48, uplift=1.5), promotion("past", "opening", at(60, 20), 4))
    assert opening_risks(made(*quiet), quiet) == ()


def test_a_main_day_that_goes_on_after_its_opening_begins_with_no_burst_but_one_alone_does() -> None:
    opened, alone = (
        promotion("sale", "opening", at(101), 2, uplift=4.0),
        promotion("sale", "main_day", at(101, 2), 22),
    )
    day = Promotion("sale", (*opened.phases, *alone.phases))
    assert [risk.phase for risk in opening_risks(made(day), (day,))] == ["opening"]
    assert [risk.phase for risk in opening_risks(made(alone), (alone,))] == ["main_day"]


def test_a_burst_a_quarter_before_midnight_reaches_into_the_next_day() -> None:
    late = promotion("late", "balance", at(100, 23) + timedelta(minutes=45), 4, uplift=3.0)
    (risk,) = opening_risks(made(late), (late,))
    first = HORIZON.minute(late.phases[0].start) // 15
    assert risk.expected == pytest.approx(made(late).series[PRESALE].mean[first : first + 2].sum())
    last = promotion("last", "opening", at(111, 23) + timedelta(minutes=45), 4, uplift=3.0)
    (risk,) = opening_risks(made(last), (last,))
    assert risk.expected == pytest.approx(made(last).series[PRESALE].mean[-1])


def test_where_intervals_are_an_hour_long_the_first_hour_is_told() -> None:
    (risk,) = opening_risks(made(SALE, horizon=Horizon(HORIZON.first_day, 14, 60)), (SALE,))
    assert risk.minutes == 60


def test_every_skill_has_its_own_and_the_one_that_may_bring_most_is_found() -> None:
    counts = history(table(98, 4.0, noise=1)).series[PRESALE]
    two = History(60, {PRESALE: counts, SeriesKey("", "aftersale"): counts})
    later = promotion("later", "opening", at(105, 10), 4, uplift=9.0)
    promos = (SALE, later)
    risks = opening_risks(forecast(two, HORIZON, promos)[0], promos)
    assert [(risk.promotion, risk.key.skill) for risk in risks] == [
        ("sale", "aftersale"),
        ("sale", "presale"),
        ("later", "aftersale"),
        ("later", "presale"),
    ]
    most = riskiest(risks, "presale")
    assert most is max((risk for risk in risks if risk.key.skill == "presale"), key=lambda risk: risk.p90)
    assert riskiest(risks, "live") is None
