from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Agent, Overtime
from scheduler.design.contract_terms import terms_of
from scheduler.design.mix import ContractTerms, frontier
from scheduler.problem import Problem
from scheduler.shift import Shift

WEEK = Horizon(date(2026, 11, 9), 7, 60)
DAY = Shift("D", 540, 480, 480)
EVENING = Shift("P", 1080, 240, 240)
FULL_TIME = ContractTerms("full_time", 30.0, (DAY,), 2400, 2880, 1.5)
PART_TIME = ContractTerms("part_time", 22.0, (EVENING,), 0, 1440)


def wanted(day_agents: float, evening_agents: float) -> np.ndarray:
    curve = np.zeros((7, 24))
    curve[:5, 9:17], curve[:, 18:22] = day_agents, evening_agents
    return curve.reshape(-1)


def test_the_cheapest_mix_without_shortage_is_found() -> None:
    point = frontier(WEEK, wanted(4, 3), [FULL_TIME, PART_TIME], [0.0])[0]
    assert point.heads == {"full_time": 4, "part_time": 4}  # 84 evening hours, 24 a head
    assert point.wages == pytest.approx(4 * 40 * 30 + 84 * 22)
    assert point.short_hours == pytest.approx(0.0)


def test_overtime_costs_its_premium_and_is_used_where_it_is_cheaper_than_a_head() -> None:
    curve = np.zeros((7, 24))
    curve[:6, 9:17] = 1
    point = frontier(WEEK, curve.reshape(-1), [replace(FULL_TIME, most=1)], [0.0])[0]
    assert point.extra_hours["full_time"] == pytest.approx(8.0)
    assert point.wages == pytest.approx(40 * 30 + 8 * 45)


def test_the_more_may_stay_short_the_less_it_costs() -> None:
    points = frontier(WEEK, wanted(4, 3), [FULL_TIME, PART_TIME], [0.0, 0.1, 0.3])
    assert [point.wages for point in points] == sorted((point.wages for point in points), reverse=True)
    total = float(wanted(4, 3).sum())
    assert all(point.short_hours <= share * total + 1e-6 for point, share in zip(points, (0.0, 0.1, 0.3), strict=True))


def test_what_too_few_heads_cannot_cover_is_left_out() -> None:
    points = frontier(WEEK, wanted(4, 0), [replace(FULL_TIME, most=3)], [0.0, 0.3])
    assert len(points) == 1
    assert points[0].heads["full_time"] <= 3


def test_terms_are_read_off_the_agents_with_the_skill() -> None:
    skills = frozenset({"presale"})
    agents = {
        "客服01": Agent("客服01", skills=skills, hourly_cost=30, overtime=Overtime(2400, 1.5), min_minutes=1920),
        "客服02": Agent("客服02", skills=skills, hourly_cost=40, max_days_per_week=5, max_minutes_per_week=2640),
        "客服03": Agent("客服03", "part_time", skills, shifts=frozenset("P"), hourly_cost=22),
        "客服04": Agent("客服04", "outsourced", frozenset({"aftersale"})),
    }
    full, part = terms_of(Problem(WEEK, {"D": DAY, "P": EVENING}, agents), "presale")
    assert (full.contract, full.hourly_cost, full.multiplier) == ("full_time", 35.0, 1.5)
    assert (full.max_days_per_week, full.max_minutes_per_week) == (5, 2640)
    assert part == ContractTerms("part_time", 22.0, (EVENING,), 0, 7 * 1440, 1.0, 7)
