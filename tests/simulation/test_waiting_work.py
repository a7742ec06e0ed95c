"""A roster played through with work that may wait, breaks and shift ends."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.simulation.roster_service import simulate_roster
from scheduler.simulation.trials import Trials
from scheduler.simulation.waiting_work import put_aside
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.deferrable import done_in_time
from scheduler.staffing.goals import Goals

HALF = 1800.0
WINDOWS = [AgentWindow(0, 4 * HALF), AgentWindow(0, 4 * HALF), AgentWindow(2 * HALF, 4 * HALF)]


def test_the_last_to_come_goes_first_and_stays_on_it() -> None:
    found = put_aside(WINDOWS, np.array([0, 0, 1, 1.0]), HALF)
    assert found.windows == WINDOWS[:2]
    assert found.waiting.tolist() == [0, 0, 1, 1]


def test_a_part_of_an_agent_is_a_part_of_the_time() -> None:
    found = put_aside(WINDOWS[:1], np.array([0, 0.25, 0, 0]), HALF)
    assert found.windows == [
        AgentWindow(0, HALF),
        AgentWindow(HALF, 2 * HALF, 0.75),
        AgentWindow(2 * HALF, 4 * HALF),
    ]


def test_no_more_are_put_aside_than_there_are() -> None:
    found = put_aside(WINDOWS, np.array([9.0, 0, 0, 0]), HALF)
    assert found.waiting.tolist() == [2, 0, 0, 0]
    assert min(window.start for window in found.windows) == HALF
    assert put_aside([], np.ones(4), HALF).waiting.tolist() == [0, 0, 0, 0]


@given(st.lists(st.floats(0, 4), min_size=4, max_size=4))
def test_agents_on_chats_and_on_other_work_are_those_who_are_there(wanted: list[float]) -> None:
    found = put_aside(WINDOWS, np.array(wanted), HALF)
    for interval, there in enumerate((2, 2, 3, 3)):
        moment = (interval + 0.5) * HALF
        chatting = sum(w.productivity for w in found.windows if w.start <= moment < w.end)
        assert chatting + found.waiting[interval] == pytest.approx(there, abs=1e-6)
        assert found.waiting[interval] == pytest.approx(min(wanted[interval], there), abs=1e-6)


VOLUME = np.where((np.arange(24) >= 9) & (np.arange(24) < 18), 60.0, 0.0)
HORIZON = Horizon(date(2026, 11, 11), 1, 60)
DAY = Forecast(HORIZON, {SeriesKey("", "aftersale"): Volume(VOLUME, VOLUME, VOLUME, VOLUME, ("",) * 24)})
GOALS = {"aftersale": Goals(shrinkage=0.0, minimum_present=0, deferrable_share=0.5, deadline_minutes=480)}


def problem(heads: int) -> Problem:
    return Problem(
        horizon=HORIZON,
        shifts={"D": Shift("D", 540, 540, 480, (Break(60, 660, 840),))},
        agents={f"客服{n:02}": Agent(f"客服{n:02}", skills=frozenset({"aftersale"})) for n in range(heads)},
        requirement={"aftersale": np.full(24, float(heads))},
    )


def roster(heads: int) -> Roster:
    return Roster.of(Assignment(f"客服{n:02}", 0, "D", (660 + 60 * (n % 3),)) for n in range(heads))


def test_a_roster_does_the_work_that_waits_where_chats_leave_it_agents() -> None:
    found, few = (simulate_roster(problem(n), roster(n), DAY, GOALS, Trials(3, 1)) for n in (6, 1))
    enough, scarce = found.waited["aftersale"], few.waited["aftersale"]
    assert enough.came == scarce.came == pytest.approx(9 * 60 * 0.5 * 60 / 3600)
    assert scarce.in_time < enough.in_time <= enough.came + 1e-9
    assert enough.in_time > 0.8 * enough.came


def test_work_is_in_time_until_its_deadline_and_no_longer() -> None:
    work = np.array([2.0, 0, 0, 1])
    assert done_in_time(np.array([1.0, 1, 0, 1]), work, 1) == 3
    assert done_in_time(np.array([0.0, 0, 2, 0]), work, 1) == 0
    assert done_in_time(np.array([0.0, 1, 1, 1]), work, 1) == 2


def test_breaks_at_the_same_time_cost_service_that_staggered_ones_keep() -> None:
    whole = {"aftersale": replace(GOALS["aftersale"], deferrable_share=0.0)}
    together = Roster.of(Assignment(f"客服{n:02}", 0, "D", (720,)) for n in range(3))
    staggered, at_once = (
        simulate_roster(problem(3), one, DAY, whole, Trials(4, 1)).service["aftersale"] for one in (roster(3), together)
    )
    assert at_once.over("lost").value > staggered.over("lost").value + 20
