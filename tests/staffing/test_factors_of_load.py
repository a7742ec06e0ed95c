"""Shrinkage by hour, work that may wait, what an agent manages, and the curves beside the requirement."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.concurrency import curve_of
from scheduler.staffing.curves import staff_with_curves
from scheduler.staffing.deferrable import in_time, worked_off
from scheduler.staffing.effort import chats_per_agent_hour, response_seconds, working_level
from scheduler.staffing.engine import deferrable_of, predict, staff
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.requirement import DEFERRABLE, ERLANG_A, ERLANG_C, VALUE
from scheduler.staffing.roster_loop import Rostered, served_roster
from scheduler.staffing.shrinkage import for_chats
from scheduler.staffing.shrinkage_by_hour import shrinkage_of, shrinkage_spans

HORIZON = Horizon(date(2026, 11, 11), 1, 30)
VOLUME = np.concatenate((np.full(16, 20.0), np.full(8, 200.0), np.full(24, 80.0)))


def forecast(volume: Numbers) -> Forecast:
    series = Volume(volume * 0.8, volume, volume * 1.4, volume, ("",) * len(volume))
    return Forecast(HORIZON, {SeriesKey("", "aftersale"): series})


DAY = forecast(VOLUME)
GOALS = Goals(minimum_present=1)


def base(goals: Goals) -> Numbers:
    return staff(DAY, {"aftersale": goals}).skills["aftersale"].base


def test_shrinkage_of_an_hour_divides_that_hour_only() -> None:
    goals = replace(GOALS, shrinkage=0.2, shrinkage_by_hour="00:00-08:00=0.05 22:00-24:00=0.5")
    found = staff(DAY, {"aftersale": goals}).skills["aftersale"]
    shares = shrinkage_of(goals, HORIZON)
    assert (shares[0], shares[20], shares[47]) == (0.05, 0.2, 0.5)
    assert found.requirement == pytest.approx(found.base / (1 - shares))


@pytest.mark.parametrize("text", ["8-9=0.1", "00:00-08:00=1.0", "00:00-25:00=0.1", "00:00-00:00=0.1", "x"])
def test_a_shrinkage_that_says_nothing_of_the_kind_is_refused(text: str) -> None:
    assert shrinkage_spans(text) is None
    with pytest.raises(InputError) as refused:
        base(replace(GOALS, shrinkage_by_hour=text))
    assert [finding.code for finding in refused.value.findings] == ["ST15"]


def test_work_that_may_wait_lowers_the_peak() -> None:
    at_once, waiting = base(GOALS), base(replace(GOALS, deferrable_share=0.5, deadline_minutes=480))
    assert waiting.max() < at_once.max()
    assert waiting.sum() < at_once.sum()


def test_a_longer_deadline_never_raises_the_peak() -> None:
    peaks = [base(replace(GOALS, deferrable_share=0.6, deadline_minutes=m)).max() for m in (30, 120, 480)]
    assert peaks == sorted(peaks, reverse=True)


def test_all_work_due_is_done_in_time_and_none_before_it_comes() -> None:
    work, present = np.array([4.0, 0, 0, 6, 0, 0]), np.array([1.0, 3, 1, 1, 1, 1])
    done = worked_off(work, present, 4.0)
    assert done.tolist() == [3, 1, 0, 3, 3, 0]
    assert in_time(done, work, 1)
    assert not in_time(done, work, 0)


def test_the_quick_reading_of_the_curve_is_the_curve() -> None:
    curve = curve_of(GOALS)
    assert response_seconds(GOALS) == pytest.approx(curve.response_seconds)
    assert working_level(GOALS) == pytest.approx(curve.allowed_level(30.0))
    free = replace(GOALS, goal=ServiceGoal(average_response_seconds=None))
    assert working_level(free) == 8
    assert chats_per_agent_hour(free) == pytest.approx(3600 * curve.chats_per_second[-1])


@pytest.fixture(scope="module")
def curves() -> dict[str, Numbers]:
    goals = replace(GOALS, conversion=0.3, order_value=150.0)
    return dict(staff_with_curves(DAY, {"aftersale": goals}).skills["aftersale"].curves)


def test_a_higher_quantile_requires_no_fewer_agents(curves: dict[str, Numbers]) -> None:
    assert curves["p50"].sum() < curves["p80"].sum() < curves["p90"].sum()
    assert curves["p50"] == pytest.approx(staff(DAY, {"aftersale": GOALS}).skills["aftersale"].requirement)


def test_baselines_and_value_stand_beside_the_requirement(curves: dict[str, Numbers]) -> None:
    assert np.all(curves[ERLANG_C] > 0)
    assert np.all(curves[ERLANG_A] > 0)
    assert curves[VALUE].max() > 0
    assert VALUE not in staff_with_curves(DAY, {"aftersale": GOALS}).skills["aftersale"].curves


@pytest.mark.parametrize("inquiries", [50_000.0, 0.0])
def test_a_hundred_thousand_inquiries_an_hour_or_none_are_staffed_with_finite_numbers(inquiries: float) -> None:
    horizon = Horizon(date(2026, 11, 11), 1, 60)
    volume = np.zeros(24)
    volume[3] = 2 * inquiries
    day = Forecast(horizon, {SeriesKey("", "aftersale"): Volume(volume, volume, volume, volume, ("",) * 24)})
    present = {"aftersale": np.full(24, 100.0)}
    service = predict(day, present, {"aftersale": GOALS})["aftersale"]
    assert np.all(np.isfinite(service.lost))
    assert np.isnan(service.service_level[10])
    assert np.all((service.reply_rate >= 0) | (volume == 0))


def test_agents_on_work_that_may_wait_are_named_and_answer_no_chats() -> None:
    goals = {"aftersale": replace(GOALS, shrinkage=0.2, deferrable_share=0.5, deadline_minutes=480)}
    found = staff(DAY, goals)
    waiting = deferrable_of(DAY, goals)["aftersale"]
    part = found.skills["aftersale"]
    assert waiting.tolist() == part.curves[DEFERRABLE].tolist()
    given = predict(DAY, {"aftersale": for_chats(part.requirement, np.full(48, 0.2), waiting)}, goals)["aftersale"]
    assert given.service_level == pytest.approx(part.service.service_level)
    assert deferrable_of(DAY, {"aftersale": GOALS}) == {}


def test_a_roster_that_covers_chats_and_work_that_waits_misses_nothing() -> None:
    goals = {"aftersale": replace(GOALS, shrinkage=0.2, deferrable_share=0.5, deadline_minutes=480)}
    found = staff(DAY, goals)
    full = {"aftersale": found.skills["aftersale"].requirement}
    served = served_roster(DAY, goals, found, lambda _asked: Rostered(1, full), rounds=1)
    assert served.intervals_unmet == 0
    chats_only = {"aftersale": full["aftersale"] - deferrable_of(DAY, goals)["aftersale"] / 0.8}
    short = served_roster(DAY, goals, found, lambda _asked: Rostered(1, chats_only), rounds=1)
    assert short.intervals_unmet > 0
