from datetime import date
from typing import Any

import numpy as np
import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Agent, CarryIn, Overtime, Request
from scheduler.objective import cost
from scheduler.problem import Fairness, PriceStep, Problem, ShiftTarget
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift

DAY = Shift("D", 540, 480, 480)
NIGHT = Shift("N", 1320, 480, 480, tags=frozenset({"night"}))
MONDAY = Horizon(date(2026, 11, 9), 7, 60)
TUESDAY = Horizon(date(2026, 11, 10), 7, 60)


def problem(*agents: Agent, horizon: Horizon = MONDAY, **other: Any) -> Problem:
    return Problem(horizon, {"D": DAY, "N": NIGHT}, {agent.id: agent for agent in agents}, **other)


def roster(*cells: tuple[str, int, str]) -> Roster:
    return Roster.of(Assignment(*cell) for cell in cells)


def days(count: int) -> Roster:
    return roster(*(("客服01", day, "D") for day in range(count)))


def test_paid_hours_cost_the_hourly_rate() -> None:
    assert cost(problem(Agent("客服01", hourly_cost=30)), days(2)).labour == 2 * 8 * 30


def test_minutes_past_the_weekly_limit_cost_the_multiplier() -> None:
    agent = Agent("客服01", hourly_cost=30, overtime=Overtime(2280, 1.5))
    assert cost(problem(agent), days(5)).labour == 38 * 30 + 2 * 45


def test_minutes_before_the_horizon_bring_overtime_sooner_only_inside_their_week() -> None:
    agent = Agent("客服01", hourly_cost=30, overtime=Overtime(2400, 2.0), carry_in=CarryIn(week_minutes=1920))
    assert cost(problem(agent, horizon=TUESDAY), days(2)).labour == 8 * 30 + 8 * 60
    assert cost(problem(agent, horizon=MONDAY), days(2)).labour == 16 * 30


def test_on_a_multiplied_day_the_larger_multiplier_counts() -> None:
    agent = Agent("客服01", hourly_cost=30, overtime=Overtime(480, 1.5))
    asked = problem(agent, pay_multipliers={1: 3.0})
    assert cost(asked, days(3)).labour == 8 * 30 + 8 * 90 + 8 * 45


def test_wishes_cost_when_they_are_not_met() -> None:
    wishes = (
        Request(0, "D", "on", 1),
        Request(1, None, "on", 2),
        Request(2, "N", "off", 4),
        Request(3, None, "off", 8),
    )
    asked = problem(Agent("客服01", requests=wishes))
    assert cost(asked, roster()).requests == 1 + 2
    assert (
        cost(asked, roster(("客服01", 0, "N"), ("客服01", 1, "N"), ("客服01", 2, "N"), ("客服01", 3, "D"))).requests
        == 13
    )


def test_shift_targets_cost_for_heads_short_and_extra() -> None:
    targets = (ShiftTarget(0, "D", 2, 100, 1), ShiftTarget(1, "D", 0, 100, 7))
    asked = problem(Agent("客服01"), shift_targets=targets)
    assert cost(asked, days(2)).shift_targets == 100 + 7


def test_fairness_costs_the_spread_also_of_those_who_never_work_the_tag() -> None:
    asked = problem(
        Agent("客服01"),
        Agent("客服02"),
        Agent("客服03", contract="outsourced"),
        fairness=(Fairness("night", 5.0, "full_time"),),
    )
    worked = roster(("客服01", 0, "N"), ("客服01", 1, "N"), ("客服03", 0, "N"))
    assert cost(asked, worked).fairness == 10


def test_the_total_is_the_sum_of_the_parts_and_hours_short_are_told() -> None:
    asked = problem(
        Agent("客服01", skills=frozenset({"presale"}), hourly_cost=10),
        requirement={"presale": np.full(168, 0.5)},
        shortage_costs={"presale": (PriceStep(None, 20),)},
        surplus_cost=2.0,
    )
    parts = cost(asked, days(1))
    assert parts.agent_hours_short == pytest.approx(80)
    assert parts.total == pytest.approx(80 * 20 + 4 * 2 + 80)


def test_names_unknown_to_the_problem_count_nothing() -> None:
    assert cost(problem(Agent("客服01", hourly_cost=30)), roster(("客服09", 0, "D"), ("客服01", 0, "X"))).total == 0
