"""A small shop with scenarios, and plans of its points made without a search."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from app.comparison import ScenarioRow
from app.points import Point, PointPlan, SweepRow
from app.project.project import Project, Scenario
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from scheduler.solution import Outcome, SearchLimits, Solution
from scheduler.staffing.goals import Goals
from scheduler.team import TeamAgent

OPENING = datetime(2026, 11, 11)
GAP = 0.01


@pytest.fixture
def project() -> Project:
    starts = np.datetime64("2026-10-12", "m") + np.arange(28 * 24) * np.timedelta64(60, "m")
    counts = Counts(starts, 20 + 10 * np.sin(np.arange(len(starts)) / 24 * 2 * np.pi))
    team = tuple(
        TeamAgent(
            f"{n}",
            f"客服{n:02}",
            contract="part_time" if n > 4 else "full_time",
            hourly_cost=20.0,
            skills=frozenset({"presale"}),
        )
        for n in range(1, 8)
    )
    return Project(
        "双11",
        Horizon(date(2026, 11, 9), 3, 60),
        history=History(60, {SeriesKey("", "presale"): counts}),
        promotions=(Promotion("双11", (Phase("opening", OPENING, OPENING + timedelta(hours=2), uplift=3.0),)),),
        team=team,
        shifts={"早": Shift("早", 540, 480, 480)},
        goals={"presale": Goals(robot_deflection=0.3)},
        scenarios=(
            Scenario(),
            Scenario("多三成", volume_factor=1.3),
            Scenario("多三成少兼职", agent_changes={"part_time": -2}, base="多三成"),
            Scenario("再加机器人", changes={"deflection": 0.1, "seats": 5}, base="多三成少兼职"),
        ),
    )


@pytest.fixture
def sweep_row() -> Callable[..., SweepRow]:
    """A point's row and plan as a search would return them, one agent working on the first day."""

    def make(point: Point, cost: float, limits: SearchLimits) -> SweepRow:
        required = {key.skill: np.full(point.expected.horizon.intervals, 2.0) for key, _volume in point.expected}
        roster = Roster.of([Assignment("1", 0, "早")])
        solution = Solution(Outcome.FEASIBLE, roster, cost, cost * (1 - GAP))
        row = ScenarioRow(
            scenario=point.scenario.name,
            agent_hours=10.0,
            hours_by_contract={"full_time": 10.0},
            overtime_hours=0.0,
            cost=cost,
            labour_cost=cost,
            shortage_hours=0.0,
            shortage_by_hour=(0.0,) * 24,
            worst_shortage=0.0,
            worst_start=OPENING,
            service_level=0.9,
            first_response_seconds=12.0,
            lost=1.0,
            lost_sales=None,
            fairness=0,
            violations=0,
            gap=GAP,
        )
        return SweepRow(point.values, row, PointPlan(required, {}, solution), limits)

    return make
