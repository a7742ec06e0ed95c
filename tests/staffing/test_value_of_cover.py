from datetime import date

import numpy as np
import pytest

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.engine import predict, staff
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.value_of_cover import CustomerWorth, lost_with_fewer, value_of_cover

GOALS = {"presale": Goals(goal=ServiceGoal(average_response_seconds=None, reply_rate=None, slow_share=None))}
WORTH = {"presale": CustomerWorth(conversion=0.25, order_value=200)}


def forecast(volume: Numbers) -> Forecast:
    series = Volume(volume, volume, volume, volume, ("",) * len(volume))
    return Forecast(Horizon(date(2026, 11, 11), 1, 1440 // len(volume)), {SeriesKey("", "presale"): series})


DAY = forecast(np.concatenate((np.full(20, 60.0), np.full(8, 400.0), np.full(20, 60.0))))
REQUIREMENT = staff(DAY, GOALS)
BASE = REQUIREMENT.skills["presale"].base


@pytest.mark.parametrize("interval", [3, 21, 27, 47])
def test_the_loss_is_what_a_prediction_of_the_whole_day_adds(interval: int) -> None:
    present = BASE.copy()
    present[interval] -= 1
    usual, short = (predict(DAY, {"presale": these}, GOALS)["presale"].lost.sum() for these in (BASE, present))
    assert lost_with_fewer(DAY, REQUIREMENT, GOALS)["presale"][interval] == pytest.approx(
        short - usual, rel=0.01, abs=0.02
    )


def test_more_agents_missing_lose_more_customers() -> None:
    one, three = (lost_with_fewer(DAY, REQUIREMENT, GOALS, fewer)["presale"][20:28] for fewer in (1, 3))
    assert np.all(three > 1.5 * one)


def test_the_price_is_customers_lost_times_conversion_times_order_value() -> None:
    lost = lost_with_fewer(DAY, REQUIREMENT, GOALS)["presale"]
    value = value_of_cover(DAY, REQUIREMENT, GOALS, WORTH)["presale"]
    half_hours = 2
    assert value == pytest.approx(lost * 0.25 * 200 * half_hours * 0.85)
    assert np.all(value >= 0)
    assert value[20:28].max() > 0


def test_nobody_required_is_worth_nothing() -> None:
    calm = {"presale": Goals(minimum_present=0)}
    empty = forecast(np.zeros(48))
    assert not value_of_cover(empty, staff(empty, calm), calm, WORTH)["presale"].any()


def test_a_skill_without_a_worth_has_no_value() -> None:
    assert value_of_cover(DAY, REQUIREMENT, GOALS, {}) == {}
