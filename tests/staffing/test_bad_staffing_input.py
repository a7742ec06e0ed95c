"""Input that makes no sense: one Chinese sentence that says what to do, or an answer that is finite; never NaN."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from app.wording import choose_language
from app.wording.findings import sentence
from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.curves import staff_with_curves
from scheduler.staffing.engine import predict, staff
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.shrinkage import whole_agents

HORIZON = Horizon(date(2026, 11, 11), 1, 60)
NAN = float("nan")


@pytest.fixture(autouse=True)
def in_chinese() -> Iterator[None]:
    choose_language("zh_CN")
    yield
    choose_language("zh_CN")


def day(volume: Numbers) -> Forecast:
    return Forecast(HORIZON, {SeriesKey("", "presale"): Volume(volume, volume, volume, volume, ("",) * 24)})


USUAL = day(np.full(24, 60.0))


def told(goals: Goals, forecast: Forecast = USUAL) -> str:
    with pytest.raises(InputError) as refused:
        staff(forecast, {"presale": goals})
    return sentence(refused.value.findings[0])


@pytest.mark.parametrize("seconds", [0.0, -5.0, NAN])
def test_a_reply_that_takes_no_time_or_less_is_refused(seconds: float) -> None:
    text = told(Goals(seconds_per_reply=seconds))
    assert "客服每条回复用时" in text
    assert "至少" in text


def test_a_negative_time_to_think_is_refused() -> None:
    assert "顾客每条回复用时" in told(Goals(customer_think_seconds=-1.0))


@pytest.mark.parametrize("patience", [0.0, -1.0, NAN])
def test_patience_of_nothing_is_refused(patience: float) -> None:
    assert "顾客耐心" in told(Goals(patience_seconds=patience))


@pytest.mark.parametrize("limit", [0, -3])
def test_a_concurrency_below_one_is_refused(limit: int) -> None:
    assert "接待上限" in told(Goals(max_concurrency=limit))


@pytest.mark.parametrize("share", [1.0, 1.5, NAN])
def test_a_shrinkage_of_everything_is_refused(share: float) -> None:
    assert "损耗率" in told(Goals(shrinkage=share))


@pytest.mark.parametrize("text", ["00:00-06:00=1.0", "part_time"])
def test_a_shrinkage_by_hour_that_makes_no_sense_is_refused(text: str) -> None:
    assert "00:00-06:00=0.05" in told(Goals(shrinkage_by_hour=text))


@pytest.mark.parametrize("text", ["part_time=1", "part_time", "=0.1", "part_time=0.1 part_time=0.2"])
def test_a_shrinkage_by_contract_that_makes_no_sense_is_refused(text: str) -> None:
    assert "part_time=0.1" in told(Goals(shrinkage_by_contract=text))


@pytest.mark.parametrize("text", ["1=0", "8=489 1=275", "x=3", "0=100"])
def test_measured_durations_that_make_no_sense_are_refused(text: str) -> None:
    assert "1=275 4=328" in told(Goals(chat_duration_by_level=text))


def test_measured_durations_shorter_than_their_effort_are_refused() -> None:
    assert "60 秒" in told(Goals(chat_duration_by_level="1=30 8=489"))


def test_a_reply_gap_under_the_effort_of_one_reply_is_out_of_reach() -> None:
    text = told(Goals(goal=ServiceGoal(average_response_seconds=8.0)))
    assert "平均响应 8 秒" in text
    assert "10 秒" in text


def test_a_first_response_under_the_effort_of_one_reply_is_out_of_reach() -> None:
    assert "首次响应 9 秒" in told(Goals(goal=ServiceGoal(first_response_seconds=9.0)))


def test_a_reply_gap_under_the_fastest_measured_is_out_of_reach() -> None:
    measured = Goals(chat_duration_by_level="1=400 8=700", goal=ServiceGoal(average_response_seconds=30.0))
    assert "平均响应 30 秒" in told(measured)


@pytest.mark.parametrize("name", ["service_level", "reply_rate", "utilisation"])
def test_a_goal_of_everything_is_refused(name: str) -> None:
    assert "0.8" in told(Goals(goal=replace(ServiceGoal(), **{name: 1.0})))


@pytest.mark.parametrize("wrong", [NAN, -1.0, float("inf")])
def test_a_volume_that_is_not_a_count_is_refused(wrong: float) -> None:
    volume = np.full(24, 60.0)
    volume[7] = wrong
    assert "1 个时段" in told(Goals(), day(volume))


def test_a_million_inquiries_an_hour_are_refused_for_agents_and_predicted_for_those_present() -> None:
    volume = np.zeros(24)
    volume[3] = 1_000_000.0
    assert "1000000 条咨询" in told(Goals(), day(volume))
    found = predict(day(volume), {"presale": np.full(24, 100.0)}, {"presale": Goals()})["presale"]
    assert np.all(np.isfinite(found.lost))
    assert 900_000 < found.lost.sum() <= 1_000_001


@pytest.mark.parametrize("inquiries", [0.0, 20_000.0])
def test_very_many_inquiries_an_hour_or_none_get_a_finite_requirement(inquiries: float) -> None:
    volume = np.zeros(24)
    volume[3] = inquiries
    only = Goals(goal=ServiceGoal(0.8, 30.0, None, None, None))
    part = staff_with_curves(day(volume), {"presale": only}).skills["presale"]
    assert np.all(np.isfinite(part.requirement))
    assert all(np.all(np.isfinite(curve)) for curve in part.curves.values())
    assert np.all(np.isfinite(part.service.lost))
    assert not np.isnan(whole_agents(float(part.base.max()), 0.15))


def test_nobody_present_is_a_finite_answer() -> None:
    found = predict(USUAL, {"presale": np.zeros(24)}, {"presale": Goals()})["presale"]
    assert np.all(found.service_level == 0)
    assert np.all(np.isfinite(found.lost))
    assert found.lost.sum() == pytest.approx(24 * 60, rel=0.05)
