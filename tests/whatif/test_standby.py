"""A reserve for a small team whose busy hours may turn out busier."""

from collections.abc import Mapping
from datetime import date, datetime

import numpy as np
import pytest

from app.project.version import PlanVersion, VersionState
from app.robustness import Courses, sample_courses
from app.standby import StandbyPlan, standby_plan
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from scheduler.solution import Outcome, Solution
from scheduler.staffing.goals import Goals

HORIZON = Horizon(date(2026, 11, 10), 1, 60)
GOALS: Mapping[str, Goals] = {"presale": Goals(shrinkage=0.0, minimum_present=0)}
KEPT, PAY = 0.9, 0.5


def forecast(busy: float) -> Forecast:
    middle = np.where((np.arange(24) >= 10) & (np.arange(24) < 18), busy, 1.0)
    return Forecast(HORIZON, {SeriesKey("", "presale"): Volume(middle * 0.5, middle, middle * 1.8, middle, ("",) * 24)})


def version(on_duty: int, off_duty: int) -> PlanVersion:
    names = [f"{number}" for number in range(on_duty + off_duty)]
    agents = {name: Agent(name, skills=frozenset({"presale"}), hourly_cost=20.0) for name in names}
    shifts = {"全": Shift("全", 0, 1440, 1440), "日": Shift("日", 600, 480, 480)}
    problem = Problem(
        HORIZON,
        shifts,
        agents,
        requirement={"presale": np.zeros(24)},
        shortage_costs={"presale": (PriceStep(None, 10.0),)},
    )
    roster = Roster.of(Assignment(name, 0, "全") for name in names[:on_duty])
    now = datetime(2026, 11, 1)
    return PlanVersion("基准", 1, VersionState.DRAFT, now, "", problem, Solution(Outcome.FEASIBLE, roster))


def planned(on_duty: int, off_duty: int, busy: float = 300.0) -> tuple[StandbyPlan, Courses]:
    made = version(on_duty, off_duty)
    courses = sample_courses(made, forecast(busy), GOALS, samples=10)
    return standby_plan(made, courses, GOALS, KEPT, PAY), courses


def test_a_reserve_is_called_where_the_roster_alone_misses_its_goal_too_often() -> None:
    plan, courses = planned(on_duty=6, off_duty=14)
    assert len(courses) == 10
    assert plan.level == 0.8
    assert plan.kept[0] < KEPT
    assert plan.reserve is not None
    assert plan.kept_with[0] >= KEPT
    assert 0 < len(plan.reserve.standbys) < 14
    assert {one.assignment.shift for one in plan.reserve.standbys} == {"日"}
    assert plan.reserve.yuan == pytest.approx(len(plan.reserve.standbys) * 8 * 20.0 * PAY)
    assert plan.reserve.bound <= plan.reserve.yuan
    assert plan.call_yuan == pytest.approx(plan.reserve.yuan / PAY * (1 - plan.kept[0]))


def test_one_agent_fewer_in_reserve_would_not_be_enough_short_hours_counted() -> None:
    plan, _courses = planned(on_duty=6, off_duty=14)
    assert plan.reserve is not None
    assert all(share >= KEPT for share in plan.reserve.served.values())
    assert plan.reserve.bound == pytest.approx(plan.reserve.yuan, abs=1e-3)


def test_no_reserve_is_needed_where_the_goal_holds() -> None:
    plan, _courses = planned(on_duty=30, off_duty=2)
    assert plan.kept[0] >= KEPT
    assert plan.reserve is not None
    assert plan.reserve.standbys == ()
    assert plan.document(HORIZON, {})["enough"] is True


def test_it_is_said_when_nobody_who_is_off_could_mend_it() -> None:
    plan, _courses = planned(on_duty=3, off_duty=1)
    assert plan.reserve is None
    told = plan.document(HORIZON, {})
    assert told["enough"] is False
    assert told["yuan"] is None
    assert told["days"] == [{"day": "2026-11-10", "kept": plan.kept[0], "kept_with": plan.kept[0]}]
