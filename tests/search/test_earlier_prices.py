from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from scheduler.agent import Absence
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search import solve
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.pricing import Pricing
from scheduler.search.improvement.insertion import Insertion
from scheduler.solution import SearchLimits, Solution
from tests.search.small_team import small_team


@cache
def planned() -> tuple[Problem, Solution]:
    problem = small_team(5, agents=8)
    return problem, solve(problem, SearchLimits(seconds=5.0, gap=0.3))


def bound_from(problem: Problem, prices: Prices) -> float | None:
    pricing = Pricing(problem, Insertion(problem))
    fitted = pricing.relaxation.fitted(prices)
    return None if fitted is None else pricing.bound(fitted, lambda: False)


def noise() -> Prices:
    """Prices of the right shape that nobody would choose."""
    problem, _ = planned()
    rng, size = np.random.default_rng(1), problem.horizon.intervals
    cuts = {frozenset({skill}): rng.normal(20, 30, size) for skill in (*problem.requirement, "live")}
    return Prices(cuts, rng.normal(1, 2, size), np.array([999.0]))


def test_prices_of_a_solution_prove_a_bound_once_the_problem_has_changed() -> None:
    problem, _ = planned()
    agents = {name: replace(a, absences=(Absence(day=2),), min_minutes=None) for name, a in problem.agents.items()}
    changed = replace(problem, agents=agents)
    found = solve(changed, SearchLimits(seconds=5.0, gap=0.3))
    bound = bound_from(changed, noise())
    assert found.objective is not None
    assert bound is not None
    assert bound <= found.objective + 1e-6


def test_a_price_for_seats_proves_nothing_where_seats_have_no_limit() -> None:
    problem, _ = planned()
    free = replace(problem, seat_limit=None)
    found = solve(free, SearchLimits(seconds=5.0, gap=0.3))
    bound = bound_from(free, replace(noise(), seats=np.full(problem.horizon.intervals, 50.0)))
    assert found.objective is not None
    assert bound is not None
    assert bound <= found.objective + 1e-6


def test_prices_of_other_intervals_or_targets_do_not_fit() -> None:
    problem, _ = planned()
    prices = noise()
    assert bound_from(problem, replace(prices, seats=prices.seats[:-1])) is None
    assert bound_from(problem, replace(prices, targets=np.array([]))) is None


def test_the_bound_of_column_generation_is_proven_again_by_its_own_prices() -> None:
    problem, solution = planned()
    generation, rows = ColumnGeneration(problem, Insertion(problem)), solution.roster.by_agent()
    for name in problem.agents:
        days = rows.get(name, {})
        generation.add(name, tuple(days[d].shift if d in days else None for d in range(problem.horizon.days)))
    generation.round(10.0, lambda: False)
    assert generation.best is not None
    assert bound_from(problem, generation.best) == pytest.approx(generation.bound)
