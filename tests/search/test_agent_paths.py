from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn, MinutesInDays, Overtime
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.problem import Problem
from scheduler.search.model.labour_cost import post
from scheduler.search.model.team_model import TeamModel
from scheduler.search.paths.agent_paths import OFF
from scheduler.search.paths.day_graph import Arcs
from scheduler.search.paths.narrowed import narrowed
from scheduler.search.paths.team_paths import TeamPaths
from scheduler.shift import Shift

SHIFTS = {
    shift.id: shift
    for shift in (
        Shift("E", 480, 480, 480),
        Shift("L", 840, 480, 420),
        Shift("N", 1320, 480, 480, (), frozenset({"night"})),
    )
}
DAYS = 9
some = st.none() | st.integers(0, 3)
few_minutes = st.none() | st.sampled_from([420, 480, 900, 960, 1380, 1440, 1920])

agents = st.builds(
    Agent,
    st.just("客服01"),
    shifts=st.none() | st.frozensets(st.sampled_from("ELN"), min_size=1),
    hourly_cost=st.just(60.0),
    overtime=st.none() | st.builds(Overtime, st.sampled_from([0, 480, 960, 1200]), st.sampled_from([1.5, 2.5])),
    absences=st.lists(st.builds(Absence, day=st.integers(0, DAYS - 1)), max_size=2).map(tuple),
    min_minutes=few_minutes,
    max_minutes=few_minutes,
    max_minutes_per_week=few_minutes,
    max_days_per_week=some,
    alternating_weeks=st.none()
    | st.sampled_from([AlternatingWeeks(date(2026, 11, 2)), AlternatingWeeks(date(2026, 11, 9))]),
    max_shifts=st.dictionaries(st.sampled_from(["E", "N", "tag:night"]), st.integers(0, 2), max_size=2),
    max_consecutive_shifts=st.dictionaries(st.sampled_from(["E", "tag:night"]), st.integers(0, 2), max_size=1),
    max_minutes_in_days=st.lists(
        st.builds(MinutesInDays, st.integers(0, 4), st.integers(4, DAYS - 1), st.sampled_from([0, 420, 960, 1380])),
        max_size=2,
    ).map(tuple),
    min_consecutive_days=some,
    max_consecutive_days=some,
    min_consecutive_days_off=some,
    max_weekends=some,
    min_rest_minutes=st.none() | st.sampled_from([0, 600, 660, 900]),
    carry_in=st.builds(
        CarryIn,
        st.integers(0, 4),
        st.none() | st.integers(-600, 400),
        st.sampled_from([0, 480, 900]),
        st.integers(0, 2),
    ),
)


def by_solver(problem: Problem, price: np.ndarray) -> float | None:
    """The cheapest cost of one agent's days by CP-SAT: the price of each cell, and the pay."""
    team = TeamModel(problem)
    for (day, shift), works in team.agents[0].cells.items():
        team.objective.add(works, float(price[day, list(SHIFTS).index(shift)]))
    post(team.agents[0], team.objective)
    team.objective.post(team.model)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(team.model)
    return None if status == cp_model.INFEASIBLE else team.objective.bound(solver.objective_value)


@given(
    agent=agents,
    seed=st.integers(0, 1000),
    first_day=st.integers(0, 6).map(lambda later: date(2026, 11, 9) + timedelta(days=later)),
    pay=st.dictionaries(st.integers(0, DAYS - 1), st.sampled_from([2.0, 3.0]), max_size=2),
    forbidden=st.frozensets(st.tuples(st.sampled_from("ELN"), st.sampled_from("ELN")), max_size=3),
)
@settings(max_examples=120, deadline=None)
def test_the_cheapest_days_are_those_the_solver_finds(
    agent: Agent, seed: int, first_day: date, pay: dict[int, float], forbidden: frozenset[tuple[str, str]]
) -> None:
    horizon = Horizon(first_day, DAYS, 60)
    problem = Problem(horizon, SHIFTS, {agent.id: agent}, pay_multipliers=pay, forbidden_successions=forbidden)
    price = np.random.default_rng(seed).integers(-1200, 400, (DAYS, len(SHIFTS))).astype(float)
    paths = TeamPaths(problem)[agent.id]
    columns = [list(SHIFTS).index(shift) for shift in paths.shifts]
    hours = np.array([SHIFTS[shift].paid_minutes / 60 for shift in paths.shifts])
    multipliers = np.array([pay.get(day, 1.0) for day in range(DAYS)])
    own = np.outer(multipliers, hours) * agent.hourly_cost
    found = paths.cheapest(price[:, columns] + own, np.zeros(DAYS))
    expected = by_solver(problem, price)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found[0] == pytest.approx(expected, abs=1e-6)
        assert all(position == OFF or paths.open[day, position] for day, position in enumerate(found[1]))


def every_path(arcs: Arcs, node: int) -> Iterator[tuple[int, ...]]:
    """All moves from a node to the end."""
    if node == arcs.first_node[-1] - 1:
        yield ()
        return
    for arc in range(arcs.first_arc[node], arcs.first_arc[node + 1]):
        for onward in every_path(arcs, arcs.target[arc]):
            yield (int(arcs.move[arc]), *onward)


@given(seed=st.integers(0, 1000), slack=st.integers(0, 900), most=st.integers(1, 3))
@settings(max_examples=20, deadline=None)
def test_the_narrowed_graph_keeps_all_days_that_cost_little_more_than_the_cheapest(
    seed: int, slack: int, most: int
) -> None:
    days = 5
    agent = Agent(
        "客服01", max_consecutive_days=most, min_consecutive_days_off=2, max_minutes=1440, min_rest_minutes=660
    )
    paths = TeamPaths(Problem(Horizon(date(2026, 11, 9), days, 60), SHIFTS, {agent.id: agent}))[agent.id]
    price = np.random.default_rng(seed).integers(-1200, 400, (days, len(SHIFTS))).astype(float)
    off = len(SHIFTS)

    def costs(every: Iterator[tuple[int, ...]]) -> dict[tuple[int, ...], float]:
        return {one: sum(price[day, move] for day, move in enumerate(one) if move != off) for one in every}

    whole, part = (narrowed(paths, price, np.zeros(days), above) for above in (1e6, slack))
    known, left = costs(every_path(*whole)), costs(every_path(*part))
    least = min(known.values())
    assert {one for one, cost in known.items() if cost <= least + slack} <= left.keys() <= known.keys()
    used = {(day, move) for one, cost in left.items() if cost <= least + slack for day, move in enumerate(one)}
    assert {(day, move) for one in left for day, move in enumerate(one)} == used
