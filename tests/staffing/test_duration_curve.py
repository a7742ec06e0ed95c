"""Measured chat durations by number of chats held, in place of those that follow from effort and thinking."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.simulation.engine import simulate
from scheduler.simulation.manner import Manner
from scheduler.simulation.trials import Trials
from scheduler.staffing.concurrency import curve_of
from scheduler.staffing.duration_curve import duration_at, measured_durations
from scheduler.staffing.effort import chats_per_agent_hour, response_seconds
from scheduler.staffing.engine import predict, staff
from scheduler.staffing.goals import Goals, ServiceGoal

MODEL = Goals(goal=ServiceGoal(0.8, 30.0, None, None, None))
SLOWER = replace(MODEL, chat_duration_by_level="1=330 4=400 8=620")


def day() -> Forecast:
    volume = np.full(48, 120.0)
    return Forecast(
        Horizon(date(2026, 11, 11), 1, 30),
        {SeriesKey("", "presale"): Volume(volume, volume, volume, volume, ("",) * 48)},
    )


@pytest.mark.parametrize(("chats", "seconds"), [(1, 275), (2, 275), (3, 280), (4, 300), (5, 320), (6, 384)])
def test_levels_between_run_straight_and_those_above_keep_the_pace(chats: int, seconds: float) -> None:
    measured = measured_durations("2=275 3=280 5=320")
    assert measured is not None
    assert duration_at(measured, chats) == pytest.approx(seconds)


def test_durations_measured_as_the_model_has_them_change_nothing() -> None:
    curve = curve_of(MODEL)
    text = " ".join(f"{n}={seconds:.9f}" for n, seconds in enumerate(curve.chat_duration_seconds, 1))
    same = curve_of(replace(MODEL, chat_duration_by_level=text))
    assert same.chat_duration_seconds == pytest.approx(curve.chat_duration_seconds)
    assert same.response_seconds == pytest.approx(curve.response_seconds)
    assert same.utilisation == pytest.approx(curve.utilisation)
    assert same.slow_share == pytest.approx(curve.slow_share)


def test_longer_chats_need_more_agents_and_the_quick_reading_agrees() -> None:
    usual, slower = (staff(day(), {"presale": goals}).skills["presale"].base.sum() for goals in (MODEL, SLOWER))
    assert slower > 1.15 * usual
    assert chats_per_agent_hour(SLOWER) == pytest.approx(3600 * curve_of(SLOWER).chats_per_second[-1])
    assert response_seconds(SLOWER) == pytest.approx(curve_of(SLOWER).response_seconds)


def test_the_simulation_serves_at_the_measured_pace() -> None:
    found = staff(day(), {"presale": SLOWER}).skills["presale"]
    present = {"presale": found.base}
    played = simulate(day(), present, {"presale": SLOWER}, Trials(6, 1, Manner(by_message=False)))["presale"]
    expected = predict(day(), present, {"presale": SLOWER})["presale"]
    assert played.over("service_level").value == pytest.approx(float(np.mean(expected.service_level)), abs=0.04)
