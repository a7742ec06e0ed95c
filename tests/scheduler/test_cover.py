from datetime import date
from itertools import chain, combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.cover import Matching, cover, presence
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from tests.there import there

HORIZON = Horizon(date(2026, 11, 9), 1, 60)
DAY = Shift("D", 540, 300, 240, (Break(60, 660, 720),))
ODD = Shift("O", 570, 120, 120)
LATE = Shift("L", 1380, 120, 120)


def problem(agents: list[Agent], **other: Any) -> Problem:
    shifts = {shift.id: shift for shift in (DAY, ODD, LATE)}
    return Problem(HORIZON, shifts, {agent.id: agent for agent in agents}, **other)


def need(amount: float, *hours: int) -> np.ndarray:
    curve = np.zeros(24)
    curve[list(hours)] = amount
    return curve


def test_an_agent_covers_the_whole_intervals_of_the_shift_but_the_break() -> None:
    heads = presence(problem([Agent("客服01")]), Roster.of([Assignment("客服01", 0, "D", (660,))])).heads
    assert np.flatnonzero(heads).tolist() == [9, 10, 12, 13]


def test_an_interval_worked_only_in_part_covers_nothing() -> None:
    heads = presence(problem([Agent("客服01")]), Roster.of([Assignment("客服01", 0, "O")])).heads
    assert np.flatnonzero(heads).tolist() == [10]


def test_work_past_the_end_of_the_horizon_covers_nothing() -> None:
    heads = presence(problem([Agent("客服01")]), Roster.of([Assignment("客服01", 0, "L")])).heads
    assert np.flatnonzero(heads).tolist() == [23]


def test_three_new_hires_are_three_heads_but_fewer_standard_agents() -> None:
    names = ["客服01", "客服02", "客服03"]
    agents = [Agent(name, skills=frozenset({"presale"}), productivity=0.6) for name in names]
    asked = problem(agents, requirement={"presale": need(2.0, 10)}, shortage_costs={"presale": (PriceStep(None, 10),)})
    result = cover(asked, Roster.of(Assignment(name, 0, "O") for name in names))
    assert result.heads[10] == 3
    assert result.covered["presale"][10] == pytest.approx(1.8)
    assert result.shortage["presale"][10] == pytest.approx(0.2)


def test_an_agent_of_two_skills_goes_where_the_shortage_is_dearer() -> None:
    asked = problem(
        [Agent("客服01", skills=frozenset({"presale", "live"}))],
        requirement={"presale": need(1.0, 10), "live": need(1.0, 10)},
        shortage_costs={"presale": (PriceStep(None, 10),), "live": (PriceStep(None, 30),)},
    )
    result = cover(asked, Roster.of([Assignment("客服01", 0, "O")]))
    assert (result.covered["live"][10], result.covered["presale"][10]) == (1.0, 0.0)
    assert result.shortage_cost[10] == 10


def test_weights_can_turn_the_order_of_skills() -> None:
    asked = problem(
        [Agent("客服01", skills=frozenset({"presale", "live"}))],
        requirement={"presale": need(1.0, 10), "live": need(1.0, 10)},
        shortage_weight={"presale": need(4.0, 10)},
        shortage_costs={"presale": (PriceStep(None, 10),), "live": (PriceStep(None, 30),)},
    )
    result = cover(asked, Roster.of([Assignment("客服01", 0, "O")]))
    assert (result.covered["live"][10], result.covered["presale"][10]) == (0.0, 1.0)


def test_the_first_agents_short_pay_the_cheapest_step() -> None:
    steps = (PriceStep(1, 40), PriceStep(2, 80), PriceStep(None, 160))
    asked = problem([], requirement={"presale": need(4.5, 10)}, shortage_costs={"presale": steps})
    assert cover(asked, Roster()).shortage_cost[10] == 40 + 2 * 80 + 1.5 * 160


def test_surplus_counts_where_nobody_is_required_and_agents_without_skills() -> None:
    asked = problem(
        [Agent("客服01")], requirement={"presale": need(1.0, 3)}, shortage_costs={"presale": (PriceStep(None, 1),)}
    )
    result = cover(asked, Roster.of([Assignment("客服01", 0, "O")]))
    assert result.surplus[10] == 1
    assert result.shortage["presale"][3] == 1


SKILLS = ("a", "b", "c")
SETS = [frozenset(s) for s in chain.from_iterable(combinations(SKILLS, n) for n in range(1, 4))]


@given(
    required=st.lists(st.integers(0, 40).map(lambda n: n / 4), min_size=3, max_size=3),
    prices=st.lists(st.lists(st.integers(0, 50), min_size=2, max_size=2).map(sorted), min_size=3, max_size=3),
    present=st.lists(st.integers(0, 16).map(lambda n: n / 4), min_size=7, max_size=7),
)
@settings(deadline=None, max_examples=60)
def test_no_matching_leaves_a_cheaper_shortage(
    required: list[float], prices: list[list[int]], present: list[float]
) -> None:
    asked = problem(
        [],
        requirement={skill: need(amount, 0) for skill, amount in zip(SKILLS, required, strict=True)},
        shortage_costs={
            skill: (PriceStep(2, low), PriceStep(None, high)) for skill, (low, high) in zip(SKILLS, prices, strict=True)
        },
    )
    capacity = {owned: np.full(24, amount) for owned, amount in zip(SETS, present, strict=True)}
    covered, cost = Matching(asked, SKILLS).match(capacity)
    assert cost[0] == pytest.approx(cheapest(required, prices, present), abs=1e-6)
    assert covered[:, 0].sum() <= sum(present) + 1e-9


def cheapest(required: list[float], prices: list[list[int]], present: list[float]) -> float:
    """The same by a linear programme: a flow from sets of skills to skills, and two steps of shortage."""
    flows = [(owned, skill) for owned in SETS for skill in SKILLS if skill in owned]
    costs = [0.0] * len(flows) + [price for steps in prices for price in steps]
    bounds = [(0, None)] * len(flows) + [(0, 2), (0, None)] * 3
    capacity = [[float(f[0] == owned) for f in flows] + [0.0] * 6 for owned in SETS]
    demand = [
        [float(f[1] == skill) for f in flows] + [float(step // 2 == k) for step in range(6)]
        for k, skill in enumerate(SKILLS)
    ]
    solved = linprog(costs, A_ub=capacity, b_ub=present, A_eq=demand, b_eq=required, bounds=bounds)
    return float(there(solved.fun))
