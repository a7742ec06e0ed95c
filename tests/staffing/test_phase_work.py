"""A phase with a handling time or a concurrency of its own, from volume to agents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from app.window.requirement.factors import factors
from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.phase_work import PhaseWork
from scheduler.simulation.engine import simulate
from scheduler.simulation.manner import Manner
from scheduler.simulation.trials import Trials
from scheduler.staffing.concurrency import curve_of
from scheduler.staffing.deferrable import deferrable_work
from scheduler.staffing.effort import handling_time_seconds
from scheduler.staffing.engine import predict, staff, staff_baseline
from scheduler.staffing.erlang_c_baseline import erlang_c_requirement
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import with_work
from scheduler.staffing.value_of_cover import CustomerWorth, value_of_cover

HORIZON = Horizon(date(2026, 11, 11), 1, 60)
EVENING = slice(20, 22)
GOALS = {"presale": Goals()}


def evening(work: PhaseWork | None) -> Forecast:
    """A flat day whose hours from eight to ten in the evening are a phase."""
    volume = np.full(24, 240.0)
    works = tuple(work if hour in (20, 21) else None for hour in range(24)) if work else ()
    series = Volume(volume, volume, volume, volume, ("",) * 20 + ("balance",) * 2 + ("",) * 2, work=works)
    return Forecast(HORIZON, {SeriesKey("", "presale"): series})


def base(work: PhaseWork | None) -> np.ndarray:
    return staff(evening(work), GOALS).skills["presale"].base


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (PhaseWork(40.0), PhaseWork(90.0)),
        (PhaseWork(None, 8), PhaseWork(None, 3)),
        (PhaseWork(40.0, 8), PhaseWork(90.0, 3)),
    ],
)
def test_more_effort_or_fewer_chats_at_once_ask_for_more_agents_in_the_phase_alone(
    less: PhaseWork, more: PhaseWork
) -> None:
    quick, slow = base(less), base(more)
    assert np.all(slow[EVENING] > quick[EVENING])
    assert slow[:20].tolist() == quick[:20].tolist() == base(None)[:20].tolist()
    ways: tuple[Callable[[PhaseWork], np.ndarray], ...] = (
        lambda work: staff_baseline(evening(work), GOALS).skills["presale"].requirement,
        lambda work: erlang_c_requirement(evening(work), GOALS)["presale"],
    )
    for requirement in ways:
        assert np.all(requirement(more)[EVENING] >= requirement(less)[EVENING])
        assert requirement(more)[:20].tolist() == requirement(less)[:20].tolist()


def test_the_skills_own_work_typed_for_a_phase_changes_nothing() -> None:
    same = PhaseWork(handling_time_seconds(Goals()), Goals().max_concurrency)
    assert base(same).tolist() == base(None).tolist()


def test_a_longer_handling_time_is_more_replies_and_never_slower_ones() -> None:
    usual, longer = curve_of(Goals()), with_work(Goals(), PhaseWork(120.0))
    assert (longer.seconds_per_reply, longer.replies_per_chat) == (10.0, 12.0)
    shorter = with_work(Goals(), PhaseWork(4.0))
    assert (shorter.seconds_per_reply, shorter.replies_per_chat) == (4.0, 1.0)
    measured = with_work(replace(Goals(), chat_duration_by_level="1=300 8=500"), PhaseWork(30.0))
    assert curve_of(measured).chat_duration_seconds[-1] == pytest.approx(250)
    assert curve_of(longer).chats_per_second[-1] == pytest.approx(usual.chats_per_second[-1] / 2, rel=0.02)


@pytest.mark.parametrize("work", [PhaseWork(30.0), PhaseWork(120.0), PhaseWork(None, 4), PhaseWork(45.0, 12)])
def test_simulation_and_chain_agree_on_a_phases_own_work(work: PhaseWork) -> None:
    made = evening(work)
    present = {"presale": base(work)}
    said = predict(made, present, GOALS)["presale"]
    trials = Trials(replications=12, manner=Manner(by_message=False))
    played = simulate(made, present, GOALS, trials)["presale"].service
    assert played.service_level[EVENING] == pytest.approx(said.service_level[EVENING], abs=0.06)
    assert played.average_response_seconds[EVENING] == pytest.approx(said.average_response_seconds[EVENING], rel=0.12)


def test_work_that_may_wait_takes_the_phases_effort() -> None:
    goals = replace(Goals(), deferrable_share=0.5)
    made = evening(PhaseWork(120.0)).series[SeriesKey("", "presale")]
    work, _wait = deferrable_work(HORIZON, made, goals)
    assert work[EVENING] == pytest.approx(2 * work[10])


def test_an_agent_is_worth_more_where_chats_take_longer() -> None:
    worth = {"presale": CustomerWorth(0.3, 100.0)}
    found = [
        value_of_cover(evening(work), staff(evening(work), GOALS), GOALS, worth)["presale"]
        for work in (PhaseWork(None, 2), None)
    ]
    assert found[0].shape == (24,)
    assert found[0][:18].tolist() == found[1][:18].tolist()
    assert found[0][20] != found[1][20]


def test_the_factors_of_an_interval_show_the_phases_own_work() -> None:
    made = evening(PhaseWork(90.0, 5))
    part, volume = staff(made, GOALS).skills["presale"], made.series[SeriesKey("", "presale")]
    before, inside = (factors(HORIZON, volume, Goals(), part, hour) for hour in (10, 20))
    assert (before.handling_time_seconds, before.of_phase) == (60.0, False)
    assert (inside.handling_time_seconds, inside.of_phase) == (90.0, True)
    assert inside.level <= 5
    assert inside.chats_per_hour < before.chats_per_hour


@pytest.mark.parametrize("work", [PhaseWork(0.0), PhaseWork(None, 0)])
def test_a_forecast_with_impossible_work_is_refused(work: PhaseWork) -> None:
    with pytest.raises(InputError) as refused:
        staff(evening(work), GOALS)
    assert {finding.code for finding in refused.value.findings} == {"ST01"}
