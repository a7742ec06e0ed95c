"""Bounds from prices of shift targets and of limits."""

from datetime import date
from random import Random

import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Agent, Request
from scheduler.problem import Problem, ShiftTarget
from scheduler.search import solve
from scheduler.search.bound.target_prices import TargetPrices
from scheduler.search.improvement.insertion import Insertion
from scheduler.shift import Shift
from scheduler.solution import Outcome, SearchLimits

DAYS = 14
SHIFTS = {"E": Shift("E", 480, 480, 480), "L": Shift("L", 840, 600, 600)}


def scarce(seed: int, agents: int = 4) -> Problem:
    """Fewer minutes than the heads wanted would take."""
    random = Random(seed)
    team = [
        Agent(
            f"客服{number:02d}",
            min_minutes=480 * 4,
            max_minutes=480 * 7,
            max_consecutive_days=5,
            max_shifts={"L": 3},
            min_consecutive_days=2,
            max_weekends=1,
            requests=(Request(random.randrange(DAYS), "E", "on", 3.0),),
        )
        for number in range(agents)
    ]
    targets = [ShiftTarget(day, shift, random.randint(1, 2), 100.0, 1.0) for day in range(DAYS) for shift in SHIFTS]
    horizon = Horizon(date(2026, 11, 2), DAYS, 60)
    return Problem(
        horizon,
        SHIFTS,
        {agent.id: agent for agent in team},
        shift_targets=tuple(targets),
        forbidden_successions=frozenset([("L", "E")]),
    )


@pytest.mark.parametrize("most", [1, 200_000])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_bound_comes_close_to_the_best_and_never_above_also_where_graphs_leave_limits_out(
    seed: int, most: int
) -> None:
    problem = scarce(seed, agents=3)
    best = solve(problem, SearchLimits(seconds=30.0))
    assert best.outcome is Outcome.OPTIMAL
    assert best.objective is not None
    insertion = Insertion(problem, most=most)
    prices = TargetPrices(problem, insertion)
    for _ in range(250):
        prices.step(best.objective)
    assert insertion.left_out("客服00") == ({None, "L"} if most == 1 else set())
    share = 0.8 if most == 1 else 0.9  # without weekends, which are not charged
    assert share * best.objective <= prices.bound <= best.objective + 1e-6


def test_prices_that_lead_nowhere_end_the_climb() -> None:
    problem = scarce(3, agents=1)
    prices = TargetPrices(problem, Insertion(problem))
    for _ in range(4000):
        if not prices.converged:
            prices.step(1e9)
    assert prices.converged
